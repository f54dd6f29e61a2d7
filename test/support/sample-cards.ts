import { apologyCard } from '../../cards/apology.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { authorityForm, authorityValues } from '../../cards/enrollment/authority-form.ts'
import { checklistCard, directClosedCard, noMpnCard } from '../../cards/enrollment/checklist.ts'
import { contactCorrectionForm } from '../../cards/enrollment/contact-correction.ts'
import { contactForm, contactValues } from '../../cards/enrollment/contact-form.ts'
import {
  declineForm,
  documentsForm,
  registerForm,
  rejectForm,
  suspendForm,
} from '../../cards/enrollment/decision-forms.ts'
import { fixForm } from '../../cards/enrollment/fix-form.ts'
import { legalForm, legalValues } from '../../cards/enrollment/legal-form.ts'
import { mpaAcceptedCard, mpaCard } from '../../cards/enrollment/mpa.ts'
import { mpnForm } from '../../cards/enrollment/mpn-form.ts'
import { reviewCard } from '../../cards/enrollment/review.ts'
import { reviewForm } from '../../cards/enrollment/review-form.ts'
import { reviewsCard } from '../../cards/enrollment/reviews.ts'
import { statusCard } from '../../cards/enrollment/status.ts'
import { supportForm, supportValues } from '../../cards/enrollment/support-form.ts'
import { withdrawConfirmCard } from '../../cards/enrollment/withdraw.ts'
import { type HistoryEntry, historyCard, historyFileCard, whichHistoryCard } from '../../cards/history.ts'
import { type HomeView, homeCard, type NextStep } from '../../cards/home.ts'
import { languageCard } from '../../cards/language.ts'
import { noticeCard } from '../../cards/notice-card.ts'
import { personalChatCard } from '../../cards/personal-chat.ts'
import { notUnderstoodCard } from '../../cards/questions/not-understood.ts'
import { refusalCard } from '../../cards/refusal.ts'
import { unknownPersonCard } from '../../cards/unknown-person.ts'
import {
  businessProfileForm,
  businessProfileValues,
  organizationProfileForm,
  organizationProfileValues,
} from '../../cards/users/profile-forms.ts'
import { newUserForm, rolesForm } from '../../cards/users/user-forms.ts'
import { usersCard } from '../../cards/users/users.ts'
import type { Words } from '../../cards/words/words.ts'
import { ROLES } from '../../domain/actor.ts'
import { countryRule } from '../../domain/countries.ts'
import type { Application, Draft, Enrollment, Filed, InState } from '../../domain/enrollment/enrollment.ts'
import { PAST_OPERATIONS } from '../../domain/history/events-of.ts'
import type { Notice } from '../../domain/notices.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import type { Field, Refusal } from '../../domain/refusals.ts'
import { regionOf } from '../../domain/regions.ts'
import { answerCards } from './sample-answers.ts'
import { bulkCards } from './sample-bulk.ts'
import type { Cast } from './sample-cast.ts'
import { customersCards } from './sample-customer-cards.ts'
import { customerInvitationCards } from './sample-customer-invitations.ts'
import { customerCards } from './sample-customers.ts'
import { CODE } from './sample-invitation.ts'
import { partnershipCards } from './sample-partnerships.ts'
import { searchCards } from './sample-searches.ts'
import { teaserCards } from './sample-teasers.ts'

const T = {
  started: '2025-11-17T01:12:00.000Z',
  submitted: '2025-11-18T05:30:00.000Z',
  mailed: '2025-11-18T05:30:04.000Z',
  linkEnds: '2025-12-02T05:30:04.000Z',
  confirmed: '2025-11-19T00:45:00.000Z',
  due: '2025-11-27T14:59:00.000Z',
  decided: '2025-11-25T02:10:00.000Z',
  signed: '2025-11-26T06:00:00.000Z',
}
const ENROLLMENT = '1f6d8f0e-7a64-4c3e-9a52-2f5b6b1c9d10'

