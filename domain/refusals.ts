import type { Role } from './actor.ts'
import type { Step } from './enrollment/enrollment.ts'
import type { OrganizationKind } from './organization/organization.ts'
import type { RegionKey } from './regions.ts'

/** Every input a person can fill in; a refusal that names one is shown beside it. */
export const FIELDS = [
  'mpnId',
  'companyName',
  'registrationId',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'country',
  'firstName',
  'lastName',
  'email',
  'phone',
  'supportEmail',
  'supportPhone',
  'supportWebsite',
  'adminWorkEmail',
  'authority',
  'reason',
  'documentName',
  'documentKind',
  'documentNote',
  'documentLink',
  'fixes',
  'name',
  'roles',
  'company',
  'displayName',
  'website',
  'about',
  'specialties',
  'mpaAccepted',
  'mcaAccepted',
  'through',
  'includeDap',
  'message',
  'authorize',
  'declarations',
  'domainPrefix',
  'subscription',
  'offerName',
  'licenses',
  'resellerMpnId',
  'supportContact',
  'reseller',
  'agreementFirstName',
  'agreementLastName',
  'agreementEmail',
  'agreementPhone',
  'agreedOn',
] as const
export type Field = (typeof FIELDS)[number]

/** What keeps a company from transacting (R33, F15). */
export type ReadinessStep = 'account' | 'enrolled' | 'mpa' | 'notSuspended'

/** What keeps a customer relationship from being removed (D14). */
export type RemovalBlock = { kind: 'subscription' | 'reservation' | 'software'; name: string }

/**
 * The refusals of the programme (domain.md 4.3, corrected by F44–F47). Each is data: a code and what its sentence needs.
 * `field` places it beside an input.
 */
