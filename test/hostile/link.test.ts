import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { mpnIdOf, OPERATOR, worldOf } from '../journeys/companies.ts'
import { answer, apply, confirm, linkTo, outsider } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { createWatch } from './watched-store.ts'

const watch = createWatch()
vi.mock('../../domain/store/sqlite-store.ts', async (original) => {
  const { openSqliteStore } = await original<typeof import('../../domain/store/sqlite-store.ts')>()
  return { openSqliteStore: (file: string) => watch.over(openSqliteStore(file)) }
})

const NAMES = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'holly'] as const
const CONTACT = (name: string) => `kim@${name}-friends.example`

let world: World
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...NAMES.map((name) => ({ name }))) })
})
afterAll(() => world.close())
beforeEach(() => world.settle())

/** A company whose contact has been mailed, with its admin and the path of the link. */
async function waiting(name: (typeof NAMES)[number]): Promise<{ ann: Person; link: string }> {
  const ann = await world.person(`ann@${name}.example`)
  await apply(world, ann, { mpnId: mpnIdOf(NAMES.indexOf(name)), contact: outsider(CONTACT(name)) })
  return { ann, link: await linkTo(world, CONTACT(name)) }
}

const YES = { signedUp: true, belongsToCompany: true }
const NO = { denies: true }

const heading = (html: string): string => /<h1>([^<]*)</.exec(html)?.[1] ?? ''

async function history(ann: Person): Promise<string> {
  const shown = await ann.says('history')
  return shown.text
}

const count = (text: string, what: string): number => text.split('\n').filter((line) => line.includes(what)).length

describe('A hundred answers at once', () => {
  it('of one kind are one confirmation, and each is told so', { timeout: 60_000 }, async () => {
    const { ann, link } = await waiting('alder')
    const answers = await Promise.all(Array.from({ length: 100 }, () => answer(world, link, YES)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const headings = answers.map(({ text }) => heading(text))
    expect(new Set(headings).size).toBeLessThanOrEqual(2)
    expect(headings.every((one) => one !== '')).toBe(true)
    await world.settle()
    const told = await history(ann)
    expect(count(told, 'confirmed both statements')).toBe(1)
    expect(await world.mails(CONTACT('alder'))).toHaveLength(1)
  })

  it('of both kinds are one of them, whichever it is', { timeout: 60_000 }, async () => {
    const { ann, link } = await waiting('birch')
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => answer(world, link, n % 2 ? YES : NO)))
    for (const { status } of answers) expect([200, 404]).toContain(status)
    await world.settle()
    const told = await history(ann)
    const yes = count(told, 'confirmed both statements')
    const no = count(told, 'did not sign up')
    expect(yes + no).toBe(1)
  })
})

describe('A link that leads nowhere', () => {
  const token = 'A'.repeat(43)
  const garbled = [
    token,
    'a',
    '0',
    `${token}A`,
    token.slice(1),
    '%00',
    '%2e%2e%2f',
    '..%2Fsandbox',
    '%F0%9F%98%80',
    "'%20OR%201=1--",
    '*',
    'x'.repeat(90),
  ]

  it('is one page to the byte, with the same headers, for the same work', async () => {
    const { ann, link } = await waiting('cedar')
    await ann.says('status')
    const { link: used } = await waiting('dogwood')
    await answer(world, used, YES)
    await world.settle()
    await ann.presses('Withdraw')
    await ann.presses('Yes')
    await world.settle()
    const seen = async (path: string, form?: string) => {
      watch.forget()
      const response = await fetch(`${world.url}${path}`, {
        ...(form === undefined
          ? {}
          : { method: 'POST', body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      })
      const headers = [...response.headers].filter(([name]) => name !== 'date')
      return JSON.stringify([response.status, headers, await response.text(), watch.asked()])
    }
    const forms = [undefined, '', 'answer=deny', 'answer=confirm&signedUp=yes&belongsToCompany=yes', 'signedUp=yes']
    for (const form of forms) {
      const nowhere = await seen(`/verify/${token}`, form)
      expect(JSON.parse(nowhere)[0]).toBe(404)
      for (const other of garbled) expect([other, await seen(`/verify/${other}`, form)]).toEqual([other, nowhere])
      // The company took its application back: whatever its link once was is nobody's business.
      expect(await seen(link, form)).toBe(nowhere)
    }
    // To open a used link is the same as to guess one.
    expect(await seen(used)).toBe(await seen(`/verify/${token}`))
  })

  it('of another kind than a page is not there', async () => {
    for (const path of ['/verify', '/verify/', `/verify/${token}/`, `/verify/${token}/x`, '/verify//', '/Verify/a'])
      expect([path, (await world.get(path)).status]).toEqual([path, 404])
    const put = await fetch(`${world.url}/verify/${token}`, { method: 'PUT' })
    expect(put.status).toBe(405)
    const large = await world.post(`/verify/${token}`, `a=${'x'.repeat(70_000)}`)
    expect(large.status).toBe(413)
  })
})

describe('A live link', () => {
  it('is not moved by whoever only opens it, in any way', async () => {
    const { link } = await waiting('elm')
    const before = world.stored()
    for (const query of ['', '?answer=confirm&signedUp=yes&belongsToCompany=yes', '?answer=deny', '?lang=ja'])
      expect((await world.get(`${link}${query}`)).status).toBe(200)
    await fetch(`${world.url}${link}`, { method: 'HEAD' })
    await fetch(`${world.url}${link}`, { method: 'OPTIONS' })
    expect(world.stored()).toEqual(before)
  })

  it('takes no answer that another site sends, and says nothing of the company to it', async () => {
    const { link } = await waiting('fir')
    const before = world.stored()
    const form = 'answer=confirm&signedUp=yes&belongsToCompany=yes'
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `${world.url}.evil.example` },
      { origin: `http://evil.example#${world.url}` },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, text } = await world.post(link, form, headers as Record<string, string>)
      expect([status, /\bFir\b|kim@/i.test(text)]).toEqual([403, false])
    }
    expect(world.stored()).toEqual(before)
  })

  it('dies with a newer one, and an application that was sent back opens no door', async () => {
    const { ann, link } = await waiting('holly')
    const grace = await world.person(OPERATOR.grace)
    await world.advance('P5D')
    await ann.says('status')
    await ann.presses('Resend')
    await world.settle()
    const before = world.stored()
    expect((await answer(world, link, YES)).status).toBe(404)
    expect((await answer(world, link, NO)).status).toBe(404)
    expect(world.stored()).toEqual(before)
    expect((await confirm(world, CONTACT('holly'))).status).toBe(200)
    await world.settle()
    await grace.says('reviews')
    expect(grace.sees.text).toContain('Holly')
  })
})
