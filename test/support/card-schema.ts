import { z } from 'zod'
import { QUESTIONS } from '../../cards/drawing/living.ts'
import { DATASETS } from '../../cards/drawing/picker.ts'

/**
 * The part of Adaptive Cards 1.5 that our cards use, strictly: a property or value that is not here is a mistake of ours.
 * Only semantic colours and styles exist in it; pictures do not.
 */
const text = z.string().min(1)
const spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'])
const layout = { spacing: spacing.optional(), separator: z.boolean().optional() }
const color = z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention', 'Dark', 'Light'])
const containerStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent'])
const https = z.url({ protocol: /^https$/ })

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text,
  wrap: z.boolean().optional(),
  size: z.enum(['Default', 'Small', 'Medium', 'Large']).optional(),
  weight: z.enum(['Default', 'Bolder']).optional(),
  color: color.optional(),
  isSubtle: z.boolean().optional(),
  fontType: z.literal('Monospace').optional(),
  style: z.enum(['default', 'heading']).optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
  ...layout,
})

const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: text, value: text })).min(1),
  ...layout,
})

const input = { id: text, isRequired: z.boolean().optional(), errorMessage: text.optional() }

const textInput = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  label: text,
  value: text.optional(),
  placeholder: text.optional(),
  style: z.enum(['Text', 'Tel', 'Url', 'Email']).optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().int().positive(),
  regex: text.optional(),
})

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
const dateInput = z.strictObject({
  type: z.literal('Input.Date'),
  ...input,
  label: text,
  value: day,
  min: day,
  max: day,
})

/** Finds what fits while somebody types, where the client can: what it offers before may be nothing. */
const picker = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  label: text,
  value: text.optional(),
  placeholder: text,
  style: z.literal('filtered'),
  isMultiSelect: z.literal(false),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: text, value: text })).max(15),
  'choices.data': z.strictObject({ type: z.literal('Data.Query'), dataset: z.enum(DATASETS) }),
})

const choiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  label: text,
  value: text.optional(),
  placeholder: text.optional(),
  style: z.enum(['compact', 'expanded']),
  isMultiSelect: z.boolean(),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: text, value: text })).min(1),
})

const toggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  ...input,
  title: text,
  value: z.enum(['true', 'false']),
  valueOn: z.literal('true'),
  valueOff: z.literal('false'),
  wrap: z.literal(true),
})

const data = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const actionLook = {
  title: text,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  associatedInputs: z.enum(['auto', 'none']).optional(),
}
const submit = z.strictObject({ type: z.literal('Action.Submit'), data, ...actionLook })
const execute = z.strictObject({ type: z.literal('Action.Execute'), verb: text, data, fallback: submit, ...actionLook })
/** What a card asks by itself: a question, never a change. */
const refresh = z.strictObject({ type: z.literal('Action.Execute'), title: text, verb: z.enum(QUESTIONS), data })
const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: text,
  url: z.union([https, z.url({ protocol: /^mailto$/ }).max(2000)]),
})
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  title: text,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  get card() {
    return z.strictObject({ type: z.literal('AdaptiveCard'), body: z.array(element).min(1) })
  },
})
const action = z.discriminatedUnion('type', [execute, openUrl, showCard])
/** At most six buttons beside each other: Teams hides the others. */
const actionSet = z.strictObject({ type: z.literal('ActionSet'), actions: z.array(action).min(1).max(6), ...layout })

/** Teams sets the items beside each other, as many as fit; other clients take no notice and set each below the other. */
const flow = z.strictObject({
  type: z.literal('Layout.Flow'),
  horizontalItemsAlignment: z.enum(['Left', 'Center', 'Right']),
  verticalItemsAlignment: z.enum(['Top', 'Center', 'Bottom']),
  columnSpacing: spacing,
  rowSpacing: spacing,
})

const container = z.strictObject({
  type: z.literal('Container'),
  style: containerStyle.optional(),
  bleed: z.boolean().optional(),
  layouts: z.tuple([flow]).optional(),
  get items() {
    return z.array(element)
  },
  ...layout,
})

const column = z.strictObject({
  type: z.literal('Column'),
  width: z.union([z.number().int().positive(), z.string().regex(/^(auto|stretch|\d+px)$/)]),
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
  verticalContentAlignment: z.enum(['Top', 'Center', 'Bottom']).optional(),
  get items() {
    return z.array(element)
  },
  ...layout,
})

const columnSet = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(column).min(1), ...layout })

const element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    textBlock,
    factSet,
    textInput,
    dateInput,
    z.discriminatedUnion('style', [picker, choiceSet]),
    toggle,
    actionSet,
    container,
    columnSet,
  ] as never),
)

export const cardSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  /** 1.3 is what an unfurled link may be at most (teams.md 2.4). */
  version: z.enum(['1.3', '1.5']),
  lang: z.enum(['en-US', 'ja-JP']),
  speak: text,
  refresh: z.strictObject({ action: refresh, userIds: z.tuple([]).optional() }).optional(),
  body: z.array(element).min(1),
})
