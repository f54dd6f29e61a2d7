import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../bot/log.ts'
import { type LinkAnswer, type LinkState, type LiveLink, type Ticks, verifyPages } from '../../../bot/pages/verify.ts'
import { createServer } from '../../../bot/server.ts'
import { StoreUnavailable } from '../../../domain/store/document-store.ts'

const LIVE = 'L'.repeat(43)
const USED = 'U'.repeat(43)
const EXPIRED = 'E'.repeat(43)
const UNKNOWN = 'N'.repeat(43)
const PUBLIC = 'https://bot.example'

const link: LiveLink = {
  state: 'live',
  locale: 'ja-JP',
  company: '株式会社カエデ <script>alert("x")</script> & "Söhne"',
  by: '楓 太郎',
  contactName: 'カエデ 花子',
  email: 'hanako@kaede.example',
  expiresAt: '2026-01-19T09:00:00.000Z',
}

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The page over HTTP, before one application whose link is live until it is answered. */
async function application({ locale = 'ja-JP' as const as LiveLink['locale'] } = {}) {
  const asked: string[] = []
  let answered: 'confirmed' | 'denied' | undefined
  let fault: StoreUnavailable | undefined
  const found = (token: string): LinkState => {
    if (token === EXPIRED) return { state: 'expired', locale }
    return token === LIVE && answered === undefined ? { ...link, locale } : { state: 'invalid' }
  }
  const answer = (token: string, as: 'confirmed' | 'denied'): LinkAnswer => {
    if (fault) throw fault
    if (token === LIVE && answered === as) return { state: as === 'confirmed' ? 'alreadyConfirmed' : as, locale }
    const state = found(token)
    if (state.state !== 'live') return state
    answered = as
    return { state: as, locale }
  }
  const pages = verifyPages({
    publicUrl: PUBLIC,
    find: async (token) => {
      asked.push(`find ${token}`)
      if (fault) throw fault
      return found(token)
    },
    confirm: async (token, ticks: Ticks) => {
      asked.push(`confirm ${token} ${ticks.signedUp} ${ticks.belongsToCompany}`)
      const state = found(token)
      if (state.state === 'live' && !(ticks.signedUp && ticks.belongsToCompany))
        return { state: 'bothFacts', link: state }
      return answer(token, 'confirmed')
    },
    deny: async (token) => {
      asked.push(`deny ${token}`)
      return answer(token, 'denied')
    },
  })
  const messages = async () => undefined
  const log = createLogger('silent')
  const server = createServer({ host: '127.0.0.1', port: 0, messages, pages, ready: async () => true, log })
  const { port } = await server.listen()
  closing.push(() => server.close())
  const base = `http://127.0.0.1:${port}/verify`
  return {
    asked,
    answered: () => answered,
    breakWith: (outcome: 'notExecuted' | 'unknown' | undefined) => {
      fault = outcome && new StoreUnavailable(outcome)
    },
    get: (token: string, { query = '', ...headers }: Record<string, string> = {}) =>
      read(fetch(`${base}/${token}${query}`, { headers })),
    post: (token: string, form: Record<string, string>, { query = '', ...headers }: Record<string, string> = {}) =>
      read(fetch(`${base}/${token}${query}`, { method: 'POST', body: new URLSearchParams(form), headers })),
  }
}

async function read(response: Promise<Response>) {
  const { status, headers, ...rest } = await response.then(async (got) => ({
    status: got.status,
    headers: got.headers,
    text: await got.text(),
  }))
  return { status, headers, ...rest }
}

const BOTH = { signedUp: 'yes', belongsToCompany: 'yes', answer: 'confirm' }
const FACTS = ['パートナー センター アカウントに登録したのは私本人です。', 'このメール アドレスは当社のものです。']

