import { load, type Measured, type Next } from './load.ts'
import type { Running } from './processes.ts'
import type { Cast } from './set-up.ts'
import { percentile } from './statistics.ts'
import { ECHO_OF, type Echo, echoTurns, KINDS, type Kind, ourTurns } from './turns.ts'

/** What one round has measured of one kind of turn. `cpuMs` is what the server itself took of a processor for one turn. */
export type Sample = { turnsPerSecond: number; p50: number; p99: number; cpuMs: number }

/** Every server with its measurements by kind of turn, one for each round. */
export type Samples = Record<string, Sample[]>

export type Field = { ours: Running; echoes: readonly Running[]; connectorUrl: string }

type Plan = { cast: Cast; connections: number; turns: number; rounds: number; kinds: readonly Kind[] }

/** Names a series of samples: which server, which turn. */
export const series = (server: string, turn: Kind | Echo): string => `${server} · ${turn}`

type Contest = { name: string; server: Running; next: Next; answersByMessage: boolean }

const SLICES = 5

/**
 * After a warm-up of everything, rounds in which every kind of turn is measured on every server. A round goes in slices,
 * one of each kind in turn, so that whatever else the machine does meets all of them alike; and each round begins with
 * another kind, so that none is always first.
 */
export async function runRounds(field: Field, plan: Plan, tell: (line: string) => void): Promise<Samples> {
  const { connections, turns, rounds } = plan
  const contests = contestsOf(field, plan)
  const samples: Samples = Object.fromEntries(contests.map(({ name }) => [name, []]))
  for (const { server, next } of contests) {
    await load({ url: server.url, connections, next, turns: Math.max(turns, warmUp(plan)) })
  }
  for (let round = 0; round < rounds; round++) {
    tell(`round ${round + 1} of ${rounds}`)
    const shift = round % contests.length
    const order = [...contests.slice(shift), ...contests.slice(0, shift)]
    const slices: Record<string, Slice[]> = {}
    for (let slice = 0; slice < SLICES; slice++) {
      for (const contest of order) {
        const measured = await measure(contest, { connections, turns: Math.ceil(turns / SLICES) }, field.connectorUrl)
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

/** Everybody is met once, so that what is kept of people is kept. */
const warmUp = ({ cast: { readers, writers } }: Plan): number => readers.length + writers.length

function contestsOf({ ours, echoes }: Field, { cast, connections, kinds }: Plan): readonly Contest[] {
  const our = ourTurns(cast, connections)
  const echo = echoTurns(cast, connections)
  const contest = (server: Running, turn: Kind | Echo, next: Next): Contest => ({
    name: series(server.name, turn),
    server,
    next,
    answersByMessage: turn === 'help' || turn === 'status' || turn === 'message',
  })
  return (['message', 'tap'] as const).flatMap((turn) => {
    const rivals = KINDS.filter((kind) => ECHO_OF[kind] === turn && kinds.includes(kind))
    return [
      ...rivals.map((kind) => contest(ours, kind, our[kind])),
      ...(rivals.length > 0 ? echoes.map((server) => contest(server, turn, echo[turn])) : []),
    ]
  })
}

async function measure(
  { name, server, next, answersByMessage }: Contest,
  { connections, turns }: { connections: number; turns: number },
  connectorUrl: string,
): Promise<Slice> {
  const told = await messagesAt(connectorUrl)
  const cpu = server.cpuMs()
  const measured = await load({ url: server.url, connections, turns, next })
  const cpuMs = server.cpuMs() - cpu
  const came = (await messagesAt(connectorUrl)) - told
  if (came !== (answersByMessage ? turns : 0)) throw new Error(`${name}: ${turns} turns, but ${came} messages came`)
  return { ...measured, cpuMs }
}

async function messagesAt(connectorUrl: string): Promise<number> {
  const { count } = (await (await fetch(connectorUrl)).json()) as { count: number }
  return count
}
