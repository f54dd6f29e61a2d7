import { tap } from './buttons.ts'
import { messageCard } from './notice.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

/**
 * Something went wrong on our side: `notExecuted` when surely nothing was changed, `unknown` when it may have been
 * (architecture.md 7.2), `fault` when nothing more is known.
 */
export type ApologyKind = 'fault' | 'notExecuted' | 'unknown'

/** One apology, with the id under which the log tells what happened. */
export function apologyCard(kind: ApologyKind, correlationId: string, words: Words): Card {
  const { apology, buttons } = words
  return messageCard(
    {
      tone: 'warning',
      title: apology[kind].title,
      paragraphs: [apology[kind].text],
      notes: [apology.reference(correlationId)],
      buttons: [tap(buttons.home, 'home', {})],
    },
    words,
  )
}
