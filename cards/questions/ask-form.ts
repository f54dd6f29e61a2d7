import type { QuestionId } from '../../domain/questions/question.ts'
import { type Button, type ButtonRow, rows } from '../drawing/buttons.ts'
import { beginningOf } from '../drawing/fields.ts'
import { LONGEST_SOUGHT, type Picker } from '../drawing/picker.ts'
import { type Card, drawing, spoken } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import template from './ask-form.json' with { type: 'json' }

/**
 * What the form brings: a question, and up to two companies, each picked (`company1`, a tenant) or typed beside the picker
 * (`typed1`), which works in every client.
 */
export const ASK_INPUTS = ['question', 'company1', 'typed1', 'company2', 'typed2'] as const
export type AskInputs = Partial<Record<(typeof ASK_INPUTS)[number], string | undefined>>

export type AskForm = {
  /** Companies that are offered before anything is typed: a tenant each. */
  recent: Picker['choices']
  /** Whether the reader belongs to a company, which then is the other one of a question about two. */
  isPartner: boolean
  values?: AskInputs
  /** Takes the inputs. */
  ask: Button
  buttons?: readonly Button[]
}

/** A question to pick, and the companies it is about: found while they are typed, or just typed. */
export function askFormCard({ recent, isPartner, values = {}, ask, buttons = [] }: AskForm, words: Words): Card {
  const { form: say } = words.search
  return draw({
    lang: words.locale,
    speak: spoken(say.title, say.intro),
    title: say.title,
    intro: say.intro,
    questions: [
      {
        label: say.question,
        value: FORM_QUESTIONS.find((id) => id === values.question) ?? '',
        placeholder: say.choose,
        error: say.pickAQuestion,
        choices: FORM_QUESTIONS.map((id) => ({ title: say.questions[id], value: id })),
      },
    ],
    companies: [
      company('company1', 'typed1', say.companies[0], say.typed[0]),
      company('company2', 'typed2', say.companies[1], say.typed[1]),
    ],
    hints: isPartner ? [say.hint] : [],
    buttons: rows([ask, ...buttons]),
  })

  function company(id: 'company1' | 'company2', typed: 'typed1' | 'typed2', label: string, typedLabel: string) {
    return {
      picks: [{ id, label, placeholder: say.find, dataset: 'companies' as const, choices: recent }],
      texts: [
        { id: typed, label: typedLabel, value: beginningOf(values[typed] ?? '', LONGEST_SOUGHT), max: LONGEST_SOUGHT },
      ],
    }
  }
}

/** The questions that a form can ask with two companies alone; every other one is typed. */
export const FORM_QUESTIONS = [
  'Q1',
  'Q2',
  'Q5',
  'Q6',
  'Q7',
  'Q8',
  'Q9',
  'Q10',
  'Q13',
  'Q15',
  'Q17',
  'Q27',
] as const satisfies readonly QuestionId[]

type View = {
  lang: string
  speak: string
  title: string
  intro: string
  questions: readonly {
    label: string
    value: string
    placeholder: string
    error: string
    choices: readonly { title: string; value: string }[]
  }[]
  companies: readonly {
    picks: readonly (Picker & { id: string })[]
    texts: readonly { id: string; label: string; value: string; max: number }[]
  }[]
  hints: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
