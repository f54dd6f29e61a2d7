import { z } from 'zod'
import { type Action, readTap } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { OutsideRefused } from '../../domain/ports.ts'
import type { ConversationRef, Messenger } from '../turn.ts'

const REFRESH = z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) })

/** What a card asks by itself; undefined for one that will not change. */
export function askedBy({ refresh }: Card): Action | undefined {
  const { data } = REFRESH.safeParse(refresh)
  return data && readTap(data.action.verb, data.action.data)
}

/** Puts the card in the place of a message; false where the message is no more, or the bot may not write there. */
export async function shownIn(
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
