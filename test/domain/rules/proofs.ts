import { nextSteps } from '../../../bot/next-steps.ts'
import type { Decision } from '../../../domain/decision.ts'
import { readAuthority, readContact, readLegal, readMpnId, readSupport } from '../../../domain/enrollment/read-form.ts'
import { claimAcceptance, declineInvitation } from '../../../domain/invitation/accept.ts'
import { editInvitation, requestPartnership, sendInTeams } from '../../../domain/invitation/invite.ts'
import type { Pair } from '../../../domain/invitation/pair.ts'
import { addEmployee, setRoles } from '../../../domain/organization/employees.ts'
import { evolve } from '../../../domain/organization/evolve.ts'
import type { Organization, OrganizationEvent } from '../../../domain/organization/organization.ts'
import { removePartnership } from '../../../domain/partnership/partner.ts'
import { DECLARATIONS } from '../../../domain/partnership/partnership.ts'
import { addingChecks } from '../../../domain/questions/adding-customers.ts'
import type { Check } from '../../../domain/questions/answer.ts'
import { transitionChecks, undoing } from '../../../domain/questions/becoming-reseller.ts'
import { ownUseChecks } from '../../../domain/questions/own-use.ts'
import { sale } from '../../../domain/questions/sale.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Result } from '../../../domain/result.ts'
import type { RULES } from '../../../domain/rules/catalogue.ts'
import { readiness } from '../../../domain/rules/organization.ts'
import { AT, approve, confirm, resend, sign, start, submit } from '../../support/commands.ts'
import { filled, HISTORIES, legal, saved, started } from '../../support/lifecycle.ts'
import { BODY, invitation, NO_MAILS, pair, partners, reseller, tomo, toto } from '../../support/partners.ts'
import {
  account,
  goro,
  hana,
  inTenant,
  known,
  later,
  mpnFacts,
  otherTenant,
  registered,
  sakura,
  sho,
} from '../../support/people.ts'
import { bakery, direct, saleFacts, supplier, unsigned } from '../../support/sales.ts'
import { CUSTOMER_INVITATION_PROOFS } from './customer-invitation-proofs.ts'
import { CUSTOMER_PROOFS } from './customer-proofs.ts'

export type RuleName = keyof typeof RULES

/** A story that one rule refuses or shows as not so, and what is left of the refusal without that rule. */
export type Proof = { story: string; tell: () => readonly string[]; refuses: string; without?: readonly string[] }

const codes = (result: Result<unknown, readonly Refusal[]>): readonly string[] =>
  result.ok ? [] : result.error.map(({ code }) => code)

const asked = (company: Organization, command: (company: Organization) => Decision<OrganizationEvent>) => () =>
  codes(command(company))

const after = (history: readonly OrganizationEvent[]): Organization => history.reduce(evolve, sakura)
const at = (situation: keyof typeof HISTORIES): Organization => after(HISTORIES[situation])

const draft = after(filled)

const place = {
  companyName: legal.companyName,
  registrationId: '',
  addressLine1: 'Avenida Paulista 1',
  addressLine2: '',
  city: 'São Paulo',
  state: 'SP',
  postalCode: '01310-100',
  country: 'BR',
}

const hanas = { name: hana.name, email: hana.email }

const contact = (email: string) => () =>
  codes(readContact({ firstName: 'Ken', lastName: 'Mori', email, phone: '', isEnrollingUser: false }, hanas, 'JP'))

const open = (company: Organization) => () => readiness(company).flatMap(({ step, done }) => (done ? [] : [step]))

const steps = (company: Organization) => nextSteps(company, hana, { globalAdmins: [], businessProfileAdmins: [] })
const shown = (company: Organization) => () => steps(company).map(({ kind }) => kind)

const yui = { key: 'yui', name: 'Yui Mita', email: 'yui@sakura.example', roles: ['SA'] as const }

const request = {
  at: AT,
  actor: tomo,
  id: 'i2',
  provider: toto,
  email: 'hana@sakura.example',
  locale: 'ja-JP',
  draft: { subject: 'Partnership', body: BODY },
  sent: NO_MAILS,
} as const

const accepts = (between: Pair, ticked = true) =>
  claimAcceptance(invitation('opened'), { at: AT, actor: hana, pair: between, ticked, key: 'press-1' })

const said = (checks: readonly Check[]) => [
  ...new Set(checks.flatMap(({ refusals }) => refusals.map(({ code }) => code))),
]

const sold = (over: Parameters<typeof saleFacts>[0]) => () => said(sale(saleFacts(over)).checks)

const nothing = () => undefined

