// Long, since every Action has its schema here, side by side.
import { z } from 'zod'
import type { BulkKind } from '../domain/bulk/bulk.ts'
import type { SubscriptionEdit } from '../domain/customer/customer.ts'
import { isGuid, isOperationKey, type OperationKey, type TenantId, type UserId } from '../domain/ids.ts'
import type { CustomerKind } from '../domain/invitation/invitation.ts'
import type { Operation } from '../domain/permissions.ts'
import type { PartnerSide, QuestionId } from '../domain/questions/question.ts'

/**
 * All that a person can ask, one schema a verb. A card can carry only these; a tap and a typed phrase become the same
 * Action. Data from a card is a hint: ids, a revision, an operation key and what was typed; nothing in it gives a right.
 */
const tenant = z
  .string()
  .refine(isGuid)
  .transform((text) => text.toLowerCase() as TenantId)
const user = z
  .string()
  .refine(isGuid)
  .transform((text) => text.toLowerCase() as UserId)
/** What a customer can be asked for; the domain's own list, which cards take as a type alone. */
const CUSTOMER_KINDS = ['both', 'direct', 'provider'] as const satisfies readonly CustomerKind[]
/** Which of its partners a question is about. */
const PARTNER_SIDES = ['providers', 'resellers'] as const satisfies readonly PartnerSide[]
const EDITS = [
  'licenses',
  'reseller',
  'supportContact',
  'suspension',
] as const satisfies readonly SubscriptionEdit['kind'][]
const op = z.string().refine(isOperationKey) as unknown as z.ZodType<OperationKey>
const rev = z.coerce.number().int().min(0).max(1_000_000)
/** What stood in one input; the rules of the domain judge it, this only bounds it. */
const typed = z.string().max(20_000).default('')
/** The same where a card may have no such input. */
const written = z.string().max(20_000).optional()
const ticked = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => String(value) === 'true')
const toggle = ticked.default(false)
const id = z.string().max(64)
const question = z.string().regex(/^Q([1-9]|[12]\d|30)$/) as unknown as z.ZodType<QuestionId>
const operation = z.string().regex(/^P\d{2}$/) as unknown as z.ZodType<Operation>
const day = z.iso.date().optional().catch(undefined)
/** Tenant IDs, and names still to be looked up as `~` with the text encoded, between commas: data of a button is flat. */
const askedCompanies = z
  .string()
  .max(2_000)
  .default('')
  .refine((text) => readCompanies(text) !== undefined)
  .transform((text) => readCompanies(text) ?? [])
const asked = {
  question,
  companies: askedCompanies,
  countries: z
    .string()
    .regex(/^([A-Z]{2}(,[A-Z]{2}){0,4})?$/)
    .default('')
    .transform((codes) => (codes === '' ? [] : codes.split(','))),
  operation: operation.optional(),
  days: z.coerce.number().int().min(0).max(36_500).optional(),
  since: day,
  until: day,
  person: z.string().max(254).optional(),
  code: z.string().max(64).optional(),
  subject: z.string().max(254).optional(),
  side: z.enum(PARTNER_SIDES).optional(),
  after: z.string().max(255).optional(),
}
/** Where a list goes on: after which entry, and how many were shown before it, which only numbers the rows. */
const place = {
  after: z.string().max(255).optional(),
  from: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
}
const application = { tenant, enrollment: id }
const address = {
  addressLine1: typed,
  addressLine2: typed,
  city: typed,
  state: typed,
  postalCode: typed,
  country: typed,
}

/** What a card names a new customer by; minted before anything is stored. */
const draft = z
  .string()
  .refine(isGuid)
  .transform((text) => text.toLowerCase())
/** A tenant chosen from a list, or none. */
const chosenTenant = z
  .string()
  .max(64)
  .default('')
  .transform((text) => (isGuid(text) ? (text.toLowerCase() as TenantId) : undefined))
