import { customersCard } from '../../cards/customer/customers.ts'
import { PAGE } from '../../cards/drawing/list.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { ownPartnersCard } from '../../cards/partnership/own-partners.ts'
import { customersBy, sharedCustomers } from '../../domain/customer/lists.ts'
import { dropDap } from '../../domain/customer/relation.ts'
import { seenBy } from '../../domain/customer/seen.ts'
import { addingOperation } from '../../domain/customer/start.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { partners, type Side } from '../../domain/partnership/lists.ts'
import { permit } from '../../domain/permissions.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { change } from '../seen-customer.ts'
import { providers, resellers, sought } from './partners.ts'

const MOST_PARTNERS = 30

/** *Customers*, direct and indirect (R77); with a partner, those that both serve (R61, R98). */
export const customers: CompanyCapability<'customers'> = async ({ name: typed, partner, ...at }, turn, house) => {
  const { organization, actor, words } = turn
  if (organization.kind === 'customer') return drawOwn(turn, house)
  const refusals = permit('P34', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const own = organization.tenantId
  const side = sideOf(organization)
  const name = sought(typed)
  const page = { name, limit: PAGE, ...(at.after ? { after: at.after } : {}) }
  const [filter, known] = await Promise.all([
    partner && side ? partnerOf(partner, side, own, house) : undefined,
    side ? partners(house.store, side, own, { limit: MOST_PARTNERS }) : undefined,
  ])
  if (partner && !filter) return notFound(partner, turn, house)
  const found = filter
    ? await (side === 'provider'
        ? sharedCustomers(house.store, own, filter.tenantId, page)
        : sharedCustomers(house.store, filter.tenantId, own, page))
    : await customersBy(house.store, own, page)
  const rows = found.items.map(({ body }) =>
    filter ? { ...body, other: { tenantId: filter.tenantId, name: filter.name } } : body,
  )
  return customersCard(
    {
      side,
      company: organization.displayName,
      rows,
      name,
      partners: known?.items.map(({ body: { tenantId, name: known } }) => ({ tenantId, name: known })) ?? [],
      morePartners: known?.next !== undefined,
      ...(filter ? { partner: filter } : {}),
      mayAdd: permit(addingOperation(organization), actor, organization).length === 0,
      ...(at.after === undefined ? { from: 0 } : at.from === undefined ? {} : { from: at.from }),
      ...(found.next === undefined ? {} : { next: found.next }),
    },
    words,
  )
}

const sideOf = ({ kind }: Organization): Side | undefined =>
  kind === 'indirectProvider' ? 'provider' : kind === 'directBill' ? undefined : 'reseller'

/** A partner now or before: customers stay when a partnership ends (R44). */
async function partnerOf(partner: TenantId, side: Side, own: TenantId, { partnerships, organizations }: House) {
  const [partnership, company] = await Promise.all([
    side === 'provider' ? partnerships.find(own, partner) : partnerships.find(partner, own),
    organizations.find(partner),
  ])
  if (!company || partnership.status === 'none') return undefined
  return { tenantId: partner, name: company.displayName, ended: partnership.status !== 'active' }
}

/** Who works for the own company as a customer; a partner means those that it works with. */
export const ownPartners: CompanyCapability<'own-partners'> = (_, turn, house) => {
  const { kind } = turn.organization
  if (kind === 'indirectProvider') return resellers({ name: '' }, turn, house)
  if (kind === 'indirectReseller' || kind === 'both') return providers({ name: '' }, turn, house)
  return drawOwn(turn, house)
}

/** The customer takes delegated admin privileges away; everything else stays (D13). */
export const dropAdminAccess: CompanyCapability<'drop-admin-access'> = async ({ op, partner }, turn, house) => {
  const own = turn.organization.tenantId
  const result = await change(own, op, turn, house, (state) => dropDap(state, { ...given(turn), partner }))
  if (!result.ok) return refused(result.error, turn, house)
  const name = result.value.state.customer?.relations.find((one) => one.partner === partner)?.partnerName ?? ''
  return drawOwn(turn, house, turn.words.customers.own.dropped(name))
}

async function drawOwn({ organization, actor, words }: CompanyTurn, house: House, note?: string): Promise<Card> {
  const seen = seenBy(await house.customers.find(organization.tenantId), organization.tenantId)
  const mayDrop = actor.roles.includes('GA')
  return ownPartnersCard(
    { company: organization.displayName, seen, mayDrop, ...(note === undefined ? {} : { note }) },
    words,
  )
}
