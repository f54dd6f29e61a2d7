import type { Draft } from '../../domain/invitation/invitation.ts'
import type { Format } from './format.ts'
import { type CustomerInviteNoticeWords, LINK, paragraphs, points } from './notices.ts'
import type { CustomerInviteWords } from './pages.ts'
import { termsEn as terms, withArticle } from './terms-en.ts'

/** Who asks a customer: the owner of the invitation alone, or a reseller with its `provider`. */
export type Asking = { owner: string; provider?: string | undefined }

const both = ({ owner, provider }: Asking): string => (provider === undefined ? owner : `${owner} and ${provider}`)

/** What cards say in English of a customer's invitation: S0 “Invite a customer”, S2 Connect 6, S4 direct, S1 tasks 3. */
export const customerInvitationEn = {
  buttons: {
    invite: 'Invite new customers',
    authorize: 'Authorize',
    readAgreement: 'Read the agreement',
  },
  kind: {
    both: 'Customer',
    direct: 'Direct customer',
    provider: 'Customer',
  },
  form: {
    intro: {
      both: 'We draft an email with a personal link. With it, the customer authorizes your company and your indirect provider at the same time: you manage its subscriptions, licenses and users, and the provider submits the orders.',
      single:
        'We draft an email with a personal link. With it, an existing customer authorizes your company as its reseller, so that its subscriptions and billing can be with you.',
    },
    email: "Customer's email",
    emailHint: "The address of a person at the customer. Only that company's global admin can accept.",
    through: 'Indirect provider',
    throughHint: 'It submits the orders for this customer.',
    language: 'Language',
    languageHint: 'The email is drafted in this language.',
    dap: 'Ask for delegated admin privileges',
    dapHint:
      'With them your company can manage the users and settings of the customer. The customer can take them away.',
    noProvider: 'Your company has no indirect provider yet. Customers are invited together with one.',
  },
  draft: {
    title: (email: string) => `Customer invitation for ${email}`,
    sentByYou: 'We send nothing by email: the customer gets it from you. The link works for 30 days.',
    inTeams:
      '“Send in Teams” reaches those global admins of the customer who use this bot. Whether any of them does is not shown.',
    kind: 'Invited as',
    dap: { asked: 'Part of the invitation', notAsked: 'Not part of the invitation' },
  },
  invitation: {
    title: (email: string, state: string) => `Customer invitation for ${email}: ${state}`,
    waits: 'A global admin of the customer authorizes or declines.',
    through: (provider: string) => `Together with ${provider}`,
  },
  notes: {
    sent: 'The invitation counts as sent. You will be told when it is opened or answered.',
    inTeams:
      'Global admins of the customer who use this bot get the invitation in Teams. Whether any of them does is not shown, so send the email as well. You will be told when the invitation is opened or answered.',
  },
  list: {
    line: { both: (provider: string) => `Customer, with ${provider}`, direct: 'Direct customer', provider: 'Customer' },
    asks: { both: (provider: string) => `To be your reseller, with ${provider}`, single: 'To be your reseller' },
  },
  acceptance: {
    title: (asking: Asking) => `Authorize ${both(asking)}`,
    asks: ({ owner, provider }: Asking) =>
      provider === undefined
        ? `${owner} asks your company to authorize it as your reseller of record.`
        : `${owner} asks your company to authorize both as your resellers of record, at the same time.`,
    whyDeclined: (asking: Asking) =>
      `Nothing is authorized when you decline. If you like, say why in one line (optional): ${both(asking)} can read it.`,
    who: 'Who asks',
    reseller: 'Reseller',
    provider: terms.kinds.indirectProvider.label,
    partner: 'Partner',
    consequencesTitle: 'If you authorize',
    consequences: ({ owner, provider }: Asking, dap: boolean) =>
      provider === undefined
        ? [
            `${owner} can submit orders on your behalf: new subscriptions, and new licenses for those you have.`,
            dap
              ? `${owner} gets delegated admin privileges: it can manage your subscriptions, licenses and users on your behalf. You can take them away later; the relationship stays.`
              : `${owner} gets no delegated admin privileges: it can't manage your users.`,
          ]
        : [
            `${owner} gets administrator permissions to manage your subscriptions, licenses and users on your behalf.`,
            `${provider} can submit orders on your behalf: new subscriptions, and new licenses for those you have.`,
            'You can take the administrator permissions away later; the relationships stay.',
          ],
    tick: (asking: Asking) => `I have read this and authorize ${both(asking)} for my company`,
    agreementTitle: 'Microsoft Customer Agreement',
    agreement: [
      'Your company has not accepted the Microsoft Customer Agreement yet. Nothing can be ordered without it.',
    ],
    otherRegion: (partner: string, country: string, theirs: string, ours: string) =>
      `Your company is in ${withArticle(theirs)} (${country}), and ${partner} can sell in ${withArticle(ours)} only. Ask for a partner of your region.`,
    noRegion: 'The CSP program is not offered where your company is.',
    cspTenant:
      'Your company uses this tenant for CSP business of its own, so nobody may sell to it. Ask for an invitation to an address of a separate tenant.',
    affiliate: (asking: Asking) =>
      `Your company and ${both(asking)} belong together. A partner may not sell to itself or to an affiliate.`,
    isReseller: (provider: string) =>
      `Your company is an indirect reseller of ${provider}, so it can't be its customer. Buy from another partner, or with another tenant.`,
    notPartners: ({ owner, provider = '' }: Asking) =>
      `${owner} and ${provider} are not partners any more. Ask ${owner} for a new invitation.`,
    partnerNotReady: (partner: string) => `${partner} can't take on new customers at the moment. Contact it directly.`,
    agreed: 'Accepted',
    notAgreed: 'Not accepted yet. Nothing can be ordered until it is.',
    acceptedTitle: (asking: Asking) => `You authorized ${both(asking)}`,
    accepted: 'Your company and its resellers are connected.',
    acceptedMeans: ({ owner, provider }: Asking, dap: boolean) =>
      provider === undefined
        ? [
            `${owner} can submit orders on your behalf.`,
            ...(dap ? [`${owner} has delegated admin privileges. You can take them away at any time.`] : []),
          ]
        : [
            `${owner} can manage your subscriptions, licenses and users on your behalf. You can take the administrator permissions away at any time.`,
            `${provider} can submit orders on your behalf.`,
          ],
    closed: (state: string, at: string, owner: string) =>
      `This invitation is closed: ${state.toLowerCase()}, ${at}. ${owner} can send a new one.`,
    accepting: 'The authorization is being completed. Refresh in a moment.',
    comeBack: 'When this is settled, open the same link again.',
  },
}

