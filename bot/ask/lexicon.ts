// Long, since a tree of words, its building and its reading belong together.
import { CONCEPTS, type Concept, type Lexicon } from './concepts.ts'

/**
 * A word, one Chinese or Japanese character, or a mark; where it stands in the text. The key of a character is its code
 * point, that of a word what a tree calls it, or 0 where no phrase holds it.
 */
export type Unit = { plain: string; key: number; start: number; end: number; kind: 'word' | 'character' | 'mark' }

/** What a run of units means; `from` and `to` count units. A known word means nothing. */
export type Span = { from: number; to: number; concepts: readonly Concept[]; country: string | undefined }

type Meaning = { concepts: Concept[]; country: string | undefined; isOpen: boolean }
/**
 * Words and characters go on by their keys. Stems stand under their first three letters, the shorter ones first. A run of
 * characters means `whole`: what its own beginnings mean as well.
 */
type Node = {
  next: ReadonlyMap<number, Node>
  stems: ReadonlyMap<number, Stem[]>
  meaning: Meaning | undefined
  whole: Meaning | undefined
}
type Stem = { stem: string; node: Node }

const node = (): Node => ({ next: NOWHERE, stems: NOWHERE, meaning: undefined, whole: undefined })

/** Most phrases end where no other goes on: a map for each of them would be most of the tree. */
const NOWHERE: ReadonlyMap<number, never> = new Map<number, never>()

const withOne = <T>(map: ReadonlyMap<number, T>, key: number, value: T): ReadonlyMap<number, T> =>
  map === NOWHERE ? new Map([[key, value]]) : (map as Map<number, T>).set(key, value)

/** Every phrase of several lexicons in one tree, and the keys of the words in it. */
export type Tree = { root: Node; words: ReadonlyMap<string, number> }

/** Words have keys that no character has. */
const FIRST_WORD = 0x110000

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆〇]/u
const LETTER = /[\p{L}\p{M}\p{N}]/u

/** One tree of everything that both languages and the names of countries say. */
export function treeOf(lexicons: readonly Lexicon[], countries: ReadonlyMap<string, string>): Tree {
  const root = node()
  const words = new Map<string, number>()
  const meanings = new Set<Meaning>()
  for (const lexicon of lexicons)
    for (const concept of [...CONCEPTS, 'known'] as const)
      for (const phrase of (lexicon[concept] ?? '').split(',')) {
        const meaning = place(root, phrase, words)
        if (meaning) meanings.add(meaning)
        if (meaning && concept !== 'known' && !meaning.concepts.includes(concept)) meaning.concepts.push(concept)
      }
  for (const [name, country] of countries) {
    const meaning = place(root, name, words)
    if (meaning) meaning.country = country
  }
  for (const meaning of meanings) meaning.isOpen = isOpen(meaning)
  withBeginnings(root, undefined)
  return { root, words }
}

/** The longest run of characters means what its beginnings mean, too, unless it is closed or a country. */
function withBeginnings({ next }: Node, before: Meaning | undefined): void {
  for (const one of next.values()) {
    const { meaning } = one
    one.whole =
      before && meaning?.isOpen && before.country === undefined ? joined(before, meaning) : (meaning ?? before)
    withBeginnings(one, one.whole)
  }
}

function place(root: Node, phrase: string, words: Map<string, number>): Meaning | undefined {
  const pieces = phrase.trim()
  if (pieces === '') return undefined
  let at = root
  for (const piece of pieces.split(/\s+/))
    if (piece.endsWith('*')) {
      const stem = piece.slice(0, -1)
      keyOf(stem, words)
      at = stemAt(at, stem)
    } else
      for (const { plain, key, kind } of unitsOf(piece)) at = wordAt(at, kind === 'word' ? keyOf(plain, words) : key)
  at.meaning ??= { concepts: [], country: undefined, isOpen: false }
  return at.meaning
}

function keyOf(word: string, words: Map<string, number>): number {
  const key = words.get(word) ?? FIRST_WORD + words.size
  words.set(word, key)
  return key
}

