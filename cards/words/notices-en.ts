import type { ReminderAbout } from '../../domain/questions/answer.ts'
import { customerInvitationNoticesEn } from './customer-invitation-en.ts'
import { customerNoticesEn } from './customer-notices-en.ts'
import type { Format } from './format.ts'
import { LINK, type NoticeWords, paragraphs, points } from './notices.ts'
import { termsEn as terms, withArticle } from './terms-en.ts'

const FIXERS = 'A global admin or MPN partner admin of your company'

const REMINDERS: Record<ReminderAbout, { title: string; text: string }> = {
  mpa: {
    title: 'Please sign the Microsoft Partner Agreement',
    text: 'Until a global admin has signed the MPA, nobody can do new business with your company. It takes a minute and is done once for each region.',
  },
  enrollment: {
    title: 'Please finish your enrollment',
    text: 'Your company is not enrolled as an indirect reseller yet. The status shows what is waited for, and by whom.',
  },
  invitation: {
    title: 'An invitation waits for your answer',
    text: 'A global admin opens the invitation, and authorizes whoever sent it or declines.',
  },
  adminAgent: {
    title: 'Please finish setting up your account',
    text: 'A global admin who is an Admin agent completes the set-up and adds users.',
  },
}

/** @param format dates and lists of the reader's own time zone. */
export function noticesEn(format: Format): NoticeWords {
  return {
    'enrollment.submitted': {
      title: () => 'Your enrollment was submitted',
      text: ({ company, by, contactEmail }) =>
        `${by || 'An administrator'} submitted the application to enroll ${company} as an indirect reseller. We are emailing the primary contact (${contactEmail}) to confirm the address. The review begins after that.`,
    },
    'verification.confirm': {
      title: ({ company }) => `Confirm your email address for ${company}`,
      text: ({ company, contactName, by, expiresAt }) =>
        paragraphs(
          `Hello ${contactName},`,
          `${by || 'An administrator'} applied to enroll ${company} in the Cloud Solution Provider (CSP) program as an indirect reseller, and named you as the primary contact.`,
          "To help protect your company's security and privacy, please confirm these two statements:",
          `1. ${terms.statements.signedUp}\n2. ${terms.statements.belongsToCompany}`,
          `Open this link, select both check boxes, and then select Confirm:\n${LINK}`,
          `The link is valid for 14 days, until ${format.dateTime(expiresAt)}, and can be used once. The review continues after you confirm. We'll send updates on the enrollment to this address.`,
          "If you didn't sign up, open the link and say so. The review then stops, and your company's administrators are told.",
          'The page never asks for a password.',
        ),
    },
    'verification.confirmed': {
      title: () => 'The primary contact has confirmed',
      text: ({ company, contactEmail }) =>
        `${contactEmail} confirmed both statements, and the review of ${company}'s application is under way. There is nothing to do for now. You'll hear the result in Teams, and the primary contact by email.`,
    },
    'verification.bounced': {
      title: () => "The email to the primary contact couldn't be delivered",
      text: ({ company, contactEmail }) =>
        `Our email to ${contactEmail} came back. The review of ${company}'s application waits until the primary contact has confirmed. ${FIXERS} can check the address and name a primary contact whose company mailbox is read.`,
    },
    'verification.expired': {
      title: () => 'The confirmation link has expired',
      text: ({ company, contactEmail }) =>
        `${contactEmail} didn't answer within 14 days, so the review of ${company}'s application can't continue. ${FIXERS} can send the email again, or name another primary contact.`,
    },
    'verification.denied': {
      title: () => 'The primary contact says they did not sign up',
      text: ({ company, contactEmail }) =>
        `${contactEmail} answered that they did not sign up for a Partner Center account. The review of ${company}'s application has stopped. Find out who applied and why, and then name another primary contact or withdraw the application.`,
    },
    'review.requested': {
      title: ({ company }) => `Please review: ${company}`,
      text: ({ company, dueAt }) =>
        `${company} applied to enroll as an indirect reseller. By ${format.date(dueAt)}, approve it, reject it, or ask for documents.`,
    },
    'review.resubmitted': {
      title: ({ company }) => `Please review again: ${company}`,
      text: ({ company, dueAt }) =>
        `${company} corrected its application and sent it again. Record your decision by ${format.date(dueAt)}.`,
    },
    'review.overdue': {
      title: ({ company }) => `Review overdue: ${company}`,
      text: ({ company, dueAt }) =>
        `The decision on ${company}'s application was due on ${format.date(dueAt)} and isn't recorded yet. The applicant knows about the delay. Please decide now, or open a ticket with Microsoft Support.`,
    },
    'review.withdrawn': {
      title: ({ company }) => `Application withdrawn: ${company}`,
      text: ({ company, by }) =>
        by === ''
          ? `${company} withdrew its application. There is nothing to review anymore.`
          : `${by} withdrew ${company}'s application. There is nothing to review anymore.`,
    },
    'enrollment.actionRequired': {
      title: () => 'A document is needed for your enrollment',
      text: ({ company, request: { name, kind, note, link } }) =>
        paragraphs(
          `To continue the review of ${company}'s application, we need this document.`,
          `Document: ${name} (${terms.documentKinds[kind]})`,
          note && `Note: ${note}`,
          link && `More about it: ${link}`,
          `${FIXERS} can provide it in the ${terms.product}. The review continues after that.`,
        ),
    },
    'enrollment.resubmitted': {
      title: () => 'Your application was sent again',
      text: ({ company, by, dueAt }) =>
        `${by || 'An administrator'} corrected ${company}'s application and sent it again. The review is under way, and you can expect the result by ${format.date(dueAt)}.`,
    },
    'enrollment.approved': {
      title: () => 'Your enrollment as an indirect reseller was approved',
      text: ({ company }) =>
        paragraphs(
          `${company} is approved as an indirect reseller in the CSP program.`,
          `Next: a global admin adds themselves to Admin agent and signs the ${terms.mpa}. New business can begin once the MPA is signed.`,
        ),
    },
    'enrollment.rejected': {
      title: () => 'Your application was rejected, and can be corrected',
      text: ({ company, reason, fixes }) =>
        paragraphs(
          `The application of ${company} was rejected.`,
          `Reason: ${reason}`,
          points(
            'What has to be fixed:',
            '• ',
            fixes.map((kind) => `${terms.verificationKinds[kind]}: ${terms.verificationFixes[kind]}`),
          ),
          `${FIXERS} can correct the profile or add a document in the ${terms.product}, and then send the application again.`,
        ),
    },
    'enrollment.declined': {
      title: () => 'Your application was declined',
      text: ({ company, reason }) =>
        paragraphs(
          `After the review, the application of ${company} was declined.`,
          `Reason: ${reason}`,
          'The decision on this application is final. A global admin can start a new application.',
        ),
    },
    'enrollment.withdrawn': {
      title: () => 'Your application was withdrawn',
      text: ({ company, by }) =>
        `${by || 'An administrator'} withdrew ${company}'s application. Its MPN ID can be used again, and a global admin can start a new application at any time.`,
    },
    'enrollment.active': {
      title: () => 'Your enrollment is complete',
      text: ({ company }) =>
        paragraphs(
          `The enrollment of ${company} is complete, and the account is active.`,
          'Next: find an indirect provider in your region and contact it directly. When you agree to work together, a global admin accepts its partnership request. A global admin can also add employees and set up the organization profile.',
        ),
    },
    'enrollment.overdue': {
      title: () => 'Your review is taking longer than planned',
      text: ({ company, dueAt }) =>
        `The review of ${company}'s application was planned to end by ${format.date(dueAt)} and is still under way. We're sorry for the delay. The reviewers have been reminded; you can wait, or open a ticket with Microsoft Support.`,
    },
    'agreement.offered': {
      title: () => `The ${terms.mpa} is ready to sign`,
      text: ({ company, region }) =>
        `${company} can now sign the ${terms.mpa} for ${withArticle(terms.region(region))}. Only a global admin can sign it. New business needs the signature.`,
    },
    'agreement.accepted': {
      title: () => `The ${terms.mpa} is signed`,
      text: ({ company, region, by, at }) =>
        `On behalf of ${company}, ${by || 'a global admin'} signed the ${terms.mpa} for ${withArticle(terms.region(region))} on ${format.date(at)}. It doesn't expire and needs no renewal.`,
    },
    'organization.suspended': {
      title: () => 'Your CSP account was suspended',
      text: ({ company, reason }) =>
        paragraphs(
          `The CSP account of ${company} was suspended.`,
          `Reason: ${reason}`,
          'You can still manage existing customers and subscriptions, but no new business is possible. To have the suspension lifted, contact Microsoft Support.',
        ),
    },
    'organization.reinstated': {
      title: () => 'Your CSP account is active again',
      text: ({ company, reason }) =>
        paragraphs(`The suspension of ${company} was lifted. New business is possible again.`, `Reason: ${reason}`),
    },
    'organization.registered': {
      title: ({ kind }) => `Your company was registered as ${terms.kinds[kind].one}`,
      text: ({ company, kind }) =>
        paragraphs(
          `${company} was registered as ${terms.kinds[kind].one} in the CSP program.`,
          `Next: if the ${terms.mpa} isn't signed yet, a global admin signs it in the ${terms.product}.`,
        ),
    },
    'organization.offboarding': {
      title: () => 'Your company was identified for direct-bill offboarding',
      text: ({ company }) =>
        paragraphs(
          `The tenant of ${company} was identified for direct-bill offboarding.`,
          "Your company can become an indirect reseller on the same tenant and continue its business through an indirect provider. A global admin takes this step. It can't be undone.",
        ),
    },
    'employee.added': {
      title: () => 'An employee was added',
      text: ({ employee, email }) =>
        `We created an account for ${employee} and emailed a temporary password to ${email}. It has to be changed at the first sign-in.`,
    },
    'employee.failed': {
      title: () => "An employee couldn't be added",
      text: ({ employee, email }) =>
        `We couldn't create an account for ${employee} (${email}). Check the address, and then add the person again.`,
    },
    'partnership.requested': {
      title: ({ company }) => `${company} invites your company to a partnership`,
      text: ({ company, by, expiresAt }) =>
        paragraphs(
          `${by ? `${by} of ${company}` : company} asks your company to authorize ${company} as its indirect provider.`,
          `The invitation shows what accepting means. Only a global admin of your company can accept or decline it, until ${format.date(expiresAt)}.`,
          `Open the invitation:\n${LINK}`,
        ),
    },
    'partnership.opened': {
      title: ({ other }) => `${other} opened your invitation`,
      text: ({ company, other, email }) =>
        `Somebody at ${other} opened the invitation that ${company} sent to ${email}. You'll hear when it is accepted or declined, or when something has to be done there first.`,
    },
    'partnership.blocked': {
      title: ({ other }) => `${other} can't accept your invitation yet`,
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
    'partnership.declined': {
      title: ({ other }) => `${other} declined your invitation`,
      text: ({ company, other, email, by }) =>
        `${by ? `${by} of ${other}` : other} declined the invitation that ${company} sent to ${email}. Contact the company directly if you want to know why. You can invite it again later.`,
    },
    'partnership.expired': {
      title: () => 'Your invitation has expired',
      text: ({ company, email }) =>
        `The invitation that ${company} sent to ${email} wasn't accepted within 30 days, and its link no longer works. Renew it to send a new link that works for another 30 days.`,
    },
    'partnership.established': {
      title: ({ as, other }) =>
        as === 'provider' ? `${other} is now your indirect reseller` : `${other} is now your indirect provider`,
      text: ({ as, company, other, by }) =>
        as === 'provider'
          ? paragraphs(
              `${by ? `${by} of ${other}` : other} authorized ${company} as its indirect provider.`,
              `${other} is now on your list of indirect resellers, with what it still needs to be ready to transact. From now on you may add customers on its behalf and submit orders for its customers.`,
            )
          : paragraphs(
              `On behalf of ${company}, ${by || 'a global admin'} authorized ${other} as your indirect provider. ${other} is now on your list of indirect providers.`,
              `${other} may submit orders and add subscriptions on behalf of your customers, and has administrator access to your company's work account. You can remove that access in the Office 365 portal; the partnership stays.`,
            ),
    },
    'partnership.adminAccessRemoved': {
      title: ({ other }) => `${other} removed your admin access`,
      text: ({ company, other }) =>
        `A global admin of ${other} removed the administrator access that ${company} had to its work account. The partnership stays active.`,
    },
    'partnership.endRequested': {
      title: ({ reseller, provider }) => `Request to end a partnership: ${reseller} and ${provider}`,
      text: ({ reseller, provider, by, reason }) =>
        paragraphs(
          `${by ? `${by} of ${reseller}` : reseller} asks Microsoft to end the partnership with the indirect provider ${provider}.`,
          `Reason: ${reason}`,
          'The partnership stays active until a support case is closed. Nobody else was told.',
        ),
    },
    'employee.roleRefused': {
      title: () => "A role couldn't be changed",
      text: ({ company, employee, role, change }) =>
        change === 'grant'
          ? `The directory of ${company} didn't give ${employee} the ${terms.roles[role]} role. Try again, or change it in the directory itself.`
          : `The directory of ${company} didn't take the ${terms.roles[role]} role from ${employee}. Try again, or change it in the directory itself.`,
    },
    ...customerNoticesEn(format),
    ...customerInvitationNoticesEn(format),
    reminder: {
      title: ({ about }) => REMINDERS[about].title,
      text: ({ company, about, from }) =>
        paragraphs(`${from || 'Microsoft Support'} asks ${company} for this.`, REMINDERS[about].text),
    },
    'setup.businessProfile': {
      title: () => 'Set up your business profile',
      text: ({ company }) =>
        `The business profile of ${company} isn't set up yet. Until it is, no customer referrals arrive. A business profile admin or referral admin can set it up; if nobody has the role, a global admin assigns it.`,
    },
  }
}
