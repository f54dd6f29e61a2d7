import type { Doc } from './document-store.ts'

/** A document as it lies in the file, and about what it takes there. */
export type Found<T> = { readonly doc: Doc<T> | undefined; readonly bytes: number }

/**
 * Documents that are read again and again, parsed once: who speaks, and whom everybody asks about. Only what is read a
 * second time is kept, so that leafing through everything drives nothing out. It goes to many turns and is frozen.
 */
export type HotDocuments = {
  /** The document as it was kept, else as `load` finds it. */
  read<T>(pk: string, id: string, load: () => Found<T>): Doc<T> | undefined
  /** It has changed: it is loaded again. */
  forget(pk: string, id: string): void
  /** Anything may have changed. */
  forgetAll(): void
}

/** Read once: nothing is kept of it yet. */
const SEEN: Found<unknown> = { doc: undefined, bytes: 0 }
/** What remembering takes beside the document. */
const BYTES_BESIDE = 200

/** Keeps about `mostBytes` to twice as many; what was not read for the longest time goes first. */
export function hotDocuments(mostBytes: number): HotDocuments {
  let young = new Map<string, Found<unknown>>()
  let old = new Map<string, Found<unknown>>()
  let bytes = 0

  const keep = (name: string, found: Found<unknown>): void => {
    bytes += found.bytes + BYTES_BESIDE
    if (bytes > mostBytes) {
      old = young
      young = new Map()
      bytes = 0
    }
    young.set(name, found)
  }

  return {
    read<T>(pk: string, id: string, load: () => Found<T>) {
      const name = `${pk}\n${id}`
      const kept = young.get(name) ?? old.get(name)
      if (kept !== undefined && kept !== SEEN) {
        if (!young.has(name)) keep(name, kept)
        return kept.doc as Doc<T> | undefined
      }
      const found = load()
      if (kept === SEEN) freeze(found.doc)
      keep(name, kept === SEEN ? found : SEEN)
      return found.doc
    },
    forget(pk, id) {
      const name = `${pk}\n${id}`
      if (young.has(name)) young.set(name, SEEN)
      old.delete(name)
    },
    forgetAll() {
      young = new Map()
      old = new Map()
      bytes = 0
    },
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) freeze(inner)
  Object.freeze(value)
}
