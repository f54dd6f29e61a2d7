import type { By } from '../actor.ts'
import type { Address } from '../enrollment/enrollment.ts'
import type { TenantId } from '../ids.ts'

/** Delegated admin privileges of one partner over the customer's tenant (D12, D13). */
export type Dap = 'none' | 'granted' | 'removedByCustomer'

/** domain.md 2.14: a BOTH that moves a direct customer holds `direct` and `reseller` side by side (F38). */
export type RelationRole = 'provider' | 'reseller' | 'direct'
export type RelationSource = 'createdByProvider' | 'bothInvitation' | 'directInvitation' | 'providerInvitation'

/** A partner's reseller relationship with the customer (SM8). One for each partner and role. */
export type Relation = {
  partner: TenantId
  partnerName: string
  role: RelationRole
  dap: Dap
  source: RelationSource
  since: string
  /** Of a reseller: the provider that it serves this customer through. */
  through?: TenantId
  removedAt?: string
}

/** The Microsoft Customer Agreement, required before the first order (D15, D11). */
export type CustomerAgreement =
  | { status: 'none' }
  | { status: 'attested'; at: string; by: By; contact: AgreementContact; agreedOn: string }
  | { status: 'directSigned'; at: string }

export type AgreementContact = { firstName: string; lastName: string; email: string; phone?: string }

/** Whom the customer turns to for one subscription (R94, D10); the provider until somebody else is named (R115). */
export type SupportContact = { tenantId: TenantId; name: string; kind: 'provider' | 'reseller'; since: string }

/** The reseller of record of one subscription: its onboarded location MPN ID (R90, R92). */
export type ResellerOfRecord = { tenantId: TenantId; name: string; mpnId: string; since: string; by: By }

/** SDK SubscriptionStatus (SM10). */
export type SubscriptionStatus = 'pending' | 'active' | 'suspended' | 'deleted' | 'expired' | 'disabled'

export type Subscription = {
  id: string
  offerId: string
  offerName: string
  azure: boolean
  licenses: number
  status: SubscriptionStatus
  /** Who bills it: a provider, or the direct-bill partner itself (F38). */
  owner: TenantId
  billing: 'provider' | 'direct'
  orderId: string
  since: string
  reseller?: ResellerOfRecord
  support: SupportContact
}

export type OrderLine = {
  action: 'new' | 'addLicenses' | 'upgrade'
  offerId: string
  offerName: string
  licenses: number
  azure: boolean
  /** The subscription that gets more licences or is upgraded (F7). */
  subscription?: string
  resellerMpnId?: string
}

/** SM9; at least one line. `failure` is the code of domain.md 8.3 that Partner Center answered with. */
export type Order = {
  id: string
  /** The same for every attempt, so that nothing is ordered twice. */
  key: string
  state: 'submitted' | 'confirmed' | 'failed'
  owner: TenantId
  lines: readonly OrderLine[]
  submittedBy: By
  submittedAt: string
  settledAt?: string
  failure?: string
}

/** A customer with all its relationships, subscriptions and orders: the truth of the partition `cus:<tenantId>`. */
export type Customer = {
  tenantId: TenantId
  name: string
  country: string
  /** `<prefix>.onmicrosoft.com`, of a tenant that was created here. */
  domain?: string
  billing?: { email: string; address: Address; registrationId?: string }
  agreement: CustomerAgreement
  relations: readonly Relation[]
  subscriptions: readonly Subscription[]
  /** The newest last; the audit has them all. */
  orders: readonly Order[]
}

export type CustomerEvent =
  | {
      type: 'CustomerCreated'
      at: string
      by: By
      tenantId: TenantId
      name: string
      country: string
      domain: string
      billing: NonNullable<Customer['billing']>
      agreement: CustomerAgreement
      relations: readonly Relation[]
    }
  /** One event for all relations of an acceptance: a `both` invitation gives two or none (R82). */
  | {
      type: 'RelationsEstablished'
      at: string
      by: By
      customer: { name: string; country: string }
      invitation: string
      relations: readonly Relation[]
    }
  | { type: 'AgreementAttested'; at: string; by: By; agreement: Extract<CustomerAgreement, { status: 'attested' }> }
  | { type: 'AgreementSigned'; at: string; by: By }
  | { type: 'OrderSubmitted'; at: string; by: By; order: Order }
  | { type: 'OrderConfirmed'; at: string; by: By; order: string; subscriptions: readonly Subscription[] }
  | { type: 'OrderFailed'; at: string; by: By; order: string; code: string }
  | { type: 'ResellerAssociated'; at: string; by: By; subscription: string; reseller: ResellerOfRecord }
  | { type: 'ResellerRemoved'; at: string; by: By; subscription: string }
  | {
      type: 'SupportContactChanged'
      at: string
      by: By
      subscription: string
      from: SupportContact
      to: SupportContact
    }
  | { type: 'LicensesChanged'; at: string; by: By; subscription: string; from: number; to: number }
  | { type: 'SubscriptionSuspended'; at: string; by: By; subscription: string }
  | { type: 'DapRemoved'; at: string; by: By; partner: TenantId; role: RelationRole }
  | { type: 'RelationRemoved'; at: string; by: By; partner: TenantId; role: RelationRole }

export const customerPk = (customer: TenantId): string => `cus:${customer}`
