import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createWatch } from '../hostile/watched-store.ts'
import { nodesOf } from '../support/card-walk.ts'
import { type Shown, shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { worldOf } from './companies.ts'
import { invites, provider } from './invited.ts'

const watch = createWatch()
vi.mock('../../domain/store/sqlite-store.ts', async (original) => {
  const { openSqliteStore } = await original<typeof import('../../domain/store/sqlite-store.ts')>()
  return { openSqliteStore: (file: string) => watch.over(openSqliteStore(file)) }
})

let world: World
let requester: Person
let reader: Person
let live: string
let revoked: string
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }, provider('harbor')) })
  requester = await world.person('ann@harbor.example')
  reader = await world.person('bob@alder.example')
  revoked = await invites(requester, 'cy@alder.example')
  await requester.presses('Revoke')
  live = await invites(requester, 'bob@alder.example')
  await world.settle()
})
afterAll(() => world.close())

const unknown = () => `${world.url}/i/${'u'.repeat(43)}`
const NOTHING = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } }

type Result = {
  composeExtension: {
    type: string
    attachmentLayout: string
    attachments: { contentType: string; content: Shown['card']; preview: Preview }[]
  }
}
type Preview = { contentType: string; content: { title: string; text: string } }

/** What Teams asks when somebody pastes a link anywhere; one without the app is not named. */
async function pasted(url: unknown, { locale, isAnonymous = false }: { locale?: string; isAnonymous?: boolean } = {}) {
  watch.forget()
  const { tenantId, aadObjectId } = isAnonymous ? { tenantId: 'redacted', aadObjectId: 'redacted' } : reader
  const { status, text } = await world.post('/api/messages', {
    type: 'invoke',
    name: isAnonymous ? 'composeExtension/anonymousQueryLink' : 'composeExtension/queryLink',
    id: 'paste-1',
    channelId: 'msteams',
    serviceUrl: world.connector.serviceUrl,
    from: { id: isAnonymous ? 'redacted' : `29:${aadObjectId}`, aadObjectId },
    conversation: isAnonymous
      ? { id: 'redacted', tenantId: 'redacted' }
      : { id: '19:team@thread.tacv2', tenantId, conversationType: 'channel' },
    channelData: { tenant: { id: tenantId } },
    ...(locale === undefined ? {} : { locale }),
    value: url === undefined ? undefined : { url },
  })
  expect(status).toBe(200)
  return { text, asked: watch.asked() }
}

function cardOf(text: string): { card: Shown; preview: Preview } {
  const { type, attachmentLayout, attachments } = (JSON.parse(text) as Result).composeExtension
  expect([type, attachmentLayout, attachments.length]).toEqual(['result', 'list', 1])
  const [attachment] = attachments
  if (attachment === undefined) throw new Error('no card')
  expect(attachment.contentType).toBe('application/vnd.microsoft.card.adaptive')
  return { card: shown(attachment.content), preview: attachment.preview }
}

describe.each([
  { how: 'by a reader', isAnonymous: false },
  { how: 'by somebody without the app', isAnonymous: true },
])('A link pasted $how', ({ isAnonymous }) => {
  it('shows who invites, in the reader’s language, with the way to Teams', async () => {
    const english = cardOf((await pasted(live, { locale: 'en-GB', isAnonymous })).text)
    expect(english.card.text).toContain('Harbor invites your company to a partnership')
    expect(english.card.text).toContain('Country or region: United States')
    expect(english.preview.content.title).toBe('Harbor invites your company to a partnership')
    expect(english.card.buttons.map(({ title }) => title)).toEqual(['Open in Teams'])
    expect(english.card.buttons[0]?.url).toBe(`${world.url}/sandbox?code=${live.slice(-43)}`)
    const japanese = cardOf((await pasted(live, { locale: 'ja-JP', isAnonymous })).text)
    expect(japanese.card.text).toContain('国または地域: 米国')
    expect(japanese.card.buttons.map(({ title }) => title)).toEqual(['Teams で開く'])
  })

  it('is a card of version 1.3 with its preview, small, and asks nothing by itself', async () => {
    for (const url of [live, unknown()]) {
      const { text } = await pasted(url, { isAnonymous })
      const { card, preview } = cardOf(text)
      expect([card.card.version, card.card.refresh]).toEqual(['1.3', undefined])
      expect(Buffer.byteLength(text)).toBeLessThan(28 * 1024)
      expect(preview.contentType).toBe('application/vnd.microsoft.card.thumbnail')
      // Headings came with 1.5, buttons that the bot answers with 1.4.
      for (const { type, style } of nodesOf(card.card)) expect([type, style]).not.toEqual(['TextBlock', 'heading'])
      expect(nodesOf(card.card).filter(({ type }) => type === 'Action.Execute')).toEqual([])
    }
  })

  it.each(['en-US', 'ja-JP'])(
    'that is not live is one teaser to the byte, for the same work, in %s',
    async (locale) => {
      const nowhere = await pasted(unknown(), { locale, isAnonymous })
      expect(cardOf(nowhere.text).card.text).not.toMatch(/Harbor|\d/)
      for (const url of [revoked, `${live}x`, `${live.slice(0, -1)}~`, `${world.url}/i/`, `${world.url}/i/%00`])
        expect([url, await pasted(url, { locale, isAnonymous })]).toEqual([url, nowhere])
      // Nobody learns by the work that a link is live.
      expect((await pasted(live, { locale, isAnonymous })).asked).toBe(nowhere.asked)
    },
  )

  it('of somebody else, or of none, stays as it was pasted', async () => {
    const evil = live.replace(world.url, 'https://evil.example')
    const others = [
      undefined,
      '',
      1,
      'x'.repeat(9_000),
      'javascript:alert(1)',
      evil,
      `${world.url}/verify/x`,
      world.url,
    ]
    for (const url of others) {
      const { text, asked } = await pasted(url, { isAnonymous })
      expect([url, JSON.parse(text), asked]).toEqual([url, NOTHING, '0 reads, 0 ranges, 0 batches'])
    }
  })

  it('is opened by nobody, however often it is shown', async () => {
    const before = world.stored()
    for (let round = 0; round < 5; round++) {
      const { asked } = await pasted(live, { isAnonymous })
      expect(asked).toMatch(/ 0 batches$/)
    }
    expect(world.stored()).toEqual(before)
  })
})

describe('A pasted link', () => {
  it('shows the same to everybody who reads in one language', async () => {
    const named = await pasted(live, { locale: 'en-US' })
    expect((await pasted(live, { locale: 'en-US', isAnonymous: true })).text).toBe(named.text)
  })

  it('may carry what a client has hung on it', async () => {
    const plain = await pasted(live)
    expect((await pasted(`${live}?utm=x#top`)).text).toBe(plain.text)
  })
})

describe('Where “Open in Teams” leads in the sandbox', () => {
  it('stands the code to paste, with the chat windows', async () => {
    const { text } = await world.get(`/sandbox?code=${live.slice(-43)}`)
    expect(text).toContain(`<code>${live.slice(-43)}</code>`)
    for (const part of ['Copy this code', '次のコードをコピーし', 'Chat windows']) expect(text).toContain(part)
    for (const other of ['/sandbox', `/sandbox?code=${encodeURIComponent('<b>')}`, `/sandbox?code=${live.slice(-42)}`])
      expect((await world.get(other)).text).not.toContain('Copy this code')
  })
})
