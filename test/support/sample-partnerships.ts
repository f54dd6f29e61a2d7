import type { Place } from '../../cards/drawing/list.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { homeCard, type NextStep } from '../../cards/home.ts'
import {
  acceptanceCard,
  acceptedCard,
  declinedCard,
  invitationClosedCard,
  invitationUnknownCard,
} from '../../cards/partnership/acceptance.ts'
import { invitationCard, type Sent } from '../../cards/partnership/invitation.ts'
import { invitationDraftCard } from '../../cards/partnership/invitation-draft.ts'
import { listOfInvitations } from '../../cards/partnership/invitations.ts'
import {
  endRequestForm,
  type PartnerView,
  partnerCard,
  removeCard,
  removedCard,
} from '../../cards/partnership/partner.ts'
import { partnersCard } from '../../cards/partnership/partners.ts'
import { partnershipHistoryCard } from '../../cards/partnership/partnership-history.ts'
import { providersDirectoryCard } from '../../cards/partnership/providers-directory.ts'
import { requestPartnershipForm } from '../../cards/partnership/request-partnership-form.ts'
import { invitationDraft } from '../../cards/words/invitation-mail.ts'
import type { Words } from '../../cards/words/words.ts'
import type { Locale } from '../../domain/actor.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import type { Block, Invitation, InvitationState } from '../../domain/invitation/invitation.ts'
import type { InvitationEntry, InvitationFilter } from '../../domain/invitation/lists.ts'
import { FACETS, type OrganizationKind } from '../../domain/organization/organization.ts'
import type { Side } from '../../domain/partnership/lists.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { regionOf } from '../../domain/regions.ts'
import { maxLength } from '../../domain/text.ts'
import { type Cast, hostile } from './sample-cast.ts'
import { answeredBy, CODE, drafted, LINK, openedBy, partnershipOf, RESELLER_MAY, SENT, T } from './sample-invitation.ts'

const OTHER = tenantId('0b1c2d3e-0000-4000-8000-000000000002')