export type Refusal =
  /** The operation needs one of these roles; `names` are the people of the company who hold one. */
  | { code: 'AUTH_ROLE'; roles: readonly Role[]; names?: readonly string[] }
  /** The operation is the reviewers' alone (C-13). */
  | { code: 'AUTH_REVIEWER' }
  /** The operation belongs to other kinds of company. */
  | { code: 'AUTH_ORG_KIND'; kinds: readonly OrganizationKind[]; kind: OrganizationKind }
  /** Nothing there that this person may know of. */
  | { code: 'NOT_FOUND'; query: string }
  | { code: 'ENR_MPN_REQUIRED'; field: 'mpnId' }
  | { code: 'ENR_FIELD_MISSING'; field: Field }
  | { code: 'ENR_DIRECT_CLOSED' }
  | { code: 'ENR_WORK_ACCOUNT' }
  | { code: 'ENR_WEBMAIL'; field: Field; domain: string }
  | { code: 'ENR_MAIL_SHARED'; field: Field; mail: string }
  | { code: 'ENR_AUTHORITY'; field: 'authority' }
  /** Steps of the draft that are not filled in yet. */
  | { code: 'ENR_STEPS_MISSING'; steps: readonly Step[] }
  /** The application went back to the company so often that it has to be decided. */
  | { code: 'ENR_ROUNDS'; rounds: number }
  | { code: 'MPN_FORMAT'; field: 'mpnId' }
  | { code: 'MPN_UNKNOWN'; field: 'mpnId'; id: string }
  | { code: 'MPN_IN_USE'; field: 'mpnId'; id: string }
  | { code: 'MPN_OTHER_COMPANY'; field: 'mpnId'; id: string }
  | { code: 'MPN_NOT_ACTIVE'; field: 'mpnId'; id: string }
  | { code: 'MPN_COUNTRY_MISMATCH'; field: 'mpnId'; id: string; mpnCountry: string; tenantCountry: string }
  | { code: 'MPN_NOT_MIGRATED'; field: 'mpnId'; id: string }
  /** `locations` are the company's own location accounts that would do. */
  | { code: 'MPN_NOT_LOCATION'; field: 'mpnId'; id: string; locations: readonly string[] }
  | { code: 'VER_BOTH_FACTS' }
  | { code: 'VER_CONTACT_PENDING'; mail: string }
  | { code: 'VER_RESEND_WAIT'; from: string }
  | { code: 'VER_LINK_EXPIRED' }
  | { code: 'USR_CHANGE_PASSWORD' }
  | { code: 'USR_EMAIL_TAKEN'; field: 'email'; mail: string }
  | { code: 'USR_EMAIL_DOMAIN'; field: 'email'; domains: readonly string[] }
  | { code: 'USR_ROLE_MISSING'; field: 'roles' }
  | { code: 'USR_LAST_GLOBAL_ADMIN' }
  /** The record of the company holds no more people. */
  | { code: 'USR_TOO_MANY' }
  /** `names` are the global admins, told to whoever is none. */
  | { code: 'SETUP_ADMIN_AGENT'; names?: readonly string[] }
  | { code: 'MPA_REQUIRED_SELF'; region: RegionKey }
  | { code: 'MPA_REQUIRED_RESELLER'; reseller: string; region: RegionKey }
  | { code: 'MPA_NOT_OFFERED' }
  | { code: 'MPA_NOT_TICKED'; field: 'mpaAccepted' }
  /** The customer has not accepted the Microsoft Customer Agreement with the invitation (D11). */
  | { code: 'MCA_NOT_TICKED'; field: 'mcaAccepted' }
  | { code: 'PAR_NOT_ENROLLED'; organization: string }
  | { code: 'PAR_NONE'; a: string; b: string }
  | { code: 'PAR_EXISTS'; since: string }
  /** The address is one of the provider's own company. */
  | { code: 'PAR_SELF'; field: 'email' }
  | { code: 'PAR_DECLARATION'; field: 'declarations' }
  | { code: 'PAR_END_VIA_SUPPORT' }
  | { code: 'INV_LINK_MISSING'; field: 'message' }
  | { code: 'INV_NOT_CONFIRMED'; field: 'authorize' }
  /** The customer has not ticked that it authorizes the partners (R82). */
  | { code: 'CUS_NOT_CONFIRMED'; field: 'authorize' }
  | { code: 'INV_CLOSED'; state: string; at: string }
  /** Sent in Teams within the last day: `from` is when it may go out there again. */
  | { code: 'INV_IN_TEAMS'; from: string }
  /** Too many invitations at once: `from` is when the next may go out, or be drafted in bulk. */
  | { code: 'INV_LIMIT'; per: 'hour' | 'day' | 'bulk'; most: number; from: string }
  /** Too many new customers in bulk: `from` is when the next may be created. */
  | { code: 'CUS_LIMIT'; most: number; from: string }
  /** Reminded within the last day, by whomever. */
  | { code: 'REMINDED'; company: string; at: string }
  | { code: 'REGION_PARTNER'; a: string; b: string; regionA: RegionKey; regionB: RegionKey }
  /** Without a customer's name: whoever is in that country. */
  | {
      code: 'REGION_CUSTOMER'
      partner: string
      customer?: string
      country: string
      regionPartner: RegionKey
      regionCustomer: RegionKey
    }
  | { code: 'REL_ALREADY_CUSTOMER'; reseller: string; provider: string }
  | { code: 'REL_ALREADY_RESELLER'; customer: string; provider: string }
  | { code: 'CUS_IS_CSP_TENANT'; customer: string }
  | { code: 'CUS_SELF_OR_AFFILIATE' }
  | { code: 'CUS_NO_PROVIDER_REL'; provider: string; customer: string }
  | { code: 'CUS_IR_CANNOT_CREATE' }
  /** Only for what a direct customer's partner may do (R83, F43). */
  | { code: 'CUS_IR_NOT_ALLOWED' }
  /** `suggestions` were free a moment ago. */
  | { code: 'CUS_DOMAIN_TAKEN'; field: 'domainPrefix'; prefix: string; suggestions: readonly string[] }
  | { code: 'CUS_DOMAIN_FORMAT'; field: 'domainPrefix' }
  | { code: 'CUS_MCA' }
  /** No day, or one that is still to come where the customer is (D15). */
  | { code: 'CUS_MCA_DATE'; field: 'agreedOn' }
  /** A new customer needs at least one subscription (R57). */
  | { code: 'ORD_EMPTY'; field: 'subscription' }
  | { code: 'ORD_QUANTITY'; field: 'licenses'; min: number; max: number }
  | { code: 'SUB_CONTACT_INVALID'; field: 'supportContact'; contact: string }
  /** What has to be suspended or cancelled first, by name (D14). */
  | { code: 'REL_REMOVE_BLOCKED'; items: readonly RemovalBlock[] }
  /** Shown once already, acknowledged, or a day old (SM14, F39). */
  | { code: 'SEC_ALREADY_SHOWN' }
  /** Partner Center said no for a reason that has no sentence of its own. `reason` is its code. */
  | { code: 'PC_REFUSED'; reason?: string }
  | { code: 'TRN_NOT_IDENTIFIED' }
  | { code: 'TRN_PROFILE' }
  | { code: 'TRN_NO_ROLLBACK' }
  | { code: 'TRN_NO_NEW_DIRECT' }
  /** A direct-bill partner that Microsoft restricted: it sells nothing new (D17). */
  | { code: 'DB_RESTRICTED' }
  | { code: 'PAR_NOT_READY'; organization: string; steps: readonly ReadinessStep[] }
  | { code: 'FIELD_EMAIL'; field: Field }
  | { code: 'FIELD_LENGTH'; field: Field; max: number }
  /** Control characters, lone surrogates or text-direction marks. */
  | { code: 'FIELD_TEXT'; field: Field }
  | { code: 'FIELD_CHOICE'; field: Field }
  | { code: 'FIELD_PHONE'; field: Field }
  | { code: 'FIELD_LINK'; field: Field }
  | { code: 'FIELD_REASON'; field: 'reason' }
  /** `rule` is a sample of the expected form, or `list` when a value of the list is expected. */
  | { code: 'CUS_ADDRESS'; field: 'state' | 'postalCode' | 'city'; rule: string }
  | { code: 'ADDRESS_COUNTRY'; field: 'country'; country: string }
  | { code: 'REGION_UNKNOWN'; country: string }
  | { code: 'ORG_SUSPENDED' }
  | { code: 'STALE' }
  /** The step is not open in the application's present state. */
  | { code: 'WRONG_STATE'; is: string; needs: readonly string[] }
  /** An appeal needs a changed profile or a document (SM1). */
  | { code: 'NOTHING_CHANGED' }

export type RefusalCode = Refusal['code']

/** The refusals that belong beside an input. */
export type FieldRefusal = Extract<Refusal, { field: Field }>

export const isFieldRefusal = (refusal: Refusal): refusal is FieldRefusal => 'field' in refusal
