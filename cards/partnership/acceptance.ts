import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import type { ProviderEntry } from '../../domain/organization/organization.ts'
import type { Active } from '../../domain/partnership/partnership.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { type Fact, type FormState, formCard } from '../drawing/form.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { summaryCard } from '../drawing/summary.ts'
import { byName } from '../enrollment/enrollment-facts.ts'
import { mendButtons } from '../refusal.ts'
import type { Words } from '../words/words.ts'
import { answering, beingAccepted, waysOf, whoCanAnswer } from './answering.ts'

export type AcceptanceView = FormState & {
  invitation: Invitation
  provider: { name: string; country: string } & Partial<ProviderEntry>
  /** The company of whoever looks at it. */
  company: string
  code: string
  /** What keeps this company, or this person, from accepting: all of it at once. */
  obstacles: readonly Refusal[]
  /** What they should know and may mend later: a missing MPA (F30). */
  notices: readonly Refusal[]
  /** Whether this person may answer for the company; left out, a missing role among the obstacles tells it. */
  mayAct?: boolean
  globalAdmins: readonly string[]
  /** The company buys as a customer, with a tenant that cannot become a reseller's. */
  isCustomer?: boolean
  /** Its enrollment is under way. */
  hasApplied?: boolean
}

/**
 * The invitation as the invited company sees it: who asks, from where, what accepting means (R48, R49). Whoever may accept
 * ticks the box and *Authorize indirect provider* (R42); the others see all that stands in the way and who can answer.
 */
export const acceptanceCard = (view: AcceptanceView, words: Words): Card =>
  answering(drawAcceptance(view, words), view.code, words)

function drawAcceptance(view: AcceptanceView, words: Words): Card {
  const { invitation, provider, company, code, obstacles, faults = [], globalAdmins } = view
  const { isCustomer = false } = view
  const { acceptance: say, buttons, terms } = words
  const mayAct = view.mayAct ?? obstacles.every(({ code }) => code !== 'AUTH_ROLE')
  const has = (...codes: readonly Refusal['code'][]) => obstacles.some(({ code }) => codes.includes(code))
  const enrolls = has('PAR_NOT_ENROLLED')
  const isHopeless = has('PAR_EXISTS', 'REGION_PARTNER', 'REGION_UNKNOWN') || (enrolls && isCustomer)
  // The agreement is offered when the enrollment is approved; before that nobody can sign it.
  const notices = enrolls || isHopeless ? [] : view.notices
  const title = say.title(provider.name)
  const facts = providerFacts(view, words)
  const { decline, refresh, home } = waysOf(code, words)

  if (invitation.state === 'accepting') return beingAccepted({ company, title, text: say.accepting, code }, words)
  if (mayAct && obstacles.length === 0)
    return formCard(
      {
        place: company,
        title,
        intro: [say.asks(provider.name)],
        facts,
        fields: [
          {
            kind: 'toggle',
            id: 'authorize',
            heading: say.consequencesTitle,
            lead: say.consequences(provider.name),
            label: terms.fields.authorize,
            on: false,
            required: true,
            error: words.refusal({ code: 'INV_NOT_CONFIRMED', field: 'authorize' }),
          },
        ],
        notes: notices.map(words.refusal),
        faults,
        buttons: [
          tap(buttons.authorizeProvider, 'accept-invitation', { op: newOperationKey(), code }, { style: 'positive' }),
          decline,
          home,
        ],
        more: mendButtons(notices, words, { inputs: 'none', secondary: true }),
      },
      words,
    )

  return summaryCard(
    {
      tone: 'warning',
      place: company,
      title,
      intro: [say.asks(provider.name)],
      alerts: [
        ...[...obstacles].sort(enrollmentLast).map((one) => ownWords(one, view, words)),
        ...(isHopeless ? [] : whoCanAnswer({ mayAct, obstacles, globalAdmins }, words)),
      ],
      sections: [
        { heading: say.who, facts },
        ...(isHopeless
          ? []
          : [{ heading: say.consequencesTitle, bullets: say.consequences(provider.name).map((text) => ({ text })) }]),
      ],
      notes: [...notices.map(words.refusal), ...(mayAct && !isHopeless ? [say.comeBack] : [])],
      buttons: [
        ...(mayAct && enrolls && !isHopeless ? [wayToEnroll(view, words)] : []),
        ...partnerButton(obstacles, invitation.provider, words),
        ...mendButtons([...obstacles, ...notices], words, { secondary: obstacles.length > 0 }),
        ...(mayAct ? [decline] : []),
      ],
      more: [refresh, home],
    },
    words,
  )
}

const wayToEnroll = ({ hasApplied }: AcceptanceView, { buttons }: Words): Button =>
  hasApplied
    ? tap(buttons.status, 'status', {}, { style: 'positive' })
    : tap(buttons.start, 'enroll', {}, { style: 'positive' })

/** Where something else cannot be mended, it comes first. */
const enrollmentLast = (a: Refusal, b: Refusal): number =>
  Number(a.code === 'PAR_NOT_ENROLLED') - Number(b.code === 'PAR_NOT_ENROLLED')

