import type { Question } from '../../domain/questions/question.ts'
import { type AskedCompany, writeCompanies } from '../actions.ts'
import { fittingRows } from '../drawing/button-rows.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { bytesOf, type Card, escapeText } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type AnswerView, answerCard, asData } from './answer.ts'

type Asked = { question: Omit<Question, 'companies'>; companies: readonly AskedCompany[]; names: readonly string[] }

export type AnswersView = {
  /** In the order in which they were asked. */
  answers: readonly AnswerView[]
  /** What may not be asked, said once each. */
  notes: readonly string[]
  /** Names that nobody has. */
  unknown: readonly string[]
  /** What was asked as well; each has a button. */
  more: readonly Asked[]
  /** Others read along: nothing on the card leads to what is one person's own. */
  isPublic?: boolean
}

/** Teams delivers 28 KB of a message and everything around it. */
const MOST_BYTES = 20_000

/** Several questions of one text: every answer in its order, those that a card has no room for behind buttons. */
export function answersTogetherCard(view: AnswersView, words: Words): Card {
  const { answers, notes, unknown, more, isPublic = false } = view
  const { ask, buttons, search } = words
  const cards = answers.map((one) => answerCard({ ...one, isPublic: true }, words))
  const fitting = cards.filter((_, n) => n === 0 || sizeOf(cards.slice(0, n + 1)) <= MOST_BYTES)
  const others = [
    ...answers.slice(fitting.length).map(({ answer: { question, names } }) => ({
      question,
      companies: question.companies.map((tenant) => ({ tenant })),
      names: question.companies.flatMap((tenant) => names[tenant] ?? []),
    })),
    ...more,
  ]
  const [first] = fitting
  return {
    ...first,
    type: 'AdaptiveCard',
    version: '1.5',
    lang: words.locale,
    speak: [ask.together.title(answers.length + more.length), ...fitting.map(({ speak }) => String(speak))].join(' '),
    body: [
      text(ask.together.title(answers.length + more.length), { weight: 'Bolder' }),
      ...[...notes, ...unknown.map(ask.unknown)].map((one) => text(one, {})),
      ...fitting.map((card) => ({ type: 'Container', separator: true, spacing: 'Large', items: card.body })),
      ...(others.length > 0 ? [text(ask.together.more, { weight: 'Bolder', separator: true, spacing: 'Large' })] : []),
      ...fittingRows(
        others.map((one) => askedButton(one, words)),
        isPublic ? [] : [tap(search.form.title, 'ask-form', {}), tap(buttons.home, 'home', {})],
      ).map(({ actions }) => ({ type: 'ActionSet', spacing: 'Medium', actions })),
    ],
  }
}

const askedButton = ({ question, companies, names }: Asked, { ask }: Words): Button =>
  tap(names.length > 0 ? ask.of(ask.related[question.id], names.join(' · ')) : ask.related[question.id], 'ask', {
    ...asData({ ...question, companies: [] }),
    companies: writeCompanies(companies),
  })

const text = (of: string, more: object) => ({ type: 'TextBlock', text: escapeText(of), wrap: true, ...more })

const sizeOf = (cards: readonly Card[]): number => cards.reduce((sum, card) => sum + bytesOf(card), 0)
