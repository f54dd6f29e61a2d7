import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { killable } from '../support/killable.ts'
import { freePort, type Mail, type Person, type Resident, resident } from '../support/world.ts'
import { mpnIdOf, worldOf } from './companies.ts'
import { fillIn } from './way-in.ts'

const COMPANIES = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'holly'].map((name) => ({ name }))

let folder: string
let connector: FakeConnector
let url: string
let environment: Record<string, string>
let bot: Awaited<ReturnType<typeof killable>> | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'partner-bot-killed-'))
  connector = await startFakeConnector()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  environment = {
    SANDBOX: '1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_FILE: join(folder, 'bot.db'),
    SANDBOX_WORLD: worldOf(...COMPANIES),
    LOG_LEVEL: 'silent',
  }
  await starts()
})
afterAll(async () => {
  await killed()
  await connector.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The bot as a process of its own, ready. */
async function starts(): Promise<void> {
  bot = await killable(environment)
}

const killed = async (): Promise<void> => bot?.close()

async function post(path: string, body: object | string): Promise<void> {
  const isForm = typeof body === 'string'
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, origin: url },
    body: isForm ? body : JSON.stringify(body),
  })
  expect(response.status).toBe(200)
}

/** What the dead process had in hand comes back when its lease ends. */
async function recovered(): Promise<void> {
  await post('/sandbox/clock', { advance: 'PT2M' })
  await post('/sandbox/settle', {})
}

const json = async (path: string): Promise<unknown> =>
  (await fetch(`${url}${path}`, { headers: { accept: 'application/json' } })).json()

async function linksTo(address: string): Promise<readonly string[]> {
  const mails = (await json('/sandbox/mail')) as Mail[]
  return mails
    .filter(({ to }) => to === address)
    .flatMap(({ links }) => links.filter((link) => link.includes('/verify/')))
}

async function admin(company: string): Promise<Person> {
  const people = (await json('/sandbox/people')) as Resident[]
  const found = people.find(({ email }) => email === `ann@${company}.example`)
  if (!found) throw new Error(`nobody in ${company}`)
  return resident(found, { url, connector })
}

describe('A bot that is killed', () => {
  it.each(['alder', 'birch', 'cedar'])(
    'right after it took an application keeps it, and the mail still goes out (%s)',
    async (company) => {
      const ann = await admin(company)
      await fillIn(ann, { mpnId: mpnIdOf(COMPANIES.findIndex(({ name }) => name === company)) })
      expect((await ann.presses('Enroll now')).text).toContain('Enrollment: Submitted')
      await killed()
      await starts()
      expect((await ann.says('status')).text).toMatch(/Enrollment: (Submitted|Waiting for the primary contact)/)
      await recovered()
      const [link] = await linksTo(ann.email)
      expect(link).toBeDefined()
      expect(new Set(await linksTo(ann.email)).size).toBe(1)

      await post(new URL(link ?? '').pathname, 'signedUp=yes&belongsToCompany=yes&answer=confirm')
      await killed()
      await starts()
      await recovered()
      expect((await ann.says('status')).text).toContain('Enrollment: Approved (MPA not signed)')
      expect(
        ann
          .told()
          .map(({ text }) => text)
          .join('\n'),
      ).toContain('Your enrollment as an indirect reseller was approved')
    },
  )

  it('amid many taps has lost none that it answered, and the others work when pressed again', async () => {
    const companies = ['dogwood', 'elm', 'fir', 'ginkgo', 'holly']
    const admins = await Promise.all(companies.map(admin))
    for (const [at, ann] of admins.entries()) await fillIn(ann, { mpnId: mpnIdOf(3 + at) })
    const answered = new Set<Person>()
    const taps = admins.map((ann) =>
      ann.presses('Enroll now').then(
        () => answered.add(ann),
        () => undefined,
      ),
    )
    await Promise.race(taps)
    await killed()
    await Promise.all(taps)
    await starts()
    for (const ann of admins) {
      if (answered.has(ann)) expect((await ann.says('status')).text).not.toContain('Enrollment: Draft')
      else expect((await ann.pressesAgain()).text).toMatch(/Enrollment: (Submitted|Waiting for the primary contact)/)
    }
    await recovered()
    for (const ann of admins) {
      expect(new Set(await linksTo(ann.email)).size).toBe(1)
      expect((await ann.says('status')).text).toContain('Enrollment: Waiting for the primary contact')
    }
  })
})
