import { tenantId } from '../../../domain/ids.ts'
import type { Notice, NoticeName, NoticeOf } from '../../../domain/notices.ts'

type Samples = { [N in NoticeName]: readonly [NoticeOf<N>, ...NoticeOf<N>[]] }

export const company = {
  tenantId: tenantId('11111111-1111-4111-8111-111111111111'),
  company: 'Contoso Ltd.',
  enrollmentId: 'E1',
}
const otherTenant = tenantId('22222222-2222-4222-8222-222222222222')
const about = { customer: 'Kaede Foods', customerTenant: otherTenant }
const OFFER = 'Microsoft 365 Business Standard'
const dueAt = '2025-12-05T06:03:00.000Z'
const contactEmail = 'ken@contoso.example'

/** At least one notice of every name; complete by type. */
export const noticeSamples: Samples = {
  'enrollment.submitted': [{ ...company, name: 'enrollment.submitted', by: 'Hana Sato', contactEmail }],
  'verification.confirm': [
    {
      ...company,
      name: 'verification.confirm',
      contactName: 'Ken Mori',
      by: 'Hana Sato',
      generation: 1,
      expiresAt: dueAt,
    },
    { ...company, name: 'verification.confirm', contactName: 'Ken Mori', generation: 2, expiresAt: dueAt },
  ],
  'verification.confirmed': [{ ...company, name: 'verification.confirmed', contactEmail }],
  'verification.bounced': [{ ...company, name: 'verification.bounced', contactEmail }],
  'verification.expired': [{ ...company, name: 'verification.expired', contactEmail }],
  'verification.denied': [{ ...company, name: 'verification.denied', contactEmail }],
  'review.requested': [{ ...company, name: 'review.requested', dueAt }],
  'review.resubmitted': [{ ...company, name: 'review.resubmitted', dueAt }],
  'review.overdue': [{ ...company, name: 'review.overdue', dueAt }],
  'review.withdrawn': [
    { ...company, name: 'review.withdrawn', by: 'Hana Sato' },
    { ...company, name: 'review.withdrawn', by: '' },
  ],
  'enrollment.actionRequired': [
    { ...company, name: 'enrollment.actionRequired', request: { name: 'Register extract', kind: 'registration' } },
    {
      ...company,
      name: 'enrollment.actionRequired',
      request: { name: 'Bill', kind: 'receipt', note: 'Of this year', link: 'https://example.com/how' },
    },
  ],
  'enrollment.resubmitted': [
    { ...company, name: 'enrollment.resubmitted', by: 'Hana Sato', dueAt },
    { ...company, name: 'enrollment.resubmitted', by: '', dueAt },
  ],
  'enrollment.approved': [{ ...company, name: 'enrollment.approved' }],
  'enrollment.rejected': [
    {
      ...company,
      name: 'enrollment.rejected',
      reason: 'The name differs from the register',
      fixes: ['emailOwnership', 'employment', 'business'],
    },
    { ...company, name: 'enrollment.rejected', reason: 'Incomplete', fixes: [] },
  ],
  'enrollment.declined': [{ ...company, name: 'enrollment.declined', reason: 'No such company' }],
  'enrollment.withdrawn': [
    { ...company, name: 'enrollment.withdrawn', by: 'Hana Sato' },
    { ...company, name: 'enrollment.withdrawn', by: '' },
  ],
  'enrollment.active': [{ ...company, name: 'enrollment.active' }],
  'enrollment.overdue': [{ ...company, name: 'enrollment.overdue', dueAt }],
  'agreement.offered': [
    { ...company, name: 'agreement.offered', region: 'japan' },
    { ...company, name: 'agreement.offered', region: 'united-states' },
  ],
  'agreement.accepted': [
    { ...company, name: 'agreement.accepted', region: 'europe', by: 'Hana Sato', at: dueAt },
    { ...company, name: 'agreement.accepted', region: 'europe', by: '', at: dueAt },
  ],
  'organization.suspended': [{ ...company, name: 'organization.suspended', reason: 'Fraud under investigation' }],
  'organization.reinstated': [{ ...company, name: 'organization.reinstated', reason: 'Investigation closed' }],
  'organization.registered': [
    { ...company, name: 'organization.registered', kind: 'indirectProvider' },
    { ...company, name: 'organization.registered', kind: 'directBill' },
  ],
  'organization.offboarding': [{ ...company, name: 'organization.offboarding' }],
  'employee.added': [{ ...company, name: 'employee.added', employee: 'Yui Abe', email: 'yui@contoso.example' }],
  'employee.failed': [{ ...company, name: 'employee.failed', employee: 'Yui Abe', email: 'yui@contoso.example' }],
  'partnership.requested': [
    { ...company, name: 'partnership.requested', by: 'Hana Sato', invitation: 'i1', generation: 1, expiresAt: dueAt },
    { ...company, name: 'partnership.requested', by: '', invitation: 'i1', generation: 1, expiresAt: dueAt },
  ],
  'customerInvite.requested': [
    {
      ...company,
      name: 'customerInvite.requested',
      by: 'Hana Sato',
      invitation: 'i1',
      generation: 1,
      expiresAt: dueAt,
      through: 'Fabrikam',
    },
    { ...company, name: 'customerInvite.requested', by: '', invitation: 'i1', generation: 1, expiresAt: dueAt },
  ],
  'customerInvite.sent': [
    { ...company, name: 'customerInvite.sent', reseller: 'Fabrikam', email: 'ken@kaede.example', by: 'Ken Mori' },
    { ...company, name: 'customerInvite.sent', reseller: 'Fabrikam', email: 'ken@kaede.example', by: '' },
  ],
  'customerInvite.opened': [
    { ...company, name: 'customerInvite.opened', as: 'reseller', other: 'Kaede Foods', email: 'ken@kaede.example' },
    {
      ...company,
      name: 'customerInvite.opened',
      as: 'provider',
      other: 'Kaede Foods',
      email: 'ken@kaede.example',
      reseller: 'Fabrikam',
    },
  ],
  'customerInvite.blocked': [
    {
      ...company,
      name: 'customerInvite.blocked',
      other: 'Kaede Foods',
      email: 'ken@kaede.example',
      reasons: ['customerRegion', 'cspTenant', 'affiliate', 'reseller', 'partnership'],
    },
  ],
  'customerInvite.declined': [
    { ...company, name: 'customerInvite.declined', other: 'Kaede Foods', email: 'ken@kaede.example', by: 'Ken Mori' },
    { ...company, name: 'customerInvite.declined', other: 'Kaede Foods', email: 'ken@kaede.example', by: '' },
    {
      ...company,
      name: 'customerInvite.declined',
      other: 'Kaede Foods',
      email: 'ken@kaede.example',
      by: '',
      reason: 'We have a reseller already',
    },
  ],
  'customerInvite.expired': [
    { ...company, name: 'customerInvite.expired', email: 'ken@kaede.example', invitation: 'i1' },
  ],
  'customerInvite.accepted': [
    {
      ...company,
      name: 'customerInvite.accepted',
      as: 'reseller',
      ...about,
      by: 'Ken Mori',
      dap: true,
      other: 'Fabrikam',
    },
    { ...company, name: 'customerInvite.accepted', as: 'provider', ...about, by: '', dap: false, other: 'Fabrikam' },
    { ...company, name: 'customerInvite.accepted', as: 'direct', ...about, by: 'Ken Mori', dap: true },
    { ...company, name: 'customerInvite.accepted', as: 'provider', ...about, by: '', dap: false },
  ],
  'partnership.opened': [{ ...company, name: 'partnership.opened', other: 'Fabrikam', email: 'ken@fabrikam.example' }],
  'partnership.blocked': [
    {
      ...company,
      name: 'partnership.blocked',
      other: 'Fabrikam',
      email: 'ken@fabrikam.example',
      reasons: ['notEnrolled', 'region', 'customer', 'suspended'],
    },
  ],
  'partnership.declined': [
    { ...company, name: 'partnership.declined', other: 'Fabrikam', email: 'ken@fabrikam.example', by: 'Ken Mori' },
    { ...company, name: 'partnership.declined', other: 'Fabrikam', email: 'ken@fabrikam.example', by: '' },
  ],
  'partnership.expired': [{ ...company, name: 'partnership.expired', email: 'ken@fabrikam.example', invitation: 'i1' }],
  'partnership.established': [
    { ...company, name: 'partnership.established', as: 'provider', other: 'Fabrikam', otherTenant, by: 'Ken Mori' },
    { ...company, name: 'partnership.established', as: 'reseller', other: 'Fabrikam', otherTenant, by: 'Ken Mori' },
    { ...company, name: 'partnership.established', as: 'provider', other: 'Fabrikam', otherTenant, by: '' },
    { ...company, name: 'partnership.established', as: 'reseller', other: 'Fabrikam', otherTenant, by: '' },
  ],
  'partnership.adminAccessRemoved': [
    { ...company, name: 'partnership.adminAccessRemoved', other: 'Fabrikam', otherTenant },
  ],
  'partnership.endRequested': [
    {
      ...company,
      name: 'partnership.endRequested',
      provider: 'Fabrikam',
      reseller: 'Contoso Ltd.',
      by: 'Hana Sato',
      reason: 'We have found another provider',
    },
    {
      ...company,
      name: 'partnership.endRequested',
      provider: 'Fabrikam',
      reseller: 'Contoso Ltd.',
      by: '',
      reason: 'Moved',
    },
  ],
  'employee.roleRefused': [
    { ...company, name: 'employee.roleRefused', employee: 'Yui Abe', role: 'SA', change: 'grant' },
    { ...company, name: 'employee.roleRefused', employee: 'Yui Abe', role: 'GA', change: 'revoke' },
  ],
  'customer.created': [
    { ...company, name: 'customer.created', as: 'provider', ...about, other: 'Northwind', by: 'Tomo Abe' },
    { ...company, name: 'customer.created', as: 'provider', ...about, by: '' },
    { ...company, name: 'customer.created', as: 'reseller', ...about, other: 'Fabrikam', by: 'Tomo Abe' },
    { ...company, name: 'customer.created', as: 'reseller', ...about, by: '' },
  ],
  'customer.requested': [
    {
      ...company,
      name: 'customer.requested',
      reseller: 'Northwind',
      resellerTenant: about.customerTenant,
      customer: 'Tailspin',
      by: 'Tomo Abe',
    },
    {
      ...company,
      name: 'customer.requested',
      reseller: 'Northwind',
      resellerTenant: about.customerTenant,
      customer: '',
      by: '',
    },
  ],
  'customer.failed': [
    { ...company, name: 'customer.failed', customer: about.customer, draft: '3f1d2c4b-0000-4000-8000-0000000000d1' },
  ],
  'customer.resellerChanged': [
    { ...company, name: 'customer.resellerChanged', ...about, offer: OFFER, provider: 'Fabrikam' },
    { ...company, name: 'customer.resellerChanged', ...about, offer: OFFER, provider: '' },
  ],
  'customer.supportContactChanged': [
    { ...company, name: 'customer.supportContactChanged', as: 'new', ...about, offer: OFFER, contact: company.company },
    { ...company, name: 'customer.supportContactChanged', as: 'previous', ...about, offer: OFFER, contact: 'Fabrikam' },
  ],
  'customer.changedInBulk': [
    {
      ...company,
      name: 'customer.changedInBulk',
      provider: 'Fabrikam',
      news: [{ as: 'reseller', changes: 1, customers: 1, names: [about.customer] }],
    },
    {
      ...company,
      name: 'customer.changedInBulk',
      provider: 'Fabrikam',
      news: [
        { as: 'contact', changes: 1_200, customers: 310, names: Array.from({ length: 5 }, () => about.customer) },
        { as: 'formerContact', changes: 2, customers: 2, names: [about.customer, about.customer] },
      ],
    },
  ],
  'customer.changeRefused': [{ ...company, name: 'customer.changeRefused', ...about, offer: OFFER }],
  'customer.dapRemoved': [{ ...company, name: 'customer.dapRemoved', ...about }],
  'customer.relationshipRemoved': [
    { ...company, name: 'customer.relationshipRemoved', customer: about.customer, by: 'Tomo Abe' },
    { ...company, name: 'customer.relationshipRemoved', customer: about.customer, by: '' },
  ],
  'customer.removalRefused': [{ ...company, name: 'customer.removalRefused', ...about }],
  'order.confirmed': [
    { ...company, name: 'order.confirmed', as: 'provider', ...about, lines: [{ offer: OFFER, licenses: 25 }] },
    { ...company, name: 'order.confirmed', as: 'reseller', ...about, lines: [{ offer: OFFER, licenses: 1 }] },
  ],
  'order.failed': [{ ...company, name: 'order.failed', ...about, lines: [{ offer: OFFER, licenses: 25 }] }],
  reminder: [
    { ...company, name: 'reminder', about: 'mpa', from: 'Fabrikam' },
    { ...company, name: 'reminder', about: 'enrollment', from: 'Fabrikam' },
    { ...company, name: 'reminder', about: 'invitation', from: 'Fabrikam' },
    { ...company, name: 'reminder', about: 'adminAgent', from: 'Fabrikam' },
  ],
  'setup.businessProfile': [{ ...company, name: 'setup.businessProfile' }],
}

export const allNotices: readonly Notice[] = Object.values(noticeSamples).flat()
