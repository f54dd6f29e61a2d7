import type { By } from '../actor.ts'
import type { Address } from '../enrollment/enrollment.ts'
import type { TenantId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import type { AgreementContact, OrderLine } from './customer.ts'

/** What the provider says of the customer before it exists (domain.md 2.13). */
export type CustomerDetails = {
  companyName: string
  /** Before `.onmicrosoft.com`: 1 to 27 letters and digits. */
  domainPrefix: string
  registrationId?: string
  address: Address
  contact: AgreementContact
  /** The attestation of the Microsoft Customer Agreement (D15): whoever agreed at the customer, and when. */
  agreement: { contact: AgreementContact; agreedOn: string }
}

/** The reseller that gets access to the whole account (R55). */
export type NamedReseller = { tenantId: TenantId; name: string }

type Facts = {
  id: string
  provider: TenantId
  providerName: string
  /** The reseller that is named for the customer; preselected from its row (R56), optional (F12). */
  reseller?: NamedReseller
  /** The company bills it itself: a direct customer of a direct-bill partner (P29). */
  direct?: true
  startedAt: string
  startedBy: By
  /** Raised by every saved step, so that a stale form is noticed. */
  rev: number
}

type Reviewed = Facts & { details: CustomerDetails; lines: readonly OrderLine[] }
/** One key for the tenant and one for the order, the same on every attempt. */
type Submitted = Reviewed & {
  submittedAt: string
  submittedBy: By
  keys: Keys
  /** The job that submitted it, which carries it on and tells of it with all its others. */
  bulk?: string
}
type Tenant = { customer: TenantId; adminUserName: string }
/**
 * Who asks for the tenant now, for which time it is, and until when nobody else does: each asking ends the password of the
 * one before.
 */
export type Attempt = { worker: string; until: string; number: number }
export type Keys = { tenant: string; order: string }

/**
 * A customer on its way (SM7): the draft survives days and restarts; after *Submit* the steps outside are resumed until
 * they are done, or the draft is back at the review with the reason.
 */
export type NewCustomer =
  | (Facts & { state: 'draft' })
  | (Facts & { state: 'selecting'; details: CustomerDetails; lines?: readonly OrderLine[] })
  | (Reviewed & { state: 'reviewing'; failure?: { at: string; refusals: readonly Refusal[] } })
  | (Submitted & { state: 'provisioning'; stage: 'tenant'; attempt?: Attempt })
  | (Submitted & Tenant & { state: 'provisioning'; stage: 'record' })
  | (Submitted & Tenant & { state: 'provisioning'; stage: 'order' })
  | (Submitted &
      Tenant & {
        state: 'active'
        at: string
        /** The customer exists; its order was refused and can be placed anew. */
        orderFailure?: string
      })
  | (Facts & { state: 'discarded'; at: string; by: By })

export type NewCustomerEvent =
  | {
      type: 'NewCustomerStarted'
      at: string
      by: By
      id: string
      provider: TenantId
      providerName: string
      reseller?: NamedReseller
      direct?: true
    }
  | {
      type: 'CustomerDetailsSaved'
      at: string
      by: By
      details: CustomerDetails
      reseller?: NamedReseller
    }
  | { type: 'CustomerLinesSaved'; at: string; by: By; lines: readonly OrderLine[] }
  | { type: 'NewCustomerSubmitted'; at: string; by: By; keys: Keys; bulk?: string }
  | { type: 'CustomerTenantRequested'; at: string; attempt: Attempt }
  | { type: 'CustomerTenantCreated'; at: string; customer: TenantId; adminUserName: string }
  | { type: 'CustomerRecorded'; at: string }
  | { type: 'NewCustomerFailed'; at: string; refusals: readonly Refusal[] }
  | { type: 'NewCustomerDone'; at: string; orderFailure?: string }
  | { type: 'NewCustomerDiscarded'; at: string; by: By }

export const newCustomerId = (id: string): string => `new:${id}`

/** What a draft reserves with: its domain, and the pairs of its relationships. */
export const claimOfDraft = (provider: TenantId, id: string): string => `new.${provider}.${id}`

export type Provisioning = Extract<NewCustomer, { state: 'provisioning' }>
/** Still to be filled in, looked at or cancelled (R58). */
type Open = Extract<NewCustomer, { state: 'draft' | 'selecting' | 'reviewing' }>

export const isOpen = (state: NewCustomer): state is Open =>
  state.state === 'draft' || state.state === 'selecting' || state.state === 'reviewing'
