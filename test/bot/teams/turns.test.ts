import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../../bot/turn.ts'
import { card, message, type OpenDoor, openDoor, PERSON, post, TENANT, tap } from '../../support/door.ts'
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts'

let connector: FakeConnector
let door: OpenDoor
let answer: Answer = async () => ({ kind: 'card', card: card('hello') })

beforeAll(async () => {
  connector = await startFakeConnector()
  door = await openDoor({
    answer: (inbound) => answer(inbound),
    teams: { connectorTimeoutMs: 500, turnTimeoutMs: 1_000 },
  })
})
afterEach(() => {
  connector.clear()
  door.heard.length = 0
  answer = async () => ({ kind: 'card', card: card('hello') })
})
afterAll(async () => {
  await door.close()
  await connector.close()
})

const said = async (activity: object) => {
  expect((await post(door, activity)).status).toBe(200)
  return door.heard.at(-1)
}

describe('what is heard', () => {
  it('is a text, with who said it and where', async () => {
    expect(await said(message(connector, { id: 'm1', text: '  help ', localTimezone: 'Asia/Tokyo' }))).toEqual({
      activityId: 'm1',
      person: { tenantId: TENANT, userId: PERSON },
      conversation: {
        v: 1,
        serviceUrl: connector.serviceUrl,
        conversationId: 'a:anna',
        scope: 'personal',
        botId: '28:bot',
        botName: 'Partner bot',
        accountId: '29:anna',
        tenantId: TENANT,
      },
      locale: 'en-US',
      timeZone: 'Asia/Tokyo',
      said: { kind: 'text', text: 'help' },
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('is a text without the mention of the bot, and with those of others', async () => {
    const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } })
    const heard = await said(
      message(connector, {
        text: '<at>Partner bot</at> tell <at>Ken</at> my status',
        entities: [mention('28:bot', '<at>Partner bot</at>'), mention('29:ken', '<at>Ken</at>')],
        conversation: { id: '19:c;messageid=1', conversationType: 'channel', tenantId: TENANT },
      }),
    )
    expect(heard?.said).toEqual({ kind: 'text', text: 'tell <at>Ken</at> my status' })
    expect(heard?.conversation).toMatchObject({ scope: 'channel', conversationId: '19:c;messageid=1' })
  })

  it.each([
    ['ja', 'ja-JP'],
    ['ja-JP', 'ja-JP'],
    ['JA-jp', 'ja-JP'],
    ['en', 'en-US'],
    ['en-GB', 'en-US'],
    ['de-DE', undefined],
    ['jav', undefined],
    [undefined, undefined],
  ])('in the language %s it is %s', async (locale, expected) => {
    expect((await said(message(connector, { locale })))?.locale).toBe(expected)
  })

  it('takes language and time zone from the client where the activity has none', async () => {
    const client = { type: 'clientInfo', locale: 'ja-JP', timezone: 'Asia/Tokyo' }
    const heard = await said(message(connector, { locale: undefined, entities: [{ type: 'x' }, client] }))
    expect(heard).toMatchObject({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' })
  })

  it('leaves away a time zone that is none', async () => {
    expect((await said(message(connector, { localTimezone: 'Moon/Base' })))?.timeZone).toBeUndefined()
  })

  it.each([
    ['add', { kind: 'installed' }],
    ['add-upgrade', { kind: 'installed' }],
    ['remove', { kind: 'uninstalled' }],
    ['remove-upgrade', { kind: 'uninstalled' }],
  ])('is an installation: %s', async (action, expected) => {
    answer = async () => ({ kind: 'nothing' })
    const heard = await said(message(connector, { type: 'installationUpdate', action, text: undefined }))
    expect(heard?.said).toEqual(expected)
  })

  it('is nothing, when people come and go or only type', async () => {
    answer = async () => ({ kind: 'nothing' })
    for (const type of ['conversationUpdate', 'typing', 'messageReaction', 'somethingNew']) {
      const heard = await said(message(connector, { type, text: undefined, id: undefined, from: { id: '28:bot' } }))
      expect(heard).toMatchObject({ said: { kind: 'nothing' }, person: undefined })
    }
  })
})

describe('a text', () => {
  it('is answered by a card in its conversation', async () => {
    expect(await post(door, message(connector, { id: 'm2' }))).toEqual({ status: 200, text: '' })
    expect(connector.sent).toEqual([
      {
        method: 'POST',
        conversationId: 'a:anna',
        activityId: undefined,
        authorization: undefined,
        activity: {
          type: 'message',
          from: { id: '28:bot', name: 'Partner bot' },
          recipient: { id: '29:anna' },
          conversation: { id: 'a:anna' },
          replyToId: 'm2',
          summary: 'hello',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card('hello') }],
        },
      },
    ])
  })

  it('may need no answer', async () => {
    answer = async () => ({ kind: 'nothing' })
    expect((await post(door, message(connector))).status).toBe(200)
    expect(connector.sent).toEqual([])
  })

  it('whose answer did not get through is answered when Teams delivers it again', async () => {
    const activity = message(connector)
    connector.script([{ status: 502 }])
    expect(await post(door, activity)).toEqual({ status: 502, text: '' })
    expect(await post(door, activity)).toEqual({ status: 200, text: '' })
    expect(connector.sent).toHaveLength(2)
  })

  it('of somebody who took the bot away is over', async () => {
    connector.script([{ status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'x' } } }])
    expect((await post(door, message(connector))).status).toBe(200)
    expect(connector.sent).toHaveLength(1)
  })
})