/** What `reseller` is, where nobody was chosen already. */
const newCustomer = {
  op,
  draft,
  rev,
  reseller: chosenTenant,
  companyName: typed,
  domainPrefix: typed,
  registrationId: typed,
  ...address,
  firstName: typed,
  lastName: typed,
  email: typed,
  phone: typed,
  agreedOn: typed,
  agreementFirstName: typed,
  agreementLastName: typed,
  agreementEmail: typed,
  agreementPhone: typed,
  /** A free domain that was offered, instead of the one typed. */
  useDomain: z.string().max(64).optional(),
  /** The reseller was chosen before the form was opened (R56). */
  fixed: z.enum(['true']).optional(),
  /** The address stays as it was typed. */
  keepAddress: z.enum(['true']).optional(),
}
/** Subscriptions chosen before, as `offer:licenses:reseller` between commas: data of a button is flat. */
const chosenLines = z
  .string()
  .max(8_000)
  .default('')
  .transform((text) =>
    text.split(',').flatMap((part) => {
      // An offer's own id may have colons.
      const parts = part.split(':')
      const last = parts.at(-1) ?? ''
      const reseller = last === '' || isGuid(last) ? parts.pop() : ''
      const licenses = parts.pop() ?? ''
      const offerId = parts.join(':')
      const credited = reseller ? (reseller.toLowerCase() as TenantId) : null
      return offerId === '' ? [] : [{ offerId, licenses: Number(licenses), reseller: credited }]
    }),
  )

/** What is ordered as it stands on a form: an offer, how many licenses, and who is credited. */
const orderLine = { subscription: typed, licenses: typed, resellerMpnId: typed, mpnId: typed }

/** Which part of the catalogue is looked at. */
const finding = { offerName: typed, from: z.coerce.number().int().min(0).max(100_000).default(0).catch(0) }

/** What can be done to many at once; the domain's own list, which cards take as a type alone. */
const bulkKind = z.enum(['reseller', 'support', 'invitations', 'newCustomers'] satisfies readonly BulkKind[])
/** What a card names a job by; minted before anything is stored. */
const job = z
  .string()
  .refine(isGuid)
  .transform((text) => text.toLowerCase())

/** Which changes a history shows; what does not fit is left out, since a filter gives no right. */
const past = {
  show: z.enum(['changes', 'looks']).optional().catch(undefined),
  company: tenant.optional().catch(undefined),
  name: z.string().max(1_000).optional(),
  operation: z.string().max(20).optional(),
  person: z.string().max(1_000).optional(),
  from: z.string().max(20).optional().catch(undefined),
  to: z.string().max(20).optional().catch(undefined),
}

