import type { TenantId } from '../ids.ts'
import type { Invitation, InvitationState } from '../invitation/invitation.ts'
import type { Invitations } from '../invitation/invitations.ts'
import type { Organizations } from '../organization/organizations.ts'
import type { DocumentStore, Page } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import { nameKey } from '../text.ts'
import type { Partnerships } from './partnerships.ts'

/** One line of a company's partners. Readiness is never repeated here: it is read from the truth when shown. */
export type PartnerEntry = { tenantId: TenantId; name: string; country: string; since: string }

/** One line of a company's invitations, sent or received. */
export type InvitationEntry = {
  provider: TenantId
  providerName: string
  id: string
  email: string
  state: InvitationState
  at: string
  expiresAt?: string
  other?: string
  by: string
}

export type Side = 'provider' | 'reseller'

/** `resellers` of a provider, `providers` of a reseller. */
const partnersOf = (side: Side, tenant: TenantId): string => `lst:${side === 'provider' ? 'rsl' : 'prv'}:${tenant}`
const invitationsOf = (tenant: TenantId): string => `lst:inv:${tenant}`

const NAME_CHARACTERS = 40

/** Sorts before every digit, so that a name stands before the longer ones that begin with it. */
const END = '-'

/** A name as four hexadecimal digits a character: ASCII that sorts and begins as the name does. */
const sortKey = (name: string): string =>
  Array.from({ length: Math.min(nameKey(name).length, NAME_CHARACTERS) }, (_, n) =>
    nameKey(name).charCodeAt(n).toString(16).padStart(4, '0'),
  ).join('')

type Deps = { store: DocumentStore; organizations: Organizations; partnerships: Partnerships; invitations: Invitations }

/** Repeats a partnership in both sides' lists, or takes it off after its end (R42, R47). */
export async function listPartnership(
  { store, organizations, partnerships }: Deps,
  providerId: TenantId,
  resellerId: TenantId,
): Promise<void> {
  // Version before truth: news in between are repeated under the older version and never overtake their own.
  const version = await partnerships.version(providerId, resellerId)
  const [state, provider, reseller] = await Promise.all([
    partnerships.find(providerId, resellerId),
    organizations.find(providerId),
    organizations.find(resellerId),
  ])
  if (!provider || !reseller) return
  const since = state.status === 'active' ? state.since : undefined
  for (const [side, own, other] of [
    ['provider', provider, reseller],
    ['reseller', reseller, provider],
  ] as const) {
    const { tenantId, displayName: name, country } = other
    await project(store, partnersOf(side, own.tenantId), {
      subject: tenantId,
      version,
      ...(since ? { order: `${sortKey(name)}${END}` } : {}),
      body: { tenantId, name, country, since: since ?? '' },
    })
  }
}

/** A page of a company's active partners by name, or of those whose name begins so. */
export const partners = (
  store: DocumentStore,
  side: Side,
  tenant: TenantId,
  { name = '', after, limit }: { name?: string; after?: string; limit: number },
): Promise<Page<PartnerEntry>> =>
  listed(store, partnersOf(side, tenant), { part: sortKey(name), limit, ...(after ? { after } : {}) })

const OPEN: readonly InvitationState[] = ['draft', 'sent', 'opened', 'accepting']

/** Repeats an invitation in the list of the provider, and of the company that opened or answered it. */
export async function listInvitation({ store, invitations }: Deps, provider: TenantId, id: string): Promise<void> {
  const version = await invitations.version(provider, id)
  const invitation = await invitations.find(provider, id)
  if (!invitation) return
  const entry = entryOf(invitation)
  const order = `${OPEN.includes(invitation.state) ? '1' : '2'}~${newestFirst(entry.at)}`
  for (const tenant of new Set([provider, companyOf(invitation)]))
    if (tenant)
      await project(store, invitationsOf(tenant), { subject: `${provider}.${id}`, version, order, body: { ...entry } })
}

/** A page of a company's invitations, the open ones alone or first, the newest on top. */
export const invitationList = (
  store: DocumentStore,
  tenant: TenantId,
  { open, after, limit }: { open: boolean; after?: string; limit: number },
): Promise<Page<InvitationEntry>> =>
  listed(store, invitationsOf(tenant), { part: open ? '1' : '', limit, ...(after ? { after } : {}) })

function entryOf(invitation: Invitation): InvitationEntry {
  const { provider, providerName, id, email, state, createdAt, createdBy } = invitation
  const other =
    'resellerName' in invitation
      ? invitation.resellerName
      : 'openedForName' in invitation
        ? invitation.openedForName
        : undefined
  return {
    provider,
    providerName,
    id,
    email,
    state,
    at: createdAt,
    by: createdBy.kind === 'person' ? createdBy.name : '',
    ...('expiresAt' in invitation ? { expiresAt: invitation.expiresAt } : {}),
    ...(other ? { other } : {}),
  }
}

const companyOf = (invitation: Invitation): TenantId | undefined =>
  'reseller' in invitation ? invitation.reseller : 'openedFor' in invitation ? invitation.openedFor : undefined

const newestFirst = (at: string): string => String(9_999_999_999_999 - Date.parse(at)).padStart(13, '0')
