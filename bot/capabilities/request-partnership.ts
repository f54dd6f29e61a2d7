import { createHash } from 'node:crypto'
import type { ActionData } from '../../cards/actions.ts'
import type { FormState } from '../../cards/form.ts'
import { invitationCard } from '../../cards/invitation.ts'
import { invitationDraftCard } from '../../cards/invitation-draft.ts'
import type { Card } from '../../cards/render.ts'
import { requestPartnershipForm } from '../../cards/request-partnership-form.ts'
import { invitationDraft } from '../../cards/words/invitation-mail.ts'
import { by } from '../../domain/actor.ts'
import type { Decision } from '../../domain/decision.ts'
import { mailOf } from '../../domain/enrollment/read-form.ts'
import { newId, type OperationKey } from '../../domain/ids.ts'
import { isToSend } from '../../domain/invitation/evolve.ts'
import type { Draft, Invitation, InvitationEvent } from '../../domain/invitation/invitation.ts'
import type { InvitationOrder } from '../../domain/invitation/invitations.ts'
import {
  editInvitation,
  type Known,
  markSent,
  renewInvitation,
  requestPartnership,
  revokeInvitation,
  sendInTeams as sendCard,
} from '../../domain/invitation/invite.ts'
import { companyOfMail } from '../../domain/invitation/invited-company.ts'
import { mayInvite } from '../../domain/invitation/may-ask.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { readPair } from '../../domain/partnership/acceptance.ts'
import { permit } from '../../domain/permissions.ts'
import type { Person } from '../../domain/ports.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { LINK, shortenedAround, withLinkAgain, withWholeLinks } from '../../domain/rules/partnership.ts'
import { met } from '../../domain/store/people-met.ts'
import { release, reserve } from '../../domain/store/reservations.ts'
import { maxLength } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { refused } from '../refused.ts'

/** *Request a partnership*: whom to invite, in which language (P20, R39). */
export const openRequest: CompanyCapability<'request-partnership'> = async (_, turn, house) => {
  const refusals = mayInvite(turn.organization, turn)
  return refusals.length > 0 ? refused(refusals, turn, house) : requestForm(turn)
}

/** Drafts the mail with the personal link; an open invitation to the same address is shown instead of a second one. */
export const draftInvitation: CompanyCapability<'draft-invitation'> = async (typed, turn, house) => {
  const { organization, actor, correlationId, words } = turn
  const { tenantId } = organization
  const refusals = mayInvite(organization, turn)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const email = mailOf(typed.email).toLowerCase()
  const id = newId()
  const place = createHash('sha256').update(`${tenantId} ${email}`).digest('base64url')
  const reserved = await reserve(house.store, 'invitee', place, id, async (other) =>
    isOpen(await house.invitations.find(tenantId, other)),
  )
  if (!reserved.ok) return invitationOf(reserved.owner, turn, house, words.notes.alreadyInvited(email))
  const result = await house.invitations.execute(tenantId, id, {
    by: by(actor),
    correlationId,
    op: typed.op,
    counts: (events) => events.length > 0,
    decide: async (state, sent) =>
      requestPartnership(state, {
        ...given(turn),
        id,
        provider: organization,
        email,
        locale: typed.locale,
        draft: invitationDraft({ provider: organization.displayName, admin: actor.name, locale: typed.locale }),
        sent,
        known: await pairWith(email, turn, house),
      }),
  })
  if (result.ok) return invitationOf(id, turn, house)
  await release(house.store, 'invitee', place, id)
  return result.error.every(isFieldRefusal)
    ? requestForm(turn, { values: typed, faults: result.error })
    : refused(result.error, turn, house)
}

export const openOwnInvitation: CompanyCapability<'invitation'> = async ({ invitation }, turn, house) => {
  const refusals = permit('P20', turn.actor, turn.organization)
  return refusals.length > 0 ? refused(refusals, turn, house) : invitationOf(invitation, turn, house)
}

/** Keeps the edited text; without the link it is refused and nothing typed is lost (R36). */
export const editText: CompanyCapability<'edit-invitation'> = async ({ op, invitation: id, message }, turn, house) => {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  if (!invitation) return notFound(id, turn, house)
  const body = await withoutLink(message, invitation, house)
  const result = await change(id, op, turn, house, (state) =>
    editInvitation(state, { ...given(turn), provider: turn.organization, draft: { ...state.draft, body } }),
  )
  return result.ok
    ? invitationOf(id, turn, house, turn.words.notes.saved)
    : shownAgain(invitation, turn, house, result.error, { message })
}

/** Puts the link back where it was mangled, or at the end of what was typed; what is too long is cut, not refused. */
export const restoreLink: CompanyCapability<'restore-link'> = async ({ op, invitation: id, message }, turn, house) => {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  if (!invitation) return notFound(id, turn, house)
  const whole = withLinkAgain(withWholeLinks(message, await linkOf(invitation, house)).trim())
  const body = shortenedAround(whole, maxLength('message'))
  const result = await change(id, op, turn, house, (state) =>
    editInvitation(state, { ...given(turn), provider: turn.organization, draft: { ...state.draft, body } }),
  )
  const { linkRestored, linkRestoredShorter } = turn.words.notes
  return result.ok
    ? invitationOf(id, turn, house, body === whole ? linkRestored : linkRestoredShorter)
    : shownAgain(invitation, turn, house, result.error, { message: body })
}

