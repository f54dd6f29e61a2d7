import type { Card } from '../../cards/drawing/render.ts'
import {
  companyResult,
  invitationResult,
  partnershipResult,
  type SearchResult,
} from '../../cards/drawing/search-result.ts'
import type { Words } from '../../cards/words/words.ts'
import { tenantId } from '../../domain/ids.ts'
import type { InvitationEntry } from '../../domain/invitation/lists.ts'
import type { Active } from '../../domain/partnership/partnership.ts'
import type { Cast } from './sample-cast.ts'

const OTHER = tenantId('0b1c2d3e-0000-4000-8000-000000000002')
const T = {
  sent: '2025-12-01T01:30:00.000Z',
  opened: '2025-12-02T05:30:00.000Z',
  answered: '2025-12-03T00:45:00.000Z',
  ends: '2025-12-31T01:30:00.000Z',
}

/** What a search finds, by name: each with what stands for it in the list. */
export function sampleResults(cast: Cast, words: Words): Readonly<Record<string, SearchResult>> {
  const { country } = cast.address
  const openChat = (question: string): string =>
    `https://teams.microsoft.com/l/chat/0/0?users=28:bot&message=${encodeURIComponent(question)}`
  const company = { displayName: cast.company, kind: 'indirectReseller', country } as const
  const partnership: Active = {
    status: 'active',
    provider: OTHER,
    providerName: cast.legalName,
    reseller: cast.tenantId,
    resellerName: cast.company,
    since: T.answered,
    by: cast.by,
    invitationId: 'i1',
    adminAccess: { state: 'granted' },
  }
  const ticks = [
    { step: 'account', done: true },
    { step: 'enrolled', done: true },
    { step: 'mpa', done: false },
  ] as const
  const sent: InvitationEntry = {
    provider: OTHER,
    providerName: cast.legalName,
    id: 'i1',
    email: cast.contact.email,
    state: 'sent',
    at: T.sent,
    sentAt: T.sent,
    expiresAt: T.ends,
    by: cast.me.name,
  }
  const opened = { at: T.opened, by: cast.me.name }
  const accepted: InvitationEntry = {
    ...sent,
    state: 'accepted',
    other: cast.company,
    opened,
    decided: { at: T.answered, by: cast.me.name },
  }
  return {
    'search: company': companyResult({ company, openChat }, words),
    'search: partner': companyResult({ company, partnership, ticks, openChat }, words),
    'search: partnership': partnershipResult({ company, partnership, openChat }, words),
    'search: invitation sent': invitationResult({ ...sent, isOwn: true, openChat }, words),
    'search: invitation received': invitationResult({ ...accepted, isOwn: false, openChat }, words),
  }
}

/** The cards that are posted from a search. */
export const searchCards = (cast: Cast, words: Words): Readonly<Record<string, Card>> =>
  Object.fromEntries(Object.entries(sampleResults(cast, words)).map(([name, { card }]) => [name, card]))
