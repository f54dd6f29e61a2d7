import { newOperationKey } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusals.ts'
import { type Button, link, tap } from './drawing/buttons.ts'
import { messageCard } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import type { Words } from './words/words.ts'

/** What is refused and why, all reasons at once, with the button that mends it where there is one. */
export function refusalCard(refusals: readonly Refusal[], words: Words, buttons: readonly Button[] = []): Card {
  const sentences = [...new Set(refusals.map(words.refusal))]
  const [only] = sentences
  return messageCard(
    {
      tone: 'warning',
      title: words.refused.title,
      ...(sentences.length === 1 && only !== undefined
        ? { paragraphs: [only] }
        : { bullets: sentences.map((text) => ({ text })) }),
      buttons: [...mendButtons(refusals, words), ...buttons],
      more: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
}

/** What mends these refusals, each once; `secondary` where another button of the card stands out, `inputs` as for `tap`. */
export function mendButtons(
  refusals: readonly Refusal[],
  words: Words,
  { secondary = false, ...look }: { inputs?: 'none'; secondary?: boolean } = {},
): readonly Button[] {
  const seen = new Set<string>()
  return refusals.flatMap((refusal) => {
    const isForOthers = refusal.code === 'SETUP_ADMIN_AGENT' && refusal.names !== undefined
    const mend = words.mend(refusal.code)
    if (!mend || isForOthers || seen.has(mend.title)) return []
    seen.add(mend.title)
    if ('url' in mend) return [link(mend.title, mend.url)]
    return [mendButton(mend.title, mend.verb, { ...(secondary ? {} : { style: 'positive' as const }), ...look })]
  })
}

type MendVerb = Extract<NonNullable<ReturnType<Words['mend']>>, { verb: unknown }>['verb']

function mendButton(title: string, verb: MendVerb, look: { style?: 'positive'; inputs?: 'none' }): Button {
  if (verb === 'add-me' || verb === 'password-changed') return tap(title, verb, { op: newOperationKey() }, look)
  return tap(title, verb === 'sign-mpa' || verb === 'enroll' || verb === 'status' ? verb : 'home', {}, look)
}
