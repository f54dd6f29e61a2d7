import { askProviderForm } from '../../cards/customer/ask-provider.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { by } from '../../domain/actor.ts'
import type { NewCustomer, NewCustomerEvent } from '../../domain/customer/new-customer.ts'
import { mayAddCustomers, mayHandleDrafts } from '../../domain/customer/start.ts'
import type { Decision } from '../../domain/decision.ts'
import type { OperationKey, TenantId } from '../../domain/ids.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { guard } from '../../domain/rules/rule.ts'
import type { CompanyTurn, House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { drawCustomer } from './customer-forms.ts'
import { ownProviders } from './partners.ts'

/** A command of this person to a new customer of their company. */
export const change = (
  draft: string,
  op: OperationKey,
  { organization, actor, correlationId }: CompanyTurn,
  { newCustomers }: House,
  decide: (state: NewCustomer | undefined) => Decision<NewCustomerEvent> | Promise<Decision<NewCustomerEvent>>,
) => newCustomers.execute(organization.tenantId, draft, { by: by(actor), correlationId, op, decide })

/** One of the own company, for whoever may add customers; to everybody else there is none. */
export async function findDraft(
  draft: string,
  turn: CompanyTurn,
  house: House,
): Promise<NewCustomer | { refusals: readonly Refusal[] }> {
  const may = mayHandleDrafts(turn.organization, turn)
  const cannot = mayAddCustomers(turn.organization, turn)
  if (may.length > 0) return { refusals: guard(cannot, may) }
  const found = await house.newCustomers.find(turn.organization.tenantId, draft)
  if (found) return found
  // A company that is both adds nothing; what it began before is all there can be.
  return { refusals: turn.organization.kind === 'both' ? cannot : [{ code: 'NOT_FOUND', query: draft }] }
}

export const shown = (
  customer: NewCustomer | undefined,
  draft: string,
  turn: CompanyTurn,
  house: House,
): Promise<Card> => (customer ? drawCustomer(customer, turn, house) : notFound(draft, turn, house))

/** A reseller of the provider, now or before; of any other company nothing is told. */
export const isKnown = async (reseller: TenantId, { organization }: CompanyTurn, house: House): Promise<boolean> =>
  (await house.partnerships.find(organization.tenantId, reseller)).status !== 'none'

/** A reseller asks its provider instead (R65, P54). */
export async function cannotAdd(refusals: readonly Refusal[], turn: CompanyTurn, house: House): Promise<Card> {
  const { organization, actor, words } = turn
  const isReseller = refusals.some(({ code }) => code === 'CUS_IR_CANNOT_CREATE')
  if (!isReseller || permit('P54', actor, organization).length > 0) return refused(refusals, turn, house)
  const providers = await ownProviders(organization, house)
  return askProviderForm({ company: organization.displayName, providers, refusals }, words)
}
