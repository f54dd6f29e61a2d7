import type { Job, Pass } from './jobs.ts'
import type { Level } from './memory.ts'
import { type Asked, counted, places, written } from './operations.ts'
import { type Samples, series } from './rounds.ts'
import type { Start } from './starts.ts'
import { growth, median, ratio } from './statistics.ts'
import { ECHO_OF, type Echo, isReading, type Kind } from './turns.ts'
import type { Understood } from './understood.ts'

/** Everything that one run has measured, as it is written with `--json`. */
export type Results = {
  head: string
  ours: string
  /** The first echo is the one that the aims speak of. */
  echoes: readonly string[]
  kinds: readonly Kind[]
  samples: Samples
  starts: Record<string, Start>
  levels: Record<string, readonly Level[]>
  /** What each kind of our turns asks of the store. */
  asked: Partial<Record<string, Asked>>
  /** Many rows at once, where that was measured. */
  job?: Job
  /** Understanding alone beside a help turn, by what was asked, where it was measured. */
  understanding?: readonly Understood[]
}

export type Aim = { aim: string; seen: string; isMet: boolean }

/** No turn that only reads takes longer than the one turn of the stock bot, which answers a message. */
const LEAST_OF_READING = 1

/** A tap beside one that is echoed in its own answer, without a message; a page of twenty is twenty-five times as long. */
const LEAST_OF_TAP: Partial<Record<Kind, number>> = {
  list: 0.5,
  search: 0.5,
  check: 1,
  write: 0.5,
  duplicate: 1,
  accept: 0.05,
  customers: 0.5,
  named: 0.5,
  shared: 0.5,
  customer: 1,
  create: 0.01,
  assign: 0.05,
}
const READY_MS = 1500
const MEGABYTE = 1e6
const REST_BYTES = 180 * MEGABYTE
/** Less than this share more after all turns than after a quarter of them is no leak. */
const FLAT = 0.05

/** What the project promises of itself, and whether this run kept it. */
export function aimsOf({
  ours,
  echoes,
  kinds,
  samples,
  starts,
  levels,
  asked,
  job,
  understanding = [],
}: Results): readonly Aim[] {
  const [echo = ''] = echoes
  const aim = (kind: Kind, turn: Echo, least: number | undefined): readonly Aim[] => {
    if (least === undefined) return []
    const seen = ratioOf(samples, series(ours, kind), series(echo, turn))
    return [{ aim: `${kind}: at least ${times(least)} ${series(echo, turn)}`, seen: times(seen), isMet: seen >= least }]
  }
  const turns = kinds.flatMap((kind) => [
    ...aim(kind, 'message', isReading(kind) ? LEAST_OF_READING : undefined),
    ...aim(kind, 'tap', LEAST_OF_TAP[kind]),
  ])
  const { readyMs, restBytes } = starts[ours] ?? { readyMs: Number.NaN, restBytes: Number.NaN }
  const heap = (levels[ours] ?? []).map(({ heapBytes }) => heapBytes)
  const more = heap.length > 0 ? growth(heap) : Number.NaN
  return [
    ...turns,
    { aim: `ready within ${ms(READY_MS)}`, seen: ms(readyMs), isMet: readyMs <= READY_MS },
    { aim: `at most ${mb(REST_BYTES)} at rest`, seen: mb(restBytes), isMet: restBytes <= REST_BYTES },
    { aim: `a flat heap: less than ${percent(FLAT)} more`, seen: percent(more), isMet: more < FLAT },
    ...askedAims(asked),
    ...(job ? [...jobAims('dry run', job.dryRun, MOST_READ), ...jobAims('run', job.run, MOST_RUN)] : []),
    ...understandingAims(understanding),
  ]
}

/** Of the store, for each row: what is looked at to judge it, and with that what changes, is listed and told. */
const MOST_READ = 10
const MOST_RUN = 60
/** The process may take so much more in the second half of a job than it did in the first. */
const MOST_MORE_RSS = 0.1

function jobAims(name: string, pass: Pass, most: number): readonly Aim[] {
  const heap = pass.heapBytes.length > 0 ? growth(pass.heapBytes) : Number.NaN
  const rss = growth(pass.peakRssBytes)
  const operations = operationsOf(pass) / pass.rows
  return [
    { aim: `bulk, ${name}: a flat heap: less than ${percent(FLAT)} more`, seen: percent(heap), isMet: heap < FLAT },
    {
      aim: `bulk, ${name}: the second half's peak at most ${percent(MOST_MORE_RSS)} above the first's`,
      seen: percent(rss),
      isMet: rss <= MOST_MORE_RSS,
    },
    {
      aim: `bulk, ${name}: at most ${most} store operations a row`,
      seen: operations.toFixed(1),
      isMet: operations <= most,
    },
  ]
}

const operationsOf = ({ operations: { read, range, batch } }: Pass): number => read + range + batch

