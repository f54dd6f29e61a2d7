import type { CustomerAgreement } from '../../domain/customer/customer.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { maxLength } from '../../domain/text.ts'
import { askLine, type Button, link as opens, tap } from '../drawing/buttons.ts'
import { beginningOf } from '../drawing/fields.ts'
import { type Fact, type FormField, type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import { summaryCard } from '../drawing/summary.ts'
import { byName } from '../enrollment/enrollment-facts.ts'
import { answering, beingAccepted, waysOf, whoCanAnswer } from '../partnership/answering.ts'
import type { Words } from '../words/words.ts'

type Partner = { name: string; country: string }

export type CustomerAcceptanceView = FormState & {
  invitation: Invitation
  /** Whose invitation it is, and of `both` its provider. */
  owner: Partner
  provider?: Partner
  /** The company of whoever looks at it. */
  company: string
  code: string
  /** What keeps this company, or this person, from it: all of it at once. */
  obstacles: readonly Refusal[]
  /** The customer has accepted the Microsoft Customer Agreement before (D11). */
  hasAgreed: boolean
  mayAct: boolean
  globalAdmins: readonly string[]
  /** Why it is declined, as it was just typed. */
  reason?: string
}

/**
 * A customer's invitation as the customer sees it: who asks, what it authorizes (R82, D12), and the Microsoft Customer
 * Agreement where it is still to be accepted (D11). Only a global admin can authorize or decline (P37, P55).
 */
export const customerAcceptanceCard = (view: CustomerAcceptanceView, words: Words): Card =>
  answering(draw(view, words), view.code, words)

const asking = ({ owner, provider }: Pick<CustomerAcceptanceView, 'owner' | 'provider'>) => ({
  owner: owner.name,
  provider: provider?.name,
})

function draw(view: CustomerAcceptanceView, words: Words): Card {
  const { invitation, company, code, obstacles, faults = [], mayAct, globalAdmins } = view
  const { customerInvitation } = words
  const say = customerInvitation.acceptance
  const names = asking(view)
  const title = say.title(names)
  const dap = invitation.request?.includeDap ?? false
  const means = say.consequences(names, dap)
  const { refresh, home } = waysOf(code, words)
  const decline = declining(view, words)

  if (invitation.state === 'accepting') return beingAccepted({ company, title, text: say.accepting, code }, words)
  if (mayAct && obstacles.length === 0)
    return formCard(
      {
        place: company,
        title,
        intro: [say.asks(names)],
        facts: partnerFacts(view, words),
        fields: [authorization(view, means, words), ...agreement(view, words)],
        faults,
        buttons: [
          tap(
            customerInvitation.buttons.authorize,
            'accept-invitation',
            { op: newOperationKey(), code },
            { style: 'positive' },
          ),
          decline,
        ],
        more: [home],
      },
      words,
    )

  return summaryCard(
    {
      tone: 'warning',
      place: company,
      title,
      intro: [say.asks(names)],
      alerts: [
        ...new Set([...faults.map(words.refusal), ...obstacles.map((one) => ownWords(one, view, words))]),
        ...whoCanAnswer({ mayAct, obstacles, globalAdmins }, words),
      ],
      sections: [
        { heading: say.who, facts: partnerFacts(view, words) },
        { heading: say.consequencesTitle, bullets: means.map((text) => ({ text })) },
      ],
      notes: mayAct ? [say.comeBack] : [],
      buttons: mayAct ? [decline] : [],
      more: [refresh, home],
    },
    words,
  )
}

/** Whoever declines may say why: those who asked read it. */
const declining = ({ code, reason = '', ...view }: CustomerAcceptanceView, words: Words): Button =>
  askLine(
    words.buttons.declineInvitation,
    words.customerInvitation.acceptance.whyDeclined(asking(view)),
    {
      id: 'reason',
      label: words.terms.fields.reason,
      value: beginningOf(reason, maxLength('reason')),
      max: maxLength('reason'),
    },
    tap(words.buttons.declineInvitation, 'decline-invitation', { op: newOperationKey(), code }),
  )

/** Microsoft's own page of the agreement, by country and language. */
const AGREEMENT = 'https://aka.ms/customeragreement'

/** Not demanded by the client, which would keep *Decline* from being pressed as well: the server asks for both ticks (R82, D11). */
const authorization = (view: CustomerAcceptanceView, means: readonly string[], words: Words): FormField => ({
  kind: 'toggle',
  id: 'authorize',
  heading: words.customerInvitation.acceptance.consequencesTitle,
  lead: means,
  label: words.customerInvitation.acceptance.tick(asking(view)),
  on: false,
  error: words.refusal({ code: 'CUS_NOT_CONFIRMED', field: 'authorize' }),
})

const agreement = ({ hasAgreed }: CustomerAcceptanceView, words: Words): readonly FormField[] =>
  hasAgreed
    ? []
    : [
        {
          kind: 'toggle',
          id: 'mcaAccepted',
          heading: words.customerInvitation.acceptance.agreementTitle,
          lead: words.customerInvitation.acceptance.agreement,
          label: words.terms.fields.mcaAccepted,
          on: false,
          error: words.refusal({ code: 'MCA_NOT_TICKED', field: 'mcaAccepted' }),
          offers: [opens(words.customerInvitation.buttons.readAgreement, AGREEMENT)],
        },
      ]

/** What stands in the way, said to the customer: the rules speak to the partners. */
function ownWords(refusal: Refusal, view: CustomerAcceptanceView, words: Words): string {
  const { owner, provider } = view
  const { terms } = words
  const say = words.customerInvitation.acceptance
  switch (refusal.code) {
    case 'REGION_CUSTOMER':
      return say.otherRegion(
        refusal.partner,
        terms.country(refusal.country),
        terms.region(refusal.regionCustomer),
        terms.region(refusal.regionPartner),
      )
    case 'REGION_UNKNOWN':
      return say.noRegion
    case 'CUS_IS_CSP_TENANT':
      return say.cspTenant
    case 'CUS_SELF_OR_AFFILIATE':
      return say.affiliate(asking(view))
    case 'REL_ALREADY_RESELLER':
      return say.isReseller(refusal.provider)
    case 'PAR_NONE':
    case 'REGION_PARTNER':
      return say.notPartners(asking(view))
    case 'PAR_NOT_READY':
    case 'PAR_NOT_ENROLLED':
      return say.partnerNotReady(refusal.organization)
    case 'TRN_NO_NEW_DIRECT':
    case 'DB_RESTRICTED':
      return say.partnerNotReady(provider?.name ?? owner.name)
    default:
      return words.refusal(refusal)
  }
}

function partnerFacts({ invitation, owner, provider }: CustomerAcceptanceView, words: Words): readonly Fact[] {
  const { acceptance, customerInvitation, terms } = words
  const say = customerInvitation.acceptance
  return [
    { title: provider ? say.reseller : say.partner, value: owner.name },
    ...(provider ? [{ title: say.provider, value: provider.name }] : []),
    { title: acceptance.country, value: terms.country(owner.country) },
    { title: acceptance.invitedBy, value: byName(invitation.createdBy, words) },
    { title: acceptance.sentTo, value: invitation.email },
    ...('expiresAt' in invitation
      ? [{ title: acceptance.validUntil, value: words.dateTime(invitation.expiresAt) }]
      : []),
  ]
}

export type CustomerAcceptedView = {
  invitation: Extract<Invitation, { state: 'accepted' | 'declined' }>
  agreement: CustomerAgreement['status']
}

/** Authorized: by whom and when, whether the agreement is accepted, and what the partners may do now. */
export function customerAcceptedCard({ invitation, agreement }: CustomerAcceptedView, words: Words): Card {
  const { acceptance, buttons, customers, customerInvitation } = words
  const say = customerInvitation.acceptance
  const { request } = invitation
  const names = {
    owner: invitation.providerName,
    provider: request?.kind === 'both' ? request.through.name : undefined,
  }
  return summaryCard(
    {
      tone: 'good',
      place: invitation.resellerName,
      title: `✓ ${say.acceptedTitle(names)}`,
      intro: [say.accepted],
      sections: [
        {
          heading: acceptance.authorizedTitle,
          facts: [
            { title: acceptance.authorizedOn, value: words.dateTime(invitation.at) },
            { title: acceptance.authorizedBy, value: byName(invitation.by, words) },
            { title: say.agreementTitle, value: agreement === 'none' ? say.notAgreed : `✓ ${say.agreed}` },
          ],
          bullets: say.acceptedMeans(names, request?.includeDap ?? false).map((text) => ({ text })),
        },
      ],
      buttons: [tap(customers.buttons.ourPartners, 'own-partners', {}), tap(buttons.home, 'home', {})],
    },
    words,
  )
}