/** Every card that a person can meet, by name; `full` ones carry faults or as much as there can be. */
export function sampleCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { company, me, tenantId, userId } = cast
  const { country } = cast.address
  const rule = countryRule(country)
  const region = regionOf(country) ?? 'europe'
  const place = { country, rule }
  const draft = draftOf(cast)
  const organization = (enrollment: Enrollment, more: Partial<Organization> = {}): Organization => ({
    ...companyOf(cast, enrollment),
    ...more,
  })
  const home = (kind: HomeView['kind'], next: readonly NextStep[], more: Partial<HomeView> = {}): Card =>
    homeCard({ actor: me, company, kind, next, actions: ['status', 'users', 'history'], ...more }, words)
  const may = { enroll: true, resend: true, fix: true, sign: true }
  const status = (enrollment: Enrollment, more: Partial<Organization> = {}): Card =>
    statusCard({ organization: organization(enrollment, more), may }, words)
  const people = cast.people
  const contact = { ...cast.contact, isEnrollingUser: false }
  const document = { name: cast.document.name, kind: 'registration' as const, note: cast.document.note }
  const review = (enrollment: Parameters<typeof reviewCard>[0]['enrollment']): Card =>
    reviewCard(
      {
        organization: organization(enrollment),
        enrollment,
        checks: [
          { check: 'contactDomain', passed: true },
          { check: 'legalName', passed: false },
          { check: 'registrationId', passed: true },
          { check: 'mpn', passed: true },
        ],
        rule,
      },
      words,
    )
  const decision = { company, tenant: tenantId, enrollment: ENROLLMENT }
  const reseller = { kind: 'indirectReseller', mpnId: cast.mpnId, cspTenant: true } as const
  const offered = { status: 'offered', region, at: T.decided } as const
  const accepted = {
    status: 'accepted',
    type: 'MPA',
    region,
    at: T.decided,
    version: '2020-02',
    acceptedAt: T.signed,
    acceptedBy: cast.by,
  } as const
  const mpa = { company, agreement: offered, document: { version: '2020-02', url: 'https://aka.ms/mpa' } }
  const fields = (...names: readonly Field[]): readonly Refusal[] => names.map(faultOf(cast))
  const documents = { request: document, kind: 'documents' } as const

  return {
    'home: prospect': home('prospect', [{ kind: 'enroll', inCsp: false }], { actions: [] }),
    'home: prospect in CSP': home('prospect', [{ kind: 'enroll', inCsp: true }], { actions: [], inCsp: true }),
    'home: prospect, no CSP in the country': home('prospect', [{ kind: 'notOffered', country: 'KP' }], { actions: [] }),
    'home: prospect, not an admin': home('prospect', [{ kind: 'askToEnroll', begun: false, globalAdmins: people }], {
      actions: [],
    }),
    'home: no admin known': home('prospect', [{ kind: 'askToEnroll', begun: true, globalAdmins: [] }], { actions: [] }),
    'home: draft': home('prospect', [{ kind: 'continueEnrollment', step: 'support', done: 3, of: 5 }], {
      state: 'draft',
    }),
    'home: draft complete': home('prospect', [{ kind: 'continueEnrollment', step: 'review', done: 5, of: 5 }], {
      state: 'draft',
    }),
    'home: submitted': home('prospect', [{ kind: 'preparingMail', email: contact.email }], { state: 'submitted' }),
    'home: waiting for the contact': home(
      'prospect',
      [{ kind: 'waitForContact', email: contact.email, expiresAt: T.linkEnds }],
      { state: 'contactPending' },
    ),
    'home: mail bounced': home(
      'prospect',
      [{ kind: 'contactUnreachable', why: 'bounced', email: contact.email, canAct: true }],
      { state: 'contactPending' },
    ),
    'home: link expired': home(
      'prospect',
      [{ kind: 'contactUnreachable', why: 'expired', email: contact.email, canAct: false }],
      { state: 'contactPending' },
    ),
    'home: contact did not sign up': home(
      'prospect',
      [{ kind: 'replaceContact', email: contact.email, canAct: true }],
      { state: 'actionRequired' },
    ),
    'home: in review': home('prospect', [{ kind: 'waitForReview', dueAt: T.due, overdue: false }], {
      state: 'inReview',
    }),
    'home: review overdue': home('prospect', [{ kind: 'waitForReview', dueAt: T.due, overdue: true }], {
      state: 'inReview',
    }),
    'home: document wanted': home('prospect', [{ kind: 'provideDocument', request: document, canAct: true }], {
      state: 'actionRequired',
    }),
    'home: rejected': home('prospect', [{ kind: 'fixAndResubmit', reason: cast.reason, canAct: true }], {
      state: 'rejected',
    }),
    'home: declined': home(
      'prospect',
      [{ kind: 'enrollAgain', after: 'declined', reason: cast.reason, canAct: true }],
      { state: 'declined' },
    ),
    'home: withdrawn': home('prospect', [{ kind: 'enrollAgain', after: 'withdrawn', canAct: true }], {
      state: 'withdrawn',
    }),
    'home: approved': home(
      'indirectReseller',
      [{ kind: 'signMpa', region }, { kind: 'addMe' }, { kind: 'setOrganizationProfile' }],
      {
        state: 'qualified',
        readiness: [
          { step: 'account', done: true },
          { step: 'enrolled', done: true },
          { step: 'mpa', done: false },
        ],
      },
    ),
    'home: approved, not an admin': home(
      'indirectReseller',
      [
        { kind: 'askToSignMpa', region, globalAdmins: people },
        { kind: 'askForAdminAgent', globalAdmins: people },
      ],
      { state: 'qualified' },
    ),
    'home: ready': home(
      'indirectReseller',
      [
        { kind: 'findProvider', region, ready: true },
        { kind: 'addEmployees' },
        { kind: 'setOrganizationProfile' },
        { kind: 'setBusinessProfile' },
      ],
      {
        state: 'active',
        note: words.notes.saved,
        readiness: [
          { step: 'account', done: true },
          { step: 'enrolled', done: true },
          { step: 'mpa', done: true },
        ],
        actions: ['status', 'users', 'organization-profile', 'business-profile', 'history'],
      },
    ),
    'home: provider, ready': home('indirectProvider', [{ kind: 'requestPartnership' }], {
      readiness: [
        { step: 'account', done: true },
        { step: 'mpa', done: true },
      ],
      actions: ['status', 'users', 'request-partnership', 'customers', 'resellers', 'invitations', 'history'],
    }),
    'home: reseller, ready': home('indirectReseller', [{ kind: 'findProvider', region, ready: true }], {
      state: 'active',
      actions: ['status', 'users', 'providers', 'find-provider', 'invitations', 'history'],
    }),
    'home: suspended': home('indirectReseller', [{ kind: 'suspended', reason: cast.reason }], {
      state: 'suspended',
      readiness: [
        { step: 'account', done: true },
        { step: 'notSuspended', done: false },
      ],
    }),
    'home: indirect provider': home('indirectProvider', [{ kind: 'ready' }], {
      readiness: [
        { step: 'account', done: true },
        { step: 'mpa', done: true },
      ],
    }),
    'home: direct-bill partner': home('directBill', [{ kind: 'offboarding' }, { kind: 'ready' }]),
    'home: reseller with providers': home(
      'indirectReseller',
      [{ kind: 'ownProviders', names: people.slice(0, 3), more: true, ready: true }],
      {
        state: 'active',
        actions: ['status', 'users', 'customers', 'providers', 'find-provider', 'invitations', 'history'],
      },
    ),
    'home: both': home('both', [{ kind: 'findProvider', region, ready: true }], { state: 'active' }),
    'home: customer': home('customer', [{ kind: 'customer' }], { actions: ['own-partners'] }),
    'home: operator without a task': home('operator', [{ kind: 'noDuty' }], { actions: [] }),
    'home: support agent': home('operator', [{ kind: 'supportDesk' }], { actions: [] }),
    'home: reviewer': home('operator', [{ kind: 'reviews', waiting: 3, overdue: 1 }], { actions: ['reviews'] }),
    'home: reviewer, nothing waits': home('operator', [{ kind: 'reviews', waiting: 0, overdue: 0 }], {
      actions: ['reviews'],
    }),
    'home: temporary password': home('indirectReseller', [{ kind: 'changePassword' }], { actions: [] }),
    'unknown person': unknownPersonCard(words),
    'personal chat': personalChatCard(words, () => 'https://teams.microsoft.com/l/chat/0/0'),
    'not understood': notUnderstoodCard(words),
    'not understood: reviewer': notUnderstoodCard(words, { examples: 'reviewer' }),
    language: languageCard(words),
    'apology: fault': apologyCard('fault', ENROLLMENT, words),
    'apology: nothing changed': apologyCard('notExecuted', ENROLLMENT, words),
    'apology: unknown': apologyCard('unknown', ENROLLMENT, words),

    checklist: checklistCard({ company, country, origin: 'newcomer', registrationId: false }, words),
    'checklist: registration ID': checklistCard(
      { company, country: 'IN', origin: 'newcomer', registrationId: true },
      words,
    ),
    'checklist: already in CSP': checklistCard(
      { company, country, origin: 'existingCsp', registrationId: false },
      words,
    ),
    'no MPN ID': noMpnCard(words),
    'direct-bill closed': directClosedCard(words),
    'enroll: MPN ID': mpnForm({ values: {}, rev: 0 }, words),
    'enroll: MPN ID, refused': mpnForm(
      {
        values: { mpnId: cast.mpnId },
        rev: 3,
        faults: [
          { code: 'MPN_COUNTRY_MISMATCH', field: 'mpnId', id: cast.mpnId, mpnCountry: 'FR', tenantCountry: country },
        ],
        conflicts: [{ field: 'mpnId', theirs: '7654321', by: people[1] ?? '', at: T.started }],
      },
      words,
    ),
    'enroll: legal profile': legalForm({ values: legalValues(draft.legal?.value), rev: 1, ...place }, words),
    'enroll: legal profile, registration ID': legalForm(
      {
        values: { companyName: cast.legalName },
        rev: 1,
        country: 'IN',
        rule: countryRule('IN'),
        faults: fields('registrationId', 'addressLine1', 'city'),
      },
      words,
    ),
    'enroll: legal profile, refused': legalForm(
      {
        values: legalValues(draft.legal?.value),
        rev: 1,
        ...place,
        faults: [
          ...fields('companyName', 'addressLine1', 'city'),
          { code: 'CUS_ADDRESS', field: 'postalCode', rule: '123-4567' },
          { code: 'CUS_ADDRESS', field: 'state', rule: 'list' },
          { code: 'STALE' },
        ],
        conflicts: [{ field: 'companyName', theirs: cast.company, by: people[1] ?? '', at: T.started }],
      },
      words,
    ),
    'enroll: primary contact': contactForm({ values: contactValues(undefined), rev: 2, me }, words),
    'enroll: primary contact, refused': contactForm(
      {
        values: contactValues(contact),
        rev: 2,
        me,
        faults: [
          { code: 'ENR_WEBMAIL', field: 'email', domain: 'gmail.com' },
          ...fields('firstName'),
          { code: 'FIELD_PHONE', field: 'phone' },
        ],
      },
      words,
    ),
    'enroll: support': supportForm({ values: supportValues(draft.support?.value), rev: 3 }, words),
    'enroll: support, short form': supportForm({ values: {}, rev: 3, steps: ['support', 'authority'] }, words),
    'enroll: authority': authorityForm({ values: authorityValues(undefined, me), rev: 4 }, words),
    'enroll: review': reviewForm({ draft, rule, company }, words),
    'enroll: review, incomplete': reviewForm(
      {
        draft: { rev: 2 },
        rule,
        company,
        faults: [
          { code: 'ENR_STEPS_MISSING', steps: ['mpn', 'legal', 'contact', 'support', 'authority'] },
          { code: 'MPN_IN_USE', field: 'mpnId', id: cast.mpnId },
        ],
      },
      words,
    ),

    'status: nothing yet': status({ state: 'none' }),
    'status: draft': status({
      state: 'draft',
      id: ENROLLMENT,
      origin: 'newcomer',
      startedAt: T.started,
      startedBy: cast.by,
      draft,
    }),
    'status: submitted': status({ state: 'submitted', ...filedOf(cast, 'notStarted') }),
    'status: waiting for the contact': status(contactPending(cast, 'pending')),
    'status: waiting, resend later': statusCard(
      { organization: organization(contactPending(cast, 'pending')), may, resendFrom: T.confirmed },
      words,
    ),
    'status: mail bounced': status(contactPending(cast, 'bounced')),
    'status: in review': status(inReview(cast)),
    'status: review overdue': status({ ...inReview(cast), overdueAt: T.due }),
    'status: document wanted': status(actionRequired(cast, documents)),
    'status: contact did not sign up': status(actionRequired(cast, { kind: 'signupDenied' })),
    'status: rejected': status(rejected(cast)),
    'status: declined': status({ state: 'declined', ...filedOf(cast), since: T.decided, reason: cast.reason }),
    'status: withdrawn': status({ state: 'withdrawn', id: ENROLLMENT, since: T.decided, by: cast.by }),
    'status: approved': status(approved(cast, 'qualified'), { ...reseller, agreements: [offered] }),
    'status: active': status(approved(cast, 'active'), {
      ...reseller,
      agreements: [accepted],
      adminAgentConfirmedAt: T.signed,
    }),
    'status: suspended': status(
      { state: 'suspended', ...filedOf(cast), since: T.signed, reason: cast.reason },
      { ...reseller, agreements: [accepted], suspended: true },
    ),
    'status: provider': status(
      { state: 'none' },
      { kind: 'indirectProvider', agreements: [accepted], cspTenant: true },
    ),
    'status: customer': status({ state: 'none' }, { kind: 'customer', agreements: [] }),
    'withdraw?': withdrawConfirmCard({ company, enrollment: ENROLLMENT }, words),
    'change contact': contactCorrectionForm({ enrollment: contactPending(cast, 'bounced'), company, me }, words),
    'change contact, denied': contactCorrectionForm(
      {
        enrollment: actionRequired(cast, { kind: 'signupDenied' }),
        company,
        me,
        values: contact,
        faults: fields('email', 'lastName'),
      },
      words,
    ),
    'fix: rejected': fixForm({ enrollment: rejected(cast), company, ...place }, words),
    'fix: rejected, refused': fixForm(
      {
        enrollment: rejected(cast),
        company,
        ...place,
        values: { ...legalValues(draft.legal?.value), ...documentOf(cast) },
        faults: [...fields('companyName', 'documentName'), { code: 'NOTHING_CHANGED' }],
      },
      words,
    ),
    'fix: document wanted': fixForm(
      {
        enrollment: actionRequired(cast, { ...documents, request: { ...document, link: cast.document.link } }),
        company,
        ...place,
      },
      words,
    ),

    'MPA: sign': mpaCard({ ...mpa, signer: { may: true } }, words),
    'MPA: not ticked': mpaCard(
      { ...mpa, signer: { may: true }, faults: [{ code: 'MPA_NOT_TICKED', field: 'mpaAccepted' }] },
      words,
    ),
    'MPA: not an admin': mpaCard({ ...mpa, signer: { may: false, globalAdmins: people } }, words),
    'MPA: signed': mpaAcceptedCard(
      {
        company,
        agreement: accepted,
        readiness: [
          { step: 'account', done: true },
          { step: 'enrolled', done: true },
          { step: 'mpa', done: true },
        ],
        next: [{ kind: 'findProvider', region, ready: true }],
      },
      words,
    ),

    users: usersCard(
      {
        company,
        mayManage: true,
        next: '12',
        note: words.notes.userAdded(me.name),
        users: (['active', 'invited', 'mustChangePassword', 'disabled', 'adding', 'failed'] as const).flatMap(
          (state, at) => [
            {
              name: people[at % people.length] ?? '',
              email: me.email,
              roles: at === 0 ? (['GA', 'AA'] as const) : at === 3 ? [] : (['SA', 'HA', 'BPA'] as const),
              state,
              ...(state === 'adding' || state === 'failed' ? {} : { userId }),
            },
            { name: me.name, email: me.email, roles: ROLES, userId },
          ],
        ),
      },
      words,
    ),
    'users: new': newUserForm({ company, assignable: ROLES }, words),
    'users: new, refused': newUserForm(
      {
        company,
        assignable: ROLES,
        values: { name: me.name, email: me.email, roles: 'AA,SA' },
        faults: [
          { code: 'USR_EMAIL_DOMAIN', field: 'email', domains: ['contoso.co.jp', 'contoso.com'] },
          { code: 'USR_ROLE_MISSING', field: 'roles' },
          ...fields('name'),
        ],
      },
      words,
    ),
    'users: roles': rolesForm(
      {
        company,
        person: { userId, name: me.name, email: me.email, roles: ['SA', 'HA'], state: 'active' },
        assignable: ROLES.filter((role) => role !== 'GA'),
        mayDisable: true,
      },
      words,
    ),
    'organization profile': organizationProfileForm(
      { company, ...place, values: organizationProfileValues(undefined, company), faults: fields('email') },
      words,
    ),
    'business profile': businessProfileForm(
      {
        company,
        values: {
          ...businessProfileValues(undefined),
          about: cast.about,
          specialties: cast.specialties,
          email: me.email,
        },
      },
      words,
    ),

    reviews: reviewsCard(
      {
        next: 'x',
        applications: Array.from({ length: 12 }, (_, at) => ({
          tenant: tenantId,
          enrollment: ENROLLMENT,
          company,
          country,
          state: 'inReview' as const,
          submittedAt: T.submitted,
          dueAt: T.due,
          overdue: at === 0,
        })).slice(0, cast.people.length > 2 ? 12 : 3),
      },
      words,
    ),
    'reviews: none': reviewsCard({ applications: [], note: words.notes.approved(company) }, words),
    'review: in review': review(inReview(cast)),
    'review: overdue': review({ ...inReview(cast), overdueAt: T.due }),
    'review: rejected': review({
      ...rejected(cast),
      documents: Array.from({ length: 5 }, () => ({
        ...document,
        link: cast.document.link.slice(0, 300),
        by: cast.by,
        at: T.signed,
      })),
    }),
    'review: active': review(approved(cast, 'active')),
    'review: suspended': review({ state: 'suspended', ...filedOf(cast), since: T.signed, reason: cast.reason }),
    reject: rejectForm({ ...decision, values: { reason: cast.reason, fixes: 'business' } }, words),
    'reject, refused': rejectForm(
      {
        ...decision,
        faults: [
          { code: 'FIELD_REASON', field: 'reason' },
          { code: 'FIELD_CHOICE', field: 'fixes' },
        ],
      },
      words,
    ),
    'ask for documents': documentsForm({ ...decision, values: documentOf(cast) }, words),
    decline: declineForm({ ...decision }, words),
    suspend: suspendForm({ ...decision, suspended: false }, words),
    reinstate: suspendForm({ ...decision, suspended: true, values: { reason: cast.reason } }, words),
    'register: provider': registerForm({ as: 'indirectProvider' }, words),
    'register: direct bill': registerForm({ as: 'directBill', values: { company: cast.query } }, words),
    'register: offboarding': registerForm(
      { as: 'offboarding', values: { company: cast.query }, faults: [{ code: 'NOT_FOUND', query: cast.query }] },
      words,
    ),

    'refusal: role': refusalCard([{ code: 'AUTH_ROLE', roles: ['GA'], names: people }], words),
    'refusal: several': refusalCard(
      [
        { code: 'MPN_NOT_ACTIVE', field: 'mpnId', id: cast.mpnId },
        { code: 'MPN_NOT_MIGRATED', field: 'mpnId', id: cast.mpnId },
        { code: 'SETUP_ADMIN_AGENT' },
      ],
      words,
    ),
    history: historyCard(
      { company, asked: { show: 'changes' }, rows: historyOf(cast), offers: ofCompany, next: 'aud:0000000001|' },
      words,
    ),
    'history: empty': historyCard({ company, asked: { show: 'changes' }, rows: [], offers: ofCompany }, words),
    'history: of everybody': historyCard(
      {
        asked: {
          show: 'changes',
          name: company,
          operation: 'P09',
          person: cast.me.name,
          from: '2025-11-01',
          to: '2025-11-30',
        },
        rows: historyOf(cast).map((row) => ({ ...row, companies: [company, cast.legalName] })),
        offers: ofOperator,
        notes: [words.past.noCompany(company)],
        next: 'x',
        lookedBackTo: T.decided,
      },
      words,
    ),
    'history: looks': historyCard(
      {
        asked: { show: 'looks' },
        rows: [
          {
            at: T.decided,
            by: cast.by,
            question: { id: 'Q27', companies: [], countries: [], operation: 'P09' },
            names: [company],
          },
        ],
        offers: ofOperator,
      },
      words,
    ),
    'history: which company': whichHistoryCard(
      { show: 'changes', name: company },
      cast.people.map(() => ({ tenantId: cast.tenantId, name: company, legalName: cast.legalName, country: 'JP' })),
      words,
    ),
    'history: file': historyFileCard(`https://bot.example/download/${CODE}`, { show: 'changes' }, words),
    ...answerCards(cast, words),
    ...partnershipCards(cast, words),
    ...customerInvitationCards(cast, words),
    ...bulkCards(cast, words),
    ...customerCards(cast, words),
    ...customersCards(cast, words),
    ...teaserCards(cast, words),
    ...searchCards(cast, words),
    ...Object.fromEntries(
      noticesOf(cast, region).map((notice) => [`notice: ${notice.name}`, noticeCard(notice, words, CODE)]),
    ),
  }
}

