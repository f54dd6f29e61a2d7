import type { Step } from '../../domain/enrollment/enrollment.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import type { Values } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** The verb that saves each part of the application. */
export type SaveVerb = `enroll-save-${Step}`

/** One part of the draft, as last saved or as just typed; `rev` is the draft's revision that the form is drawn from. */
export type StepForm<V extends SaveVerb> = FormState & {
  values: Values<V>
  rev: number
  /** The parts this company goes through, when it is not all of them (R23). */
  steps?: readonly Step[]
}

export const ALL_STEPS = ['mpn', 'legal', 'contact', 'support', 'authority'] as const satisfies readonly Step[]

type Drawn = {
  step: Step
  title: string
  intro: string
  fields: readonly FormField[]
  next: Button
}

/** One step of the enrollment: where one is, the fields, Next, and Back to the step before (or home from the first). */
export function stepCard(form: FormState & { steps?: readonly Step[] }, drawn: Drawn, words: Words): Card {
  const { faults = [], conflicts = [], steps = ALL_STEPS } = form
  const at = Math.max(steps.indexOf(drawn.step), 0)
  const before = steps[at - 1]
  const back =
    before === undefined
      ? tap(words.buttons.home, 'home', {}, { inputs: 'none' })
      : tap(words.buttons.back, 'enroll-step', { step: before }, { inputs: 'none' })
  return formCard(
    {
      place: words.enroll.place(words.number(at + 1), words.number(steps.length)),
      step: { is: at + 1, of: steps.length },
      title: drawn.title,
      intro: [drawn.intro],
      fields: drawn.fields,
      faults,
      conflicts,
      buttons: [drawn.next, back],
    },
    words,
  )
}
