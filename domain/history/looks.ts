import type { By } from '../actor.ts'
import type { Person } from '../ports.ts'
import { looks } from '../questions/asked.ts'
import type { Question } from '../questions/question.ts'
import type { Span } from '../store/audit-list.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { type HistoryQuery, isBy } from './query.ts'

/** One look of somebody of the operator's staff; `place` continues after it. */
export type PastLook = { at: string; by: By; question: Question; place: string }

const PAGE = 20

/** Who of these people looked at what, the newest first, as it is taken. */
export async function* allLooks(
  store: DocumentStore,
  people: readonly Person[],
  { company, person }: HistoryQuery,
  { from, to }: Span,
  after?: string,
): AsyncGenerator<PastLook> {
  const ways = people
    .map((one) => ({
      one,
      by: { kind: 'person', tenantId: one.tenantId, userId: one.userId, name: one.name } as const,
    }))
    .filter(({ by }) => isBy(person, by))
    .map(({ one, by }) => looksOf(store, one, by, after))
  const heads = await Promise.all(ways.map((way) => way.next()))
  for (;;) {
    const at = heads.reduce((best, head, n) => (isLater(head, heads[best]) ? n : best), 0)
    const head = heads[at]
    const way = ways[at]
    if (!head || !way || head.done) return
    heads[at] = await way.next()
    const look = head.value
    if (from !== undefined && look.at < from) return
    const isAsked = company === undefined || look.question.companies.includes(company)
    if (isAsked && (to === undefined || look.at < to)) yield look
  }
}

type Head = IteratorResult<PastLook, void>

const isLater = (one: Head, other: Head | undefined): boolean =>
  !one.done && (other === undefined || other.done === true || one.value.place > other.value.place)

async function* looksOf(
  store: DocumentStore,
  who: Person,
  by: By,
  after: string | undefined,
): AsyncGenerator<PastLook, void> {
  for (let next = after, more = true; more; ) {
    const page = await looks(store, who, { limit: PAGE, ...(next ? { after: next } : {}) })
    for (const { id, body } of page.items) yield { at: body.at, by, question: body.question, place: id }
    next = page.next
    more = next !== undefined
  }
}