/** *Done*: the mail went out by the person's own hand (R40), with the text that stands on the card. */
export const done: CompanyCapability<'mark-sent'> = async ({ op, invitation: id, message }, turn, house) => {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  if (!invitation) return notFound(id, turn, house)
  const typed = await typedText(message, invitation, house)
  const result = await change(id, op, turn, house, (state) =>
    markSent(state, { ...given(turn), provider: turn.organization, ...typed }),
  )
  return result.ok
    ? invitationOf(id, turn, house, turn.words.notes.invitationSent)
    : shownAgain(invitation, turn, house, result.error, { message: message ?? invitation.draft.body })
}

/** *Send in Teams*: to the reseller's global admins whom the bot has met; also after *Done*. */
export const sendInTeams: CompanyCapability<'send-in-teams'> = async ({ op, invitation: id, message }, turn, house) => {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  const [admin] = invitation ? await adminsMet(invitation, house) : []
  if (!invitation || !admin) return notFound(id, turn, house)
  const typed = await typedText(message, invitation, house)
  const result = await change(
    id,
    op,
    turn,
    house,
    (state, sent) =>
      sendCard(state, { ...given(turn), provider: turn.organization, to: admin.tenantId, sent, ...typed }),
    (events) => events.some(({ type }) => type === 'InvitationSentInTeams'),
  )
  return result.ok
    ? invitationOf(id, turn, house, turn.words.notes.invitationInTeams)
    : shownAgain(invitation, turn, house, result.error, { message: message ?? invitation.draft.body })
}

export const renew: CompanyCapability<'renew-invitation'> = async ({ op, invitation: id }, turn, house) => {
  const result = await change(
    id,
    op,
    turn,
    house,
    async (state, sent) => {
      const known = await pairWith(state.email, turn, house)
      return renewInvitation(state, { ...given(turn), provider: turn.organization, sent, known })
    },
    (events) => events.length > 0,
  )
  return result.ok
    ? invitationOf(id, turn, house, turn.words.notes.invitationRenewed)
    : refused(result.error, turn, house)
}

export const revoke: CompanyCapability<'revoke-invitation'> = async ({ op, invitation: id }, turn, house) => {
  const result = await change(id, op, turn, house, (state) =>
    revokeInvitation(state, { ...given(turn), provider: turn.organization }),
  )
  return result.ok
    ? invitationOf(id, turn, house, turn.words.notes.invitationRevoked)
    : refused(result.error, turn, house)
}

export const linkOf = async (invitation: Invitation, { invitations, publicUrl }: House): Promise<string> =>
  `${publicUrl.replace(/\/$/, '')}/i/${await invitations.token(invitation)}`

type Sent = Parameters<typeof renewInvitation>[1]['sent']

/** A command to an invitation of the own company; one that is not there is not found, whoever's it is. */
const change = (
  id: string,
  op: OperationKey,
  { organization, actor, correlationId, tapped }: CompanyTurn,
  { invitations }: House,
  decide: (state: Invitation, sent: Sent) => Decision<InvitationEvent> | Promise<Decision<InvitationEvent>>,
  counts: InvitationOrder['counts'] = () => false,
) =>
  invitations.execute(organization.tenantId, id, {
    by: by(actor),
    correlationId,
    op,
    ...(tapped === undefined ? {} : { tapped }),
    counts,
    decide: (state, sent) =>
      state ? decide(state, sent) : { ok: false, error: [{ code: 'NOT_FOUND' as const, query: id }] },
  })

const requestForm = (
  turn: CompanyTurn,
  again: FormState & { values?: Partial<ActionData<'draft-invitation'>> } = {},
): Card =>
  requestPartnershipForm(
    { company: turn.organization.displayName, values: { locale: turn.actor.locale }, ...again },
    turn.words,
  )

/** The draft while it is one, the state of the invitation afterwards. */
async function invitationOf(id: string, turn: CompanyTurn, house: House, note?: string): Promise<Card> {
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

const shownAgain = (
  invitation: Invitation,
  turn: CompanyTurn,
  house: House,
  faults: readonly Refusal[],
  values: { message: string },
): Promise<Card> =>
  faults.every(isFieldRefusal)
    ? drawInvitation(invitation, turn, house, undefined, { values, faults })
    : refused(faults, turn, house)

/** The own company and the one that an address belongs to, where it is known by a domain that it verified. */
async function pairWith(email: string, { organization }: CompanyTurn, house: House): Promise<Known> {
  const tenant = await companyOfMail(house, email)
  const reseller = tenant && (await house.organizations.find(tenant.tenantId))
  return reseller && readPair(house, organization, reseller)
}

/** The global admins of the invited company whom the bot can reach in Teams. */
async function adminsMet(
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

const withoutLink = async (message: string, invitation: Invitation, house: House): Promise<string> =>
  message.replaceAll(await linkOf(invitation, house), LINK)

/** What stands on the card, where it has an input for it. */
const typedText = async (
  message: string | undefined,
  invitation: Invitation,
  house: House,
): Promise<{ draft?: Draft }> =>
  message === undefined ? {} : { draft: { ...invitation.draft, body: await withoutLink(message, invitation, house) } }

const isOpen = (invitation: Invitation | undefined): boolean =>
  invitation?.state === 'draft' ||
  invitation?.state === 'sent' ||
  invitation?.state === 'opened' ||
  invitation?.state === 'accepting'

const notFound = (id: string, turn: CompanyTurn, house: House): Promise<Card> =>
  refused([{ code: 'NOT_FOUND', query: id }], turn, house)
