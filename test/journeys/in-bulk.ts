import { expect } from 'vitest'
import type { Shown } from '../support/shown.ts'
import type { Person, Sandbox } from '../support/world.ts'

type Kind = 'reseller' | 'support' | 'invitations' | 'newCustomers'

/** The columns of a new customer, as they are pasted. */
export const HEADING = [
  'Legal business name',
  'Domain prefix',
  'Country',
  'Address line 1',
  'City',
  'State or prefecture',
  'Postal code',
  'First name',
  'Last name',
  "Customer's email",
  'Date of agreement',
  'Reseller (MPN ID)',
  'Subscription',
  'Number of licenses',
].join('\t')

type Cells = Partial<
  Record<
    | 'company'
    | 'prefix'
    | 'country'
    | 'line1'
    | 'city'
    | 'state'
    | 'code'
    | 'first'
    | 'email'
    | 'agreed'
    | 'reseller'
    | 'offer'
    | 'licenses',
    string
  >
>

/** A row of an ordinary customer, but for what is said. */
export const row = (prefix: string, more: Cells = {}): string =>
  [
    more.company ?? `${prefix} Toys Ltd.`,
    more.prefix ?? prefix,
    more.country ?? 'US',
    more.line1 ?? '1 Toy Street',
    more.city ?? 'Seattle',
    more.state ?? 'Washington',
    more.code ?? '98101',
    more.first ?? 'Tess',
    'Toy',
    more.email ?? `tess@${prefix}.example`,
    more.agreed ?? '2025-06-30',
    more.reseller ?? '',
    more.offer ?? 'Business Basic',
    more.licenses ?? '5',
  ].join('\t')

/** The card on which rows of this kind are pasted. */
export const startsBulk = (agent: Person, kind: Kind): Promise<Shown> => agent.taps('bulk-start', { kind })

/** Pasted and checked: what the dry run says. */
export async function checks(world: Sandbox, agent: Person, kind: Kind, rows: readonly string[]): Promise<Shown> {
  await startsBulk(agent, kind)
  const [field] = agent.sees.inputs
  if (!field) throw new Error(`no rows can be pasted on ${agent.sees.text}`)
  const isJapanese = field.label === '行'
  await agent.presses(isJapanese ? '内容を確認する' : 'Check the rows', { [field.label]: rows.join('\n') })
  await world.settle()
  return agent.presses(isJapanese ? '最新の情報に更新' : 'Refresh')
}

/** Confirmed and run to its end. */
export async function confirms(world: Sandbox, agent: Person): Promise<Shown> {
  const button = agent.sees.buttons.find(({ title }) => /^Confirm |行を実行する$/.test(title))
  if (!button) throw new Error(`nothing to confirm on ${agent.sees.text}`)
  await agent.presses(button.title)
  await world.settle()
  return agent.taps('bulk-progress', { bulk: jobOn(agent) })
}

export function jobOn(agent: Person): string {
  const title = agent.sees.buttons.some((button) => button.title === 'Refresh') ? 'Refresh' : '最新の情報に更新'
  return String((agent.tapOf(title).data as { bulk: string }).bulk)
}

/** The rows of the file with everything that became of the job. */
export async function resultsOf(world: Sandbox, agent: Person, bulk = jobOn(agent)): Promise<readonly string[][]> {
  await agent.taps('bulk-results', { bulk })
  const url = agent.sees.buttons.find((button) => button.url?.includes('/download/'))?.url
  if (!url) throw new Error(`no file on ${agent.sees.text}`)
  const response = await fetch(url, { method: 'POST', headers: { origin: world.url } })
  expect(response.status).toBe(200)
  return cellsOf(await response.text())
}

/** The rows of a file, without the empty ones. */
export function cellsOf(csv: string): readonly string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv
    .replace('\u{feff}', '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
