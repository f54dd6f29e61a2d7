import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ACTIONS, type Verb } from '../../cards/actions.ts'
import { DECLARATIONS } from '../../domain/partnership/partnership.ts'
import { OPERATOR } from '../journeys/companies.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import {
  applicationOf,
  buildUp,
  type Company,
  EVERYBODY,
  invitationTo,
  one,
  tenantOf,
  townFile,
  type Who,
} from './town.ts'
import { createWatch } from './watched-store.ts'

const watch = createWatch()
vi.mock('../../domain/store/sqlite-store.ts', async (original) => {
  const { openSqliteStore } = await original<typeof import('../../domain/store/sqlite-store.ts')>()
  return { openSqliteStore: (file: string) => watch.over(openSqliteStore(file)) }
})

/** An object that a card can name: a company, its application, its invitation with the code of it, or a person. */
type Thing = { tenant: string; enrollment: string; user: string; invitation: string; code: string }
type Fill = (thing: Thing) => object

const op = 'AAAABBBBCCCCDDDD'
const address = {
  addressLine1: '1 Hostile Road',
  city: 'Seattle',
  state: 'US-WA',
  postalCode: '98101',
  country: 'US',
}
const application: Fill = ({ tenant, enrollment }) => ({ op, tenant, enrollment })
const decision: Fill = (thing) => ({ ...application(thing), reason: 'because' })
const document = { documentName: 'Extract', documentKind: 'registration', documentLink: 'https://papers.example/1' }

const customer = {
  op,
  rev: 0,
  companyName: 'Hostile Ltd.',
  domainPrefix: 'hostile',
  ...address,
  firstName: 'Eve',
  lastName: 'Eve',
  email: 'eve@eve.example',
  agreedOn: '2025-01-01',
}

const agreement = {
  op,
  firstName: 'Eve',
  lastName: 'Eve',
  email: 'eve@eve.example',
  phone: '+1 425 555 0100',
  agreedOn: '2025-01-01',
}
const line = { subscription: 'business-basic', licenses: '5' }
const sold: Fill = ({ tenant, user }) => ({ tenant, subscription: user })

