import { expect } from 'vitest'
import type { Shown } from '../support/shown.ts'
import type { Person, World } from '../support/world.ts'

type Kind = 'reseller' | 'support' | 'invitations' | 'newCustomers'

/** The card on which rows of this kind are pasted. */
export const startsBulk = (agent: Person, kind: Kind): Promise<Shown> => agent.taps('bulk-start', { kind })

/** Pasted and checked: what the dry run says. */
export async function checks(world: World, agent: Person, kind: Kind, rows: readonly string[]): Promise<Shown> {
  await startsBulk(agent, kind)
  const [field] = agent.sees.inputs
  if (!field) throw new Error(`no rows can be pasted on ${agent.sees.text}`)
  const isJapanese = field.label === '行'
  await agent.presses(isJapanese ? '内容を確認する' : 'Check the rows', { [field.label]: rows.join('\n') })
  await world.settle()
  return agent.presses(isJapanese ? '最新の情報に更新' : 'Refresh')
}

/** Confirmed and run to its end. */
export async function confirms(world: World, agent: Person): Promise<Shown> {
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
export async function resultsOf(world: World, agent: Person, bulk = jobOn(agent)): Promise<readonly string[][]> {
  await agent.taps('bulk-results', { bulk })
  const url = agent.sees.buttons.find((button) => button.url?.includes('/download/'))?.url
  if (!url) throw new Error(`no file on ${agent.sees.text}`)
  const response = await fetch(url, { method: 'POST', headers: { origin: world.url } })
  expect(response.status).toBe(200)
  return cellsOf((await response.text()).replace('\u{feff}', ''))
}

function cellsOf(csv: string): readonly string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
