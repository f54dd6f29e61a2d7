import { newOperationKey } from '../domain/ids.ts'
import type { Notice } from '../domain/notices.ts'
import { type Button, tap } from './drawing/buttons.ts'
import { messageCard, type Tone } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import { LINK } from './words/notices.ts'
import type { Words } from './words/words.ts'

/**
 * What somebody is told of their own accord, with the button for what they can do about it.
 * @param code the token of the personal link, where the notice has one: the button opens it, so the link itself is left out.
 */
export function noticeCard(notice: Notice, words: Words, code?: string): Card {
  const { title, text } = words.notice(notice)
  return messageCard(
    {
      tone: TONES[notice.name],
      place: notice.company,
      title,
      paragraphs: text
        .split(/\n{2,}/)
        .filter((paragraph) => !paragraph.includes(LINK))
        .flatMap((paragraph) => paragraph.split('\n'))
        .filter((line) => line !== ''),
      buttons: buttonsOf(notice, words, code),
    },
    words,
  )
}

const TONES: Record<Notice['name'], Tone> = {
  'enrollment.submitted': 'accent',
  'verification.confirm': 'accent',
  'verification.confirmed': 'good',
  'verification.bounced': 'attention',
  'verification.expired': 'attention',
  'verification.denied': 'attention',
  'review.requested': 'accent',
  'review.resubmitted': 'accent',
  'review.overdue': 'attention',
  'review.withdrawn': 'emphasis',
  'enrollment.actionRequired': 'attention',
  'enrollment.resubmitted': 'accent',
  'enrollment.approved': 'good',
  'enrollment.rejected': 'attention',
  'enrollment.declined': 'attention',
  'enrollment.withdrawn': 'emphasis',
  'enrollment.active': 'good',
  'enrollment.overdue': 'warning',
  'agreement.offered': 'accent',
  'agreement.accepted': 'good',
  'organization.suspended': 'attention',
  'organization.reinstated': 'good',
  'organization.registered': 'good',
  'organization.offboarding': 'warning',
  'employee.added': 'accent',
  'employee.failed': 'attention',
  'customerInvite.requested': 'accent',
  'customerInvite.sent': 'accent',
  'customerInvite.opened': 'accent',
  'customerInvite.blocked': 'attention',
  'customerInvite.declined': 'emphasis',
  'customerInvite.expired': 'attention',
  'customerInvite.accepted': 'good',
  'partnership.requested': 'accent',
  'partnership.opened': 'accent',
  'partnership.blocked': 'attention',
  'partnership.declined': 'emphasis',
  'partnership.expired': 'attention',
  'partnership.established': 'good',
  'partnership.adminAccessRemoved': 'emphasis',
  'partnership.endRequested': 'attention',
  'employee.roleRefused': 'attention',
  'customer.created': 'good',
  'customer.requested': 'accent',
  'customer.failed': 'attention',
  'customer.resellerChanged': 'good',
  'customer.supportContactChanged': 'accent',
  'customer.changedInBulk': 'accent',
  'customer.changeRefused': 'attention',
  'customer.dapRemoved': 'emphasis',
  'customer.relationshipRemoved': 'emphasis',
  'customer.removalRefused': 'attention',
  'order.confirmed': 'good',
  'order.failed': 'attention',
  'setup.businessProfile': 'accent',
  reminder: 'accent',
}

