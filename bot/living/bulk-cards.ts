import type { Action } from '../../cards/actions.ts'
import { hasRows } from '../../domain/bulk/bulk.ts'
import { OutsideRefused } from '../../domain/ports.ts'
import { copiesOf, dropCopy, keepCopy, readersOf } from '../../domain/store/card-copies.ts'
import type { House, Turn } from '../capability.ts'
import { look, lookAs } from '../look.ts'
import { chatRecord, personalChat } from '../personal-chat.ts'
import type { ConversationRef, Messenger } from '../turn.ts'

const subjectOf = (bulk: string): string => `blk.${bulk}`

/** Remembers the message in which a job's card came to stand, so that it shows the progress by itself. */
export const bulkLivesIn =
  (
    { bulk }: Extract<Action, { verb: 'bulk-progress' }>,
    { actor }: Pick<Turn, 'actor'>,
    conversation: ConversationRef,
    house: House,
  ) =>
  (messageId: string): Promise<void> => {
    const { tenantId, userId } = actor
    const copy = { conversation: chatRecord(conversation), messageId, shows: {} }
    return keepCopy(house.store, subjectOf(bulk), { tenantId, userId }, copy)
  }

/** Brings every remembered card of a job to where it is now; a message that is gone, or will not change any more, is forgotten. */
export async function showBulk(
  bulk: string,
  correlationId: string,
  house: House,
  messenger: Pick<Messenger, 'update'>,
): Promise<void> {
  const subject = subjectOf(bulk)
  const job = await house.bulks.find(bulk)
  const isLast = job !== undefined && hasRows(job) && job.sweptAt !== undefined
  for (const reader of await readersOf(house.store, subject)) {
    const turn = await lookAs(reader, { correlationId }, house)
    const card = turn && (await look({ verb: 'bulk-progress', bulk }, turn, house))
    for (const copy of await copiesOf(house.store, subject, reader)) {
      const conversation = personalChat(copy.conversation)
      try {
        if (!card || !conversation) throw new OutsideRefused('connector', 'nobody is there')
        await messenger.update(conversation, copy.messageId, card)
        if (isLast) await dropCopy(house.store, subject, reader, copy)
      } catch (error) {
        if (!(error instanceof OutsideRefused)) throw error
        await dropCopy(house.store, subject, reader, copy)
      }
    }
  }
}
