import { MOST_FOUND } from '../cards/drawing/picker.ts'
import type { TenantId } from '../domain/ids.ts'
import { type InvitationEntry, invitationsThat } from '../domain/invitation/lists.ts'
import type { Organization } from '../domain/organization/organization.ts'
import { type PartnerEntry, partners, type Side } from '../domain/partnership/lists.ts'
import { looks } from '../domain/questions/asked.ts'
import { NO_COMPANY } from '../domain/questions/sight.ts'
import { nameParts, searchKey } from '../domain/search-key.ts'
import { NAME_CHARACTERS } from '../domain/sort-key.ts'
import { katakana } from '../domain/sounds.ts'
import { closest, type Named, type Names, namedOf } from '../domain/store/names.ts'
import type { House, Turn } from './capability.ts'
import { kanaForms } from './search/kana.ts'

/** As many companies as one search may lead through, page by page; who looks for more types more. */
const MOST_ALIKE = 50
const MOST_PARTNERS = 3 * MOST_FOUND
const RECENT = 15
const LOOKS = 100

/**
 * Companies that may be meant by what was typed, the likeliest first, mistyped ones too. What is typed alone says how
 * much is read, never what there is.
 */
export async function companiesLike(text: string, names: Names): Promise<readonly Named[]> {
  const { word, rest } = nameParts(text)
  const [mistyped, near] = await Promise.all([names.like(word, rest), inAnyKana(text, names, MOST_ALIKE)])
  return ranked(text, [...near, ...mistyped])
}

/** The same while somebody is still typing: three reads for whatever is typed, and as many for each other kana. */
export const companiesNear = async (text: string, names: Names, limit: number): Promise<readonly Named[]> =>
  ranked(text, await inAnyKana(text, names, limit))

async function inAnyKana(text: string, names: Names, limit: number): Promise<readonly Named[]> {
  const found = await Promise.all(
    kanaForms(text)
      .map(searchKey)
      .flatMap((key) => [names.near(key), names.startingWith(key, { limit }).then(({ items }) => items)]),
  )
  return found.flat()
}

/** What is mistyped counts only where nothing fits as it was typed; kana are compared without their difference. */
function ranked(text: string, all: readonly Named[]): readonly Named[] {
  const known = new Map(all.map((one) => [one.tenantId, one]))
  const alike = [...known.values()].map((one) => ({
    ...one,
    name: katakana(one.name),
    legalName: katakana(one.legalName),
  }))
  const matches = closest(katakana(text), alike)
  const asTyped = matches.filter(({ distance }) => distance === 0)
  return (asTyped.length > 0 ? asTyped : matches).flatMap(({ company }) => known.get(company.tenantId) ?? [])
}

/** The own partners whose names begin so, by name; as many ranges for whatever is found. */
export async function partnersNamed(
  text: string,
  own: Organization,
  { store }: House,
): Promise<readonly PartnerEntry[]> {
  const pages = await Promise.all(
    kanaForms(text.slice(0, NAME_CHARACTERS)).map((name) =>
      partners(store, sideOf(own), own.tenantId, { name, limit: MOST_PARTNERS }),
    ),
  )
  const found = pages.flatMap(({ items }) => items.map(({ body }) => body))
  return [...new Map(found.map((one) => [one.tenantId, one])).values()]
}

/**
 * The companies somebody was last concerned with, the newest first: those that support asked about, and for a partner
 * those of its newest invitations and partnerships. Always the same reads.
 */
export function recentCompanies({ actor, organization }: Turn, house: House): Promise<readonly TenantId[]> {
  return organization ? lastRelated(organization, house) : lastLookedAt(actor, house)
}

async function lastLookedAt(actor: Turn['actor'], { store }: House): Promise<readonly TenantId[]> {
  const { items } = await looks(store, actor, { limit: LOOKS })
  return once(items.flatMap(({ body }) => body.question.companies)).slice(0, RECENT)
}

async function lastRelated(own: Organization, house: House): Promise<readonly TenantId[]> {
  const [invited, listed] = await Promise.all([
    newestInvitations(own, house, RECENT),
    partners(house.store, sideOf(own), own.tenantId, { limit: RECENT }),
  ])
  const others = await Promise.all(
    Array.from({ length: RECENT }, (_, n) => otherSide(own, invited[n], house).then((tenant) => ({ tenant, n }))),
  )
  const recent = others.flatMap(({ tenant, n }) => {
    const entry = invited[n]
    return tenant && entry ? [{ tenant, at: lastMoment(entry) }] : []
  })
  const known = listed.items.map(({ body: { tenantId, since } }) => ({ tenant: tenantId, at: since }))
  const newest = [...recent, ...known].sort((one, other) => (one.at < other.at ? 1 : -1))
  return once(newest.map(({ tenant }) => tenant)).slice(0, RECENT)
}

/** A company's invitations with what happened to them last, the newest first; two reads. */
export async function newestInvitations(
  { tenantId }: Organization,
  { store }: House,
  limit: number,
): Promise<readonly InvitationEntry[]> {
  const pages = await Promise.all(
    (['open', 'closed'] as const).map((show) => invitationsThat(store, tenantId, { show, limit })),
  )
  const entries = pages.flatMap(({ items }) => items.map(({ body }) => body))
  return entries.sort((one, other) => (lastMoment(one) < lastMoment(other) ? 1 : -1)).slice(0, limit)
}

/** The other company of an own invitation, once it is known; one read in any case. */
async function otherSide(
  { tenantId }: Organization,
  entry: InvitationEntry | undefined,
  { invitations }: House,
): Promise<TenantId | undefined> {
  const invitation = await invitations.find(entry?.provider ?? NO_COMPANY, entry?.id ?? 'none')
  if (!invitation) return undefined
  if (invitation.provider !== tenantId) return invitation.provider
  if ('reseller' in invitation) return invitation.reseller
  return 'openedFor' in invitation ? invitation.openedFor : undefined
}

/** Whose partners a company has: a provider's are its resellers. */
export const sideOf = ({ kind }: Pick<Organization, 'kind'>): Side =>
  kind === 'indirectProvider' ? 'provider' : 'reseller'

const lastMoment = ({ at, sentAt, opened, decided }: InvitationEntry): string =>
  decided?.at ?? opened?.at ?? sentAt ?? at

const once = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

/** The companies somebody was last concerned with. */
export async function recentlyKnown(turn: Turn, house: House): Promise<readonly Named[]> {
  const tenants = await recentCompanies(turn, house)
  const found = await Promise.all(
    Array.from({ length: MOST_FOUND }, (_, n) => house.organizations.find(tenants[n] ?? NO_COMPANY)),
  )
  return found.flatMap((organization) => organization ?? []).map(namedOf)
}
