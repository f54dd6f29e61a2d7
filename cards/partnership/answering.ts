import { newOperationKey } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { living } from '../drawing/living.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** What every card of an invitation offers to the company that is to answer it, a reseller as well as a customer. */
export type Ways = { decline: Button; refresh: Button; home: Button }

export function waysOf(code: string, { buttons }: Words): Ways {
  const free = { inputs: 'none' } as const
  return {
    decline: tap(buttons.declineInvitation, 'decline-invitation', { op: newOperationKey(), code }, free),
    refresh: tap(buttons.refresh, 'open-invitation', { code }, free),
    home: tap(buttons.home, 'home', {}, free),
  }
}

/** The card asks for itself, so that it shows what became of the invitation meanwhile. */
export const answering = (card: Card, code: string, { buttons }: Words): Card =>
  living(card, buttons.refresh, 'open-invitation', { code })

/** Somebody has authorized, and not everything of it is done yet. */
export const beingAccepted = (
  { company, title, text, code }: { company: string; title: string; text: string; code: string },
  words: Words,
): Card => {
  const { refresh, home } = waysOf(code, words)
  return messageCard({ tone: 'accent', place: company, title, paragraphs: [text], buttons: [refresh, home] }, words)
}

/** Who can answer instead of somebody who may not; nothing where a refusal says so already. */
export function whoCanAnswer(
  {
    mayAct,
    obstacles,
    globalAdmins,
  }: { mayAct: boolean; obstacles: readonly Refusal[]; globalAdmins: readonly string[] },
  words: Words,
): readonly string[] {
  if (mayAct || obstacles.some(({ code }) => code === 'AUTH_ROLE')) return []
  return [globalAdmins.length > 0 ? words.home.whoCan(words.all(globalAdmins)) : words.home.nobodyCan]
}
