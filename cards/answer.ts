import { newOperationKey } from '../domain/ids.ts'
import type { Answer, AnswerRow, Chain, Check, Fix, Moment, Verdict } from '../domain/questions/answer.ts'
import type { Question } from '../domain/questions/question.ts'
import { type TapData, writeCompanies } from './actions.ts'
import template from './answer.json' with { type: 'json' }
import { type Button, type ButtonRow, rows, tap } from './buttons.ts'
import { enrollmentTimeline } from './enrollment-timeline.ts'
import { peopleWhoCan } from './home.ts'
import { type Card, drawing, spoken } from './render.ts'
import type { Words } from './words/words.ts'

export type AnswerView = {
  answer: Answer
  /** How names were read where they were not typed in full. */
  taken?: readonly { typed: string; company: string }[]
  /** What just happened, such as a reminder that was sent. */
  note?: string
}

/** The answer to one question: the verdict, the chain as a row, every check with its fix, what happened, the rules, what to ask next. */
export function answerCard({ answer, taken = [], note }: AnswerView, words: Words): Card {
  const { ask } = words
  const { verdict, headline, findings = [], checks = [], chain, moments = [], rows: lines = [], rules } = answer
  const sentence = words.finding(headline)
  const known = findings.map((one) => point(words.finding(one)))
  return draw({
    lang: words.locale,
    speak: spoken(verdict ? `${ask.verdicts[verdict]}.` : '', sentence, chain ? spokenChain(chain, words) : ''),
    tone: verdict ? LOOKS[verdict].tone : 'emphasis',
    verdicts: verdict ? [{ text: ask.verdicts[verdict], color: LOOKS[verdict].color }] : [],
    headline: sentence,
    asked: [...askedText(answer, words), ...taken.map(({ typed, company }) => ask.taken(typed, company))],
    notes: note === undefined ? [] : [note],
    chains: chain ? [{ links: chain.flatMap((one) => drawnLink(one, words)) }] : [],
    parts: [
      part(checks.length > 0 ? ask.headings.findings : '', known),
      part(
        ask.headings.checks,
        checks.map((check) => checkRow(check, words)),
      ),
      part(
        '',
        (answer.way ? enrollmentTimeline(answer.way, words) : []).map(
          ({ title, state, lines = [], warnings = [] }) => ({
            ...STATES[state],
            text: title,
            lines: [...lines, ...warnings],
            buttons: [],
          }),
        ),
      ),
      part(
        ask.headings.moments,
        moments.map((moment) => momentRow(moment, words)),
      ),
      part(
        '',
        lines.map((line) => listRow(line, words)),
      ),
    ].flat(),
    rules: rules.length > 0 ? [ask.rules(rules.map(({ id, source }) => ask.rule(id, source)).join(' · '))] : [],
    buttons: rows(remindButtons(checks, words), doButtons(checks, words), [
      ...moreButton(answer, words),
      ...(answer.related ?? []).map((question) => askButton(question, answer, words)),
    ]),
  })
}

/** A button that asks `question`; it names its company where that is not the one the card is about. */
export function askButton(
  question: Question,
  { question: about, names }: Pick<Answer, 'question' | 'names'>,
  words: Words,
): Button {
  const { ask } = words
  const [first] = question.companies
  const topic = ask.related[question.id]
  const isSame = first === undefined || first === about.companies[0]
  return tap(isSame ? topic : ask.of(topic, names[first] ?? ''), 'ask', asData(question))
}

/** A question as a button carries it. */
export const asData = ({ id, companies, countries, ...rest }: Question): TapData<'ask'> => ({
  question: id,
  companies: writeCompanies(companies.map((tenant) => ({ tenant }))),
  countries: countries.join(','),
  ...rest,
})

/** The question as it was understood; not where it names somebody who was not found. */
function askedText({ question, names }: Answer, words: Words): readonly string[] {
  const companies = question.companies.flatMap((tenant) => names[tenant] ?? [])
  if (companies.length < question.companies.length) return []
  const countries = question.countries.map(words.terms.country)
  const detail =
    (question.operation && words.operation(question.operation)) ??
    question.code ??
    question.subject ??
    (question.days === undefined ? '' : words.number(question.days))
  return [words.ask.asked(companies, countries, detail)[question.id]]
}

const part = (heading: string, of: readonly RowView[]): readonly Part[] =>
  of.length > 0 ? [{ headings: heading === '' ? [] : [heading], rows: of }] : []

const point = (text: string): RowView => ({ mark: '•', color: 'Default', text, lines: [], buttons: [] })

function checkRow(check: Check, words: Words): RowView {
  const { ask } = words
  const { rule, source, company = '', outcome, fix } = check
  return {
    ...OUTCOMES[outcome],
    text: words.check(check),
    lines: [
      ask.ruleOf(`${ask.rule(rule, source)} · ${ask.outcome[outcome]}`, company),
      ...(fix?.kind === 'people' ? [peopleWhoCan(fix.names, words)] : []),
    ],
    buttons: [],
  }
}

function momentRow({ at, finding, state }: Moment, words: Words): RowView {
  const lines = [
    ...(at === undefined ? [] : [words.dateTime(at)]),
    ...(state === 'waiting' ? [words.timeline.states.waiting] : []),
  ]
  return { ...STATES[state], text: words.finding(finding), lines, buttons: [] }
}