const applicationOf = ({ legalName, contact, address, mpnId, registrationId, website, me, by }: Cast): Application => ({
  mpnId,
  legal: { companyName: legalName, registrationId, address },
  contact: { ...contact, isEnrollingUser: false },
  support: { email: contact.email, phone: contact.phone, website },
  authority: { adminWorkEmail: me.email, confirmedBy: by, confirmedAt: T.started },
})

function draftOf(cast: Cast): Draft {
  const { mpnId, legal, contact, support, authority } = applicationOf(cast)
  const saved = <V>(value: V, rev: number) => ({ value, rev, by: cast.by, at: T.started })
  return {
    rev: 5,
    mpn: saved({ mpnId }, 1),
    legal: saved(legal, 2),
    contact: saved(contact, 3),
    support: saved(support, 4),
    authority: saved(authority, 5),
  }
}

function filedOf(cast: Cast, mail: 'notStarted' | 'pending' | 'bounced' | 'authorised' = 'authorised'): Filed {
  const at = T.confirmed
  const reviewed = mail === 'authorised' ? ('pending' as const) : ('notStarted' as const)
  return {
    id: ENROLLMENT,
    origin: 'newcomer',
    application: applicationOf(cast),
    locale: 'ja-JP',
    startedAt: T.started,
    submittedAt: T.submitted,
    submittedBy: cast.by,
    verification: {
      emailOwnership: { state: mail, at },
      employment: { state: reviewed, at },
      business: { state: reviewed, at },
    },
    ...(mail === 'notStarted' ? {} : { mail: { generation: 1, sentAt: T.mailed, expiresAt: T.linkEnds } }),
    ...(mail === 'authorised' ? { confirmedAt: T.confirmed } : {}),
    documents: [],
    decisions: [],
  }
}

