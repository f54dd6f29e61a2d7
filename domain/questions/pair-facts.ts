import type { By } from '../actor.ts'
import { tenantId as asTenant, type TenantId } from '../ids.ts'
import type { Invitation, Opening } from '../invitation/invitation.ts'
import { type InvitationEntry, openingsOf } from '../invitation/lists.ts'
import type { Organization, OrganizationKind } from '../organization/organization.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { pairInvitations } from '../partnership/received.ts'
import type { Question } from './question.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

export type Recorded = Exclude<Partnership, { status: 'none' }>
export type Two = { provider: Organization; reseller: Organization }

/** As many invitations of one pair are looked at. */
const MOST = 20

/** The two that a question is about; the asker's own company where it leaves one out. */
export function pairAsked({ companies: [x, y] }: Question, { own }: Sight): readonly [TenantId, TenantId] {
  const first = x ?? own?.tenantId ?? NO_COMPANY
  const second = own && own.tenantId !== first ? own.tenantId : NO_COMPANY
  return [first, y ?? second]
}

/** Whether the asker may know what lies between the two: a partner only when it is one of them (P49, P50). */
export const isTheirs = ({ own }: Sight, ...pair: readonly TenantId[]): boolean =>
  own === undefined || pair.includes(own.tenantId)

/** What is recorded between two companies, whichever of them is the provider: two point reads. */
export async function partnershipBetween(sight: Sight, x: TenantId, y: TenantId): Promise<Recorded | undefined> {
  const both = await Promise.all([sight.partnership(x, y), sight.partnership(y, x)])
  const recorded = both.flatMap((one) => (one.status === 'none' ? [] : [one]))
  return recorded.find(({ status }) => status === 'active') ?? recorded[0]
}

/** Who would be the provider and who the reseller, as their kinds have it; a prospect may become a reseller. */
export function asPair(one: Organization, other: Organization): Two | undefined {
  const isProvider = ({ kind }: Organization): boolean => kind === 'indirectProvider'
  if (isProvider(one) === isProvider(other)) return undefined
  const [provider, reseller] = isProvider(one) ? [one, other] : [other, one]
  return RESELLERS.includes(reseller.kind) ? { provider, reseller } : undefined
}

const RESELLERS: readonly OrganizationKind[] = ['prospect', 'indirectReseller', 'both', 'directBill']

/** Whether the asker is the provider that a reseller's invitation of a customer names: it may know what becomes of it. */
export const isNamedIn = (invitation: Invitation | undefined, { own }: Pick<Sight, 'own'>): boolean =>
  own !== undefined && invitation?.request?.kind === 'both' && invitation.request.through.tenantId === own.tenantId

/**
 * The open invitation between two companies, or the last one, as the asker may know it: whoever was invited knows of it
 * from when it was sent, and nothing of what another company did with it. With `customers`, also what a partner sent to its
 * customer; of two others, what the asker is named in. Always two ranges and one read.
 */
export async function invitationBetween(
  sight: Sight,
  x: TenantId,
  y: TenantId,
  { customers = false }: { customers?: boolean } = {},
): Promise<Invitation | undefined> {
  const { store, own } = sight
  const [forth, back] = await Promise.all([
    pairInvitations(store, x, y, { limit: MOST }),
    pairInvitations(store, y, x, { limit: MOST }),
  ])
  const known = [...forth.items, ...back.items].flatMap(({ body }) =>
    mayKnow(body, own) && (customers || body.kind === undefined) && (isTheirs(sight, x, y) || names(body, own))
      ? [body]
      : [],
  )
  const newest = known.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const chosen = newest.find(isOpen) ?? newest[0]
  return readInvitation(sight, chosen)
}

/** The truth behind a line of a list; one read whether there is a line or not. */
export async function readInvitation(
  { invitations, own }: Sight,
  line: Pick<InvitationEntry, 'provider' | 'id'> | undefined,
): Promise<Invitation | undefined> {
  const invitation = await invitations.find(asTenant(line?.provider ?? NO_COMPANY), line?.id ?? 'none')
  return invitation && asKnown(invitation, own)
}

/** By its name, as the list has it; the truth has the tenant. */
const names = ({ kind, through }: InvitationEntry, own: Organization | undefined): boolean =>
  kind === 'both' && through === own?.displayName

const mayKnow = ({ provider, sentAt }: InvitationEntry, own: Organization | undefined): boolean =>
  own === undefined || own.tenantId === provider || sentAt !== undefined

const isOpen = ({ state, sentAt }: InvitationEntry): boolean =>
  sentAt !== undefined && (state === 'sent' || state === 'opened' || state === 'accepting')

/** What another company did with an invitation is told to the provider, to whom it names beside it, and to support alone. */
function asKnown(invitation: Invitation, own: Organization | undefined): Invitation {
  if (own === undefined || own.tenantId === invitation.provider || isNamedIn(invitation, { own })) return invitation
  const openings = openingsOf(invitation).filter(({ tenant }) => tenant === own.tenantId)
  const seen = withoutOthers({ ...invitation, openings }, own)
  if (!('reseller' in seen) || seen.reseller === own.tenantId) return seen
  return seen.state === 'accepting' ? { ...seen, state: 'opened' } : { ...seen, state: 'superseded' }
}

function withoutOthers(invitation: Invitation, { displayName }: Organization): Invitation {
  if (!('block' in invitation) || invitation.block?.company === displayName) return invitation
  const { block: _, ...rest } = invitation
  return rest
}

/** The company that an invitation went to, as far as anybody of it showed; the address otherwise. */
export function invitedName(invitation: Invitation): string {
  if ('resellerName' in invitation) return invitation.resellerName
  const last: Opening | undefined = openingsOf(invitation).at(-1)
  return last?.company ?? invitation.email
}

export type Pending = Extract<Invitation, { state: 'draft' | 'sent' | 'opened' | 'accepting' }>

/** Somebody still has to send or to answer it. */
export const isPending = (invitation: Invitation): invitation is Pending =>
  ['draft', 'sent', 'opened', 'accepting'].includes(invitation.state)

/** Who did it, as a sentence names them. */
export const whoDid = (by: By): { who?: string } => {
  if (by.kind === 'person') return { who: by.name }
  return by.kind === 'contact' ? { who: by.email } : {}
}

export const ask = (id: Question['id'], ...companies: readonly TenantId[]): Question => ({
  id,
  companies,
  countries: [],
})
