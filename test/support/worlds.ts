import type { Actor, Role } from '../../domain/actor.ts'
import { ROLES } from '../../domain/actor.ts'
import { acceptMpa } from '../../domain/agreement/accept-mpa.ts'
import type { Agreement } from '../../domain/agreement/agreement.ts'
import type { Decision } from '../../domain/decision.ts'
import { resendOwnershipMail } from '../../domain/enrollment/ownership.ts'
import { resubmitEnrollment } from '../../domain/enrollment/resubmit.ts'
import { startEnrollment } from '../../domain/enrollment/start.ts'
import { submitEnrollment } from '../../domain/enrollment/submit.ts'
import { withdrawEnrollment } from '../../domain/enrollment/withdraw.ts'
import { claimAcceptance, declineInvitation } from '../../domain/invitation/accept.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import { renewInvitation, requestPartnership, revokeInvitation } from '../../domain/invitation/invite.ts'
import type { Employee } from '../../domain/organization/employee.ts'
import { addEmployee } from '../../domain/organization/employees.ts'
import { evolve } from '../../domain/organization/evolve.ts'
import type { Organization, OrganizationEvent, OrganizationKind } from '../../domain/organization/organization.ts'
import { addMeToAdminAgents, setOrganizationProfile } from '../../domain/organization/set-up.ts'
import { recordAdminAccessRemoved, removePartnership, requestEnd } from '../../domain/partnership/partner.ts'
import { DECLARATIONS, type Declaration, type Partnership } from '../../domain/partnership/partnership.ts'
import type { MpnAccount } from '../../domain/ports.ts'
import type { Deed, Facts } from '../../domain/questions/can.ts'
import { regionOf } from '../../domain/regions.ts'
import { CUSTOMER_COMMANDS, customerWorld } from './customer-worlds.ts'
import { APPLICATION, HISTORIES, legal, saved, started } from './lifecycle.ts'
import { BODY, invitation, NO_MAILS, partners, STATES, toto } from './partners.ts'
import { account, days, goro, hana, known, later, mpnFacts, otherTenant, registered, sakura } from './people.ts'

/** Chooses as a number tells it: the same number, the same choices. */
export function chooser(seed: number) {
  let state = seed
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const chance = (probability: number): boolean => next() < probability
  const one = <T>(...of: readonly [T, ...T[]]): T => of[Math.floor(next() * of.length)] ?? of[0]
  /** The usual one most of the time, so that a world is not broken in ten places at once. */
  const mostly = <T>(usual: T, ...others: readonly [T, ...T[]]): T => (chance(0.75) ? usual : one(...others))
  return { chance, one, mostly, some: <T>(of: readonly T[]): readonly T[] => of.filter(() => chance(0.4)) }
}

const KINDS: readonly [OrganizationKind, ...OrganizationKind[]] = [
  'prospect',
  'indirectProvider',
  'indirectReseller',
  'directBill',
  'both',
  'customer',
]
const COUNTRIES = ['US', 'DE', 'KP', 'BR'] as const
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad'

type Situation = keyof typeof HISTORIES | 'incomplete'
const grown = (events: readonly OrganizationEvent[]): Organization => events.reduce(evolve, sakura)

/** Sakura in every state of its application. */
const GROWN = Object.fromEntries(
  Object.entries({ ...HISTORIES, incomplete: [started, saved.mpn] }).map(([name, events]) => [name, grown(events)]),
) as Record<Situation, Organization>
const SITUATIONS = Object.keys(GROWN) as [Situation, ...Situation[]]
const LETTERS = Object.fromEntries(STATES.map((state) => [state, invitation(state)])) as Record<
  Invitation['state'],
  Invitation
>

/** More people than the record of a company holds. */
const CROWD: readonly Employee[] = Array.from({ length: 400 }, (_, n) => ({
  key: `${n}`,
  name: 'Yui Mita',
  email: `${n}@sakura.example`,
  roles: ['SA'],
  addedAt: days(0),
  addedBy: { kind: 'system' },
  state: 'adding',
}))

/** Everything that commands of one company and one pair read, chosen at random but for the seed. */
export type World = { [D in Deed]: Facts[D] }

