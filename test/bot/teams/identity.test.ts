import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLogger } from '../../../bot/log.ts'
import { createDoor } from '../../../bot/teams/door.ts'
import type { BotIdentity } from '../../../bot/teams/identity.ts'
import { createTeams } from '../../../bot/teams/teams.ts'
import { tenantId } from '../../../domain/ids.ts'
import { APP, card, TENANT } from '../../support/door.ts'

/** Tokens are kept by app id, whoever bought them. */
const MACHINE = '88888888-8888-4888-8888-888888888888'
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/'

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
  vi.unstubAllEnvs()
})

const messengerOf = (bot: BotIdentity) =>
  createTeams({
    bot,
    pins: 'teams',
    answer: async () => ({ kind: 'nothing' }),
    apology: () => ({ card: card('sorry'), note: 'sorry' }),
    unfurl: async () => undefined,
    notHere: () => 'Not here.',
    log: createLogger('silent'),
  }).messenger

const anna = {
  v: 1,
  serviceUrl: SERVICE_URL,
  conversationId: 'a:anna',
  scope: 'personal',
  botId: `28:${APP}`,
  accountId: '29:anna',
  tenantId: tenantId(TENANT),
} as const

describe('among real companies', () => {
  it('a single tenant bot sends with a token that its password bought', async () => {
    const login = nock('https://login.microsoftonline.com')
      .post(`/${TENANT}/oauth2/v2.0/token`, (body) => body.client_id === APP && body.client_secret === 'a secret')
      .query(true)
      .reply(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'bought' })
    const smba = nock('https://smba.trafficmanager.net', { reqheaders: { authorization: 'Bearer bought' } })
      .post('/emea/v3/conversations/a%3Aanna/activities')
      .reply(201, { id: 'message-1' })
    const messenger = messengerOf({ type: 'SingleTenant', appId: APP, tenantId: TENANT, password: 'a secret' })
    expect(await messenger.send(anna, card('hello'))).toEqual({ messageId: 'message-1' })
    smba.done()
    login.done()
  })

  it('a managed identity sends with a token of its machine', async () => {
    vi.stubEnv('IDENTITY_ENDPOINT', 'http://169.254.131.2:8081/msi/token')
    vi.stubEnv('IDENTITY_HEADER', 'this machine')
    const machine = nock('http://169.254.131.2:8081', { reqheaders: { 'x-identity-header': 'this machine' } })
      .get('/msi/token')
      .query({ 'api-version': '2019-08-01', resource: 'https://api.botframework.com', client_id: MACHINE })
      .reply(200, { token_type: 'Bearer', expires_on: '4102444800', access_token: 'given' })
    const smba = nock('https://smba.trafficmanager.net', { reqheaders: { authorization: 'Bearer given' } })
      .put('/emea/v3/conversations/a%3Aanna/activities/message-1')
      .reply(200, {})
    const messenger = messengerOf({ type: 'UserAssignedMSI', appId: MACHINE, tenantId: TENANT })
    await messenger.update(anna, 'message-1', card('hello'))
    smba.done()
    machine.done()
  })

  it('the keys are those that Microsoft publishes', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256')
    const jwk = { ...(await exportJWK(publicKey)), kid: 'theirs', endorsements: ['msteams', 'webchat'] }
    nock('https://login.botframework.com')
      .get('/v1/.well-known/openidconfiguration')
      .reply(200, { jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' })
      .get('/v1/.well-known/keys')
      .reply(200, { keys: [jwk] })
    const token = await new SignJWT({ serviceurl: SERVICE_URL })
      .setProtectedHeader({ alg: 'RS256', kid: 'theirs' })
      .setIssuer('https://api.botframework.com')
      .setAudience(APP)
      .setExpirationTime('1h')
      .sign(privateKey)
    const door = createDoor({ appId: APP })
    expect(door.looksRight(`Bearer ${token}`)).toBe(true)
    expect(await door.admit(`Bearer ${token}`)).toEqual({ serviceUrl: SERVICE_URL })
  })
})
