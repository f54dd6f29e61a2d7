import { newOperationKey } from '../../domain/ids.ts'
import { message, type Speaker, tap } from './activities.ts'
import { CUSTOMER_KINDS, customerTurns } from './customer-turns.ts'
import type { CustomerCast } from './customers.ts'
import { inTurn } from './deal.ts'
import { FIRST_WORDS, partnerId, partnerName } from './fill.ts'
import type { Next } from './load.ts'
import type { PartnerCast } from './partners.ts'
import type { Cast, Writer } from './set-up.ts'
import { askingOf } from './thirty.ts'

/** Everybody who takes turns. */
export type Everybody = Cast & PartnerCast & CustomerCast

export const KINDS = [
  'help',
  'status',
  'question',
  'why',
  'thirty',
  'typed-list',
  'list',
  'search',
  'check',
  'write',
  'duplicate',
  'accept',
  ...CUSTOMER_KINDS,
] as const
export type Kind = (typeof KINDS)[number]
export type Echo = 'message' | 'tap'

/** What is measured, and which echo is like it. */
export const ECHO_OF: Readonly<Record<Kind, Echo>> = {
  help: 'message',
  status: 'message',
  question: 'message',
  why: 'message',
  thirty: 'message',
  'typed-list': 'message',
  'typed-customers': 'message',
  list: 'tap',
  search: 'tap',
  check: 'tap',
  write: 'tap',
  duplicate: 'tap',
  accept: 'tap',
  customers: 'tap',
  named: 'tap',
  shared: 'tap',
  customer: 'tap',
  create: 'tap',
  assign: 'tap',
}

/** Our turns. Every connection has its own companies, so that nobody waits for a colleague. */
export function ourTurns(cast: Everybody, connections: number): Record<Kind, Next> {
  const { readers, writers, askers, curious, provider, partners, acceptances } = cast
  const reader = inTurn(readers, connections)
  const writer = inTurn(writers, connections)
  const asker = inTurn(askers, connections)
  const places = new Map<number, { name: string; after?: string }>()
  let asked = 0
  let questions = 0
  const inWords = inTurn([...curious.support, ...curious.partner], connections)
  const anyone = () => Math.floor(Math.random() * partners)
  return {
    ...customerTurns(cast, connections),
    help: (connection) => ({ activity: message(reader(connection), 'help') }),
    status: (connection) => ({ activity: message(reader(connection), 'status') }),
    question: (connection) => {
      const who = inWords(connection)
      return { activity: message(who, partnered(who.locale, partnerName(anyone()), provider)) }
    },
    why: (connection) => {
      const who = inWords(connection)
      const x = anyone()
      const z = (x + 1 + Math.floor(Math.random() * (partners - 1))) % partners
      return { activity: message(who, whyNot(who.locale, partnerName(x), partnerName(z))) }
    },
    thirty: (connection) => {
      const who = inWords(connection)
      const asking = askingOf(questions++, who.locale)
      const x = anyone()
      const z = (x + 1 + Math.floor(Math.random() * (partners - 1))) % partners
      return { activity: message(who, asking(partnerName(x), provider, partnerName(z))) }
    },
    'typed-list': (connection) => ({ activity: message(asker(connection), 'resellers') }),
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
      const n = anyone()
      return {
        activity: tap(asker(connection), 'partner', { tenant: partnerId(n) }),
        answered: (body) => void named(body, partnerName(n)),
      }
    },
    write: (connection) => {
      const who = writer(connection)
      who.data = { ...who.data, op: newOperationKey(), rev: who.rev, supportEmail: `help-${who.rev}@support.example` }
      return { activity: tap(who, who.verb, who.data), answered: (body) => void saved(who, body) }
    },
    duplicate: (connection) => {
      const who = writer(connection)
      return { activity: tap(who, who.verb, who.data), answered: (body) => void unchanged(who, body) }
    },
    accept: () => {
      const acceptance = acceptances.pop()
      if (!acceptance) throw new RangeError('every invitation is accepted')
      const { by, code, provider } = acceptance
      return {
        activity: tap(by, 'accept-invitation', { op: newOperationKey(), code, authorize: 'true' }),
        answered: (body) => void named(body, `${provider} is your indirect provider`),
      }
    },
  }
}

/** “Is X partnered with Y?” and “Why can't X sell to Z?” in the asker's language. */
export const partnered = (locale: string, x: string, y: string): string =>
  locale === 'ja-JP' ? `${x}は${y}とパートナーですか？` : `Is ${x} partnered with ${y}?`
export const whyNot = (locale: string, x: string, z: string): string =>
  locale === 'ja-JP' ? `${x}が${z}に販売できないのはなぜですか？` : `Why can't ${x} sell to ${z}?`

const WRITING: readonly Kind[] = ['write', 'duplicate', 'accept', 'create', 'assign']

/** Whether nothing is changed by it. */
export const isReading = (kind: Kind): boolean => !WRITING.includes(kind)

/** By whom a kind of turn is looked at alone: what support asks of the store differs from what a partner does. */
export const facetsOf = (kind: Kind): readonly string[] =>
  kind === 'question' || kind === 'why' ? [`${kind} of support`, `${kind} of a partner`] : [kind]

/** The turns of these kinds, each facet by one person. */
export function facets(cast: Everybody, kinds: readonly Kind[]): readonly (readonly [name: string, next: Next])[] {
  const { support, partner } = cast.curious
  const by = (kind: Kind, curious: PartnerCast['curious']): Next => ourTurns({ ...cast, curious }, 1)[kind]
  return kinds.flatMap((kind) => {
    const [one = kind, other] = facetsOf(kind)
    if (other === undefined) return [[one, ourTurns(cast, 1)[kind]] as const]
    return [
      [one, by(kind, { support: support.slice(0, 1), partner: [] })] as const,
      [other, by(kind, { support: [], partner: partner.slice(0, 1) })] as const,
    ]
  })
}

/** What the card has that answers it, and no other. */
export const ANSWERS: Partial<Record<Kind, RegExp>> = {
  question: /"question":"Q17"/,
  why: /sell to [^"]+, and if not, why|に販売できますか \(/,
  // Every answer names its rules; what is not understood, or could be several companies, has none.
  thirty: /\b[RDP]\d{1,3}\b/,
  'typed-list': /"verb":"partner","data"/,
  'typed-customers': /"verb":"customer","data"/,
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
      return { activity: tap(who, 'echo', who.data), answered: (body) => void echoed(body) }
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
