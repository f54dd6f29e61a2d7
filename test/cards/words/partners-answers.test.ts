import { describe, expect, it } from 'vitest'
import { partnersEn } from '../../../cards/words/answers/partners-en.ts'
import { partnersJa } from '../../../cards/words/answers/partners-ja.ts'
import { formatFor } from '../../../cards/words/format.ts'
import { termsEn } from '../../../cards/words/terms-en.ts'
import { termsJa } from '../../../cards/words/terms-ja.ts'
import { BLOCK_REASONS } from '../../../domain/invitation/invitation.ts'
import { DECLARATIONS } from '../../../domain/partnership/partnership.ts'
import type { PartnerFinding } from '../../../domain/questions/partners.ts'
import { ORDER_CAUSES } from '../../../domain/questions/refused-order.ts'
import { CLOSED, STATES } from '../../support/partners.ts'
import { faultsOf } from './plain.ts'

type Of<F extends { code: string }> = { [C in F['code']]: readonly Omit<Extract<F, { code: C }>, 'code'>[] }

const two = { provider: 'Contoso', reseller: 'Fabrikam' }
const company = 'Fabrikam'
const who = 'Hana Sato'
const email = 'hana@fabrikam.example'
const at = '2025-12-05T06:03:00.000Z'
const listed = [
  { company, count: 0, more: false },
  { company, count: 1, more: false },
  { company, count: 15, more: true },
]

/** Every finding with all that changes its sentence; complete by type. */
const FINDINGS: Of<PartnerFinding> = {
  'partners.active': [{ ...two, since: at }],
  'partners.establishedBy': [{ company }, { company, who }],
  'partners.accessGranted': [two],
  'partners.accessEnds': [{ reseller: 'Fabrikam' }],
  'partners.sendAgain': [
    { provider: 'Contoso', isClosed: false },
    { provider: 'Contoso', isClosed: true },
  ],
  'partners.accessRemoved': [
    { ...two, at },
    { ...two, at, who },
  ],
  'partners.accessUnrecorded': [two],
  'partners.endRequested': [
    { company, at },
    { company, at, who },
  ],
  'partners.removed': [{ ...two, at }],
  'partners.removedBy': [
    { provider: 'Contoso', how: 'microsoft' },
    { provider: 'Contoso', how: 'provider' },
    { provider: 'Contoso', how: 'provider', who },
  ],
  'partners.lasted': [{ since: at }],
  'partners.removedBefore': [{ at }],
  'partners.declared': [{ declarations: DECLARATIONS }],
  'partners.customersStay': [
    { reseller: 'Fabrikam' },
    { reseller: 'Fabrikam', count: 0 },
    { reseller: 'Fabrikam', count: 1 },
    { reseller: 'Fabrikam', count: 10, more: true },
  ],
  'partners.delegatedAdminStays': [{}],
  'partners.noNotice': [{}],
  'partners.accessStays': [two],
  'partners.howAgain': [two],
  'partners.notRemoved': [{ ...two, since: at }],
  'partners.never': [{ a: 'Contoso', b: 'Fabrikam' }],
  'partners.sameCompany': [{ company }],
  'partners.notAPair': [{ a: 'Contoso', kindA: 'indirectProvider', b: 'Fabrikam', kindB: 'customer' }],
  'partners.howItBegins': [{}],
  'partners.pending': (['draft', 'sent', 'opened', 'accepting'] as const).map((state) => ({ ...two, state })),
  'partners.invitation': STATES.map((state) => ({ provider: 'Contoso', invited: email, state })),
  'partners.lastInvitation': CLOSED.map((state) => ({ state, at })),
  'partners.noInvitation': [two],
  'partners.noInvitations': [{ company }],
  'partners.drafted': [{ email }, { email, who }],
  'partners.sent': [{ email }],
  'partners.renewed': [{ times: 1 }, { times: 2 }],
  'partners.opened': [{ company }, { company, who }],
  'partners.blocked': BLOCK_REASONS.map((reason) => ({
    company,
    reason,
  })),
  'partners.accepted': [{ company }, { company, who }],
  'partners.declined': [{ company }, { company, who }, { company, who, reason: 'Too early' }],
  'partners.revoked': [{ provider: 'Contoso' }, { provider: 'Contoso', who }],
  'partners.expired': [{}],
  'partners.superseded': [{}],
  'partners.waitsToBeSent': [{}],
  'partners.waitsToBeOpened': [{ until: at }],
  'partners.waitsForAnswer': [{ until: at }, { until: at, customer: true }],
  'partners.beingAccepted': [{ company }],
  'partners.canAccept': [two],
  'partners.cannotAccept': [
    { ...two, reasons: 1 },
    { ...two, reasons: 3 },
  ],
  'partners.customerCanAccept': [
    { partners: ['Fabrikam'], customer: 'Kaede Foods' },
    { partners: ['Fabrikam', 'Contoso'], customer: 'Kaede Foods' },
  ],
  'partners.already': [{ ...two, since: at }],
  'partners.accepters': [{ company, names: [who, 'Goro Ito'] }],
  'partners.mpaNoObstacle': [{ reseller: 'Fabrikam' }],
  'partners.pendingOf': listed.flatMap((one) => [one, { ...one, days: 1 }, { ...one, days: 7 }]),
  'partners.pendingBetween': listed.flatMap((one) => [one, { ...one, days: 1 }, { ...one, days: 7 }]),
  'partners.invitationsOf': listed,
  'partners.line': STATES.flatMap((state) => [
    { state, at },
    { state, at, expiresAt: at, with: company },
    { state, at, kind: 'both' as const },
  ]),
  'partners.resellers': listed,
  'partners.providers': listed,
  'partners.since': [{ at }],
  'partners.otherSide': [
    { company, kind: 'indirectProvider' },
    { company, kind: 'both' },
  ],
  'partners.noneByKind': [
    { company, kind: 'customer' },
    { company, kind: 'prospect' },
  ],
  'partners.ownRelationOnly': [{ company }],
  'later.supportDefault': [{}],
  'later.shared': [{ a: 'Contoso', b: 'Fabrikam' }],
  'later.sharedNeeds': [{}],
  'later.locationMpn': [{}],
  'later.noCredit': [{}],
  'later.adminAtCreation': [{}],
  'later.origin': [{}],
  'later.direct': [{}],
  'later.indirect': [{}],
  'later.recognised': [{}],
  'later.incentive': [{ company }],
  'later.incentiveNone': [{ company }],
  'later.incentiveWithin': [{}],
  'later.incentiveTarget': [{}, { mpnId: '4600601' }, { mpnId: '4600601', email: 'mpn@contoso.example' }],
  'later.incentiveDirect': [{}],
  'later.incentiveResellers': [{ company, kind: 'prospect' }],
  'later.twoPartners': [{}],
  'later.multiPartner': [{}],
  'later.multiChannel': [{}],
  'later.whoServes': [{}],
  'later.order': ORDER_CAUSES.map((cause) => ({ orderCode: '20002', cause })),
  'later.orderFix': ORDER_CAUSES.map((cause) => ({ cause })),
  'later.orderUnknown': [{ orderCode: '1' }],
  'later.orderNotRecorded': [{}],
}

