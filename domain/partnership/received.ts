import type { TenantId } from '../ids.ts'
import type { Invitations } from '../invitation/invitations.ts'
import { companyOfMail } from '../invitation/invited-company.ts'
import { answererOf, entryOf, type InvitationEntry, invitationsOf, OPEN, openersOf } from '../invitation/lists.ts'
import type { Directory } from '../ports.ts'
import { newestFirst } from '../sort-key.ts'
import type { DocumentStore, Page } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { Side } from './lists.ts'

const invitationsBetween = (provider: TenantId, reseller: TenantId): string => `lst:pin:${provider}~${reseller}`
const invitationsTo = (reseller: TenantId): string => `lst:rin:${reseller}`

type Deps = { store: DocumentStore; invitations: Invitations; directory: Pick<Directory, 'lookUp'> }

/**
 * Repeats an invitation under the two companies that it is between, and for the invited one, as soon as that is known: it
 * opened or answered it, or has verified the domain of the address. Each line says what the invited company may know.
 */
export async function listPairInvitations(
  { store, invitations, directory }: Deps,
  provider: TenantId,
  id: string,
): Promise<void> {
  const version = await invitations.version(provider, id)
  const invitation = await invitations.find(provider, id)
  if (!invitation) return
  const owner = (await companyOfMail({ directory }, invitation.email))?.tenantId
  const invited = new Set([...openersOf(invitation), ...answererOf(invitation), ...(owner ? [owner] : [])])
  invited.delete(provider)
  for (const reseller of invited) {
    const body = entryOf(invitation, reseller)
    const order = `${rankOf(body)}~${newestFirst(body.at)}`
    for (const list of [invitationsBetween(provider, reseller), invitationsTo(reseller)])
      await project(store, list, { subject: `${provider}.${id}`, version, order, body: { ...body } })
  }
}

/** What was sent stands before what the invited company may not know of, what is open before what is over. */
function rankOf({ state, sentAt }: InvitationEntry): string {
  if (sentAt === undefined) return OPEN.includes(state) ? '3' : '4'
  return OPEN.includes(state) ? '1' : '2'
}

/** The invitations between two companies as far as that is known, by one range: sent and open, sent and over, drafts. */
export const pairInvitations = (
  store: DocumentStore,
  provider: TenantId,
  reseller: TenantId,
  { limit }: { limit: number },
): Promise<Page<InvitationEntry>> => listed(store, invitationsBetween(provider, reseller), { limit })

/** A page of the open invitations that a company sent, or that were sent to it; `before` keeps to those drafted until then. */
export const pendingInvitations = (
  store: DocumentStore,
  { side, tenant }: { side: Side; tenant: TenantId },
  { before, after, limit }: { before?: string | undefined; after?: string | undefined; limit: number },
): Promise<Page<InvitationEntry>> => {
  const from = after ?? (before === undefined ? undefined : `st:1~${newestFirst(before)}`)
  const list = side === 'provider' ? invitationsOf(tenant) : invitationsTo(tenant)
  return listed(store, list, { part: '1', limit, ...(from ? { after: from } : {}) })
}

/** A page of everything that was sent to a company, open ones first. */
export const receivedInvitations = (
  store: DocumentStore,
  tenant: TenantId,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<InvitationEntry>> => listed(store, invitationsTo(tenant), { limit, ...(after ? { after } : {}) })
