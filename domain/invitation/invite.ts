import { type By, by, type Locale } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Refusal } from '../refusals.ts'
import { invitationOpen, linkInText, notInTeamsToday, notOwnCompany, resellerEmailGiven } from '../rules/partnership.ts'
import { guard, holds, refuse, rule } from '../rules/rule.ts'
import { cleanName, maxLength, textFault } from '../text.ts'
import { type AskingPartners, betweenLevels, type CustomerParties } from './customer-parties.ts'
import { isToSend } from './evolve.ts'
import { type Draft, INVITATION_DAYS, type Invitation, type InvitationEvent, kindOf } from './invitation.ts'
import { mayAsk, mayInvite, mayRevoke } from './may-ask.ts'
import { betweenThem, type Pair } from './pair.ts'

/** How many invitations went out, and when the oldest of the hour and of the day leaves its window. */
export type Sent = { hour: number; day: number; hourEnds: string; dayEnds: string }

export const MOST_A_DAY = 50
export const MOST_AN_HOUR = 10

export const withinLimits = rule<{ sent: Sent }>('P20', 'domain.md 1.4 (limits against spam)', ({ sent }) => {
  if (sent.day >= MOST_A_DAY) return refuse({ code: 'INV_LIMIT', per: 'day', most: MOST_A_DAY, from: sent.dayEnds })
  if (sent.hour >= MOST_AN_HOUR)
    return refuse({ code: 'INV_LIMIT', per: 'hour', most: MOST_AN_HOUR, from: sent.hourEnds })
  return holds
})

/** How many invitations the company drafted in bulk within 24 hours, and when the oldest of them leaves the window. */
export type DraftedInBulk = { day: number; dayEnds: string }

/** Nothing of a job goes out by the bot, so that it has a limit of its own. */
export const MOST_IN_BULK = 1_000

export const withinBulkLimit = rule<{ drafted: DraftedInBulk }>(
  'P20',
  'domain.md 1.4 (limits against spam), of many at once',
  ({ drafted: { day, dayEnds } }) =>
    day >= MOST_IN_BULK ? refuse({ code: 'INV_LIMIT', per: 'bulk', most: MOST_IN_BULK, from: dayEnds }) : holds,
)

export type RequestPartnership = Given & {
  id: string
  provider: Organization
  email: string
  locale: Locale
  draft: Draft
  sent: Sent
  known?: Known
}

/**
 * The two companies where the address has a verified domain of one that the provider is related to (`known-parties.ts`).
 * What lies between them is told; how far the other's enrollment is, is not the provider's to know.
 */
export type Known = Pair | undefined

/** *Request a partnership*: drafts the mail with the personal link (P20, R36, R39). */
export function requestPartnership(
  state: Invitation | undefined,
  command: RequestPartnership,
): Decision<InvitationEvent> {
  if (state) return decide<InvitationEvent>([], () => [])
  const { actor, at, id, provider, email, locale, draft, sent, known } = command
  const refusals = guard(
    mayInvite(provider, { actor }),
    [
      ...resellerEmailGiven.check({ email }),
      ...notOwnCompany.check({ provider: provider.tenantId, company: known?.reseller.tenantId }),
      ...linkInText.check(draft),
    ],
    known ? betweenThem(known) : [],
    withinLimits.check({ sent }),
  )
  return decide<InvitationEvent>(refusals, () => [
    {
      type: 'InvitationDrafted',
      at,
      by: by(actor),
      id,
      provider: provider.tenantId,
      providerName: provider.displayName,
      email,
      locale,
      draft,
    },
  ])
}

/** The text as it stands on the card of whoever asks; left out, the saved one stays. */
type Typed = { draft?: Draft }

/** Edits the text; the link has to stay (R36). */
export function editInvitation(
  state: Invitation,
  command: Given & { provider: Organization; draft: Draft },
): Decision<InvitationEvent> {
  const { actor, at, provider } = command
  const refusals = guard(
    mayAsk(kindOf(state), provider, { actor }),
    invitationOpen.check({ invitation: state, now: at }),
    textFaults(state, command),
  )
  return decide<InvitationEvent>(refusals, () => edited(state, command))
}

function textFaults(state: Invitation, { draft }: Typed): readonly Refusal[] {
  if (draft === undefined) return linkInText.check(state.draft)
  const text = draft.body.trim()
  const fault = textFault(text, maxLength('message'))
  return [
    ...linkInText.check({ body: text }),
    ...(fault === 'FIELD_LENGTH' ? [{ code: fault, field: 'message' as const, max: maxLength('message') }] : []),
    ...(fault === 'FIELD_TEXT' ? [{ code: fault, field: 'message' as const }] : []),
  ]
}

