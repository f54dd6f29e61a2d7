import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import { END, newestFirst, sortKey } from '../sort-key.ts'
import { type Doc, type DocumentStore, type Page, prefix } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { CustomerKind, Invitation, InvitationState, Opening } from './invitation.ts'
import type { Invitations } from './invitations.ts'

/** One line of a company's invitations, sent or received. */
export type InvitationEntry = {
  provider: TenantId
  providerName: string
  id: string
  email: string
  /** Of a customer's invitation; any other is for a partnership. */
  kind?: CustomerKind
  /** Of `both`: the provider in whose name the reseller invites as well. */
  through?: string
  state: InvitationState
  at: string
  expiresAt?: string
  other?: string
  by: string
  sentAt?: string
  /** Renewed, and the new link is not sent: for the requester alone. */
  toSend?: true
  opened?: { at: string; by: string }
  /** Accepted, declined, revoked, or over by itself (nobody). */
  decided?: { at: string; by: string }
}

/** Everything that a company sent or took part in. */
export const invitationsOf = (tenant: TenantId): string => `lst:inv:${tenant}`
const invitationNamesOf = (tenant: TenantId): string => `lst:ivn:${tenant}`

type Deps = { store: DocumentStore; invitations: Invitations }

/** Nobody has answered these yet. */
export const OPEN: readonly InvitationState[] = ['draft', 'sent', 'opened', 'accepting']

/** Repeats an invitation in the list of the provider, and of every company that opened or answered it. */
export async function listInvitation({ store, invitations }: Deps, provider: TenantId, id: string): Promise<void> {
  const version = await invitations.version(provider, id)
  const invitation = await invitations.find(provider, id)
  if (!invitation) return
  for (const tenant of new Set([provider, ...openersOf(invitation), ...answererOf(invitation)])) {
    const entry = entryOf(invitation, tenant)
    const order = `${OPEN.includes(entry.state) ? '1' : '2'}~${newestFirst(entry.at)}`
    await project(store, invitationsOf(tenant), { subject: `${provider}.${id}`, version, order, body: { ...entry } })
    await listInvitationNames(store, tenant, entry, version)
  }
}

/** A page of a company's invitations, the open ones alone or first, the newest on top. */
export const invitationList = (
  store: DocumentStore,
  tenant: TenantId,
  { open, after, limit }: { open: boolean; after?: string; limit: number },
): Promise<Page<InvitationEntry>> =>
  listed(store, invitationsOf(tenant), { part: open ? '1' : '', limit, ...(after ? { after } : {}) })

/** Which invitations are shown: `closed` are those that nobody can answer any more. */
export type InvitationFilter = 'open' | 'closed' | 'all'

const STANDS: Record<InvitationFilter, string> = { open: '1', closed: '2', all: '' }

/** A page of a company's invitations, the newest on top, open ones before closed ones. */
export const invitationsThat = (
  store: DocumentStore,
  tenant: TenantId,
  { show, after, limit }: { show: InvitationFilter; after?: string; limit: number },
): Promise<Page<InvitationEntry>> =>
  listed(store, invitationsOf(tenant), { part: STANDS[show], limit, ...(after ? { after } : {}) })

/**
 * A page of those whose mail address, or other company, begins so: open ones first, by name. A list of its own carries
 * each invitation under both names, so that a search reads what it shows however long the list is.
 */
export async function invitationsNamed(
  store: DocumentStore,
  tenant: TenantId,
  { name, show, after, limit }: { name: string; show: InvitationFilter; after?: string; limit: number },
): Promise<Page<InvitationEntry>> {
  const sought = sortKey(name)
  const items: Doc<InvitationEntry>[] = []
  let last = after
  for (const stands of show === 'all' ? ['1', '2'] : [STANDS[show]]) {
    const part = `${stands}~${sought}`
    // A page of the closed ones goes on among the closed ones.
    if (last !== undefined && last > prefix(`st:${part}`).to) continue
    let from = last !== undefined && last >= `st:${part}` ? last : undefined
    for (let reads = 0; reads < MOST_READS; reads++) {
      const page = await listed<InvitationEntry & { under: 'mail' | 'company' }>(store, invitationNamesOf(tenant), {
        part,
        limit: limit * 2,
        ...(from ? { after: from } : {}),
      })
      for (const one of page.items) {
        last = one.id
        // Found under its mail address as well: there it is shown.
        if (one.body.under === 'company' && sortKey(one.body.email).startsWith(sought)) continue
        items.push(one)
        if (items.length > limit) return { items: items.slice(0, limit), next: items[limit - 1]?.id as string }
      }
      from = page.next
      if (!from) break
    }
    if (from) return { items, next: from }
  }
  return { items }
}

