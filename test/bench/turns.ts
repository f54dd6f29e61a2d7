import { newOperationKey } from '../../domain/ids.ts'
import { message, type Speaker, tap } from './activities.ts'
import type { Next } from './load.ts'
import type { Cast, Writer } from './set-up.ts'

export const KINDS = ['help', 'status', 'write', 'duplicate'] as const
export type Kind = (typeof KINDS)[number]

/** What is measured, and which echo it is measured against. */
export const ECHO_OF = { help: 'message', status: 'message', write: 'tap', duplicate: 'tap' } as const satisfies {
  [K in Kind]: Echo
}
export type Echo = 'message' | 'tap'

/** Our turns. Every connection has its own companies, so that nobody waits for a colleague. */
export function ourTurns({ readers, writers }: Cast, connections: number): Record<Kind, Next> {
  const reader = inTurn(readers, connections)
  const writer = inTurn(writers, connections)
  return {
    help: (connection) => ({ activity: message(reader(connection), 'help') }),
    status: (connection) => ({ activity: message(reader(connection), 'status') }),
    write: (connection) => {
      const who = writer(connection)
      who.data = { ...who.data, op: newOperationKey(), rev: who.rev, supportEmail: `help-${who.rev}@support.example` }
      return { activity: tap(who, who.verb, who.data), answered: (body) => saved(who, body) }
    },
    duplicate: (connection) => {
      const who = writer(connection)
      return { activity: tap(who, who.verb, who.data), answered: (body) => unchanged(who, body) }
    },
  }
}

/** What the echoes are sent: the same people with the same envelope, and a tap as large as ours. */
export function echoTurns({ readers, writers }: Cast, connections: number): Record<Echo, Next> {
  const reader = inTurn<Speaker>(readers, connections)
  const writer = inTurn(writers, connections)
  return {
    message: (connection) => ({ activity: message(reader(connection), 'status') }),
    tap: (connection) => {
      const who = writer(connection)
      return { activity: tap(who, 'echo', who.data), answered: echoed }
    },
  }
}

/** The next step's form came, drawn from the draft with this save in it. */
function saved(who: Writer, body: string): void {
  const rev = revIn(body)
  if (rev !== who.rev + 1 || body.includes(`"${who.verb}"`)) throw new Error(`not saved: ${body.slice(0, 2000)}`)
  who.rev = rev
}

/** The same form came once more, and nothing was saved. */
function unchanged(who: Writer, body: string): void {
  if (revIn(body) !== who.rev) throw new Error(`not the card of now: ${body.slice(0, 2000)}`)
}

function echoed(body: string): void {
  if (!body.includes('Echo: echo')) throw new Error(`not an echo: ${body.slice(0, 2000)}`)
}

const revIn = (body: string): number => Number(/"rev":(\d+)/.exec(body)?.[1])

/** Deals the people out to the connections, and calls those of one connection in turn. */
export function inTurn<T>(people: readonly T[], connections: number): (connection: number) => T {
  const hands = Array.from({ length: connections }, (_, hand) => people.filter((_, n) => n % connections === hand))
  const calls = new Array<number>(connections).fill(0)
  return (connection) => {
    const hand = hands[connection] ?? []
    const call = calls[connection] ?? 0
    calls[connection] = call + 1
    const one = hand[call % hand.length]
    if (one === undefined) throw new RangeError('there are more connections than people')
    return one
  }
}
