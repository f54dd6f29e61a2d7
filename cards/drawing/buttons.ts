import type { Field } from '../../domain/refusals.ts'
import type { TapData, Verb } from '../actions.ts'

/** An action as it stands on a card. */
export type Button = { readonly type: 'Action.Execute' | 'Action.OpenUrl' | 'Action.ShowCard'; readonly title: string }

type Look = {
  style?: 'positive' | 'destructive'
  /** `none` lets a button work although inputs of the card are still empty or wrong. */
  inputs?: 'none'
}

/** A button that asks for something. Clients that cannot execute submit the same verb (the `fallback` of the universal action model). */
export function tap<V extends Verb>(title: string, verb: V, data: TapData<V>, { style, inputs }: Look = {}): Button {
  const look = { ...(style ? { style } : {}), ...(inputs ? { associatedInputs: inputs } : {}) }
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...look,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb }, ...look },
  } as Button
}

/** A button that opens a page. */
export const link = (title: string, url: string): Button => ({ type: 'Action.OpenUrl', title, url }) as Button

/** What a drawing repeats: one row of buttons, or none where there is no button. A row that goes on with the one above it (`isFirst` false) stands closer to it. */
export type ButtonRow = { actions: readonly Button[]; isFirst: boolean; spacing: 'Medium' | 'Small' }

export const rows = (...sets: readonly (readonly Button[])[]): readonly ButtonRow[] =>
  sets.filter((actions) => actions.length > 0).map((actions) => row(actions, true))

export const row = (actions: readonly Button[], isFirst: boolean): ButtonRow => ({
  actions,
  isFirst,
  spacing: isFirst ? 'Medium' : 'Small',
})

/** A button that shows texts in place, to be read or selected and copied. */
export const reveal = (title: string, texts: readonly string[]): Button =>
  ({
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', body: texts.map((text) => ({ type: 'TextBlock', text, wrap: true })) },
  }) as unknown as Button

/** A button that asks once more in place before `yes` does it. */
export const ask = (
  title: string,
  question: string,
  yes: Button,
  style: 'destructive' | 'default' | 'positive' = 'destructive',
): Button =>
  ({
    type: 'Action.ShowCard',
    title,
    style,
    card: {
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: question, wrap: true },
        { type: 'ActionSet', actions: [yes] },
      ],
    },
  }) as unknown as Button

/** A button that unfolds one line to be filled in, which `yes` sends along. */
export const askLine = (
  title: string,
  question: string,
  line: { id: Field; label: string; value: string; max: number },
  yes: Button,
): Button =>
  ({
    type: 'Action.ShowCard',
    title,
    card: {
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: question, wrap: true },
        { type: 'Input.Text', id: line.id, label: line.label, value: line.value, maxLength: line.max },
        { type: 'ActionSet', actions: [yes] },
      ],
    },
  }) as unknown as Button