/** Well-formed data of every verb: what keeps it from happening is never its form. */
const DATA: { [V in Verb]: Fill } = {
  home: () => ({}),
  language: () => ({ locale: 'en-US' }),
  status: () => ({}),
  history: () => ({}),
  'history-file': () => ({}),
  enroll: () => ({}),
  'enroll-begin': () => ({ op }),
  'enroll-no-mpn': () => ({ op }),
  'enroll-direct': () => ({}),
  'enroll-step': () => ({ step: 'review' }),
  'enroll-save-mpn': () => ({ op, rev: 5, mpnId: '7000002' }),
  'enroll-save-legal': () => ({ op, rev: 5, companyName: 'Hostile Ltd.', ...address }),
  'enroll-save-contact': () => ({ op, rev: 5, firstName: 'Eve', lastName: 'Eve', email: 'eve@eve.example' }),
  'enroll-save-support': () => ({ op, rev: 5, supportEmail: 'eve@eve.example' }),
  'enroll-save-authority': () => ({ op, rev: 5, adminWorkEmail: 'eve@eve.example', authority: 'true' }),
  'enroll-submit': ({ enrollment }) => ({ op, rev: 5, enrollment }),
  'enroll-withdraw': () => ({}),
  'enroll-withdraw-confirm': ({ enrollment }) => ({ op, enrollment }),
  'enroll-resend': ({ enrollment }) => ({ op, enrollment }),
  'enroll-contact': () => ({}),
  'enroll-correct-contact': ({ enrollment }) => ({
    op,
    enrollment,
    firstName: 'Eve',
    lastName: 'Eve',
    email: 'eve@eve.example',
  }),
  'enroll-fix': () => ({}),
  'enroll-resubmit': ({ enrollment }) => ({ op, enrollment, companyName: 'Hostile Ltd.', ...address, ...document }),
  'sign-mpa': () => ({}),
  'accept-mpa': () => ({ op, region: 'unitedStates', mpaAccepted: 'true' }),
  'add-me': () => ({ op }),
  users: () => ({}),
  'new-user': () => ({}),
  'add-user': () => ({ op, name: 'Eve', email: 'eve@qfactive.example', roles: 'SA' }),
  user: ({ user }) => ({ user }),
  'set-roles': ({ user }) => ({ op, user, roles: 'SA,HA' }),
  'disable-user': ({ user }) => ({ op, user }),
  'password-changed': () => ({ op }),
  'organization-profile': () => ({}),
  'save-organization-profile': () => ({ op, displayName: 'Hostile', email: 'eve@eve.example', ...address }),
  'business-profile': () => ({}),
  'save-business-profile': () => ({ op, about: 'a', specialties: 'b', email: 'eve@eve.example' }),
  'request-partnership': () => ({}),
  'draft-invitation': () => ({ op, email: 'eve@eve.example', locale: 'en-US' }),
  invitation: ({ invitation }) => ({ invitation }),
  'edit-invitation': ({ invitation }) => ({ op, invitation, message: 'Come to {link}' }),
  'restore-link': ({ invitation }) => ({ op, invitation, message: 'Come' }),
  'mark-sent': ({ invitation }) => ({ op, invitation }),
  'send-in-teams': ({ invitation }) => ({ op, invitation }),
  'renew-invitation': ({ invitation }) => ({ op, invitation }),
  'revoke-invitation': ({ invitation }) => ({ op, invitation }),
  invitations: () => ({ show: 'all' }),
  'open-invitation': ({ code }) => ({ code }),
  'received-invitation': ({ invitation }) => ({ provider: tenantOf('qkinviter'), invitation }),
  'accept-invitation': ({ code }) => ({ op, code, authorize: 'true' }),
  'decline-invitation': ({ code }) => ({ op, code }),
  'find-provider': () => ({}),
  resellers: () => ({}),
  providers: () => ({}),
  partner: ({ tenant }) => ({ tenant }),
  'remove-partnership': ({ tenant }) => ({ tenant }),
  'confirm-removal': ({ tenant }) => ({ op, tenant, declarations: DECLARATIONS.join(',') }),
  'end-form': ({ tenant }) => ({ tenant }),
  'request-end': ({ tenant }) => ({ op, tenant, reason: 'because' }),
  'admin-access-removed': ({ tenant }) => ({ op, tenant }),
  'partnership-history': ({ tenant }) => ({ tenant }),
  'ask-form': () => ({}),
  'ask-filled': ({ tenant }) => ({ question: 'Q1', company1: tenant }),
  'add-customer': ({ tenant }) => ({ reseller: tenant }),
  'new-customers': () => ({}),
  'new-customer': ({ user }) => ({ draft: user }),
  'save-customer': ({ tenant, user }) => ({ ...customer, draft: user, reseller: tenant }),
  'correct-address': ({ tenant, user }) => ({ ...customer, draft: user, reseller: tenant }),
  'save-lines': ({ user }) => ({ op, draft: user, rev: 1, subscription: 'business-basic', licenses: '5' }),
  'submit-customer': ({ user }) => ({ op, draft: user, rev: 2 }),
  'cancel-customer': ({ user }) => ({ op, draft: user }),
  'retry-order': ({ user }) => ({ op, draft: user }),
  'reveal-password': ({ user }) => ({ op, draft: user }),
  'password-noted': ({ user }) => ({ op, draft: user }),
  'ask-provider': ({ tenant }) => ({ op, company: tenant, companyName: 'Hostile Ltd.' }),
  'invite-customer': ({ tenant }) => ({ kind: 'both', tenant }),
  'draft-customer-invitation': ({ tenant }) => ({ op, email: 'eve@eve.example', kind: 'both', through: tenant }),
  customers: ({ tenant }) => ({ partner: tenant }),
  customer: ({ tenant }) => ({ tenant }),
  'remove-customer': ({ tenant }) => ({ op, tenant }),
  'agreement-form': ({ tenant }) => ({ tenant }),
  'attest-agreement': ({ tenant }) => ({ ...agreement, tenant }),
  subscription: sold,
  'subscription-form': (thing) => ({ ...sold(thing), part: 'licenses' }),
  'change-licenses': (thing) => ({ op, ...sold(thing), licenses: '7', was: 5 }),
  'set-reseller': (thing) => ({ op, ...sold(thing), resellerMpnId: thing.tenant }),
  'clear-reseller': (thing) => ({ op, ...sold(thing) }),
  'set-support-contact': (thing) => ({ op, ...sold(thing), supportContact: thing.tenant }),
  'suspend-subscription': (thing) => ({ op, ...sold(thing) }),
  'order-form': ({ tenant }) => ({ tenant }),
  'review-order': ({ tenant }) => ({ tenant, ...line }),
  'submit-order': ({ tenant }) => ({ op, tenant, ...line }),
  orders: ({ tenant }) => ({ tenant }),
  order: ({ tenant, user }) => ({ tenant, order: user }),
  'repeat-order': ({ tenant, user }) => ({ op, tenant, order: user }),
  'own-partners': () => ({}),
  'drop-admin-access': ({ tenant }) => ({ op, partner: tenant }),
  bulk: () => ({}),
  'bulk-start': () => ({ kind: 'reseller' }),
  'bulk-paste': ({ tenant, user }) => ({ op, kind: 'reseller', bulk: user, rows: `${tenant},Business Basic,7000002` }),
  'bulk-uploaded': ({ user }) => ({ kind: 'reseller', bulk: user, upload: 'none' }),
  'bulk-confirm': ({ user }) => ({ op, bulk: user }),
  'bulk-stop': ({ user }) => ({ op, bulk: user }),
  'bulk-sent': ({ user }) => ({ op, bulk: user }),
  'bulk-progress': ({ user }) => ({ bulk: user }),
  'bulk-results': ({ user }) => ({ bulk: user }),
  'ask-text': ({ tenant }) => ({ text: `Is ${tenant} partnered with us?` }),
  ask: ({ tenant }) => ({ question: 'Q1', companies: tenant }),
  remind: ({ tenant }) => ({ op, tenant, about: 'mpa' }),
  reviews: () => ({}),
  review: application,
  'approve-enrollment': decision,
  'reject-form': application,
  'reject-enrollment': (thing) => ({ ...decision(thing), fixes: 'business' }),
  'documents-form': application,
  'request-documents': (thing) => ({ ...application(thing), ...document }),
  'decline-form': application,
  'decline-enrollment': decision,
  'suspend-form': application,
  suspend: decision,
  reinstate: decision,
  'register-form': () => ({ as: 'directBill' }),
  register: ({ tenant }) => ({ op, as: 'directBill', company: tenant }),
}
const VERBS = Object.keys(ACTIONS) as Verb[]

