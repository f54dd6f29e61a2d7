import type { Locale } from '../../domain/actor.ts'
import type { Field as FieldName, Refusal } from '../../domain/refusals.ts'
import type { Words } from '../words/words.ts'
import { fittingRows } from './button-rows.ts'
import type { Button, ButtonRow } from './buttons.ts'
import template from './form.json' with { type: 'json' }
import { type BulletView, bulletView } from './notice.ts'
import { type Card, drawing, spoken } from './render.ts'

export type Fact = { title: string; value: string }

/** Somebody else saved another value while this form was open: both are shown (issue of two admins at one draft). */
export type Conflict = { field: FieldName; theirs: string; by: string; at: string }

/** What every form can be drawn again with: what was refused, and what somebody else saved meanwhile. */
export type FormState = { faults?: readonly Refusal[]; conflicts?: readonly Conflict[] }

type Common = {
  id: FieldName | 'isEnrollingUser' | 'locale' | 'rows'
  label: string
  hint?: string
  /** A heading above the field, where a new part of the form begins. */
  heading?: string
  /** What is to be read before the field, point by point. */
  lead?: readonly string[]
  required?: boolean
  /** What belongs to this field alone, drawn beside it: what mends a fault by one tap, what is to be read. */
  offers?: readonly Button[]
  /** What the client says when the field is empty though required, or does not fit `pattern`. */
  error?: string
}

export type FormField =
  | (Common & {
      kind: 'text'
      value: string
      max: number
      placeholder?: string
      style?: 'Text' | 'Email' | 'Tel' | 'Url'
      multiline?: boolean
      pattern?: string
    })
  | (Common & {
      kind: 'choice'
      value: string
      choices: readonly { title: string; value: string }[]
      placeholder?: string
      /** Several may be chosen; the value is then a list with commas. */
      multiple?: boolean
      /** All choices visible at once instead of a drop-down. */
      expanded?: boolean
    })
  | (Common & { kind: 'toggle'; on: boolean })
  /** A day, as ISO writes it; `earliest` and `latest` are the first and the last one that the client lets through. */
  | (Common & { kind: 'date'; value: string; earliest?: string; latest?: string })

export type Form = FormState & {
  /** Where in a longer way the person is, e.g. “Enrollment · step 2 of 5”, and the way as dots. */
  place?: string
  step?: { is: number; of: number }
  title: string
  intro?: readonly string[]
  facts?: readonly Fact[]
  fields: readonly FormField[]
  notes?: readonly string[]
  buttons: readonly Button[]
  more?: readonly Button[]
}

/**
 * Any form: its fields with what was typed, each refusal beside the field it names and the others on top, then the
 * buttons.
 */
export function formCard(form: Form, words: Words): Card {
  const shown = new Set<string>(form.fields.map(({ id }) => id))
  const { faults = [], conflicts = [] } = form
  const top = faults.filter(
    (refusal) =>
      (!('field' in refusal) || !shown.has(refusal.field)) && !(refusal.code === 'STALE' && conflicts.length > 0),
  )
  const alert = [...(conflicts.length > 0 ? [words.form.conflict] : []), ...top.map(words.refusal)]
  const beside = faults.some((refusal) => 'field' in refusal && shown.has(refusal.field))
  return draw({
    lang: words.locale,
    speak: spoken(form.title, ...alert, ...(form.intro ?? [])),
    marks: form.place === undefined ? [] : [{ place: form.place, progress: dots(form.step) }],
    title: form.title,
    intro: form.intro ?? [],
    alerts: alert.length > 0 ? [{ lines: alert }] : beside ? [{ lines: [words.form.checkBelow] }] : [],
    facts: form.facts ?? [],
    fields: form.fields.map((field) => fieldView(field, form, words)),
    notes: form.notes ?? [],
    buttons: fittingRows(form.buttons, form.more ?? []),
  })
}

type Lines = readonly string[]
type View = {
  lang: Locale
  speak: string
  marks: readonly { place: string; progress: readonly string[] }[]
  title: string
  intro: Lines
  alerts: readonly { lines: Lines }[]
  facts: readonly Fact[]
  fields: readonly FieldView[]
  notes: Lines
  buttons: readonly ButtonRow[]
}
type InputView = { id: string; label: string; value: string; required: boolean; error: string }
type FieldView = {
  parted: boolean
  headings: Lines
  leads: readonly BulletView[]
  texts: readonly (InputView & {
    placeholder: string
    style: string
    multiline: boolean
    pattern: string
    max: number
  })[]
  choiceSets: readonly (InputView & {
    placeholder: string
    style: string
    multiple: boolean
    choices: readonly { title: string; value: string }[]
  })[]
  toggles: readonly InputView[]
  dates: readonly (InputView & { earliest: string; latest: string })[]
  offers: readonly ButtonRow[]
  hints: Lines
  theirs: Lines
  faults: Lines
}

const draw = drawing<View>(template)

function fieldView(field: FormField, { faults, conflicts }: FormState, words: Words): FieldView {
  const input = { id: field.id, label: field.label, required: field.required ?? false, error: field.error ?? '' }
  return {
    parted: field.heading !== undefined,
    headings: field.heading === undefined ? [] : [field.heading],
    leads: (field.lead ?? []).map((text) => bulletView({ text })),
    texts:
      field.kind === 'text'
        ? [
            {
              ...input,
              value: field.value,
              placeholder: field.placeholder ?? '',
              style: field.style ?? '',
              multiline: field.multiline ?? false,
              pattern: field.pattern ?? '',
              max: field.max,
            },
          ]
        : [],
    choiceSets:
      field.kind === 'choice'
        ? [
            {
              ...input,
              value: field.value,
              placeholder: field.placeholder ?? '',
              style: field.expanded ? 'expanded' : 'compact',
              multiple: field.multiple ?? false,
              choices: field.choices,
            },
          ]
        : [],
    toggles: field.kind === 'toggle' ? [{ ...input, value: String(field.on) }] : [],
    dates:
      field.kind === 'date'
        ? [
            {
              ...input,
              value: DAY.test(field.value) ? field.value : '',
              earliest: field.earliest ?? '',
              latest: field.latest ?? '',
            },
          ]
        : [],
    offers: fittingRows(field.offers ?? []),
    hints: field.hint === undefined ? [] : [field.hint],
    theirs: (conflicts ?? [])
      .filter((conflict) => conflict.field === field.id)
      .map(({ theirs, by, at }) => words.form.savedMeanwhile(by, words.dateTime(at), theirs)),
    faults: (faults ?? [])
      .filter((refusal) => 'field' in refusal && refusal.field === field.id)
      .map((refusal) => words.refusal(refusal)),
  }
}

/** A client shows nothing else in an input for a day. */
const DAY = /^\d{4}-\d{2}-\d{2}$/

const dots = (step: Form['step']): readonly string[] =>
  step === undefined ? [] : [`${'● '.repeat(step.is)}${'○ '.repeat(step.of - step.is)}`.trim()]
