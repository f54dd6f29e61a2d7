import { bodyOf, listenOnLoopback } from './loopback.ts'

/** What the bot sent to a conversation. */
export type Sent = {
  method: 'POST' | 'PUT'
  conversationId: string
  /** The id in the path: of the message that is updated, or answered. */
  activityId: string | undefined
  authorization: string | undefined
  activity: SentActivity
}

export type SentActivity = {
  type: string
  replyToId?: string
  summary?: string
  text?: string
  attachments?: { contentType: string; content: { [property: string]: unknown } }[]
}

/** What one request gets: a status with headers and body, no answer at all, or a connection that breaks. */
export type Outcome =
  | { status: number; headers?: Record<string, string>; body?: object }
  | { hang: true }
  | { reset: true }

export type FakeConnector = {
  /** For `serviceUrl` in an activity. */
  serviceUrl: string
  readonly sent: readonly Sent[]
  /** The cards of all messages, in order. */
  readonly cards: readonly { [property: string]: unknown }[]
  /** The next requests get these, in order; then all is well again. A function decides for each request. */
  script(outcomes: readonly Outcome[] | ((sent: Sent) => Outcome | undefined)): void
  /** Resolves when so many requests have arrived. */
  received(count: number): Promise<void>
  clear(): void
  close(): Promise<void>
}

const PATH = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/

/** The connector of Teams on this machine: takes messages and updates, remembers them, and fails as it is told. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const sent: Sent[] = []
  let waiting: (() => void)[] = []
  let outcomes: Outcome[] = []
  let decide: ((sent: Sent) => Outcome | undefined) | undefined

  const server = await listenOnLoopback(async (request, response) => {
    const path = PATH.exec(request.url ?? '')
    const { method } = request
    if (path === null || (method !== 'POST' && method !== 'PUT')) {
      response.statusCode = 404
      return void response.end()
    }
    const one: Sent = {
      method,
      conversationId: decodeURIComponent(path[1] ?? ''),
      activityId: path[2] === undefined ? undefined : decodeURIComponent(path[2]),
      authorization: request.headers.authorization,
      activity: JSON.parse(await bodyOf(request)) as SentActivity,
    }
    sent.push(one)
    for (const wake of waiting) wake()
    const outcome = decide?.(one) ?? outcomes.shift() ?? { status: 200 }
    if ('hang' in outcome) return
    if ('reset' in outcome) return void request.socket.resetAndDestroy()
    response.writeHead(outcome.status, { 'content-type': 'application/json', ...outcome.headers })
    response.end(JSON.stringify(outcome.body ?? { id: `sent-${sent.length}` }))
  })

  return {
    serviceUrl: server.url,
    sent,
    get cards() {
      return sent.flatMap(({ activity }) => activity.attachments ?? []).map(({ content }) => content)
    },
    script(next) {
      decide = typeof next === 'function' ? next : undefined
      outcomes = typeof next === 'function' ? [] : [...next]
    },
    async received(count) {
      while (sent.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
      waiting = []
    },
    clear() {
      sent.length = 0
      outcomes = []
      decide = undefined
    },
    close: server.close,
  }
}
