import type { Outcome } from './bulk.ts'
import type { Row } from './rows.ts'

export type Lanes = {
  /** Rows of one lane go one after another. */
  lane(row: Row): string
  /** Asked before each row. */
  goesOn(): Promise<boolean>
  isOpen(row: Row): boolean
  /** Undefined leaves the row open. */
  each(row: Row, n: number): Promise<Outcome | undefined>
}

/** By place; nothing of those that were not begun. `fault` is what answers later: its lane waits, and with some more of them all do. */
export type Looked = { outcomes: readonly (Outcome | undefined)[]; fault?: unknown }

/** Lanes that go at the same time, and how many of them may end in a fault before all stop. */
const AT_ONCE = 4

/** Takes the rows of a document, several lanes at a time. */
export async function lookInLanes(rows: readonly Row[], { lane, goesOn, isOpen, each }: Lanes): Promise<Looked> {
  const lanes = new Map<string, { row: Row; n: number }[]>()
  rows.forEach((row, n) => {
    if (!isOpen(row)) return
    const name = lane(row)
    const known = lanes.get(name)
    if (known) known.push({ row, n })
    else lanes.set(name, [{ row, n }])
  })
  const outcomes: (Outcome | undefined)[] = rows.map(() => undefined)
  const faults: unknown[] = []
  const waiting = [...lanes.values()]
  let isOver = false
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !isOver; next = waiting.shift())
      try {
        for (const { row, n } of next) {
          isOver ||= !(await goesOn())
          if (isOver) return
          outcomes[n] = await each(row, n)
        }
      } catch (error) {
        faults.push(error)
        isOver ||= faults.length === AT_ONCE
      }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return faults.length > 0 ? { outcomes, fault: faults[0] } : { outcomes }
}
