import { system } from '../actor.ts'
import type { Clock } from '../clock.ts'
import {
  type Customer,
  type CustomerEvent,
  isActive,
  type Relation,
  type RelationSource,
} from '../customer/customer.ts'
import type { Customers } from '../customer/customers.ts'
import type { Decision } from '../decision.ts'
import { isOperationKey, type TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { pairOf } from '../partnership/partnership.ts'
import { fail, ok } from '../result.ts'
import { notResellerOfProvider } from '../rules/customer.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { release, reserve } from '../store/reservations.ts'
import type { Claim } from './accept.ts'
import {
  askingTenants,
  type CustomerParties,
  type PartiesDeps,
  partiesObstacles,
  readParties,
} from './customer-parties.ts'
import type { Invitation, RelationshipRequest } from './invitation.ts'
import type { Invitations } from './invitations.ts'
import { carriedOut, type Found, foundBy, settledAs } from './settlement.ts'

export type RelationDeps = Omit<PartiesDeps, 'customers'> & {
  store: DocumentStore
  customers: Customers
  invitations: Pick<Invitations, 'find'>
  clock: Clock
}

/** What stands in the way at a reserved pair: whoever holds it comes to its own end first, and may still stand for it then. */
type Others = { finish(owner: string): Promise<void>; named(owner: string): Promise<boolean> }

/** `customer.<customer>.<partner>.inv.<owner>.<id>`: the acceptance by which a customer and one of its partners are held (R106). */
const holderOf = (
  customer: TenantId,
  partner: TenantId,
  { provider, id }: Pick<Invitation, 'provider' | 'id'>,
): string => `customer.${customer}.${partner}.inv.${provider}.${id}`

/**
 * The relationships of a claimed acceptance: each pair of customer and partner is reserved in one order for everybody,
 * then all relations and the agreement are committed at once to the customer, or none (R82, R106). Runs again as often as
 * wanted: the customer remembers the press that it was done by.
 */
export async function establishRelations(
  deps: RelationDeps,
  claim: Claim,
  correlationId: string,
  others: Others,
): Promise<Found> {
  const { store, organizations, customers, clock } = deps
  const { key, by, reseller: customer } = claim
  const parties = async () => {
    const company = await organizations.find(customer)
    return company && readParties(deps, claim, company)
  }
  const first = await parties()
  if (!first) return [{ code: 'STALE' }]
  for (const partner of pairsInOrder(claim)) {
    if (await holdPair(deps, claim, partner, others)) continue
    return notResellerOfProvider.check({ isReseller: true, ...namesOf(first, partner) })
  }
  const result = await customers.execute(customer, {
    by,
    correlationId,
    ...(isOperationKey(key) ? { op: key } : {}),
    decide: async (state) => {
      const settled = await settledAs(store, claim)
      if (settled) return settled.length > 0 ? fail(settled) : ok([])
      const facts = await parties()
      if (!facts) return fail([{ code: 'STALE' as const }])
      const refusals = partiesObstacles(facts)
      return refusals.length > 0 ? fail(refusals) : authorizeRelations(state, { at: clock.now(), claim, facts })
    },
    beside: () => [carriedOut(claim)],
  })
  return foundBy(result)
}

/** The smaller pair first, whoever comes: so that two acceptances that share pairs never wait for each other. */
const pairsInOrder = (claim: Claim): readonly TenantId[] =>
  askingTenants(claim).toSorted((a, b) => (pairOf(claim.reseller, a) < pairOf(claim.reseller, b) ? -1 : 1))

async function holdPair(deps: RelationDeps, claim: Claim, partner: TenantId, others: Others): Promise<boolean> {
  const customer = claim.reseller
  const reserves = () =>
    reserve(deps.store, 'pair', pairOf(customer, partner), holderOf(customer, partner, claim), async (owner) =>
      owner.startsWith(`customer.${customer}.${partner}.inv.`) ? isUnderWay(deps, owner) : others.named(owner),
    )
  const reserved = await reserves()
  if (reserved.ok) return true
  await others.finish(reserved.owner)
  const again = await reserves()
  // Customer and partner already, or about to be by something else: held for the same purpose.
  return again.ok || again.owner.startsWith(`customer.${customer}.${partner}.`)
}

/** Whether the acceptance that holds a pair of customer and partner is still to be carried out. */
async function isUnderWay(
  { store, invitations }: Pick<RelationDeps, 'store' | 'invitations'>,
  owner: string,
): Promise<boolean> {
  const [, customer, , , provider, id] = owner.split('.')
  const invitation = await invitations.find(provider as TenantId, id ?? '')
  if (invitation?.state !== 'accepting' || invitation.reseller !== customer) return false
  return (await settledAs(store, invitation)) === undefined
}

/** Whether a customer's pair is still stood for: by an acceptance under way, or by the relationship that came of one. */
export async function namesRelation(
  deps: Pick<RelationDeps, 'store' | 'invitations' | 'customers'>,
  owner: string,
): Promise<boolean> {
  const [, customer, partner, kind] = owner.split('.')
  if (kind !== 'inv' || !customer || !partner) return true
  if (await isUnderWay(deps, owner)) return true
  const state = await deps.customers.find(customer as TenantId)
  return state?.relations.some((one) => isActive(one) && one.partner === partner) ?? false
}

/** Gives back what an acceptance of this invitation had reserved, unless it still stands for it. */
export async function releaseRelations(
  deps: Pick<RelationDeps, 'store' | 'invitations' | 'customers'>,
  invitation: Invitation,
  customer: TenantId,
): Promise<void> {
  for (const partner of askingTenants(invitation))
    await release(deps.store, 'pair', pairOf(customer, partner), holderOf(customer, partner, invitation), (owner) =>
      namesRelation(deps, owner),
    )
}

/** What the customer authorizes, as far as it is not so already: one event for all relations, and its agreement (D11). */
export function authorizeRelations(
  state: Customer | undefined,
  { at, claim, facts }: { at: string; claim: Claim; facts: CustomerParties },
): Decision<CustomerEvent> {
  const { by, id: invitation, agreed = false } = claim
  const { tenantId, displayName: name, country } = facts.customer
  const signed = state !== undefined && state.agreement.status !== 'none'
  const { customerAgreementAt: signedAt } = facts.customer
  if (!signed && !agreed && signedAt === undefined) return fail([{ code: 'CUS_MCA' }])
  const relations = relationsOf(facts, at).flatMap((wanted) => {
    const held = state?.relations.find((one) => one.partner === wanted.partner && one.role === wanted.role)
    return held && isActive(held) ? widened(held, wanted) : [wanted]
  })
  return ok<readonly CustomerEvent[]>([
    ...(relations.length > 0 || !state
      ? [
          {
            type: 'RelationsEstablished' as const,
            at,
            by,
            tenantId,
            customer: { name, country },
            invitation,
            relations,
          },
        ]
      : []),
    ...(signed
      ? []
      : [
          signedAt === undefined
            ? { type: 'AgreementSigned' as const, at, by }
            : { type: 'AgreementSigned' as const, at, by: system, signedAt },
        ]),
  ])
}

/** A relationship that stands keeps its date; what was asked for in addition is added to it. */
function widened(held: Relation, wanted: Relation): readonly Relation[] {
  const dap = wanted.dap === 'granted' ? 'granted' : held.dap
  const { through = held.through } = wanted
  if (dap === held.dap && through === held.through) return []
  return [{ ...held, dap, ...(through ? { through } : {}) }]
}

const SOURCES: Record<RelationshipRequest['kind'], RelationSource> = {
  both: 'bothInvitation',
  direct: 'directInvitation',
  provider: 'providerInvitation',
}

/** Of `both`: the reseller administers the account, its provider orders (R82). A single one has what was asked for (D12). */
function relationsOf({ request, owner, through }: CustomerParties, since: string): readonly Relation[] {
  const source = SOURCES[request.kind]
  const of = ({ tenantId, displayName }: Organization) => ({ partner: tenantId, partnerName: displayName })
  const dap = request.includeDap ? 'granted' : 'none'
  if (request.kind !== 'both') return [{ ...of(owner.organization), role: request.kind, dap, source, since }]
  return [
    { ...of(owner.organization), role: 'reseller', dap, source, since, through: request.through.tenantId },
    ...(through
      ? [{ ...of(through.organization), role: 'provider' as const, dap: 'none' as const, source, since }]
      : []),
  ]
}

/** Who would be whose reseller and customer at once. */
const namesOf = ({ customer, owner, through }: CustomerParties, partner: TenantId) => ({
  customer: customer.displayName,
  provider:
    through?.organization.tenantId === partner ? through.organization.displayName : owner.organization.displayName,
})
