import type { By } from '../actor.ts'
import type { Address } from '../enrollment/enrollment.ts'
import type { TenantId } from '../ids.ts'
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

type Facts = {
  id: string
  provider: TenantId
  providerName: string
  /** The reseller that is named for the customer; preselected from its row (R56), optional (F12). */
  reseller?: { tenantId: TenantId; name: string }
  startedAt: string
  startedBy: By
  /** Raised by every saved step, so that a stale form is noticed. */
  rev: number
}

type Reviewed = Facts & { details: CustomerDetails; lines: readonly OrderLine[] }
/** One key for the tenant and one for the order, the same on every attempt. */
type Submitted = Reviewed & { submittedAt: string; submittedBy: By; keys: { tenant: string; order: string } }

/**
 * A customer on its way (SM7): the draft survives days and restarts; after *Submit* the steps outside are resumed until
 * they are done, or the draft is back at the review with the reason.
 */
export type NewCustomer =
  | (Facts & { state: 'draft'; details?: Partial<CustomerDetails> })
  | (Facts & { state: 'selecting'; details: CustomerDetails; lines?: readonly OrderLine[] })
  | (Reviewed & { state: 'reviewing'; failure?: { code: string; at: string } })
  | (Submitted & { state: 'provisioning'; stage: 'tenant' })
  | (Submitted & { state: 'provisioning'; stage: 'record' | 'order'; customer: TenantId; adminUserName: string })
  | (Submitted & {
      state: 'active'
      customer: TenantId
      adminUserName: string
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
      reseller?: { tenantId: TenantId; name: string }
    }
  | {
      type: 'CustomerDetailsSaved'
      at: string
      by: By
      details: CustomerDetails
      reseller?: { tenantId: TenantId; name: string }
    }
  | { type: 'CustomerLinesSaved'; at: string; by: By; lines: readonly OrderLine[] }
  | { type: 'NewCustomerSubmitted'; at: string; by: By; keys: { tenant: string; order: string } }
  | { type: 'CustomerTenantCreated'; at: string; customer: TenantId; adminUserName: string }
  | { type: 'CustomerRecorded'; at: string }
  | { type: 'NewCustomerFailed'; at: string; code: string }
  | { type: 'NewCustomerDone'; at: string; orderFailure?: string }
  | { type: 'NewCustomerDiscarded'; at: string; by: By }
