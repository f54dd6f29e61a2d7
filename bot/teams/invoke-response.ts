import type { AdaptiveCardInvokeResponse } from 'botbuilder'
import { type Card, textOf } from '../../cards/drawing/render.ts'
import { written } from '../http.ts'

/** The card that replaces the tapped one, for this person (teams.md 2.1). */
export function cardResponse(value: Card): AdaptiveCardInvokeResponse {
  const head = { statusCode: 200, type: CARD }
  return written({ ...head, value }, `${JSON.stringify(head).slice(0, -1)},"value":${textOf(value)}}`)
}

const CARD = 'application/vnd.microsoft.card.adaptive'

/** A short note at the tapped card. Never empty: Teams takes an empty value for a failure and sends the tap again. */
export const noteResponse = (text: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
})

/**
 * A polite answer to an invoke that the bot has nothing for, in the shape that its sender can show. Teams repeats an
 * invoke that is answered with 501 (teams.md 2.7).
 */
export function courtesyResponse(invoke: string | null | undefined, text: string): object {
  const [family = '', member] = (invoke ?? '').split('/')
  switch (family) {
    case 'task':
      return { task: { type: 'message', value: text } }
    case 'composeExtension':
      return member === 'fetchTask'
        ? { task: { type: 'message', value: text } }
        : { composeExtension: { type: 'message', text } }
    case 'config':
      return { responseType: 'config', config: { type: 'message', value: text } }
    case 'application':
      return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results: [] } }
    default:
      return noteResponse(text)
  }
}
