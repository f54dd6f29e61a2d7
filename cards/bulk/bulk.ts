import type { BegunBulk, Bulk, BulkColumn, BulkKind, FaultyRow, Tally, WithRows } from '../../domain/bulk/bulk.ts'
import type { BulkEntry } from '../../domain/bulk/list.ts'
import { newId, newOperationKey } from '../../domain/ids.ts'
import { ask, type Button, link, tap } from '../drawing/buttons.ts'
import { formCard } from '../drawing/form.ts'
import { listCard } from '../drawing/list.ts'
import { living } from '../drawing/living.ts'
import { messageCard } from '../drawing/notice.ts'
import { bytesOf, type Card, MOST_BYTES } from '../drawing/render.ts'
import { summaryCard } from '../drawing/summary.ts'
import type { BulkFault } from '../words/bulk-en.ts'
import type { Words } from '../words/words.ts'
import { addressUsed, explained } from './bulk-outcome.ts'

/** What can be done to many at once, and the company's jobs, the last first. */
export function bulkCard(
  view: { company: string; kinds: readonly BulkKind[]; jobs: readonly BulkEntry[] },
  words: Words,
): Card {
  const { bulk: say } = words
  return listCard(
    {
      place: view.company,
      title: say.title,
      intro: [say.intro],
      rows: [
        ...view.kinds.map((kind) => ({
          title: say.kinds[kind].title,
          lines: [say.kinds[kind].text],
          button: tap(say.buttons.choose, 'bulk-start', { kind }),
        })),
        ...(view.jobs.length === 0 ? [] : [{ title: say.recent }]),
        ...view.jobs.map(({ id, kind, state, rows, by, startedAt }) => ({
          title: say.kinds[kind].title,
          lines: [say.job(rows, by, words.dateTime(startedAt))],
          badge: { text: say.states[state], color: state === 'done' ? ('Good' as const) : ('Default' as const) },
          button: tap(say.buttons.open, 'bulk-progress', { bulk: id }),
        })),
      ],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words.locale,
  )
}

export type BulkStart = {
  company: string
  kind: BulkKind
  columns: readonly BulkColumn[]
  /** Those of them that may be left out. */
  optional: readonly BulkColumn[]
  /** `daily` are the rows that the company may have done within 24 hours, where they are fewer. */
  most: { pasted: number; uploaded: number; daily?: number | undefined }
  /** The page for a file, and what it is found by. */
  upload: { url: string; hash: string }
  template?: string
  typed?: string
  fault?: BulkFault
}

/** Where the rows are pasted, or a file with them is handed in. */
export function bulkStartCard(view: BulkStart, words: Words): Card {
  const { company, kind, columns, optional, most, upload, template, typed = '', fault } = view
  const { bulk: say } = words
  const names = columns.map((column) => say.columns[column])
  const hints = columns.flatMap((column) =>
    say.start.hints[column] === '' ? [] : [`${say.columns[column]}: ${say.start.hints[column]}`],
  )
  const job = newId()
  return formCard(
    {
      place: company,
      title: say.kinds[kind].title,
      intro: [
        ...(fault ? [bulkFault(fault, words)] : []),
        say.kinds[kind].text,
        say.start.columns(words.all(names)),
        ...(optional.length === 0
          ? []
          : [say.start.optional(words.all(optional.map((column) => say.columns[column])))]),
        ...(template === undefined ? [] : [say.start.ready]),
      ],
      fields: [
        {
          kind: 'text',
          id: 'rows',
          label: say.start.rows,
          heading: say.start.heading,
          lead: hints,
          value: typed,
          max: LONGEST_PASTE,
          multiline: true,
          hint: say.start.hint(words.number(most.pasted)),
        },
      ],
      notes: [
        say.start.upload(words.number(most.uploaded)),
        ...(most.daily === undefined ? [] : [say.start.daily(words.number(most.daily))]),
      ],
      buttons: [
        tap(say.buttons.check, 'bulk-paste', { kind, bulk: job, op: newOperationKey() }, { style: 'positive' }),
        link(say.buttons.upload, upload.url),
        tap(say.buttons.uploaded, 'bulk-uploaded', { kind, bulk: job, upload: upload.hash }, { inputs: 'none' }),
      ],
      more: [
        template === undefined
          ? tap(say.buttons.template, 'bulk-start', { kind, template: 'true' }, { inputs: 'none' })
          : link(say.buttons.fetchTemplate, template),
        tap(words.buttons.cancel, 'bulk', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}

/** 500 rows of long cells. */
export const LONGEST_PASTE = 200_000

/** The file is not there, or not any more; what was pasted stays on the page. */
export const noUploadCard = (
  { kind, bulk, upload, fault }: { kind: BulkKind; bulk: string; upload: string; fault: BulkFault },
  words: Words,
): Card =>
  messageCard(
    {
      title: words.bulk.kinds[kind].title,
      paragraphs: [bulkFault(fault, words)],
      buttons: [
        ...(fault.code === 'waiting'
          ? [tap(words.bulk.buttons.uploaded, 'bulk-uploaded', { kind, bulk, upload })]
          : []),
        tap(words.bulk.buttons.another, 'bulk-start', { kind }),
      ],
    },
    words,
  )

/** Where a job stands; it follows the job by itself. `file` is a page where all rows can be fetched. */
export function bulkProgressCard(bulk: WithRows, words: Words, file?: string): Card {
  const { bulk: say } = words
  const { id, kind, sheet, state, person } = bulk
  const begun = 'done' in bulk
  const tally = begun ? bulk.done : bulk.check
  const did = tally.good + tally.already + tally.refused + tally.failed
  const faulty = begun ? bulk.failures : bulk.faulty
  const card = fitted((shown) =>
    summaryCard(
      {
        place: say.kinds[kind].title,
        title: say.progress.titles[state as keyof typeof say.progress.titles],
        tone: state === 'done' ? 'good' : state === 'stopped' ? 'warning' : 'emphasis',
        intro: [say.progress.of(did, sheet.rows), ...introOf(bulk, words)],
        sections: [
          {
            heading: begun ? say.progress.done.heading : say.progress.check.heading,
            facts: begun ? doneFacts(kind, tally, sheet.rows - did, words) : checkFacts(kind, tally, words),
          },
          ...(faulty.length === 0
            ? []
            : [
                { heading: say.progress.faulty, entries: faulty.slice(0, shown).map((one) => faultyEntry(one, words)) },
              ]),
          ...rewrittenSection(bulk, shown, words),
        ],
        notes: [
          ...(faultyCount(bulk) > Math.min(shown, faulty.length)
            ? [say.progress.faultyMore(words.number(Math.min(shown, faulty.length)), words.number(faultyCount(bulk)))]
            : []),
          ...rewrittenMore(bulk, shown, words),
          ...(file === undefined ? [] : [say.progress.ready]),
          `${say.progress.by}: ${person.name}`,
        ],
        buttons: [
          ...ways(bulk, words),
          tap(words.buttons.refresh, 'bulk-progress', { bulk: id }),
          ...(file === undefined
            ? state === 'checking' || bulk.sweptAt !== undefined
              ? []
              : [tap(say.buttons.outcomes, 'bulk-results', { bulk: id })]
            : [link(say.buttons.fetch, file)]),
        ],
        more: [
          ...(kind === 'newCustomers' && state === 'done' && tally.failed > 0
            ? [tap(words.customer.drafts.title, 'new-customers', {})]
            : []),
          tap(say.buttons.another, 'bulk', {}),
          tap(words.buttons.home, 'home', {}),
        ],
      },
      words,
    ),
  )
  const isOver = state === 'done' && bulk.mails?.isOver !== false
  return isOver || file !== undefined ? card : living(card, words.buttons.refresh, 'bulk-progress', { bulk: id })
}

function introOf(bulk: WithRows, { bulk: { progress, kinds }, number }: Words): readonly string[] {
  if (bulk.sweptAt !== undefined) return [progress.swept]
  switch (bulk.state) {
    case 'checked':
      if (bulk.check.good === 0) return [kinds[bulk.kind].nothing]
      return faultyCount(bulk) > 0 ? [progress.checked] : []
    case 'running':
      return [progress.running]
    case 'stopped':
      return [progress.stopped[bulk.why]]
    case 'done':
      if (bulk.mails?.isOver) return [progress.mails.marked(number(bulk.mails.marked), bulk.mails.marked === 1)]
      if (bulk.mails) return [progress.mails.marking]
      return nextOf(bulk, kinds[bulk.kind])
    default:
      return []
  }
}

const nextOf = ({ done }: BegunBulk, { next, mend }: Words['bulk']['kinds'][BulkKind]): readonly string[] => [
  ...(done.good > 0 ? next : []),
  ...(done.failed > 0 && mend !== undefined ? [mend] : []),
]

function ways(bulk: WithRows, { bulk: say }: Words): readonly Button[] {
  const { id, state, kind, check, sweptAt } = bulk
  if (sweptAt !== undefined) return []
  const confirm = (title: string): Button => tap(title, 'bulk-confirm', { bulk: id, op: newOperationKey() })
  switch (state) {
    case 'checked':
      return check.good === 0
        ? []
        : [
            ask(
              say.buttons.confirm(check.good),
              say.kinds[kind].confirm(check.good),
              confirm(say.buttons.confirm(check.good)),
              'default',
            ),
          ]
    case 'running':
      return [tap(say.buttons.stop, 'bulk-stop', { bulk: id, op: newOperationKey() }, { style: 'destructive' })]
    case 'stopped':
      return [confirm(say.buttons.resume)]
    case 'done':
      return kind === 'invitations' && bulk.done.good > 0 && !bulk.mails
        ? [tap(say.buttons.sent, 'bulk-sent', { bulk: id, op: newOperationKey() }, { style: 'positive' })]
        : []
    default:
      return []
  }
}

const checkFacts = (kind: BulkKind, tally: Tally, { bulk, number }: Words) => [
  { title: bulk.kinds[kind].check.good, value: number(tally.good) },
  ...known(kind, 'already', tally, { title: bulk.kinds[kind].check.already, value: number(tally.already) }),
  { title: bulk.progress.check.refused, value: number(tally.refused + tally.failed) },
]

const doneFacts = (kind: BulkKind, tally: Tally, left: number, { bulk, number }: Words) => [
  { title: bulk.kinds[kind].done.good, value: number(tally.good) },
  ...known(kind, 'already', tally, { title: bulk.kinds[kind].done.already, value: number(tally.already) }),
  { title: bulk.progress.done.refused, value: number(tally.refused) },
  ...known(kind, 'failed', tally, { title: bulk.progress.done.failed, value: number(tally.failed) }),
  { title: bulk.progress.done.left, value: number(left) },
]

/** A new customer cannot be there already, and an invitation asks Partner Center for nothing. */
const UNKNOWN: Partial<Record<BulkKind, keyof Tally>> = { newCustomers: 'already', invitations: 'failed' }

const known = <T>(kind: BulkKind, count: keyof Tally, tally: Tally, fact: T): readonly T[] =>
  UNKNOWN[kind] === count && tally[count] === 0 ? [] : [fact]

const faultyCount = (bulk: Bulk): number => {
  if (!('check' in bulk)) return 0
  const tally = 'done' in bulk ? bulk.done : bulk.check
  return tally.refused + tally.failed
}

const faultyEntry = ({ row, outcome }: FaultyRow, words: Words) => ({
  title: words.bulk.progress.row(words.number(row)),
  lines: explained(outcome, words),
})

/** Before anything is confirmed: which addresses will be used as Partner Center writes them. */
const rewrittenSection = (bulk: WithRows, shown: number, words: Words) =>
  isBefore(bulk) && bulk.rewritten
    ? [
        {
          heading: words.bulk.progress.rewritten,
          entries: bulk.rewritten.first.slice(0, shown).map(({ row, outcome }) => ({
            title: words.bulk.progress.row(words.number(row)),
            lines: (addressUsed(outcome, words) ?? '').split('\n'),
          })),
        },
      ]
    : []

function rewrittenMore(bulk: WithRows, shown: number, { bulk: { progress }, number }: Words): readonly string[] {
  if (!isBefore(bulk) || !bulk.rewritten) return []
  const { rows, first } = bulk.rewritten
  const most = Math.min(shown, first.length)
  return rows > most ? [progress.rewrittenMore(number(most), number(rows))] : []
}

const isBefore = ({ state }: WithRows): boolean => state === 'checking' || state === 'checked'

/** Fewer faulty rows where a client would not take the card. */
function fitted(draw: (shown: number) => Card): Card {
  for (const shown of [20, 14, 10, 7, 4, 2]) {
    const card = draw(shown)
    if (bytesOf(card) <= MOST_BYTES) return card
  }
  return draw(1)
}

// A fault picks the words of its own code, which TypeScript cannot see.
const bulkFault = (fault: BulkFault, { bulk }: Words): string =>
  (bulk.faults[fault.code] as (fault: BulkFault) => string)(fault)
