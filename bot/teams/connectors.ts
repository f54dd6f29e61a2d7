import { StringDecoder } from 'node:string_decoder'
import { Agent, EnvHttpProxyAgent } from 'undici'
import { type Card, textOf } from '../../cards/drawing/render.ts'
import { utf8 } from '../http.ts'
import type { Signature } from './identity.ts'

/** What the bot sends to Teams: a card, from itself, into a conversation. */
export type Outgoing = {
  type: 'message'
  from: { id: string; name?: string }
  recipient: { id: string }
  conversation: { id: string }
  replyToId?: string
  summary?: string
  attachments: readonly [{ contentType: 'application/vnd.microsoft.card.adaptive'; content: Card }]
}

/** One attempt each, never longer than the time limit, no redirects. @throws ConnectorAnswer, ConnectorTimeout, or what the network says */
export type Connector = {
  post(conversationId: string, activity: Outgoing): Promise<{ id?: string }>
  put(conversationId: string, activityId: string, activity: Outgoing): Promise<void>
}

/** The connector of a service URL. The caller has checked that the URL is pinned. */
export type Connectors = (serviceUrl: string) => Connector

/** Teams answered, and it was no yes. */
export class ConnectorAnswer extends Error {
  readonly statusCode: number
  readonly retryAfter: string | undefined
  readonly body: string
  constructor(statusCode: number, retryAfter: string | undefined, body: string) {
    super(`the connector answered ${statusCode}`)
    this.statusCode = statusCode
    this.retryAfter = retryAfter
    this.body = body
  }
}

class ConnectorTimeout extends Error {}

/** Connections stay open between messages, but not until the other side closes one while it is being written to. */
const KEPT_OPEN = { keepAliveTimeout: 30_000 }
const AGENTS = {
  http: new Agent(KEPT_OPEN),
  // As for the SDK's own requests, a proxy stands in the environment.
  https: new EnvHttpProxyAgent(KEPT_OPEN),
}

/**
 * The two calls of the connector that the bot makes, as plain requests. The SDK's client sends a POST up to four times,
 * follows redirects with the bot's token (reliability.md 4.4, threat 39), and takes a fifth of a turn.
 */
export function createConnectors(signature: Signature, timeoutMs: number): Connectors {
  const send = (method: Exchange['method'], url: string, activity: Outgoing): Promise<string> =>
    within(timeoutMs, async (signal) => exchange({ method, url, activity, authorization: await signature(), signal }))
  return (serviceUrl) => {
    const conversations = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`
    const activities = (conversationId: string) => `${conversations}/${encodeURIComponent(conversationId)}/activities`
    return {
      post: async (conversationId, activity) => idIn(await send('POST', activities(conversationId), activity)),
      put: async (conversationId, activityId, activity) => {
        await send('PUT', `${activities(conversationId)}/${encodeURIComponent(activityId)}`, activity)
      },
    }
  }
}

const MOST_ANSWER = 64 * 1024

type Exchange = {
  method: 'POST' | 'PUT'
  url: string
  activity: Outgoing
  authorization: string | undefined
  signal: AbortSignal
}

/** One request and the body of its answer, without a stream around either. */
function exchange({ method, url, activity, authorization, signal }: Exchange): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const { origin, protocol, pathname } = new URL(url)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(authorization === undefined ? {} : { authorization }),
  }
  const decoder = new StringDecoder('utf8')
  let [status, retryAfter, text] = [0, '', '']
  const heard = (): void =>
    status >= 200 && status < 300 ? resolve(text) : reject(new ConnectorAnswer(status, retryAfter || undefined, text))
  const dispatcher = protocol === 'https:' ? AGENTS.https : AGENTS.http
  dispatcher.dispatch(
    { origin, path: pathname, method, headers, body: utf8(textOfMessage(activity)) },
    {
      onRequestStart(request) {
        if (signal.aborted) request.abort(signal.reason)
        else signal.onabort = () => request.abort(signal.reason)
      },
      onResponseStart(_, statusCode, told) {
        status = statusCode
        retryAfter = [told['retry-after'] ?? ''].flat()[0] ?? ''
      },
      onResponseData(request, part) {
        text += decoder.write(part)
        if (text.length <= MOST_ANSWER) return
        // What it says is said by its status; nobody fills our memory with the rest.
        heard()
        request.abort(new ConnectorTimeout())
      },
      onResponseEnd: heard,
      onResponseError: (_, error) => reject(error),
    },
  )
  return promise
}

/** The card was written already, if only to be measured. */
function textOfMessage({ attachments, ...head }: Outgoing): string {
  const [{ contentType, content }] = attachments
  const attached = `[{"contentType":"${contentType}","content":${textOf(content)}}]`
  return `${JSON.stringify(head).slice(0, -1)},"attachments":${attached}}`
}

/** The message is there, whether its id can be read or not. */
function idIn(text: string): { id?: string } {
  try {
    const { id } = JSON.parse(text) as { id?: unknown }
    return typeof id === 'string' ? { id } : {}
  } catch {
    return {}
  }
}

/** Ends the wait as well as the request: buying a token may take long, too. */
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
