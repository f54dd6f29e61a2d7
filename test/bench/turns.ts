import { newOperationKey } from '../../domain/ids.ts'
import { message, type Speaker, tap } from './activities.ts'
import { FIRST_WORDS, partnerId, partnerName } from './fill.ts'
import type { Next } from './load.ts'
import type { PartnerCast } from './partners.ts'
import type { Cast, Writer } from './set-up.ts'

/** Everybody who takes turns. */
export type Everybody = Cast & PartnerCast

export const KINDS = ['help', 'status', 'list', 'search', 'check', 'write', 'duplicate', 'accept'] as const
export type Kind = (typeof KINDS)[number]
export type Echo = 'message' | 'tap'

/**
 * “Is this company a partner of ours?” In words it is
 * `{ echo: 'message', ask: (who, n) => message(who, `is ${partnerName(n)} our partner?`) }`.
 */
const CHECK: Check = { echo: 'tap', ask: (who, n) => tap(who, 'partner', { tenant: partnerId(n) }) }
type Check = { echo: Echo; ask(who: Speaker, n: number): object }

/** What is measured, and which echo it is measured against. */
export const ECHO_OF: Readonly<Record<Kind, Echo>> = {
  help: 'message',
  status: 'message',
  list: 'tap',
  search: 'tap',
  check: CHECK.echo,
  write: 'tap',
  duplicate: 'tap',
  accept: 'tap',
}

/** Our turns. Every connection has its own companies, so that nobody waits for a colleague. */
export function ourTurns(cast: Everybody, connections: number): Record<Kind, Next> {
  const { readers, writers, askers, partners, acceptances } = cast
  const reader = inTurn(readers, connections)
  const writer = inTurn(writers, connections)
  const asker = inTurn(askers, connections)
  const places = new Map<number, { name: string; after?: string }>()
  let asked = 0
  return {
    help: (connection) => ({ activity: message(reader(connection), 'help') }),
    status: (connection) => ({ activity: message(reader(connection), 'status') }),
    list: (connection) => {
      // Each connection begins elsewhere and leafs on from page to page.
      const place = places.get(connection) ?? { name: firstWord(connection) }
      return {
        activity: tap(asker(connection), 'resellers', place),
        answered: (body) => {
          rowsIn(body)
          const after = AFTER.exec(body)?.[1]
          places.set(connection, { name: '', ...(after === undefined ? {} : { after }) })
        },
      }
    },
    search: (connection) => ({
      activity: tap(asker(connection), 'resellers', { name: firstWord(asked++) }),
      answered: (body) => void rowsIn(body),
    }),
    check: (connection) => {
      const n = Math.floor(Math.random() * partners)
      return {
        activity: CHECK.ask(asker(connection), n),
        ...(CHECK.echo === 'tap' ? { answered: (body) => named(body, partnerName(n)) } : {}),
      }
    },
    write: (connection) => {
      const who = writer(connection)
      who.data = { ...who.data, op: newOperationKey(), rev: who.rev, supportEmail: `help-${who.rev}@support.example` }
      return { activity: tap(who, who.verb, who.data), answered: (body) => saved(who, body) }
    },
    duplicate: (connection) => {
      const who = writer(connection)
      return { activity: tap(who, who.verb, who.data), answered: (body) => unchanged(who, body) }
    },
    accept: () => {
      const acceptance = acceptances.pop()
      if (!acceptance) throw new RangeError('every invitation is accepted')
      const { by, code, provider } = acceptance
      return {
        activity: tap(by, 'accept-invitation', { op: newOperationKey(), code, authorize: 'true' }),
        answered: (body) => named(body, `${provider} is your indirect provider`),
      }
    },
  }
}

const firstWord = (n: number): string => FIRST_WORDS[n % FIRST_WORDS.length] ?? ''

const AFTER = /"after":"([^"]+)"/
const ROW = '"verb":"partner"'

/** How many partners a page has. @throws Error when it has none */
export function rowsIn(body: string): number {
  const rows = body.split(ROW).length - 1
  if (rows === 0) throw new Error(`no page of partners: ${body.slice(0, 2000)}`)
  return rows
}

function named(body: string, words: string): void {
  if (!body.includes(words)) throw new Error(`not about ${words}: ${body.slice(0, 2000)}`)
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