describe('a tap', () => {
  const envelope = async (activity: object): Promise<unknown> => {
    const { status, text } = await post(door, activity)
    expect(status).toBe(200)
    return JSON.parse(text)
  }

  it('is answered by a card in the response, and by no message', async () => {
    expect(await envelope(tap(connector, 'status', { rev: 3 }))).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card('hello'),
    })
    expect(connector.sent).toEqual([])
    expect(door.heard[0]?.said).toEqual({
      kind: 'tap',
      verb: 'status',
      inBody: true,
      data: { rev: 3 },
      trigger: 'manual',
      replyTo: 'card-1',
    })
  })

  it('by the client itself says so', async () => {
    const action = { type: 'Action.Execute', verb: 'status' }
    await envelope(tap(connector, '', {}, { value: { action, trigger: 'automatic' } }))
    expect(door.heard[0]?.said).toMatchObject({ trigger: 'automatic', data: {} })
  })

  it('that needs no card is acknowledged by something that is not empty', async () => {
    answer = async () => ({ kind: 'nothing' })
    const reply = await envelope(tap(connector, 'home', {}))
    expect(reply).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' })
    expect((reply as { value: string }).value).not.toBe('')
  })

  it('of an old client comes as a message, and its card is replaced', async () => {
    const value = { verb: 'enroll-save-mpn', op: 'x', mpnId: '1234567' }
    await post(door, message(connector, { text: undefined, value, replyToId: 'card-7' }))
    expect(door.heard[0]?.said).toMatchObject({ kind: 'tap', verb: 'enroll-save-mpn', data: value, replyTo: 'card-7' })
    expect(connector.sent).toMatchObject([{ method: 'PUT', activityId: 'card-7' }])
  })

  it('of an old client on a card that is gone is answered by a new one', async () => {
    connector.script([{ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } }])
    await post(door, message(connector, { text: undefined, value: { verb: 'home' }, replyToId: 'card-7' }))
    expect(connector.sent.map(({ method }) => method)).toEqual(['PUT', 'POST'])
    expect(connector.cards).toHaveLength(2)
  })
})

