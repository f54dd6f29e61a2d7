// Long, since a list in memory, the store and both at once are looked through in the same ways.
import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Directory, Tenant } from '../ports.ts'
import { beginning, edits, nameParts, searchKey, WORD_CHARACTERS } from '../search-key.ts'
import { type DocumentStore, prefix, type Range } from './document-store.ts'
import {
  END,
  entryOf,
  firstOf,
  hex,
  KEY_CHARACTERS,
  keyIn,
  keyPlace,
  LAST,
  listedId,
  marksOf,
  oneLess,
  ownNames,
  soundPlace,
  standingOf,
  wordPlace,
} from './name-entries.ts'

/** A company as people find it. */
export type Named = { tenantId: TenantId; name: string; legalName: string; country: string }

/**
 * Companies by name. Keys are search keys (`searchKey`): every look-up costs the same however many companies there are, and
 * the same whether it finds something or not. An empty key finds nobody.
 */
export type Names = {
  /** The companies whose keys stand next to `key` in order, some before and some after: whoever begins it, or begins with it. */
  near(key: string): Promise<readonly Named[]>
  /**
   * Who may be named where a text begins, `text` being its key from there on: of those whose keys begin with `first`, its
   * first word, the longest that `text` begins with and others that stand before it in order.
   */
  begun(text: string, first: string): Promise<readonly Begun[]>
  /** Those who stand behind `text` in order, and begin with `first`. */
  beyond(text: string, first: string): Promise<readonly Begun[]>
  /** In order of key; `next` continues. Fewer than `limit` may come with the way on. */
  startingWith(
    key: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: readonly Named[]; next?: string }>
  /**
   * Companies whose first word is one edit away from `word` (of its first eight characters), those of the fewest other words
   * first. Where many share it, `rest` asks for those whose other words (`otherWords`) stand next to it in order.
   */
  like(word: string, rest?: string): Promise<readonly Named[]>
  /** Companies of whose names so much is heard first (`soundsOf`), those of which no more is heard before the others; fifty. */
  sounding(sound: string): Promise<readonly Named[]>
}

/** A company under one of its keys; of a long one its beginning (`KEY_CHARACTERS`). */
export type Begun = { key: string; named: Named }

/** Everybody's companies, or those related to one company, which alone it may find. */
export type NameScope = 'all' | TenantId

/** Whether `other` was ever related to `own`: an invitation between known companies, a partnership, now or before. */
export async function isRelated(store: DocumentStore, own: TenantId, other: TenantId): Promise<boolean> {
  return (await store.read(ownNames(own), listedId(other))) !== undefined
}

/** The companies that were listed in the store, of everybody or of those related to one; opened anew for each turn. */
export const storedNames = (store: DocumentStore, scope: NameScope): Names =>
  lookUps(scope, async (pk, range) =>
    (await store.range<Named>(pk, range)).items.map(({ id, body: { tenantId, name, legalName, country } }) => ({
      id,
      named: { tenantId, name, legalName, country },
    })),
  )

type Seeing = { store: DocumentStore; directory: Pick<Directory, 'tenants'> }

/**
 * Whom somebody can find: a company itself and those related to it; support (`own` undefined) everybody.
 * @throws OutsideUnavailable for support, when the directory cannot be listed.
 */
export async function namesFor({ store, directory }: Seeing, own: Organization | undefined): Promise<Names> {
  if (own !== undefined)
    return eitherNames(
      indexOf(own, () => [namedOf(own)]),
      storedNames(store, own.tenantId),
    )
  const tenants = await directory.tenants()
  return eitherNames(
    storedNames(store, 'all'),
    indexOf(tenants, () => tenants.map(namedOf)),
  )
}

/** A company of ours or of the directory as people find it. */
export const namedOf = ({ tenantId, displayName, legalName, country }: Organization | Tenant): Named => ({
  tenantId,
  name: displayName,
  legalName,
  country,
})

const indexed = new WeakMap<Organization | readonly Tenant[], Names>()

/** The same list, or company, is made an index once. */
function indexOf(key: Organization | readonly Tenant[], list: () => readonly Named[]): Names {
  const known = indexed.get(key)
  if (known !== undefined) return known
  const names = namesOf(list())
  indexed.set(key, names)
  return names
}

type Row = { id: string; key: string; named: Named }