function listRow({ title, findings, tone = 'default', question, open }: AnswerRow, words: Words): RowView {
  const button = question
    ? tap(words.buttons.open, 'ask', asData(question))
    : open?.verb === 'partner'
      ? tap(words.buttons.open, 'partner', { tenant: open.tenant })
      : open && tap(words.buttons.open, 'invitation', { invitation: open.invitation })
  return { ...LINES[tone], text: title, lines: findings.map(words.finding), buttons: button ? rows([button]) : [] }
}

/** One box for each of the chain, and between two of them what links them, in a mark and in words. */
function drawnLink({ as, name, link }: Chain[number], words: Words): readonly Link[] {
  const { ask, terms } = words
  const role = as === 'microsoft' ? '' : terms.kinds[as].label
  const shown = as === 'microsoft' ? ask.chain.microsoft : name || ask.chain.nobody
  const box: Link = {
    width: as === 'microsoft' ? 'auto' : 'stretch',
    style: 'emphasis',
    lines: [
      line(shown, { weight: 'Bolder', isSubtle: name === '' }),
      ...(role === '' ? [] : [line(role, { isSubtle: true })]),
    ],
  }
  if (link === undefined) return [box]
  return [
    box,
    { width: 'auto', style: '', lines: [line(ask.chain.links[link], { color: LINKS[link], weight: 'Bolder' })] },
  ]
}

const line = (
  text: string,
  { weight = 'Default', color = 'Default', isSubtle = false } = {},
): Link['lines'][number] => ({
  text,
  weight,
  color,
  isSubtle,
})

const spokenChain = (chain: Chain, { ask }: Words): string =>
  chain
    .flatMap(({ as, name, link }) => [
      as === 'microsoft' ? ask.chain.microsoft : name || ask.chain.nobody,
      ...(link === undefined ? [] : [ask.chain.spoken[link]]),
    ])
    .join(' ')

/** Each reminder and each step once, whatever number of checks asks for it. */
function remindButtons(checks: readonly Check[], words: Words): readonly Button[] {
  const reminders = once(fixes(checks, 'remind'), ({ tenant, about }) => `${tenant} ${about}`)
  return reminders.map(({ tenant, company, about }) =>
    tap(
      words.ask.of(words.ask.remind[about], company),
      'remind',
      { op: newOperationKey(), tenant, about },
      { style: 'positive' },
    ),
  )
}

const doButtons = (checks: readonly Check[], words: Words): readonly Button[] =>
  once(fixes(checks, 'do'), ({ verb }) => verb).map(({ verb }) =>
    verb === 'add-me'
      ? tap(words.ask.fixes[verb], verb, { op: newOperationKey() }, { style: 'positive' })
      : tap(words.ask.fixes[verb], verb, {}, { style: 'positive' }),
  )

const fixes = <K extends Fix['kind']>(checks: readonly Check[], kind: K): readonly Extract<Fix, { kind: K }>[] =>
  checks.flatMap(({ fix }) => (fix?.kind === kind ? [fix as Extract<Fix, { kind: K }>] : []))

const once = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
]

const moreButton = ({ question, next }: Answer, words: Words): readonly Button[] =>
  next === undefined ? [] : [tap(words.buttons.more, 'ask', asData({ ...question, after: next }))]

/** The colour only repeats what the word says. */
const LOOKS: Record<Verdict, { tone: string; color: string }> = {
  yes: { tone: 'good', color: 'Good' },
  no: { tone: 'attention', color: 'Attention' },
  pending: { tone: 'warning', color: 'Warning' },
  notFound: { tone: 'emphasis', color: 'Default' },
  notRecorded: { tone: 'emphasis', color: 'Default' },
}

const OUTCOMES: Record<Check['outcome'], Mark> = {
  holds: { mark: '✓', color: 'Good' },
  fails: { mark: '✕', color: 'Attention' },
  unknown: { mark: '–', color: 'Default' },
}

const STATES: Record<Moment['state'], Mark> = {
  done: { mark: '✓', color: 'Good' },
  waiting: { mark: '●', color: 'Accent' },
  open: { mark: '–', color: 'Default' },
  stopped: { mark: '✕', color: 'Attention' },
}

const LINES: Record<NonNullable<AnswerRow['tone']>, Mark> = {
  good: { mark: '✓', color: 'Good' },
  warning: { mark: '●', color: 'Warning' },
  attention: { mark: '✕', color: 'Attention' },
  default: { mark: '•', color: 'Default' },
}

const LINKS: Record<NonNullable<Chain[number]['link']>, string> = {
  holds: 'Good',
  missing: 'Attention',
  pending: 'Warning',
  unknown: 'Default',
}

type Mark = { mark: string; color: string }
type RowView = Mark & { text: string; lines: readonly string[]; buttons: readonly ButtonRow[] }
type Part = { headings: readonly string[]; rows: readonly RowView[] }
type Link = {
  width: string
  style: string
  lines: readonly { text: string; weight: string; color: string; isSubtle: boolean }[]
}

type View = {
  lang: string
  speak: string
  tone: string
  verdicts: readonly { text: string; color: string }[]
  headline: string
  asked: readonly string[]
  notes: readonly string[]
  chains: readonly { links: readonly Link[] }[]
  parts: readonly Part[]
  rules: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