describe('opening the link', () => {
  it('shows who applied for which company, and the two statements unticked', async () => {
    const { get } = await application()
    const { status, text, headers } = await get(LIVE)
    expect(status).toBe(200)
    for (const shown of ['楓 太郎', 'カエデ 花子', 'hanako@kaede.example', '2026年1月19日', ...FACTS])
      expect(text).toContain(shown)
    expect(text.match(/<input type="checkbox"/g)).toHaveLength(2)
    expect(text).not.toContain('checked')
    expect(text).toContain('登録していません')
    expect(text).toContain('<html lang="ja">')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('changes nothing, however often a scanner opens it', async () => {
    const { get, asked, answered } = await application()
    for (let n = 0; n < 20; n++) expect((await get(LIVE)).status).toBe(200)
    expect(answered()).toBeUndefined()
    expect(new Set(asked)).toEqual(new Set([`find ${LIVE}`]))
  })

  it('writes what people typed as text', async () => {
    const { get } = await application()
    const { text } = await get(LIVE)
    expect(text).not.toMatch(/<script/)
    expect(text).toContain('株式会社カエデ &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;Söhne&quot;')
  })

  it('carries no script, nothing from elsewhere, and never its own token', async () => {
    const { get } = await application()
    const { text, headers } = await get(LIVE)
    expect(text).not.toMatch(/\b(src|srcset|onload|onclick)=|url\(|@import|https?:\/\//)
    expect([...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      '?lang=en',
      '?lang=ja',
      '?lang=ja',
    ])
    expect(text).not.toContain(LIVE)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    // With no referrer at all, browsers send `Origin: null` along with the form.
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('labels every input, and says its language', async () => {
    const { get } = await application()
    const { text } = await get(LIVE)
    expect(text.match(/<label><input type="checkbox" name="\w+" value="yes"> [^<]+<\/label>/g)).toHaveLength(2)
    expect(text).toMatch(/<title>[^<]+<\/title>/)
    expect(text).toMatch(/<legend>[^<]+<\/legend>/)
  })

  it.each([
    ['the application’s language', {}, 'ja'],
    ['no preference', { 'accept-language': '*' }, 'ja'],
    ['a browser in English', { 'accept-language': 'en-GB,en;q=0.9,ja;q=0.5' }, 'en'],
    ['a browser that prefers Japanese', { 'accept-language': 'en;q=0.2,ja-JP' }, 'ja'],
    ['a browser in a third language', { 'accept-language': 'de-DE,de;q=0.9' }, 'ja'],
    ['a refused language', { 'accept-language': 'en;q=0' }, 'ja'],
    ['the switch before the browser', { query: '?lang=ja', 'accept-language': 'en' }, 'ja'],
    ['the switch', { query: '?lang=en' }, 'en'],
    ['a switch to nothing', { query: '?lang=xx' }, 'ja'],
  ])('is in the right language: %s', async (_, request, lang) => {
    const { get } = await application()
    const { text, headers } = await get(LIVE, request as Record<string, string>)
    expect(text).toContain(`<html lang="${lang}">`)
    expect(headers.get('content-language')).toBe(lang === 'ja' ? 'ja-JP' : 'en-US')
    expect(text).toContain(lang === 'ja' ? '>English</a>' : '>日本語</a>')
  })
})

describe('confirming', () => {
  it('needs both ticks, says so, and keeps the one that was set', async () => {
    const { post, answered } = await application()
    const { status, text } = await post(LIVE, { belongsToCompany: 'yes', answer: 'confirm' })
    expect(status).toBe(200)
    expect(text).toContain('2 つの項目の両方にチェックを入れてください。')
    expect(text).toMatch(/name="belongsToCompany" value="yes" checked>/)
    expect(text).toMatch(/name="signedUp" value="yes" aria-invalid="true">/)
    expect(text).toMatch(/<fieldset aria-describedby="fault">/)
    expect(answered()).toBeUndefined()
    const english = await post(LIVE, { answer: 'confirm' }, { query: '?lang=en' })
    expect(english.text).toContain('Confirm both statements.')
    expect(english.text).not.toContain('checked')
  })

  it('is done once; a second press of the same button is told so', async () => {
    const { get, post, answered } = await application()
    const first = await post(LIVE, BOTH)
    expect(first.status).toBe(200)
    expect(first.text).toContain('メール アドレスの確認が完了しました')
    expect(answered()).toBe('confirmed')
    const second = await post(LIVE, BOTH)
    expect(second.status).toBe(200)
    expect(second.text).toContain('メール アドレスは既に確認済みです')
    expect((await get(LIVE)).status).toBe(404)
  })

  it('works for a form that names no button', async () => {
    const { post, answered } = await application()
    await post(LIVE, { signedUp: 'on', belongsToCompany: 'on' })
    expect(answered()).toBe('confirmed')
  })
})

describe('“I did not sign up”', () => {
  it('is said without any tick, and is final', async () => {
    const { post, answered } = await application()
    const { status, text } = await post(LIVE, { answer: 'deny' })
    expect(status).toBe(200)
    expect(text).toContain('お知らせいただきありがとうございました')
    expect(answered()).toBe('denied')
    expect((await post(LIVE, BOTH)).status).toBe(404)
    expect(answered()).toBe('denied')
  })
})

describe('links that are not live', () => {
  it('are one identical page, whatever became of them, and cost the same', async () => {
    const { get, post, asked } = await application()
    await post(LIVE, { answer: 'deny' })
    const tokens = [USED, UNKNOWN, LIVE, 'garbage', 'a'.repeat(90), '%3Cscript%3E', '..%2F..%2Fetc']
    asked.length = 0
    const opened = await Promise.all(tokens.map((token) => get(token)))
    const sent = await Promise.all(tokens.map((token) => post(token, BOTH)))
    expect(new Set([...opened, ...sent].map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(opened[0]?.status).toBe(404)
    const headers = (from: Response['headers']) => JSON.stringify([...from].filter(([name]) => name !== 'date'))
    expect(new Set(opened.map((one) => headers(one.headers))).size).toBe(1)
    expect(asked.map((what) => what.split(' ')[0])).toEqual([
      ...tokens.map(() => 'find'),
      ...tokens.map(() => 'confirm'),
    ])
  })

  it('say so when they expired', async () => {
    const { get, post } = await application()
    for (const { status, text } of [await get(EXPIRED), await post(EXPIRED, BOTH)]) {
      expect(status).toBe(410)
      expect(text).toContain('このリンクは有効期限が切れています。確認メールの再送信を依頼してください。')
    }
    expect((await get(EXPIRED, { query: '?lang=en' })).text).toContain('This link has expired. Ask for a new email.')
  })
})

describe('forms from elsewhere', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['another scheme', { origin: 'http://bot.example' }],
    ['a cross-site request without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused before anything is asked: %s', async (_, headers) => {
    const { post, asked } = await application()
    expect((await post(LIVE, BOTH, headers as Record<string, string>)).status).toBe(403)
    expect(asked).toEqual([])
  })

  it('are welcome from our own pages', async () => {
    const { post, answered } = await application()
    expect((await post(LIVE, BOTH, { origin: PUBLIC })).status).toBe(200)
    expect(answered()).toBe('confirmed')
  })
})

describe('when the store gives no answer', () => {
  it('says that nothing was changed, or that it is unknown, and lets the form be sent again', async () => {
    const { get, post, breakWith, answered } = await application()
    breakWith('notExecuted')
    const opened = await get(LIVE)
    expect(opened.status).toBe(503)
    expect(opened.text).toContain('Nothing was changed.')
    expect(opened.text).not.toContain('<form')
    breakWith('unknown')
    const { status, text } = await post(LIVE, BOTH, { query: '?lang=ja' })
    expect(status).toBe(503)
    expect(text).toContain('結果を確認できませんでした')
    const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)">/g)].map(([, name, value]) => [
      name,
      value,
    ])
    breakWith(undefined)
    await post(LIVE, { ...Object.fromEntries(hidden), answer: 'confirm' })
    expect(answered()).toBe('confirmed')
  })
})
