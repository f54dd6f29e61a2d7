import type { Action } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { copiesPk, orderBeside } from '../../domain/store/card-copies.ts'
import { standingIn } from '../../domain/store/people-met.ts'
import type { House, Turn } from '../capability.ts'
import type { ConversationRef } from '../turn.ts'
import { bulkActedOn, bulkLife } from './bulk-cards.ts'
import { customerLife } from './customer-cards.ts'
import { invitationActedOn, invitationLife } from './invitation-cards.ts'
import { askedBy, type Life, stand } from './standing-card.ts'

/**
 * Called with the message that the card of an action came to stand in, when it is a living one: it will be brought to what
 * its subject has become. Called as well when it took the place of a living one. Undefined for any other card.
 */
export function livesIn(
  card: Card,
  action: Action,
  turn: Turn,
  conversation: ConversationRef,
  house: House,
): ((messageId: string) => Promise<void>) | undefined {
  const asks = askedBy(card)
  const before = turn.tapped === undefined ? undefined : standingIn(turn.met, turn.tapped)
  if (asks === undefined && before === undefined) return undefined
  return async (messageId) => {
    const life = asks && (await lifeOf(asks, turn, house))
    // The end that somebody brings about here is put here by the outbox too, should this answer be lost.
    if (before !== undefined && life === undefined && (await subjectOf(action, turn, house)) === before) return
    await stand({ met: turn.met, conversation, messageId }, life, house.store)
    const task = await life?.late()
    if (life === undefined || task === undefined) return
    const { subject } = life
    await orderBeside(house.store, subject, { task, at: house.clock.now(), correlationId: turn.correlationId })
    setTimeout(() => house.committed(copiesPk(subject)), AFTER_THE_ANSWER_MS).unref()
  }
}

/** The answer to the tap has to arrive first, or it would cover what is newer. */
const AFTER_THE_ANSWER_MS = 2_000

const lifeOf = async (asks: Action, turn: Turn, house: House): Promise<Life | undefined> =>
  asks.verb === 'bulk-progress'
    ? bulkLife(asks)
    : (customerLife(asks, turn, house) ?? invitationLife(asks, turn, house))

/** What somebody acts upon. */
const subjectOf = async (action: Action, turn: Turn, house: House): Promise<string | undefined> =>
  bulkActedOn(action) ?? (await invitationActedOn(action, turn, house))
