import type { TenantId } from '../ids.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { DECLARATIONS, type Declaration, type Partnership } from '../partnership/partnership.ts'
import { isEmail } from '../text.ts'
import { holds, refuse, rule } from './rule.ts'

export const LINK = '{link}'

export const linkInText = rule<{ body: string }>('R36', 'S1 Connect 3 IMPORTANT; S0 4', ({ body }) =>
  body.includes(LINK) ? holds : refuse({ code: 'INV_LINK_MISSING', field: 'message' }),
)

export const resellerEmailGiven = rule<{ email: string }>('R39', 'S1 Connect', ({ email }) =>
  isEmail(email) ? holds : refuse({ code: 'FIELD_EMAIL', field: 'email' }),
)

/** A company's affiliates are companies of their own here: R105 bans selling to them, not working with them. */
export const notOwnCompany = rule<{ provider: TenantId; company: TenantId | undefined }>(
  'P20',
  'domain.md 2.11 (different tenants)',
  ({ provider, company }) => (provider === company ? refuse({ code: 'PAR_SELF', field: 'email' }) : holds),
)

const DAY_MS = 86_400_000

export const notInTeamsToday = rule<{ inTeamsAt: string | undefined; now: string }>(
  'P20',
  'domain.md 1.4 (limits against spam)',
  ({ inTeamsAt, now }) => {
    const from = inTeamsAt === undefined ? now : new Date(Date.parse(inTeamsAt) + DAY_MS).toISOString()
    return now < from ? refuse({ code: 'INV_IN_TEAMS', from }) : holds
  },
)

export const partnershipExists = rule<{ partnership: Partnership; a: string; b: string }>(
  'R38',
  'S1 tasks 2, Connect',
  ({ partnership, a, b }) => (partnership.status === 'active' ? holds : refuse({ code: 'PAR_NONE', a, b })),
)

export const notPartneredYet = rule<{ partnership: Partnership }>('R42', 'S2 Connect 1-3; F37', ({ partnership }) =>
  partnership.status === 'active' ? refuse({ code: 'PAR_EXISTS', since: partnership.since }) : holds,
)

export const authorizationTicked = rule<{ ticked: boolean }>('R42', 'S2 Connect 3', ({ ticked }) =>
  ticked ? holds : refuse({ code: 'INV_NOT_CONFIRMED', field: 'authorize' }),
)

export const invitationOpen = rule<{ invitation: Invitation; now: string }>(
  'R40',
  'S1 Connect 2-3; F42',
  ({ invitation, now }) => {
    if ('expiresAt' in invitation && isWaiting(invitation) && now >= invitation.expiresAt)
      return refuse({ code: 'INV_CLOSED', state: 'expired', at: invitation.expiresAt })
    switch (invitation.state) {
      case 'draft':
      case 'sent':
      case 'opened':
      case 'accepting':
        return holds
      default:
        return refuse({ code: 'INV_CLOSED', state: invitation.state, at: invitation.at })
    }
  },
)

/** Open until it expires, even when the timer is late; a claimed acceptance was in time. */
const isWaiting = ({ state }: Invitation): boolean => state === 'sent' || state === 'opened'

/** The pair exclusion: neither may be the other's customer (R106). `customerOf` says that the reservation is held so. */
export const notCustomerOfProvider = rule<{ isCustomer: boolean; reseller: string; provider: string }>(
  'R106',
  'S3 scenario 6',
  ({ isCustomer, reseller, provider }) =>
    isCustomer ? refuse({ code: 'REL_ALREADY_CUSTOMER', reseller, provider }) : holds,
)

export const allDeclared = rule<{ declarations: readonly Declaration[] }>(
  'R46',
  'S1 Remove partnership IMPORTANT',
  ({ declarations }) =>
    DECLARATIONS.every((one) => declarations.includes(one))
      ? holds
      : refuse({ code: 'PAR_DECLARATION', field: 'declarations' }),
)
