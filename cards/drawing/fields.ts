import type { Field, FieldRefusal } from '../../domain/refusals.ts'
import { maxLength } from '../../domain/text.ts'
import type { ActionData, Verb } from '../actions.ts'
import type { Words } from '../words/words.ts'
import type { FormField } from './form.ts'

/** What stands in a form's inputs: what a person just typed (an Action of the verb that saves it), or what was saved. */
export type Values<V extends Verb> = Partial<ActionData<V>>

type Shared = { hint?: string; heading?: string; required?: boolean }
type TextOptions = Shared & {
  placeholder?: string
  style?: 'Email' | 'Tel' | 'Url'
  multiline?: boolean
  /** What the client lets through, and the refusal whose sentence it shows otherwise. */
  pattern?: string
  refusal?: FieldRefusal
}

/** A text input, labelled with the field's name; its client-side message is the sentence that the server would give. */
export function textField(id: Field, value: string | undefined, options: TextOptions, words: Words): FormField {
  const { refusal = { code: 'ENR_FIELD_MISSING', field: id }, ...rest } = options
  const checked = options.required || options.pattern !== undefined
  return {
    kind: 'text',
    id,
    label: words.terms.fields[id],
    value: redrawn(id, value),
    max: maxLength(id),
    ...rest,
    ...(checked ? { error: words.refusal(refusal) } : {}),
  }
}

/** A mail address. Nothing but its shape is judged by the client; full-width signs are welcome. */
export const emailField = (
  id: 'email' | 'supportEmail' | 'adminWorkEmail',
  value: string | undefined,
  options: Shared,
  words: Words,
): FormField =>
  textField(
    id,
    value,
    { ...options, style: 'Email', pattern: EMAIL, refusal: { code: 'FIELD_EMAIL', field: id } },
    words,
  )

/** A link that has to begin with https. */
export const linkField = (
  id: 'supportWebsite' | 'website' | 'documentLink',
  value: string | undefined,
  options: Shared,
  words: Words,
): FormField =>
  textField(id, value, { ...options, style: 'Url', pattern: LINK, refusal: { code: 'FIELD_LINK', field: id } }, words)

/** Why something is decided; whoever is concerned reads it. */
export const reasonField = (value: string | undefined, words: Words, { required = true } = {}): FormField =>
  textField(
    'reason',
    value,
    {
      required,
      multiline: true,
      ...(required ? { hint: words.hints.reason } : { hint: words.hints.optional }),
      refusal: { code: 'FIELD_REASON', field: 'reason' },
    },
    words,
  )

type DateOptions = Shared & { refusal?: FieldRefusal; earliest?: string; latest?: string }

/** A day, picked from a calendar where the client has one. */
export function dateField(id: Field, value: string | undefined, options: DateOptions, words: Words): FormField {
  const { refusal = { code: 'ENR_FIELD_MISSING', field: id }, ...rest } = options
  return { kind: 'date', id, label: words.terms.fields[id], value: value ?? '', ...rest, error: words.refusal(refusal) }
}

/** The last day that has begun in one of these time zones. */
export function latestDay(now: string, timeZones: readonly string[]): string {
  const days = timeZones.map((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(now)))
  return days.sort().at(-1) ?? now.slice(0, 10)
}

type Choice = { title: string; value: string }
type ChoiceOptions = Shared & { multiple?: boolean; expanded?: boolean; refusal?: FieldRefusal }

/** A choice from a list. */
export function choiceField(
  id: Field,
  value: string | undefined,
  choices: readonly Choice[],
  options: ChoiceOptions,
  words: Words,
): FormField {
  const { refusal = { code: 'FIELD_CHOICE', field: id }, ...rest } = options
  return {
    kind: 'choice',
    id,
    label: words.terms.fields[id],
    value: redrawn(id, value),
    choices,
    placeholder: words.form.choose,
    ...rest,
    ...(options.required ? { error: words.refusal(refusal) } : {}),
  }
}

/**
 * What was typed, without what no input can show; of what is too long only so much that it is still too long, or no
 * client could show the card.
 */
export function beginningOf(typed: string, most: number): string {
  const text = typed.replace(/(?![\t\n\r])\p{Cc}/gu, '')
  return text.length > most ? [...text].slice(0, most + 1).join('') : text
}

const redrawn = (id: Field, typed = ''): string => beginningOf(typed, maxLength(id))

const EMAIL = '^\\s*[^\\s@＠]+[@＠][^\\s@＠]+\\s*$'
const LINK = '^\\s*[hHｈＨ][tTｔＴ]{2}[pPｐＰ][sSｓＳ][:：][/／]{2}\\S+\\s*$'
