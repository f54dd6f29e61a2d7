import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationRef, Messenger } from '../../../bot/turn.ts'
import { tenantId } from '../../../domain/ids.ts'
import { OutsideRefused, OutsideUnavailable } from '../../../domain/ports.ts'
import { APP, card, type OpenDoor, openDoor, TENANT } from '../../support/door.ts'
import { type FakeConnector, type Outcome, startFakeConnector } from '../../support/fake-connector.ts'
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts'

let connector: FakeConnector
let issuer: TokenIssuer
let door: OpenDoor
let messenger: Messenger

beforeAll(async () => {
  connector = await startFakeConnector()
  issuer = await startTokenIssuer(APP)
  door = await openDoor({ issuer, teams: { connectorTimeoutMs: 3_000 } })
  messenger = door.teams.messenger
})
afterEach(() => connector.clear())
afterAll(async () => {
  await door.close()
  await issuer.close()
  await connector.close()
})

const to = (serviceUrl = connector.serviceUrl): ConversationRef => ({
  v: 1,
  serviceUrl,
  conversationId: 'a:anna',
  scope: 'personal',
  botId: '28:bot',
  accountId: '29:anna',
  tenantId: tenantId(TENANT),
})

const faultOf = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => undefined,
    (fault: unknown) => fault,
  )

describe('the messenger', () => {
  it('sends a card with our token, and says which message it became', async () => {
    connector.script([{ status: 201, body: { id: 'message-9' } }])
    expect(await messenger.send(to(), card('hello'))).toEqual({ messageId: 'message-9' })
    expect(connector.sent).toMatchObject([
      { method: 'POST', conversationId: 'a:anna', authorization: 'Bearer sandbox', activity: { summary: 'hello' } },
    ])
  })

  it('puts a new card in the place of an old one', async () => {
    await messenger.update(to(), 'message-9', card('new'))
    expect(connector.sent).toMatchObject([{ method: 'PUT', activityId: 'message-9' }])
  })

  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net/emea/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'ftp://127.0.0.1/',
    'localhost',
  ])('sends nothing to %s, wherever the conversation comes from', async (serviceUrl) => {
    expect(await faultOf(messenger.send(to(serviceUrl), card('x')))).toBeInstanceOf(OutsideRefused)
    expect(await faultOf(messenger.update(to(serviceUrl), 'm', card('x')))).toBeInstanceOf(OutsideRefused)
  })

  it.each<[string, Outcome, object]>([
    ['429', { status: 429 }, { outcome: 'notExecuted', retryAfterMs: undefined }],
    [
      '429 with seconds',
      { status: 429, headers: { 'retry-after': '7' } },
      { outcome: 'notExecuted', retryAfterMs: 7_000 },
    ],
    ['429 for a year', { status: 429, headers: { 'retry-after': '31536000' } }, { retryAfterMs: 3_600_000 }],
    ['429 with nonsense', { status: 429, headers: { 'retry-after': 'soon' } }, { retryAfterMs: undefined }],
    ['412', { status: 412 }, { outcome: 'notExecuted' }],
    ['401', { status: 401 }, { outcome: 'notExecuted' }],
    ['408', { status: 408 }, { outcome: 'unknown' }],
    ['500', { status: 500 }, { outcome: 'unknown' }],
    ['502', { status: 502 }, { outcome: 'unknown' }],
    ['503', { status: 503, headers: { 'retry-after': '1' } }, { outcome: 'unknown' }],
    ['504', { status: 504 }, { outcome: 'unknown' }],
    ['a connection that breaks', { reset: true }, { outcome: 'unknown' }],
    ['a redirect', { status: 307, headers: { location: '/v3/conversations/b/activities' } }, { outcome: 'unknown' }],
  ])('says that it may be tried again after %s, and does not do so itself', async (_, outcome, expected) => {
    connector.script(() => outcome)
    const fault = await faultOf(messenger.send(to(), card('hello')))
    expect(fault).toBeInstanceOf(OutsideUnavailable)
    expect(fault).toMatchObject({ port: 'connector', ...expected })
    expect(connector.sent).toHaveLength(1)
    expect(await faultOf(messenger.update(to(), 'm', card('hello')))).toBeInstanceOf(OutsideUnavailable)
    expect(connector.sent).toHaveLength(2)
  })

  it('does not wait for an answer for ever', async () => {
    const hasty = await openDoor({ issuer, teams: { connectorTimeoutMs: 200 } })
    connector.script(() => ({ hang: true }))
    const fault = await faultOf(hasty.teams.messenger.send(to(), card('hello')))
    expect(fault).toMatchObject({ port: 'connector', outcome: 'unknown' })
    expect(connector.sent).toHaveLength(1)
    await hasty.close()
  })

  it('reads a date after which it may be tried again', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString()
    connector.script([{ status: 429, headers: { 'retry-after': date } }])
    const fault = (await faultOf(messenger.send(to(), card('x')))) as OutsideUnavailable
    expect(fault.retryAfterMs).toBeGreaterThan(30_000)
    expect(fault.retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  it('knows that nothing was sent where nobody listens', async () => {
    const gone = await startFakeConnector()
    await gone.close()
    expect(await faultOf(messenger.send(to(gone.serviceUrl), card('x')))).toMatchObject({ outcome: 'notExecuted' })
  })

  it.each<[string, Outcome, string]>([
    [
      'blocked',
      { status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'a secret' } } },
      'ConversationBlockedByUser',
    ],
    ['gone', { status: 404, body: { error: { code: 'ConversationNotFound' } } }, 'ConversationNotFound'],
    ['refused without a word', { status: 403, body: {} }, '403'],
    ['too big', { status: 413, body: { error: { code: 'MessageSizeTooBig' } } }, 'MessageSizeTooBig'],
    ['not understood', { status: 400, body: { error: { code: 'BadSyntax' } } }, 'BadSyntax'],
  ])('says that it is over when it is %s', async (_, outcome, reason) => {
    connector.script([outcome])
    const fault = await faultOf(messenger.send(to(), card('x')))
    expect(fault).toBeInstanceOf(OutsideRefused)
    expect(fault).toMatchObject({ port: 'connector', reason })
    expect(connector.sent).toHaveLength(1)
  })

  it('does not carry our token to where it is sent on', async () => {
    const elsewhere = await startFakeConnector()
    const location = `${elsewhere.serviceUrl}/v3/conversations/a/activities`
    connector.script([{ status: 307, headers: { location } }])
    await faultOf(messenger.send(to(), card('x')))
    expect(elsewhere.sent).toEqual([])
    await elsewhere.close()
  })
})