export type CustomerInvitationWords = typeof customerInvitationEn

const AS = { reseller: 'as its reseller', direct: 'as its reseller', provider: 'as its provider' } as const

export function customerInvitationNoticesEn(format: Format): CustomerInviteNoticeWords {
  return {
    'customerInvite.requested': {
      title: ({ company, through }) => `${both({ owner: company, provider: through })} would like to be your resellers`,
      text: ({ company, by, through, expiresAt }) =>
        paragraphs(
          `${by ? `${by} of ${company}` : company} asks your company to authorize ${both({ owner: company, provider: through })} as ${through === undefined ? 'your reseller' : 'your resellers'} of record.`,
          `The invitation shows what that means. Only a global admin of your company can authorize or decline, until ${format.date(expiresAt)}.`,
          `Open the invitation:\n${LINK}`,
        ),
    },
    'customerInvite.sent': {
      title: ({ reseller }) => `${reseller} invited a customer together with you`,
      text: ({ company, reseller, email, by }) =>
        `${by ? `${by} of ${reseller}` : reseller} sent an invitation to ${email}. It asks the customer to authorize ${reseller}, and ${company} as its indirect provider. You'll hear when it is opened and when the customer has authorized you.`,
    },
    'customerInvite.opened': {
      title: ({ other }) => `${other} opened the customer invitation`,
      text: ({ company, other, email, reseller }) =>
        reseller
          ? `Somebody at ${other} opened the invitation that ${reseller} sent to ${email}, in the name of ${company} as well. You'll hear when the customer has authorized you.`
          : `Somebody at ${other} opened the invitation that ${company} sent to ${email}. You'll hear when it is answered.`,
    },
    'customerInvite.blocked': {
      title: ({ other }) => `${other} can't accept the customer invitation`,
      text: ({ company, other, email, reasons }) =>
        paragraphs(
          `${other} couldn't accept the invitation that ${company} sent to ${email}.`,
          points(
            'What stands in the way:',
            '• ',
            reasons.map((reason) => `${terms.blockReasons[reason].why} ${terms.blockReasons[reason].mend}`),
          ),
        ),
    },
    'customerInvite.declined': {
      title: ({ other }) => `${other} declined the customer invitation`,
      text: ({ company, other, email, by, reason }) =>
        paragraphs(
          `${by ? `${by} of ${other}` : other} declined the invitation that ${company} sent to ${email}. Nothing was authorized. You can invite the customer again later.`,
          ...(reason ? [`Reason: ${reason}`] : []),
        ),
    },
    'customerInvite.expired': {
      title: () => 'Your customer invitation has expired',
      text: ({ company, email }) =>
        `The invitation that ${company} sent to ${email} wasn't accepted within 30 days, and its link no longer works. Renew it to send a new link that works for another 30 days.`,
    },
    'customerInvite.accepted': {
      title: ({ customer }) => `${customer} is now your customer`,
      text: ({ as, company, customer, by, dap, other }) =>
        paragraphs(
          `${by ? `${by} of ${customer}` : customer} authorized ${company} ${AS[as]}${other ? `, together with ${other}` : ''}.`,
          as === 'reseller'
            ? `You have administrator permissions to manage the customer's subscriptions, licenses and users. ${other ?? 'Your indirect provider'} submits the orders.`
            : paragraphs(
                'You can submit orders on behalf of this customer.',
                other
                  ? `${other} manages the customer's account.`
                  : dap
                    ? 'You have delegated admin privileges.'
                    : "You have no delegated admin privileges: they weren't part of the invitation.",
              ),
        ),
    },
  }
}

