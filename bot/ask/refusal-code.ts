import type { Concept } from './concepts.ts'
import type { Leftover } from './find-companies.ts'

/** A number that an order was refused with: named as a code, or left over beside a refusal. */
export function codeIn(leftovers: readonly Leftover[], said: ReadonlySet<Concept>): string | undefined {
  if (!said.has('refused') && !said.has('order') && !said.has('errorCode') && !said.has('cannot')) return undefined
  const number = leftovers.find(({ kind }) => kind === 'number')?.typed
  return number ?? leftovers.map(({ typed }) => numberIn(typed)).find((one) => one !== undefined)
}

/** The number of a text that is nothing else, or that calls it a code: “error 2071”. */
export const numberIn = (typed: string): string | undefined => CODE_ALONE.exec(typed)?.[1]
const CODE_ALONE = /^(?:(?:error|code|fault|err|status|エラー|コード|番号)[\s:#=.-]*)*(\d{3,10})$/i