/** What stands in the way, said to the company itself: the rules speak of it as of any other. */
function ownWords(refusal: Refusal, view: AcceptanceView, words: Words): string {
  const { provider, isCustomer = false, hasApplied = false, mayAct, obstacles } = view
  const { acceptance: say, terms } = words
  if (refusal.code === 'PAR_NOT_ENROLLED') {
    if (isCustomer) return say.customerOnly
    const elsewhere = obstacles.some(({ code }) => code === 'REGION_PARTNER' || code === 'REGION_UNKNOWN')
    if (elsewhere) return say.notEnrolled
    return hasApplied ? say.applied : mayAct ? say.enrollFirst : say.adminEnrolls
  }
  if (refusal.code === 'REGION_PARTNER')
    return say.otherRegion(provider.name, terms.region(refusal.regionA), terms.region(refusal.regionB))
  return words.refusal(refusal)
}

const partnerButton = (obstacles: readonly Refusal[], tenant: TenantId, { buttons }: Words): readonly Button[] =>
  obstacles.some(({ code }) => code === 'PAR_EXISTS') ? [tap(buttons.showPartnership, 'partner', { tenant })] : []

function providerFacts({ invitation, provider }: AcceptanceView, words: Words): readonly Fact[] {
  const { acceptance: say, terms } = words
  const { services = [], contact = '' } = provider
  return [
    { title: terms.kinds.indirectProvider.label, value: provider.name },
    { title: say.country, value: terms.country(provider.country) },
    ...(services.length > 0
      ? [{ title: say.offers, value: services.map((one) => terms.facets[one]).join(' · ') }]
      : []),
    ...(contact === '' ? [] : [{ title: say.contact, value: contact }]),
    { title: say.invitedBy, value: byName(invitation.createdBy, words) },
    { title: say.sentTo, value: invitation.email },
    ...('expiresAt' in invitation ? [{ title: say.validUntil, value: words.dateTime(invitation.expiresAt) }] : []),
  ]
}

export type AcceptedView = {
  provider: string
  partnership: Active
  /** MPA_REQUIRED_SELF where the agreement is still to be signed. */
  mpa: readonly Refusal[]
}

/** Both list each other now (R42); what the partnership means stays readable, with what is still to do. */
export function acceptedCard({ provider, partnership, mpa }: AcceptedView, words: Words): Card {
  const { acceptance: say, buttons } = words
  const { provider: tenant, resellerName, since, by, adminAccess } = partnership
  return summaryCard(
    {
      tone: 'good',
      place: resellerName,
      title: `✓ ${say.acceptedTitle(provider)}`,
      intro: [say.accepted],
      sections: [
        {
          heading: say.authorizedTitle,
          facts: [
            { title: say.authorizedOn, value: words.dateTime(since) },
            { title: say.authorizedBy, value: byName(by, words) },
          ],
          bullets: [
            say.authorizedOrders(provider),
            ...(adminAccess.state === 'granted' ? say.authorizedAccess(provider) : [say.accessEnded(provider)]),
          ].map((text) => ({ text })),
        },
      ],
      notes: mpa.map(words.refusal),
      buttons: [
        ...mendButtons(mpa, words),
        tap(buttons.showPartnership, 'partner', { tenant }),
        tap(buttons.providers, 'providers', { name: '' }),
        tap(buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

/** Declined: nothing was authorized; the provider has been told and can invite again. */
export const declinedCard = (
  { provider, at, reason }: { provider: string; at: string; reason?: string | undefined },
  words: Words,
): Card =>
  messageCard(
    {
      tone: 'emphasis',
      place: provider,
      title: words.acceptance.declinedTitle,
      paragraphs: [
        words.acceptance.declined(provider, words.dateTime(at)),
        ...(reason ? [`${words.terms.fields.reason}: ${reason}`] : []),
      ],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )

/** The invitation can no longer be answered: how it ended and when (F47). */
export const invitationClosedCard = ({ invitation }: { invitation: Invitation }, words: Words): Card =>
  messageCard(
    {
      tone: 'emphasis',
      place: invitation.providerName,
      title: words.acceptance.closedTitle,
      paragraphs: [closedBecause(invitation, words)],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )

/** Said to a customer of whoever invited it. */
function closedBecause(invitation: Invitation, words: Words): string {
  const { state, providerName } = invitation
  const at = 'at' in invitation ? invitation.at : invitation.createdAt
  return invitation.request
    ? words.customerInvitation.acceptance.closed(words.terms.invitationStates[state], words.date(at), providerName)
    : words.refusal({ code: 'INV_CLOSED', state, at })
}

/** One answer to every code that leads nowhere for this company: mistyped, foreign or never given out. */
export const invitationUnknownCard = (words: Words): Card =>
  messageCard(
    {
      tone: 'warning',
      title: words.acceptance.unknownTitle,
      paragraphs: [words.refusal({ code: 'NOT_FOUND', query: '' }), words.acceptance.unknown],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
