import { newOperationKey } from '../../domain/ids.ts'
import { message, type Speaker, tap } from './activities.ts'
import { type CustomerCast, customerId, customerName, FIRST_NAMES } from './customers.ts'
import { inTurn } from './deal.ts'
import type { Next, Turn } from './load.ts'
import { OFFER } from './sales.ts'

export const CUSTOMER_KINDS = [
  'typed-customers',
  'customers',
  'named',
  'shared',
  'customer',
  'create',
  'assign',
] as const
export type CustomerKind = (typeof CUSTOMER_KINDS)[number]

type Cast = CustomerCast & { askers: readonly Speaker[] }

/** The turns about customers: those that read by the town's provider, those that write by the sellers. */
export function customerTurns(cast: Cast, connections: number): Record<CustomerKind, Next> {
  const { askers, sellers, customers, sharers, outlet, assignments } = cast
  const asker = inTurn(askers, connections)
  const seller = inTurn(sellers, connections)
  const all = leafing('customers', (connection) => ({ name: firstName(connection) }))
  const of = leafing('customers', (connection) => ({ partner: sharers[connection % sharers.length] }))
  let asked = 0
  return {
    'typed-customers': (connection) => ({ activity: message(asker(connection), 'customers') }),
    customers: (connection) => all(asker(connection), connection),
    shared: (connection) => of(asker(connection), connection),
    named: (connection) => ({
      activity: tap(asker(connection), 'customers', { name: firstName(asked++) }),
      answered: (body) => void customersIn(body),
    }),
    customer: (connection) => {
      const n = Math.floor(Math.random() * customers)
      return {
        activity: tap(asker(connection), 'customer', { tenant: customerId(n) }),
        answered: (body) => void about(body, customerName(n)),
      }
    },
    create: (connection) => creation(seller(connection), outlet),
    assign: () => {
      const assignment = assignments.pop()
      if (!assignment) throw new RangeError('every subscription is assigned')
      const { by, tenant, subscription } = assignment
      return {
        activity: tap(by, 'set-reseller', { op: newOperationKey(), tenant, subscription, resellerMpnId: outlet }),
        answered: (body) => void about(body, 'Outlet'),
      }
    },
  }
}

type Place = { name?: string; partner?: string | undefined; after?: string }

/** Each connection begins elsewhere and leafs on from page to page, to the end and from there again. */
function leafing(verb: string, first: (connection: number) => Place): (by: Speaker, connection: number) => Turn {
  const places = new Map<number, Place>()
  return (by, connection) => {
    const { name = '', partner = '', ...at } = places.get(connection) ?? first(connection)
    return {
      activity: tap(by, verb, { name, partner, ...at }),
      answered: (body) => {
        customersIn(body)
        const after = AFTER.exec(body)?.[1]
        places.set(connection, { partner, ...(after === undefined ? {} : { after }) })
      },
    }
  }
}

let created = 0

/** From the empty form to *Submit*: four taps, each with what the answer to the last one carries. */
function creation(by: Speaker, outlet: string): Turn {
  const n = created++
  const companyName = `Newcomer ${n}`
  const details = {
    ...DETAILS,
    companyName,
    domainPrefix: `newcomer${n}x${newOperationKey()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 8)
      .toLowerCase()}`,
  }
  const then = (verb: string, typed: object, answered: NonNullable<Turn['answered']>) => (body: string) => ({
    activity: tap(by, verb, { ...dataOf(body, verb), ...typed }),
    answered,
  })
  const submit = then('submit-customer', {}, (body) => void about(body, companyName))
  const lines = then('save-lines', { subscription: OFFER.offerId, licenses: '25' }, submit)
  return {
    activity: tap(by, 'add-customer', { reseller: outlet }),
    answered: then('save-customer', details, lines),
  }
}

const DETAILS = {
  country: 'JP',
  addressLine1: '1-2-3 Honcho',
  city: 'Chuo-ku',
  state: 'JP-13',
  postalCode: '103-0023',
  firstName: 'Kaede',
  lastName: 'Mori',
  email: 'kaede@newcomer.example',
  agreedOn: '2026-03-01',
  keepAddress: 'true',
}

/** What the first button for this verb carries. @throws Error when the card has none */
export function dataOf(body: string, verb: string): Record<string, unknown> {
  const found = search(JSON.parse(body), verb)
  if (!found) throw new Error(`nothing to ${verb}: ${body.slice(0, 2000)}`)
  return found
}

function search(node: unknown, verb: string): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('verb' in node && node.verb === verb && 'data' in node) return node.data as Record<string, unknown>
  for (const one of Object.values(node)) {
    const found = search(one, verb)
    if (found) return found
  }
  return undefined
}

const firstName = (n: number): string => FIRST_NAMES[n % FIRST_NAMES.length] ?? ''

const AFTER = /"after":"([^"]+)"/
const ROW = '"verb":"customer","data":{'

/** How many customers a page has. @throws Error when it has none */
export function customersIn(body: string): number {
  const rows = body.split(ROW).length - 1
  if (rows === 0) throw new Error(`no page of customers: ${body.slice(0, 2000)}`)
  return rows
}

function about(body: string, words: string): void {
  if (!body.includes(words)) throw new Error(`not about ${words}: ${body.slice(0, 2000)}`)
}