/** Each pass over the rows: how fast, how heavy, and what a row asks of the store. */
function jobTable({ dryRun, run }: Job): string {
  const row = (name: string, pass: Pass) => {
    const { rows, seconds, cpuMs, heapBytes, peakRssBytes, operations } = pass
    const each = (count: number) => (count / rows).toFixed(2)
    return [
      `${name} of ${rows} rows`,
      Math.round(rows / seconds).toString(),
      (cpuMs / rows).toFixed(2),
      heapBytes.map((bytes) => (bytes / MEGABYTE).toFixed(1)).join(' → '),
      peakRssBytes.map(mb).join(' → '),
      ...(['read', 'range', 'batch', 'written'] as const).map((kind) => each(operations[kind])),
    ]
  }
  const head = ['bulk', 'rows/s', 'CPU ms a row', 'heap MB after each quarter', 'peak RSS by halves']
  return table(
    [...head, 'reads a row', 'ranges', 'batches', 'documents written'],
    [row('dry run', dryRun), row('run', run)],
  )
}

const MOST_OF_HELP = 0.1

const understandingAims = (understood: readonly Understood[]): readonly Aim[] =>
  understood.map(({ question, microseconds, share }) => ({
    aim: `understanding “${question}”: at most ${percent(MOST_OF_HELP)} of a help turn`,
    seen: `${percent(share)} (${microseconds.toFixed(0)} µs)`,
    isMet: share <= MOST_OF_HELP,
  }))

/** A list reads one range; a check reads the partnership and the company. */
function askedAims({ list, check }: Results['asked']): readonly Aim[] {
  const aim = (name: string, asked: Asked | undefined, isMet: (counts: ReturnType<typeof counted>) => boolean) =>
    asked ? [{ aim: name, seen: sum(counted(asked.beyond)), isMet: isMet(counted(asked.beyond)) }] : []
  return [
    ...aim('list: one range', list, ({ read, range, batch }) => range === 1 && read + batch === 0),
    ...aim('check: at most two point reads', check, ({ read, range, batch }) => read <= 2 && range + batch === 0),
  ]
}

const sum = ({ read, range, batch }: ReturnType<typeof counted>): string =>
  `${read} reads, ${range} ranges, ${batch} batches`

/** What our turns ask of the store, turn by turn. */
export function askedTable(asked: readonly (readonly [name: string, asked: Asked])[]): string {
  const rows = asked.map(([name, { identity, beyond, later }]) => {
    const { read, range, batch } = counted(beyond)
    return [
      name,
      sum(counted(identity)),
      ...[read, range, batch].map(String),
      written(beyond),
      places(beyond),
      later.length === 0 ? '' : sum(counted(later)),
    ]
  })
  const head = [
    'store, by turn',
    'to know who asks',
    'reads',
    'ranges',
    'batches',
    'of',
    'where',
    'set going for later',
  ]
  return table(head, rows)
}

/** The whole report as text, in Markdown tables. */
export function reportOf(results: Results): string {
  const { head, ours, echoes, kinds, samples, starts, levels, asked } = results
  const rivals = echoes.flatMap((echo) => (['message', 'tap'] as const).map((turn) => [echo, turn] as const))
  const speed = Object.entries(samples).map(([name, rounds]) => [
    name,
    Math.round(median(rounds.map(({ turnsPerSecond }) => turnsPerSecond))).toString(),
    ...(['p50', 'p99'] as const).map((key) => median(rounds.map((round) => round[key])).toFixed(1)),
    median(rounds.map(({ cpuMs }) => cpuMs)).toFixed(2),
    ...rivals.map(([echo, turn]) => {
      const kind = kinds.find((one) => name === series(ours, one))
      const isRival = kind && (ECHO_OF[kind] === turn || (turn === 'message' && isReading(kind)))
      return isRival ? times(ratioOf(samples, name, series(echo, turn))) : ''
    }),
  ])
  const weight = [ours, ...echoes].map((name) => {
    const { firstMs, readyMs, restBytes } = starts[name] ?? { firstMs: 0, readyMs: 0, restBytes: 0 }
    const steps = levels[name] ?? []
    const heap = steps.map(({ heapBytes }) => (heapBytes / MEGABYTE).toFixed(1)).join(' → ')
    return [name, ms(readyMs), ms(firstMs), mb(restBytes), mb(steps.at(-1)?.rssBytes ?? Number.NaN), heap]
  })
  const turns = levels[ours]?.map((level) => level.turns).join(', ') ?? ''
  const aims = aimsOf(results).map(({ aim, seen, isMet }) => [aim, seen, isMet ? 'met' : 'MISSED'])
  return [
    head,
    table(
      ['turn', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms', ...rivals.map(([echo, turn]) => `× ${series(echo, turn)}`)],
      speed,
    ),
    table(['server', 'ready', 'first start', 'RSS at rest', 'RSS after', `heap MB after ${turns} turns`], weight),
    askedTable(Object.entries(asked).flatMap(([name, one]) => (one ? [[name, one] as const] : []))),
    ...(results.job ? [jobTable(results.job)] : []),
    table(['aim', 'seen', ''], aims),
  ].join('\n\n')
}

/** Rows under a head, in columns of one width. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function ratioOf(samples: Samples, one: string, other: string): number {
  const [ours, theirs] = [one, other].map((name) => (samples[name] ?? []).map(({ turnsPerSecond }) => turnsPerSecond))
  return ratio(ours ?? [], theirs ?? [])
}

const times = (factor: number): string => `${factor.toFixed(2)}×`
const ms = (time: number): string => `${Math.round(time)} ms`
const mb = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