function wordAt(from: Node, key: number): Node {
  const known = from.next.get(key) ?? node()
  from.next = withOne(from.next, key, known)
  return known
}

function stemAt(from: Node, stem: string): Node {
  const first = firstThree(stem)
  const among = from.stems.get(first) ?? []
  const known = among.find((one) => one.stem === stem) ?? { stem, node: node() }
  const all = [...among.filter((one) => one !== known), known]
  from.stems = withOne(
    from.stems,
    first,
    all.sort((one, other) => one.stem.length - other.stem.length),
  )
  return known.node
}

/** Letters without their accents, in lower case: é is e, が stays が. */
export const plainWord = (word: string): string =>
  /^[A-Za-z0-9]+$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
        .normalize('NFC')
        .toLowerCase()

/** A text (NFKC) in units, words without their keys; spaces are none. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  const low = text.toLowerCase()
  // Where every letter keeps its length, words of plain letters are read from it.
  const isLow = low.length === text.length
  let start = -1
  let isPlain = isLow
  for (let at = 0; at <= text.length; ) {
    const code = at < text.length ? (text.codePointAt(at) ?? 0) : 0x20
    const end = at + (code > 0xffff ? 2 : 1)
    const kind = kindOf(code)
    if (kind === 'word') {
      if (start < 0) start = at
      if (code >= 0x80) isPlain = false
    } else {
      if (start >= 0)
        units.push({
          plain: isPlain ? low.slice(start, at) : plainWord(text.slice(start, at)),
          key: 0,
          start,
          end: at,
          kind: 'word',
        })
      start = -1
      isPlain = isLow
      if (kind !== 'space') units.push({ plain: text.slice(at, end), key: code, start: at, end, kind })
    }
    at = end
  }
  return units
}

/** Most characters are told by their number; the rest by what Unicode says of them. */
function kindOf(code: number): Unit['kind'] | 'space' {
  if (code < 0x80) {
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))
      return 'word'
    return code <= 0x20 ? 'space' : 'mark'
  }
  if ((code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x4e00 && code <= 0x9fff)) return 'character'
  const character = String.fromCodePoint(code)
  if (CHARACTER.test(character)) return 'character'
  if (LETTER.test(character)) return 'word'
  return /\s/.test(character) ? 'space' : 'mark'
}

/** Whether a code point is no part of any unit. */
export const isSpace = (code: number): boolean => kindOf(code) === 'space'

/** Whether a capital stands at a place. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : CAPITAL.test(text.slice(at, at + 2))
}

const CAPITAL = /^\p{Lu}/u

export type Script = 'katakana' | 'kanji' | 'hiragana' | 'letter'

/** In which script a character is written, the long vowel's mark in katakana; undefined for a mark. */
export function scriptOf(character: string): Script | undefined {
  const code = character.charCodeAt(0)
  if (code < 0x80) return kindOf(code) === 'word' ? 'letter' : undefined
  if (code >= 0x3041 && code <= 0x3096) return 'hiragana'
  if ((code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc) return 'katakana'
  if (code >= 0x4e00 && code <= 0x9fff) return 'kanji'
  return SCRIPTS.find(([, written]) => written.test(character))?.[0]
}

/** Whether a character can stand within a word of any script. */
export function isInWords(character: string): boolean {
  const code = character.charCodeAt(0)
  if (code < 0x80) return kindOf(code) === 'word'
  return (code >= 0x3041 && code <= 0x3096) || (code >= 0x4e00 && code <= 0x9fff) || IN_WORDS.test(character)
}

const IN_WORDS = /[\p{L}\p{N}\p{M}]/u

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['katakana', /[\p{Script=Katakana}ー]/u],
  ['kanji', /[\p{Script=Han}々]/u],
  ['hiragana', /\p{Script=Hiragana}/u],
  ['letter', /[\p{L}\p{N}]/u],
]

/** What keeps its parts from speaking for themselves: 間接リセラー says nothing of indirect customers. */
const CLOSED: ReadonlySet<Concept> = new Set<Concept>([
  'indirectReseller',
  'provider',
  'reseller',
  'customer',
  'businessProfile',
  'customerAgreement',
  'password',
  'mpn',
  'currency',
  'ownershipMail',
  'profile',
  'followUp',
])