describe('an invoke that nobody expects', () => {
  const note = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Not here.' }
  const task = { task: { type: 'message', value: 'Not here.' } }
  const nothing = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } }
  const extension = { composeExtension: { type: 'message', text: 'Not here.' } }

  it.each<[string, object]>([
    ['signin/failure', note],
    ['signin/tokenExchange', note],
    ['signin/verifyState', note],
    ['message/submitAction', note],
    ['message/fetchTask', note],
    ['suggestedActions/submit', note],
    ['handoff/action', note],
    ['fileConsent/invoke', note],
    ['tab/fetch', note],
    ['task/fetch', task],
    ['task/submit', task],
    ['composeExtension/queryLink', nothing],
    ['composeExtension/submitAction', extension],
    ['composeExtension/fetchTask', task],
    ['config/fetch', { responseType: 'config', config: { type: 'message', value: 'Not here.' } }],
    ['constructor', note],
    ['💥/../etc', note],
    ['', note],
  ])('%s gets a polite answer', async (name, expected) => {
    const { status, text } = await post(door, message(connector, { type: 'invoke', name, value: { x: 1 } }))
    expect([status, JSON.parse(text)]).toEqual([200, expected])
    expect(door.heard).toEqual([])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'home'],
    ['no action', {}],
    ['an action without a verb', { action: { type: 'Action.Execute' } }],
    ['a verb that is a number', { action: { verb: 1 } }],
    ['a verb of a mile', { action: { verb: 'x'.repeat(1_000) } }],
    ['another trigger', { action: { verb: 'home' }, trigger: 'sideways' }],
  ])('a card action with %s gets a polite answer', async (_, value) => {
    const { status, text } = await post(door, tap(connector, '', {}, { value, locale: 'ja-JP' }))
    expect([status, JSON.parse(text)]).toEqual([200, { ...note, value: 'ここでは使えません。' }])
    expect(door.heard).toEqual([])
  })

  it('of somebody Teams does not name is answered without a turn', async () => {
    const redacted = {
      type: 'invoke',
      name: 'composeExtension/anonymousQueryLink',
      from: { id: 'redacted', aadObjectId: 'redacted' },
      conversation: { id: 'redacted', tenantId: 'redacted' },
      channelData: { tenant: { id: 'redacted' } },
      value: { url: 'https://bot.example.com/i/x' },
    }
    const { status, text } = await post(door, message(connector, redacted))
    expect([status, JSON.parse(text)]).toEqual([200, nothing])
    expect(door.heard).toEqual([])
  })
})

describe('a living card', () => {
  const asks = { action: { type: 'Action.Execute', title: 'Refresh', verb: 'invitation', data: { invitation: 'i' } } }
  const alive = { ...card('alive'), refresh: asks }
  const mine = { ...asks, userIds: ['29:anna'] }
  let stood: string[] = []
  const stands = async (id: string) => void stood.push(id)
  beforeEach(() => {
    stood = []
    answer = async () => ({ kind: 'card', card: alive, stands })
  })
  const sentRefresh = () =>
    connector.sent.map(({ method, activity }) => [method, activity.attachments?.[0]?.content.refresh])

  it('asks for the person of the chat alone, and is known by the message that holds it', async () => {
    await post(door, message(connector))
    expect(sentRefresh()).toEqual([['POST', mine]])
    const { text } = await post(door, tap(connector, 'home', {}))
    expect(JSON.parse(text).value.refresh).toEqual(mine)
    await post(door, message(connector, { text: undefined, value: { verb: 'home' }, replyToId: 'card-7' }))
    expect(sentRefresh().at(-1)).toEqual(['PUT', mine])
    expect(stood).toEqual(['sent-1', 'card-1', 'card-7'])
  })

  it('asks nobody by itself when it says so', async () => {
    answer = async () => ({ kind: 'card', card: { ...alive, refresh: { ...asks, userIds: [] } } })
    await post(door, message(connector))
    expect(sentRefresh()).toEqual([['POST', { ...asks, userIds: [] }]])
  })

  it('is there although nobody can remember where', async () => {
    answer = async () => ({ kind: 'card', card: alive, stands: () => Promise.reject(new Error('no store')) })
    const { text } = await post(door, tap(connector, 'home', {}))
    expect(JSON.parse(text).value.refresh).toEqual(mine)
    expect((await post(door, message(connector))).status).toBe(200)
    expect(connector.sent).toHaveLength(1)
  })

  it('that could not be brought up to date asks again', async () => {
    answer = () => Promise.reject(new Error('no store'))
    const action = { type: 'Action.Execute', verb: 'invitation', data: { invitation: 'i' } }
    const { text } = await post(door, tap(connector, '', {}, { value: { action, trigger: 'automatic' } }))
    const { statusCode, type, value } = JSON.parse(text)
    expect([statusCode, type]).toEqual([200, 'application/vnd.microsoft.card.adaptive'])
    expect(value.refresh).toEqual({ action, userIds: ['29:anna'] })
  })
})

