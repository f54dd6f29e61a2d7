import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { captureConsole } from '../../bot/log.ts'
import { APP, message, type OpenDoor, openDoor, post } from '../support/door.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { startTokenIssuer, type TokenIssuer, type TokenOptions } from '../support/token-issuer.ts'

let connector: FakeConnector
let issuer: TokenIssuer
let giveBackConsole: () => void
let door: OpenDoor

beforeAll(async () => {
  giveBackConsole = captureConsole(pino({ level: 'silent' }))
  connector = await startFakeConnector()
  issuer = await startTokenIssuer(APP)
  door = await openDoor({ issuer })
})
afterEach(() => {
  connector.clear()
  door.heard.length = 0
})
afterAll(async () => {
  giveBackConsole()
  await door.close()
  await issuer.close()
  await connector.close()
})

const bearer = async (options?: TokenOptions, serviceUrl = connector.serviceUrl): Promise<string> =>
  `Bearer ${await issuer.token(serviceUrl, options)}`

/** Nobody was heard, nothing was sent, and the answer says nothing. */
async function expectRefusal(status: number, activity: unknown, authorization?: string): Promise<void> {
  expect(await post(door, activity, authorization)).toEqual({ status, text: '' })
  expect(door.heard).toEqual([])
  expect(connector.sent).toEqual([])
}

describe('a token of the channel', () => {
  it('is let in, and answered with a token of ours', async () => {
    expect(await post(door, message(connector), await bearer())).toEqual({ status: 200, text: '' })
    expect(door.heard).toHaveLength(1)
    expect(connector.sent.map(({ authorization }) => authorization)).toEqual(['Bearer sandbox'])
  })

  it.each([
    ['expired four minutes ago', { expiresIn: -240 }],
    ['will be valid in four minutes', { notBefore: 240 }],
    ['says nothing of when it begins', { notBefore: undefined }],
    ['lives a day', { expiresIn: 24 * 3600 }],
  ])('is let in when it %s', async (_, options) => {
    expect((await post(door, message(connector), await bearer(options))).status).toBe(200)
  })
})

describe('a header that is no bearer token', () => {
  it.each([
    ['nothing', undefined],
    ['junk', 'junk'],
    ['a token of three letters', 'Bearer a.b.c'],
    ['basic credentials', 'Basic dXNlcjpwYXNz'],
    ['the scheme alone', 'Bearer'],
    ['the scheme and a space', 'Bearer '],
    ['a token without its signature', 'Bearer eyJhbGciOiJSUzI1NiJ9.e30'],
    ['a very long token', `Bearer ${'a'.repeat(9_000)}.b.c`],
    ['JSON that is no object', `Bearer ${btoa('1')}.${btoa('null')}.aaaa`],
  ])('%s is refused', async (_, authorization) => {
    await expectRefusal(401, message(connector), authorization)
  })

  it('a good token after another scheme, in other case, or after two spaces is refused', async () => {
    const token = await issuer.token(connector.serviceUrl)
    for (const scheme of ['bearer ', 'BEARER ', 'Bearer  ', 'Token ']) {
      await expectRefusal(401, message(connector), `${scheme}${token}`)
    }
  })
})

describe('a forged token', () => {
  it('without a signature is refused', async () => {
    await expectRefusal(401, message(connector), `Bearer ${issuer.unsigned(connector.serviceUrl)}`)
    await expectRefusal(401, message(connector), `Bearer ${issuer.unsigned(connector.serviceUrl)}aaaa`)
  })

  it('signed with the public key as a secret is refused', async () => {
    await expectRefusal(401, message(connector), `Bearer ${await issuer.signedWithPublicKey(connector.serviceUrl)}`)
  })

  it('signed by a stranger is refused, under a known and an unknown key id', async () => {
    await expectRefusal(401, message(connector), await bearer({ signedBy: 'stranger' }))
    await expectRefusal(401, message(connector), await bearer({ signedBy: 'stranger', kid: 'nobody' }))
    await expectRefusal(401, message(connector), await bearer({ kid: 'nobody' }))
  })

  it('with claims exchanged under a good signature is refused', async () => {
    const [header, , signature] = (await issuer.token(connector.serviceUrl)).split('.')
    const [, claims] = (await issuer.token('http://127.0.0.1:9/')).split('.')
    await expectRefusal(401, message(connector), `Bearer ${header}.${claims}.${signature}`)
  })
})

