import type { BegunBulk, Bulk, BulkKind, FaultyRow, Tally, WithRows } from '../../domain/bulk/bulk.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { ask, type Button, link, tap } from '../drawing/buttons.ts'
import { living } from '../drawing/living.ts'
import { bytesOf, type Card, MOST_BYTES } from '../drawing/render.ts'
import { summaryCard } from '../drawing/summary.ts'
import type { Words } from '../words/words.ts'
import { addressUsed, explained } from './bulk-outcome.ts'

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
              'positive',
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
