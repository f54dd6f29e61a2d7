import type { Words } from '../../cards/words/words.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Draft } from '../../domain/invitation/invitation.ts'
import type { Active } from '../../domain/partnership/partnership.ts'
import type { Cast } from './sample-cast.ts'

export const CODE = 'Zm9yIGEgc2FtcGxlIG9ubHkgLSBub3QgYSByZWFsIDEy'
export const LINK = `https://partners.example/i/${CODE}`

/** When the sample invitation came to each of its steps. */
export const T = {
  drafted: '2025-12-01T01:12:00.000Z',
  sent: '2025-12-01T01:30:00.000Z',
  opened: '2025-12-02T05:30:00.000Z',
  answered: '2025-12-03T00:45:00.000Z',
  ends: '2025-12-31T01:30:00.000Z',
}

/** What an invitation has from its beginning, whoever is asked for whatever. */
export const drafted = ({ company, contact, by }: Cast, { locale }: Words, provider: TenantId, draft: Draft) => ({
  id: 'i1',
  provider,
  providerName: company,
  email: contact.email,
  locale,
  draft,
  generation: 1,
  createdAt: T.drafted,
  createdBy: by,
})

export const SENT = { sentAt: T.sent, expiresAt: T.ends }

export const openedBy = ({ by, tenantId, legalName }: Cast) => ({
  openedAt: T.opened,
  openedBy: by,
  openedFor: tenantId,
  openedForName: legalName,
})

export const answeredBy = ({ by, tenantId, legalName }: Cast) => ({
  at: T.answered,
  by,
  reseller: tenantId,
  resellerName: legalName,
})

/** What came of it, between these two. */
export const partnershipOf = (
  parties: Pick<Active, 'provider' | 'providerName' | 'reseller' | 'resellerName'>,
  { by }: Cast,
  since: string,
): Active => ({ status: 'active', ...parties, since, by, invitationId: 'i1', adminAccess: { state: 'granted' } })

/** What an admin of the reseller may do with its provider. */
export const RESELLER_MAY = {
  viewCustomers: true,
  addCustomer: false,
  remove: false,
  askToEnd: true,
  recordAccess: true,
  invite: false,
}
