import { claimAcceptance } from '../../../domain/invitation/accept.ts'
import { evolveInvitation } from '../../../domain/invitation/evolve.ts'
import type { Invitation, InvitationEvent } from '../../../domain/invitation/invitation.ts'
import { inviteCustomer } from '../../../domain/invitation/invite-customer.ts'
import { agent, BOTH, kaede, kana, sakuraReady } from '../../support/customer-inviting.ts'
import { BODY, DRAFTED, NO_MAILS, OPENED, partners, SENT, toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

const asking = {
  request: BOTH,
  owner: { organization: sakuraReady },
  through: { organization: toto, partnership: partners },
}

const codes = (decision: { ok: boolean; error?: readonly { code: string }[] }): readonly string[] =>
  decision.ok ? [] : (decision.error ?? []).map(({ code }) => code)

const opened = (): Invitation =>
  [SENT, { ...OPENED, tenant: kaede.tenantId }].reduce<Invitation>(
    (state, event) => evolveInvitation(state, event as InvitationEvent),
    evolveInvitation(undefined, { ...DRAFTED, provider: sakuraReady.tenantId, request: BOTH }),
  )

const authorizes = (ticks: { ticked: boolean; agreed: boolean }) =>
  codes(
    claimAcceptance(opened(), {
      at: days(3),
      actor: kana,
      pair: { ...asking, customer: kaede, resellerOf: [], agreement: 'none' },
      key: 'press-2',
      ...ticks,
    }),
  )

/** Rules of customers' invitations, each in the story in which it refuses. */
export const CUSTOMER_INVITATION_PROOFS = {
  customerEmailGiven: {
    story: 'refuses inviting a customer without an address',
    tell: () =>
      codes(
        inviteCustomer(undefined, {
          at: days(1),
          actor: agent(sakuraReady),
          id: 'i1',
          partners: asking,
          email: '',
          locale: 'ja-JP',
          draft: { subject: 'Kaede', body: BODY },
          sent: NO_MAILS,
        }),
      ),
    refuses: 'FIELD_EMAIL',
  },
  withinBulkLimit: {
    story: 'refuses the invitation of a job after a thousand within a day',
    tell: () =>
      codes(
        inviteCustomer(undefined, {
          at: days(1),
          actor: agent(sakuraReady),
          id: 'i1',
          partners: asking,
          email: 'kana@kaede.example',
          locale: 'ja-JP',
          draft: { subject: 'Kaede', body: BODY },
          sent: NO_MAILS,
          drafted: { day: 1_000, dayEnds: days(2) },
        }),
      ),
    refuses: 'INV_LIMIT',
  },
  customerAuthorizationTicked: {
    story: 'refuses Authorize without the customer’s tick',
    tell: () => authorizes({ ticked: false, agreed: true }),
    refuses: 'CUS_NOT_CONFIRMED',
  },
  customerAgreementTicked: {
    story: 'refuses Authorize of a customer that leaves the agreement out',
    tell: () => authorizes({ ticked: true, agreed: false }),
    refuses: 'MCA_NOT_TICKED',
  },
} as const
