import { bulkCard, bulkStartCard, noUploadCard } from '../../cards/bulk/bulk.ts'
import { bulkProgressCard } from '../../cards/bulk/bulk-progress.ts'
import type { Card } from '../../cards/drawing/render.ts'
import type { Words } from '../../cards/words/words.ts'
import {
  BULK_KINDS,
  type BulkColumn,
  type BulkKind,
  COLUMNS,
  type FaultyRow,
  isOptional,
  NONE,
  type Outcome,
  type WithRows,
} from '../../domain/bulk/bulk.ts'
import { userId } from '../../domain/ids.ts'
import type { Cast } from './sample-cast.ts'

const JOB = '0b1c2d3e-0000-4000-8000-0000000000b1'
const AT = '2025-12-03T05:30:00.000Z'

/** The cards of jobs, by name. */
export function bulkCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { company, people, tenantId } = cast
  const isWorst = people.length > 2
  const by = people[0] ?? ''
  const long = [...company].slice(0, 60).join('')
  const outcomes: readonly Outcome[] = [
    { is: 'wrong', faults: [{ code: 'unknown', column: 'customer', value: long }] },
    {
      is: 'wrong',
      faults: [
        { code: 'missing', column: 'subscription' },
        { code: 'ambiguous', column: 'reseller', value: long },
      ],
    },
    { is: 'wrong', faults: [{ code: 'repeated', row: 3 }] },
    { is: 'refused', refusals: [{ code: 'PAR_NONE', a: company, b: company }] },
    { is: 'failed', refusals: [{ code: 'PC_REFUSED', reason: '600006' }] },
    {
      is: 'wrong',
      faults: [{ code: 'unfit', column: 'offer', value: long }],
      refusals: [{ code: 'ENR_FIELD_MISSING', field: 'companyName' }],
    },
  ]
  const faulty: readonly FaultyRow[] = Array.from({ length: isWorst ? 20 : 5 }, (_, n) => ({
    row: n * 7 + 3,
    outcome: outcomes[n % outcomes.length] ?? { is: 'good' },
  }))
  const outcome: Outcome = {
    is: 'good',
    rewritten: {
      address: { line1: long, city: '千代田区', state: 'JP-13', postalCode: '100-0005', country: 'JP' },
      state: { code: 'JP-13', en: 'Tokyo', ja: '東京都' },
    },
  }
  const first: readonly FaultyRow[] = Array.from({ length: isWorst ? 20 : 2 }, (_, n) => ({ row: n * 9 + 1, outcome }))
  const rewritten = { rows: isWorst ? 600 : 2, first }
  const facts = {
    id: JOB,
    kind: 'reseller' as const,
    owner: tenantId,
    ownerName: company,
    person: { tenantId, userId: userId('0b1c2d3e-0000-4000-8000-0000000000a1'), name: by },
    startedAt: AT,
    sheet: { set: 's', rows: 1_000, documents: 20, source: 'pasted' as const },
    at: 3,
  }
  const check = { good: 600, already: 200, refused: 200, failed: 0 }
  const begun = { ...facts, check, faulty, failures: faulty, confirmedAt: AT }
  const done = { good: 480, already: 20, refused: 90, failed: 10 }
  const sent = { ...begun, kind: 'invitations' as const, state: 'done' as const, done, doneAt: AT }
  const mails = { person: facts.person, since: AT, at: 20, marked: 480, isOver: true }
  const states = {
    checking: { ...facts, state: 'checking', check: { ...NONE, good: 150 }, faulty: [] },
    checked: { ...facts, state: 'checked', check, faulty },
    'nothing to do': { ...facts, state: 'checked', check: { ...NONE, already: 1_000 }, faulty: [] },
    running: { ...begun, state: 'running', done },
    stopped: { ...begun, state: 'stopped', done, why: 'person', stoppedAt: AT },
    'without the right': { ...begun, state: 'stopped', done, why: 'rights', stoppedAt: AT },
    done: { ...begun, state: 'done', done: { ...done, good: 880 }, doneAt: AT },
    'mails being marked': { ...sent, mails: { ...mails, at: 3, isOver: false } },
    'mails marked': { ...sent, mails },
    'one mail marked': { ...sent, mails: { ...mails, marked: 1 } },
    swept: { ...begun, state: 'done', done, doneAt: AT, sweptAt: AT },
    rewritten: { ...facts, kind: 'newCustomers', state: 'checked', check, faulty, rewritten },
  } satisfies Readonly<Record<string, WithRows>>
  const ofKind = (kind: BulkKind): readonly (readonly [string, WithRows])[] => [
    [`${kind} checked`, { ...facts, kind, state: 'checked', check, faulty }],
    [`${kind} without any`, { ...facts, kind, state: 'checked', check: NONE, faulty: [] }],
    [`${kind} done`, { ...begun, kind, state: 'done', done: { ...done, good: 880 }, doneAt: AT }],
  ]
  const kinds = BULK_KINDS.filter((kind) => kind !== 'reseller').flatMap(ofKind)
  const upload = { url: 'https://bot.example/upload/token', hash: 'h'.repeat(43) }
  const most = { pasted: 500, uploaded: 10_000 }
  const start = { company, kind: 'reseller' as const, columns: COLUMNS.reseller, optional: [], most, upload }
  const job = { id: JOB, kind: 'reseller' as const, state: 'running' as const, rows: 1_000, startedAt: AT, by }
  return {
    bulk: bulkCard({ company, kinds: BULK_KINDS, jobs: Array.from({ length: 8 }, () => job) }, words),
    ...Object.fromEntries(
      BULK_KINDS.map((kind) => {
        const columns: readonly BulkColumn[] = COLUMNS[kind]
        const optional = columns.filter((column) => isOptional(kind, column))
        return [
          `bulk: ${kind}`,
          bulkStartCard({ ...start, kind, columns, optional, most: { ...most, daily: 1_000 } }, words),
        ]
      }),
    ),
    'bulk: template': bulkStartCard({ ...start, template: 'https://bot.example/download/token' }, words),
    'bulk: columns missing': bulkStartCard(
      { ...start, typed: isWorst ? company.repeat(10) : 'a,b', fault: { code: 'columns', missing: ['customer'] } },
      words,
    ),
    'bulk: no file yet': noUploadCard(
      { kind: 'reseller', bulk: JOB, upload: upload.hash, fault: { code: 'waiting' } },
      words,
    ),
    ...Object.fromEntries(
      [...Object.entries(states), ...kinds].map(([name, bulk]) => [`bulk: ${name}`, bulkProgressCard(bulk, words)]),
    ),
    'bulk: file': bulkProgressCard(states.done, words, 'https://bot.example/download/token'),
  }
}
