import type { EndState, PartnerFinding } from '../../../domain/questions/partners.ts'
import type { OrderCause } from '../../../domain/questions/refused-order.ts'
import type { ThemeWords } from './answers.ts'

export const partnersEn: ThemeWords<PartnerFinding> = (format, terms) => {
  const by = (who: string | undefined): string => (who === undefined ? 'by an automatic process' : `by ${who}`)
  const byOf = (who: string | undefined, company: string): string =>
    who === undefined ? `by ${company}` : `by ${who} of ${company}`
  const reasons = (count: number): string => (count === 1 ? 'One thing stands' : `${format.number(count)} things stand`)
  const counted = (count: number, one: string, many: string): string =>
    count === 1 ? `one ${one}` : `${count === 0 ? 'no' : format.number(count)} ${many}`
  const olderThan = (days: number | undefined): string =>
    days === undefined ? '' : ` older than ${days === 1 ? 'one day' : `${format.number(days)} days`}`
  const onPage = (more: boolean): string => (more ? ' on this page' : '')

  return {
    'partners.active': ({ provider, reseller, since }) =>
      `${reseller} is an indirect reseller of ${provider}. They have been partners since ${format.date(since)}.`,
    'partners.establishedBy': ({ company, who }) =>
      who === undefined ? `${company} authorized the provider.` : `${who} of ${company} authorized the provider.`,
    'partners.accessGranted': ({ provider, reseller }) =>
      `${provider} has administrator access to the work account of ${reseller}, which the partnership gave it.`,
    'partners.accessEnds': ({ reseller }) =>
      `A global admin of ${reseller} can take the access away in the Office 365 portal. The partnership stays active.`,
    'partners.accessRemoved': ({ provider, reseller, at, who }) =>
      `${provider} no longer has administrator access to the work account of ${reseller}. It was recorded as removed on ${format.date(at)} ${by(who)}.`,
    'partners.accessUnrecorded': ({ provider, reseller }) =>
      `Whether ${provider} still has administrator access to the work account of ${reseller} isn't recorded. The end of a partnership doesn't take it away: a global admin of ${reseller} does that in the Office 365 portal.`,
    'partners.endRequested': ({ company, at, who }) =>
      `${company} asked Microsoft Support on ${format.date(at)} to end the partnership${who === undefined ? '' : ` (${who})`}.`,
    'partners.removed': ({ provider, reseller, at }) =>
      `The partnership of ${provider} and ${reseller} was removed on ${format.date(at)}.`,
    'partners.removedBy': ({ provider, how, who }) =>
      how === 'microsoft' ? 'Microsoft Support ended it.' : `It was removed ${byOf(who, provider)}.`,
    'partners.lasted': ({ since }) => `It had been active since ${format.date(since)}.`,
    'partners.removedBefore': ({ at }) => `An earlier partnership of the two was removed on ${format.date(at)}.`,
    'partners.declared': ({ declarations }) =>
      `Declared by the provider when it was removed: ${declarations.map((one) => terms.declarations[one]).join(' ')}`,
    'partners.customersStay': ({ reseller, count, more }) =>
      count === undefined
        ? `The customers of ${reseller} stay with it.`
        : count === 0
          ? `The customers of ${reseller} stay with it. The two served none together.`
          : `The customers of ${reseller} stay with it: the two still share ${more ? 'more than ' : ''}${counted(count, 'customer', 'customers')}.`,
    'partners.delegatedAdminStays': () => 'Delegated admin privileges over customers are unchanged.',
    'partners.noNotice': () => 'No notice was sent to customers or to the other partner.',
    'partners.accessStays': ({ provider, reseller }) =>
      `The removal doesn't take away the administrator access of ${provider} to the work account of ${reseller}. A global admin of ${reseller} can do that in the Office 365 portal.`,
    'partners.howAgain': ({ provider, reseller }) =>
      `A removal can't be undone. To be partners again, ${provider} requests a new partnership, and a global admin of ${reseller} accepts it.`,
    'partners.notRemoved': ({ provider, reseller, since }) =>
      `The partnership of ${provider} and ${reseller} has been active since ${format.date(since)}. It isn't removed.`,
    'partners.never': ({ a, b }) => `${a} and ${b} have never had a partnership.`,
    'partners.sameCompany': ({ company }) => `Both are ${company}: a company can't be its own partner.`,
    'partners.notAPair': ({ a, kindA, b, kindB }) =>
      `Only an indirect provider and an indirect reseller can be partners. ${a} is ${terms.kinds[kindA].one}, and ${b} is ${terms.kinds[kindB].one}.`,
    'partners.howItBegins': () =>
      'The indirect provider requests a partnership, and a global admin of the reseller accepts the invitation.',
    'partners.pending': ({ provider, reseller, state }) => {
      switch (state) {
        case 'draft':
          return `${provider} has drafted an invitation to ${reseller}, but hasn't sent it.`
        case 'sent':
          return `${provider} has invited ${reseller}. Nobody has opened the invitation yet.`
        case 'opened':
          return `${provider} has invited ${reseller}. The invitation was opened and isn't answered yet.`
        case 'accepting':
          return `${reseller} is accepting the invitation of ${provider} right now.`
      }
    },
    'partners.invitation': ({ provider, invited, state }) =>
      `The invitation of ${provider} to ${invited} ${STANDS[state]}.`,
    'partners.lastInvitation': ({ state, at }) => `Their last invitation ${ENDED[state]} on ${format.date(at)}.`,
    'partners.noInvitation': ({ provider, reseller }) => `${provider} has no invitation to ${reseller} on record.`,
    'partners.noInvitations': ({ company }) => `${company} has no invitations on record.`,
    'partners.drafted': ({ email, who }) => `Drafted for ${email} ${by(who)}.`,
    'partners.sent': ({ email }) => `Sent to ${email}.`,
    'partners.renewed': ({ times }) =>
      times === 1
        ? 'The link was renewed once. Only the newest link works.'
        : `The link was renewed ${format.number(times)} times. Only the newest link works.`,
    'partners.sendAgain': ({ provider, isClosed }) =>
      isClosed
        ? `This invitation can't be answered any more. ${provider} can send a new one.`
        : `${provider} can send it again or renew its link: type “invitations”, then open it.`,
    'partners.opened': ({ company, who }) => `Opened ${byOf(who, company)}.`,
    'partners.blocked': ({ company, reason }) => `${company} couldn't accept it: ${BLOCKS[reason]}.`,
    'partners.accepted': ({ company, who }) => `Accepted ${byOf(who, company)}.`,
    'partners.declined': ({ company, who, reason }) =>
      `Declined ${byOf(who, company)}.${reason ? ` Reason: ${reason}` : ''}`,
    'partners.revoked': ({ provider, who }) => `Revoked ${byOf(who, provider)}.`,
    'partners.expired': () => 'It expired. Whoever sent it can renew it.',
    'partners.superseded': () => "It's no longer needed, and its link no longer works.",
    'partners.waitsToBeSent': () => 'It still has to be sent.',
    'partners.waitsToBeOpened': ({ until }) => `Nobody has opened it yet. The link works until ${format.date(until)}.`,
    'partners.waitsForAnswer': ({ until, customer }) =>
      `Waiting for a global admin of the ${customer ? 'customer' : 'reseller'} to answer, until ${format.date(until)}.`,
    'partners.beingAccepted': ({ company }) => `${company} is accepting it right now.`,
    'partners.canAccept': ({ provider, reseller }) =>
      `${reseller} can accept the invitation of ${provider}: a global admin opens the link, selects the checkbox and then Authorize indirect provider.`,
    'partners.cannotAccept': ({ provider, reseller, reasons: count }) =>
      `${reseller} can't accept the invitation of ${provider} now. ${reasons(count)} in the way.`,
    'partners.customerCanAccept': ({ partners, customer }) =>
      `${customer} can authorize ${format.all(partners)}: a global admin opens the invitation, selects the checkbox and then Authorize.`,
    'partners.already': ({ provider, reseller, since }) =>
      `There's nothing left to accept: ${reseller} has been an indirect reseller of ${provider} since ${format.date(since)}.`,
    'partners.accepters': ({ company, names }) => `Global admins of ${company}, who can accept: ${format.all(names)}.`,
    'partners.mpaNoObstacle': ({ reseller }) =>
      `${reseller} hasn't signed the Microsoft Partner Agreement. That doesn't keep it from accepting, but new business needs it.`,
    'partners.pendingOf': ({ company, count, more, days }) =>
      `${company} has ${counted(count, 'pending invitation', 'pending invitations')}${olderThan(days)}${onPage(more)}.`,
    'partners.pendingBetween': ({ company, count, more, days }) =>
      `Between your company and ${company}, ${count === 0 ? 'no invitation' : counted(count, 'invitation', 'invitations')}${olderThan(days)} ${count > 1 ? 'are' : 'is'} pending${onPage(more)}.`,
    'partners.invitationsOf': ({ company, count, more }) =>
      `${company} has ${counted(count, 'invitation', 'invitations')}${onPage(more)}.`,
    'partners.line': ({ state, at, expiresAt, with: company, kind }) =>
      [
        ...(company === undefined ? [] : [company]),
        ...(kind === undefined ? [] : ['Customer invitation']),
        terms.invitationStates[state],
        format.date(at),
        ...(expiresAt === undefined ? [] : [`link until ${format.date(expiresAt)}`]),
      ].join(' · '),
    'partners.resellers': ({ company, count, more }) =>
      `${company} has ${counted(count, 'indirect reseller', 'indirect resellers')}${onPage(more)}.`,
    'partners.providers': ({ company, count, more }) =>
      `${company} has ${counted(count, 'indirect provider', 'indirect providers')}${onPage(more)}.`,
    'partners.since': ({ at }) => `Partners since ${format.date(at)}.`,
    'partners.otherSide': ({ company, kind }) =>
      kind === 'indirectProvider'
        ? `${company} is ${terms.kinds[kind].one} itself, so it has no providers: it has resellers.`
        : `${company} is ${terms.kinds[kind].one} itself, so it has no resellers: it has providers.`,
    'partners.noneByKind': ({ company, kind }) =>
      `${company} is ${terms.kinds[kind].one}, so it has no partnerships with providers or resellers.`,
    'partners.ownRelationOnly': ({ company }) => `Of ${company}, only its relation to your own company is shown here.`,
    'later.supportDefault': () =>
      "The indirect provider supports a subscription until it names somebody else in Designated support contact: one of the customer's resellers.",
    'later.shared': ({ a, b }) => `The customers that ${a} and ${b} share aren't recorded here yet.`,
    'later.sharedNeeds': () =>
      'A customer is shared when both the provider and the reseller have their own relationship with it. The end of a partnership changes nothing about that.',
    'later.locationMpn': () =>
      'Reseller (MPN ID) holds the location MPN ID that the reseller was onboarded with, never the global one. It can be set on existing subscriptions too.',
    'later.noCredit': () => 'A subscription without a reseller gives no reseller any incentives.',
    'later.adminAtCreation': () =>
      'The reseller that is set can manage that subscription. Administrator access to the whole account comes from naming the reseller when the customer is created, or from the customer accepting an invitation of both partners.',
    'later.origin': () => "Whether this customer is a direct or an indirect one isn't recorded here yet.",
    'later.direct': () =>
      'For a direct customer, the partner orders, manages reservations, buys software and bills it directly.',
    'later.indirect': () =>
      'For an indirect customer, the provider orders. The reseller manages users and licenses, and takes care of renewals.',
    'later.recognised': () =>
      'In Partner Center, a direct customer shows its subscriptions and the option to add products. An indirect customer shows neither.',
    'later.incentive': ({ company }) => `The incentive invitation of ${company} isn't recorded here yet.`,
    'later.incentiveNone': ({ company }) =>
      `${company} gets no incentive invitation: it is sent only to direct-bill partners that become indirect resellers on the same tenant.`,
    'later.incentiveWithin': () =>
      'It arrives by email within 30 days of becoming an indirect reseller on the direct-bill tenant. After that, Microsoft Support can help.',
    'later.incentiveTarget': ({ mpnId, email }) =>
      mpnId === undefined
        ? 'It goes to the email address of the MPN account that is tied to the CSP tenant.'
        : `It goes to the email address of MPN account ${mpnId}, which is tied to the CSP tenant${email === undefined ? '' : ` (${email})`}.`,
    'later.incentiveDirect': () =>
      'Direct-bill incentives remain possible with the same tenant. The two programs are managed separately.',
    'later.incentiveResellers': ({ company, kind }) =>
      `${company} gets no reseller incentive invitation: it is ${terms.kinds[kind].one}.`,
    'later.twoPartners': () => 'A customer can work with several partners at once.',
    'later.multiPartner': () => 'It can buy different services from different partners.',
    'later.multiChannel': () => 'It can also have several partners manage its subscriptions.',
    'later.whoServes': () => 'No partner of this customer is recorded here.',
    'later.order': ({ orderCode, cause }) => `Code ${orderCode}: ${ORDERS[cause].why}`,
    'later.orderFix': ({ cause }) => ORDERS[cause].mend,
    'later.orderUnknown': ({ orderCode }) => `We can't explain code ${orderCode}. Microsoft Support can look it up.`,
    'later.orderNotRecorded': () =>
      'No refused order is recorded here. Ask again with the error code, and it will be explained.',
  }
}