/** Who may ever change something with a verb, in whatever state (domain.md 1.4); reviewers' verbs are nobody's here. */
const GLOBAL_ADMIN: readonly Who[] = ['ann']
const MPN_ADMINS: readonly Who[] = ['ann', 'mia']
const AGENTS: readonly Who[] = ['ann', 'uma', 'ada', 'sal']
const USER_ADMINS: readonly Who[] = ['ann', 'uma', 'ada', 'abe']
const MAY_CHANGE: Partial<Record<Verb, readonly Who[]>> = {
  /** Their own company’s global admins, too (P49). */
  remind: ['ann', 'uma', 'ada', 'sal', 'hal'],
  'enroll-begin': GLOBAL_ADMIN,
  'enroll-no-mpn': GLOBAL_ADMIN,
  'enroll-save-mpn': GLOBAL_ADMIN,
  'enroll-save-legal': GLOBAL_ADMIN,
  'enroll-save-contact': GLOBAL_ADMIN,
  'enroll-save-support': GLOBAL_ADMIN,
  'enroll-save-authority': GLOBAL_ADMIN,
  'enroll-submit': GLOBAL_ADMIN,
  'enroll-withdraw-confirm': GLOBAL_ADMIN,
  'enroll-resend': MPN_ADMINS,
  'enroll-correct-contact': MPN_ADMINS,
  'enroll-resubmit': MPN_ADMINS,
  'accept-mpa': GLOBAL_ADMIN,
  // Opening the text is noted, by whoever may read it.
  'sign-mpa': ['ann', 'uma', 'ada', 'sal', 'hal'],
  'add-me': GLOBAL_ADMIN,
  'add-user': USER_ADMINS,
  'set-roles': USER_ADMINS,
  'disable-user': USER_ADMINS,
  'save-organization-profile': GLOBAL_ADMIN,
  'save-business-profile': ['bea', 'rex'],
  'draft-invitation': AGENTS,
  'edit-invitation': AGENTS,
  'restore-link': AGENTS,
  'mark-sent': AGENTS,
  'send-in-teams': AGENTS,
  'renew-invitation': AGENTS,
  'revoke-invitation': AGENTS,
  'save-customer': AGENTS,
  'correct-address': AGENTS,
  'save-lines': AGENTS,
  'submit-customer': AGENTS,
  'cancel-customer': AGENTS,
  'retry-order': AGENTS,
  'reveal-password': AGENTS,
  'password-noted': AGENTS,
  'ask-provider': ['ann', 'ada', 'sal'],
  'draft-customer-invitation': ['ann', 'ada', 'sal'],
  'remove-customer': AGENTS,
  'attest-agreement': ['ada', 'sal'],
  'change-licenses': AGENTS,
  'set-reseller': AGENTS,
  'clear-reseller': AGENTS,
  'set-support-contact': ['ann', 'uma', 'ada', 'sal', 'hal'],
  'suspend-subscription': AGENTS,
  'submit-order': AGENTS,
  'repeat-order': AGENTS,
  'drop-admin-access': GLOBAL_ADMIN,
  // A page for a file is made with the card.
  'bulk-start': AGENTS,
  'bulk-paste': AGENTS,
  'bulk-confirm': AGENTS,
  'bulk-stop': AGENTS,
  'bulk-sent': ['ann', 'ada', 'sal'],
  'bulk-results': AGENTS,
  'confirm-removal': AGENTS,
  'request-end': ['ann', 'ada'],
  'admin-access-removed': GLOBAL_ADMIN,
  // That the link was opened is noted, whoever of the invited company opened it.
  'open-invitation': EVERYBODY,
  'received-invitation': EVERYBODY,
  'accept-invitation': GLOBAL_ADMIN,
  'decline-invitation': GLOBAL_ADMIN,
  language: EVERYBODY,
}
/** These name an object that may be somebody else's; `register` finds companies by name, as reviewers must. */
const NAMES_OBJECT = VERBS.filter((verb) => {
  const shape: object = ACTIONS[verb].shape
  const names = ['enrollment', 'tenant', 'user', 'invitation', 'code', 'draft', 'reseller', 'partner', 'through']
  return names.some((name) => name in shape) || verb === 'register'
})

