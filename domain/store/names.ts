import type { TenantId } from '../ids.ts'
import { firstWord, otherWords, searchKey } from '../search-key.ts'
import { type DocumentStore, prefix, type Range } from './document-store.ts'

/** A company as people find it. */
export type Named = { tenantId: TenantId; name: string; legalName: string; country: string }

/**
 * Companies by name. Keys are search keys (`searchKey`): every look-up costs the same however many companies there are, and
 * the same whether it finds something or not. An empty key finds nobody.
 */
export type Names = {
  /** The companies whose keys stand next to `key` in order, some before and some after: whoever begins it, or begins with it. */
  near(key: string): Promise<readonly Named[]>
  /** In order of key; `next` continues. Fewer than `limit` may come with the way on. */
  startingWith(
    key: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: readonly Named[]; next?: string }>
  /**
   * Companies whose first word is one edit away from `word` (of its first eight characters). `rest` keeps to those whose
   * other words (`otherWords`) begin as it does, where many share the first.
   */
  like(word: string, rest?: string): Promise<readonly Named[]>
}

/** Everybody's companies, or those related to one company, which alone it may find. */
export type NameScope = 'all' | TenantId

/** Whether `other` was ever related to `own`: an invitation between known companies, a partnership, now or before. */
export async function isRelated(_store: DocumentStore, _own: TenantId, _other: TenantId): Promise<boolean> {
  return false
}

/** A list in memory as an index, for a directory that can be listed whole. */
export function namesOf(list: readonly Named[]): Names {
  const rows = new Map<string, { id: string; named: Named }[]>()
  for (const named of list)
    for (const { pk, id } of entriesOf('all', named)) {
      const part = rows.get(pk) ?? []
      part.push({ id, named })
      rows.set(pk, part)
    }
  for (const part of rows.values()) part.sort((one, other) => (one.id < other.id ? -1 : 1))
  return lookUps('all', async (pk, { from, to, limit, order, after }) => {
    const part = rows.get(pk) ?? []
    const begin = position(part, after === undefined ? from : `${after}\u0000`)
    const end = position(part, to)
    return order === 'desc'
      ? part.slice(Math.max(begin, end - limit), end).reverse()
      : part.slice(begin, end).slice(0, limit)
  })
}

/** Whoever is found by any of them, once; what an earlier one says of a company goes before a later one. */
export function eitherNames(...several: readonly Names[]): Names {
  const all = async (lookUp: (names: Names) => Promise<readonly Named[]>) =>
    once((await Promise.all(several.map(lookUp))).flat())
  return {
    near: (key) => all((names) => names.near(key)),
    like: (word, rest) => all((names) => names.like(word, rest)),
    async startingWith(key, page) {
      const pages = await Promise.all(several.map((names) => names.startingWith(key, page)))
      // Beyond the end of the shortest page it is not known yet who stands between.
      const horizon = pages.flatMap(({ next }) => next ?? []).sort()[0]
      const found = once(pages.flatMap(({ items }) => items))
        .map((named) => ({ named, at: placeOf(named, key) ?? '' }))
        .filter(({ at }) => horizon === undefined || at <= horizon)
        .sort((one, other) => (one.at < other.at ? -1 : 1))
      const items = found.slice(0, page.limit)
      const next = found.length > page.limit ? items.at(-1)?.at : horizon
      return { items: items.map(({ named }) => named), ...(next === undefined ? {} : { next }) }
    },
  }
}

type Read = (pk: string, range: Range) => Promise<readonly { id: string; named: Named }[]>

/** How many neighbours are read on either side, and how many of those who share a mistyped word. */
const NEIGHBOURS = 8
const LIKE = 10
const MOST_READ = 100
const KEY_CHARACTERS = 40
/** Other words count by their beginning, which may be all that is typed of them. */
const REST_CHARACTERS = 4

/** Sorts before every digit, so that a name stands before the longer ones that begin with it. */
const END = '-'

