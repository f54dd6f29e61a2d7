import type { Card } from '../../cards/drawing/render.ts'
import { OutsideRefused } from '../../domain/ports.ts'
import type { ConversationRef, Messenger } from '../turn.ts'
import { outsideFault } from './connector-fault.ts'
import type { Connector, Connectors, Outgoing } from './connectors.ts'
import { forReader } from './refresh.ts'
import { type HostPins, isPinned } from './service-url.ts'

/** The messenger of `bot/turn.ts`, with one thing more: a message can say which one it answers. */
export type TeamsMessenger = Omit<Messenger, 'send'> & {
  send(to: ConversationRef, card: Card, replyToId?: string): Promise<{ messageId: string }>
}

/** Pins are checked at each use: a stored conversation is no better than the store it comes from. */
export function createMessenger(connectors: Connectors, pins: HostPins): TeamsMessenger {
  async function attempt<T>(to: ConversationRef, send: (connector: Connector) => Promise<T>): Promise<T> {
    if (!isPinned(to.serviceUrl, pins)) throw new OutsideRefused('connector', 'host')
    try {
      return await send(connectors(to.serviceUrl))
    } catch (error) {
      throw outsideFault(error)
    }
  }
  return {
    async send(to, card, replyToId) {
      const { id = '' } = await attempt(to, (connector) =>
        connector.post(to.conversationId, outgoing(to, card, replyToId)),
      )
      return { messageId: id }
    },
    update: (to, messageId, card) =>
      attempt(to, (connector) => connector.put(to.conversationId, messageId, outgoing(to, card))),
  }
}

function outgoing(to: ConversationRef, card: Card, replyToId?: string): Outgoing {
  const speak = card.speak
  return {
    type: 'message',
    from: { id: to.botId, ...(to.botName === undefined ? {} : { name: to.botName }) },
    recipient: { id: to.accountId },
    conversation: { id: to.conversationId },
    ...(replyToId === undefined ? {} : { replyToId }),
    // What a notification shows of a message that is only a card.
    ...(typeof speak === 'string' ? { summary: speak } : {}),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: forReader(card, to.accountId) }],
  }
}
