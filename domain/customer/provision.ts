import { type By, system } from '../actor.ts'
import { later } from '../clock.ts'
import type { TenantId } from '../ids.ts'
import { tenantId as asTenant } from '../ids.ts'
import { type CreatedTenant, OutsideRefused, type PartnerCenter } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { ok } from '../result.ts'
import { notResellerOfProvider } from '../rules/customer.ts'
import { release, reserve } from '../store/reservations.ts'
import { type Credential, keepCredential, type Vault } from './credential.ts'
import type { CustomerEvent, OrderLine, Relation } from './customer.ts'
import { freePrefixes } from './domain-prefix.ts'
import {
  type Attempt,
  claimOfDraft,
  type NewCustomer,
  type NewCustomerEvent,
  type Provisioning,
} from './new-customer.ts'
import { type OutsideContext, placed, refusalFor } from './outside-codes.ts'
import { type PairDeps, reserveCustomerPair } from './pairs.ts'
import { placeOrder } from './place-order.ts'

export type ProvisioningDeps = PairDeps & {
  partnerCenter: Pick<PartnerCenter, 'createCustomer' | 'isDomainFree' | 'placeOrder'>
  dataKey: Uint8Array
}

/** Who carries it on: the same name may go on with what it began, anybody else waits until it has had its time. */
export type Carrier = { correlationId: string; worker: string }

/**
 * Carries a submitted new customer to its end (SM7): domain, tenant, credential, pairs, record, order. Every step is
 * idempotent, so that whoever finds it half done, after a crash or a lost reply, goes on; nothing is made or ordered
 * twice. What Partner Center refuses puts it back to the review with the reason.
 * @throws OutsideUnavailable, StoreUnavailable to be carried on later
 */
export async function finishNewCustomer(
  deps: ProvisioningDeps,
  provider: TenantId,
  id: string,
  carrier: Carrier,
): Promise<void> {
  for (let steps = 0; steps < STEPS; steps++) {
    const draft = await deps.newCustomers.find(provider, id)
    if (draft?.state !== 'provisioning') return
    if (!(await step(deps, draft, carrier))) return
  }
}

/** Tenant, record, order. */
const STEPS = 3

/** One stage. @returns whether there is more to do */
async function step(deps: ProvisioningDeps, draft: Provisioning, carrier: Carrier): Promise<boolean> {
  switch (draft.stage) {
    case 'tenant':
      return createTenant(deps, draft, carrier)
    case 'record':
      return recordCustomer(deps, draft, carrier)
    case 'order':
      return orderForIt(deps, draft, carrier)
  }
}

type At<S extends Provisioning['stage']> = Extract<Provisioning, { stage: S }>

async function createTenant(deps: ProvisioningDeps, draft: At<'tenant'>, carrier: Carrier): Promise<boolean> {
  const attempt = await mayAsk(deps, draft, carrier)
  if (!attempt) return false
  const { provider, id, details, keys, reseller } = draft
  const { domainPrefix, companyName, address, contact, agreement } = details
  const domain = await reserve(deps.store, 'domain', domainPrefix, claimOfDraft(provider, id), (owner) =>
    namesDomain(deps, owner, domainPrefix),
  )
  if (!domain.ok) return fails(deps, draft, carrier, await refusedBecause(deps, draft, 'domainTaken'))
  // Whoever was held up so long that another has begun meanwhile does not end the password of that one.
  if (attempt.until <= deps.clock.now()) return false
  let created: CreatedTenant
  try {
    created = await deps.partnerCenter.createCustomer({
      key: keys.tenant,
      provider,
      ...(reseller ? { reseller: reseller.tenantId } : {}),
      companyName,
      domainPrefix,
      country: address.country,
      address,
      contact,
      agreement,
    })
  } catch (fault) {
    if (!(fault instanceof OutsideRefused)) throw fault
    return fails(deps, draft, carrier, await refusedBecause(deps, draft, fault.reason))
  }
  const { customer, adminUserName, temporaryPassword } = created
  const submitter = submitterOf(draft.submittedBy)
  if (submitter)
    await keepCredential(vaultOf(deps), {
      customer,
      submitter,
      adminUserName,
      temporaryPassword,
      attempt: attempt.number,
    })
  await advance(deps, provider, id, carrier, (now) =>
    isAt(now, 'tenant') && now.keys.tenant === keys.tenant && now.attempt?.number === attempt.number
      ? [{ type: 'CustomerTenantCreated', at: deps.clock.now(), customer, adminUserName }]
      : [],
  )
  return true
}