/** After “The invitation …”. */
const STANDS = {
  draft: 'is drafted but not sent',
  sent: 'is sent and not opened yet',
  opened: 'is opened and not answered yet',
  accepting: 'is being accepted',
  accepted: 'is accepted',
  declined: 'is declined',
  revoked: 'is revoked',
  expired: 'is expired',
  superseded: 'is no longer needed',
} as const

const ENDED: Record<EndState, string> = {
  accepted: 'was accepted',
  declined: 'was declined',
  revoked: 'was revoked',
  expired: 'expired',
  superseded: 'was no longer needed',
}

const BLOCKS = {
  notEnrolled: "it isn't enrolled as an indirect reseller",
  region: 'it is in another CSP region than the provider',
  customer: 'it is already a customer of the provider',
  suspended: 'its account is suspended',
  customerRegion: 'it is in another CSP region',
  cspTenant: 'it uses its tenant for CSP business of its own',
  affiliate: 'it belongs together with a partner that invited it',
  reseller: 'it is already an indirect reseller of the provider',
  partnership: 'the reseller and the provider are not partners any more',
} as const

const ORDERS: Record<OrderCause, { why: string; mend: string }> = {
  noRelation: {
    why: 'the partner that ordered has no reseller relationship of its own with the customer.',
    mend: 'The provider invites the customer, and orders once its global admin has accepted.',
  },
  notInThatCountry: {
    why: "the partner isn't onboarded to sell in the customer's country.",
    mend: 'Only a partner in the CSP region of the customer can order. A company in several regions needs an account in each.',
  },
  mpnNotAdvisor: {
    why: 'the MPN ID is not the one of an advisor.',
    mend: 'Enter the location MPN ID that the reseller was onboarded with.',
  },
  mpnNotOnRecord: {
    why: "the MPN ID can't be the partner of record.",
    mend: 'Enter the location MPN ID that the reseller was onboarded with, not the global one.',
  },
  mpnNotFound: {
    why: 'nobody has this MPN ID.',
    mend: 'Check the number. Enter the location MPN ID that the reseller was onboarded with.',
  },
  mpnNotReseller: {
    why: 'the MPN ID is not the one of an indirect reseller.',
    mend: 'The company enrolls as an indirect reseller first.',
  },
  resellerMpa: {
    why: "the reseller hasn't accepted the Microsoft Partner Agreement.",
    mend: 'A global admin of the reseller signs it, then the order can be repeated.',
  },
  ownMpa: {
    why: "the company that ordered hasn't accepted the Microsoft Partner Agreement.",
    mend: 'A global admin of that company signs it, then the order can be repeated.',
  },
  customerAgreement: {
    why: "the customer's acceptance of the Microsoft Customer Agreement is missing.",
    mend: 'The provider or direct-bill partner confirms that the customer has accepted it, then the order can be repeated.',
  },
  addressCorrected: {
    why: "the customer's address was corrected.",
    mend: 'Check the corrected address and order again with it.',
  },
  invalidValue: {
    why: 'one of the values is not valid, most often in the address.',
    mend: 'Check the address and the other fields, and order again.',
  },
  programInactive: {
    why: 'the program of the partner is not active.',
    mend: 'A suspended account can only manage what exists. Microsoft Support can say how the suspension is lifted.',
  },
  underReview: {
    why: 'the account is under review or not authorized.',
    mend: 'Wait for the outcome of the review, which is sent by email.',
  },
  partnerFixed: {
    why: "the partner of record of this subscription can't be changed.",
    mend: 'Leave Reseller (MPN ID) as it is.',
  },
  subscriptionSuspended: {
    why: "a suspended subscription can't be changed.",
    mend: 'Reactivate the subscription first.',
  },
  quantity: {
    why: 'the number of licenses is out of range.',
    mend: "Enter a whole number within the offer's limits.",
  },
  stale: {
    why: 'somebody changed it in the meantime.',
    mend: 'Open the current state and repeat the change.',
  },
  transfer: {
    why: 'the transfer of the subscription has a fault.',
    mend: 'A subscription can only be in one open transfer, and add-ons follow it. Unsupported kinds are bought again.',
  },
  transferDisabled: {
    why: 'transfers are not enabled for this account.',
    mend: 'Microsoft Support can say whether they can be enabled.',
  },
  role: {
    why: 'the role of whoever ordered is not sufficient.',
    mend: 'A global admin, user management admin, admin agent or sales agent can order.',
  },
  authorization: {
    why: "the authorization of whoever ordered couldn't be confirmed.",
    mend: 'Sign in again, with a role that can order.',
  },
  notAllowed: {
    why: "this action isn't allowed for the account.",
    mend: 'Check whether the customer is a direct or an indirect one: only its own partner can order.',
  },
}