/**
 * The longest phrase from each unit on that does not lie inside another. Japanese words inside longer ones speak as well
 * (招待一覧 is a 招待), unless the longer one is closed.
 */
export function spansOf(units: readonly Unit[], { root }: Tree): Span[] {
  const spans: Span[] = []
  let reached = 0
  let open = false
  for (let from = 0; from < units.length; from++) {
    const characters = units[from]?.kind === 'character'
    const found = characters ? among(units, from, root) : longest(units, from, root)
    if (!found) continue
    const { to, meaning } = found
    const inside = to <= reached
    if (inside && !(open && characters && meaning.country === undefined)) continue
    if ((inside || meaning.country !== undefined) && insideKatakana(units, from, to)) continue
    if (!inside) {
      reached = to
      open = meaning.isOpen
    }
    spans.push({ from, to, concepts: meaning.concepts, country: meaning.country })
  }
  return spans
}

const isOpen = ({ concepts, country }: Pick<Meaning, 'concepts' | 'country'>): boolean =>
  country === undefined && concepts.length > 0 && !concepts.some((concept) => CLOSED.has(concept))

type Found = { to: number; meaning: Meaning }

/** The longest run of characters, with what its own beginnings mean. */
function among(units: readonly Unit[], from: number, root: Node): Found | undefined {
  let to = 0
  let meaning: Meaning | undefined
  let node: Node | undefined = root
  for (let at = from; at < units.length; at++) {
    node = node.next.get(units[at]?.key ?? 0)
    if (!node) break
    if (!node.meaning) continue
    to = at + 1
    meaning = node.whole
  }
  return meaning && { to, meaning }
}

function longest(units: readonly Unit[], at: number, node: Node): Found | undefined {
  const unit = units[at]
  let best: Found | undefined = node.meaning ? { to: at, meaning: node.meaning } : undefined
  if (!unit) return best
  const next = unit.key === 0 ? undefined : node.next.get(unit.key)
  if (next) best = better(best, longest(units, at + 1, next))
  // “direct-bill” is “direct bill”.
  if (!next && at > 0 && unit.plain === '-' && units[at - 1]?.end === unit.start && node.next.size > 0)
    best = better(best, longest(units, at + 1, node))
  if (node.stems.size === 0 || unit.kind !== 'word') return best
  for (const stem of node.stems.get(firstThree(unit.plain)) ?? NO_STEMS)
    if (unit.plain.startsWith(stem.stem)) best = better(best, longest(units, at + 1, stem.node))
  return best
}

/** What words with the same first three letters share; no stem is shorter. */
const firstThree = (word: string): number => (word.charCodeAt(0) << 14) ^ (word.charCodeAt(1) << 7) ^ word.charCodeAt(2)

const NO_STEMS: readonly Stem[] = []

/** Whether a word means something by how it begins alone. */
export const beginsWithStem = (word: string, { root }: Tree): boolean =>
  (root.stems.get(firstThree(word)) ?? NO_STEMS).some(
    ({ stem, node: { meaning } }) => meaning !== undefined && word.startsWith(stem),
  )

function better(best: Found | undefined, found: Found | undefined): Found | undefined {
  if (!found || !best) return found ?? best
  if (found.to !== best.to) return found.to > best.to ? found : best
  return { to: found.to, meaning: joined(best.meaning, found.meaning) }
}

function joined(one: Meaning, other: Meaning): Meaning {
  const concepts = [...new Set([...one.concepts, ...other.concepts])]
  const country = other.country ?? one.country
  return { concepts, country, isOpen: isOpen({ concepts, country }) }
}

/** チリ is no country in タチリ, nor マリ in マリン. */
function insideKatakana(units: readonly Unit[], from: number, to: number): boolean {
  const isOne = (index: number): boolean =>
    units[index]?.end === units[index + 1]?.start &&
    [index, index + 1].every((at) => scriptOf(units[at]?.plain ?? '') === 'katakana')
  return isOne(from - 1) || isOne(to - 1)
}