/** Each asking ends the password that the one before brought, so only one asks at a time, and each has a number. */
async function mayAsk(
  deps: ProvisioningDeps,
  { provider, id }: Provisioning,
  carrier: Carrier,
): Promise<Attempt | undefined> {
  const { worker } = carrier
  let mine: Attempt | undefined
  await advance(deps, provider, id, carrier, (now) => {
    const at = deps.clock.now()
    const open = isAt(now, 'tenant') && (!now.attempt || now.attempt.worker === worker || now.attempt.until <= at)
    mine = open ? { worker, until: later(at, ATTEMPT_MS), number: (now.attempt?.number ?? 0) + 1 } : undefined
    return mine ? [{ type: 'CustomerTenantRequested', at, attempt: mine }] : []
  })
  return mine
}

/** Longer than the answers of everybody who is asked in between may take. */
const ATTEMPT_MS = 60_000

/** The customer is recorded with its relationships and its first order in one batch, once both pairs are reserved (R55, R106). */
async function recordCustomer(deps: ProvisioningDeps, draft: At<'record'>, carrier: Carrier): Promise<boolean> {
  const { provider, id, customer } = draft
  const { correlationId } = carrier
  const relations = relationsOf(draft, deps.clock.now())
  for (const { partner } of relations) {
    const reserved = { customer, partner, claim: claimOfDraft(provider, id) }
    if (await reserveCustomerPair(deps, reserved, correlationId)) continue
    const names = { customer: draft.details.companyName, provider: draft.providerName }
    return fails(deps, draft, carrier, notResellerOfProvider.check({ isReseller: true, ...names }))
  }
  await deps.customers.execute(customer, {
    by: draft.submittedBy,
    correlationId,
    decide: (state) => ok(state?.domain ? [] : recorded(draft, relations, deps.clock.now())),
  })
  await advance(deps, provider, id, carrier, (now) =>
    isAt(now, 'record') ? [{ type: 'CustomerRecorded', at: deps.clock.now() }] : [],
  )
  return true
}

function recorded(draft: At<'record'>, relations: readonly Relation[], at: string): readonly CustomerEvent[] {
  const { id, provider, customer, details, lines, keys, reseller, submittedBy: by, submittedAt, bulk } = draft
  const job = bulk === undefined ? {} : { bulk }
  const { companyName: name, domainPrefix, address, contact, registrationId, agreement } = details
  const mpnId = lines.find((line) => line.resellerMpnId && isOf(line, reseller))?.resellerMpnId
  return [
    {
      type: 'CustomerCreated',
      at,
      by,
      tenantId: customer,
      name,
      country: address.country,
      domain: `${domainPrefix}.onmicrosoft.com`,
      billing: { email: contact.email, address, ...(registrationId ? { registrationId } : {}) },
      agreement: { status: 'attested', at: submittedAt, by, ...agreement },
      relations,
      ...job,
    },
    {
      type: 'OrderSubmitted',
      at,
      by,
      order: {
        id,
        key: keys.order,
        state: 'submitted',
        owner: provider,
        lines,
        ...(reseller && mpnId ? { reseller: { ...reseller, mpnId } } : {}),
        draft: id,
        submittedBy: by,
        submittedAt: at,
        ...job,
      },
    },
  ]
}

/** Credited to the account's reseller; a line that names nobody itself is. */
const isOf = ({ reseller }: OrderLine, account: Provisioning['reseller']): boolean =>
  reseller === undefined || reseller.tenantId === account?.tenantId

/** The provider, or the direct-bill partner, may order; the reseller has admin access to the whole account (R55). */
function relationsOf({ provider, providerName, reseller, direct }: Provisioning, since: string): readonly Relation[] {
  const made = { dap: 'granted', source: 'createdByProvider', since } as const
  return [
    { partner: provider, partnerName: providerName, role: direct ? 'direct' : 'provider', ...made },
    ...(reseller
      ? [
          {
            partner: reseller.tenantId,
            partnerName: reseller.name,
            role: 'reseller' as const,
            through: provider,
            ...made,
          },
        ]
      : []),
  ]
}