/** A list in memory as an index, for a directory that can be listed whole. */
export function namesOf(list: readonly Named[]): Names {
  const rows = new Map<string, Row[]>()
  const byCharacter = new Map<string, readonly Row[]>()
  for (const named of list)
    for (const mark of marksOf(named)) {
      const { pk, id } = entryOf('all', mark, named.tenantId)
      const part = rows.get(pk) ?? []
      const key = mark.startsWith('k ') ? keyIn(id) : ''
      part.push({ id, key, named })
      rows.set(pk, part)
      if (key !== '') byCharacter.set(firstOf(key), part)
    }
  for (const part of rows.values()) part.sort((one, other) => (one.id < other.id ? -1 : 1))
  const lists = lookUps('all', async (pk, { from, to, limit, order, after }) => {
    const part = rows.get(pk) ?? []
    const begin = position(part, after === undefined ? from : `${after}\u0000`)
    const end = position(part, to)
    return order === 'desc'
      ? part.slice(Math.max(begin, end - limit), end).reverse()
      : part.slice(begin, end).slice(0, limit)
  })
  return {
    ...lists,
    // A free text is asked about at many places; what a list in memory knows costs no range, and keys stand in order as ids do.
    async near(key) {
      const part = byCharacter.get(firstOf(key))
      if (part === undefined) return NOBODY
      const middle = before(part, cut(key))
      const up = part.slice(middle, middle + NEIGHBOURS)
      const down = part.slice(Math.max(0, middle - NEIGHBOURS), middle).reverse()
      return once([...up, ...down].map(({ named }) => named))
    },
    begun(text, first) {
      const part = byCharacter.get(firstOf(text))
      if (part === undefined) return NOTHING_THERE
      const from = before(part, cut(first))
      const upTo = (key: string, limit: number) => lastUpTo(part, key, limit, from)
      const few = upTo(text, NEIGHBOURS)
      return few.length < NEIGHBOURS || isThere(few, text)
        ? Promise.resolve(few)
        : longestBegun(text, async (...at) => upTo(...at))
    },
    beyond(text, first) {
      const part = byCharacter.get(firstOf(text))
      if (part === undefined) return NOTHING_THERE
      const begins = cut(first)
      const from = Math.max(behind(part, cut(text)), before(part, begins))
      let to = from
      while (to < from + NEIGHBOURS && part[to]?.key.startsWith(begins)) to++
      return to === from ? NOTHING_THERE : Promise.resolve(part.slice(from, to))
    },
  }
}

const cut = (key: string): string => beginning(key, KEY_CHARACTERS)

const NOBODY: readonly Named[] = []
const NOTHING: readonly Begun[] = []
const NOTHING_THERE = Promise.resolve(NOTHING)

/** Whoever is found by any of them, once; what an earlier one says of a company goes before a later one. */
export function eitherNames(...several: readonly Names[]): Names {
  const all = async (lookUp: (names: Names) => Promise<readonly Named[]>) =>
    once((await Promise.all(several.map(lookUp))).flat())
  return {
    near: (key) => all((names) => names.near(key)),
    like: (word, rest) => all((names) => names.like(word, rest)),
    sounding: (sound) => all((names) => names.sounding(sound)),
    begun: (text, first) => eachOnce(several.map((names) => names.begun(text, first))),
    beyond: (text, first) => eachOnce(several.map((names) => names.beyond(text, first))),
    async startingWith(key, page) {
      const pages = await Promise.all(several.map((names) => names.startingWith(key, page)))
      // Beyond the end of the shortest page it is not known yet who stands between.
      const horizon = pages.flatMap(({ next }) => next ?? []).sort()[0]
      const found = once(pages.flatMap(({ items }) => items))
        .map((named) => ({ named, at: standingOf(named, key) ?? '' }))
        .filter(({ at }) => horizon === undefined || at <= horizon)
        .sort((one, other) => (one.at < other.at ? -1 : 1))
      const items = found.slice(0, page.limit)
      const next = found.length > page.limit ? items.at(-1)?.at : horizon
      return { items: items.map(({ named }) => named), ...(next === undefined ? {} : { next }) }
    },
  }
}

/** What an earlier one of several says of a company goes before what a later one says. */
async function eachOnce(several: readonly Promise<readonly Begun[]>[]): Promise<readonly Begun[]> {
  const all = (await Promise.all(several)).filter(({ length }) => length > 0)
  if (all.length < 2) return all[0] ?? NOTHING
  const known = new Set<TenantId>()
  return all.flatMap((found) => {
    const fresh = known.size === 0 ? found : found.filter(({ named }) => !known.has(named.tenantId))
    for (const { named } of fresh) known.add(named.tenantId)
    return fresh
  })
}

/** A company that may be meant by what was typed. */
export type Match = {
  company: Named
  /** What was typed is one of its names; several companies may bear the same. */
  isExact: boolean
  /** How many letters were mistyped; none for an exact name and for the beginning of one. */
  distance: number
}

