import type { By } from '../actor.ts'
import { newId, type TenantId } from '../ids.ts'
import { type DocumentStore, type Json, key, type Op } from './document-store.ts'
import type { TaskOf } from './outbox.ts'

/** One committed change in a list of changes: where its audit lies, and what lists are searched by. */
export type AuditLine = {
  t: 'line'
  v: 1
  token: string
  at: string
  by: By
  pk: string
  id: string
  version: number
  types: readonly string[]
  companies: readonly string[]
  /** The places of the events that the company whose list this is may read; absent in the list of everybody. */
  seen?: readonly number[]
}

/** A line with its id, which continues a list after it. */
export type ListedLine = AuditLine & { place: string }

/** The first instant and the one after the last. */
export type Span = { from?: string; to?: string }

const DAYS = 'his:days'
const PAGE = 50

/** Repeats a change where it is read, once: the list of its day for everybody, and those of the companies it concerns. */
export async function listAudit(store: DocumentStore, pk: string, task: TaskOf<'listAudit'>): Promise<void> {
  const { id, version, at, by, types, about } = task
  const place = key(`${at}~${pk}~${id}~${String(version).padStart(10, '0')}`)
  const line = { t: 'line', v: 1, at, by, pk, id, version, types } as const
  const tenants = [...new Set(about.flatMap((one) => one.tenants))]
  const day = at.slice(0, 10)
  await Promise.all([
    put(store, listOf(day), place, { ...line, companies: namesIn(about) }),
    noteDay(store, day),
    ...tenants.map((tenant) =>
      put(store, listOf(tenant), place, {
        ...line,
        companies: namesIn(about.filter(({ seenBy }) => seenBy.includes(tenant))),
        seen: about.flatMap(({ seenBy }, n) => (seenBy.includes(tenant) ? [n] : [])),
      }),
    ),
  ])
}

/** A company reads no name but of what it may read. */
const namesIn = (about: TaskOf<'listAudit'>['about']): readonly string[] => [
  ...new Set(about.flatMap(({ companies }) => companies)),
]

/** Everybody's changes, the newest first; `after` is the place of the last one that was read. */
export async function* everyLine(store: DocumentStore, span: Span, after?: string): AsyncGenerator<ListedLine> {
  const last = after?.slice(0, 10)
  for await (const day of daysOf(store, span, last)) yield* linesOf(store, day, span, day === last ? after : undefined)
}

/** What concerns a company beside its own truth, the newest first. */
export const linesAbout = (
  store: DocumentStore,
  tenant: TenantId,
  span: Span,
  after?: string,
): AsyncGenerator<ListedLine> => linesOf(store, tenant, span, after)

async function* linesOf(store: DocumentStore, list: string, span: Span, after?: string): AsyncGenerator<ListedLine> {
  // Places begin with a year.
  const range = { from: span.from ?? '0', to: span.to ?? ':', limit: PAGE, order: 'desc' } as const
  for (let next = after, more = true; more; ) {
    const page = await store.range<AuditLine>(listOf(list), { ...range, ...(next ? { after: next } : {}) })
    for (const { id, body } of page.items) yield { ...body, place: id }
    next = page.next
    more = next !== undefined
  }
}

async function* daysOf(store: DocumentStore, { from, to }: Span, last?: string): AsyncGenerator<string> {
  const newest = [to?.slice(0, 10), last].filter((day) => day !== undefined).toSorted()[0]
  const range = {
    from: from?.slice(0, 10) ?? '0',
    to: newest === undefined ? ':' : `${newest}~`,
    order: 'desc',
  } as const
  for (let next: string | undefined, more = true; more; ) {
    const page = await store.range(DAYS, { ...range, limit: PAGE, ...(next ? { after: next } : {}) })
    for (const { id } of page.items) yield id
    next = page.next
    more = next !== undefined
  }
}

/** The day that was noted last, so that a store is not asked for the same one a thousand times. */
const noted = new WeakMap<DocumentStore, string>()

async function noteDay(store: DocumentStore, day: string): Promise<void> {
  if (noted.get(store) === day) return
  await put(store, DAYS, day, { t: 'day', v: 1 })
  noted.set(store, day)
}

const listOf = (of: string): string => key(`his:${of}`)

/** What stands there already says the same. */
async function put(store: DocumentStore, pk: string, id: string, body: object): Promise<void> {
  const token = newId()
  const op: Op = { op: 'create', id, body: { ...body, token } as Json }
  await store.batch(pk, [op], { id, token })
}
