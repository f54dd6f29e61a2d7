/**
 * The words of a language with everything that a function of theirs says put once more by `rephrase`, which is told what
 * the function was given.
 */
export function rephrased<T>(words: T, rephrase: (given: readonly unknown[]) => (said: string) => string): T {
  // Every function keeps its type: a text becomes a text.
  return wrapped(words, rephrase) as T
}

/** Every text among what a function was given, however deep. */
export function eachText(given: unknown, take: (text: string) => void, depth = 0): void {
  if (typeof given === 'string') take(given)
  else if (depth < MOST_DEPTH && (Array.isArray(given) || isRecord(given)))
    for (const value of Object.values(given)) eachText(value, take, depth + 1)
}

const MOST_DEPTH = 6

function wrapped(node: unknown, rephrase: (given: readonly unknown[]) => (said: string) => string): unknown {
  if (typeof node === 'function') return (...given: readonly unknown[]) => put(node(...given), rephrase(given))
  if (!isRecord(node)) return node
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, wrapped(value, rephrase)]))
}

function put(said: unknown, again: (said: string) => string): unknown {
  if (typeof said === 'string') return again(said)
  if (Array.isArray(said)) return said.map((one) => put(one, again))
  if (!isRecord(said)) return said
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, put(value, again)]))
}

const isRecord = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node) && Object.getPrototypeOf(node) === Object.prototype
