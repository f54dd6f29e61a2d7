import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Answer, AnswerRow, Fix, Moment, ReminderAbout, Verdict } from '../../domain/questions/answer.ts'
import type { Question } from '../../domain/questions/question.ts'
import { type TapData, writeCompanies } from '../actions.ts'
import { fittingRows } from '../drawing/button-rows.ts'
import { type Button, type ButtonRow, rows, tap } from '../drawing/buttons.ts'
import { type Card, drawing, spoken } from '../drawing/render.ts'
import { enrollmentTimeline } from '../enrollment/enrollment-timeline.ts'
import { peopleWhoCan } from '../home.ts'
import type { Words } from '../words/words.ts'
import template from './answer.json' with { type: 'json' }
import { type ChainView, drawnChain, spokenChain } from './answer-chain.ts'
import { drawnChecks, type FoldView, type Line, otherRules } from './answer-checks.ts'
import { askedText } from './asked-text.ts'

export type AnswerView = {
  answer: Answer
  /** How names were read where they were not typed in full. */
  taken?: readonly { typed: string; company: string }[]
  /** What just happened, such as a reminder that was sent. */
  note?: string
  /** What was reminded of just now, so that it is not offered again. */
  reminded?: { tenant: TenantId; about: ReminderAbout }
  /** Others read along: nothing on the card leads to what is one person's own. */
  isPublic?: boolean
}

/** The answer to one question: the verdict, the chain, what stands in the way, what happened, the rules, what to ask next. */
export function answerCard(view: AnswerView, words: Words): Card {
  const { answer, taken = [], note, isPublic = false } = view
  const { ask } = words
  const { verdict, headline, findings = [], checks = [], fix, chain, moments = [], rows: lines = [] } = answer
  const sentence = words.finding(headline)
  const { failing, unknown, holding, folds } = drawnChecks(checks, words)
  const known = [
    ...findings.map((one) => words.finding(one)),
    ...(fix?.kind === 'people' ? [peopleWhoCan(fix.names, words)] : []),
  ].map(point)
  const others = otherRules(answer, words)
  return draw({
    lang: words.locale,
    speak: spoken(
      verdict ? `${ask.verdicts[verdict]}${words.apology.joint.trimEnd()}` : '',
      sentence,
      chain ? spokenChain(chain, words) : '',
    ),
    tone: verdict ? TONES[verdict] : 'emphasis',
    verdicts: verdict ? [ask.verdicts[verdict]] : [],
    headline: sentence,
    asked: [...askedOf(answer, words), ...taken.map(({ typed, company }) => ask.taken(typed, company))],
    notes: note === undefined ? [] : [note],
    chains: chain ? [drawnChain(chain, words)] : [],
    parts: [
      part(ask.headings.failing, failing),
      part(ask.headings.unknown, unknown),
      part(checks.length > 0 ? ask.headings.findings : '', known),
      part(ask.headings.checks, holding),
      part('', [], folds),
      part('', answer.way ? wayLines(answer.way, words) : []),
      part(
        ask.headings.moments,
        moments.map((moment) => momentRow(moment, words)),
      ),
      part(
        '',
        lines.map((line) => listRow(line, words)),
      ),
    ].flat(),
    rules: others === '' ? [] : [ask.rules(others)],
    buttons: fittingRows(
      remindButtons(view, words),
      doButtons(answer, words),
      [...moreButton(answer, words), ...relatedButtons(answer, words)],
      isPublic ? [] : [tap(words.search.form.title, 'ask-form', {}), tap(words.buttons.home, 'home', {})],
    ),
  })
}

/** What follows naturally, each once; where one topic is asked of several, each button names its own. */
function relatedButtons(answer: Answer, words: Words): readonly Button[] {
  const { ask, terms } = words
  const { question: asked, related = [], names } = answer
  const others = related.filter((one, at) => ![asked, ...related.slice(0, at)].some((other) => isSame(one, other)))
  const buttons = others.map((question) => {
    const { id, companies, countries } = question
    if (others.every((one) => one === question || one.id !== id)) return askButton(question, answer, words)
    const about = [...companies.flatMap((tenant) => names[tenant] ?? []), ...countries.map(terms.country)]
    return about.length === 0
      ? askButton(question, answer, words)
      : tap(ask.of(ask.related[id], words.all(about)), 'ask', asData(question))
  })
  return once(buttons, ({ title }) => title)
}

const isSame = (one: Question, other: Question): boolean =>
  one.id === other.id && JSON.stringify(asData(one)) === JSON.stringify(asData(other))

/** A button that asks `question`; it names its company where that is not the one the card is about. */
export function askButton(
  question: Question,
  { question: about, names }: Pick<Answer, 'question' | 'names'>,
  words: Words,
): Button {
  const { ask } = words
  const [first] = question.companies
  const topic = ask.related[question.id]
  const name = first === undefined || first === about.companies[0] ? undefined : names[first]
  return tap(name === undefined ? topic : ask.of(topic, name), 'ask', asData(question))
}