function edited({ draft: saved }: Invitation, { actor, at, draft = saved }: Given & Typed): readonly InvitationEvent[] {
  const body = draft.body.trim()
  if (saved.body === body && saved.subject === draft.subject) return []
  return [{ type: 'InvitationEdited', at, by: by(actor), draft: { subject: cleanName(draft.subject), body } }]
}

/** *Done*: the mail went out by the person's own hand (R40), the one of a renewed link too; `bulk` with all others of a job. */
export function markSent(
  state: Invitation,
  command: Given & Typed & { provider: Organization; bulk?: string },
): Decision<InvitationEvent> {
  const { actor, at, provider, bulk } = command
  const refusals = guard(
    mayAsk(kindOf(state), provider, { actor }),
    invitationOpen.check({ invitation: state, now: at }),
    textFaults(state, command),
  )
  return decide<InvitationEvent>(refusals, () => [
    ...edited(state, command),
    ...(isToSend(state) ? [{ ...sentNow(at, by(actor), 'mail'), ...endOf(state), ...(bulk ? { bulk } : {}) }] : []),
  ])
}

/** A renewed link ends when it was said to. */
const endOf = (state: Invitation): { expiresAt?: string } =>
  'expiresAt' in state ? { expiresAt: state.expiresAt } : {}

/**
 * *Send in Teams*: to those global admins of the address's company whom the bot has met, once a day; nothing here says
 * whether there are any. Of a draft it is the sending itself; what went out already is counted against the limits once more.
 */
export function sendInTeams(
  state: Invitation,
  command: Given & Typed & { provider: Organization; to?: TenantId | undefined; sent: Sent },
): Decision<InvitationEvent> {
  const { actor, at, provider, to, sent } = command
  const addressed = to === undefined ? {} : { to }
  const refusals = guard(
    mayInvite(provider, { actor }, kindOf(state)),
    invitationOpen.check({ invitation: state, now: at }),
    textFaults(state, command),
    notInTeamsToday.check({ inTeamsAt: state.inTeamsAt, now: at }),
    state.state === 'draft' ? [] : withinLimits.check({ sent }),
  )
  return decide<InvitationEvent>(refusals, () => {
    const text = edited(state, command)
    if (state.state === 'draft') return [...text, { ...sentNow(at, by(actor), 'teams'), ...addressed }]
    if (state.state !== 'sent' && state.state !== 'opened') return text
    return [...text, { type: 'InvitationSentInTeams', at, by: by(actor), ...addressed }]
  })
}

export const sentNow = (
  at: string,
  who: By,
  via: 'mail' | 'teams' | 'opened',
): Extract<InvitationEvent, { type: 'InvitationSent' }> => ({
  type: 'InvitationSent',
  at,
  by: who,
  via,
  expiresAt: later(at),
})

/** Ends the invitation; its link is dead (P21). */
export function revokeInvitation(
  state: Invitation,
  { actor, at, provider }: Given & { provider: Organization },
): Decision<InvitationEvent> {
  const may = mayRevoke(state, provider, { actor })
  if (state.state === 'revoked') return decide<InvitationEvent>(may, () => [])
  const claimed: readonly Refusal[] = state.state === 'accepting' ? [{ code: 'STALE' }] : []
  const refusals = guard(may, invitationOpen.check({ invitation: state, now: at }), claimed)
  return decide<InvitationEvent>(refusals, () => [{ type: 'InvitationRevoked', at, by: by(actor) }])
}

/**
 * A new link and thirty more days, for what was sent, opened or expired; the old link ends.
 * @param partners of a customer's invitation: who asks, as they are now
 */
export function renewInvitation(
  state: Invitation,
  {
    actor,
    at,
    provider,
    sent,
    known,
    partners,
  }: Given & {
    provider: Organization
    sent: Sent
    known?: Known | CustomerParties
    partners?: AskingPartners | undefined
  },
): Decision<InvitationEvent> {
  const renewable = state.state === 'sent' || state.state === 'opened' || state.state === 'expired'
  const refusals = guard(
    mayInvite(provider, { actor }, kindOf(state)),
    renewable ? [] : closed(state),
    ...(known && !('customer' in known) ? [betweenThem(known)] : partners ? betweenLevels(partners, known) : []),
    withinLimits.check({ sent }),
  )
  return decide<InvitationEvent>(refusals, () => [
    { type: 'InvitationRenewed', at, by: by(actor), generation: state.generation + 1, expiresAt: later(at) },
  ])
}

const closed = (state: Invitation): readonly Refusal[] => [
  { code: 'INV_CLOSED', state: state.state, at: 'at' in state ? state.at : state.createdAt },
]

const later = (at: string): string => new Date(Date.parse(at) + INVITATION_DAYS * 86_400_000).toISOString()
