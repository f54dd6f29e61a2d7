import { type Action, readTap } from '../../cards/actions.ts'
import { customerCards, newCustomerCards, readersOf } from '../../domain/store/card-copies.ts'
import type { Json } from '../../domain/store/document-store.ts'
import type { TaskOf } from '../../domain/store/outbox.ts'
import type { House, Turn } from '../capability.ts'
import { look } from '../look.ts'
import type { Performers } from '../outbox/outbox-run.ts'
import type { Messenger } from '../turn.ts'
import { askedBy, bringUpToDate, type Life } from './standing-card.ts'

/** A card that waits for Partner Center shows the end by itself. Undefined for a card about anything else. */
export function customerLife(asks: Action, turn: Turn, house: House): Life | undefined {
  const subject = subjectOf(asks, turn)
  if (subject === undefined) return undefined
  const { verb, ...data } = asks
  return {
    subject,
    shows: JSON.parse(JSON.stringify({ verb, data })) as Json,
    // What it waits for may have come while the card was drawn, when nobody knew yet where it would stand.
    late: async () => (askedBy(await look(asks, turn, house)) ? undefined : { kind: 'showCards', subject }),
  }
}

/** The outbox task that brings these cards to what is so now, for each reader as they may see it. */
export function customerCardTasks(house: House, messenger: Pick<Messenger, 'update'>): Pick<Performers, 'showCards'> {
  return {
    async showCards({ subject }: TaskOf<'showCards'>, { correlationId }) {
      for (const reader of await readersOf(house.store, subject))
        await bringUpToDate(
          reader,
          {
            subject,
            async cardOf({ shows }, turn) {
              const asks = askedFor(shows)
              return asks && look(asks, turn, house)
            },
          },
          correlationId,
          house,
          messenger,
        )
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