const NOWHERE: Thing = {
  tenant: '77777777-0000-4000-8000-000000000001',
  enrollment: '77777777-0000-4000-8000-000000000002',
  user: '77777777-0000-4000-8000-000000000003',
  invitation: '77777777-0000-4000-8000-000000000004',
  code: 'nowhere'.padEnd(43, 'N'),
}

/** Theirs are the verbs that name any company. */
const REVIEWERS = VERBS.filter((verb) => 'tenant' in ACTIONS[verb].shape && 'enrollment' in ACTIONS[verb].shape)

let world: World
let grace: Person
let foreign: Thing
const own: Partial<Record<Company, Thing>> = {}
const STANDING = ['qanew', 'qbdraft', 'qcwaits', 'qdreview', 'qereject', 'qfactive', 'qgprovider'] as const

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: townFile() })
  grace = await world.person(OPERATOR.grace)
  await buildUp(world, grace)
  foreign = { ...(await thingOf('qhforeign')), ...(await invitationTo(world, 'ann@qhforeign.example', 'qkinviter')) }
  for (const company of STANDING) own[company] = await thingOf(company)
  const ours = await invitationTo(world, 'ann@qfactive.example', 'qgprovider')
  for (const company of ['qfactive', 'qgprovider'] as const) Object.assign(own[company] ?? {}, ours)
  for (const company of STANDING)
    for (const who of EVERYBODY) await (await one(world, who, company)).says('language en')
  for (const email of Object.values(OPERATOR)) await (await world.person(email)).says('language en')
  await world.settle()
}, 120_000)
afterAll(() => world.close())

async function thingOf(company: Company): Promise<Thing> {
  const ids = await applicationOf(grace, company).catch(() => ({ tenant: tenantOf(company), enrollment: 'none' }))
  const user = (await one(world, 'sal', company)).aadObjectId
  return { ...NOWHERE, ...ids, user }
}

/** A card without what is new each time, and without the ids that were asked for. */
function masked({ card }: Shown, ...ids: readonly string[]): string {
  const text = JSON.stringify(card).replace(/"op":"[A-Za-z0-9_-]{16}"/g, '"op":"…"')
  return ids.reduce((rest, id) => rest.replaceAll(id, '‹id›'), text)
}

async function asks(person: Person, verb: Verb, thing: Thing) {
  const before = world.stored()
  watch.forget()
  const shown = await person.taps(verb, DATA[verb](thing))
  return { shown, asked: watch.asked(), text: masked(shown, ...Object.values(thing)), wrote: changesSince(before) }
}

function changesSince(before: ReadonlySet<string>): readonly string[] {
  const now = world.stored()
  if (now === before) return []
  const changed = [...[...before].filter((one) => !now.has(one)), ...[...now].filter((one) => !before.has(one))]
  // What somebody asked last, and the tickets of their files, are notes of their own.
  return changed.filter((one) => !/^(ask|fil):/.test(one))
}

