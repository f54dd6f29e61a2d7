import type { Verb } from '../../cards/actions.ts'
import type { Field } from '../../domain/refusals.ts'
import type { Person } from '../support/world.ts'
import { address, choice, link, phone, refusedAs, sharedMailbox, text, type Wrong, webMail } from './wrong-values.ts'

/** One form: how it is reached, what saves it, values that would do, and what is wrong for each input. */
export type Form = {
  name: string
  /** Whose form it is: a company of the test world, or the reviewers. */
  of:
    | 'draft'
    | 'profile'
    | 'japan'
    | 'brazil'
    | 'pending'
    | 'rejected'
    | 'asked'
    | 'signing'
    | 'active'
    | 'reviewing'
    | 'selling'
  open: (person: Person, at: Ids) => Promise<unknown>
  verb: Verb
  good: Readonly<Record<string, string>>
  wrong: { readonly [F in Field]?: readonly Wrong[] }
  /** Inputs that are called otherwise here, in English and Japanese. */
  labels?: Readonly<Record<string, readonly [string, string]>>
}

/** What a form may have to name: an application that waits for the reviewers, a colleague. */
export type Ids = { tenant: string; enrollment: string; user: string }

const step = (name: string) => (person: Person) => person.taps('enroll-step', { step: name })
const opened = (verb: Verb) => (person: Person) => person.taps(verb, {})
const application =
  (verb: Verb) =>
  (person: Person, { tenant, enrollment }: Ids) =>
    person.taps(verb, { tenant, enrollment })

const seattle = {
  addressLine1: '12 Alder Street',
  addressLine2: 'Suite 4',
  city: 'Seattle',
  state: 'US-WA',
  postalCode: '98101',
  country: 'US',
}

const tokyo = {
  addressLine1: '丸の内 1-1-1',
  addressLine2: '',
  city: '千代田区',
  state: 'JP-13',
  postalCode: '100-0005',
  country: 'JP',
}

const LINES = {
  addressLine1: text('addressLine1', 200),
  addressLine2: text('addressLine2', 200, { required: false }),
  city: text('city', 100),
} as const

const american: Form['wrong'] = {
  ...LINES,
  state: [
    ...refusedAs({ code: 'ENR_FIELD_MISSING', field: 'state' }, '', ' '),
    ...refusedAs(
      { code: 'CUS_ADDRESS', field: 'state', rule: 'list' },
      'ZZ',
      'Atlantis',
      'JP-13',
      '東京都',
      '__proto__',
    ),
  ],
  postalCode: [
    ...refusedAs({ code: 'ENR_FIELD_MISSING', field: 'postalCode' }, ''),
    ...refusedAs(
      { code: 'CUS_ADDRESS', field: 'postalCode', rule: '12345' },
      '9810',
      '981011',
      'ABCDE',
      '98101-12',
      '1'.repeat(20_000),
    ),
  ],
  country: refusedAs(
    { code: 'ADDRESS_COUNTRY', field: 'country', country: 'US' },
    'CA',
    'JP',
    'XX',
    'Mexico',
    '__proto__',
  ),
}

const japanese: Form['wrong'] = {
  ...LINES,
  state: [
    ...refusedAs({ code: 'ENR_FIELD_MISSING', field: 'state' }, ''),
    ...refusedAs({ code: 'CUS_ADDRESS', field: 'state', rule: 'list' }, 'JP-48', '江戸', 'California'),
  ],
  postalCode: [
    ...refusedAs({ code: 'ENR_FIELD_MISSING', field: 'postalCode' }, ''),
    ...refusedAs(
      { code: 'CUS_ADDRESS', field: 'postalCode', rule: '123-4567' },
      '12345',
      '123-45678',
      '〒',
      'SW1A 1AA',
    ),
  ],
  country: refusedAs({ code: 'ADDRESS_COUNTRY', field: 'country', country: 'JP' }, 'US', '米国'),
}

const contact: Form['wrong'] = {
  firstName: text('firstName', 50),
  lastName: text('lastName', 50),
  email: [...address('email'), ...webMail('email'), ...sharedMailbox('email')],
  phone: phone('phone'),
}

const kim = {
  firstName: 'Kim',
  lastName: 'Lee',
  email: 'kim@kim-consulting.example',
  phone: '+1 425 555 0100',
  isEnrollingUser: 'false',
}

const document: Form['wrong'] = {
  documentName: text('documentName', 100),
  documentKind: choice('documentKind', '', 'passport', '__proto__'),
  documentNote: text('documentNote', 500, { required: false }),
}

const reason: Form['wrong'] = {
  reason: [
    ...refusedAs({ code: 'FIELD_REASON', field: 'reason' }, '', '  '),
    ...text('reason', 1000, { required: false }),
  ],
}

