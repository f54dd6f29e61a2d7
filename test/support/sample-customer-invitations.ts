import {
  type CustomerAcceptanceView,
  customerAcceptanceCard,
  customerAcceptedCard,
} from '../../cards/customer/customer-acceptance.ts'
import { inviteCustomerForm } from '../../cards/customer/invite-customer-form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { invitationClosedCard } from '../../cards/partnership/acceptance.ts'
import { invitationCard } from '../../cards/partnership/invitation.ts'
import { invitationDraftCard } from '../../cards/partnership/invitation-draft.ts'
import { listOfInvitations } from '../../cards/partnership/invitations.ts'
import { partnerCard } from '../../cards/partnership/partner.ts'
import { customerDraft } from '../../cards/words/customer-invitation.ts'
import type { Words } from '../../cards/words/words.ts'
import { tenantId } from '../../domain/ids.ts'
import { CUSTOMER_KINDS, type RelationshipRequest } from '../../domain/invitation/invitation.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Cast } from './sample-cast.ts'
import { answeredBy, CODE, drafted, LINK, openedBy, partnershipOf, RESELLER_MAY, SENT, T } from './sample-invitation.ts'

const OWNER = tenantId('0b1c2d3e-0000-4000-8000-000000000004')
const THROUGH = tenantId('0b1c2d3e-0000-4000-8000-000000000005')

