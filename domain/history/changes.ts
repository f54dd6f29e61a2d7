import type { By } from '../actor.ts'
import type { Organization } from '../organization/organization.ts'
import { organizationPk } from '../organization/organizations.ts'
import { everyLine, type ListedLine, linesAbout, type Span } from '../store/audit-list.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { type AuditRecord, auditId, auditPrefix, ROOT } from '../store/records.ts'
import type { PastEvent } from './events-of.ts'
import { type HistoryQuery, isAsked } from './query.ts'

/** One committed change as a history tells of it. `place` continues the history after it. */
export type Past = {
  at: string
  by: By
  companies: readonly string[]
  events: readonly PastEvent[]
  place: string
}

/**
 * Whose eyes: the company whose people read may see of others' truths only what its list says; the operator's staff, who
 * are of no company, see everything.
 */
export type Reading = { store: DocumentStore; span: Span; query: HistoryQuery; isOperator: boolean }

/** A change that is not yet read whole. */
type Thin = { at: string; by: By; companies: readonly string[]; types: readonly string[]; place: string; whole: Whole }
type Whole = () => Promise<readonly PastEvent[]>

/** So many lines are looked through for one page. */
const MOST_LOOKED_THROUGH = 600
/** So many audits are read at once for a file. */
const TOGETHER = 20

export type PastPage = { items: readonly Past[]; next?: string; lookedBackTo?: string }

/** A page of what was asked for, the newest first; fewer rows come, with the way on, where most is something else. */
export async function changesPage(
  reading: Reading,
  company: Organization | undefined,
  { limit, after }: { limit: number; after?: string },
): Promise<PastPage> {
  const found: Thin[] = []
  let looked = 0
  let last: Thin | undefined
  for await (const thin of thinLines(reading, company, after)) {
    if (found.length === limit || looked === MOST_LOOKED_THROUGH) {
      const items = await Promise.all(found.map(whole))
      return { items, next: last?.place ?? '', ...(found.length < limit && last ? { lookedBackTo: last.at } : {}) }
    }
    looked++
    last = thin
    if (isAsked(reading.query, thin)) found.push(thin)
  }
  return { items: await Promise.all(found.map(whole)) }
}

/** Everything that was asked for, as it is taken. */
export async function* allChanges(reading: Reading, company: Organization | undefined): AsyncGenerator<Past> {
  let waiting: Thin[] = []
  for await (const thin of thinLines(reading, company)) {
    if (!isAsked(reading.query, thin)) continue
    waiting.push(thin)
    if (waiting.length < TOGETHER) continue
    yield* await Promise.all(waiting.map(whole))
    waiting = []
  }
  yield* await Promise.all(waiting.map(whole))
}

const whole = async ({ at, by, companies, place, whole: read }: Thin): Promise<Past> => ({
  at,
  by,
  companies,
  place,
  events: await read(),
})

function thinLines(reading: Reading, company: Organization | undefined, after = ''): AsyncGenerator<Thin> {
  const { store, span, isOperator } = reading
  if (company) return ofCompany(reading, company, after)
  if (!isOperator) throw new TypeError('only the operator reads of everybody')
  return listed(store, everyLine(store, span, after === '' ? undefined : after), () => true)
}

/** Two ways in one: the company's own truth, and what its list says of others. The place names where each stands. */
async function* ofCompany(reading: Reading, company: Organization, after: string): AsyncGenerator<Thin> {
  const { store, span, isOperator } = reading
  let [ownPlace = '', otherPlace = ''] = after.split('|')
  const own = ownLines(store, company, span, ownPlace)
  const others = listed(
    store,
    linesAbout(store, company.tenantId, span, otherPlace === '' ? undefined : otherPlace),
    (line, n) => isOperator || (line.seen?.includes(n) ?? false),
  )
  let [ours, theirs] = [await own.next(), await others.next()]
  while (!ours.done || !theirs.done) {
    const isOurs = !ours.done && (theirs.done || ours.value.at >= theirs.value.at)
    const next = isOurs ? ours : theirs
    if (next.done) return
    if (isOurs) {
      ownPlace = next.value.place
      ours = await own.next()
    } else {
      otherPlace = next.value.place
      theirs = await others.next()
    }
    yield { ...next.value, place: `${ownPlace}|${otherPlace}` }
  }
}

async function* ownLines(
  store: DocumentStore,
  { tenantId, displayName }: Organization,
  { from, to }: Span,
  after: string,
): AsyncGenerator<Thin> {
  const begins = auditPrefix(ROOT)
  for (let next: string | undefined = after, more = true; more; ) {
    const page: { items: readonly { id: string; body: AuditRecord<PastEvent> }[]; next?: string } = await store.range(
      organizationPk(tenantId),
      { from: begins, to: `${begins}~`, limit: 50, order: 'desc', ...(next ? { after: next } : {}) },
    )
    for (const { id, body } of page.items) {
      const { at, by, events } = body
      if (from !== undefined && at < from) return
      if (to !== undefined && at >= to) continue
      const types = events.map(({ type }) => type)
      yield { at, by, companies: [displayName], types, place: id, whole: async () => events }
    }
    next = page.next
    more = next !== undefined
  }
}

async function* listed(
  store: DocumentStore,
  lines: AsyncGenerator<ListedLine>,
  isSeen: (line: ListedLine, n: number) => boolean,
): AsyncGenerator<Thin> {
  for await (const line of lines) {
    const { at, by, companies, types, place } = line
    const seen = types.filter((_, n) => isSeen(line, n))
    if (seen.length === 0) continue
    yield { at, by, companies, types: seen, place, whole: () => eventsOfLine(store, line, isSeen) }
  }
}

async function eventsOfLine(
  store: DocumentStore,
  line: ListedLine,
  isSeen: (line: ListedLine, n: number) => boolean,
): Promise<readonly PastEvent[]> {
  const audit = await store.read<AuditRecord<PastEvent>>(line.pk, auditId(line.id, line.version))
  return (audit?.body.events ?? []).filter((_, n) => isSeen(line, n))
}
