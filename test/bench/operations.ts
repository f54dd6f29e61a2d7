import { load, type Next } from './load.ts'
import type { Running } from './processes.ts'

/** One call of the store; `what` is the id that was read, where a range began, or the kinds of a batch's operations. */
export type Operation = { op: 'read' | 'range' | 'batch'; pk: string; what: string }

/** What one turn asked of the store: to know who speaks, beyond that, and what it set going for later. */
export type Asked = { identity: readonly Operation[]; beyond: readonly Operation[]; later: readonly Operation[] }

/** The calls of one turn, made while nothing else happens; `settle` waits for what it sets going. */
export async function askedBy(server: Running, next: Next, settle: () => Promise<void>): Promise<Asked> {
  const turn = () => load({ url: server.url, connections: 1, turns: 1, next })
  // The first turn meets people for the first time.
  await turn()
  await settle()
  server.tell('watch')
  try {
    await turn()
    const inTurn = await server.ask<readonly Operation[]>('seen')
    await settle()
    return { ...identityIn(inTurn), later: await server.ask<readonly Operation[]>('seen') }
  } finally {
    server.tell('look away')
  }
}

/** Every turn reads once who speaks: what the directory keeps, the person as met, the own company (`bot/answer.ts`). */
export function identityIn(operations: readonly Operation[]): Pick<Asked, 'identity' | 'beyond'> {
  const first = new Map<string, Operation>()
  for (const operation of operations) {
    const kind = kindOf(operation)
    if (IDENTITY.includes(kind) && !first.has(kind)) first.set(kind, operation)
  }
  const identity = [...first.values()]
  return { identity, beyond: operations.filter((operation) => !identity.includes(operation)) }
}

const IDENTITY: readonly string[] = ['read sbx usr', 'read user met', 'read org root']

const kindOf = ({ op, pk, what }: Operation): string => `${op} ${pk.split(':', 1)[0]} ${what.split(':', 1)[0]}`

/** How many there are of each kind. */
export const counted = (operations: readonly Operation[]): Record<Operation['op'], number> => ({
  read: operations.filter(({ op }) => op === 'read').length,
  range: operations.filter(({ op }) => op === 'range').length,
  batch: operations.filter(({ op }) => op === 'batch').length,
})

/** `3 org, 2 rel`: in which partitions, the most first. */
export const places = (operations: readonly Operation[]): string => tally(operations.map(({ pk }) => stem(pk)))

/** `2 create, 1 replace`: what the batches are made of. */
export const written = (operations: readonly Operation[]): string =>
  tally(operations.flatMap(({ op, what }) => (op === 'batch' ? what.split(' ') : [])))

const stem = (pk: string): string =>
  pk
    .split(':')
    .slice(0, /^(lst|uq):/.test(pk) ? 2 : 1)
    .join(':')

const tally = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)]
    .map(([name, { length }]) => ({ name, length }))
    .toSorted((one, other) => other.length - one.length)
    .map(({ name, length }) => `${length} ${name}`)
    .join(', ')