/** Each rule of the catalogue refuses a story that nothing else refuses. Complete by type. */
export const PROOFS: { [R in RuleName]: Proof } = {
  mpnIdGiven: {
    story: 'refuses the form of the first step without an MPN ID',
    tell: () => codes(readMpnId(' ')),
    refuses: 'ENR_MPN_REQUIRED',
  },
  mpnIdWellFormed: {
    story: 'refuses an MPN ID that begins with 0',
    tell: () => codes(readMpnId('0123456')),
    refuses: 'MPN_FORMAT',
  },
  mpnIdKnown: {
    story: 'refuses submitting with an MPN ID that nobody has',
    tell: asked(draft, submit({ mpn: mpnFacts({ account: undefined }) })),
    refuses: 'MPN_UNKNOWN',
  },
  mpnIdUnused: {
    story: 'refuses submitting with an MPN ID that serves another tenant',
    tell: asked(draft, submit({ mpn: mpnFacts({ heldBy: otherTenant }) })),
    refuses: 'MPN_IN_USE',
  },
  mpnIdOwn: {
    story: 'refuses submitting with the MPN ID of another company',
    tell: asked(draft, submit({ mpn: mpnFacts({ account: { ...account, ownerTenantIds: [otherTenant] } }) })),
    refuses: 'MPN_OTHER_COMPANY',
  },
  mpnIdLocation: {
    story: 'refuses submitting with the global MPN ID',
    tell: asked(draft, submit({ mpn: mpnFacts({ account: { ...account, type: 'global' } }) })),
    refuses: 'MPN_NOT_LOCATION',
  },
  mpnProfileActive: {
    story: 'refuses submitting with an MPN ID whose profile is pending',
    tell: asked(draft, submit({ mpn: mpnFacts({ account: { ...account, profileStatus: 'pending' } }) })),
    refuses: 'MPN_NOT_ACTIVE',
  },
  mpnSameCountry: {
    story: 'refuses submitting with an MPN ID of another country',
    tell: asked(draft, submit({ mpn: mpnFacts({ account: { ...account, country: 'KR' } }) })),
    refuses: 'MPN_COUNTRY_MISMATCH',
  },
  mpnMigrated: {
    story: 'refuses submitting with an MPN ID that was not migrated',
    tell: asked(draft, submit({ mpn: mpnFacts({ account: { ...account, migrated: false } }) })),
    refuses: 'MPN_NOT_MIGRATED',
  },
  fieldsGiven: {
    story: 'refuses support details without an address',
    tell: () => codes(readSupport({ supportEmail: '', supportPhone: '', supportWebsite: '' }, 'JP')),
    refuses: 'ENR_FIELD_MISSING',
  },
  draftComplete: {
    story: 'refuses submitting a draft with open steps',
    tell: asked(after([started, saved.mpn]), submit()),
    refuses: 'ENR_STEPS_MISSING',
  },
  newcomersEnrollAsResellers: {
    story: 'refuses a newcomer who wants to be a direct-bill partner',
    tell: asked(sakura, start({ program: 'directBill' })),
    refuses: 'ENR_DIRECT_CLOSED',
  },
  workAccount: {
    story: 'refuses starting with a personal account',
    tell: asked(sakura, start({ actor: inTenant(hana, '9188040d-6c67-4c5b-b112-36a304b66dad') })),
    refuses: 'ENR_WORK_ACCOUNT',
  },
  companyMailbox: {
    story: 'refuses a primary contact with web mail',
    tell: contact('ken@gmail.com'),
    refuses: 'ENR_WEBMAIL',
  },
  personalMailbox: {
    story: 'refuses a primary contact with a shared mailbox',
    tell: contact('info@sakura.example'),
    refuses: 'ENR_MAIL_SHARED',
  },
  bothFactsConfirmed: {
    story: 'refuses a contact who confirms one statement of two',
    tell: asked(at('contactPending'), confirm({ belongsToCompany: false })),
    refuses: 'VER_BOTH_FACTS',
  },
  contactConfirmed: {
    story: 'refuses approving before the contact has confirmed',
    tell: asked(at('contactPending'), approve()),
    refuses: 'VER_CONTACT_PENDING',
    // The machine has no such step either, but would not say why.
    without: ['WRONG_STATE'],
  },
  mayActForCompany: {
    story: 'refuses the last form without the tick',
    tell: () => codes(readAuthority({ adminWorkEmail: 'hana@sakura.example', authority: false })),
    refuses: 'ENR_AUTHORITY',
  },
  registrationIdGiven: {
    story: 'refuses a Brazilian legal profile without registration ID',
    tell: () => codes(readLegal(place, 'BR')),
    refuses: 'ENR_FIELD_MISSING',
  },
  cspOffered: {
    story: 'refuses starting in a country without CSP',
    tell: asked(registered({}, { country: 'KP' }), start()),
    refuses: 'REGION_UNKNOWN',
  },
  oneBusinessDayBetweenMails: {
    story: 'refuses resending the mail an hour later',
    tell: asked(at('contactPending'), resend({ at: later(2) })),
    refuses: 'VER_RESEND_WAIT',
  },
  passwordChanged: {
    story: 'shows an employee with a temporary password nothing but changing it',
    tell: shown({
      ...at('active'),
      employees: [
        {
          ...yui,
          state: 'mustChangePassword',
          userId: hana.userId,
          since: AT,
          addedAt: AT,
          addedBy: { kind: 'system' },
        },
      ],
    }),
    refuses: 'changePassword',
    without: ['addMe', 'setOrganizationProfile', 'setBusinessProfile', 'findProvider'],
  },
  enrolledAsReseller: {
    story: 'shows that a prospect is not enrolled',
    tell: open(sakura),
    refuses: 'enrolled',
    without: ['mpa'],
  },
  adminAgentConfirmed: {
    story: 'refuses a global admin who adds an employee before being an Admin agent',
    tell: asked(at('qualified'), (company) =>
      addEmployee(company, { at: AT, actor: hana, key: 'yui', employee: yui, people: [known(hana, ['GA'])] }),
    ),
    refuses: 'SETUP_ADMIN_AGENT',
  },
  notSuspended: {
    story: 'refuses signing while the company is suspended',
    tell: asked({ ...at('qualified'), suspended: true }, sign()),
    refuses: 'ORG_SUSPENDED',
  },
  mpaSigned: { story: 'shows that a reseller has not signed yet', tell: open(at('qualified')), refuses: 'mpa' },
  mpaTicked: {
    story: 'refuses Accept and continue without the tick',
    tell: asked(at('qualified'), sign({ ticked: false })),
    refuses: 'MPA_NOT_TICKED',
  },
  readyToTransact: {
    story: 'tells a reseller that it is ready only when everything is in order',
    tell: () => (steps(at('qualified')).some((step) => 'ready' in step && step.ready) ? [] : ['notReady']),
    refuses: 'notReady',
  },
  oneGlobalAdminRemains: {
    story: 'refuses taking the role from the only global admin',
    tell: asked({ ...at('active'), adminAgentConfirmedAt: AT }, (company) =>
      setRoles(company, {
        at: AT,
        actor: goro,
        key: 'order',
        userId: hana.userId,
        roles: ['HA'],
        people: [known(hana, ['GA']), known(sho, ['SA'])],
      }),
    ),
    refuses: 'USR_LAST_GLOBAL_ADMIN',
  },
  linkInText: {
    story: 'refuses a text without the link',
    tell: () =>
      codes(
        editInvitation(invitation('draft'), {
          at: AT,
          actor: tomo,
          provider: toto,
          draft: { subject: 'Partnership', body: 'Work with us.' },
        }),
      ),
    refuses: 'INV_LINK_MISSING',
  },
  resellerEmailGiven: {
    story: 'refuses a request without the reseller’s address',
    tell: () => codes(requestPartnership(undefined, { ...request, email: '' })),
    refuses: 'FIELD_EMAIL',
  },
  notOwnCompany: {
    story: 'refuses a request to an address of the own company',
    tell: () => codes(requestPartnership(undefined, { ...request, known: pair({ reseller: toto }) })),
    refuses: 'PAR_SELF',
  },
  notInTeamsToday: {
    story: 'refuses sending in Teams twice within a day',
    tell: () =>
      codes(
        sendInTeams(
          { ...invitation('sent'), inTeamsAt: AT },
          { at: AT, actor: tomo, provider: toto, to: reseller.tenantId, sent: NO_MAILS },
        ),
      ),
    refuses: 'INV_IN_TEAMS',
  },
  withinLimits: {
    story: 'refuses the eleventh invitation of an hour',
    tell: () => codes(requestPartnership(undefined, { ...request, sent: { ...NO_MAILS, hour: 10, day: 10 } })),
    refuses: 'INV_LIMIT',
  },
  invitationOpen: {
    story: 'refuses declining what was revoked',
    tell: () => codes(declineInvitation(invitation('revoked'), { at: AT, actor: hana, reseller })),
    refuses: 'INV_CLOSED',
  },
  authorizationTicked: {
    story: 'refuses Authorize indirect provider without the tick',
    tell: () => codes(accepts(pair(), false)),
    refuses: 'INV_NOT_CONFIRMED',
  },
  notPartneredYet: {
    story: 'refuses a second partnership of the same two',
    tell: () => codes(accepts(pair({ partnership: partners }))),
    refuses: 'PAR_EXISTS',
  },
  notCustomerOfProvider: {
    story: 'refuses a reseller who is the provider’s customer',
    tell: () => codes(accepts(pair({ isCustomer: true }))),
    refuses: 'REL_ALREADY_CUSTOMER',
  },
  samePartnerRegion: {
    story: 'refuses a provider of another region',
    tell: () => codes(accepts(pair({ provider: { ...toto, country: 'DE' } }))),
    refuses: 'REGION_PARTNER',
  },
  partnershipExists: {
    story: 'refuses removing a partnership that never was',
    tell: () =>
      codes(
        removePartnership(
          { status: 'none' },
          { at: AT, actor: tomo, provider: toto, reseller, declarations: DECLARATIONS },
        ),
      ),
    refuses: 'PAR_NONE',
  },
  allDeclared: {
    story: 'refuses removing with one declaration of five',
    tell: () =>
      codes(
        removePartnership(partners, { at: AT, actor: tomo, provider: toto, reseller, declarations: ['goodFaith'] }),
      ),
    refuses: 'PAR_DECLARATION',
  },
  sellsInCsp: {
    story: 'shows that a customer sells nothing in CSP',
    tell: sold({ seller: { ...saleFacts().seller.organization, kind: 'customer' } }),
    refuses: 'AUTH_ORG_KIND',
  },
  customerInRegion: {
    story: 'shows that a customer in Germany is no customer for a reseller in Japan',
    tell: sold({ buyer: { country: 'DE' } }),
    refuses: 'REGION_CUSTOMER',
  },
  notOneself: {
    story: 'shows that a company of the same group is no customer',
    tell: sold({ seller: { affiliateGroupId: 'sakura' }, buyer: { ...bakery, affiliateGroupId: 'sakura' } }),
    refuses: 'CUS_SELF_OR_AFFILIATE',
  },
  notCspTenant: {
    story: 'shows that a tenant used for CSP is not sold to',
    tell: sold({ buyer: { ...bakery, cspTenant: true } }),
    refuses: 'CUS_IS_CSP_TENANT',
  },
  ownUseOnAnotherTenant: {
    story: 'shows that a partner does not buy for itself on its CSP tenant',
    tell: () => said(ownUseChecks(reseller)),
    refuses: 'CUS_IS_CSP_TENANT',
  },
  notResellerOfProvider: {
    story: 'shows that a provider’s reseller is not its customer',
    tell: sold({ suppliers: [{ ...supplier, isReseller: true }] }),
    refuses: 'REL_ALREADY_RESELLER',
  },
  providerRelated: {
    story: 'shows that a provider without a relation to the customer cannot order for it',
    tell: sold({ suppliers: [{ ...supplier, isRelated: false }] }),
    refuses: 'CUS_NO_PROVIDER_REL',
  },
  resellerMpaSigned: {
    story: 'shows that there is no new business with a reseller that has not signed',
    tell: sold({ seller: unsigned }),
    refuses: 'MPA_REQUIRED_RESELLER',
  },
  providerCreatesCustomers: {
    story: 'shows that a reseller creates no customers itself',
    tell: () => said(addingChecks(reseller, nothing)),
    refuses: 'CUS_IR_CANNOT_CREATE',
  },
  newDirectAllowed: {
    story: 'shows that a company that is both adds no direct customers',
    tell: sold({ seller: { kind: 'both' } }),
    refuses: 'TRN_NO_NEW_DIRECT',
  },
  ...CUSTOMER_PROOFS,
  ...CUSTOMER_INVITATION_PROOFS,
  identifiedForOffboarding: {
    story: 'shows that a direct-bill partner stays one unless it is identified for offboarding',
    tell: () => said(transitionChecks({ ...direct, directBillStatus: 'active' }, [account])),
    refuses: 'TRN_NOT_IDENTIFIED',
  },
  profileCurrent: {
    story: 'shows that the transition waits for a legal profile',
    tell: () => {
      const { legal: _, ...incomplete } = direct
      return said(transitionChecks(incomplete, [account]))
    },
    refuses: 'TRN_PROFILE',
  },
  noRollback: {
    story: 'shows that a company that is both stays an indirect reseller',
    tell: () => [undoing({ ...direct, kind: 'both' }).headline.code],
    refuses: 'selling.noRollback',
    without: ['selling.notBoth'],
  },
}
