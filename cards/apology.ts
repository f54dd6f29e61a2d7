import { isVerb } from './actions.ts'
import { type Button, tap } from './buttons.ts'
import { messageCard } from './notice.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

/**
 * Something went wrong on our side: `notExecuted` when surely nothing was changed, `unknown` when it may have been
 * (architecture.md 7.2), `fault` when nothing more is known.
 */
export type ApologyKind = 'fault' | 'notExecuted' | 'unknown'

/** The tap that failed. Its data holds what was typed and the operation key, so that again is not twice. */
export type Again = { verb: string; data: unknown }

/** One apology, with the id under which the log tells what happened, and the same tap once more. */
export function apologyCard(kind: ApologyKind, correlationId: string, words: Words, again?: Again): Card {
  const { apology, buttons } = words
  return messageCard(
    {
      tone: 'warning',
      title: apology[kind].title,
      paragraphs: [apology[kind].text],
      notes: [apology.reference(correlationId)],
      buttons: [...(again === undefined ? [] : retry(again, buttons.tryAgain)), tap(buttons.home, 'home', {})],
    },
    words,
  )
}

function retry({ verb, data }: Again, title: string): readonly Button[] {
  if (!isVerb(verb) || typeof data !== 'object' || data === null || JSON.stringify(data).length > MOST) return []
  // The data is what a card of ours carried for this verb; it is read anew when it comes back.
  return [tap(title, verb, data as never, { style: 'positive' })]
}

/** Twice this still fits on a card: the button and its fallback carry the data each. */
const MOST = 8_000
