/** Puts a text once more that a function of the words said; `given` is what the function was given. */
export type Rephrase = (said: string, given: readonly unknown[]) => string

/** The words of a language with everything that a function of theirs says put once more by `rephrase`. */
export function rephrased<T>(words: T, rephrase: Rephrase): T {
  // Every function keeps its type: a text becomes a text.
  return wrapped(words, rephrase) as T
}

/** Every text among what a function was given, however deep. */
export function eachText(given: unknown, take: (text: string) => void, depth = 0): void {
  if (typeof given === 'string') take(given)
  else if (depth >= MOST_DEPTH) return
  else if (Array.isArray(given)) for (const value of given) eachText(value, take, depth + 1)
  else if (isRecord(given)) for (const value of Object.values(given)) eachText(value, take, depth + 1)
}

const MOST_DEPTH = 6

function wrapped(node: unknown, rephrase: Rephrase): unknown {
  if (typeof node === 'function') return (...given: readonly unknown[]) => put(node(...given), given, rephrase)
  if (!isRecord(node)) return node
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, wrapped(value, rephrase)]))
}

function put(said: unknown, given: readonly unknown[], rephrase: Rephrase): unknown {
  if (typeof said === 'string') return rephrase(said, given)
  if (Array.isArray(said)) return said.map((one) => put(one, given, rephrase))
  if (!isRecord(said)) return said
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, put(value, given, rephrase)]))
}

const isRecord = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node) && Object.getPrototypeOf(node) === Object.prototype
