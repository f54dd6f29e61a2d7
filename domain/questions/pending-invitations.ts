import type { Organization } from '../organization/organization.ts'
import { pairInvitations, pendingInvitations } from '../partnership/received.ts'
import { notFound } from './about-company.ts'
import type { Answer } from './answer.ts'
import { lineOf } from './invitation-of.ts'
import { ask } from './pair-facts.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import { partsAfter, sentThenReceived } from './sent-and-received.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

const R40 = { id: 'R40', source: 'S1 Connect 2-3; C-10' }
const PAGE = 15
const DAY_MS = 86_400_000

/** Q10: the open invitations that a company sent or got, those older than so many days; of another company only one's own. */
export async function answerPending(question: Question, sight: Sight): Promise<Answer> {
  const { store, own, now } = sight
  const tenant = question.companies[0] ?? own?.tenantId ?? NO_COMPANY
  const { days, after } = question
  const before = days === undefined ? undefined : new Date(Math.max(0, Date.parse(now) - days * DAY_MS)).toISOString()
  const asker = own?.tenantId ?? NO_COMPANY
  const from = partsAfter(after)
  // What may not be seen is read as well, so that it costs what is not there.
  const [company, sent, received, forth, back] = await Promise.all([
    sight.company(tenant),
    pendingInvitations(store, { side: 'provider', tenant }, { before, after: from.sent ?? after, limit: PAGE }),
    pendingInvitations(store, { side: 'reseller', tenant }, { before, after: from.received, limit: PAGE }),
    pairInvitations(store, tenant, asker, { limit: PAGE }),
    pairInvitations(store, asker, tenant, { limit: PAGE }),
  ])
  if (!company) return notFound(question)
  const isOpen = own === undefined || own.tenantId === tenant
  const page = isSender(company) ? sent : sends(company) ? sentThenReceived(tenant, after, sent, received) : received
  const between = [...forth.items, ...back.items].filter(({ body }) => PENDING.includes(body.state) && body.sentAt)
  const items = isOpen ? page.items : between.filter(({ body }) => before === undefined || body.at <= before)
  const next = isOpen ? page.next : undefined
  const { displayName } = company
  return {
    question: { ...question, companies: [tenant] },
    names: namesOf(company),
    headline: {
      code: isOpen ? 'partners.pendingOf' : 'partners.pendingBetween',
      company: displayName,
      count: items.length,
      more: next !== undefined,
      ...(days === undefined ? {} : { days }),
    },
    ...(isOpen ? {} : { findings: [{ code: 'partners.ownRelationOnly', company: displayName }] }),
    rows: items.map(({ body }) => lineOf(body, company, sight)),
    ...(next === undefined ? {} : { next }),
    rules: [R40],
    related: [ask('Q13', tenant)],
    isPrivate: true,
  }
}

/** A reseller gets invitations from providers and sends some to customers. */
const sends = ({ kind }: Organization): boolean => kind === 'indirectReseller' || kind === 'both'

const isSender = ({ kind }: Organization): boolean => kind === 'indirectProvider' || kind === 'directBill'

const PENDING: readonly string[] = ['sent', 'opened', 'accepting']
