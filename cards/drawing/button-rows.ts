import { type Button, type ButtonRow, row } from './buttons.ts'

/** Rows of buttons, each set in as many as it takes: a client cuts a row that is wider than the card. */
export const fittingRows = (...sets: readonly (readonly Button[])[]): readonly ButtonRow[] =>
  sets.flatMap((set) => broken(set).map((actions, at) => row(actions, at === 0)))

/** What a card on a narrow telephone has room for, in pixels: clients there cut what stands further right, or hide it. */
const ROOM = 268
const GAP = 8

function broken(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const made: Button[][] = []
  let used = 0
  for (const button of buttons) {
    const width = widthOf(button.title)
    const row = made.at(-1)
    if (row && used + GAP + width <= ROOM) {
      row.push(button)
      used += GAP + width
    } else {
      made.push([button])
      used = width
    }
  }
  return made
}

/** About as wide as a client draws it, rather too wide. */
function widthOf(title: string): number {
  let width = BORDERS
  for (const character of title) width += WIDTHS[character.codePointAt(0) ?? 0] ?? widthOfOne(character)
  return width
}

const BORDERS = 26

function widthOfOne(character: string): number {
  if (character > '\u2e80') return 14
  if (NARROW.has(character)) return 4.7
  if (WIDE.has(character)) return 12.5
  return character >= 'A' && character <= 'Z' ? 9.5 : 8.3
}

const NARROW = new Set(' .,:;\'"!|()[]ijlftI')
const WIDE = new Set('mwMW@%')

/** Those of ASCII, by their code. */
const WIDTHS = Array.from({ length: 0x80 }, (_, code) => widthOfOne(String.fromCharCode(code)))
