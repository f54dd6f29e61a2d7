import type { ConnectorClient, ConnectorFactory } from 'botframework-connector'

/** What the bot sends to Teams: a card, from itself, into a conversation. */
export type Outgoing = {
  type: 'message'
  from: { id: string; name?: string }
  recipient: { id: string }
  conversation: { id: string }
  replyToId?: string
  summary?: string
  attachments: readonly [{ contentType: 'application/vnd.microsoft.card.adaptive'; content: object }]
}

/** One attempt each, never longer than the time limit; rejections are the SDK's own. */
export type Connector = {
  post(conversationId: string, activity: Outgoing): Promise<{ id?: string }>
  put(conversationId: string, activityId: string, activity: Outgoing): Promise<void>
}

/** The connector of a service URL, made once and kept. The caller has checked that the URL is pinned. */
export type Connectors = (serviceUrl: string) => Promise<Connector>

const AUDIENCE = 'https://api.botframework.com'
const KEPT = 64

export function createConnectors(factory: ConnectorFactory, timeoutMs: number): Connectors {
  const kept = new Map<string, Promise<Connector>>()
  return (serviceUrl) => {
    const known = kept.get(serviceUrl)
    if (known !== undefined) return known
    const made = factory.create(serviceUrl, AUDIENCE).then((client) => connectorOf(client, timeoutMs))
    made.catch(() => kept.delete(serviceUrl))
    for (const oldest of kept.keys()) {
      if (kept.size < KEPT) break
      kept.delete(oldest)
    }
    kept.set(serviceUrl, made)
    return made
  }
}

function connectorOf(client: ConnectorClient, timeoutMs: number): Connector {
  tame(client)
  const conversations = client.conversations
  return {
    post: (conversationId, activity) =>
      within(timeoutMs, (abortSignal) =>
        conversations.sendToConversation(conversationId, activity as never, { abortSignal }),
      ),
    put: async (conversationId, activityId, activity) => {
      await within(timeoutMs, (abortSignal) =>
        conversations.updateActivity(conversationId, activityId, activity as never, { abortSignal }),
      )
    },
  }
}

type Pipeline = { removePolicy(options: { name: string }): unknown; getOrderedPolicies(): readonly { name: string }[] }

/**
 * Takes away what the SDK's pipeline does unasked: it sends a POST up to four times, and follows redirects with the
 * bot's token (reliability.md 4.4, threat 39). The pipeline is not public, so a test counts the attempts.
 */
function tame(client: ConnectorClient): void {
  const { pipeline } = Reflect.get(client, 'client') as { pipeline: Pipeline }
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) pipeline.removePolicy({ name })
}

/** Ends the wait as well as the request: the SDK does not pass the signal on while it fetches its own token. */
async function within<T>(timeoutMs: number, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new ConnectorTimeout())
    abort.abort()
  }, timeoutMs)
  try {
    return await Promise.race([attempt(abort.signal), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

export class ConnectorTimeout extends Error {}
