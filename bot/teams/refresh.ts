import { type Card, refreshing } from '../../cards/drawing/render.ts'

/** A living card asks anew for the one person whose chat it is in, unless it names nobody itself; left out, Teams would ask for everybody. */
export function forReader(card: Card, accountId: string): Card {
  const { refresh } = card
  return typeof refresh === 'object' && refresh !== null ? refreshing(card, { userIds: [accountId], ...refresh }) : card
}
