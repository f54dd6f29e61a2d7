import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mpnIdOf, type Sketch, worldOf } from '../journeys/companies.ts'
import { ADDRESS, fillIn, OUTSIDER } from '../journeys/way-in.ts'
import { startFakeConnector } from '../support/fake-connector.ts'
import { type Mail, type Person, type Resident, resident } from '../support/world.ts'
import type { Speaker } from './activities.ts'
import { temporaryFolder } from './programs.ts'
import { OFFER } from './sales.ts'

/** An admin who saves one and the same step of a draft; `data` is what the last tap carried, `rev` what came of it. */
export type Writer = Speaker & { verb: string; data: Record<string, unknown>; rev: number }

/** Readers are admins whose company's application is under review: everything about it can be asked. */
export type Cast = { readers: readonly Speaker[]; writers: readonly Writer[] }

/** The world file of so many companies, others after them, and the support agents beside them. Gives its path. */
export function benchWorld(companies: number, ...others: readonly Sketch[]): string {
  const sketches = [...Array.from({ length: companies }, (_, n) => ({ name: nameOf(n) })), ...others]
  const { operator, ...rest } = JSON.parse(readFileSync(worldOf(...sketches), 'utf8'))
  const file = join(temporaryFolder(), 'world.json')
  const world = { ...rest, offers: [OFFER], operator: { ...operator, users: [...operator.users, ...AGENTS] } }
  writeFileSync(file, JSON.stringify(world))
  return file
}

/** Who may ask about everybody, half of them in Japanese. */
export const supportAgents = (serviceUrl: string): readonly Speaker[] =>
  AGENTS.map(({ aadObjectId, name, locale }) => ({ aadObjectId, name, locale, tenantId: operatorTenant(), serviceUrl }))

const AGENTS = Array.from({ length: 32 }, (_, n) => ({
  aadObjectId: `95000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: `Agent ${n}`,
  email: `agent${n}@desk.example`,
  locale: n % 32 < 16 ? 'en-US' : 'ja-JP',
  appRoles: ['support'],
}))

const operatorTenant = (): string => JSON.parse(readFileSync(worldOf(), 'utf8')).operator.tenantId

/**
 * Takes the companies as far as the turns need them, by what people type and press: one half to a review that waits for
 * the reviewers, the other to a draft with a step to save. Every other company is then spoken to in Japanese. The turns
 * to come are answered to `serviceUrl`.
 */
export async function setUp(url: string, companies: number, serviceUrl: string): Promise<Cast> {
  const connector = await startFakeConnector()
  const people: Resident[] = await json(`${url}/sandbox/people`)
  const readers: Speaker[] = []
  const writers: Writer[] = []
  for (let n = 0; n < companies; n++) {
    const who = people.find(({ email }) => email === `ann@${nameOf(n)}.example`)
    if (!who) throw new Error(`nobody works at ${nameOf(n)}`)
    const admin = resident(who, { url, connector })
    const { aadObjectId, tenantId, name } = who
    const locale = n % 4 < 2 ? 'en-US' : 'ja-JP'
    const speaker = { aadObjectId, tenantId, name, locale, serviceUrl }
    if (n % 2 === 0) {
      await toReview(url, admin, mpnIdOf(n))
      readers.push(speaker)
    } else writers.push({ ...speaker, ...(await toDraft(admin, mpnIdOf(n))) })
    await admin.says(locale === 'ja-JP' ? 'language ja' : 'language en')
    connector.clear()
  }
  await settle(url)
  await connector.close()
  return { readers, writers }
}

/** Waits until nothing is left of what the turns so far have set going. */
export const settle = (url: string): Promise<void> => post(`${url}/sandbox/settle`)

const nameOf = (n: number): string => `company${n}`

const outsider = { 'First name': 'Kim', 'Last name': 'Lee', Email: OUTSIDER }

async function toReview(url: string, admin: Person, mpnId: string): Promise<void> {
  await fillIn(admin, { mpnId, contact: outsider })
  await admin.presses('Enroll now')
  await settle(url)
  const [newest]: Mail[] = await json(`${url}/sandbox/mail`)
  const link = newest?.links[0]
  if (link === undefined) throw new Error('no confirmation mail came')
  await post(link, new URLSearchParams({ signedUp: 'yes', belongsToCompany: 'yes', answer: 'confirm' }))
  await settle(url)
  const { text } = await admin.says('status')
  if (!text.includes('review')) throw new Error(`the application is not under review:\n${text}`)
}

async function toDraft(admin: Person, mpnId: string): Promise<Pick<Writer, 'verb' | 'data' | 'rev'>> {
  await admin.says('enroll')
  await admin.presses('Next')
  await admin.presses('Next', { 'MPN ID': mpnId })
  await admin.presses('Next', ADDRESS)
  await admin.presses('Next', { "That's me": true })
  const { verb, data } = admin.tapOf('Next', { 'Support email': 'help@support.example' })
  const { buttons } = await admin.taps(verb, data)
  const rev = buttons.map((button) => button.data.rev).find((one) => typeof one === 'number')
  if (rev === undefined) throw new Error('the step was not saved')
  return { verb, data: { ...data }, rev }
}

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  return (await response.json()) as T
}

async function post(url: string, form?: URLSearchParams): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin, ...(form ? {} : { 'content-type': 'application/json' }) },
    body: form ?? '{}',
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
}