const contactPending = (cast: Cast, mail: 'pending' | 'bounced'): InState<'contactPending'> => ({
  state: 'contactPending',
  ...filedOf(cast, mail),
  mail: { generation: 1, sentAt: T.mailed, expiresAt: T.linkEnds },
})

const inReview = (cast: Cast): InState<'inReview'> => ({
  state: 'inReview',
  ...filedOf(cast),
  since: T.confirmed,
  dueAt: T.due,
})

const actionRequired = (cast: Cast, ask: InState<'actionRequired'>['ask']): InState<'actionRequired'> => {
  const { confirmedAt, ...unconfirmed } = filedOf(cast)
  const confirmed = ask.kind === 'documents' && confirmedAt !== undefined ? { confirmedAt } : {}
  return { state: 'actionRequired', ...unconfirmed, ...confirmed, since: T.decided, ask }
}

const rejected = (cast: Cast): InState<'rejected'> => ({
  state: 'rejected',
  ...filedOf(cast),
  since: T.decided,
  reason: cast.reason,
  fixes: ['employment', 'business'],
  decisions: [{ at: T.decided, by: cast.by, result: 'rejected', reason: cast.reason }],
})

const approved = <S extends 'qualified' | 'active'>(cast: Cast, state: S): Filed & { state: S; since: string } => ({
  state,
  ...filedOf(cast),
  since: T.decided,
  decisions: [
    { at: T.confirmed, by: cast.by, result: 'documentsRequested', reason: cast.reason },
    { at: T.decided, by: cast.by, result: 'approved' },
  ],
})