export const ACTIONS = {
  home: z.object({}),
  language: z.object({ locale: z.enum(['en-US', 'ja-JP']) }),
  status: z.object({}),
  history: z.object({ ...past, after: z.string().max(255).optional() }),
  /** The same changes as a file. */
  'history-file': z.object(past),

  enroll: z.object({}),
  'enroll-begin': z.object({ op }),
  'enroll-no-mpn': z.object({ op }),
  'enroll-direct': z.object({}),
  'enroll-step': z.object({ step: z.enum(['mpn', 'legal', 'contact', 'support', 'authority', 'review']) }),
  'enroll-save-mpn': z.object({ op, rev, mpnId: typed }),
  'enroll-save-legal': z.object({ op, rev, companyName: typed, registrationId: typed, ...address }),
  'enroll-save-contact': z.object({
    op,
    rev,
    firstName: typed,
    lastName: typed,
    email: typed,
    phone: typed,
    isEnrollingUser: toggle,
  }),
  'enroll-save-support': z.object({ op, rev, supportEmail: typed, supportPhone: typed, supportWebsite: typed }),
  'enroll-save-authority': z.object({ op, rev, adminWorkEmail: typed, authority: toggle }),
  'enroll-submit': z.object({ op, rev, enrollment: id.optional() }),
  'enroll-withdraw': z.object({}),
  'enroll-withdraw-confirm': z.object({ op, enrollment: id }),
  'enroll-resend': z.object({ op, enrollment: id }),
  'enroll-contact': z.object({}),
  'enroll-correct-contact': z.object({
    op,
    enrollment: id,
    firstName: typed,
    lastName: typed,
    email: typed,
    phone: typed,
    isEnrollingUser: toggle,
  }),
  'enroll-fix': z.object({}),
  'enroll-resubmit': z.object({
    op,
    enrollment: id,
    companyName: typed,
    registrationId: typed,
    ...address,
    documentName: typed,
    documentKind: typed,
    documentNote: typed,
    documentLink: typed,
  }),

  'sign-mpa': z.object({}),
  'accept-mpa': z.object({ op, region: z.string().max(64), mpaAccepted: toggle }),

  'add-me': z.object({ op }),
  users: z.object({ after: z.string().max(255).optional() }),
  'new-user': z.object({}),
  'add-user': z.object({ op, name: typed, email: typed, roles: typed }),
  user: z.object({ user }),
  /** `was`: the roles that the form showed, so that only what was changed on it is changed. */
  'set-roles': z.object({ op, user, roles: typed, was: z.string().max(255).optional() }),
  'disable-user': z.object({ op, user }),
  'password-changed': z.object({ op }),
  'organization-profile': z.object({}),
  'save-organization-profile': z.object({ op, displayName: typed, email: typed, website: typed, ...address }),
  'business-profile': z.object({}),
  'save-business-profile': z.object({ op, about: typed, specialties: typed, email: typed }),

  'request-partnership': z.object({}),
  'draft-invitation': z.object({
    op,
    email: typed,
    locale: z.enum(['en-US', 'ja-JP']).default('en-US').catch('en-US'),
  }),
  /** *Invite new customers*; `tenant` is the provider that was looked at, `kind` what is asked for where it was said. */
  'invite-customer': z.object({ kind: z.enum(CUSTOMER_KINDS).optional().catch(undefined), tenant: tenant.optional() }),
  'draft-customer-invitation': z.object({
    op,
    email: typed,
    kind: z.enum(CUSTOMER_KINDS),
    locale: z.enum(['en-US', 'ja-JP']).default('en-US').catch('en-US'),
    through: typed,
    includeDap: toggle,
  }),
  /** An invitation of the own company. */
  invitation: z.object({ invitation: id }),
  'edit-invitation': z.object({ op, invitation: id, message: typed }),
  'restore-link': z.object({ op, invitation: id, message: typed }),
  /** *Done*: the mail is sent by the person; from then on the invitation counts as sent. Both keep the text that stands on the card. */
  'mark-sent': z.object({ op, invitation: id, message: written }),
  'send-in-teams': z.object({ op, invitation: id, message: written }),
  'renew-invitation': z.object({ op, invitation: id }),
  'revoke-invitation': z.object({ op, invitation: id }),
  invitations: z.object({ show: z.enum(['open', 'closed', 'all']).default('open'), name: typed, ...place }),
  /** An invitation that the own company received, from its list. */
  'received-invitation': z.object({ provider: tenant, invitation: id }),
  /** A pasted link or typed code leads here; `code` is the link's token. */
  'open-invitation': z.object({ code: z.string().max(64) }),
  'accept-invitation': z.object({ op, code: z.string().max(64), authorize: toggle, mcaAccepted: toggle }),
  'decline-invitation': z.object({ op, code: z.string().max(64), reason: typed }),
  'find-provider': z.object({ facets: z.string().max(255).default(''), ...place }),
  /** `pick`: chosen from what fits, and goes before what is typed. */
  resellers: z.object({ name: typed, pick: written, ...place }),
  providers: z.object({ name: typed, pick: written, ...place }),
  /** One partnership of the own company, with the other side's tenant. */
  partner: z.object({ tenant }),
  'remove-partnership': z.object({ tenant }),
  'confirm-removal': z.object({ op, tenant, declarations: typed }),
  'end-form': z.object({ tenant }),
  'request-end': z.object({ op, tenant, reason: typed }),
  'admin-access-removed': z.object({ op, tenant }),
  'partnership-history': z.object({ tenant, after: z.string().max(255).optional() }),

  'ask-form': z.object({}),
  /** A question that was put together on the form; what is picked goes before what is typed. */
  'ask-filled': z.object({ question: typed, company1: typed, typed1: typed, company2: typed, typed2: typed }),
  /** *Add new customer*: from a reseller's row that one is chosen already (R56). */
  'add-customer': z.object({ reseller: tenant.optional() }),
  /** The new customers of the own company that are not finished. */
  'new-customers': z.object({ after: z.string().max(255).optional() }),
  /** One of them where it stands, or at an earlier step. */
  'new-customer': z.object({ draft, step: z.enum(['details', 'lines']).optional() }),
  'save-customer': z.object(newCustomer),
  /** The same with the address as Partner Center writes it. */
  'correct-address': z.object(newCustomer),
  /** `lines` are those chosen before; `next` is what comes after them, `without` which of them goes. */
  'save-lines': z.object({
    op,
    draft,
    rev,
    lines: chosenLines,
    subscription: typed,
    licenses: typed,
    resellerMpnId: typed,
    /** `find` looks for offers and keeps what is typed. */
    next: z.enum(['more', 'review', 'find']).default('review'),
    ...finding,
    without: z.coerce.number().int().min(0).max(100).optional(),
  }),
  'submit-customer': z.object({ op, draft, rev }),
  'cancel-customer': z.object({ op, draft }),
  'retry-order': z.object({ op, draft }),
  'reveal-password': z.object({ op, draft }),
  'password-noted': z.object({ op, draft }),
  /** Asks the own provider, `company`, to add a customer (R65, P54). */
  'ask-provider': z.object({ op, company: chosenTenant, companyName: typed }),

  /** Direct and indirect ones; `partner` narrows them to those shared with it (R61, R98). */
  customers: z.object({ name: typed, partner: chosenTenant, ...place }),
  /** One of them; `from` counts the subscriptions before those that are shown. */
  customer: z.object({ tenant, from: z.coerce.number().int().min(0).max(100_000).default(0).catch(0) }),
  'remove-customer': z.object({ op, tenant }),
  'agreement-form': z.object({ tenant }),
  'attest-agreement': z.object({
    op,
    tenant,
    firstName: typed,
    lastName: typed,
    email: typed,
    phone: typed,
    agreedOn: typed,
  }),
  /** `awaited` is the change that the card waited for. */
  subscription: z.object({ tenant, subscription: id, awaited: z.enum(EDITS).optional().catch(undefined) }),
  'subscription-form': z.object({ tenant, subscription: id, part: z.enum(['licenses', 'reseller', 'supportContact']) }),
  /** `was`: how many there were when the form was drawn. */
  'change-licenses': z.object({ op, tenant, subscription: id, licenses: typed, was: z.coerce.number().int() }),
  /** `resellerMpnId`: a partner's tenant, chosen; `mpnId`: a location account, typed, which goes before it. */
  'set-reseller': z.object({ op, tenant, subscription: id, resellerMpnId: typed, mpnId: typed }),
  'clear-reseller': z.object({ op, tenant, subscription: id }),
  'set-support-contact': z.object({ op, tenant, subscription: id, supportContact: typed }),
  'suspend-subscription': z.object({ op, tenant, subscription: id }),
  /** *Add subscription*, or the upgrade of one (F7). */
  'order-form': z.object({ tenant, upgrades: id.optional(), ...orderLine, ...finding }),
  'review-order': z.object({ tenant, upgrades: id.optional(), ...orderLine, ...finding }),
  'submit-order': z.object({ op, tenant, upgrades: id.optional(), ...orderLine }),
  orders: z.object({ tenant, from: place.from }),
  order: z.object({ tenant, order: id }),
  'repeat-order': z.object({ op, tenant, order: id }),
  /** Who works for the own company as a customer. */
  'own-partners': z.object({}),
  'drop-admin-access': z.object({ op, partner: tenant }),

  /** What can be done to many at once, and the company's jobs. */
  bulk: z.object({}),
  'bulk-start': z.object({ kind: bulkKind, template: z.enum(['true']).optional() }),
  'bulk-paste': z.object({ op, kind: bulkKind, bulk: job, rows: z.string().max(200_000).default('') }),
  /** `upload`: what the file is found by that was handed in. */
  'bulk-uploaded': z.object({ kind: bulkKind, bulk: job, upload: id }),
  'bulk-confirm': z.object({ op, bulk: job }),
  'bulk-stop': z.object({ op, bulk: job }),
  /** The mails of the job's invitations went out by hand. */
  'bulk-sent': z.object({ op, bulk: job }),
  'bulk-progress': z.object({ bulk: job }),
  'bulk-results': z.object({ bulk: job }),

  /** A question in free words. */
  'ask-text': z.object({ text: typed }),
  /** A question of domain.md 5; its companies are known, or stand as they were typed. */
  ask: z.object(asked),
  /** Reminds the people of a company who can do what is missing there; the question it was offered for is answered again. */
  remind: z.object({
    ...asked,
    question: question.optional(),
    op,
    tenant,
    about: z.enum(['mpa', 'enrollment', 'invitation', 'adminAgent']),
  }),

  reviews: z.object({ after: z.string().max(255).optional() }),
  review: z.object(application),
  'approve-enrollment': z.object({ op, ...application, reason: typed }),
  'reject-form': z.object(application),
  'reject-enrollment': z.object({ op, ...application, reason: typed, fixes: typed }),
  'documents-form': z.object(application),
  'request-documents': z.object({
    op,
    ...application,
    documentName: typed,
    documentKind: typed,
    documentNote: typed,
    documentLink: typed,
  }),
  'decline-form': z.object(application),
  'decline-enrollment': z.object({ op, ...application, reason: typed }),
  'suspend-form': z.object(application),
  suspend: z.object({ op, ...application, reason: typed }),
  reinstate: z.object({ op, ...application, reason: typed }),

  'register-form': z.object({ as: z.enum(['indirectProvider', 'directBill', 'offboarding']) }),
  register: z.object({ op, as: z.enum(['indirectProvider', 'directBill', 'offboarding']), company: typed }),
} as const satisfies Record<string, z.ZodType>