/** The cards of customers' invitations, by name. */
export function customerInvitationCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { company, legalName, people } = cast
  const { country } = cast.address
  const email = cast.contact.email
  const both: RelationshipRequest = { kind: 'both', through: { tenantId: THROUGH, name: legalName }, includeDap: true }
  const single: RelationshipRequest = { kind: 'direct', includeDap: false }
  const facts = (request: RelationshipRequest) => {
    const mail = customerDraft({
      owner: company,
      provider: request.kind === 'both' ? request.through.name : undefined,
      admin: cast.me.name,
      dap: request.includeDap,
      locale: words.locale,
    })
    return { ...drafted(cast, words, OWNER, mail), request }
  }
  const live = (request: RelationshipRequest) => ({ ...facts(request), ...SENT })
  const answered = answeredBy(cast)
  const opened = openedBy(cast)
  const block = {
    at: T.opened,
    company: legalName,
    reasons: ['customerRegion', 'cspTenant', 'affiliate', 'reseller', 'partnership'] as const,
  }
  const reason = cast.query.slice(0, 1000)
  const providers = [{ tenant: THROUGH, name: legalName }]
  const asks = (obstacles: readonly Refusal[], over: Partial<CustomerAcceptanceView> = {}): Card =>
    customerAcceptanceCard(
      {
        invitation: { ...live(both), ...opened, state: 'opened' },
        owner: { name: company, country },
        provider: { name: legalName, country },
        company: legalName,
        code: CODE,
        obstacles,
        hasAgreed: false,
        mayAct: true,
        globalAdmins: people,
        ...over,
      },
      words,
    )
  return {
    'invite customers': inviteCustomerForm({ company, kind: 'both', providers }, words),
    'invite customers: alone': inviteCustomerForm({ company, kind: 'direct', providers: [] }, words),
    'invite customers: no provider yet': inviteCustomerForm({ company, kind: 'both', providers: [] }, words),
    'invite customers: wrong address': inviteCustomerForm(
      {
        company,
        kind: 'both',
        providers,
        values: { email: cast.query.slice(0, 100) },
        faults: [
          { code: 'FIELD_EMAIL', field: 'email' },
          { code: 'FIELD_CHOICE', field: 'through' },
        ],
      },
      words,
    ),
    'partner: customers can be invited': partnerCard(
      {
        side: 'reseller',
        tenant: THROUGH,
        name: legalName,
        country,
        readiness: [],
        partnership: partnershipOf(
          { provider: THROUGH, providerName: legalName, reseller: OWNER, resellerName: company },
          cast,
          T.sent,
        ),
        may: { ...RESELLER_MAY, inviteCustomer: true },
      },
      words,
    ),
    'customer invitation: draft': invitationDraftCard(
      { invitation: { ...facts(both), state: 'draft' }, link: LINK },
      words,
    ),
    'customer invitation: draft, alone': invitationDraftCard(
      { invitation: { ...facts(single), state: 'draft' }, link: LINK },
      words,
    ),
    'customer invitation: sent': invitationCard(
      { invitation: { ...live(both), state: 'sent' }, link: LINK, note: words.customerInvitation.notes.sent },
      words,
    ),
    'customer invitation: blocked': invitationCard(
      { invitation: { ...live(both), ...opened, state: 'opened', block }, link: LINK },
      words,
    ),
    'customer invitation: accepted': invitationCard(
      { invitation: { ...live(both), ...answered, state: 'accepted' }, link: LINK },
      words,
    ),
    'customer invitation: declined': invitationCard(
      { invitation: { ...live(single), ...answered, state: 'declined', reason }, link: LINK },
      words,
    ),
    'invitations: of customers': listOfInvitations(
      {
        side: 'reseller',
        company,
        own: OWNER,
        may: { customers: true },
        show: 'all',
        name: '',
        from: 0,
        rows: [...CUSTOMER_KINDS, ...CUSTOMER_KINDS].map((kind, n) => ({
          provider: n < 3 ? OWNER : THROUGH,
          providerName: n < 3 ? company : legalName,
          id: `i${n}`,
          email,
          kind,
          ...(kind === 'both' ? { through: legalName } : {}),
          state: n % 2 === 0 ? ('sent' as const) : ('accepted' as const),
          at: T.drafted,
          by: cast.me.name,
          sentAt: T.sent,
          expiresAt: T.ends,
        })),
      },
      words,
    ),
    'customer authorizes': asks([]),
    'customer authorizes: alone, has agreed': asks([], {
      invitation: { ...live(single), ...opened, state: 'opened' },
      hasAgreed: true,
    }),
    'customer authorizes: not ticked': asks([], {
      faults: [
        { code: 'CUS_NOT_CONFIRMED', field: 'authorize' },
        { code: 'MCA_NOT_TICKED', field: 'mcaAccepted' },
      ],
    }),
    'customer authorizes: every obstacle': asks([
      { code: 'PAR_NOT_READY', organization: company, steps: ['notSuspended'] },
      { code: 'CUS_SELF_OR_AFFILIATE' },
      { code: 'REL_ALREADY_RESELLER', customer: legalName, provider: company },
      { code: 'CUS_IS_CSP_TENANT', customer: legalName },
      { code: 'PAR_NONE', a: company, b: legalName },
      {
        code: 'REGION_CUSTOMER',
        partner: company,
        customer: legalName,
        country: 'DE',
        regionPartner: 'japan',
        regionCustomer: 'europe',
      },
      { code: 'REGION_UNKNOWN', country: 'CN' },
      { code: 'TRN_NO_NEW_DIRECT' },
    ]),
    'customer authorizes: not an admin': asks([{ code: 'AUTH_ROLE', roles: ['GA'], names: people }], { mayAct: false }),
    'customer authorizes: under way': asks([], {
      invitation: { ...live(both), ...opened, ...answered, state: 'accepting', key: 'press' },
    }),
    'customer invitation: closed': invitationClosedCard(
      { invitation: { ...live(both), state: 'expired', at: T.ends } },
      words,
    ),
    'customer has authorized': customerAcceptedCard(
      { invitation: { ...live(both), ...answered, state: 'accepted' }, agreement: 'directSigned' },
      words,
    ),
    'customer has authorized one': customerAcceptedCard(
      { invitation: { ...live(single), ...answered, state: 'accepted' }, agreement: 'none' },
      words,
    ),
  }
}