/** A page is read in at most so many pieces: fewer rows come, with the way on, where most were found twice. */
const MOST_READS = 10

/** Repeats an invitation under the names it is looked for by. */
async function listInvitationNames(
  store: DocumentStore,
  tenant: TenantId,
  entry: InvitationEntry,
  version: number,
): Promise<void> {
  const stands = OPEN.includes(entry.state) ? '1' : '2'
  const company = tenant === entry.provider ? entry.other : entry.providerName
  for (const [under, name] of [
    ['mail', entry.email],
    ['company', company],
  ] as const)
    await project(store, invitationNamesOf(tenant), {
      subject: `${entry.provider}.${entry.id}.${under}`,
      version,
      ...(name ? { order: `${stands}~${sortKey(name)}${END}` } : {}),
      body: { ...entry, under },
    })
}

/** The companies that opened an invitation. */
export const openersOf = (invitation: Invitation): readonly TenantId[] =>
  openingsOf(invitation).map(({ tenant }) => tenant)

/** Each company that opened an invitation, the first first. */
export function openingsOf(invitation: Invitation): readonly Opening[] {
  const { openings = [] } = invitation
  if (openings.length > 0 || !('openedFor' in invitation)) return openings
  const { openedAt: at, openedBy: by, openedFor: tenant, openedForName: company } = invitation
  return [{ at, by, tenant, company }]
}

export const answererOf = (invitation: Invitation): readonly TenantId[] =>
  'reseller' in invitation ? [invitation.reseller] : []

/** The line for one company: of the others that opened or answered, only the provider reads. */
export function entryOf(invitation: Invitation, viewer: TenantId): InvitationEntry {
  const { provider, providerName, id, email, createdAt, createdBy } = invitation
  const isTheirs = viewer === provider || !('reseller' in invitation) || invitation.reseller === viewer
  const opened = viewer === provider ? seenByProvider(invitation) : openingsOf(invitation).find(isOf(viewer))
  const other = 'resellerName' in invitation ? invitation.resellerName : opened?.company
  return {
    provider,
    providerName,
    id,
    email,
    ...(invitation.request ? { kind: invitation.request.kind } : {}),
    ...(invitation.request?.kind === 'both' ? { through: invitation.request.through.name } : {}),
    state: isTheirs ? invitation.state : invitation.state === 'accepting' ? 'opened' : 'superseded',
    at: createdAt,
    by: nameOf(createdBy),
    ...('expiresAt' in invitation ? { expiresAt: invitation.expiresAt } : {}),
    ...(viewer === provider && other ? { other } : {}),
    ...(viewer === provider && invitation.state === 'sent' && invitation.toSend
      ? { toSend: true as const }
      : 'sentAt' in invitation && invitation.sentAt
        ? { sentAt: invitation.sentAt }
        : {}),
    ...(opened ? { opened: { at: opened.at, by: nameOf(opened.by) } } : {}),
    ...('at' in invitation && invitation.state !== 'accepting'
      ? { decided: { at: invitation.at, by: isTheirs && 'by' in invitation ? nameOf(invitation.by) : '' } }
      : {}),
  }
}

const isOf =
  (viewer: TenantId) =>
  ({ tenant }: Opening): boolean =>
    tenant === viewer

/** Whoever opened the present link, or the last one before the end; a renewed link has been opened by nobody yet. */
function seenByProvider(invitation: Invitation): Opening | undefined {
  if (invitation.state === 'draft' || invitation.state === 'sent') return undefined
  const openings = openingsOf(invitation)
  if ('reseller' in invitation) return openings.find(isOf(invitation.reseller)) ?? openings.at(-1)
  return 'openedFor' in invitation ? openings.find(isOf(invitation.openedFor)) : openings.at(-1)
}

const nameOf = (by: By): string => (by.kind === 'person' ? by.name : '')