/** The cards of invitations and partnerships, by name. */
export function partnershipCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { company, legalName, people } = cast
  const { country } = cast.address
  const region = regionOf(country) ?? 'europe'
  const email = cast.contact.email
  const isWorst = people.length > 2
  const mail = invitationDraft({ provider: company, admin: cast.me.name, locale: words.locale })
  const facts = drafted(cast, words, OTHER, mail)
  const draft: Extract<Invitation, { state: 'draft' }> = isWorst
    ? {
        ...facts,
        state: 'draft',
        draft: { subject: hostile(100), body: `${hostile(maxLength('message') - 10)} {link}` },
      }
    : { ...facts, state: 'draft' }
  const live = { ...facts, ...SENT }
  const seen = openedBy(cast)
  const ended = { at: T.answered, by: cast.by }
  const answered = { ...live, ...answeredBy(cast) }
  const block: Block = { at: T.opened, company: legalName, reasons: ['notEnrolled', 'region', 'customer', 'suspended'] }
  const sent = (invitation: Sent, note?: string): Card =>
    invitationCard({ invitation, link: LINK, ...(note === undefined ? {} : { note }) }, words)
  const list = (
    side: Side,
    states: readonly InvitationState[],
    show: InvitationFilter,
    more: Place & { name?: string } = { from: 0 },
  ): Card =>
    listOfInvitations({ side, company: cast.company, show, name: '', rows: states.map(entryOf(cast)), ...more }, words)
  const opened: Invitation = { ...live, ...seen, state: 'opened' }
  const provider = { name: company, country, services: FACETS, contact: cast.website }
  const offer = (
    obstacles: readonly Refusal[],
    notices: readonly Refusal[],
    mayAct: boolean,
    faults: readonly Refusal[] = [],
    more: { isCustomer?: boolean; hasApplied?: boolean } = {},
  ) =>
    acceptanceCard(
      {
        invitation: opened,
        provider,
        company: legalName,
        code: CODE,
        obstacles,
        notices,
        mayAct,
        globalAdmins: people,
        faults,
        ...more,
      },
      words,
    )
  const mpa = { code: 'MPA_REQUIRED_SELF', region } as const
  const homeOf = (kind: OrganizationKind, next: readonly NextStep[]): Card =>
    homeCard({ actor: cast.me, company: legalName, kind, next, actions: ['history'] }, words)
  const notEnrolled = { code: 'PAR_NOT_ENROLLED', organization: legalName } as const
  const parties = { provider: OTHER, providerName: company, reseller: cast.tenantId, resellerName: legalName }
  const partnership = partnershipOf(parties, cast, T.answered)
  const partner = (more: Partial<PartnerView>): Card =>
    partnerCard(
      {
        side: 'provider',
        tenant: OTHER,
        name: legalName,
        country,
        partnership,
        readiness: TICKS,
        may: {
          viewCustomers: true,
          addCustomer: false,
          remove: false,
          askToEnd: false,
          recordAccess: false,
          invite: false,
        },
        ...more,
      },
      words,
    )
  const partners = (side: Side, count: number, name = '', place: Place = { from: 0 }): Card =>
    partnersCard(
      {
        side,
        company,
        rows: Array.from({ length: count }, (_, n) => ({
          tenant: OTHER,
          name: isWorst ? hostile(100 - n) : (ROW_NAMES[words.locale][n % 20] ?? legalName),
          country: isWorst ? 'BA' : country,
          since: T.answered,
          ticks: TICKS.map(({ step, done }) => ({ step, done: done || n % 2 === 0 })),
        })),
        name,
        mayInvite: side === 'provider',
        mayAddCustomer: side === 'provider',
        ...place,
      },
      words,
    )
  return {
    'request a partnership': requestPartnershipForm({ company, region }, words),
    'request a partnership, refused': requestPartnershipForm(
      { company, values: { email: cast.query, locale: 'ja-JP' }, faults: [{ code: 'FIELD_EMAIL', field: 'email' }] },
      words,
    ),
    'home: provider with resellers': homeOf('indirectProvider', [
      { kind: 'ownResellers', names: people.slice(0, 3), more: true },
    ]),
    'home: invited prospect': homeOf('prospect', [
      { kind: 'enroll', inCsp: false },
      { kind: 'received', names: [company], more: false, enrolled: false, canAct: true },
    ]),
    'home: invited reseller': homeOf('indirectReseller', [
      { kind: 'received', names: people.slice(0, 3), more: true, enrolled: true, canAct: true },
    ]),
    'home: invited reseller, not an admin': homeOf('indirectReseller', [
      { kind: 'received', names: [company], more: false, enrolled: true, canAct: false },
    ]),
    'invitation: draft': invitationDraftCard({ invitation: draft, link: LINK }, words),
    'invitation: draft, already there': invitationDraftCard(
      { invitation: draft, link: LINK, note: words.notes.alreadyInvited(email) },
      words,
    ),
    'invitation: renewed': invitationDraftCard(
      {
        invitation: { ...live, state: 'sent', toSend: true },
        link: LINK,
        note: words.notes.invitationRenewed,
      },
      words,
    ),
    'invitation: draft, far too long': invitationDraftCard(
      {
        invitation: draft,
        link: LINK,
        values: { message: isWorst ? hostile(20_000) : cast.about.repeat(50) },
        faults: [
          { code: 'INV_LINK_MISSING', field: 'message' },
          { code: 'FIELD_LENGTH', field: 'message', max: maxLength('message') },
        ],
      },
      words,
    ),
    'invitation: draft, link lost': invitationDraftCard(
      {
        invitation: draft,
        link: LINK,
        values: { message: cast.about },
        faults: [{ code: 'INV_LINK_MISSING', field: 'message' }],
      },
      words,
    ),
    'invitation: sent': sent({ ...live, state: 'sent' }, words.notes.invitationSent),
    'invitation: opened': sent({ ...live, ...seen, state: 'opened' }),
    'invitation: blocked': sent({ ...live, ...seen, state: 'opened', block }),
    'invitation: accepting': sent({ ...live, ...seen, state: 'accepting', ...answered, key: 'k' }),
    'invitation: accepted': sent({ ...answered, state: 'accepted' }),
    'invitation: declined': sent({ ...answered, state: 'declined' }),
    'invitation: revoked': sent({ ...facts, ...ended, sentAt: T.sent, state: 'revoked' }),
    'invitation: expired': sent({ ...live, state: 'expired', at: T.ends }),
    'invitation: superseded': sent({ ...live, state: 'superseded', at: T.answered }),
    'invitations: sent': list('provider', ['draft', 'sent', 'opened', 'accepting'], 'open', { from: 0, next: 'inv:9' }),
    'invitations: all': list('provider', EVERY_STATE, 'all'),
    'invitations: none': list('provider', [], 'open'),
    'invitations: none found': list('provider', [], 'closed', { from: 0, name: cast.query.slice(0, 40) }),
    'invitations: second page of twenty': list(
      'provider',
      Array.from({ length: 20 }, (_, n) => EVERY_STATE[n % EVERY_STATE.length] ?? 'sent'),
      'all',
      { from: 20, next: `st:2~${'0'.repeat(200)}`, name: cast.query.slice(0, 40) },
    ),
    'invitations: received': list('reseller', ['sent', 'opened', 'accepted', 'declined'], 'all'),
    'invitations: twenty received': list(
      'reseller',
      Array.from({ length: 20 }, (_, n) => EVERY_STATE[n % EVERY_STATE.length] ?? 'sent'),
      'all',
      { from: 20, next: `st:2~${'0'.repeat(200)}`, name: cast.query.slice(0, 40) },
    ),
    'acceptance: may accept': offer([], [], true),
    'acceptance: MPA not signed': offer([], [mpa], true),
    'acceptance: not ticked': offer([], [], true, [{ code: 'INV_NOT_CONFIRMED', field: 'authorize' }]),
    'acceptance: not enrolled, other region': offer(
      [notEnrolled, { code: 'REGION_PARTNER', a: legalName, b: company, regionA: 'europe', regionB: 'japan' }],
      [],
      true,
    ),
    'acceptance: not enrolled': offer([notEnrolled], [mpa], true),
    'acceptance: application not decided': offer([notEnrolled], [], true, [], { hasApplied: true }),
    'acceptance: a customer': offer([notEnrolled], [mpa], true, [], { isCustomer: true }),
    'acceptance: partners already': offer([{ code: 'PAR_EXISTS', since: T.sent }], [mpa], true),
    'acceptance: every obstacle': offer(
      [
        { code: 'ORG_SUSPENDED' },
        { code: 'PAR_EXISTS', since: T.sent },
        { code: 'REL_ALREADY_CUSTOMER', reseller: legalName, provider: company },
        { code: 'REGION_UNKNOWN', country: 'CN' },
      ],
      [mpa],
      true,
    ),
    'acceptance: not an admin': offer([{ code: 'AUTH_ROLE', roles: ['GA'], names: people }], [], false),
    'acceptance: not enrolled, not an admin': offer([notEnrolled], [], false),
    'acceptance: being completed': acceptanceCard(
      {
        invitation: { ...live, ...seen, ...answered, state: 'accepting', key: 'k' },
        provider,
        company: legalName,
        code: CODE,
        obstacles: [],
        notices: [],
        globalAdmins: people,
      },
      words,
    ),
    'acceptance: accepted': acceptedCard({ provider: company, partnership, mpa: [] }, words),
    'acceptance: accepted, MPA not signed': acceptedCard({ provider: company, partnership, mpa: [mpa] }, words),
    'acceptance: declined': declinedCard({ provider: company, at: T.answered }, words),
    'acceptance: closed': invitationClosedCard({ invitation: { ...live, state: 'expired', at: T.ends } }, words),
    'acceptance: unknown': invitationUnknownCard(words),
    'partners: resellers': partners('provider', isWorst ? 20 : 3, '', { from: 0, next: 'rsl:9' }),
    'partners: second page of twenty': partners('provider', 20, isWorst ? cast.query.slice(0, 40) : '', {
      from: 20,
      next: `st:${'0'.repeat(200)}`,
    }),
    'partners: twenty providers, the last page': partners('reseller', 20, '', { from: 100_000 }),
    'partners: providers': partners('reseller', 1),
    'partners: none found': partners('provider', 0, cast.query),
    'partners: none yet': partners('reseller', 0),
    'partner: reseller': partner({
      may: { viewCustomers: true, addCustomer: true, remove: true, askToEnd: false, recordAccess: false, invite: true },
    }),
    'partner: reseller, access removed, only to look at': partner({
      partnership: { ...partnership, adminAccess: { state: 'removed', at: T.opened, by: cast.by } },
      denied: [{ code: 'AUTH_ROLE', roles: ['GA', 'UMA', 'AA', 'SA'] }],
    }),
    'partner: provider': partner({
      side: 'reseller',
      name: company,
      readiness: [
        { step: 'account', done: true },
        { step: 'mpa', done: true },
      ],
      may: RESELLER_MAY,
    }),
    'partner: provider, end requested': partner({
      side: 'reseller',
      name: company,
      partnership: {
        ...partnership,
        adminAccess: { state: 'removed', at: T.opened, by: cast.by },
        endRequest: { at: T.answered, by: cast.by, reason: cast.reason },
      },
      may: RESELLER_MAY,
      note: words.notes.endRequested,
    }),
    'partner: reseller, end requested': partner({
      partnership: { ...partnership, endRequest: { at: T.answered, by: cast.by, reason: cast.reason } },
    }),
    'partner: removed': partner({
      partnership: {
        status: 'removed',
        provider: OTHER,
        providerName: company,
        reseller: cast.tenantId,
        resellerName: legalName,
        invitationId: 'i1',
        since: T.sent,
        removedAt: T.answered,
        by: cast.by,
        how: 'provider',
      },
      may: { viewCustomers: true, addCustomer: true, remove: true, askToEnd: false, recordAccess: false, invite: true },
    }),
    'remove?': removeCard({ tenant: OTHER, reseller: legalName, customersThatStay: 3 }, words),
    'remove?, not declared': removeCard(
      {
        tenant: OTHER,
        reseller: legalName,
        customersThatStay: 100,
        more: true,
        values: { declarations: 'goodFaith,contractual' },
        faults: [{ code: 'PAR_DECLARATION', field: 'declarations' }],
      },
      words,
    ),
    removed: removedCard({ provider: company, reseller: legalName, admin: cast.me.name }, words),
    'end the partnership': endRequestForm({ tenant: OTHER, provider: company, values: { reason: cast.reason } }, words),
    'end the partnership, refused': endRequestForm(
      { tenant: OTHER, provider: company, faults: [{ code: 'FIELD_REASON', field: 'reason' }] },
      words,
    ),
    'providers directory': providersDirectoryCard(
      {
        region,
        rows: [
          { ...provider, tenantId: OTHER },
          { ...provider, tenantId: OTHER, services: ['training'] },
        ],
        facets: [],
        from: 0,
        next: OTHER,
      },
      words,
    ),
    'providers directory: second page of twenty': providersDirectoryCard(
      {
        region,
        rows: Array.from({ length: 20 }, (_, n) => ({
          ...provider,
          name: isWorst ? hostile(100 - n) : (ROW_NAMES[words.locale][n] ?? company),
          tenantId: OTHER,
          contact: n % 2 ? email : cast.contact.phone,
        })),
        facets: ['training', 'financing'],
        from: 20,
        next: OTHER,
      },
      words,
    ),
    'providers directory: none': providersDirectoryCard({ region, rows: [], facets: [], from: 0 }, words),
    'providers directory: none that offers it': providersDirectoryCard(
      { region, rows: [], facets: ['financing'], from: 0 },
      words,
    ),
    'partnership history': partnershipHistoryCard(
      {
        tenant: OTHER,
        provider: company,
        reseller: legalName,
        entries: [
          {
            ...ended,
            events: [
              {
                type: 'PartnershipRemoved',
                ...ended,
                how: 'provider',
                declarations: ['goodFaith'],
                textVersion: '2021-03',
              },
            ],
          },
          { ...ended, events: [{ type: 'EndRequested', ...ended, reason: cast.reason }] },
          { ...ended, events: [{ type: 'AdminAccessRemoved', ...ended }] },
          {
            ...ended,
            events: [
              {
                type: 'PartnershipEstablished',
                ...ended,
                invitationId: 'i1',
                provider: OTHER,
                providerName: company,
                reseller: cast.tenantId,
                resellerName: legalName,
              },
            ],
          },
        ],
        next: 'aud:1',
      },
      words,
    ),
  }
}

