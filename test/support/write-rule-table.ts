import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BEHAVIOURS, LATER, RULES } from '../../domain/rules/catalogue.ts'
import { PROOFS, type RuleName } from '../domain/rules/proofs.ts'

const README = join(import.meta.dirname, '../../domain/README.md')
const BEGIN = '<!-- rules: written by npm run docs -->'
const END = '<!-- /rules -->'

type Line = { id: string; source: string; what: string; proof: string }

/** The README of the domain with its table of rules as the catalogue has them now. */
export function withRuleTable(readme: string): string {
  const [before, rest = ''] = readme.split(BEGIN)
  const [, after] = rest.split(END)
  if (after === undefined) throw new Error('the README has no place for the rules')
  return `${before}${BEGIN}\n\n${table()}\n\n${later()}\n\n${END}${after}`
}

export const domainReadme = (): string => readFileSync(README, 'utf8')

export const writeRuleTable = (): void => writeFileSync(README, withRuleTable(domainReadme()))

function table(): string {
  const values = (Object.keys(RULES) as RuleName[]).map((name): Line => {
    const { id, source } = RULES[name]
    return { id, source, what: `\`${name}\``, proof: PROOFS[name].story }
  })
  const behaviours = BEHAVIOURS.map(
    ({ id, source, promise, spec }): Line => ({ id, source, what: promise, proof: spec }),
  )
  const lines = [...values, ...behaviours].sort((a, b) => place(a.id) - place(b.id))
  const rows = lines.map(({ id, source, what, proof }) => [id, source, what, proof])
  return aligned([['rule', 'source', 'value or promise', 'proof'], ...rows])
}

/** A table as the formatter leaves it: every column as wide as its widest cell. */
function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map(widthOf)))
  const rule = widths.map((width) => '-'.repeat(width))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join(' | ')} |`
  return [head, rule, ...rows].map(line).join('\n')
}

const widthOf = (text: string): number => [...text].length

/** R before D before P, each by number. */
const place = (id: string): number => 'RDP'.indexOf(id.slice(0, 1)) * 1000 + Number(id.slice(1))

const later = (): string => `Not built yet: ${runs(LATER).join(', ')}.`

/** R36, R37, R38 as R36–R38. */
function runs(ids: readonly string[]): readonly string[] {
  const [first, ...rest] = [...ids].sort((a, b) => place(a) - place(b))
  if (first === undefined) return []
  const groups = rest.reduce<[string, string][]>(
    (done, id) => {
      const last = done.at(-1)
      if (last && place(id) === place(last[1]) + 1) last[1] = id
      else done.push([id, id])
      return done
    },
    [[first, first]],
  )
  return groups.map(([from, to]) => (from === to ? from : `${from}–${to}`))
}