describe('a token that is not for us, or not for now', () => {
  it.each<[string, TokenOptions]>([
    ['for another bot', { claims: { aud: '88888888-8888-4888-8888-888888888888' } }],
    ['for several bots', { claims: { aud: [APP] } }],
    ['for nobody', { claims: { aud: undefined } }],
    ['from another issuer', { claims: { iss: 'https://evil.example' } }],
    ['from nobody', { claims: { iss: undefined } }],
    [
      'from Entra, as the emulator has',
      { claims: { iss: `https://sts.windows.net/${APP}/`, azp: APP, ver: '2.0', tid: APP } },
    ],
    [
      'from Entra 2.0',
      { claims: { iss: `https://login.microsoftonline.com/${APP}/v2.0`, azp: APP, ver: '2.0', tid: APP } },
    ],
    [
      'of a skill',
      { claims: { iss: `https://sts.windows.net/${APP}/`, azp: '77777777-7777-4777-8777-777777777777', ver: '2.0' } },
    ],
    ['expired ten minutes ago', { expiresIn: -600 }],
    ['not valid for ten minutes', { notBefore: 600 }],
    ['without an end', { expiresIn: undefined }],
    ['of ten years', { expiresIn: 10 * 365 * 24 * 3600 }],
    ['with an end that is no number', { claims: { exp: '9999999999' } }],
    ['without a service URL', { claims: { serviceurl: undefined } }],
    ['with the service URL in another case', { claims: { serviceurl: undefined, serviceUrl: 'http://127.0.0.1/' } }],
  ])('%s is refused', async (_, options) => {
    await expectRefusal(401, message(connector), await bearer(options))
  })
})

describe('a good token beside an activity that does not fit it', () => {
  it.each<[string, number, object]>([
    ['another service URL', 400, { serviceUrl: 'http://127.0.0.1:9/' }],
    ['no service URL', 400, { serviceUrl: undefined }],
    ['an empty service URL', 400, { serviceUrl: '' }],
    ['a service URL far away', 403, { serviceUrl: 'https://evil.example/' }],
    ['a service URL of Teams, in the sandbox', 403, { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['the emulator for a channel', 400, { channelId: 'emulator' }],
    ['the web chat for a channel', 400, { channelId: 'webchat' }],
    ['Direct Line for a channel', 400, { channelId: 'directline' }],
    ['an App Service extension for a channel', 400, { channelId: 'AseChannel' }],
    ['no channel', 400, { channelId: undefined }],
  ])('%s is refused', async (_, status, change) => {
    await expectRefusal(status, message(connector, change), await bearer())
  })

  it('a host far away is refused even when the token names it', async () => {
    const serviceUrl = 'https://evil.example/'
    await expectRefusal(403, message(connector, { serviceUrl }), await bearer({}, serviceUrl))
  })
})

describe('the keys of the channel', () => {
  it('are read once, however many ask at once', async () => {
    const own = await startTokenIssuer(APP)
    const fresh = await openDoor({ issuer: own })
    const token = `Bearer ${await own.token(connector.serviceUrl)}`
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(fresh, message(connector), token)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(own.reads).toBe(2)
    await fresh.close()
    await own.close()
  })

  it('must be endorsed for Teams', async () => {
    for (const channels of [['webchat'], [], undefined]) {
      const own = await startTokenIssuer(APP)
      own.endorse(channels)
      const fresh = await openDoor({ issuer: own })
      const token = `Bearer ${await own.token(connector.serviceUrl)}`
      expect(await post(fresh, message(connector), token)).toEqual({ status: 401, text: '' })
      await fresh.close()
      await own.close()
    }
  })

  it('that cannot be read let nobody in, and are read again', async () => {
    const own = await startTokenIssuer(APP)
    own.answerWith('error')
    const fresh = await openDoor({ issuer: own })
    const token = `Bearer ${await own.token(connector.serviceUrl)}`
    expect(await post(fresh, message(connector), token)).toEqual({ status: 401, text: '' })
    own.answerWith('keys')
    await expect.poll(async () => (await post(fresh, message(connector), token)).status, { timeout: 10_000 }).toBe(200)
    await fresh.close()
    await own.close()
  })

  it('are not asked for by a token that could not be good', async () => {
    const own = await startTokenIssuer(APP)
    const fresh = await openDoor({ issuer: own })
    for (const authorization of ['Bearer a.b.c', `Bearer ${own.unsigned(connector.serviceUrl)}aaaa`]) {
      await post(fresh, message(connector), authorization)
    }
    expect(own.reads).toBe(0)
    await fresh.close()
    await own.close()
  })
})
