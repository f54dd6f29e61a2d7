// Long, since every command has its entry here, so that what may be done is read in one place.
import type { Actor } from '../actor.ts'
import { mpaOf, mpaTicked } from '../agreement/accept-mpa.ts'
import type { LegalIdentity, SupportingDocument } from '../enrollment/enrollment.ts'
import { isFiled } from '../enrollment/evolve.ts'
import { inState, resendAllowedFrom } from '../enrollment/ownership.ts'
import { isChanged } from '../enrollment/resubmit.ts'
import { applicationOf, dataRefusals } from '../enrollment/submit.ts'
import { isWithdrawable, WITHDRAWABLE } from '../enrollment/withdraw.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { type Sent, withinLimits } from '../invitation/invite.ts'
import type { Pair } from '../invitation/pair.ts'
import { emailFree, peopleFit } from '../organization/employees.ts'
import type { Organization } from '../organization/organization.ts'
import type { NewEmployee } from '../organization/read-employee.ts'
import type { Declaration, Partnership } from '../partnership/partnership.ts'
import { type Operation, permit } from '../permissions.ts'
import type { Person } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import type { RegionKey } from '../regions.ts'
import {
  cspOffered,
  draftComplete,
  newcomersEnrollAsResellers,
  registrationIdGiven,
  workAccount,
} from '../rules/enrollment.ts'
import type { MpnFacts } from '../rules/mpn.ts'
import { adminAgentConfirmed, enrolledAsReseller, mpaSigned, notSuspended } from '../rules/organization.ts'
import {
  allDeclared,
  authorizationTicked,
  invitationOpen,
  linkInText,
  notCustomerOfProvider,
  notOwnCompany,
  notPartneredYet,
  partnershipExists,
  resellerEmailGiven,
} from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import type { Rule } from '../rules/rule.ts'
import type { Check, CheckName } from './answer.ts'
import { CAN_CUSTOMERS, type CustomerDeeds } from './can-customers.ts'
import { failing, found, right, run } from './checks.ts'

type By = { actor: Actor }
type Own = By & { organization: Organization }
type Between = By & { provider: Organization; reseller: Organization; partnership: Partnership }

/** What each command of the product is decided from, as its own function reads it. */
export type Facts = {
  startEnrollment: Own & { program: 'indirectReseller' | 'directBill' }
  submitEnrollment: Own & { enrollmentId: string; seen: number; mpn: MpnFacts }
  withdrawEnrollment: Own & { enrollmentId: string }
  resendOwnershipMail: Own & { enrollmentId: string; at: string }
  resubmitEnrollment: Own & {
    enrollmentId: string
    legal: LegalIdentity
    document?: Omit<SupportingDocument, 'by' | 'at'> | undefined
  }
  acceptMpa: Own & { region: RegionKey; ticked: boolean }
  addEmployee: Own & { employee: NewEmployee; people: readonly Person[] }
  addMeToAdminAgents: Own
  setOrganizationProfile: Own
  requestPartnership: By & {
    provider: Organization
    email: string
    body: string
    sent: Sent
    known?: Pair | undefined
  }
  renewInvitation: By & { provider: Organization; invitation: Invitation; sent: Sent }
  revokeInvitation: By & { provider: Organization; invitation: Invitation; at: string }
  claimAcceptance: By & { invitation: Invitation; pair: Pair; ticked: boolean; at: string }
  declineInvitation: By & { invitation: Invitation; reseller: Organization; at: string }
  removePartnership: Between & { declarations: readonly Declaration[] }
  requestEnd: Between
  recordAdminAccessRemoved: Between
} & CustomerDeeds

export type Deed = keyof Facts

/**
 * Whether somebody can do something now: every rule that guards the command, run as explanation, with all that fails
 * together. The command itself would report the first failing level of the same rules.
 */
export const can = <D extends Deed>(deed: D, facts: Facts[D]): readonly Check[] => CAN[deed](facts)

/** Whether nothing refuses. */
export const isAllowed = (checks: readonly Check[]): boolean => failing(checks).length === 0

