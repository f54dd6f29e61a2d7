import { type Action, readTap } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import {
  copiesOf,
  copiesPk,
  customerCards,
  dropCopy,
  keepCopy,
  newCustomerCards,
  orderBeside,
  readersOf,
} from '../../domain/store/card-copies.ts'
import type { Json } from '../../domain/store/document-store.ts'
import type { TaskOf } from '../../domain/store/outbox.ts'
import type { House, Turn } from '../capability.ts'
import { look, lookAs } from '../look.ts'
import type { Performers } from '../outbox/outbox-run.ts'
import { chatRecord, personalChat } from '../personal-chat.ts'
import type { ConversationRef, Messenger } from '../turn.ts'
import { askedBy, shownIn } from './standing-card.ts'

/**
 * Remembers the message in which a card came to stand that waits for Partner Center, so that it shows the end by itself.
 * Undefined for a card about anything else.
 */
export function customerLivesIn(
  asks: Action,
  turn: Turn,
  conversation: ConversationRef,
  house: House,
): ((messageId: string) => Promise<void>) | undefined {
  const subject = subjectOf(asks, turn)
  if (subject === undefined) return undefined
  const { actor, correlationId } = turn
  return async (messageId) => {
    const { verb, ...data } = asks
    const shows = JSON.parse(JSON.stringify({ verb, data })) as Json
    const copy = { conversation: chatRecord(conversation), messageId, shows }
    await keepCopy(house.store, subject, { tenantId: actor.tenantId, userId: actor.userId }, copy)
    // What it waits for may have come while the card was drawn, when nobody knew yet where it would stand.
    if (askedBy(await look(asks, turn, house))) return
    const at = house.clock.now()
    await orderBeside(house.store, subject, { task: { kind: 'showCards', subject }, at, correlationId })
    setTimeout(() => house.committed(copiesPk(subject)), AFTER_THE_ANSWER_MS).unref()
  }
}

/** The answer to the tap has to arrive first, or it would cover what is newer. */
const AFTER_THE_ANSWER_MS = 1_000

/** The outbox task that brings these cards to what is so now, for each reader as they may see it. */
export function customerCardTasks(house: House, messenger: Pick<Messenger, 'update'>): Pick<Performers, 'showCards'> {
  const { store } = house
  return {
    async showCards({ subject }: TaskOf<'showCards'>, { correlationId }) {
      for (const reader of await readersOf(store, subject)) {
        const turn = await lookAs(reader, { correlationId }, house)
        for (const copy of await copiesOf(store, subject, reader)) {
          const conversation = personalChat(copy.conversation)
          const asks = askedFor(copy.shows)
          const card: Card | undefined = turn && asks && (await look(asks, turn, house))
          const isGone = !card || !conversation || !(await shownIn(messenger, conversation, copy.messageId, card))
          if (isGone || askedBy(card) === undefined) await dropCopy(store, subject, reader, copy)
        }
      }
    },
  }
}

function subjectOf(asks: Action, { actor }: Turn): string | undefined {
  if (asks.verb === 'subscription' || asks.verb === 'customer') return customerCards(asks.tenant)
  return asks.verb === 'new-customer' ? newCustomerCards(actor.tenantId, asks.draft) : undefined
}

function askedFor(shows: Json): Action | undefined {
  if (shows === null || typeof shows !== 'object' || Array.isArray(shows)) return undefined
  return typeof shows.verb === 'string' ? readTap(shows.verb, shows.data) : undefined
}