const TICKS = [
  { step: 'account', done: true },
  { step: 'enrolled', done: true },
  { step: 'mpa', done: false },
] as const

const EVERY_STATE: readonly InvitationState[] = [
  'draft',
  'sent',
  'opened',
  'accepting',
  'accepted',
  'declined',
  'revoked',
  'expired',
  'superseded',
]

const entryOf =
  ({ company, legalName, contact, me }: Cast) =>
  (state: InvitationState, n: number): InvitationEntry => ({
    provider: OTHER as TenantId,
    providerName: company,
    id: `0b1c2d3e-0000-4000-8000-${String(n).padStart(12, '0')}`,
    email: contact.email,
    state,
    at: T.drafted,
    by: me.name,
    ...(state === 'draft' ? {} : { sentAt: T.sent, expiresAt: T.ends }),
    ...(state === 'draft' || state === 'sent' ? {} : { other: legalName, opened: { at: T.opened, by: me.name } }),
    ...(CLOSED.has(state) ? { decided: { at: T.answered, by: state === 'expired' ? '' : me.name } } : {}),
  })

const CLOSED: ReadonlySet<InvitationState> = new Set(['accepted', 'declined', 'revoked', 'expired', 'superseded'])

/** A page of partners as they are usually called. */
const ROW_NAMES: Record<Locale, readonly string[]> = {
  'en-US': [
    'Adventure Works Cycles',
    'Alpine Ski House',
    'Bellows College IT',
    'Best For You Organics Company',
    'Blue Yonder Airlines Information Technology Services, LLC',
    'City Power & Light',
    'Coho Winery',
    'Consolidated Messenger',
    'Contoso Pharmaceuticals',
    'Datum Corporation',
    'Fabrikam, Inc.',
    'First Up Consultants',
    'Fourth Coffee',
    'Graphic Design Institute',
    'Humongous Insurance',
    'Lamna Healthcare Company',
    'Liberty’s Delightful Sinful Bakery & Cafe',
    'Margie’s Travel',
    'Nod Publishers',
    'Northwind Traders',
  ],
  'ja-JP': [
    '株式会社アオバシステム',
    '株式会社あさひ情報サービス',
    'イースト テクノロジー株式会社',
    '大阪クラウド株式会社',
    '株式会社オリーブ ネットワークス',
    '鎌倉ソフトウェア合同会社',
    '北日本情報処理株式会社',
    '九州デジタル ソリューションズ株式会社',
    '有限会社小林電算',
    '株式会社さくらシステム',
    '静岡データセンター株式会社',
    '昭和コンピューター サービス株式会社',
    '株式会社瀬戸内インフォメーション テクノロジー アンド コンサルティング',
    '東京ビジネス機器株式会社',
    '株式会社中村商会',
    '日本オフィスソリューション株式会社',
    '株式会社ひかり通信',
    '北海道クラウドパートナーズ株式会社',
    '株式会社みらい',
    '横浜情報システム株式会社',
  ],
}
