import { by, type Locale } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Decision } from '../decision.ts'
import { mailOf } from '../enrollment/read-form.ts'
import type { TenantId } from '../ids.ts'
import { readPartners } from '../invitation/customer-parties.ts'
import {
  type Draft,
  type Invitation,
  type InvitationEvent,
  isOpen,
  type RelationshipRequest,
  usualKind,
} from '../invitation/invitation.ts'
import type { Invitations } from '../invitation/invitations.ts'
import { type DraftedInBulk, MOST_IN_BULK, type Sent } from '../invitation/invite.ts'
import { inviteCustomer } from '../invitation/invite-customer.ts'
import { customerApart, inviteePlace } from '../invitation/invitee.ts'
import { knownParties } from '../invitation/known-parties.ts'
import { fail } from '../result.ts'
import { holder, release, reserve } from '../store/reservations.ts'
import { clean } from '../text.ts'
import { type Found, faultsOf, findProvider, missing, type NamingDeps, unfit } from './find-named.ts'
import { idOf } from './rows.ts'
import type { Doer, RowWork } from './run.ts'

/** What the mail of a customer's invitation is written from. */
type Writing = {
  owner: string
  provider: string | undefined
  admin: string
  dap: boolean
  locale: Locale
}

export type InvitationDeps = NamingDeps & {
  invitations: Invitations
  clock: Clock
  /** The text with `{link}` in it; its words are not the domain's. */
  write(asked: Writing): Draft
}

type Row = { email: string; locale: Locale; request: RelationshipRequest }

/** *Invite new customers* (R62), row by row: each is drafted with its personal link, and whoever confirmed sends it. */
export const invitationWork = (deps: InvitationDeps): RowWork => ({
  lane: ([email = '']) => mailOf(email).toLowerCase(),
  async check(cells, doer) {
    const row = await read(deps, cells, doer)
    if (row.is === 'wrong') return row
    const held = await holder(deps.store, 'invitee', placeOf(row.found, doer))
    if (held !== undefined && (await stands(deps, doer.organization.tenantId, held))) return { is: 'already' }
    const decision = await decided(deps, row.found, doer, undefined, { id: 'dry-run', drafted: NOTHING })
    return decision.ok ? { is: 'good' } : { is: 'refused', refusals: decision.error }
  },
  async run(cells, doer, { key, correlationId }) {
    const row = await read(deps, cells, doer)
    if (row.is === 'wrong') return row
    const { tenantId } = doer.organization
    const id = idOf(key)
    const place = placeOf(row.found, doer)
    const reserved = await reserve(deps.store, 'invitee', place, id, (other) => stands(deps, tenantId, other))
    if (!reserved.ok) return { is: 'already' }
    const result = await deps.invitations.executeInBulk(tenantId, id, {
      by: by(doer.actor),
      correlationId,
      decide: (state, drafted) => decided(deps, row.found, doer, state, { id, drafted }),
    })
    if (result.ok) return { is: 'good' }
    await release(deps.store, 'invitee', place, id)
    return { is: 'refused', refusals: result.error }
  },
  async room({ organization }) {
    const { day, dayEnds } = await deps.invitations.draftedInBulk(organization.tenantId)
    return {
      left: Math.max(0, MOST_IN_BULK - day),
      refusal: { code: 'INV_LIMIT', per: 'bulk', most: MOST_IN_BULK, from: dayEnds },
    }
  },
})

/** How the languages of a draft can be called. */
const LANGUAGES: Readonly<Record<Locale, readonly string[]>> = {
  'en-US': ['en', 'en-us', 'english', '英語'],
  'ja-JP': ['ja', 'ja-jp', 'jp', 'japanese', '日本語'],
}

function localeOf(cell: string, own: Locale): Found<Locale> {
  const value = clean(cell).toLowerCase()
  if (value === '') return { is: 'found', found: own }
  const named = (['en-US', 'ja-JP'] as const).find((locale) => LANGUAGES[locale].includes(value))
  return named ? { is: 'found', found: named } : unfit('language', clean(cell))
}

async function read(deps: InvitationDeps, cells: readonly string[], doer: Doer): Promise<Found<Row>> {
  const [address = '', provider = '', language = ''] = cells
  const { actor, organization } = doer
  const kind = usualKind(organization.kind)
  const email = mailOf(address).toLowerCase()
  const given: Found<string> = email === '' ? missing('email') : { is: 'found', found: email }
  const locale = localeOf(language, actor.locale)
  const request = await requestOf(deps, kind, organization.tenantId, provider)
  if (given.is === 'wrong' || locale.is === 'wrong' || request.is === 'wrong')
    return { is: 'wrong', faults: faultsOf(given, request, locale) }
  return { is: 'found', found: { email, locale: locale.found, request: request.found } }
}

/** Delegated admin privileges are asked for as on the form that nobody has changed (D12). */
async function requestOf(
  deps: InvitationDeps,
  kind: RelationshipRequest['kind'],
  own: TenantId,
  provider: string,
): Promise<Found<RelationshipRequest>> {
  if (kind !== 'both') return { is: 'found', found: { kind, includeDap: true } }
  const named = await findProvider(deps, own, provider)
  if (named.is === 'wrong') return named
  const { tenantId } = named.found
  const company = await deps.organizations.find(tenantId)
  const through = { tenantId, name: company?.displayName ?? '' }
  return { is: 'found', found: { kind, through, includeDap: true } }
}

const placeOf = ({ email, request }: Row, { organization }: Doer): string =>
  inviteePlace(organization.tenantId, email, customerApart(request))

async function stands({ invitations }: InvitationDeps, own: TenantId, id: string): Promise<boolean> {
  const held = await invitations.find(own, id)
  return held !== undefined && isOpen(held)
}

/** The decision of a single one, but for the limit. */
async function decided(
  deps: InvitationDeps,
  { email, locale, request }: Row,
  { actor, organization }: Doer,
  state: Invitation | undefined,
  { id, drafted }: { id: string; drafted: DraftedInBulk },
): Promise<Decision<InvitationEvent>> {
  const asks = { provider: organization.tenantId, request }
  const [partners, known] = await Promise.all([readPartners(deps, asks), knownParties(email, asks, deps)])
  if (!partners) return fail([{ code: 'STALE' }])
  const provider = request.kind === 'both' ? request.through.name : undefined
  const asked = { owner: organization.displayName, provider, admin: actor.name, dap: request.includeDap, locale }
  return inviteCustomer(state, {
    actor,
    at: deps.clock.now(),
    id,
    partners,
    email,
    locale,
    draft: deps.write(asked),
    sent: SINGLE,
    drafted,
    known,
  })
}

/** A dry run counts what it finds good itself. */
const NOTHING: DraftedInBulk = { day: 0, dayEnds: '' }
/** Single ones are counted apart. */
const SINGLE: Sent = { hour: 0, day: 0, hourEnds: '', dayEnds: '' }