/** A question as a button carries it. */
export const asData = ({ id, companies, countries, ...rest }: Question): TapData<'ask'> => ({
  question: id,
  companies: writeCompanies(companies.map((tenant) => ({ tenant }))),
  countries: countries.join(','),
  ...rest,
})

/** The question as it was understood; not where it names somebody who was not found. */
function askedOf({ question, names }: Answer, words: Words): readonly string[] {
  const companies = question.companies.flatMap((tenant) => names[tenant] ?? [])
  return companies.length < question.companies.length ? [] : [askedText(question, companies, words)]
}

function part(
  heading: string,
  of: readonly (Line & Partial<RowView>)[],
  folds: readonly FoldView[] = [],
): readonly Part[] {
  if (of.length + folds.length === 0) return []
  return [
    {
      headings: heading === '' ? [] : [heading],
      rows: of.map((row) => ({ buttons: [], ...row })),
      folds,
    },
  ]
}

const point = (text: string): Line => ({ mark: '•', color: 'Default', text, lines: [] })

const wayLines = (way: Organization, words: Words): readonly Line[] =>
  enrollmentTimeline(way, words, way.displayName).map(({ title, state, lines = [], warnings = [] }) => ({
    ...STATES[state],
    text: title,
    lines: [...lines, ...warnings],
  }))

function momentRow({ at, finding, state }: Moment, words: Words): Line {
  const lines = [
    ...(at === undefined ? [] : [words.dateTime(at)]),
    ...(state === 'waiting' ? [words.timeline.states.waiting] : []),
  ]
  return { ...STATES[state], text: words.finding(finding), lines }
}

function listRow({ title, findings, tone = 'default', question, open }: AnswerRow, words: Words): RowView {
  const button = question ? tap(words.buttons.open, 'ask', asData(question)) : open && openButton(open, words)
  return { ...LINES[tone], text: title, lines: findings.map(words.finding), buttons: button ? rows([button]) : [] }
}

function openButton(open: NonNullable<AnswerRow['open']>, { buttons: { open: title } }: Words): Button {
  switch (open.verb) {
    case 'partner':
      return tap(title, 'partner', { tenant: open.tenant })
    case 'customer':
      return tap(title, 'customer', { tenant: open.tenant })
    case 'new-customer':
      return tap(title, 'new-customer', { draft: open.draft })
    case 'invitation':
      return tap(title, 'invitation', { invitation: open.invitation })
    case 'received-invitation':
      return tap(title, 'received-invitation', { provider: open.provider, invitation: open.invitation })
  }
}

/** Each reminder and each step once, whatever number of checks asks for it. */
function remindButtons({ answer, reminded }: AnswerView, words: Words): readonly Button[] {
  const reminders = once(fixes(answer, 'remind'), ({ tenant, about }) => `${tenant} ${about}`)
  return reminders
    .filter(({ tenant, about }) => tenant !== reminded?.tenant || about !== reminded.about)
    .map(({ tenant, company, about }) =>
      tap(
        words.ask.of(words.ask.remind[about], company),
        'remind',
        { ...asData(answer.question), op: newOperationKey(), tenant, about },
        { style: 'positive' },
      ),
    )
}

const doButtons = (answer: Answer, words: Words): readonly Button[] =>
  once(fixes(answer, 'do'), ({ verb }) => verb).map(({ verb }) =>
    verb === 'add-me'
      ? tap(words.ask.fixes[verb], verb, { op: newOperationKey() }, { style: 'positive' })
      : tap(words.ask.fixes[verb], verb, {}, { style: 'positive' }),
  )

/** Those of the checks and that of the answer itself. */
const fixes = <K extends Fix['kind']>(
  { checks = [], fix: own }: Answer,
  kind: K,
): readonly Extract<Fix, { kind: K }>[] =>
  [...checks.map(({ fix }) => fix), own].filter((fix): fix is Extract<Fix, { kind: K }> => fix?.kind === kind)

const once = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
]

const moreButton = ({ question, next }: Answer, words: Words): readonly Button[] =>
  next === undefined ? [] : [tap(words.buttons.more, 'ask', asData({ ...question, after: next }))]

/** The colour only repeats what the word says; the word keeps the colour of text, which can be read on each of them. */
const TONES: Record<Verdict, string> = {
  yes: 'good',
  no: 'attention',
  pending: 'warning',
  notFound: 'emphasis',
  notRecorded: 'emphasis',
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

type Mark = Pick<Line, 'mark' | 'color'>
type RowView = Line & { buttons: readonly ButtonRow[] }
type Part = { headings: readonly string[]; rows: readonly RowView[]; folds: readonly FoldView[] }

type View = {
  lang: string
  speak: string
  tone: string
  verdicts: readonly string[]
  headline: string
  asked: readonly string[]
  notes: readonly string[]
  chains: readonly ChainView[]
  parts: readonly Part[]
  rules: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
