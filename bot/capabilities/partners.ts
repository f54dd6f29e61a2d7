import { listOfInvitations } from '../../cards/invitations.ts'
import { partnersCard } from '../../cards/partners.ts'
import { providersDirectoryCard } from '../../cards/providers-directory.ts'
import type { Card } from '../../cards/render.ts'
import { invitationList, partners, type Side } from '../../domain/partnership/lists.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { regionOf } from '../../domain/regions.ts'
import { readiness } from '../../domain/rules/organization.ts'
import { guard } from '../../domain/rules/rule.ts'
import { clean } from '../../domain/text.ts'
import type { Capability, CompanyCapability, CompanyTurn, House } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

const PAGE = 10
/** No company has a longer one; a search for more finds nothing and is not carried along. */
const LONGEST_NAME = 100

/** *Indirect resellers* of a provider: by name, with the ticks of R33 read from each one's own truth. */
export const resellers: CompanyCapability<'resellers'> = (asked, turn, house) => list('provider', asked, turn, house)

/** *Indirect providers* of a reseller. */
export const providers: CompanyCapability<'providers'> = (asked, turn, house) => list('reseller', asked, turn, house)

async function list(
  side: Side,
  { name: typed, after }: { name: string; after?: string | undefined },
  turn: CompanyTurn,
  house: House,
): Promise<Card> {
  const { organization, actor, words } = turn
  const name = clean(typed).slice(0, LONGEST_NAME)
  const refusals = guard(sideOf(organization.kind, side), permit('P23', actor, organization, { read: true }))
  if (refusals.length > 0) return refused(refusals, turn, house)
  const page = await partners(house.store, side, organization.tenantId, {
    name,
    limit: PAGE,
    ...(after ? { after } : {}),
  })
  const rows = await Promise.all(
    page.items.map(async ({ body: { tenantId, name: partner, country, since } }) => {
      const other = await house.organizations.find(tenantId)
      return { tenant: tenantId, name: partner, country, since, ticks: other ? readiness(other) : [] }
    }),
  )
  const mayInvite = side === 'provider' && permit('P20', actor, organization).length === 0
  return partnersCard(
    { side, company: organization.displayName, rows, name, mayInvite, ...(page.next ? { next: page.next } : {}) },
    words,
  )
}

/** Which kinds have such a list at all (F41: kind before role). */
const sideOf = (kind: CompanyTurn['organization']['kind'], side: Side): readonly Refusal[] => {
  const kinds = side === 'provider' ? (['indirectProvider'] as const) : (['indirectReseller', 'both'] as const)
  return kinds.some((one) => one === kind) ? [] : [{ code: 'AUTH_ORG_KIND', kinds, kind }]
}

/** What was sent, or received: state, dates, who (R40). */
export const invitations: CompanyCapability<'invitations'> = async ({ show, after }, turn, house) => {
  const { organization, actor, words } = turn
  const refusals = permit('P23', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const side = organization.kind === 'indirectProvider' ? 'provider' : 'reseller'
  const page = await invitationList(house.store, organization.tenantId, {
    open: show === 'open',
    limit: PAGE,
    ...(after ? { after } : {}),
  })
  const rows = page.items.map(({ body }) => body)
  return listOfInvitations(
    { side, company: organization.displayName, rows, show, ...(page.next ? { next: page.next } : {}) },
    words,
  )
}

/** The official providers of the company's region with their facets and contact; there is nothing to apply for (R52). */
export const findProvider: Capability<'find-provider'> = async ({ after }, turn, house) => {
  const { organization, words } = turn
  if (!organization) return homeOf(turn, house)
  const region = regionOf(organization.country)
  if (region === undefined) return refused([{ code: 'REGION_UNKNOWN', country: organization.country }], turn, house)
  const all = (await house.partnerCenter.providers(region)).filter(({ tenantId }) => tenantId !== organization.tenantId)
  const from = after === undefined ? 0 : all.findIndex(({ tenantId }) => tenantId === after) + 1
  const rows = all.slice(from, from + PAGE)
  const last = rows.at(-1)
  return providersDirectoryCard(
    { region, rows, ...(last && from + PAGE < all.length ? { next: last.tenantId } : {}) },
    words,
  )
}
