import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { invitationCard } from '../../cards/partnership/invitation.ts'
import { invitationDraftCard } from '../../cards/partnership/invitation-draft.ts'
import { isToSend } from '../../domain/invitation/evolve.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import { companyOfMail } from '../../domain/invitation/invited-company.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Person } from '../../domain/ports.ts'
import { met } from '../../domain/store/people-met.ts'
import type { CompanyTurn, House } from '../capability.ts'
import { refused } from '../refused.ts'

/** The draft while it is one, the state of the invitation afterwards. */
export async function invitationOf(id: string, turn: CompanyTurn, house: House, note?: string): Promise<Card> {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  return invitation ? drawInvitation(invitation, turn, house, note) : notFound(id, turn, house)
}

export async function drawInvitation(
  invitation: Invitation,
  turn: CompanyTurn,
  house: House,
  note?: string,
  again: FormState & { values?: { message?: string } } = {},
): Promise<Card> {
  const link = await linkOf(invitation, house)
  const noted = note === undefined ? {} : { note }
  const canBeSent = invitation.state === 'draft' || invitation.state === 'sent' || invitation.state === 'opened'
  const admins = canBeSent ? (await adminsMet(invitation, house)).map(({ name }) => name) : []
  if (invitation.state !== 'draft' && !isToSend(invitation))
    return invitationCard({ invitation, link, admins, ...noted }, turn.words)
  return invitationDraftCard({ invitation, link, admins, ...noted, ...again }, turn.words)
}

export const linkOf = async (invitation: Invitation, { invitations, publicUrl }: House): Promise<string> =>
  `${publicUrl.replace(/\/$/, '')}/i/${await invitations.token(invitation)}`

/** The global admins of the invited company whom the bot can reach in Teams. */
export async function adminsMet(
  { email }: Invitation,
  { directory, organizations, store }: House,
): Promise<readonly Person[]> {
  const tenant = await companyOfMail({ directory }, email)
  const organization: Organization | undefined = tenant && (await organizations.find(tenant.tenantId))
  if (!organization) return []
  const people = await directory.people(organization.tenantId)
  const admins = people.filter((person) => rolesOf(organization, person).includes('GA'))
  const known = await Promise.all(admins.map(({ tenantId, userId }) => met(store, tenantId, userId)))
  return admins.filter((_, n) => known[n]?.conversation !== undefined && known[n]?.unreachableSince === undefined)
}

export const notFound = (id: string, turn: CompanyTurn, house: House): Promise<Card> =>
  refused([{ code: 'NOT_FOUND', query: id }], turn, house)
