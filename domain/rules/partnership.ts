import { DAY_MS, later } from '../clock.ts'
import type { TenantId } from '../ids.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { DECLARATIONS, type Declaration, type Partnership } from '../partnership/partnership.ts'
import { isEmail } from '../text.ts'
import { holds, refuse, rule } from './rule.ts'

export const LINK = '{link}'

/** Characters that a mail program or a browser takes for part of an address when they touch it. */
const JOINS = 'A-Za-z0-9_~%/?#&=@+\\-'
const BEFORE = `(?<=[${JOINS}.])`
const AFTER = `(?=[${JOINS}]|[.,:;!$'*]+[${JOINS}])`
const JOINED = new RegExp(`${BEFORE}\\{link\\}|\\{link\\}${AFTER}`)

/** Whether a text has the place of the link, and nothing touches it, so that exactly the link can be followed from there (R36). */
export const hasLink = (body: string): boolean => body.includes(LINK) && !JOINED.test(body)

/** A text in which nothing touches the link, however it was mangled; without one, it is added at the end (S1 Connect 3). */
export function withLinkAgain(typed: string): string {
  const body = typed
    .replace(new RegExp(`${BEFORE}\\{link\\}`, 'g'), ` ${LINK}`)
    .replace(new RegExp(`\\{link\\}${AFTER}`, 'g'), `${LINK} `)
  return hasLink(body) ? body : `${body.trimEnd()}\n\n${LINK}`.trimStart()
}

/** What remains of the own link in a text where somebody cut it or wrote on at its end, made the place of the link. */
export const withWholeLinks = (text: string, link: string): string =>
  text.split(link.slice(0, link.lastIndexOf('/') + 1)).reduce((all, rest) => `${all}${LINK}${rest.replace(REST, '')}`)

const REST = new RegExp(`^[${JOINS}]*`)

/** At most `max` characters of a text, the place of its link among them. */
export function shortenedAround(body: string, max: number): string {
  const at = body.indexOf(LINK)
  const [before, after] = [[...body.slice(0, at)], [...body.slice(at + LINK.length)]]
  const room = max - LINK.length
  if (before.length + after.length <= room) return body
  if (before.length > room)
    return `${before
      .slice(0, room - 2)
      .join('')
      .trimEnd()}\n\n${LINK}`
  return `${before.join('')}${LINK}${after.slice(0, room - before.length).join('')}`.trimEnd()
}

export const linkInText = rule<{ body: string }>('R36', 'S1 Connect 3 IMPORTANT; S0 4', ({ body }) =>
  hasLink(body) ? holds : refuse({ code: 'INV_LINK_MISSING', field: 'message' }),
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

export const notInTeamsToday = rule<{ inTeamsAt: string | undefined; now: string }>(
  'P20',
  'domain.md 1.4 (limits against spam)',
  ({ inTeamsAt, now }) => {
    const from = inTeamsAt === undefined ? now : later(inTeamsAt, DAY_MS)
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

/** The pair exclusion: neither may be the other's customer (R106). `isCustomer` says that the reservation is held so. */
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
