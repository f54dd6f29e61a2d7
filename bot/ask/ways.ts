import { CONCEPTS, type Concept } from './concepts.ts'

/** How much of what a text holds besides its words. */
export type Shape = { companies: number; countries: number; subjects: number; days: boolean; code: boolean }

/**
 * One way to ask: what a text has to say, how strongly that speaks for the answer, and what else speaks for it.
 * `needs` joins by `+` what is needed, by `|` what will do; `!` forbids. Of a text's shape: `c2` two companies or more,
 * `c=1` exactly one, `k1` a country, `subject`, `days`, `code`.
 */
export type Way<Id extends string> = readonly [id: Id, worth: number, needs: string, likes?: string]

/** What was taken, and why. */
export type Choice<Id extends string> = { id: Id; score: number; because: string }

type Chooser<Id extends string> = (said: ReadonlySet<Concept>, shape: Shape) => Choice<Id>[]

const SHAPES = ['c1', 'c2', 'c3', 'c=1', 'c=2', 'k1', 'k2', 'k=1', 'subject', 'days', 'code'] as const
const IS_SHAPE: ReadonlySet<string> = new Set(SHAPES)
const PLACES: ReadonlyMap<string, number> = new Map([...CONCEPTS, ...SHAPES].map((name, index) => [name, index]))
const WORDS = Math.ceil(PLACES.size / 32)

/** The ways in a form that is quick to try: sets as bits, each under what it needs. The likeliest stands first. */
export function chooserOf<Id extends string>(ways: readonly Way<Id>[]): Chooser<Id> {
  const under = Array.from({ length: PLACES.size }, (): Tried<Id>[] => [])
  for (const [index, [id, worth, needs, likes = '']] of ways.entries()) {
    const parts = needs.split('+').map((part) => namesIn(part.trim()))
    const way = {
      index,
      id,
      worth,
      needs,
      all: bitsOf(parts.flatMap(({ names, wanted }) => (wanted && names.length === 1 ? placesOf(names) : []))),
      none: bitsOf(parts.flatMap(({ names, wanted }) => (wanted ? [] : placesOf(names)))),
      anys: parts.flatMap(({ names, wanted }) => (wanted && names.length > 1 ? [bitsOf(placesOf(names))] : [])),
      likes: likes.split(' ').flatMap((like) => (like === '' ? [] : [placeOf(like)])),
    }
    for (const place of placesOf(rarest(parts.flatMap(({ names, wanted }) => (wanted ? [names] : [])))))
      under[place]?.push(way)
  }
  return (said, shape) => {
    const places = placesOf(shapesOf(shape))
    for (const concept of said) places.push(placeOf(concept))
    const bits = bitsOf(places)
    const fitting: { way: Tried<Id>; score: number }[] = []
    for (const place of places)
      for (const way of under[place] ?? [])
        if (fits(bits, way) && !fitting.some((one) => one.way === way)) fitting.push({ way, score: scoreOf(way, bits) })
    return fitting
      .sort((one, other) => other.score - one.score || one.way.index - other.way.index)
      .map(({ way: { id, needs }, score }) => ({ id, score, because: needs }))
  }
}

type Tried<Id> = {
  index: number
  id: Id
  worth: number
  needs: string
  all: Int32Array
  none: Int32Array
  anys: readonly Int32Array[]
  likes: readonly number[]
}

/** The part of what is needed that fewest texts say: one word before several, words before shapes. */
function rarest(parts: readonly (readonly string[])[]): readonly string[] {
  const rank = (names: readonly string[]): number => names.length + (names.some((name) => IS_SHAPE.has(name)) ? 100 : 0)
  const [first] = parts.toSorted((one, other) => rank(one) - rank(other))
  if (!first) throw new TypeError('a way that needs nothing')
  return first
}

const fits = <Id>(bits: Int32Array, { all, none, anys }: Tried<Id>): boolean =>
  holds(bits, all) && !meets(bits, none) && meetsAll(bits, anys)

function scoreOf<Id>({ worth, likes }: Tried<Id>, bits: Int32Array): number {
  let score = worth
  for (const like of likes) score += ((bits[like >> 5] ?? 0) >>> (like & 31)) & 1
  return score
}

function namesIn(part: string): { names: readonly string[]; wanted: boolean } {
  const wanted = !part.startsWith('!')
  return { names: (wanted ? part : part.slice(1)).split('|').map((name) => name.trim()), wanted }
}

function bitsOf(places: readonly number[]): Int32Array {
  const bits = new Int32Array(WORDS)
  for (const place of places) bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31))
  return bits
}

const placesOf = (names: readonly string[]): number[] => names.map(placeOf)

/** @throws TypeError when a table names what no text can say. */
function placeOf(name: string): number {
  const place = PLACES.get(name)
  if (place === undefined) throw new TypeError(`no concept: ${name}`)
  return place
}

function holds(bits: Int32Array, all: Int32Array): boolean {
  for (let word = 0; word < WORDS; word++) {
    const wanted = all[word] ?? 0
    if (((bits[word] ?? 0) & wanted) !== wanted) return false
  }
  return true
}

function meets(bits: Int32Array, any: Int32Array): boolean {
  for (let word = 0; word < WORDS; word++) if (((bits[word] ?? 0) & (any[word] ?? 0)) !== 0) return true
  return false
}

function meetsAll(bits: Int32Array, anys: readonly Int32Array[]): boolean {
  for (const any of anys) if (!meets(bits, any)) return false
  return true
}

function shapesOf({ companies, countries, subjects, days, code }: Shape): readonly (typeof SHAPES)[number][] {
  const shapes: (typeof SHAPES)[number][] = []
  if (companies > 0) shapes.push('c1')
  if (companies > 1) shapes.push('c2')
  if (companies > 2) shapes.push('c3')
  if (companies === 1) shapes.push('c=1')
  if (companies === 2) shapes.push('c=2')
  if (countries > 0) shapes.push('k1')
  if (countries > 1) shapes.push('k2')
  if (countries === 1) shapes.push('k=1')
  if (subjects > 0) shapes.push('subject')
  if (days) shapes.push('days')
  if (code) shapes.push('code')
  return shapes
}
