import { mpnIdOf, type Sketch, tenantIdOf, worldOf } from '../journeys/companies.ts'
import { apply, fillIn, outsider, toActive, toReview } from '../journeys/way-in.ts'
import type { Person, World } from '../support/world.ts'

/** One person for each role, and one without any. */
const STAFF = [
  { who: 'ann', directoryRoles: ['globalAdmin'] },
  { who: 'uma', directoryRoles: ['userAdmin'] },
  { who: 'bil', directoryRoles: ['billingAdmin'] },
  { who: 'ada', groups: ['adminAgents'] },
  { who: 'sal', groups: ['salesAgents'] },
  { who: 'hal', groups: ['helpdeskAgents'] },
  { who: 'mia', partnerRoles: ['mpnAdmin'] },
  { who: 'abe', partnerRoles: ['accountAdmin'] },
  { who: 'bea', partnerRoles: ['businessProfileAdmin'] },
  { who: 'rex', partnerRoles: ['referralAdmin'] },
  { who: 'ivy', partnerRoles: ['incentivesAdmin'] },
  { who: 'nil' },
] as const

export type Who = (typeof STAFF)[number]['who']
export const EVERYBODY: readonly Who[] = STAFF.map(({ who }) => who)

/** Companies whose names stand in nothing else, so that one name in a foreign answer gives a leak away. */
const COMPANIES = [
  'qanew',
  'qbdraft',
  'qcwaits',
  'qdreview',
  'qereject',
  'qfactive',
  'qgprovider',
  'qhforeign',
  'qkinviter',
] as const
export type Company = (typeof COMPANIES)[number]

const PROVIDERS: readonly Company[] = ['qgprovider', 'qkinviter']

const sketch = (name: Company, at: number): Sketch => ({
  name,
  ...(PROVIDERS.includes(name) ? { kind: 'indirectProvider' } : {}),
  more: {
    ...(PROVIDERS.includes(name) ? { agreements: [{ type: 'MPA', region: 'united-states', at: '2020-05-04' }] } : {}),
    users: STAFF.map(({ who, ...roles }, n) => ({
      aadObjectId: `${String(500 + at).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`,
      name: `${who} of ${name}`,
      email: `${who}@${name}.example`,
      locale: 'en-US',
      ...roles,
    })),
  },
})

export const townFile = (): string => worldOf(...COMPANIES.map(sketch))

export const indexOf = (company: Company): number => COMPANIES.indexOf(company)
export const tenantOf = (company: Company): string => tenantIdOf(indexOf(company))
export const one = (world: World, who: Who, company: Company): Promise<Person> =>
  world.person(`${who}@${company}.example`)

/** Brings each company as far as its name says; the foreign one lies with the reviewers. */
export async function buildUp(world: World, grace: Person): Promise<void> {
  const entry = (company: Company) => ({ mpnId: mpnIdOf(indexOf(company)) })
  const admin = (company: Company) => one(world, 'ann', company)
  await fillIn(await admin('qbdraft'), entry('qbdraft'))
  await apply(world, await admin('qcwaits'), { ...entry('qcwaits'), contact: outsider('kim@qcwaits-friends.example') })
  for (const company of ['qdreview', 'qereject', 'qhforeign'] as const)
    await toReview(world, await admin(company), entry(company))
  await toActive(world, await admin('qfactive'), entry('qfactive'))
  const ann = await admin('qfactive')
  await ann.says('home')
  await ann.presses('Add me')
  await world.settle()
  const { tenant, enrollment } = await applicationOf(grace, 'qereject')
  await grace.taps('reject-enrollment', { op: 'rejects-qereject', tenant, enrollment, reason: 'no', fixes: 'business' })
  await world.settle()
}

/** An invitation that this provider drafted for an address: its id, and the code of its link. */
export async function invitationTo(world: World, email: string, provider: Company) {
  const ann = await one(world, 'ann', provider)
  await ann.says('language en')
  await ann.says('request a partnership')
  const { text, buttons } = await ann.presses('Next', { "Reseller's email": email })
  const invitation = buttons.find(({ verb }) => verb === 'mark-sent')?.data.invitation
  const code = /\/i\/([\w-]{43})/.exec(text)?.[1]
  if (typeof invitation !== 'string' || code === undefined) throw new Error(`no draft of ${provider}`)
  return { invitation, code }
}

/** The ids of the first application in the reviewers' list. */
export async function applicationIn(reviewer: Person): Promise<{ tenant: string; enrollment: string }> {
  const { buttons } = await reviewer.says('reviews')
  const found = buttons.find(({ verb }) => verb === 'review')
  if (!found) throw new Error('no application')
  return { tenant: String(found.data.tenant), enrollment: String(found.data.enrollment) }
}

/** The ids of a company's application, as the reviewers' list has them. */
export async function applicationOf(
  reviewer: Person,
  company: Company,
): Promise<{ tenant: string; enrollment: string }> {
  const { buttons } = await reviewer.says('reviews')
  const found = buttons.map(({ data }) => data).find(({ tenant }) => tenant === tenantOf(company))
  if (!found) throw new Error(`no application of ${company}`)
  return { tenant: String(found.tenant), enrollment: String(found.enrollment) }
}