describe('a pasted link', () => {
  it('stays as it was pasted when the bot cannot say what it is', async () => {
    const broken = await openDoor({ teams: { unfurl: () => Promise.reject(new Error('secret-db-password')) } })
    const link = message(connector, {
      type: 'invoke',
      name: 'composeExtension/queryLink',
      value: { url: 'https://x.example' },
    })
    const { status, text } = await post(broken, link)
    await broken.close()
    expect([status, JSON.parse(text).composeExtension]).toEqual([
      200,
      { type: 'result', attachmentLayout: 'list', attachments: [] },
    ])
  })
})

describe('a fault', () => {
  const fault: Answer = async () => {
    throw new Error('secret-db-password')
  }

  it('in a text is one apology with the number under which it is found', async () => {
    answer = fault
    expect(await post(door, message(connector))).toEqual({ status: 200, text: '' })
    expect(connector.cards).toEqual([card(`sorry ${door.heard[0]?.correlationId}`)])
  })

  it('in a tap is a note beside the card, which keeps its button and what was typed', async () => {
    answer = fault
    const { status, text } = await post(door, tap(connector, 'home', {}))
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: `sorry ${door.heard[0]?.correlationId}`,
    })
    expect(text).not.toContain('secret')
  })

  it('thrown at once, or that is no error, is one as well', async () => {
    answer = () => {
      throw 'secret-db-password'
    }
    expect((await post(door, tap(connector, 'home', {}))).text).toContain('sorry')
    answer = () => Promise.reject(undefined)
    expect((await post(door, tap(connector, 'home', {}))).text).toContain('sorry')
  })

  it('is also a turn that never ends', async () => {
    answer = () => new Promise(() => undefined)
    expect((await post(door, tap(connector, 'home', {}))).text).toContain('sorry')
  })

  it('does not stand in the way of the same activity coming again', async () => {
    const activity = message(connector)
    answer = fault
    await post(door, activity)
    answer = async () => ({ kind: 'card', card: card('all well') })
    await post(door, activity)
    expect(connector.cards.map(({ speak }) => speak)).toEqual([expect.stringMatching(/^sorry/), 'all well'])
  })

  it('leaves the card of an old client standing', async () => {
    answer = fault
    await post(door, message(connector, { text: undefined, value: { verb: 'home' }, replyToId: 'card-7' }))
    expect(connector.sent.map(({ method }) => method)).toEqual(['POST'])
  })
})

describe('the same activity twice', () => {
  it('is one turn and one answer while the first is in hand, and after', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    answer = async () => {
      await opened
      return { kind: 'card', card: card('once') }
    }
    const activity = message(connector)
    const both = [post(door, activity), post(door, activity)]
    await expect.poll(() => door.heard.length).toBe(1)
    open()
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
    expect((await post(door, activity)).status).toBe(200)
    expect(door.heard).toHaveLength(1)
    expect(connector.sent).toHaveLength(1)
  })

  it('as a tap in hand is one turn, and both get its card', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    answer = async () => {
      await opened
      return { kind: 'card', card: card('once') }
    }
    const activity = tap(connector, 'home', {})
    const both = [post(door, activity), post(door, activity)]
    await expect.poll(() => door.heard.length).toBe(1)
    open()
    const [one, other] = await Promise.all(both)
    expect(one?.text).toContain('once')
    expect(other).toEqual(one)
    expect(door.heard).toHaveLength(1)
  })

  it('as a tap that was answered runs again, for it gets the card of that moment', async () => {
    const activity = tap(connector, 'home', {})
    await post(door, activity)
    answer = async () => ({ kind: 'card', card: card('later') })
    expect((await post(door, activity)).text).toContain('later')
    expect(door.heard).toHaveLength(2)
  })

  it('in another conversation or tenant is another', async () => {
    await post(door, message(connector, { id: 'same' }))
    await post(door, message(connector, { id: 'same', conversation: { id: 'a:other', tenantId: TENANT } }))
    await post(
      door,
      message(connector, { id: 'same', channelData: { tenant: { id: PERSON } }, conversation: { id: 'a:anna' } }),
    )
    expect(door.heard).toHaveLength(3)
  })
})