export function world(seed: number): World {
  const { chance, one, mostly, some } = chooser(seed)

  const agreements = (country: string): readonly Agreement[] => {
    const region = regionOf(mostly(country, ...COUNTRIES)) ?? 'europe'
    const mpa = { type: 'MPA', region, version: '1', acceptedAt: days(0) } as const
    return mostly<readonly Agreement[]>(
      [{ status: 'accepted', at: days(0), ...mpa }],
      [],
      [{ status: 'offered', region, at: days(0) }],
    )
  }

  const employees = (): readonly Employee[] => {
    const facts = {
      key: 'yui',
      name: 'Yui Mita',
      email: 'yui@sakura.example',
      roles: ['SA'] as const,
      addedAt: days(0),
    }
    const addedBy = { kind: 'system' } as const
    return mostly<readonly Employee[]>(
      [],
      [{ ...facts, addedBy, state: one('adding', 'adding') }],
      [{ ...facts, addedBy, state: 'failed', reason: 'No.', userId: goro.userId }],
      CROWD,
    )
  }

  const company = (usual: OrganizationKind, base: Organization): Organization => {
    const country = mostly('JP', ...COUNTRIES)
    return {
      ...base,
      kind: mostly(usual, ...KINDS),
      country,
      suspended: chance(0.15),
      cspTenant: chance(0.5),
      agreements: agreements(country),
      employees: employees(),
      ...(chance(0.6) ? { adminAgentConfirmedAt: days(1) } : {}),
    }
  }

  const applicant = (usual: OrganizationKind, ...situations: readonly [Situation, ...Situation[]]): Organization => {
    const grown = GROWN[one(...situations)]
    return { ...company(usual, grown), enrollment: grown.enrollment }
  }

  const person = (usual: Role): Actor => ({
    ...hana,
    tenantId: mostly(hana.tenantId, PERSONAL as typeof hana.tenantId),
    roles: mostly<readonly Role[]>([usual], [], some(ROLES)),
  })

  const mpnAccount: MpnAccount = {
    ...account,
    type: mostly('location', 'global'),
    country: mostly('JP', 'KR'),
    profileStatus: mostly('active', 'pending'),
    migrated: !chance(0.1),
    ownerTenantIds: [mostly(sakura.tenantId, otherTenant)],
  }
  const mpn = mpnFacts({
    account: mostly<MpnAccount | undefined>(mpnAccount, undefined),
    heldBy: mostly<typeof otherTenant | undefined>(undefined, otherTenant),
  })

  const enrollmentId = mostly(APPLICATION, 'another')
  const organization = applicant(one('prospect', 'indirectReseller', 'directBill'), ...SITUATIONS)
  const drafted = applicant('prospect', 'draft', 'draft', 'incomplete', 'submitted', 'none')
  const provider = { ...company('indirectProvider', toto), tenantId: toto.tenantId }
  const reseller = company('indirectReseller', registered({ kind: 'indirectReseller' }))
  const { provider: a, providerName, reseller: b, resellerName, since, invitationId, by } = partners
  const removed: Partnership = {
    ...{ provider: a, providerName, reseller: b, resellerName, since, invitationId, by },
    status: 'removed',
    removedAt: days(4),
    how: 'provider',
  }
  const active: Partnership = {
    ...partners,
    adminAccess: one({ state: 'granted' }, { state: 'removed', at: days(4), by }),
    ...(chance(0.3) ? { endRequest: { at: days(4), by, reason: 'We change.' } } : {}),
  }
  const partnership = (usual: Partnership): Partnership => mostly(usual, { status: 'none' }, active, removed)
  const pair = () => ({ provider, reseller, partnership: partnership({ status: 'none' }), isCustomer: chance(0.1) })
  const sent = mostly(NO_MAILS, { ...NO_MAILS, hour: 10, day: 12 }, { ...NO_MAILS, hour: 0, day: 50 })
  const letter = mostly(one(LETTERS.sent, LETTERS.opened), ...(Object.values(LETTERS) as [Invitation, ...Invitation[]]))
  const others = mostly(reseller, { ...reseller, tenantId: otherTenant })
  const at = mostly(days(3), days(40), later(2))
  const declarations = mostly<readonly Declaration[]>(DECLARATIONS, DECLARATIONS.slice(1))
  const between = { actor: person('GA'), provider, reseller, partnership: partnership(active) }

  return {
    ...customerWorld({ mostly, one, chance }, { provider, reseller: others, partnership: partnership(active), person }),
    startEnrollment: { actor: person('GA'), organization, program: mostly('indirectReseller', 'directBill') },
    submitEnrollment: { actor: person('GA'), organization: drafted, enrollmentId, seen: mostly(5, 3), mpn },
    withdrawEnrollment: { actor: person('GA'), organization, enrollmentId },
    resendOwnershipMail: { actor: person('MPNA'), organization, enrollmentId, at },
    resubmitEnrollment: {
      actor: person('GA'),
      organization,
      enrollmentId,
      legal: mostly({ ...legal, companyName: 'Sakura Systems Kabushiki Kaisha' }, legal),
      document: mostly(undefined, { name: 'Certificate', kind: 'tax' as const, link: 'https://sakura.example/tax' }),
    },
    acceptMpa: { actor: person('GA'), organization, region: mostly('japan', 'europe'), ticked: !chance(0.2) },
    addEmployee: {
      actor: person('UMA'),
      organization: reseller,
      employee: {
        name: 'Yui Mita',
        email: mostly('yui@sakura.example', goro.email, hana.email),
        roles: mostly<readonly Role[]>(['SA'], ['GA', 'AA']),
      },
      people: [known(hana, ['GA']), { ...known(goro, ['SA']), email: mostly(goro.email, 'YUI@sakura.example') }],
    },
    addMeToAdminAgents: { actor: person('GA'), organization: reseller },
    setOrganizationProfile: { actor: person('GA'), organization: reseller },
    requestPartnership: {
      actor: person('SA'),
      provider,
      email: mostly('hana@sakura.example', 'hana@'),
      body: mostly(BODY, 'Work with us.'),
      sent,
      known: mostly<ReturnType<typeof pair> | undefined>(undefined, pair(), { ...pair(), reseller: provider }),
    },
    renewInvitation: { actor: person('SA'), provider, invitation: letter, sent },
    revokeInvitation: { actor: person('SA'), provider, invitation: letter, at },
    claimAcceptance: {
      actor: person('GA'),
      invitation: letter,
      pair: { ...pair(), reseller: others },
      ticked: !chance(0.2),
      at,
    },
    declineInvitation: { actor: person('GA'), invitation: letter, reseller: others, at },
    removePartnership: { ...between, actor: person('SA'), declarations },
    requestEnd: between,
    recordAdminAccessRemoved: between,
  }
}

