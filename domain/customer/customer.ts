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
  /** Its end is ordered and not confirmed yet (D14). */
  removal?: { key: string; by: By; at: string }
  /** Partner Center's code when it last refused to end it (domain.md 8.3). */
  removalFailure?: string
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

/** What can be changed of a subscription without an order. `null` takes the reseller off. */
export type SubscriptionEdit =
  | { kind: 'licenses'; to: number }
  | { kind: 'reseller'; to: ResellerOfRecord | null }
  | { kind: 'supportContact'; to: SupportContact }
  | { kind: 'suspension' }

/** A change that Partner Center has not confirmed yet: the same `key` on every attempt. One at a time; `bulk` is its job. */
export type PendingEdit = { key: string; by: By; at: string; edit: SubscriptionEdit; bulk?: string }

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
  pending?: PendingEdit
  /** The last change that Partner Center refused, until the next one; `code` is one of domain.md 8.3. */
  failure?: { at: string; code: string; edit: SubscriptionEdit }
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
  /** Whose MPN ID that is, where a line names one of its own; otherwise it is the order's. */
  reseller?: { tenantId: TenantId; name: string }
}

/** SM9; at least one line. `failure` is the code of domain.md 8.3 that Partner Center answered with. */
export type Order = {
  id: string
  /** The same for every attempt, so that nothing is ordered twice. */
  key: string
  state: 'submitted' | 'confirmed' | 'failed'
  owner: TenantId
  lines: readonly OrderLine[]
  /** Who becomes reseller of record of what is new here (R92). */
  reseller?: { tenantId: TenantId; name: string; mpnId: string }
  /** The new customer of the owner that it belongs to, when it is the first order (SM7). */
  draft?: string
  /** The job that ordered it, and tells of it with all its others. */
  bulk?: string
  /** The failed order that it repeats. */
  repeats?: string
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
      bulk?: string
    }
  /** One event for all relations of an acceptance: a `both` invitation gives two or none (R82). */
  | {
      type: 'RelationsEstablished'
      at: string
      by: By
      tenantId: TenantId
      customer: { name: string; country: string }
      invitation: string
      relations: readonly Relation[]
    }
  | { type: 'AgreementAttested'; at: string; by: By; agreement: Extract<CustomerAgreement, { status: 'attested' }> }
  /** `signedAt`: known to Microsoft since then, before the customer was met here. */
  | { type: 'AgreementSigned'; at: string; by: By; signedAt?: string }
  | { type: 'OrderSubmitted'; at: string; by: By; order: Order }
  | { type: 'OrderConfirmed'; at: string; by: By; order: string; subscriptions: readonly Subscription[] }
  | { type: 'OrderFailed'; at: string; by: By; order: string; code: string }
  | { type: 'ResellerAssociated'; at: string; by: By; subscription: string; reseller: ResellerOfRecord }
  | { type: 'ResellerRemoved'; at: string; by: By; subscription: string }
  /** Goes before the association that replaces it: the former one reads this alone, and not who came after it (R102). */
  | { type: 'ResellerReplaced'; at: string; by: By; subscription: string; former: { tenantId: TenantId; name: string } }
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
  /** One that a job ordered is told by the job, with all its others. */
  | {
      type: 'SubscriptionEditOrdered'
      at: string
      by: By
      subscription: string
      key: string
      edit: SubscriptionEdit
      bulk?: string
    }
  | { type: 'SubscriptionEditRefused'; at: string; subscription: string; code: string }
  | { type: 'DapRemoved'; at: string; by: By; partner: TenantId; role: RelationRole }
  | { type: 'RelationRemovalOrdered'; at: string; by: By; partner: TenantId; role: RelationRole; key: string }
  | { type: 'RelationRemovalRefused'; at: string; partner: TenantId; role: RelationRole; code: string }
  | { type: 'RelationRemoved'; at: string; by: By; partner: TenantId; role: RelationRole }

export const customerPk = (customer: TenantId): string => `cus:${customer}`

export const isActive = (relation: Relation): boolean => relation.removedAt === undefined

/** The partner's relationship that lets it order (R53, F11): its own as provider, or as direct-bill partner. */
export const ownRelation = (customer: Customer, partner: TenantId): Relation | undefined =>
  customer.relations.filter(isActive).find((one) => one.partner === partner && one.role !== 'reseller')

/** What a partner is called here, by the relationship that stands if there is one. */
export function partnerName({ relations }: Pick<Customer, 'relations'>, partner: TenantId): string | undefined {
  const known = relations.filter((one) => one.partner === partner)
  return (known.find(isActive) ?? known[0])?.partnerName
}

/** Whether a partner serves the customer at all: by a relationship, or as reseller of record of a subscription (F9). */
export const serves = (customer: Customer, partner: TenantId): boolean =>
  customer.relations.some((one) => one.partner === partner && isActive(one)) ||
  customer.subscriptions.some((one) => one.reseller?.tenantId === partner && one.status !== 'deleted')
