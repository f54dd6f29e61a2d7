import { customerInviteEn } from './customer-invitation-en.ts'
import type { Format } from './format.ts'
import type { PageWords } from './pages.ts'
import { refusalsEn } from './refusals-en.ts'
import { termsEn as terms } from './terms-en.ts'

export const pagesEn = (format: Format): PageWords => {
  const refusals = refusalsEn(format)
  return {
    verify: {
      title: 'Confirm your email address',
      heading: (company) => `Confirm your email address for ${company}`,
      intro: ({ company, by, contactName }) =>
        `${by || 'An administrator'} applied to enroll ${company} in the Cloud Solution Provider (CSP) program as an indirect reseller, and named ${contactName} as the primary contact.`,
      facts: {
        company: terms.fields.company,
        by: 'Applied for by',
        contact: terms.steps.contact,
        email: terms.fields.email,
        validUntil: 'Link valid until',
      },
      instruction: 'If both statements are true, select both check boxes, and then select Confirm.',
      statements: terms.statements,
      confirm: 'Confirm',
      afterwards: 'The review of the application continues after you confirm. This page never asks for a password.',
      denial: {
        heading: "Didn't you sign up?",
        text: "Tell us here. The review then stops, and your company's administrators are told.",
        button: 'I did not sign up',
      },
      bothFacts: refusals.VER_BOTH_FACTS({ code: 'VER_BOTH_FACTS' }),
      outcomes: {
        confirmed: {
          heading: 'Thank you, your email address is confirmed',
          text: "The review of the application continues. We'll send updates on the enrollment to your address. You can close this page.",
        },
        alreadyConfirmed: {
          heading: 'Your email address is already confirmed',
          text: 'Both statements were confirmed before, so there is nothing more to do. You can close this page.',
        },
        denied: {
          heading: 'Thank you for telling us',
          text: "The review has stopped, and your company's administrators are told. You can close this page.",
        },
        expired: {
          heading: 'The link no longer works',
          text: `${refusals.VER_LINK_EXPIRED({ code: 'VER_LINK_EXPIRED' })} An administrator of your company can send it.`,
        },
        invalid: {
          heading: "This link isn't valid",
          text: "Check that you opened the whole link from the email. If it still doesn't work, ask an administrator of your company to send a new email.",
        },
      },
      trouble: {
        notExecuted: { heading: "This didn't work", text: 'Nothing was changed. Try again in a moment.' },
        unknown: {
          heading: "We couldn't confirm the result",
          text: "Send the form again; it won't be recorded twice.",
        },
      },
    },
    invite: {
      title: 'Invitation to a partnership',
      heading: (provider) => `${provider} invites your company to a partnership`,
      intro: ({ provider, country }) =>
        `${provider} (${country}) asks your company to authorize it as your indirect provider in the Cloud Solution Provider (CSP) program.`,
      facts: {
        provider: terms.kinds.indirectProvider.label,
        country: 'Country or region',
        region: 'CSP region',
        validUntil: 'Link valid until',
      },
      consequences: {
        heading: 'What accepting means',
        points: (provider) => [
          `You authorize ${provider} to submit orders and add subscriptions on behalf of your customers.`,
          `You grant ${provider} administrator access to your company's work account. You can remove that access later in the Office 365 portal; the partnership stays.`,
        ],
      },
      how: {
        heading: 'How to answer',
        steps: [
          'A global admin of your company opens the invitation in Teams, signed in with the work account.',
          `If Teams doesn't open, write to the ${terms.product} in Teams and send it this code.`,
          "If your company isn't enrolled as an indirect reseller yet, it can enroll there first.",
        ],
        code: 'Code',
      },
      openInTeams: 'Open in Teams',
      afterwards: 'Opening this page accepts nothing. It never asks for a password.',
      dead: {
        heading: "This link isn't valid",
        text: 'Check that you opened the whole link from the message. It may also have been used, withdrawn or replaced, or have expired. Ask whoever sent it for a new one.',
      },
    },
    customerInvite: customerInviteEn,
  }
}