const documentOf = ({ document }: Cast) => ({
  documentName: document.name,
  documentKind: 'registration',
  documentNote: document.note,
  documentLink: document.link,
})

const companyOf = ({ tenantId, company, legalName, address }: Cast, enrollment: Enrollment): Organization => ({
  tenantId,
  kind: 'prospect',
  displayName: company,
  legalName,
  country: address.country,
  cspTenant: false,
  suspended: false,
  enrollment,
  agreements: [],
  employees: [],
  partnerRoles: {},
})

const faultOf =
  ({ me }: Cast) =>
  (field: Field): Refusal =>
    field === 'email' ? { code: 'ENR_MAIL_SHARED', field, mail: me.email } : { code: 'ENR_FIELD_MISSING', field }

const ofCompany = { company: false, looks: false, operations: PAST_OPERATIONS }
const ofOperator = { company: true, looks: true, operations: PAST_OPERATIONS }

function historyOf(cast: Cast): readonly HistoryEntry[] {
  const { by } = cast
  const at = T.decided
  const stamp = { at, by }
  const events: readonly OrganizationEvent[] = [
    { type: 'AgreementAccepted', ...stamp, region: 'japan', version: '2020-02' },
    { type: 'EnrollmentApproved', ...stamp },
    { type: 'EnrollmentRejected', ...stamp, reason: cast.reason, fixes: [] },
    { type: 'ContactConfirmed', ...stamp, by: { kind: 'contact', email: cast.contact.email }, dueAt: T.due },
    { type: 'EmployeeAdded', ...stamp, key: 'k', name: cast.me.name, email: cast.me.email, roles: [] },
    { type: 'OwnershipMailSent', at, generation: 1, expiresAt: T.linkEnds },
    { type: 'StepSaved', ...stamp, step: 'mpn', value: { mpnId: cast.mpnId } },
  ]
  return Array.from({ length: cast.people.length > 2 ? 15 : 7 }, (_, index) => {
    const event = events[index % events.length]
    return { at, by: event && 'by' in event ? event.by : { kind: 'system' }, events: event ? [event] : [] }
  })
}

