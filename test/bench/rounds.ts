import { load, type Measured, type Next } from './load.ts'
import type { Running } from './processes.ts'
import { settle } from './set-up.ts'
import { percentile } from './statistics.ts'
import { ANSWERS, ECHO_OF, type Everybody, echoTurns, isReading, KINDS, type Kind, ourTurns } from './turns.ts'

/** What one round has measured of one kind of turn. `cpuMs` is what the server itself took of a processor for one turn. */
export type Sample = { turnsPerSecond: number; p50: number; p99: number; cpuMs: number }

/** Every server with its measurements by kind of turn, one for each round. */
export type Samples = Record<string, Sample[]>

/** `messages` is how many each turn makes arrive at the connector; `turns` are those of a round, the last of each slice has `answer`. */
export type Contest = {
  name: string
  server: Running
  next: Next
  turns: number
  messages: number
  settles: boolean
  answer?: RegExp
}

type Plan = { connections: number; rounds: number; warmUp: number; connectorUrl: string }

/** Names a series of samples: which server, which turn. */
export const series = (server: string, turn: string): string => `${server} · ${turn}`

const SLICES = 5

/**
 * After a warm-up of everything, rounds in which every kind of turn is measured on every server. A round goes in slices,
 * one of each kind in turn, so that whatever else the machine does meets all of them alike; and each round begins with
 * another kind, so that none is always first.
 */
export async function runRounds(
  contests: readonly Contest[],
  plan: Plan,
  tell: (line: string) => void,
): Promise<Samples> {
  const { connections, rounds, warmUp } = plan
  const samples: Samples = Object.fromEntries(contests.map(({ name }) => [name, []]))
  for (const contest of contests) {
    const { server, next, turns } = contest
    await load({ url: server.url, connections, next, turns: Math.max(turns, contest.settles ? 0 : warmUp) })
    if (contest.settles) await settle(server.url)
  }
  for (let round = 0; round < rounds; round++) {
    tell(`round ${round + 1} of ${rounds}`)
    const shift = round % contests.length
    const order = [...contests.slice(shift), ...contests.slice(0, shift)]
    const slices: Record<string, Slice[]> = {}
    for (let slice = 0; slice < SLICES; slice++) {
      for (const contest of order) {
        const measured = await measure(contest, plan)
        slices[contest.name] = [...(slices[contest.name] ?? []), measured]
      }
    }
    for (const [name, measured] of Object.entries(slices)) samples[name]?.push(sampleOf(measured))
  }
  return samples
}

type Slice = Measured & { cpuMs: number }

/** The slices of a round as one measurement. */
export function sampleOf(slices: readonly Slice[]): Sample {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  const latencies = slices.flatMap((slice) => slice.latencies)
  return {
    turnsPerSecond: latencies.length / sum(slices.map(({ seconds }) => seconds)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpuMs: sum(slices.map(({ cpuMs }) => cpuMs)) / latencies.length,
  }
}

/** What sets much going is worth many other turns; fewer of them are enough. */
const SHARES: Partial<Record<Kind, number>> = { accept: 5, create: 10, assign: 5 }

const turnsOf = (kind: Kind, turns: number): number => Math.ceil(turns / (SHARES[kind] ?? 1))

type Length = { turns: number; rounds: number }

/** How many turns of a kind such rounds take, the warm-up and what is looked at alone included. */
const allOf = (kind: Kind, { turns, rounds }: Length): number =>
  Math.ceil(turnsOf(kind, turns) / SLICES) * SLICES * rounds + turnsOf(kind, turns) + 10

/** How many invitations such rounds accept. */
export const acceptancesIn = (length: Length): number => allOf('accept', length)

/** How many subscriptions such rounds assign. */
export const assignmentsIn = (length: Length): number => allOf('assign', length)

/** The admin who invited is told of an acceptance; the reseller of its customer, of the order, and that it is credited. */
const TOLD: Partial<Record<Kind, number>> = { accept: 1, create: 2, assign: 1 }

/** Our turns of these kinds on this server. */
export function ourContests(
  server: Running,
  next: Record<Kind, Next>,
  { kinds, turns }: { kinds: readonly Kind[]; turns: number },
): readonly Contest[] {
  return kinds.map((kind) => ({
    name: series(server.name, kind),
    server,
    next: next[kind],
    turns: turnsOf(kind, turns),
    messages: ECHO_OF[kind] === 'message' ? 1 : (TOLD[kind] ?? 0),
    settles: kind in SHARES,
    ...(ANSWERS[kind] ? { answer: ANSWERS[kind] } : {}),
  }))
}

/** Our turns beside the echoes: a tap beside the message, too, which is all that the stock bots have. */
export function contestsOf(
  { ours, echoes }: { ours: Running; echoes: readonly Running[] },
  { cast, connections, kinds, turns }: { cast: Everybody; connections: number; kinds: readonly Kind[]; turns: number },
): readonly Contest[] {
  const our = ourTurns(cast, connections)
  const echo = echoTurns(cast, connections)
  return (['message', 'tap'] as const).flatMap((turn) => {
    const rivals = KINDS.filter((kind) => ECHO_OF[kind] === turn && kinds.includes(kind))
    const isCompared = rivals.length > 0 || (turn === 'message' && kinds.some(isReading))
    const messages = turn === 'message' ? 1 : 0
    return [
      ...ourContests(ours, our, { kinds: rivals, turns }),
      ...(isCompared ? echoes : []).map((server) => ({
        name: series(server.name, turn),
        server,
        next: echo[turn],
        turns,
        messages,
        settles: false,
      })),
    ]
  })
}

/** One slice. What a turn sets going belongs to the time that it takes, though nobody waits for it. */
async function measure(
  { name, server, next, turns: all, messages, settles, answer }: Contest,
  { connections, connectorUrl }: Plan,
): Promise<Slice> {
  const turns = Math.ceil(all / SLICES)
  const { count: told } = await messagesAt(connectorUrl)
  const cpu = server.cpuMs()
  const began = performance.now()
  const { latencies, ...measured } = await load({ url: server.url, connections, turns, next })
  if (settles) await settle(server.url)
  const seconds = settles ? (performance.now() - began) / 1000 : measured.seconds
  const cpuMs = server.cpuMs() - cpu
  const { count, last } = await messagesAt(connectorUrl)
  const came = count - told
  if (came !== messages * turns) throw new Error(`${name}: ${turns} turns, but ${came} messages came`)
  if (answer && !answer.test(last)) throw new Error(`${name}: not the answer: ${last.slice(0, 2000)}`)
  return { seconds, latencies, cpuMs }
}

async function messagesAt(connectorUrl: string): Promise<{ count: number; last: string }> {
  return (await (await fetch(connectorUrl)).json()) as { count: number; last: string }
}