/** A deed that is done already is refused to nobody who may do it. */
const CAN: { [D in Deed]: (facts: Facts[D]) => readonly Check[] } = {
  startEnrollment: ({ actor, organization, program }) => [
    of(organization, workAccount, { actor }, 'account'),
    ...right('P01', actor, organization),
    suspension(organization),
    of(organization, newcomersEnrollAsResellers, { program }, 'enrolled'),
    of(organization, cspOffered, { country: organization.country }, 'sameRegion'),
  ],
  submitEnrollment: ({ actor, organization, enrollmentId, seen, mpn }) => {
    const { enrollment, displayName: company } = organization
    if (enrollment.state !== 'draft')
      return [...right('P01', actor, organization), state(organization, [wrongState(organization, ['draft'])])]
    const { draft } = enrollment
    const application = applicationOf(draft)
    const stale = draft.rev > seen || enrollmentId !== enrollment.id
    return [
      of(organization, workAccount, { actor }, 'account'),
      ...right('P01', actor, organization),
      suspension(organization),
      of(organization, cspOffered, { country: organization.country }, 'sameRegion'),
      of(organization, draftComplete, { draft }, 'form'),
      found(
        'R2',
        'S4 Get started; S2 Before you begin',
        application ? dataRefusals(application, organization, mpn) : [],
        {
          about: 'mpnId',
          company,
        },
      ),
      newest(stale),
    ]
  },
  withdrawEnrollment: ({ actor, organization, enrollmentId }) => {
    const { enrollment } = organization
    if (enrollment.state === 'withdrawn' && enrollment.id === enrollmentId) return []
    const open = isWithdrawable(enrollment) && enrollment.id === enrollmentId
    return [
      ...right('P01', actor, organization),
      state(organization, open ? [] : [wrongState(organization, WITHDRAWABLE)]),
    ]
  },
  resendOwnershipMail: ({ actor, organization, enrollmentId, at }) => {
    const from = resendAllowedFrom(organization, at)
    return [
      ...right('P06', actor, organization),
      state(organization, inState(organization, enrollmentId, 'contactPending')),
      found('D9', 'D:verification-responses', from === undefined ? [] : [{ code: 'VER_RESEND_WAIT', from }], {
        about: 'wait',
        company: organization.displayName,
      }),
    ]
  },
  resubmitEnrollment: ({ actor, organization, enrollmentId, legal, document }) => {
    const { enrollment, country } = organization
    const denied: readonly Refusal[] =
      enrollment.state === 'actionRequired' && enrollment.ask.kind === 'signupDenied'
        ? [{ code: 'VER_CONTACT_PENDING', mail: enrollment.application.contact.email }]
        : []
    const before = isFiled(enrollment) ? enrollment.application.legal : undefined
    const given = (before !== undefined && isChanged(before, legal)) || document !== undefined
    return [
      ...right('P07', actor, organization),
      state(organization, [...inState(organization, enrollmentId, 'actionRequired', 'rejected'), ...denied]),
      of(organization, registrationIdGiven, { country, registrationId: legal.registrationId ?? '' }, 'form'),
      found('P07', 'domain.md SM1', given ? [] : [{ code: 'NOTHING_CHANGED' }], { about: 'form' }),
    ]
  },
  acceptMpa: ({ actor, organization, region, ticked }) => {
    const agreement = mpaOf(organization, region)
    if (agreement?.status === 'accepted' && permit('P11', actor, organization, { read: true }).length === 0) return []
    return [
      ...right('P09', actor, organization),
      suspension(organization),
      found('P09', 'domain.md SM3', agreement ? [] : [{ code: 'MPA_NOT_OFFERED' }], {
        about: 'agreementOffered',
        company: organization.displayName,
      }),
      of(organization, mpaTicked, { ticked }, 'form'),
    ]
  },
  addEmployee: ({ actor, organization, employee, people }) => [
    ...right('P13', actor, organization),
    of(organization, adminAgentConfirmed, { organization, actor }, 'adminAgent'),
    ...(employee.roles.includes('GA') ? right('P15', actor, organization) : []),
    found('P13', 'domain.md 2.2', emailFree(organization, { email: employee.email, people }), { about: 'form' }),
    found('P13', 'domain.md 2.2', peopleFit(organization), { about: 'form' }),
  ],
  addMeToAdminAgents: ({ actor, organization }) => right('P14', actor, organization),
  setOrganizationProfile: ({ actor, organization }) => right('P16', actor, organization),
  requestPartnership: ({ actor, provider, email, body, sent, known }) => [
    ...inviting(actor, provider),
    of(provider, resellerEmailGiven, { email }, 'form'),
    of(provider, notOwnCompany, { provider: provider.tenantId, company: known?.reseller.tenantId }, 'notAffiliate'),
    of(provider, linkInText, { body }, 'form'),
    ...(known ? between(known) : []),
    of(provider, withinLimits, { sent }, 'wait'),
  ],
  renewInvitation: ({ actor, provider, invitation, sent }) => [
    ...inviting(actor, provider),
    found('P21', 'domain.md SM4', RENEWABLE.includes(invitation.state) ? [] : [closed(invitation)], {
      about: 'invitationOpen',
    }),
    of(provider, withinLimits, { sent }, 'wait'),
  ],
  revokeInvitation: ({ actor, provider, invitation, at }) =>
    invitation.state === 'revoked'
      ? right('P21', actor, provider)
      : [...right('P21', actor, provider), open(invitation, at), unclaimed(invitation)],
  claimAcceptance: ({ actor, invitation, pair, ticked, at }) => {
    const { reseller } = pair
    if (isTakenBy(invitation, reseller, ['accepted', 'accepting'])) return []
    const enrolled = of(reseller, enrolledAsReseller, { organization: reseller }, 'enrolled')
    return [
      open(invitation, at),
      unclaimed(invitation),
      enrolled,
      ...(enrolled.outcome === 'holds' ? right('P22', actor, reseller) : []),
      suspension(reseller),
      ...between(pair),
      of(reseller, authorizationTicked, { ticked }, 'form'),
    ]
  },
  declineInvitation: ({ actor, invitation, reseller, at }) =>
    isTakenBy(invitation, reseller, ['declined'])
      ? []
      : [
          open(invitation, at),
          unclaimed(invitation),
          // Whoever is not enrolled may say no, too.
          ...right('P22', actor, { ...reseller, kind: 'indirectReseller' }),
        ],
  removePartnership: ({ actor, provider, reseller, partnership, declarations }) =>
    partnership.status === 'removed'
      ? right('P24', actor, provider)
      : [
          ...right('P24', actor, provider),
          partnered(partnership, provider, reseller),
          of(provider, allDeclared, { declarations }, 'form'),
        ],
  requestEnd: ({ actor, provider, reseller, partnership }) =>
    forReseller('P25', actor, partnership, reseller, provider),
  recordAdminAccessRemoved: ({ actor, provider, reseller, partnership }) =>
    forReseller('P26', actor, partnership, reseller, provider),
  ...CAN_CUSTOMERS,
}