function noticesOf(cast: Cast, region: string): readonly Notice[] {
  const of = { tenantId: cast.tenantId, company: cast.company, enrollmentId: ENROLLMENT }
  const { reason } = cast
  const by = cast.me.name
  const contactEmail = cast.contact.email
  const employee = { employee: cast.contact.lastName, email: cast.me.email }
  const request = { name: cast.document.name, kind: 'registration' as const, note: cast.document.note }
  return [
    { ...of, name: 'enrollment.submitted', by, contactEmail },
    { ...of, name: 'verification.confirmed', contactEmail },
    { ...of, name: 'verification.bounced', contactEmail },
    { ...of, name: 'verification.expired', contactEmail },
    { ...of, name: 'verification.denied', contactEmail },
    { ...of, name: 'review.requested', dueAt: T.due },
    { ...of, name: 'review.resubmitted', dueAt: T.due },
    { ...of, name: 'review.overdue', dueAt: T.due },
    { ...of, name: 'review.withdrawn', by },
    { ...of, name: 'enrollment.actionRequired', request },
    { ...of, name: 'enrollment.resubmitted', by, dueAt: T.due },
    { ...of, name: 'enrollment.approved' },
    { ...of, name: 'enrollment.rejected', reason, fixes: ['employment', 'business'] },
    { ...of, name: 'enrollment.declined', reason },
    { ...of, name: 'enrollment.withdrawn', by },
    { ...of, name: 'enrollment.active' },
    { ...of, name: 'enrollment.overdue', dueAt: T.due },
    { ...of, name: 'agreement.offered', region },
    { ...of, name: 'agreement.accepted', region, by, at: T.signed },
    { ...of, name: 'organization.suspended', reason },
    { ...of, name: 'organization.reinstated', reason },
    { ...of, name: 'organization.registered', kind: 'indirectProvider' },
    { ...of, name: 'organization.offboarding' },
    { ...of, name: 'employee.added', ...employee },
    { ...of, name: 'employee.failed', ...employee },
    { ...of, name: 'employee.roleRefused', employee: cast.contact.lastName, role: 'AA', change: 'grant' },
    { ...of, name: 'partnership.requested', by, invitation: 'i1', generation: 1, expiresAt: T.linkEnds },
    { ...of, name: 'partnership.opened', other: cast.legalName, email: contactEmail },
    {
      ...of,
      name: 'partnership.blocked',
      other: cast.legalName,
      email: contactEmail,
      reasons: ['notEnrolled', 'region'],
    },
    { ...of, name: 'partnership.declined', other: cast.legalName, email: contactEmail, by },
    { ...of, name: 'partnership.expired', email: contactEmail, invitation: 'i1' },
    { ...of, name: 'partnership.established', as: 'provider', other: cast.legalName, otherTenant: cast.tenantId, by },
    { ...of, name: 'partnership.adminAccessRemoved', other: cast.legalName, otherTenant: cast.tenantId },
    { ...of, name: 'partnership.endRequested', provider: cast.company, reseller: cast.legalName, by, reason },
    { ...of, name: 'setup.businessProfile' },
  ]
}
