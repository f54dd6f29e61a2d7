import type { By, PartnerRole } from '../actor.ts'
import type { Agreement, AgreementEvent } from '../agreement/agreement.ts'
import type { Address, Enrollment, EnrollmentEvent, LegalIdentity } from '../enrollment/enrollment.ts'
import type { TenantId, UserId } from '../ids.ts'
import type { Employee, EmployeeEvent, RoleOrder } from './employee.ts'

/** domain.md 2.1; `customer` is a company that is no partner at all. */
export type OrganizationKind = 'prospect' | 'indirectProvider' | 'indirectReseller' | 'directBill' | 'both' | 'customer'

export type DirectBillStatus = 'active' | 'identifiedForOffboarding' | 'restricted'

export const FACETS = ['training', 'marketing', 'financing'] as const

/** A provider's entry in the directory (R52): read-only for the bot (R100). */
export type ProviderEntry = { services: readonly (typeof FACETS)[number][]; contact: string }

/** Set by a global admin (P16, F5). */
export type OrganizationProfile = {
  displayName: string
  address: Address
  email: string
  website?: string
  setAt: string
  setBy: By
}

/** Set by the business profile admin so that referrals arrive (R11, P17). */
export type BusinessProfile = { about: string; specialties: string; contactEmail: string; setUpAt: string; setUpBy: By }

/** One company with everything that is true of it: the truth of the partition `org:<tenantId>`. */
export type Organization = {
  tenantId: TenantId
  kind: OrganizationKind
  displayName: string
  legalName: string
  country: string
  legal?: LegalIdentity
  /** The location account used for onboarding, from approval on (R90). */
  mpnId?: string
  /** True from the time an application is under review; blocks being sold to (R5, F18). */
  cspTenant: boolean
  suspended: boolean
  affiliateGroupId?: string
  directBillStatus?: DirectBillStatus
  provider?: ProviderEntry
  enrollment: Enrollment
  agreements: readonly Agreement[]
  /** When it signed the Microsoft Customer Agreement before it was first met here (D11). */
  customerAgreementAt?: string
  /** Set when a global admin holds Admin agent after approval (R24, F15). */
  adminAgentConfirmedAt?: string
  organizationProfile?: OrganizationProfile
  businessProfile?: BusinessProfile
  employees: readonly Employee[]
  /** Changes of directory roles under way, so that no two of them together take the last global admin away (P15). */
  roleOrders?: readonly RoleOrder[]
  /** Partner roles given by us, over what the directory starts with (architecture.md 7.7). */
  partnerRoles: Readonly<Record<string, readonly PartnerRole[]>>
}

export type OrganizationEvent =
  | { type: 'OrganizationRegistered'; at: string; by: By; kind: 'indirectProvider' | 'directBill' }
  | { type: 'MarkedForOffboarding'; at: string; by: By }
  | { type: 'OrganizationSuspended'; at: string; by: By; reason: string }
  | { type: 'OrganizationReinstated'; at: string; by: By; reason: string }
  | { type: 'AdminAgentConfirmed'; at: string; by: By; userId: UserId }
  | { type: 'OrganizationProfileSet'; at: string; by: By; profile: Omit<OrganizationProfile, 'setAt' | 'setBy'> }
  | { type: 'BusinessProfileSet'; at: string; by: By; profile: Omit<BusinessProfile, 'setUpAt' | 'setUpBy'> }
  | EmployeeEvent
  | EnrollmentEvent
  | AgreementEvent