/**
 * Who may be meant, the likeliest first: who bears the name, then those whose name begins so, then those whose name, or its
 * beginning, is one or two letters away. In a short text fewer letters are mistyped.
 */
export function closest(typed: string, candidates: readonly Named[]): readonly Match[] {
  const key = searchKey(typed)
  if (key === '') return []
  return candidates
    .flatMap((company) => {
      const [name, legalName] = [searchKey(company.name), searchKey(company.legalName)]
      const fits = [fitOf(key, name), fitOf(key, legalName) + (name === legalName ? 0 : HALF)]
      return [{ company, fit: Math.min(...fits), name }]
    })
    .filter(({ fit }) => fit < NO_FIT)
    .sort((one, other) => one.fit - other.fit || (one.name < other.name ? -1 : 1))
    .map(({ company, fit }) => ({ company, isExact: fit < 1, distance: Math.max(0, Math.floor(fit) - 1) }))
}

/**
 * Looks up who may be meant: by neighbours in order, and by a first word mistyped. What is typed alone says how much is
 * read.
 */
export async function findClosest(typed: string, names: Names): Promise<readonly Match[]> {
  const { key, word, rest } = nameParts(typed)
  const [near, starting, like] = await Promise.all([
    names.near(key),
    names.startingWith(key, { limit: NEIGHBOURS }),
    names.like(word, rest),
  ])
  return closest(typed, once([...near, ...starting.items, ...like]))
}

/** 0 the same, 1 its beginning, 2 and 3 one and two letters away. */
function fitOf(typed: string, key: string): number {
  if (key === '') return NO_FIT
  if (key === typed) return 0
  if (key.startsWith(typed)) return 1
  const most = typed.length < 4 ? 1 : 2
  const whole = edits(typed, key, most)
  const begins = [-1, 0, 1].map((more) => edits(typed, key.slice(0, typed.length + more), most))
  const away = Math.min(whole, ...begins)
  return away > most ? NO_FIT : away + 1 + (whole > away ? HALF : 0)
}

/** The legal name counts less than the name that a company goes by, and a beginning less than the whole. */
const HALF = 0.25
const NO_FIT = 9

type Read = (pk: string, range: Range) => Promise<readonly { id: string; named: Named }[]>

/** How many are read on either side, of a name or among those who share a mistyped word. */
export const NEIGHBOURS = 8
/** Mostly the one that a text begins with is the first. */
const FEW = 2
const MOST_READ = 100
/** What sounds the same is often written in many ways. */
const MOST_ALIKE = 50
const MOST_JUMPS = 3

/** What a text begins with may stand before many that go on in another way than the text does. */
async function longestBegun(
  text: string,
  upTo: (key: string, limit: number) => Promise<readonly Begun[]>,
): Promise<readonly Begun[]> {
  const few = await upTo(text, FEW)
  const isAll = few.length < FEW || (isThere(few, text) && !text.startsWith(few.at(-1)?.key ?? ''))
  const down = isAll ? few : await upTo(text, NEIGHBOURS)
  let nearest = down
  for (let jumps = 0; jumps < MOST_JUMPS && nearest.length === NEIGHBOURS && !isThere(nearest, text); jumps++) {
    const shared = text.slice(0, common(nearest[0]?.key ?? '', text))
    if ((nearest.at(-1)?.key ?? '') <= shared) break
    nearest = await upTo(shared, NEIGHBOURS)
  }
  return isThere(nearest, text) ? nearest : down
}

const begunBy = ({ id, named }: { id: string; named: Named }): Begun => ({ key: keyIn(id), named })

/** Whether a text begins with one of them. */
export const isThere = (found: readonly Begun[], text: string): boolean => found.some(({ key }) => text.startsWith(key))

/** It begins few names, and most of what a question goes on with. */
const isHiragana = (first: string): boolean => first.length === 1 && first >= 'ぁ' && first <= 'ゖ'

/** How long two texts are the same. */
export function common(one: string, other: string): number {
  let length = 0
  const most = Math.min(one.length, other.length)
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++
  return length
}

/** The last of those who stand in order up to `key`, backwards. */
function lastUpTo(part: readonly Begun[], key: string, limit: number, from = 0): readonly Begun[] {
  const to = behind(part, cut(key), from)
  return to <= from ? NOTHING : part.slice(Math.max(from, to - limit), to).reverse()
}

