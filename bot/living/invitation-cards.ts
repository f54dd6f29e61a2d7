import { z } from 'zod'
import type { Action } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { replacedInvitationCard } from '../../cards/partnership/replaced-invitation.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Invitation, InvitationState } from '../../domain/invitation/invitation.ts'
import type { Notice } from '../../domain/notices.ts'
import { type Copy, type Reader, readersOf } from '../../domain/store/card-copies.ts'
import type { Task, TaskOf } from '../../domain/store/outbox.ts'
import { met } from '../../domain/store/people-met.ts'
import type { House, Turn } from '../capability.ts'
import { look } from '../look.ts'
import type { Performers } from '../outbox/outbox-run.ts'
import type { ConversationRef, Messenger } from '../turn.ts'
import { bringUpToDate, type Life, stand } from './standing-card.ts'

/** The invitation that a card is about, and which link of it the reader holds; its own company holds none. */
type About = { provider: TenantId; invitation: string; generation?: number }

/** A card of an invitation shows what becomes of it. Undefined for a card about anything else. */
export async function invitationLife(asks: Action, { actor }: Turn, house: House): Promise<Life | undefined> {
  const about = await aboutOf(asks, actor.tenantId, house)
  return about && lifeOf(about, actor, house)
}

/** The invitation that somebody looks at or answers. */
export async function invitationActedOn(action: Action, { actor }: Turn, house: House): Promise<string | undefined> {
  if ('code' in action) {
    const found = action.code === undefined ? undefined : await house.invitations.byToken(action.code)
    return found && subjectOf({ provider: found.provider, invitation: found.id })
  }
  if (!('invitation' in action)) return undefined
  const provider = 'provider' in action ? action.provider : actor.tenantId
  return subjectOf({ provider, invitation: action.invitation })
}

/** The same for a notice that brings an invitation; answers with what is to be done at once. */
export async function noticeLivesIn(
  notice: Notice,
  reader: Reader,
  at: { conversation: ConversationRef; messageId: string },
  house: House,
): Promise<readonly Task[]> {
  const invites = notice.name === 'partnership.requested' || notice.name === 'customerInvite.requested'
  if (!invites || at.messageId === '') return []
  const about = { provider: notice.tenantId, invitation: notice.invitation, generation: notice.generation }
  const life = lifeOf(about, reader, house)
  await stand({ ...at, met: await met(house.store, reader.tenantId, reader.userId) }, life, house.store)
  const task = await life.late()
  return task ? [task] : []
}

/** The outbox task that brings the remembered cards of an invitation to what it is now: as often as wanted. */
export function invitationCardTasks(
  house: House,
  messenger: Pick<Messenger, 'update'>,
): Pick<Performers, 'updateCards'> {
  return {
    async updateCards({ provider, invitation, whose, answered }, { correlationId }) {
      const about = { provider, invitation }
      const subject = subjectOf(about)
      if (whose === undefined)
        return (await readersOf(house.store, subject)).map((reader) => update(about, reader, answered))
      const cardOf = (copy: Copy, turn: Turn) => cardNow(copy, about, turn, house)
      const showing = { subject, cardOf, ...(answered ? { answered } : {}) }
      await bringUpToDate(whose, showing, correlationId, house, messenger)
      return []
    },
  }
}

const lifeOf = (about: About, { tenantId, userId }: Reader, house: House): Life => ({
  subject: subjectOf(about),
  shows: about.generation === undefined ? {} : { generation: about.generation },
  late: async () => ((await isPast(about, house)) ? update(about, { tenantId, userId }) : undefined),
})

const subjectOf = ({ provider, invitation }: About): string => `${provider}.${invitation}`

const update = (
  { provider, invitation }: About,
  whose: Reader,
  answered?: TaskOf<'updateCards'>['answered'],
): Task => ({ kind: 'updateCards', provider, invitation, whose, ...(answered ? { answered } : {}) })

async function aboutOf(asks: Action, tenant: TenantId, { invitations }: House): Promise<About | undefined> {
  if (asks.verb === 'invitation') return { provider: tenant, invitation: asks.invitation }
  if (asks.verb !== 'open-invitation') return undefined
  const invitation = await invitations.byToken(asks.code)
  return invitation && { provider: invitation.provider, invitation: invitation.id, generation: invitation.generation }
}

/** Whether what became of the invitation while the card was drawn has passed it by. */
async function isPast({ provider, invitation, generation }: About, { invitations }: House): Promise<boolean> {
  const now = await invitations.find(provider, invitation)
  return now === undefined || isOver(now) || (generation !== undefined && generation !== now.generation)
}

const OVER: readonly InvitationState[] = ['accepted', 'declined', 'revoked', 'expired', 'superseded']
const isOver = ({ state }: Invitation): boolean => OVER.includes(state)

const SHOWS = z.object({ generation: z.number().exactOptional() })

/** What this copy shows its reader now; no link is kept, so a present one is made anew. */
async function cardNow(copy: Copy, about: About, turn: Turn, house: House): Promise<Card | undefined> {
  const generation = SHOWS.safeParse(copy.shows).data?.generation
  const { provider, invitation: id } = about
  const now = await house.invitations.find(provider, id)
  if (now === undefined) return undefined
  if (generation === undefined) return look({ verb: 'invitation', invitation: id }, turn, house)
  if (generation !== now.generation) return replacedInvitationCard({ provider: now.providerName }, turn.words)
  return look({ verb: 'open-invitation', code: await house.invitations.token(now) }, turn, house)
}
