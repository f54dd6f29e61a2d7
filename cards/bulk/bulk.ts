import type { BulkColumn, BulkKind } from '../../domain/bulk/bulk.ts'
import type { BulkEntry } from '../../domain/bulk/list.ts'
import { newId, newOperationKey } from '../../domain/ids.ts'
import { link, tap } from '../drawing/buttons.ts'
import { formCard } from '../drawing/form.ts'
import { listCard } from '../drawing/list.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { BulkFault } from '../words/bulk-en.ts'
import type { Words } from '../words/words.ts'

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

// A fault picks the words of its own code, which TypeScript cannot see.
const bulkFault = (fault: BulkFault, { bulk }: Words): string =>
  (bulk.faults[fault.code] as (fault: BulkFault) => string)(fault)