type Sentences = Record<string, (finding: unknown) => string>
const en = partnersEn(formatFor('en-US', 'Asia/Tokyo'), termsEn) as unknown as Sentences
const ja = partnersJa(formatFor('ja-JP', 'Asia/Tokyo'), termsJa) as unknown as Sentences
const samples = Object.entries(FINDINGS).flatMap(([code, each]) =>
  (each as readonly object[]).map((data) => [code, { code, ...data }] as const),
)

describe('what answers about partnerships and invitations say', () => {
  it.each(samples)('%s is clean in both languages', (code, finding) => {
    // A line of a list ends without a stop.
    const counts = (fault: string): boolean => code !== 'partners.line' || !fault.startsWith('no stop')
    expect(faultsOf(en[code]?.(finding) ?? '', 'en-US').filter(counts)).toEqual([])
    expect(faultsOf(ja[code]?.(finding) ?? '', 'ja-JP').filter(counts)).toEqual([])
  })

  it.each(samples)('%s speaks of companies, not to the reader', (code, finding) => {
    // Only what is shown of another company is measured by the reader's own.
    if (code === 'partners.ownRelationOnly' || code === 'partners.pendingBetween') return
    expect(en[code]?.(finding)).not.toMatch(/\byou(r|rs)?\b/i)
    expect(ja[code]?.(finding)).not.toMatch(/貴社|ください/)
  })

  it('counts in the language’s own way', () => {
    const [none, one, many] = FINDINGS['partners.resellers']
    expect(en['partners.resellers']?.(none)).toBe('Fabrikam has no indirect resellers.')
    expect(en['partners.resellers']?.(one)).toBe('Fabrikam has one indirect reseller.')
    expect(ja['partners.resellers']?.(many)).toBe(
      'Fabrikam とパートナーシップがある間接リセラーはこのページに 15 社あります。',
    )
  })
})