/** What the page behind a customer's link says. */
export const customerInviteEn: CustomerInviteWords = {
  title: 'Invitation from a reseller',
  heading: (asking) =>
    `${both(asking)} would like to be your ${asking.provider === undefined ? 'reseller' : 'resellers'}`,
  intro: ({ owner, provider, country }) =>
    provider === undefined
      ? `${owner} (${country}) asks your company to authorize it as your reseller for Microsoft cloud services in the Cloud Solution Provider (CSP) program.`
      : `${owner} (${country}) asks your company to authorize ${owner} and its indirect provider ${provider} as your resellers for Microsoft cloud services in the Cloud Solution Provider (CSP) program.`,
  facts: { owner: 'Partner', through: terms.kinds.indirectProvider.label },
  points: customerInvitationEn.acceptance.consequences,
  steps: [
    'A global admin of your company opens the invitation in Teams, signed in with the work account.',
    `If Teams doesn't open, write to the ${terms.product} in Teams and send it this code.`,
    'If your company has not accepted the Microsoft Customer Agreement yet, it is asked for there.',
  ],
}

/** The mail to a customer, who reads each partner by name (F50). */
export const customerDraftEn = ({ owner, provider, admin, dap }: Asking & { admin: string; dap: boolean }): Draft => ({
  subject:
    provider === undefined
      ? `Please authorize ${owner} as your reseller`
      : `Please authorize ${owner} and ${provider} as your resellers`,
  body: paragraphs(
    'Hello,',
    provider === undefined
      ? `${owner} would like to be your reseller for Microsoft cloud services in the Cloud Solution Provider (CSP) program, and asks you to authorize it.`
      : `Together with its indirect provider ${provider}, ${owner} would like to be your reseller for Microsoft cloud services in the Cloud Solution Provider (CSP) program. We ask you to authorize both at the same time.`,
    `A global admin of your company opens this link, reads what it means, and then selects “Authorize”:\n${LINK}`,
    provider === undefined
      ? `Then ${owner} can submit orders on your behalf${dap ? ', and has delegated admin privileges to manage your subscriptions, licenses and users' : ''}.`
      : `Then ${owner} has administrator permissions to manage your subscriptions, licenses and users on your behalf, and ${provider} can submit orders on your behalf when you want new subscriptions or licenses.`,
    'If your company has not accepted the Microsoft Customer Agreement yet, the same card asks for it.',
    'The link is personal and valid for 30 days. Please reply to this email if you have any questions.',
    `Kind regards,\n${admin}\n${owner}`,
  ),
})
