import type { PartnershipEvent } from '../partnership/partnership.ts'
import { notFound } from './about-company.ts'
import type { Answer } from './answer.ts'
import { customersKept } from './customers-kept.ts'
import { ask, isTheirs, pairAsked, partnershipBetween, type Recorded } from './pair-facts.ts'
import { endOf, neverFound, removedHeadline } from './partnered.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const R43 = { id: 'R43', source: 'S1 Remove 1-2' }
const R44 = { id: 'R44', source: 'S1 Remove IMPORTANT' }
const R45 = { id: 'R45', source: 'S1 Remove IMPORTANT' }
const R46 = { id: 'R46', source: 'S1 Remove IMPORTANT' }
const R49 = { id: 'R49', source: 'S2 Connect 3 NOTE' }
const LOOK_BACK = 20

type Of<T extends PartnershipEvent['type']> = Extract<PartnershipEvent, { type: T }>

export type Past = {
  removed: Of<'PartnershipRemoved'> | undefined
  accessRemoved: Of<'AdminAccessRemoved'> | undefined
}

/** The newest end of the partnership of two companies and the newest loss of admin access, whichever is the provider. */
export async function pastBetween(
  { partnerships }: Sight,
  x: Question['companies'][number],
  y: Question['companies'][number],
): Promise<Past> {
  const pages = await Promise.all([
    partnerships.history(x, y, { limit: LOOK_BACK }),
    partnerships.history(y, x, { limit: LOOK_BACK }),
  ])
  const events = pages.flatMap(({ items }) => items.flatMap(({ body }) => body.events))
  return {
    removed: newest(events.flatMap((one) => (one.type === 'PartnershipRemoved' ? [one] : []))),
    accessRemoved: newest(events.flatMap((one) => (one.type === 'AdminAccessRemoved' ? [one] : []))),
  }
}

const newest = <E extends { at: string }>(events: readonly E[]): E | undefined =>
  events.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]

/** Q16: when and by whom a partnership was removed, what was declared, and what the removal left as it was. */
export async function answerRemoval(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const found = partnershipBetween(sight, x, y)
  const [recorded, kept, one, other, past] = await Promise.all([
    found,
    // As soon as it is known whose they are, while the rest is still being read.
    found.then((two) => (two?.status === 'removed' ? customersKept(sight, two) : undefined)),
    sight.company(x),
    sight.company(y),
    pastBetween(sight, x, y),
  ])
  if (!one || !other || !isTheirs(sight, x, y)) return notFound(question)
  const about = {
    question: { ...question, companies: [x, y] },
    names: namesOf(one, other),
    rules: [R43, R44, R45, R46, R49],
    isPrivate: true,
  }
  if (!recorded) return { ...about, verdict: 'no', ...neverFound(one, other) }
  const { provider, reseller } = recorded
  const related = [ask('Q17', provider, reseller), ask('Q1', provider, reseller), ask('Q4', provider, reseller)]
  const headline = removedHeadline(recorded)
  if (recorded.status === 'active')
    return {
      ...about,
      verdict: 'no',
      headline,
      ...(past.removed ? { findings: [{ code: 'partners.removedBefore', at: past.removed.at }] } : {}),
      related,
    }
  return {
    ...about,
    headline,
    findings: [...endOf(recorded), ...declared(recorded, past, sight), ...(kept ? [kept] : []), ...stays(recorded)],
    related,
  }
}

/** What the provider declared is its own, and support's, to know (R46). */
function declared({ provider }: Recorded, { removed }: Past, { own }: Sight): readonly PartnerFinding[] {
  if (own !== undefined && own.tenantId !== provider) return []
  if (!removed || removed.declarations.length === 0) return []
  return [{ code: 'partners.declared', declarations: removed.declarations }]
}

const stays = ({ providerName: provider, resellerName: reseller }: Recorded): readonly PartnerFinding[] => [
  { code: 'partners.delegatedAdminStays' },
  { code: 'partners.noNotice' },
  { code: 'partners.accessStays', provider, reseller },
  { code: 'partners.howAgain', provider, reseller },
]
