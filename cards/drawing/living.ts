import type { TapData } from '../actions.ts'
import { type Card, refreshing } from './render.ts'

/** What a card may ask by itself: questions, whose answers change nothing. */
export const QUESTIONS = [
  'open-invitation',
  'invitation',
  'new-customer',
  'bulk-progress',
  'subscription',
  'customer',
] as const
export type Question = (typeof QUESTIONS)[number]

/**
 * The card asks for itself anew when it is looked at, so that one that stands in a chat for weeks says what is so
 * (`refresh`, teams.md 2.2). Whose card it is, the room of Teams adds. A card that will not change any more has none; one
 * in which somebody writes asks only when it is told to, so that nothing typed is lost.
 */
export const living = <V extends Question>(
  card: Card,
  title: string,
  verb: V,
  data: TapData<V>,
  when: 'seen' | 'told' = 'seen',
): Card =>
  refreshing(card, {
    action: { type: 'Action.Execute', title, verb, data },
    ...(when === 'told' ? { userIds: [] } : {}),
  })