/** The same look-ups over any table: a fixed number of ranges each, of texts as many as it takes. */
function lookUps(scope: NameScope, read: Read): Names {
  const few = new Map<string, Promise<readonly Begun[] | undefined>>()

  /** Whom one character begins, where they are few: one look for both sides of a text. */
  function fewOf(first: string): Promise<readonly Begun[] | undefined> {
    const known = few.get(first)
    if (known !== undefined) return known
    const { pk, before } = keyPlace(scope, first)
    const found = read(pk, { ...prefix(`${before}${hex(first)}`), limit: NEIGHBOURS }).then((rows) =>
      rows.length < NEIGHBOURS
        ? rows.map(({ id, named }) => begunBy({ id: id.slice(before.length), named }))
        : undefined,
    )
    few.set(first, found)
    return found
  }

  return {
    async near(key) {
      if (key === '') return []
      const { pk, before } = keyPlace(scope, key)
      const middle = `${before}${hex(key)}${END}`
      const all = prefix(`${before}${hex(firstOf(key))}`)
      const [down, up] = await Promise.all([
        read(pk, { ...all, to: middle, limit: NEIGHBOURS, order: 'desc' }),
        read(pk, { ...all, from: middle, limit: NEIGHBOURS }),
      ])
      return once([...up, ...down].map(({ named }) => named))
    },
    async begun(text, first) {
      if (text === '') return NOTHING
      const all = isHiragana(first) ? await fewOf(first) : undefined
      if (all) return all.length === 0 ? NOTHING : longestBegun(text, async (...at) => lastUpTo(all, ...at))
      const { pk, before } = keyPlace(scope, text)
      const from = `${before}${hex(first)}`
      return longestBegun(text, async (key, limit) =>
        (await read(pk, { from, to: `${before}${hex(key)}${LAST}`, limit, order: 'desc' })).map(({ id, named }) =>
          begunBy({ id: id.slice(before.length), named }),
        ),
      )
    },
    async beyond(text, first) {
      if (text === '') return NOTHING
      const all = isHiragana(first) ? await fewOf(first) : undefined
      if (all) return all.slice(behind(all, cut(text)))
      const { pk, before } = keyPlace(scope, text)
      const { from, to } = prefix(`${before}${hex(first)}`)
      const next = `${before}${hex(text)}${LAST}`
      const up = await read(pk, { from: next > from ? next : from, to, limit: NEIGHBOURS })
      return up.map(({ id, named }) => begunBy({ id: id.slice(before.length), named }))
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
        if (at === standingOf(named, key)) items.push(named)
        if (items.length === limit && index < rows.length - 1) return { items, next: at }
      }
      const last = rows.length === Math.min(limit * 2, MOST_READ) ? rows.at(-1)?.id.slice(before.length) : undefined
      return { items, ...(last === undefined ? {} : { next: last }) }
    },
    async like(word, rest = '') {
      if (word === '') return []
      const found = await Promise.all(
        oneLess(beginning(word, WORD_CHARACTERS)).flatMap((less) => {
          const { pk, before } = wordPlace(scope, less)
          const all = prefix(before)
          if (rest === '') return [read(pk, { ...all, limit: NEIGHBOURS })]
          const middle = `${before}${hex(rest)}${END}`
          return [
            read(pk, { ...all, from: middle, limit: NEIGHBOURS }),
            read(pk, { ...all, to: middle, limit: NEIGHBOURS, order: 'desc' }),
          ]
        }),
      )
      return once(found.flat().map(({ named }) => named))
    },
    async sounding(sound) {
      if (sound === '') return []
      const { pk, before } = soundPlace(scope, sound)
      const found = await read(pk, { ...prefix(`${before}${hex(sound)}`), limit: MOST_ALIKE })
      return once(found.map(({ named }) => named))
    },
  }
}

/** Each company where it stands last; what stands first says what is known of it. */
function once(found: readonly Named[]): readonly Named[] {
  if (found.length < 2) return found
  const last = new Map<TenantId, Named>()
  for (let at = found.length - 1; at >= 0; at--) {
    const named = found[at]
    if (named) last.set(named.tenantId, named)
  }
  return [...last.values()].reverse()
}

/** The first row at or after `id`. */
const position = (rows: readonly { id: string }[], id: string): number => firstWhere(rows, (row) => row.id >= id)

/** The first row of `key` or of a later one, and the first of a later one. */
const before = (rows: readonly Begun[], key: string): number => firstWhere(rows, (row) => row.key >= key)
const behind = (rows: readonly Begun[], key: string, from = 0): number => firstWhere(rows, (row) => row.key > key, from)

/** By halves: where it is so of a row, it is so of all behind it. */
function firstWhere<Any>(rows: readonly Any[], isSo: (row: Any) => boolean, from = 0): number {
  let [low, high] = [from, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && !isSo(row)) low = middle + 1
    else high = middle
  }
  return low
}
