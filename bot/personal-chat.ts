import { z } from 'zod'
import type { Json } from '../domain/store/document-store.ts'
import type { ConversationRef } from './turn.ts'

const REFERENCE = z.object({
  v: z.literal(1),
  serviceUrl: z.string(),
  conversationId: z.string(),
  scope: z.literal('personal'),
  botId: z.string(),
  botName: z.string().exactOptional(),
  accountId: z.string(),
  tenantId: z.string().transform((text) => text as ConversationRef['tenantId']),
})

/** The stored conversation, if it is one with this person alone: what is said to one person is not for a channel. */
export function personalChat(stored: Json | undefined): ConversationRef | undefined {
  const read = REFERENCE.safeParse(stored)
  return read.success ? read.data : undefined
}

/** A conversation as it is stored: plain JSON by its type, which TypeScript cannot see. */
export const chatRecord = (conversation: ConversationRef): Json => conversation as unknown as Json