/** Every form of the enrollment, the set-up and the review. */
export const FORMS: readonly Form[] = [
  {
    name: 'the MPN ID',
    of: 'draft',
    open: step('mpn'),
    verb: 'enroll-save-mpn',
    good: { mpnId: '7000001' },
    wrong: {
      mpnId: [
        ...refusedAs({ code: 'ENR_MPN_REQUIRED', field: 'mpnId' }, '', ' ', '\u3000'),
        ...refusedAs(
          { code: 'MPN_FORMAT', field: 'mpnId' },
          'abc',
          '123',
          '0123456',
          '12345678901',
          '-1234567',
          '1234567.0',
          '12e45',
          '１２３',
          '٤٢٠٠٢٠١',
          '7000\u200b001',
          '7'.repeat(20_000),
          '__proto__',
          'MPN 7000001',
        ),
        ...refusedAs({ code: 'MPN_UNKNOWN', field: 'mpnId', id: '9999999' }, '9999999', '９９９９９９９', ' 999 9999 '),
      ],
    },
  },
  {
    name: 'the legal profile in the United States',
    of: 'draft',
    open: step('legal'),
    verb: 'enroll-save-legal',
    good: { companyName: 'Draft Ltd.', registrationId: '', ...seattle },
    wrong: { companyName: text('companyName', 100), ...american },
  },
  {
    name: 'the legal profile in Japan',
    of: 'japan',
    open: step('legal'),
    verb: 'enroll-save-legal',
    good: { companyName: '日本桜株式会社', registrationId: '', ...tokyo },
    wrong: { companyName: text('companyName', 100), ...japanese },
  },
  {
    name: 'the legal profile in Brazil',
    of: 'brazil',
    open: step('legal'),
    verb: 'enroll-save-legal',
    good: {
      companyName: 'Brasil Ltda.',
      registrationId: '11.222.333/0001-81',
      ...seattle,
      state: 'SP',
      city: 'São Paulo',
      country: 'BR',
    },
    wrong: {
      registrationId: text('registrationId', 50),
      ...LINES,
      postalCode: text('postalCode', 20, { required: false }),
      state: text('state', 100, { required: false }),
    },
  },
  {
    name: 'the primary contact',
    of: 'draft',
    open: step('contact'),
    verb: 'enroll-save-contact',
    good: kim,
    wrong: contact,
  },
  {
    name: 'support details',
    of: 'draft',
    open: step('support'),
    verb: 'enroll-save-support',
    good: { supportEmail: 'help@gmail.com', supportPhone: '206 555 0100', supportWebsite: 'https://help.example/' },
    wrong: {
      supportEmail: address('supportEmail'),
      supportPhone: phone('supportPhone'),
      supportWebsite: link('supportWebsite'),
    },
  },
  {
    name: 'the authority',
    of: 'draft',
    open: step('authority'),
    verb: 'enroll-save-authority',
    good: { adminWorkEmail: 'ann@draft.example', authority: 'true' },
    wrong: {
      adminWorkEmail: [...address('adminWorkEmail'), ...webMail('adminWorkEmail')],
      authority: refusedAs({ code: 'ENR_AUTHORITY', field: 'authority' }, 'false'),
    },
  },
  {
    name: 'another primary contact',
    of: 'pending',
    open: opened('enroll-contact'),
    verb: 'enroll-correct-contact',
    good: kim,
    wrong: contact,
  },
  {
    name: 'the corrected profile',
    of: 'rejected',
    open: opened('enroll-fix'),
    verb: 'enroll-resubmit',
    good: {
      companyName: 'Rejected Limited',
      registrationId: '',
      ...seattle,
      documentName: 'Certificate',
      documentKind: 'registration',
      documentNote: 'Renewed',
      documentLink: 'https://files.example/certificate.pdf',
    },
    wrong: {
      companyName: text('companyName', 100),
      ...american,
      ...document,
      documentLink: link('documentLink', { required: true }),
    },
  },
  {
    name: 'the document that was asked for',
    of: 'asked',
    open: opened('enroll-fix'),
    verb: 'enroll-resubmit',
    good: {
      companyName: 'Asked Ltd.',
      registrationId: '',
      ...seattle,
      documentName: 'Another proof',
      documentKind: 'domainOwnership',
      documentNote: '',
      documentLink: 'https://files.example/proof.pdf',
    },
    wrong: { ...document, documentLink: link('documentLink', { required: true }) },
  },
  {
    name: 'a new customer',
    of: 'selling',
    open: opened('add-customer'),
    verb: 'save-customer',
    good: {
      companyName: 'Tailspin Toys Ltd.',
      domainPrefix: 'tailspin',
      registrationId: '',
      ...seattle,
      firstName: 'Tess',
      lastName: 'Toy',
      email: 'info@gmail.com',
      phone: '206 555 0100',
      agreedOn: '2025-06-30',
      agreementFirstName: 'Tom',
      agreementLastName: 'Toy',
      agreementEmail: 'tom@tailspin.example',
      agreementPhone: '',
    },
    wrong: {
      companyName: text('companyName', 100),
      domainPrefix: [
        ...refusedAs({ code: 'ENR_FIELD_MISSING', field: 'domainPrefix' }, '', ' '),
        ...refusedAs(
          { code: 'CUS_DOMAIN_FORMAT', field: 'domainPrefix' },
          'tail-spin',
          'tail spin',
          'tail.spin',
          'テイル',
          'tail\u200bspin',
          'x'.repeat(28),
          'tailspin.onmicrosoft.com.example',
          '__proto__',
        ),
      ],
      registrationId: text('registrationId', 50, { required: false }),
      ...LINES,
      state: american.state ?? [],
      postalCode: american.postalCode ?? [],
      firstName: text('firstName', 50),
      lastName: text('lastName', 50),
      email: address('email'),
      phone: phone('phone'),
      agreedOn: [
        ...refusedAs({ code: 'ENR_FIELD_MISSING', field: 'agreedOn' }, '', ' '),
        ...refusedAs(
          { code: 'CUS_MCA_DATE', field: 'agreedOn' },
          '2999-01-01',
          '2013-12-31',
          '0001-01-01',
          '2025-02-30',
          '30.06.2025',
          'yesterday',
          '20250630',
          '2025-13-01',
        ),
      ],
      agreementFirstName: text('agreementFirstName', 50),
      agreementLastName: text('agreementLastName', 50),
      agreementEmail: address('agreementEmail'),
      agreementPhone: phone('agreementPhone'),
    },
    labels: { email: ["Customer's email", '顧客のメール アドレス'] },
  },
  {
    name: 'the agreement',
    of: 'signing',
    open: opened('sign-mpa'),
    verb: 'accept-mpa',
    good: { mpaAccepted: 'true' },
    wrong: { mpaAccepted: refusedAs({ code: 'MPA_NOT_TICKED', field: 'mpaAccepted' }, 'false') },
  },
  {
    name: 'a new employee',
    of: 'active',
    open: opened('new-user'),
    verb: 'add-user',
    good: { name: 'Yui Mita', email: 'yui@active.example', roles: 'SA,HA' },
    wrong: {
      name: text('name', 100),
      email: [
        ...refusedAs(
          { code: 'USR_EMAIL_TAKEN', field: 'email', mail: 'bob@active.example' },
          'bob@active.example',
          'BOB@Active.Example',
          'bob@active.example.',
        ),
        ...address('email'),
        ...webMail('email'),
        ...sharedMailbox('email'),
        ...refusedAs(
          { code: 'USR_EMAIL_DOMAIN', field: 'email', domains: ['active.example'] },
          'yui@other.example',
          'yui@x.active.example',
          'yui@active.example.evil.example',
        ),
      ],
      roles: [
        ...refusedAs({ code: 'USR_ROLE_MISSING', field: 'roles' }, '', ' , '),
        ...choice('roles', 'KING', 'SA,KING', '__proto__', 'sa'),
      ],
    },
  },
  {
    name: 'the roles of a colleague',
    of: 'active',
    open: (person, { user }) => person.taps('user', { user }),
    verb: 'set-roles',
    good: { roles: 'SA' },
    wrong: {
      roles: [
        ...refusedAs({ code: 'USR_ROLE_MISSING', field: 'roles' }, ''),
        ...choice('roles', 'KING', 'SA,KING', 'x'.repeat(20_000)),
      ],
    },
  },
  {
    name: 'the organisation profile',
    of: 'active',
    open: opened('organization-profile'),
    verb: 'save-organization-profile',
    good: { displayName: 'Active', email: 'info@active.example', website: 'https://active.example', ...seattle },
    wrong: {
      displayName: text('displayName', 100),
      email: address('email'),
      website: link('website'),
      ...american,
    },
  },
  {
    name: 'the business profile',
    of: 'profile',
    open: opened('business-profile'),
    verb: 'save-business-profile',
    good: { about: 'We move companies to the cloud.', specialties: 'Azure', email: 'leads@active.example' },
    wrong: { about: text('about', 1000), specialties: text('specialties', 200), email: address('email') },
  },
  {
    name: 'a rejection',
    of: 'reviewing',
    open: application('reject-form'),
    verb: 'reject-enrollment',
    good: { reason: 'The name is not the registered one.', fixes: 'business' },
    wrong: { ...reason, fixes: choice('fixes', '', 'everything', 'business,everything', '__proto__') },
  },
  {
    name: 'a request for documents',
    of: 'reviewing',
    open: application('documents-form'),
    verb: 'request-documents',
    good: { documentName: 'Proof', documentKind: 'domainOwnership', documentNote: '', documentLink: '' },
    wrong: { ...document, documentLink: link('documentLink') },
  },
  {
    name: 'a final decline',
    of: 'reviewing',
    open: application('decline-form'),
    verb: 'decline-enrollment',
    good: { reason: 'The company does not exist.' },
    wrong: reason,
  },
  {
    name: 'a suspension',
    of: 'reviewing',
    open: application('suspend-form'),
    verb: 'suspend',
    good: { reason: 'Invoices are open.' },
    wrong: reason,
  },
  {
    name: 'registering a provider',
    of: 'reviewing',
    open: (person) => person.taps('register-form', { as: 'indirectProvider' }),
    verb: 'register',
    good: { company: 'nobody.example' },
    wrong: { company: text('company', 254) },
  },
]