/** The same look-ups over any table: a fixed number of ranges each. */
function lookUps(scope: NameScope, read: Read): Names {
  return {
    async near(key) {
      if (key === '') return []
      const { pk, before } = keyPlace(scope, key)
      const middle = `${before}${hex(key)}${END}`
      const all = { from: before || '0', to: before ? prefix(before).to : 'g' }
      const [down, up] = await Promise.all([
        read(pk, { ...all, to: middle, limit: NEIGHBOURS, order: 'desc' }),
        read(pk, { ...all, from: middle, limit: NEIGHBOURS }),
      ])
      return once([...up, ...down].map(({ named }) => named))
    },
    async startingWith(key, { limit, after }) {
      if (key === '') return { items: [] }
      const { pk, before } = keyPlace(scope, key)
      const rows = await read(pk, {
        ...prefix(`${before}${hex(key)}`),
        // A company stands under two names at most.
        limit: Math.min(limit * 2, MOST_READ),
        ...(after === undefined ? {} : { after: `${before}${after}` }),
      })
      const items: Named[] = []
      for (const [index, { id, named }] of rows.entries()) {
        const at = id.slice(before.length)
        if (at === placeOf(named, key)) items.push(named)
        if (items.length === limit && index < rows.length - 1) return { items, next: at }
      }
      const last = rows.length === Math.min(limit * 2, MOST_READ) ? rows.at(-1)?.id.slice(before.length) : undefined
      return { items, ...(last === undefined ? {} : { next: last }) }
    },
    async like(word, rest = '') {
      if (word === '') return []
      const found = await Promise.all(
        oneLess(word.slice(0, 8)).map((less) => {
          const { pk, before } = wordPlace(scope, less)
          const from = `${before}${hex(rest.slice(0, REST_CHARACTERS))}`
          return read(pk, { ...(from === '' ? { from: END, to: 'g' } : prefix(from)), limit: LIKE })
        }),
      )
      return once(found.flat().map(({ named }) => named))
    },
  }
}

type Place = { pk: string; before: string }

/** Where entries lie: spread over partitions by their first character, or with everything else of one company. */
const keyPlace = (scope: NameScope, key: string): Place =>
  scope === 'all' ? { pk: `nm:${hex([...key][0] ?? '')}`, before: '' } : { pk: `nm:${scope}`, before: 'k:' }

const wordPlace = (scope: NameScope, less: string): Place =>
  scope === 'all' ? { pk: `nd:${hex(less)}`, before: '' } : { pk: `nm:${scope}`, before: `d:${hex(less)}~` }

/** Everywhere a company stands: under each of its names, and under each first word with no or one character left out. */
function entriesOf(scope: NameScope, named: Named): readonly { pk: string; id: string }[] {
  const entries = new Map<string, { pk: string; id: string }>()
  const add = ({ pk, before }: Place, text: string) => {
    const id = `${before}${hex(text)}${END}~${named.tenantId}`
    entries.set(`${pk} ${id}`, { pk, id })
  }
  for (const name of [named.name, named.legalName]) {
    const key = searchKey(name)
    if (key === '') continue
    add(keyPlace(scope, key), key)
    for (const less of oneLess(firstWord(name))) add(wordPlace(scope, less), otherWords(name))
  }
  return [...entries.values()]
}

/** Where a company stands among those that begin with `key`: under the first of its names that does. */
const placeOf = (named: Named, key: string): string | undefined =>
  keysOf(named)
    .map(hex)
    .filter((one) => one.startsWith(hex(key)))
    .map((one) => `${one}${END}~${named.tenantId}`)
    .sort()[0]

const keysOf = ({ name, legalName }: Named): readonly string[] => [...new Set([searchKey(name), searchKey(legalName)])]

/** A word and what is left of it without each of its characters. */
const oneLess = (word: string): readonly string[] =>
  [...new Set([word, ...Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1))])].filter((one) => one !== '')

/** Four digits a UTF-16 unit: ASCII that sorts and begins as the key does. */
const hex = (key: string): string =>
  Array.from({ length: Math.min(key.length, KEY_CHARACTERS) }, (_, n) =>
    key.charCodeAt(n).toString(16).padStart(4, '0'),
  ).join('')

const once = (found: readonly Named[]): readonly Named[] =>
  [...new Map(found.toReversed().map((named) => [named.tenantId, named] as const)).values()].reverse()

/** The first row at or after `id`. */
function position(rows: readonly { id: string }[], id: string): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.id ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}
