import { PAGE, type Place } from '../../cards/drawing/list.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { listOfInvitations } from '../../cards/partnership/invitations.ts'
import { partnersCard } from '../../cards/partnership/partners.ts'
import { providersDirectoryCard } from '../../cards/partnership/providers-directory.ts'
import type { TenantId } from '../../domain/ids.ts'
import { mayListInvitations } from '../../domain/invitation/accept.ts'
import { CUSTOMER_KINDS } from '../../domain/invitation/invitation.ts'
import { invitationsNamed, invitationsThat } from '../../domain/invitation/lists.ts'
import { mayAsk } from '../../domain/invitation/may-ask.ts'
import { FACETS } from '../../domain/organization/organization.ts'
import { partners, type Side, type Ticks } from '../../domain/partnership/lists.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { regionOf } from '../../domain/regions.ts'
import { readiness } from '../../domain/rules/organization.ts'
import { guard } from '../../domain/rules/rule.ts'
import { NAME_CHARACTERS } from '../../domain/sort-key.ts'
import { clean } from '../../domain/text.ts'
import type { Capability, CompanyCapability, CompanyTurn, House } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

/** *Indirect resellers* of a provider: by name, with the ticks of R33. */
export const resellers: CompanyCapability<'resellers'> = (asked, turn, house) => list('provider', asked, turn, house)

/** *Indirect providers* of a reseller. */
export const providers: CompanyCapability<'providers'> = (asked, turn, house) => list('reseller', asked, turn, house)

/** As many providers can be chosen from. */
const MOST_PROVIDERS = 40

/** The providers of a reseller by name, to choose one from. */
export async function ownProviders(
  { tenantId: own }: CompanyTurn['organization'],
  { store }: House,
): Promise<readonly { tenantId: TenantId; name: string }[]> {
  const { items } = await partners(store, 'reseller', own, { limit: MOST_PROVIDERS })
  return items.map(({ body: { tenantId, name } }) => ({ tenantId, name }))
}

async function list(
  side: Side,
  { name: typed, pick, ...at }: { name: string; pick?: string | undefined } & Asked,
  turn: CompanyTurn,
  house: House,
): Promise<Card> {
  const { organization, actor, words } = turn
  const name = sought(pick || typed)
  const refusals = guard(sideOf(organization.kind, side), permit('P23', actor, organization, { read: true }))
  if (refusals.length > 0) return refused(refusals, turn, house)
  const page = await partners(house.store, side, organization.tenantId, { name, ...limits(at) })
  const rows = await Promise.all(
    page.items.map(async ({ body: { tenantId: tenant, name: partner, country, since, ticks } }) => ({
      tenant,
      name: partner,
      country,
      since,
      ticks: ticks ?? (await ticksOf(tenant, house)),
    })),
  )
  const mayAddCustomer = side === 'provider' && permit('P27', actor, organization).length === 0
  const mayInvite = side === 'provider' && permit('P20', actor, organization).length === 0
  return partnersCard(
    { side, company: organization.displayName, rows, name, mayInvite, mayAddCustomer, ...placeOf(at, page.next) },
    words,
  )
}

const ticksOf = async (tenant: TenantId, { organizations }: House): Promise<Ticks> => {
  const partner = await organizations.find(tenant)
  return partner ? readiness(partner) : []
}

/** What a list was asked for: the page after an entry, and how many rows came before it. */
type Asked = { after?: string | undefined; from?: number | undefined }

const limits = ({ after }: Asked) => ({ limit: PAGE, ...(after ? { after } : {}) })

const placeOf = ({ after, from }: Asked, next: string | undefined): Place => ({
  ...(after === undefined ? { from: 0 } : from === undefined ? {} : { from }),
  ...(next === undefined ? {} : { next }),
})

/** What a list is searched by: more of it than tells names apart is not carried along. */
export const sought = (typed: string): string => [...clean(typed)].slice(0, NAME_CHARACTERS).join('')

/** Which kinds have such a list at all (F41: kind before role). */
const sideOf = (kind: CompanyTurn['organization']['kind'], side: Side): readonly Refusal[] => {
  const kinds = side === 'provider' ? (['indirectProvider'] as const) : (['indirectReseller', 'both'] as const)
  return kinds.some((one) => one === kind) ? [] : [{ code: 'AUTH_ORG_KIND', kinds, kind }]
}

/** What was sent, or received: state, dates, who (R40); of one mail address or company where a name is given. */
export const invitations: CompanyCapability<'invitations'> = async ({ show, name: typed, ...at }, turn, house) => {
  const { organization, words } = turn
  const refusals = mayListInvitations(organization, turn)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const { kind, tenantId, displayName: company } = organization
  const name = sought(typed)
  const page =
    name === ''
      ? await invitationsThat(house.store, tenantId, { show, ...limits(at) })
      : await invitationsNamed(house.store, tenantId, { name, show, ...limits(at) })
  const rows = page.items.map(({ body }) => body)
  const side = kind === 'indirectProvider' ? 'provider' : 'reseller'
  const may = {
    partners: mayAsk('partnership', organization, turn).length === 0,
    customers: CUSTOMER_KINDS.some((one) => mayAsk(one, organization, turn).length === 0),
  }
  return listOfInvitations({ side, company, own: tenantId, may, rows, show, name, ...placeOf(at, page.next) }, words)
}

/** The official providers of the company's region with their facets and contact; there is nothing to apply for (R52). */
export const findProvider: Capability<'find-provider'> = async ({ facets: ticked, ...at }, turn, house) => {
  const { organization, words } = turn
  if (!organization) return homeOf(turn, house)
  const region = regionOf(organization.country)
  if (region === undefined) return refused([{ code: 'REGION_UNKNOWN', country: organization.country }], turn, house)
  const facets = FACETS.filter((one) => ticked.split(',').includes(one))
  const all = (await house.partnerCenter.providers(region)).filter(
    ({ tenantId, services }) => tenantId !== organization.tenantId && facets.every((one) => services.includes(one)),
  )
  const before = at.after === undefined ? 0 : all.findIndex(({ tenantId }) => tenantId === at.after) + 1
  const rows = all.slice(before, before + PAGE)
  const next = before + PAGE < all.length ? rows.at(-1)?.tenantId : undefined
  return providersDirectoryCard({ region, rows, facets, ...placeOf({ ...at, from: before }, next) }, words)
}