async function orderForIt(deps: ProvisioningDeps, draft: At<'order'>, carrier: Carrier): Promise<boolean> {
  const { provider, id, customer } = draft
  await placeOrder(deps, customer, id, carrier.correlationId)
  const order = (await deps.customers.find(customer))?.orders.find((one) => one.id === id)
  if (order?.state === 'submitted') return false
  const orderFailure = order?.failure
  await advance(deps, provider, id, carrier, (now) =>
    isAt(now, 'order')
      ? [{ type: 'NewCustomerDone', at: deps.clock.now(), ...(orderFailure ? { orderFailure } : {}) }]
      : [],
  )
  return false
}

/** Back to the review; the domain is given back by the outbox. */
async function fails(
  deps: ProvisioningDeps,
  draft: Provisioning,
  carrier: Carrier,
  refusals: readonly Refusal[],
): Promise<false> {
  const { provider, id, keys } = draft
  await advance(deps, provider, id, carrier, (now) =>
    isAt(now, draft.stage) && now.keys.tenant === keys.tenant
      ? [{ type: 'NewCustomerFailed', at: deps.clock.now(), refusals }]
      : [],
  )
  return false
}

/** Partner Center's reason in our words, with free domains like the one that was taken. */
async function refusedBecause(
  deps: ProvisioningDeps,
  { provider, details, reseller }: Provisioning,
  reason: string,
): Promise<readonly Refusal[]> {
  const { domainPrefix: prefix, companyName: name } = details
  const { country } = details.address
  const [organization, company, suggestions] = await Promise.all([
    deps.organizations.find(provider),
    reseller ? deps.organizations.find(reseller.tenantId) : undefined,
    reason === 'domainTaken' ? freePrefixes(deps.partnerCenter, prefix, country) : [],
  ])
  const context: OutsideContext = {
    provider: placed({ name: organization?.displayName ?? '', country: organization?.country ?? country }),
    customer: placed({ name, country }),
    ...(company ? { reseller: placed({ name: company.displayName, country: company.country }) } : {}),
    domain: { prefix, suggestions },
  }
  return [refusalFor(reason, context)]
}

/** Gives a domain back that a new customer does not stand for any more. */
export const releaseDomain = (
  deps: Pick<ProvisioningDeps, 'store' | 'newCustomers'>,
  { provider, id, prefix }: { provider: TenantId; id: string; prefix: string },
): Promise<void> =>
  release(deps.store, 'domain', prefix, claimOfDraft(provider, id), (owner) => namesDomain(deps, owner, prefix))

/** A submitted new customer names its domain for good; one that is back at the review reserves it anew. */
async function namesDomain(
  { newCustomers }: Pick<ProvisioningDeps, 'newCustomers'>,
  owner: string,
  prefix: string,
): Promise<boolean> {
  const [kind, provider, id] = owner.split('.')
  if (kind !== 'new' || !provider || !id) return true
  const draft = await newCustomers.find(asTenant(provider), id)
  const stands = draft?.state === 'provisioning' || draft?.state === 'active'
  return stands && draft.details.domainPrefix === prefix
}

const advance = (
  { newCustomers }: ProvisioningDeps,
  provider: TenantId,
  id: string,
  { correlationId }: Carrier,
  events: (now: NewCustomer | undefined) => readonly NewCustomerEvent[],
) => newCustomers.execute(provider, id, { by: system, correlationId, decide: (now) => ok(events(now)) })

const isAt = <S extends Provisioning['stage']>(draft: NewCustomer | undefined, stage: S): draft is At<S> =>
  draft?.state === 'provisioning' && draft.stage === stage

const vaultOf = ({ store, clock, dataKey }: ProvisioningDeps): Vault => ({ store, clock, dataKey })

const submitterOf = (by: By): Credential['submitter'] | undefined =>
  by.kind === 'person' ? { tenantId: by.tenantId, userId: by.userId } : undefined