describe('the table of those who may change something', () => {
  it('names every verb that consumes an operation key and is not for reviewers', () => {
    const changing = VERBS.filter((verb) => {
      const shape: object = ACTIONS[verb].shape
      return 'op' in shape && !('tenant' in shape && 'enrollment' in shape)
    })
    const known = [...Object.keys(MAY_CHANGE), 'password-changed', 'register']
    expect(changing.filter((verb) => !known.includes(verb))).toEqual([])
  })
})

describe.each(STANDING)('In %s', (company) => {
  const mine = () => own[company] ?? NOWHERE

  it('nobody changes anything that they may not', { timeout: 120_000 }, async () => {
    const wrong: unknown[] = []
    for (const who of EVERYBODY) {
      const person = await one(world, who, company)
      for (const verb of VERBS) {
        if (MAY_CHANGE[verb]?.includes(who)) continue
        const { wrote, shown } = await asks(person, verb, mine())
        if (wrote.length > 0) wrong.push([who, verb, wrote])
        if (/qhforeign/i.test(JSON.stringify(shown.card))) wrong.push([who, verb, 'tells of the foreign company'])
      }
    }
    expect(wrong).toEqual([])
  })

  it('nobody can tell what is foreign from what is nowhere', { timeout: 120_000 }, async () => {
    for (const who of EVERYBODY) {
      const person = await one(world, who, company)
      for (const verb of NAMES_OBJECT) {
        const there = await asks(person, verb, foreign)
        const nowhere = await asks(person, verb, NOWHERE)
        expect([who, verb, there.wrote, nowhere.wrote]).toEqual([who, verb, [], []])
        expect([who, verb, there.text]).toEqual([who, verb, nowhere.text])
        expect([who, verb, there.asked]).toEqual([who, verb, nowhere.asked])
      }
    }
  })

  it('everybody is told the same of a reviewer’s work, on their own application too', {
    timeout: 120_000,
  }, async () => {
    for (const who of EVERYBODY) {
      const person = await one(world, who, company)
      for (const verb of REVIEWERS) {
        const ours = await asks(person, verb, mine())
        const nowhere = await asks(person, verb, NOWHERE)
        expect([who, verb, ours.text, ours.asked]).toEqual([who, verb, nowhere.text, nowhere.asked])
        expect(ours.shown.text).toContain('Only reviewers can do this.')
      }
    }
  })
})

/** Support sees every company, so that what it asks differs by it (P50), and may remind any of them. */
const SUPPORT_MAY: readonly Verb[] = ['ask', 'ask-filled', 'ask-text', 'remind']

describe('The operator’s own staff', () => {
  it('change nothing by a company’s verbs, and a support agent by none', { timeout: 120_000 }, async () => {
    for (const email of [OPERATOR.grace, OPERATOR.sam]) {
      const person = await world.person(email)
      const decides = (verb: Verb) => email === OPERATOR.grace && (verb === 'register' || REVIEWERS.includes(verb))
      for (const verb of VERBS.filter((one) => one !== 'language' && !decides(one) && !SUPPORT_MAY.includes(one))) {
        const there = await asks(person, verb, foreign)
        expect([email, verb, there.wrote]).toEqual([email, verb, []])
        if (!NAMES_OBJECT.includes(verb)) continue
        const nowhere = await asks(person, verb, NOWHERE)
        expect([email, verb, nowhere.wrote]).toEqual([email, verb, []])
        expect([email, verb, there.text, there.asked]).toEqual([email, verb, nowhere.text, nowhere.asked])
      }
    }
  })

  it('as reviewers cannot tell a company without an application from one that does not exist', async () => {
    for (const verb of REVIEWERS) {
      const without = await asks(grace, verb, { ...NOWHERE, tenant: tenantOf('qanew') })
      const drafted = await asks(grace, verb, { ...NOWHERE, tenant: tenantOf('qbdraft') })
      const nowhere = await asks(grace, verb, NOWHERE)
      expect([verb, without.text, without.asked]).toEqual([verb, nowhere.text, nowhere.asked])
      expect([verb, drafted.text, drafted.asked]).toEqual([verb, nowhere.text, nowhere.asked])
      expect([verb, ...without.wrote, ...drafted.wrote, ...nowhere.wrote]).toEqual([verb])
    }
  })
})
