import { MOST_FOUND } from '../../cards/drawing/picker.ts'
import { companyResult, invitationResult, partnershipResult } from '../../cards/drawing/search-result.ts'
import { words } from '../../cards/words/words.ts'
import type { TenantId } from '../../domain/ids.ts'
import { mayListInvitations } from '../../domain/invitation/accept.ts'
import { type InvitationEntry, invitationsNamed } from '../../domain/invitation/lists.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Active } from '../../domain/partnership/partnership.ts'
import { permit } from '../../domain/permissions.ts'
import { NO_COMPANY } from '../../domain/questions/sight.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { readiness } from '../../domain/rules/organization.ts'
import { NAME_CHARACTERS } from '../../domain/sort-key.ts'
import { namesFor } from '../../domain/store/names.ts'
import { clean } from '../../domain/text.ts'
import type { House, Turn } from '../capability.ts'
import { companiesLike, newestInvitations, partnersNamed, recentCompanies, sideOf } from '../find-companies.ts'
import type { Inbound, Preview, Reply, Said, SearchCommand } from '../turn.ts'
import { kanaForms } from './kana.ts'
import { seekerOf } from './seeker.ts'

/** Where the button of a posted card leads: the presser's own chat with the bot, with a question that waits to be sent. */
export type OpenChat = (question: string) => string

/**
 * The search of the message extension. Previews show what the asker may see; the card that is then posted is read by
 * everybody there, and carries no more than they may be told. Nothing is written, no look of support either (P50): it is
 * shown names alone, and asks for more.
 */
export async function search(
  { command, text, page }: Extract<Said, { kind: 'search' }>,
  inbound: Inbound,
  house: House,
  openChat: OpenChat,
): Promise<Reply> {
  if (command === undefined) return results([])
  const seeker = await seekerOf(inbound, house)
  if (!seeker) return results([], words(inbound.locale ?? 'en-US', 'UTC').search.unknownPerson)
  const { turn, refusals } = seeker
  const say = turn.words.search
  const [refusal] = [...refusals, ...mayList(command, turn)]
  if (refusal && turn.organization) return results([], turn.words.refusal(refusal))
  if (refusal) return results([], turn.actor.appRoles.length > 0 ? say.companiesOnly : say.notForStaff)
  const found = await LOOK_UPS[command](clean(text), turn, house)
  const shown = await drawn(found.slice(page.skip, page.skip + page.limit), { command, turn, openChat }, house)
  // After the last page there is nothing to say.
  return page.skip > 0 ? results(shown) : results(shown, text === '' ? say.typeAName : say.nothing)
}

const results = (found: readonly Preview[], note?: string): Reply => ({
  kind: 'results',
  results: found,
  ...(note === undefined ? {} : { note }),
})

/** Invitations and partners are listed for those whose they are (P23); support asks about them. */
function mayList(command: SearchCommand, turn: Turn): readonly Refusal[] {
  const { actor, organization } = turn
  if (command === 'search' || command === 'companies') return []
  if (!organization) return [{ code: 'AUTH_ROLE', roles: [] }]
  return command === 'invitations'
    ? mayListInvitations(organization, turn)
    : permit('P23', actor, organization, { read: true })
}

type Found = { kind: 'company' | 'partnership'; tenant: TenantId } | { kind: 'invitation'; entry: InvitationEntry }
type LookUp = (text: string, turn: Turn, house: House) => Promise<readonly Found[]>

/** What one search may lead through, page by page; who looks for more types more. */
const MOST_LOOKED_THROUGH = 3 * MOST_FOUND

const companies: LookUp = async (text, turn, house) => {
  const tenants =
    text === ''
      ? await recentCompanies(turn, house)
      : (await companiesLike(text, await namesFor(house, turn.organization))).map(({ tenantId }) => tenantId)
  return tenants.map((tenant) => ({ kind: 'company', tenant }))
}

const invitations: LookUp = async (text, { organization: own }, house) => {
  if (!own) return []
  if (text === '') return (await newestInvitations(own, house, MOST_LOOKED_THROUGH)).map(asFound)
  const pages = await Promise.all(
    (['open', 'closed'] as const).flatMap((show) =>
      kanaForms(text.slice(0, NAME_CHARACTERS)).map((name) =>
        invitationsNamed(house.store, own.tenantId, { name, show, limit: MOST_LOOKED_THROUGH }),
      ),
    ),
  )
  const found = pages.flatMap(({ items }) => items.map(({ body }) => body))
  return [...new Map(found.map((one) => [`${one.provider} ${one.id}`, one])).values()].map(asFound)
}

const asFound = (entry: InvitationEntry): Found => ({ kind: 'invitation', entry })

const partnerships: LookUp = async (text, turn, house) => {
  const { organization: own } = turn
  if (!own) return []
  const tenants =
    text === ''
      ? await recentCompanies(turn, house)
      : (await partnersNamed(text, own, house)).map(({ tenantId }) => tenantId)
  return tenants.map((tenant) => ({ kind: 'partnership', tenant }))
}

const LOOK_UPS: Record<SearchCommand, LookUp> = {
  companies,
  invitations,
  partnerships,
  /** Before anything is typed, some of each; then companies, and invitations after them. */
  async search(text, turn, house) {
    const mayBoth = mayList('invitations', turn).length === 0
    const [known, invited] = await Promise.all([
      companies(text, turn, house),
      mayBoth ? invitations(text, turn, house) : [],
    ])
    return text === '' && invited.length > 0 ? [...known.slice(0, HALF), ...invited] : [...known, ...invited]
  },
}

const HALF = 8

type Asked = { command: SearchCommand; turn: Turn; openChat: OpenChat }

/** A full page's companies are read whatever was found, so that the work says nothing of what there is. */
async function drawn(
  found: readonly Found[],
  { command, turn, openChat }: Asked,
  house: House,
): Promise<readonly Preview[]> {
  const { words, organization: own } = turn
  const places = command === 'invitations' ? 0 : MOST_FOUND
  const read = await Promise.all(Array.from({ length: places }, (_, n) => standing(found[n], own, house)))
  return found.flatMap((one, n): readonly Preview[] => {
    if (one.kind === 'invitation')
      return [invitationResult({ ...one.entry, isOwn: one.entry.provider === own?.tenantId, openChat }, words)]
    const { company, partnership } = read[n] ?? {}
    if (!company) return []
    if (one.kind === 'partnership')
      return partnership ? [partnershipResult({ company, partnership, openChat }, words)] : []
    // A customer neither enrolls nor signs.
    const ticks = own && company.kind !== 'customer' ? readiness(company) : undefined
    return [companyResult({ company, ...(partnership && { partnership }), ...(ticks && { ticks }), openChat }, words)]
  })
}

type Standing = { company: Organization | undefined; partnership: Active | undefined }

/** A company, and how it stands to the own one; as many reads for no company. */
async function standing(found: Found | undefined, own: Organization | undefined, house: House): Promise<Standing> {
  const other = found && found.kind !== 'invitation' ? found.tenant : NO_COMPANY
  const isProvider = own !== undefined && sideOf(own) === 'provider'
  const [company, partnership] = await Promise.all([
    house.organizations.find(other),
    own && house.partnerships.find(isProvider ? own.tenantId : other, isProvider ? other : own.tenantId),
  ])
  return { company, partnership: partnership?.status === 'active' ? partnership : undefined }
}
