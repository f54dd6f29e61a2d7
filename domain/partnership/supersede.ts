import { system } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import { supersedeInvitation } from '../invitation/accept.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { companyOfMail, isMailOf } from '../invitation/invited-company.ts'
import { invitationsThat, openersOf, openingsOf } from '../invitation/lists.ts'
import type { Directory } from '../ports.ts'
import { ok } from '../result.ts'
import { type AcceptanceDeps, finishAcceptance } from './acceptance.ts'

const PAGE = 100
const AT_ONCE = 10

type Deps = AcceptanceDeps & { directory: Pick<Directory, 'tenant' | 'lookUp'> }

/**
 * Ends the provider's other open invitations to a company that became its reseller (SM4, last row), a page at a time: those
 * that the company opened, and those sent to an address of its domains. Nothing is ended once the partnership is over.
 * @returns after which line to go on; undefined at the end of the list
 */
export async function supersedeOthers(
  deps: Deps,
  task: { provider: TenantId; reseller: TenantId; accepted: string; after?: string },
  correlationId: string,
): Promise<string | undefined> {
  const { store, directory, invitations, partnerships, clock } = deps
  const { provider, reseller, accepted, after } = task
  if (!(await stands())) return undefined
  const tenant = await directory.tenant(reseller)
  const page = await invitationsThat(store, provider, { show: 'open', limit: PAGE, ...(after ? { after } : {}) })
  const ids = page.items.map(({ body }) => body.id).filter((id) => id !== accepted)
  for (let from = 0; from < ids.length; from += AT_ONCE) await Promise.all(ids.slice(from, from + AT_ONCE).map(end))
  return page.next

  async function stands(): Promise<boolean> {
    const partnership = await partnerships.find(provider, reseller)
    return partnership.status === 'active' && partnership.invitationId === accepted
  }

  async function end(id: string): Promise<void> {
    const invitation = await invitations.find(provider, id)
    if (!invitation || invitation.request || !isForThem(invitation)) return
    // An acceptance of the same company that is under way comes to its own end first.
    if (invitation.state === 'accepting') await finishAcceptance(deps, provider, id, correlationId)
    await invitations.execute(provider, id, {
      by: system,
      correlationId,
      decide: async (state) => ok(state && (await stands()) ? supersedeInvitation(state, clock.now()) : []),
    })
  }

  function isForThem(invitation: Invitation): boolean {
    if (invitation.state === 'accepting') return invitation.reseller === reseller
    return openersOf(invitation).includes(reseller) || (tenant !== undefined && isMailOf(tenant, invitation.email))
  }
}

/**
 * Ends an invitation that is listed as open, where the company has become a reseller of its provider: `supersedeOthers` may
 * have gone through the list before it stood there. What they opened, or was sent, only as partners is meant for somebody
 * else, but for an address of theirs, which nobody else may answer.
 */
export async function supersedeListed(
  deps: Deps,
  provider: TenantId,
  id: string,
  correlationId: string,
): Promise<void> {
  const { invitations, partnerships, clock } = deps
  const listed = await invitations.find(provider, id)
  if (!listed || listed.request || (listed.state !== 'sent' && listed.state !== 'opened')) return
  const { sentAt } = listed
  const owner = (await companyOfMail(deps, listed.email))?.tenantId
  const invited = new Set([...openersOf(listed), ...(owner ? [owner] : [])])
  for (const reseller of invited)
    if (await stoodOpenFor(reseller))
      await invitations.execute(provider, id, {
        by: system,
        correlationId,
        decide: async (state) =>
          ok(state && (await stoodOpenFor(reseller)) ? supersedeInvitation(state, clock.now()) : []),
      })

  async function stoodOpenFor(reseller: TenantId): Promise<boolean> {
    const partnership = await partnerships.find(provider, reseller)
    if (partnership.status !== 'active' || partnership.invitationId === id) return false
    const { since } = partnership
    const opening = openingsOf(listed as Invitation).find(({ tenant }) => tenant === reseller)
    return reseller === owner || (opening !== undefined && opening.at <= since && sentAt <= since)
  }
}
