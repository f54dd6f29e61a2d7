import type { Actor } from '../../domain/actor.ts'
import { by } from '../../domain/actor.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Decision } from '../../domain/decision.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import { claimAcceptance, declineInvitation, openInvitation } from '../../domain/invitation/accept.ts'
import { readParties, readPartners } from '../../domain/invitation/customer-parties.ts'
import type { Invitation, InvitationEvent, RelationshipRequest } from '../../domain/invitation/invitation.ts'
import { markSent, revokeInvitation } from '../../domain/invitation/invite.ts'
import { inviteCustomer } from '../../domain/invitation/invite-customer.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { finishAcceptance } from '../../domain/partnership/acceptance.ts'
import { pairOf } from '../../domain/partnership/partnership.ts'
import { fail } from '../../domain/result.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { holder } from '../../domain/store/reservations.ts'
import { ESTABLISHED, partnerHouse } from './partner-house.ts'
import { BODY, NO_MAILS, reseller, toto } from './partners.ts'
import { days, hana, holding, inTenant, registered, sho } from './people.ts'

const id = (n: number): TenantId => tenantId(`${String(n).padStart(8, '0')}-0000-4000-8000-00000000cafe`)

/** Sakura, a reseller that has signed the MPA and works with Toto. */
export const sakuraReady: Organization = { ...reseller, agreements: toto.agreements }

/** Kaede Foods buys; Kaede's tenant is nobody's partner. */
export const kaede = registered({ kind: 'customer' }, { tenantId: id(1), displayName: 'Kaede Foods' })
/** Another provider of Japan, and one of Europe. */
export const minami: Organization = { ...toto, tenantId: id(2), displayName: 'Minami Distribution' }
/** A direct-bill partner of Japan that has signed the MPA. */
export const directly: Organization = {
  ...registered({ kind: 'directBill', cspTenant: true }, { tenantId: id(3), displayName: 'Direct KK' }),
  agreements: toto.agreements,
}
export const kana: Actor = { ...inTenant(hana, kaede.tenantId), name: 'Kana Mori' }
export const agent = (company: Organization): Actor => ({ ...inTenant(holding(sho, 'SA'), company.tenantId) })

export const BOTH: RelationshipRequest = {
  kind: 'both',
  through: { tenantId: toto.tenantId, name: toto.displayName },
  includeDap: true,
}

export const COMPANIES: readonly Organization[] = [toto, sakuraReady, kaede, minami, directly]

/** Presses have names of sixteen characters. */
const key = (name: string): string => name.padEnd(16, '_')

type Asks = { owner?: Organization; request?: RelationshipRequest; email?: string }

/** Customers' invitations on a store; Sakura and Toto are partners. */
export function invitingHouse(store: DocumentStore, companies = COMPANIES, clock?: Clock) {
  const house = partnerHouse(store, companies, clock ?? { now: () => days(3) })
  const organization = async (tenant: TenantId): Promise<Organization> => {
    const found = await house.organizations.find(tenant)
    if (!found) throw new Error(`no ${tenant}`)
    return found
  }
  const change = (
    owner: TenantId,
    name: string,
    decide: (state: Invitation) => Decision<InvitationEvent> | Promise<Decision<InvitationEvent>>,
  ) =>
    house.invitations.execute(owner, name, {
      by: by(kana),
      correlationId: 'test',
      decide: (state) => (state ? decide(state) : fail([{ code: 'STALE' as const }])),
    })
  const all = {
    ...house,
    partners: () => house.happens(ESTABLISHED),
    /** Drafted, sent and opened. */
    async sends(name: string, { owner = sakuraReady, request = BOTH, email = 'kana@kaede.example' }: Asks = {}) {
      const asking = await readPartners(house, { provider: owner.tenantId, request })
      if (!asking) throw new Error('nobody asks')
      const drafted = await house.invitations.execute(owner.tenantId, name, {
        by: by(agent(owner)),
        correlationId: 'test',
        counts: (events) => events.length > 0,
        decide: async (state) =>
          inviteCustomer(state, {
            at: days(1),
            actor: agent(owner),
            id: name,
            partners: asking,
            email,
            locale: 'ja-JP',
            draft: { subject: 'Kaede', body: BODY },
            sent: NO_MAILS,
          }),
      })
      if (!drafted.ok) return drafted
      await change(owner.tenantId, name, (state) =>
        markSent(state, { at: days(1), actor: agent(owner), provider: owner }),
      )
      return change(owner.tenantId, name, (state) =>
        openInvitation(state, { at: days(2), actor: kana, reseller: kaede }),
      )
    },
    /** *Authorize*, first half. */
    claims: (name: string, owner = sakuraReady, over: { agreed?: boolean; customer?: Organization } = {}) =>
      change(owner.tenantId, name, async (state) => {
        const customer = over.customer ?? (await organization(kaede.tenantId))
        const parties = await readParties(house, state, customer)
        if (!parties) throw new Error('no companies')
        return claimAcceptance(state, {
          at: days(3),
          actor: kana,
          pair: parties,
          ticked: true,
          agreed: over.agreed ?? true,
          key: key(name),
        })
      }),
    finishes: (name: string, owner = sakuraReady) => finishAcceptance(house, owner.tenantId, name, 'test'),
    revokes: (name: string, owner = sakuraReady) =>
      change(owner.tenantId, name, (state) =>
        revokeInvitation(state, { at: days(3), actor: agent(owner), provider: owner }),
      ),
    declines: (name: string, owner = sakuraReady) =>
      change(owner.tenantId, name, (state) => declineInvitation(state, { at: days(3), actor: kana, reseller: kaede })),
    /** State of the invitation, the relations, the agreement, and who holds each pair. */
    async stands(name = 'i1', owner = sakuraReady) {
      const [invitation, customer, ...held] = await Promise.all([
        house.invitations.find(owner.tenantId, name),
        house.customers.find(kaede.tenantId),
        ...[sakuraReady, toto].map((one) => holder(store, 'pair', pairOf(kaede.tenantId, one.tenantId))),
      ])
      return {
        state: invitation?.state,
        relations: (customer?.relations ?? []).map(({ partnerName, role, dap }) => `${partnerName} ${role} ${dap}`),
        agreement: customer?.agreement.status ?? 'none',
        held: held.map((one) => one?.split('.')[0]),
      }
    },
  }
  return all
}
