/** What lies in the file, read and parsed, and about what it takes there. */
export type Found<T> = { readonly value: T; readonly bytes: number }

/**
 * Documents and pages that are read again and again, parsed once: who speaks, what everybody opens first. Only what is read
 * a second time is kept, so that leafing through everything drives nothing out. It goes to many turns and is frozen.
 */
type HotDocuments = {
  /** What was asked for in this partition, as it was kept, else as `load` finds it. `name` says what, and nothing else. */
  read<T>(pk: string, name: string, load: () => Found<T>): T
  /** Something in this partition has changed. */
  forget(pk: string): void
  /** Anything may have changed. */
  forgetAll(): void
}

type Kept = { readonly changes: number; readonly found?: Found<unknown> }

/** What remembering takes beside the document. */
const BYTES_BESIDE = 200
const MOST_CHANGED = 10_000

/** Keeps about `mostBytes` to twice as many; what was not read for the longest time goes first. */
export function hotDocuments(mostBytes: number): HotDocuments {
  let young = new Map<string, Kept>()
  let old = new Map<string, Kept>()
  let bytes = 0
  /** How often something in a partition has changed, where anything has. */
  const changed = new Map<string, number>()

  const keep = (key: string, kept: Kept): void => {
    bytes += key.length + (kept.found?.bytes ?? 0) + BYTES_BESIDE
    if (bytes > mostBytes) {
      old = young
      young = new Map()
      bytes = 0
    }
    young.set(key, kept)
  }

  const forgetAll = (): void => {
    young = new Map()
    old = new Map()
    bytes = 0
    changed.clear()
  }

  return {
    read<T>(pk: string, name: string, load: () => Found<T>) {
      const key = `${pk}\n${name}`
      const changes = changed.get(pk) ?? 0
      const kept = young.get(key) ?? old.get(key)
      if (kept?.found !== undefined && kept.changes === changes) {
        if (!young.has(key)) keep(key, kept)
        return kept.found.value as T
      }
      const found = load()
      if (kept !== undefined) freeze(found.value)
      keep(key, { changes, ...(kept === undefined ? {} : { found }) })
      return found.value
    },
    forget(pk) {
      if (changed.size >= MOST_CHANGED && !changed.has(pk)) forgetAll()
      changed.set(pk, (changed.get(pk) ?? 0) + 1)
    },
    forgetAll,
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) freeze(inner)
  Object.freeze(value)
}