/** Every command itself, given the same facts. */
export const COMMANDS: { [D in Deed]: (facts: Facts[D]) => Decision<unknown> } = {
  startEnrollment: ({ organization, ...facts }) =>
    startEnrollment(organization, {
      type: 'StartEnrollment',
      at: days(3),
      id: 'application-2',
      registration: undefined,
      ownAccounts: [],
      ...facts,
    }),
  submitEnrollment: ({ organization, ...facts }) =>
    submitEnrollment(organization, { type: 'SubmitEnrollment', at: days(3), locale: 'ja-JP', ...facts }),
  withdrawEnrollment: ({ organization, ...facts }) => withdrawEnrollment(organization, { at: days(3), ...facts }),
  resendOwnershipMail: ({ organization, ...facts }) => resendOwnershipMail(organization, facts),
  resubmitEnrollment: ({ organization, document, ...facts }) =>
    resubmitEnrollment(organization, { at: days(3), ...facts, ...(document ? { document } : {}) }),
  acceptMpa: ({ organization, ...facts }) => acceptMpa(organization, { at: days(3), ...facts }),
  addEmployee: ({ organization, ...facts }) => addEmployee(organization, { at: days(3), key: 'new', ...facts }),
  addMeToAdminAgents: ({ organization, actor }) => addMeToAdminAgents(organization, { at: days(3), actor, key: 'new' }),
  setOrganizationProfile: ({ organization, actor }) =>
    setOrganizationProfile(organization, {
      at: days(3),
      actor,
      profile: { displayName: 'Sakura', address: legal.address, email: 'hello@sakura.example' },
    }),
  requestPartnership: ({ body, known, ...facts }) =>
    requestPartnership(undefined, {
      at: days(3),
      id: 'i2',
      locale: 'ja-JP',
      draft: { subject: 'Partnership', body },
      ...facts,
      ...(known ? { known } : {}),
    }),
  renewInvitation: ({ invitation: letter, ...facts }) => renewInvitation(letter, { at: days(3), ...facts }),
  revokeInvitation: ({ invitation: letter, ...facts }) => revokeInvitation(letter, facts),
  claimAcceptance: ({ invitation: letter, ...facts }) => claimAcceptance(letter, { key: 'press-9', ...facts }),
  declineInvitation: ({ invitation: letter, ...facts }) => declineInvitation(letter, facts),
  removePartnership: ({ partnership, ...facts }) => removePartnership(partnership, { at: days(5), ...facts }),
  requestEnd: ({ partnership, ...facts }) => requestEnd(partnership, { at: days(5), reason: 'We change.', ...facts }),
  recordAdminAccessRemoved: ({ partnership, ...facts }) =>
    recordAdminAccessRemoved(partnership, { at: days(5), ...facts }),
  ...CUSTOMER_COMMANDS,
}
