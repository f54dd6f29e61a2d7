import type { ActionData } from '../../cards/actions.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { requestPartnershipForm } from '../../cards/partnership/request-partnership-form.ts'
import { invitationDraft } from '../../cards/words/invitation-mail.ts'
import { by } from '../../domain/actor.ts'
import type { Decision } from '../../domain/decision.ts'
import { mailOf } from '../../domain/enrollment/read-form.ts'
import type { OperationKey } from '../../domain/ids.ts'
import { readPartners } from '../../domain/invitation/customer-parties.ts'
import type { Draft, Invitation, InvitationEvent } from '../../domain/invitation/invitation.ts'
import type { InvitationOrder } from '../../domain/invitation/invitations.ts'
import {
  editInvitation,
  markSent,
  renewInvitation,
  requestPartnership,
  revokeInvitation,
  sendInTeams as sendCard,
} from '../../domain/invitation/invite.ts'
import { companyOfMail } from '../../domain/invitation/invited-company.ts'
import { knownPair, knownParties } from '../../domain/invitation/known-parties.ts'
import { mayAskAnybody, mayInvite, mayRevoke } from '../../domain/invitation/may-ask.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { regionOf } from '../../domain/regions.ts'
import { LINK, shortenedAround, withLinkAgain, withWholeLinks } from '../../domain/rules/partnership.ts'
import { maxLength } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { draftOne } from './draft-invitation.ts'
import { drawInvitation, invitationOf, linkOf } from './own-invitation.ts'

/** *Request a partnership*: whom to invite, in which language (P20, R39). */
export const openRequest: CompanyCapability<'request-partnership'> = async (_, turn, house) => {
  const refusals = mayInvite(turn.organization, turn)
  return refusals.length > 0 ? refused(refusals, turn, house) : requestForm(turn)
}

/** Drafts the mail with the personal link; an open invitation to the same address is shown instead of a second one. */
export const draftInvitation: CompanyCapability<'draft-invitation'> = async (typed, turn, house) => {
  const { organization, actor } = turn
  const { op, locale } = typed
  const refusals = mayInvite(organization, turn)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const email = mailOf(typed.email).toLowerCase()
  return draftOne(
    {
      op,
      email,
      again: (faults) => requestForm(turn, { values: typed, faults }),
      decide: async (state, { id, sent }) =>
        requestPartnership(state, {
          ...given(turn),
          id,
          provider: organization,
          email,
          locale,
          draft: invitationDraft({ provider: organization.displayName, admin: actor.name, locale }),
          sent,
          known: await knownPair(email, organization, house),
        }),
    },
    turn,
    house,
  )
}

export const openOwnInvitation: CompanyCapability<'invitation'> = async ({ invitation }, turn, house) => {
  const { organization } = turn
  const found = await house.invitations.find(organization.tenantId, invitation)
  const refusals = found ? mayRevoke(found, organization, turn) : mayAskAnybody(organization, turn)
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
    ? invitationOf(id, turn, house, saidOf(result.value.state.invitation, turn).sent)
    : shownAgain(invitation, turn, house, result.error, { message: message ?? invitation.draft.body })
}

/** *Send in Teams*, also after *Done*: the same answer whether the address's company uses the bot or not (architecture.md 7.11). */
export const sendInTeams: CompanyCapability<'send-in-teams'> = async ({ op, invitation: id, message }, turn, house) => {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  if (!invitation) return notFound(id, turn, house)
  const [typed, company] = await Promise.all([
    typedText(message, invitation, house),
    companyOfMail(house, invitation.email),
  ])
  const result = await change(
    id,
    op,
    turn,
    house,
    (state, sent) =>
      sendCard(state, { ...given(turn), provider: turn.organization, to: company?.tenantId, sent, ...typed }),
    (events) => events.some(({ type }) => type === 'InvitationSentInTeams'),
  )
  return result.ok
    ? invitationOf(id, turn, house, saidOf(result.value.state.invitation, turn).inTeams)
    : shownAgain(invitation, turn, house, result.error, { message: message ?? invitation.draft.body })
}

export const renew: CompanyCapability<'renew-invitation'> = async ({ op, invitation: id }, turn, house) => {
  const result = await change(
    id,
    op,
    turn,
    house,
    async (state, sent) => {
      const [known, partners] = await Promise.all([
        state.request ? knownParties(state.email, state, house) : knownPair(state.email, turn.organization, house),
        readPartners(house, state),
      ])
      return renewInvitation(state, { ...given(turn), provider: turn.organization, sent, known, partners })
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

/** What is said after sending; a customer is no reseller. */
const saidOf = (invitation: Invitation | undefined, { words }: CompanyTurn) =>
  invitation?.request
    ? words.customerInvitation.notes
    : { sent: words.notes.invitationSent, inTeams: words.notes.invitationInTeams }

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
    {
      company: turn.organization.displayName,
      region: regionOf(turn.organization.country),
      values: { locale: turn.actor.locale },
      ...again,
    },
    turn.words,
  )

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

const withoutLink = async (message: string, invitation: Invitation, house: House): Promise<string> =>
  message.replaceAll(await linkOf(invitation, house), LINK)

/** What stands on the card, where it has an input for it. */
const typedText = async (
  message: string | undefined,
  invitation: Invitation,
  house: House,
): Promise<{ draft?: Draft }> =>
  message === undefined ? {} : { draft: { ...invitation.draft, body: await withoutLink(message, invitation, house) } }
