import { fittingRows } from './button-rows.ts'
import type { Button } from './buttons.ts'

/** What there is to read before some buttons. */
export type Fold = { texts?: readonly string[]; buttons: readonly Button[] }

/** A button that unfolds what there is to read of a thing, with what leads further. */
export const unfold = (title: string, texts: readonly string[], buttons: readonly Button[]): Button =>
  unfoldParts(title, [{ texts, buttons }])

/** The same in several parts, each with its own buttons. */
export const unfoldParts = (title: string, parts: readonly Fold[]): Button =>
  ({
    type: 'Action.ShowCard',
    title,
    card: {
      type: 'AdaptiveCard',
      body: parts.flatMap(({ texts = [], buttons }, at) => [
        ...texts.map((text, line) => ({
          type: 'TextBlock',
          text,
          wrap: true,
          ...(at > 0 && line === 0 ? { spacing: 'Medium', separator: true } : { spacing: 'Small' }),
        })),
        ...fittingRows(buttons).map(({ actions, isFirst }) => ({
          type: 'ActionSet',
          ...(isFirst ? {} : { spacing: 'Small' }),
          actions,
        })),
      ]),
    },
  }) as unknown as Button
