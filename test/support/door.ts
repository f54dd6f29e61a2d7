import { pino } from 'pino'
import { createIngress, type IngressOptions } from '../../bot/ingress.ts'
import type { Page } from '../../bot/page.ts'
import { createServer } from '../../bot/server.ts'
import { createTeams, type Teams, type TeamsOptions } from '../../bot/teams/teams.ts'
import type { Answer, Inbound } from '../../bot/turn.ts'
import type { Card } from '../../cards/drawing/render.ts'
import type { FakeConnector } from './fake-connector.ts'
import type { TokenIssuer } from './token-issuer.ts'

export const TENANT = '11111111-1111-4111-8111-111111111111'
export const PERSON = '22222222-2222-4222-8222-222222222222'
export const APP = '99999999-9999-4999-8999-999999999999'

export type DoorOptions = {
  issuer?: TokenIssuer
  answer?: Answer
  teams?: Partial<TeamsOptions>
  ingress?: Partial<IngressOptions>
  pages?: readonly Page[]
  ready?: () => Promise<boolean>
}

export type OpenDoor = {
  url: string
  teams: Teams
  /** Everything that was heard, in order. */
  heard: Inbound[]
  close(): Promise<void>
}

export const card = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak: text,
  body: [{ type: 'TextBlock', text }],
})

/** The real server with the smallest bot behind it: it says back what it heard. */
export async function openDoor(options: DoorOptions = {}): Promise<OpenDoor> {
  const heard: Inbound[] = []
  const log = pino({ level: 'silent' })
  const answer = options.answer ?? (async ({ said }) => ({ kind: 'card', card: card(`heard ${said.kind}`) }) as const)
  const { issuer } = options
  const teams = createTeams({
    bot: issuer === undefined ? undefined : { appId: issuer.appId, type: 'sandbox', metadataUrl: issuer.metadataUrl },
    pins: 'loopback',
    answer: (inbound) => {
      heard.push(inbound)
      return answer(inbound)
    },
    apology: (_, inbound) => ({
      card: card(`sorry ${inbound.correlationId}`),
      note: `sorry ${inbound.correlationId}`,
    }),
    unfurl: async () => undefined,
    notHere: (locale) => (locale === 'ja-JP' ? 'ここでは使えません。' : 'Not here.'),
    log,
    ...options.teams,
  })
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    messages: createIngress({ door: teams.door, pins: 'loopback', deliver: teams.deliver, log, ...options.ingress }),
    pages: options.pages ?? [],
    ready: options.ready ?? (async () => true),
    log,
  })
  const { port } = await server.listen()
  return { url: `http://127.0.0.1:${port}`, teams, heard, close: server.close }
}

let made = 0

/** A message as Teams sends it; `change` replaces parts of it. */
export const message = (connector: Pick<FakeConnector, 'serviceUrl'>, change: object = {}): object => ({
  type: 'message',
  id: `activity-${++made}`,
  timestamp: '2026-01-05T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: connector.serviceUrl,
  from: { id: '29:anna', name: 'Anna', aadObjectId: PERSON },
  recipient: { id: '28:bot', name: 'Partner bot' },
  conversation: { id: 'a:anna', tenantId: TENANT, conversationType: 'personal' },
  channelData: { tenant: { id: TENANT } },
  text: 'help',
  textFormat: 'plain',
  locale: 'en-US',
  ...change,
})

/** A button pressed on a card. */
export const tap = (connector: Pick<FakeConnector, 'serviceUrl'>, verb: string, data: unknown, change: object = {}) =>
  message(connector, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    replyToId: 'card-1',
    ...change,
  })

/** Posts an activity, with a token where one is asked for. */
export async function post(door: OpenDoor, activity: unknown, authorization?: string): Promise<Answered> {
  const response = await fetch(`${door.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  })
  return { status: response.status, text: await response.text() }
}

export type Answered = { status: number; text: string }