const RENEWABLE: readonly Invitation['state'][] = ['sent', 'opened', 'expired']

/** One rule asked of one company. */
const of = <F>({ displayName: company }: Organization, rule: Rule<F>, facts: F, about: CheckName): Check =>
  run(rule, facts, { about, company })

const suspension = (organization: Organization): Check =>
  of(organization, notSuspended, { organization }, 'notSuspended')

const inviting = (actor: Actor, provider: Organization): readonly Check[] => [
  ...right('P20', actor, provider),
  suspension(provider),
  of(provider, mpaSigned, { organization: provider }, 'mpa'),
]

function between({ provider, reseller, partnership, isCustomer }: Pair): readonly Check[] {
  const names = { provider: provider.displayName, reseller: reseller.displayName }
  const place = ({ displayName: name, country }: Organization) => ({ name, country })
  return [
    of(provider, notPartneredYet, { partnership }, 'notPartnered'),
    of(reseller, notCustomerOfProvider, { isCustomer, ...names }, 'notCustomer'),
    of(provider, samePartnerRegion, { provider: place(provider), reseller: place(reseller) }, 'sameRegion'),
  ]
}

const partnered = (partnership: Partnership, a: Organization, b: Organization): Check =>
  of(b, partnershipExists, { partnership, a: a.displayName, b: b.displayName }, 'partnership')

const forReseller = (
  operation: Operation,
  actor: Actor,
  partnership: Partnership,
  reseller: Organization,
  provider: Organization,
): readonly Check[] => [...right(operation, actor, reseller), partnered(partnership, reseller, provider)]

const open = (invitation: Invitation, now: string): Check =>
  run(invitationOpen, { invitation, now }, { about: 'invitationOpen' })

/** Another press is about to settle it. */
const unclaimed = ({ state }: Invitation): Check => newest(state === 'accepting')

const newest = (stale: boolean): Check =>
  found('F41', 'domain.md F41', stale ? [{ code: 'STALE' }] : [], { about: 'newest' })

const state = ({ displayName: company }: Organization, refusals: readonly Refusal[]): Check =>
  found('SM1', 'domain.md SM1', refusals, { about: 'applicationState', company })

const wrongState = ({ enrollment }: Organization, needs: readonly string[]): Refusal => ({
  code: 'WRONG_STATE',
  is: enrollment.state,
  needs,
})

const closed = (invitation: Invitation): Refusal => ({
  code: 'INV_CLOSED',
  state: invitation.state,
  at: 'at' in invitation ? invitation.at : invitation.createdAt,
})

const isTakenBy = (invitation: Invitation, { tenantId }: Organization, states: readonly Invitation['state'][]) =>
  states.includes(invitation.state) && 'reseller' in invitation && invitation.reseller === tenantId
