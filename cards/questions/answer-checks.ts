import type { Answer, Check } from '../../domain/questions/answer.ts'
import { peopleWhoCan } from '../home.ts'
import type { Words } from '../words/words.ts'

/** One line of an answer: a mark, what is so, and small lines below. */
export type Line = { mark: string; color: string; text: string; lines: readonly string[] }

/** What a button unfolds, line by line. */
export type FoldView = { title: string; lines: readonly FoldedLine[] }
type FoldedLine = { text: string; size: string; isSubtle: boolean | ''; spacing: string }

export type DrawnChecks = {
  failing: readonly Line[]
  unknown: readonly Line[]
  holding: readonly Line[]
  /** Unfolds those that hold where they would hide the others. */
  folds: readonly FoldView[]
}

/** As many that hold are shown where nothing else was checked. */
const MOST_HOLDING = 5

/** What fails stands first, then what is not recorded; what holds is folded away behind them. */
export function drawnChecks(checks: readonly Check[], words: Words): DrawnChecks {
  const lines: Record<Check['outcome'], Line[]> = { fails: [], unknown: [], holds: [] }
  for (const check of checks) lines[check.outcome].push(checkLine(check, words))
  const { fails: failing, unknown, holds: holding } = lines
  const isFolded = holding.length > (failing.length + unknown.length > 0 ? 0 : MOST_HOLDING)
  if (!isFolded) return { failing, unknown, holding, folds: [] }
  const fold = { title: words.ask.holding(holding.length), lines: holding.flatMap(folded) }
  return { failing, unknown, holding: [], folds: [fold] }
}

/** One line below the other, each with its mark before it and its small lines below. */
const folded = ({ mark, text, lines }: Line): readonly FoldedLine[] => [
  { text: `${mark} ${text}`, size: '', isSubtle: '', spacing: 'Small' },
  ...lines.map((line) => ({ text: line, size: 'Small', isSubtle: true, spacing: 'None' }) as const),
]

/** The rules that the checks do not name already. */
export const otherRules = ({ rules, checks = [] }: Pick<Answer, 'rules' | 'checks'>, { ask }: Words): string =>
  rules
    .filter(({ id }) => checks.every(({ rule }) => rule !== id))
    .map(({ id, source }) => ask.rule(id, sectionOf(source)))
    .join(' · ')

function checkLine(check: Check, words: Words): Line {
  const { ask } = words
  const { rule, source, company = '', outcome, fix } = check
  const { mark, color } = OUTCOMES[outcome]
  const text = words.check(check)
  const ruled = ask.ruleOf(ask.rule(rule, sectionOf(source)), text.includes(company) ? '' : company)
  return { mark, color, text, lines: fix?.kind === 'people' ? [ruled, peopleWhoCan(fix.names, words)] : [ruled] }
}

/** The sections of Microsoft's pages (S0–S4) alone: what the other marks mean is known to those who wrote the rules. */
function sectionOf(source: string): string {
  const known = SECTIONS.get(source)
  if (known !== undefined) return known
  const section = source
    .split('; ')
    .filter((part) => /^S\d\b/.test(part))
    .join('; ')
  SECTIONS.set(source, section)
  return section
}

/** By source; there are as many as the catalogue has rules. */
const SECTIONS = new Map<string, string>()

const OUTCOMES: Record<Check['outcome'], { mark: string; color: string }> = {
  holds: { mark: '✓', color: 'Good' },
  fails: { mark: '✕', color: 'Attention' },
  unknown: { mark: '–', color: 'Default' },
}