function buttonsOf(notice: Notice, words: Words, code: string | undefined): readonly Button[] {
  const { buttons } = words
  const first = { style: 'positive' } as const
  const status = tap(buttons.status, 'status', {})
  const home = tap(buttons.home, 'home', {})
  switch (notice.name) {
    case 'review.requested':
    case 'review.resubmitted':
    case 'review.overdue':
      return [
        ...(notice.enrollmentId === undefined
          ? []
          : [tap(buttons.review, 'review', { tenant: notice.tenantId, enrollment: notice.enrollmentId }, first)]),
        tap(buttons.reviews, 'reviews', {}),
      ]
    case 'review.withdrawn':
      return [tap(buttons.reviews, 'reviews', {})]
    case 'verification.expired':
      return [
        ...(notice.enrollmentId === undefined
          ? []
          : [tap(buttons.resend, 'enroll-resend', { op: newOperationKey(), enrollment: notice.enrollmentId }, first)]),
        tap(buttons.changeContact, 'enroll-contact', {}),
        status,
      ]
    case 'verification.bounced':
    case 'verification.denied':
      return [tap(buttons.changeContact, 'enroll-contact', {}, first), status]
    case 'enrollment.actionRequired':
      return [tap(buttons.provide, 'enroll-fix', {}, first), status]
    case 'enrollment.rejected':
      return [tap(buttons.fix, 'enroll-fix', {}, first), status]
    case 'enrollment.declined':
    case 'enrollment.withdrawn':
      return [tap(buttons.start, 'enroll', {}, first), home]
    case 'enrollment.approved':
    case 'agreement.offered':
      return [tap(buttons.signMpa, 'sign-mpa', {}, first), status]
    case 'enrollment.submitted':
    case 'verification.confirm':
    case 'verification.confirmed':
    case 'enrollment.resubmitted':
    case 'enrollment.overdue':
    case 'agreement.accepted':
      return [status, home]
    case 'employee.added':
    case 'employee.failed':
    case 'employee.roleRefused':
      return [tap(buttons.users, 'users', {}, first), home]
    case 'partnership.requested':
    case 'customerInvite.requested':
      return code === undefined
        ? [tap(buttons.invitations, 'invitations', {}, first), home]
        : [tap(buttons.open, 'open-invitation', { code }, first), home]
    case 'partnership.opened':
    case 'partnership.blocked':
    case 'customerInvite.blocked':
    case 'customerInvite.declined':
      return [tap(buttons.invitations, 'invitations', { show: 'all' }, first), home]
    case 'partnership.declined':
      return [
        tap(buttons.invitations, 'invitations', { show: 'all' }, first),
        tap(buttons.requestPartnership, 'request-partnership', {}),
        home,
      ]
    case 'partnership.expired':
    case 'customerInvite.expired':
      return [tap(buttons.open, 'invitation', { invitation: notice.invitation }, first), home]
    case 'partnership.established':
    case 'partnership.adminAccessRemoved':
      return [tap(buttons.showPartnership, 'partner', { tenant: notice.otherTenant }, first), home]
    case 'customerInvite.opened':
      return [
        ...(notice.as === 'provider' && notice.reseller
          ? []
          : [tap(buttons.invitations, 'invitations', { show: 'all' }, first)]),
        home,
      ]
    case 'customerInvite.sent':
    case 'partnership.endRequested':
      return [home]
    case 'reminder':
      return [
        {
          mpa: tap(buttons.signMpa, 'sign-mpa', {}, first),
          enrollment: tap(buttons.status, 'status', {}, first),
          invitation: tap(buttons.invitations, 'invitations', {}, first),
          adminAgent: tap(buttons.addMe, 'add-me', { op: newOperationKey() }, first),
        }[notice.about],
        home,
      ]
    case 'setup.businessProfile':
      return [tap(buttons.businessProfile, 'business-profile', {}, first), home]
    case 'customer.requested':
      return [tap(words.customer.buttons.addCustomer, 'add-customer', { reseller: notice.resellerTenant }, first), home]
    case 'customer.failed':
      return [tap(buttons.open, 'new-customer', { draft: notice.draft }, first), home]
    case 'customerInvite.accepted':
    case 'customer.created':
    case 'customer.resellerChanged':
    case 'customer.supportContactChanged':
    case 'customer.changeRefused':
    case 'customer.dapRemoved':
    case 'customer.removalRefused':
    case 'order.confirmed':
    case 'order.failed':
      return [tap(buttons.open, 'customer', { tenant: notice.customerTenant }, first), home]
    case 'customer.changedInBulk':
      return [tap(words.customers.buttons.view, 'customers', {}, first), home]
    case 'customer.relationshipRemoved':
    case 'enrollment.active':
    case 'organization.suspended':
    case 'organization.reinstated':
    case 'organization.registered':
    case 'organization.offboarding':
      return [tap(buttons.home, 'home', {}, first)]
  }
}
