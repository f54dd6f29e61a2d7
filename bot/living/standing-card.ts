import { z } from 'zod'
import { type Action, readTap } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { OutsideRefused } from '../../domain/ports.ts'
import { type Copy, copiesOf, dropCopy, keepCopy, type Reader } from '../../domain/store/card-copies.ts'
import type { DocumentStore, Json } from '../../domain/store/document-store.ts'
import type { Task, TaskOf } from '../../domain/store/outbox.ts'
import { noteStanding, type PersonMet, standingIn } from '../../domain/store/people-met.ts'
import type { House, Turn } from '../capability.ts'
import { lookAs } from '../look.ts'
import { chatRecord, personalChat } from '../personal-chat.ts'
import type { ConversationRef, Messenger } from '../turn.ts'

/** What a card follows: the subject under which its message is remembered, and what it shows of it. */
export type Life = {
  subject: string
  shows: Json
  /** What brings the card to what is so, where the news has passed it by. */
  late(): Promise<Task | undefined>
}

const REFRESH = z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) })

/** What a card asks by itself; undefined for one that will not change. */
export function askedBy({ refresh }: Card): Action | undefined {
  const { data } = REFRESH.safeParse(refresh)
  return data && readTap(data.action.verb, data.action.data)
}

/**
 * Remembers what a message shows its reader from now on; without a life a card that will not change. What it showed before
 * is forgotten, so that no news of that covers what the person has gone on to.
 */
export async function stand(
  { met, conversation, messageId }: { met: PersonMet; conversation: ConversationRef; messageId: string },
  life: Pick<Life, 'subject' | 'shows'> | undefined,
  store: DocumentStore,
): Promise<void> {
  const { tenantId, userId } = met
  const reader = { tenantId, userId }
  const before = standingIn(met, messageId)
  if (before !== life?.subject) {
    if (before !== undefined) await dropCopy(store, before, reader, { messageId })
    await noteStanding(store, met, messageId, life?.subject)
  }
  if (life === undefined) return
  await keepCopy(store, life.subject, reader, { conversation: chatRecord(conversation), messageId, shows: life.shows })
}

/** How the remembered cards of a subject are brought to what is so now. */
type Showing = {
  subject: string
  /** Undefined where nothing is left to be shown. */
  cardOf(copy: Copy, turn: Turn): Promise<Card | undefined>
  /** Whether this card will never change; else that it asks nothing by itself says so. */
  isLast?(card: Card): boolean
  /** The message in which the news was made shows it already. */
  answered?: TaskOf<'updateCards'>['answered']
}

/** Brings the cards of one reader to what is so now; one that is gone, or will not change any more, is forgotten. */
export async function bringUpToDate(
  reader: Reader,
  { subject, cardOf, answered, isLast = (card) => askedBy(card) === undefined }: Showing,
  correlationId: string,
  house: House,
  messenger: Pick<Messenger, 'update'>,
): Promise<void> {
  const { store } = house
  const copies = await copiesOf(store, subject, reader)
  const turn = copies.length > 0 ? await lookAs(reader, { correlationId }, house) : undefined
  for (const copy of copies) {
    if (copy.messageId === answered?.messageId) {
      if (answered.isOver) await dropCopy(store, subject, reader, copy)
      continue
    }
    const conversation = personalChat(copy.conversation)
    const card = turn && (await cardOf(copy, turn))
    const isGone = !card || !conversation || !(await shownIn(messenger, conversation, copy.messageId, card))
    if (isGone || isLast(card)) await dropCopy(store, subject, reader, copy)
  }
}

/** Puts the card in the place of a message; false where the message is no more, or the bot may not write there. */
async function shownIn(
  messenger: Pick<Messenger, 'update'>,
  conversation: ConversationRef,
  messageId: string,
  card: Card,
): Promise<boolean> {
  try {
    await messenger.update(conversation, messageId, card)
    return true
  } catch (error) {
    if (error instanceof OutsideRefused) return false
    throw error
  }
}
