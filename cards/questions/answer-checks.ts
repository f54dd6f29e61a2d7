import type { Answer, Check } from '../../domain/questions/answer.ts'
import { type Button, unfoldLines } from '../drawing/buttons.ts'
import { peopleWhoCan } from '../home.ts'
import type { Words } from '../words/words.ts'

/** One line of an answer: a mark, what is so, and small lines below. */
export type Line = { mark: string; color: string; text: string; lines: readonly string[] }

export type DrawnChecks = {
  failing: readonly Line[]
  unknown: readonly Line[]
  holding: readonly Line[]
  /** Unfolds those that hold where they would hide the others. */
  fold: readonly Button[]
}

/** As many that hold are shown where nothing else was checked. */
const MOST_HOLDING = 5

/** What fails stands first, then what is not recorded; what holds is folded away behind them. */
export function drawnChecks(checks: readonly Check[], words: Words): DrawnChecks {
  const of = (wanted: Check['outcome']): readonly Line[] =>
    checks.filter(({ outcome }) => outcome === wanted).map((check) => checkLine(check, words))
  const [failing, unknown, holding] = [of('fails'), of('unknown'), of('holds')]
  const isFolded = holding.length > (failing.length + unknown.length > 0 ? 0 : MOST_HOLDING)
  return {
    failing,
    unknown,
    holding: isFolded ? [] : holding,
    fold: isFolded ? [unfoldLines(words.ask.holding(holding.length), holding)] : [],
  }
}

/** The rules that the checks do not name already. */
export const otherRules = ({ rules, checks = [] }: Pick<Answer, 'rules' | 'checks'>, { ask }: Words): string =>
  rules
    .filter(({ id }) => checks.every(({ rule }) => rule !== id))
    .map(({ id, source }) => ask.rule(id, sectionOf(source)))
    .join(' · ')

function checkLine(check: Check, words: Words): Line {
  const { ask } = words
  const { rule, source, company = '', outcome, fix } = check
  const text = words.check(check)
  const who = text.includes(company) ? '' : company
  return {
    ...OUTCOMES[outcome],
    text,
    lines: [
      ask.ruleOf(ask.rule(rule, sectionOf(source)), who),
      ...(fix?.kind === 'people' ? [peopleWhoCan(fix.names, words)] : []),
    ],
  }
}

/** The sections of Microsoft's pages (S0–S4) alone: what the other marks mean is known to those who wrote the rules. */
const sectionOf = (source: string): string =>
  source
    .split('; ')
    .filter((part) => /^S\d\b/.test(part))
    .join('; ')

const OUTCOMES: Record<Check['outcome'], { mark: string; color: string }> = {
  holds: { mark: '✓', color: 'Good' },
  fails: { mark: '✕', color: 'Attention' },
  unknown: { mark: '–', color: 'Default' },
}
