import type { Dap, RelationRole, SubscriptionStatus } from '../customer/customer.ts'
import type { TenantId } from '../ids.ts'

/** What answers about customers say (Q3, Q4, Q14, Q19, Q28, Q29). */
export type CustomerFinding =
  | { code: 'customers.support'; offer: string; customer: string; contact: string; since: string }
  /** Whether anybody chose the support contact, or the seller has been it from the start (R115, D10). */
  | { code: 'customers.supportChosen'; isChosen: boolean }
  | { code: 'customers.contactIds'; contact: string; tenant: TenantId; mpnId?: string }
  | { code: 'customers.reseller'; offer: string; customer: string; reseller: string; mpnId: string; since: string }
  | { code: 'customers.notYours'; offer: string; customer: string }
  | { code: 'customers.noReseller'; offer: string; customer: string }
  | { code: 'customers.subscriptions'; customer: string; count: number }
  | { code: 'customers.subscription'; licenses: number; status: SubscriptionStatus }
  | { code: 'customers.credited'; reseller: string; customer: string; count: number }
  | { code: 'customers.notCredited'; reseller: string; customer: string; count: number }
  /** Several customers have a subscription of the name that was typed. */
  | { code: 'customers.several'; subject: string; count: number }
  | { code: 'customers.offered'; offer: string; licenses: number; status: SubscriptionStatus }
  | { code: 'customers.noSubscription'; subject: string }
  | { code: 'customers.whichSubscription' }
  | { code: 'customers.nameCustomer' }
  | { code: 'customers.noneRecorded'; customer: string }
  | { code: 'customers.direct'; partner: string; customer: string }
  | { code: 'customers.indirect'; partner: string; customer: string; through?: string }
  /** Somebody else serves it, or nobody. */
  | { code: 'customers.noRelation'; partner: string; customer: string }
  | { code: 'customers.both'; partner: string; customer: string }
  | { code: 'customers.serves'; role: RelationRole; dap: Dap; since: string }
  | { code: 'customers.servedBy'; partner: string; role: RelationRole; dap: Dap; since: string }
  | { code: 'customers.served'; customer: string; count: number }
  | { code: 'customers.shared'; a: string; b: string; count: number; more: boolean }
  | { code: 'customers.noneShared'; a: string; b: string }
  | { code: 'customers.orderRefused'; customer: string; at: string; orderCode: string }
  /** Partner Center's reason has no sentence of its own. */
  | { code: 'customers.orderUnexplained'; customer: string; at: string }
