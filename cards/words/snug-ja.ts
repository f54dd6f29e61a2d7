const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〇、。]$/u

/**
 * The words of a language whose sentences put a name in between spaces, without those spaces where the name and what stands
 * beside it are Japanese: 「Contoso は」, but 「青空ソフトは」. A name keeps the spaces of its own, as do the words of ours
 * (メール アドレス). After a date that ends in Japanese there is none either. `codes` gives the names that a code among what
 * is said may stand for.
 */
export function snug<T>(words: T, codes: (code: string) => readonly string[]): T {
  // Every function keeps its type: only spaces go from what it gives.
  return wrapped(words, codes) as T
}

function wrapped(node: unknown, codes: (code: string) => readonly string[]): unknown {
  if (typeof node === 'function')
    return (...given: readonly unknown[]) => {
      const names = new Set<string>()
      for (const one of given) gather(one, names, codes, 0)
      return tightened(node(...given), [...names])
    }
  if (!isRecord(node)) return node
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, wrapped(value, codes)]))
}

/** Everything that may have been put into the sentence. */
function gather(node: unknown, names: Set<string>, codes: (code: string) => readonly string[], depth: number): void {
  if (typeof node === 'string') {
    for (const name of [node, ...codes(node)])
      if ((isJapanese(name.at(0)) || isJapanese(name.at(-1))) && !DATE.test(name)) names.add(name)
  } else if (depth < MOST_DEPTH && (Array.isArray(node) || isRecord(node)))
    for (const value of Object.values(node)) gather(value, names, codes, depth + 1)
}
const MOST_DEPTH = 5
/** A date is told from names, since it keeps the space before it. */
const DATE = /^\d{4}年\d/
const AFTER_DATE = /(\d{4}年\d{1,2}月\d{1,2}日) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

function tightened(said: unknown, names: readonly string[]): unknown {
  if (typeof said === 'string') return names.reduce(without, said).replaceAll(AFTER_DATE, '$1')
  if (Array.isArray(said)) return said.map((one) => tightened(one, names))
  if (!isRecord(said)) return said
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, tightened(value, names)]))
}

/** The text without a space before or after `name` that stands between Japanese characters. */
function without(text: string, name: string): string {
  let tight = text
  for (let at = tight.indexOf(name); at >= 0; at = tight.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (tight[end] === ' ' && isJapanese(name.at(-1)) && isJapanese(tight[end + 1]))
      tight = tight.slice(0, end) + tight.slice(end + 1)
    if (tight[at - 1] === ' ' && isJapanese(name.at(0)) && isJapanese(tight[at - 2])) {
      tight = tight.slice(0, at - 1) + tight.slice(at)
      at -= 1
    }
  }
  return tight
}

const isJapanese = (character: string | undefined): boolean => character !== undefined && JAPANESE.test(character)

const isRecord = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node) && Object.getPrototypeOf(node) === Object.prototype
