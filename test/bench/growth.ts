import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type CustomerCast, settleTrade, tradeSketches } from './customers.ts'
import { type Asked, askedBy, counted } from './operations.ts'
import { meetTown, type PartnerCast, settleTown, sketches, type Town } from './partners.ts'
import type { Program, Running } from './processes.ts'
import { ours, temporaryFolder } from './programs.ts'
import { type Aim, askedTable, table } from './report.ts'
import { acceptancesIn, ourContests, runRounds, type Sample, type Samples, series } from './rounds.ts'
import { benchWorld, settle } from './set-up.ts'
import { median, ratio } from './statistics.ts'
import { facets, facetsOf, type Kind, ourTurns } from './turns.ts'

/** What is asked of every world. */
export const GROWING = [
  'question',
  'why',
  'list',
  'search',
  'check',
  'accept',
  'customers',
  'named',
  'shared',
  'customer',
] as const satisfies readonly Kind[]

export type GrowingKind = (typeof GROWING)[number]

/** A world of so many relationships, and what its loading took. */
export type Grown = { relationships: number; loadSeconds: number; diskBytes: number }

/** Everything that the worlds have shown; `samples` and `asked` are named by `series`. */
export type Growth = {
  head: string
  kinds: readonly GrowingKind[]
  worlds: readonly Grown[]
  samples: Samples
  asked: Record<string, Asked>
}

type Plan = {
  kinds: readonly Kind[]
  sizes: readonly number[]
  connections: number
  turns: number
  rounds: number
  connectorUrl: string
}
type Start = (program: Program) => Promise<Running>
type World = { grown: Grown; server: Running; cast: PartnerCast & CustomerCast }

/** A longer list of customers is no other one; a larger world has as many. */
const MOST_CUSTOMERS = 100_000

/** The largest world may take so many times as long as the smallest, by the middle turn. */
const MOST = 1.5

/** Loads the worlds one after the other, starts a bot over each, and asks all of them the same, side by side. */
export async function measureGrowth(
  plan: Plan,
  start: Start,
  tell: (line: string) => void,
): Promise<Omit<Growth, 'head'>> {
  const worlds: World[] = []
  for (const size of plan.sizes) worlds.push(await grow(size, plan, start, tell))
  const next = new Map(
    worlds.map(({ server, cast }) => [server, ourTurns({ ...cast, readers: [], writers: [] }, plan.connections)]),
  )
  const turnsOf = (server: Running) => next.get(server) ?? never()
  const kinds = GROWING.filter((kind) => plan.kinds.includes(kind))
  // Kind by kind, so that what is compared is measured one right after the other.
  const contests = kinds.flatMap((kind) =>
    worlds.flatMap(({ server }) => ourContests(server, turnsOf(server), { kinds: [kind], turns: plan.turns })),
  )
  const samples = await runRounds(contests, { ...plan, warmUp: plan.turns }, tell)
  const asked: Record<string, Asked> = {}
  for (const { server, cast } of worlds)
    for (const [name, next] of facets({ ...cast, readers: [], writers: [] }, kinds))
      asked[series(server.name, name)] = await askedBy(server, next, () => settle(server.url))
  return { kinds, worlds: worlds.map(({ grown }) => grown), samples, asked }
}

async function grow(
  relationships: number,
  { turns, rounds, connectorUrl }: Plan,
  start: Start,
  tell: (line: string) => void,
): Promise<World> {
  const town: Town = { first: 0, partners: relationships, acceptances: acceptancesIn({ turns, rounds }) }
  const file = join(temporaryFolder(), 'bot.db')
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const partners = await settleTown(file, town, connectorUrl, (done) =>
    tell(
      `${nameOf(relationships)}: ${nameOf(done)} written, ${megabytes(statSync(file).size)}, ${seconds().toFixed(0)} s`,
    ),
  )
  const trade = { customers: Math.min(relationships, MOST_CUSTOMERS), assignments: 0, rows: 0 }
  const { cast } = await settleTrade(file, town, trade, connectorUrl)
  const grown = { relationships, loadSeconds: seconds(), diskBytes: statSync(file).size }
  const server = await start({
    ...ours(benchWorld(0, ...sketches(town), ...tradeSketches(town)), file),
    name: nameOf(relationships),
  })
  await meetTown(server.url, town, connectorUrl)
  return { grown, server, cast: { ...partners, ...cast } }
}

/** Whether the largest world takes no longer than the smallest, turn by turn, and asks the store no more. */
export function growthAims({ kinds, worlds, samples, asked }: Growth): readonly Aim[] {
  const [small, large] = [worlds[0], worlds.at(-1)].map((world) => nameOf(world?.relationships ?? 0))
  return kinds.flatMap((kind) => {
    const p50 = (world = '') => (samples[series(world, kind)] ?? []).map((sample: Sample) => sample.p50)
    const seen = ratio(p50(large), p50(small))
    const counts = (name: string) => [
      ...new Set(worlds.map(({ relationships }) => countOf(asked[series(nameOf(relationships), name)]))),
    ]
    return [
      {
        aim: `${kind}: p50 of ${large} at most ${MOST.toFixed(1)}× that of ${small}`,
        seen: `${seen.toFixed(2)}×`,
        isMet: seen <= MOST,
      },
      ...facetsOf(kind).map((name) => ({
        aim: `${name}: as many store operations in every world`,
        seen: counts(name).join(' / '),
        isMet: counts(name).length === 1,
      })),
    ]
  })
}

/** The worlds side by side, as text, in Markdown tables. */
export function growthReport(growth: Growth): string {
  const { head, kinds, worlds, samples, asked } = growth
  const names = worlds.map(({ relationships }) => nameOf(relationships))
  const middle = (name: string, key: 'p50' | 'p99' | 'turnsPerSecond') =>
    median((samples[name] ?? []).map((sample) => sample[key]))
  const row = (kind: Kind, label: string, key: 'p50' | 'p99' | 'turnsPerSecond', digits: number) => [
    `${kind} · ${label}`,
    ...names.map((name) => middle(series(name, kind), key).toFixed(digits)),
  ]
  const speed = kinds.flatMap((kind) => [
    row(kind, 'p50 ms', 'p50', 1),
    row(kind, 'p99 ms', 'p99', 1),
    row(kind, 'turns/s', 'turnsPerSecond', 0),
  ])
  const largest = names.at(-1) ?? ''
  const load = [
    ['loaded in s', ...worlds.map(({ loadSeconds }) => loadSeconds.toFixed(1))],
    ['on disk', ...worlds.map(({ diskBytes }) => megabytes(diskBytes))],
  ]
  const aims = growthAims(growth).map(({ aim, seen, isMet }) => [aim, seen, isMet ? 'met' : 'MISSED'])
  return [
    head,
    table(['relationships', ...names], [...load, ...speed]),
    askedTable(
      kinds.flatMap(facetsOf).flatMap((name) => {
        const one = asked[series(largest, name)]
        return one ? [[`${name}, ${largest}`, one] as const] : []
      }),
    ),
    table(['aim', 'seen', ''], aims),
  ].join('\n\n')
}

/** Lists and pages alike are as long in every world: nothing of a turn may differ. */
function countOf(asked: Asked | undefined): string {
  const { read, range, batch } = counted(asked ? [...asked.identity, ...asked.beyond] : [])
  return `${read} reads, ${range} ranges, ${batch} batches`
}

const nameOf = (relationships: number): string => relationships.toLocaleString('en-US')
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

function never(): never {
  throw new RangeError('no such world')
}
