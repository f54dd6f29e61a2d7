import type { Unit } from './lexicon.ts'
import { plainWord } from './lexicon.ts'

/** A masked text with its mistyped words put right; the marks that stand in it move with them. */
export function inRightWords(
  masked: string,
  units: readonly Unit[],
  marks: readonly { start: number; end: number }[],
): string {
  const wrong = units.filter((unit) => isWrong(masked, unit))
  if (wrong.length === 0) return masked
  for (const mark of new Set(marks)) {
    const before = wrong.filter(({ end }) => end <= mark.start)
    const longer = before.reduce((sum, { plain, start, end }) => sum + plain.length - (end - start), 0)
    mark.start += longer
    mark.end += longer
  }
  let whole = ''
  let at = 0
  for (const { plain, start, end } of wrong) {
    whole += masked.slice(at, start) + plain
    at = end
  }
  return whole + masked.slice(at)
}

/** Whether a word was taken for another one than it is typed. */
function isWrong(text: string, { kind, plain, start, end }: Unit): boolean {
  if (kind !== 'word') return false
  const typed = text.slice(start, end)
  return typed !== plain && typed.toLowerCase() !== plain && plainWord(typed) !== plain
}