export type Verb = keyof typeof ACTIONS
export type ActionData<V extends Verb> = Named<z.output<(typeof ACTIONS)[V]>>
export type Action = { [V in Verb]: { verb: V } & ActionData<V> }[Verb]

/** An empty schema gives an index signature of `never`, which no action could be. */
type Named<Data> = string extends keyof Data ? object : Data

export const isVerb = (text: string): text is Verb => Object.hasOwn(ACTIONS, text)

/** What a tap says, or undefined when the verb is unknown or its data does not fit. */
export function readTap(verb: string, data: unknown): Action | undefined {
  if (!isVerb(verb)) return undefined
  const read = ACTIONS[verb].safeParse(data)
  // The verb and the schema come from the same entry, which TypeScript cannot see.
  return read.success ? ({ ...read.data, verb } as Action) : undefined
}

/** What a button carries: everything the verb needs that is not typed on the card. */
export type TapData<V extends Verb> = z.input<(typeof ACTIONS)[V]>

/** A company of a question as a button carries it: known, or still as it was typed. */
export type AskedCompany = { tenant: TenantId } | { typed: string }

export const writeCompanies = (companies: readonly AskedCompany[]): string =>
  companies.map((one) => ('tenant' in one ? one.tenant : `~${encodeURIComponent(one.typed.slice(0, 100))}`)).join(',')

const MOST_COMPANIES = 5

function readCompanies(text: string): AskedCompany[] | undefined {
  if (text === '') return []
  const parts = text.split(',')
  const read = parts.flatMap((part): AskedCompany[] => {
    if (isGuid(part)) return [{ tenant: part.toLowerCase() as TenantId }]
    return part.startsWith('~') ? [{ typed: decoded(part.slice(1)) }] : []
  })
  return read.length === parts.length && parts.length <= MOST_COMPANIES ? read : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
