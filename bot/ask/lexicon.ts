import { CONCEPTS, type Concept, type Lexicon } from './concepts.ts'

/** A word, one Chinese or Japanese character, or a mark; where it stands in the text. */
export type Unit = { plain: string; start: number; end: number; kind: 'word' | 'character' | 'mark' | 'company' }

/** What a run of units means; `from` and `to` count units. A known word means nothing. */
export type Span = { from: number; to: number; concepts: readonly Concept[]; country?: string }

type Meaning = { concepts: Concept[]; country?: string; isOpen?: boolean }
/** Stems stand under what the shortest of them is, the shorter ones first. */
type Node = { next: Map<string, Node>; stems: Map<string, Stem[]>; meaning?: Meaning }
type Stem = { stem: string; node: Node }

const node = (): Node => ({ next: new Map(), stems: new Map() })

/** Every phrase of several lexicons in one tree. */
export type Tree = { root: Node; words: ReadonlySet<string> }

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆〇]/u
const LETTER = /[\p{L}\p{M}\p{N}]/u
const SHORTEST_STEM = 3

/** One tree of everything that both languages and the names of countries say. */
export function treeOf(lexicons: readonly Lexicon[], countries: ReadonlyMap<string, string>): Tree {
  const root = node()
  const words = new Set<string>()
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
  return { root, words }
}

function place(root: Node, phrase: string, words: Set<string>): Meaning | undefined {
  const pieces = phrase
    .trim()
    .split(/\s+/)
    .flatMap((word) => (word.endsWith('*') ? [word] : unitsOf(word).map(({ plain }) => plain)))
  if (pieces.length === 0 || pieces[0] === '') return undefined
  let at = root
  for (const piece of pieces) {
    const stem = piece.endsWith('*')
    const key = stem ? piece.slice(0, -1) : piece
    words.add(key)
    at = stem ? stemAt(at, key) : wordAt(at, key)
  }
  at.meaning ??= { concepts: [] }
  return at.meaning
}

function wordAt({ next }: Node, word: string): Node {
  const known = next.get(word) ?? node()
  next.set(word, known)
  return known
}

function stemAt({ stems }: Node, stem: string): Node {
  const first = stem.slice(0, SHORTEST_STEM)
  const among = stems.get(first) ?? []
  const known = among.find((one) => one.stem === stem) ?? { stem, node: node() }
  stems.set(
    first,
    [...among.filter((one) => one !== known), known].sort((one, other) => one.stem.length - other.stem.length),
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

/** A text (NFKC) in units; spaces are none. */
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
          start,
          end: at,
          kind: 'word',
        })
      start = -1
      isPlain = isLow
      if (kind !== 'space') units.push({ plain: text.slice(at, end), start: at, end, kind })
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
])

/**
 * The longest phrase from each unit on that does not lie inside another. Japanese words inside longer ones speak as well
 * (招待一覧 is a 招待), unless the longer one is closed.
 */
export function spansOf(units: readonly Unit[], tree: Tree): Span[] {
  const spans: Span[] = []
  let reached = 0
  let open = false
  for (let from = 0; from < units.length; from++) {
    const characters = units[from]?.kind === 'character'
    const found = characters ? among(units, from, tree.root) : longest(units, from, tree.root)
    if (!found) continue
    const inside = found.to <= reached
    if (inside && !(open && characters)) continue
    if ((inside || found.meaning.country !== undefined) && insideKatakana(units, from, found.to)) continue
    if (inside && found.meaning.country !== undefined) continue
    if (!inside) {
      reached = found.to
      open = found.meaning.isOpen === true
    }
    const { concepts, country } = found.meaning
    spans.push(country === undefined ? { from, to: found.to, concepts } : { from, to: found.to, concepts, country })
  }
  return spans
}

const isOpen = ({ concepts, country }: Meaning): boolean =>
  country === undefined && concepts.length > 0 && !concepts.some((concept) => CLOSED.has(concept))

type Found = { to: number; meaning: Meaning }

/** The longest run of characters, with what its own beginnings mean. */
function among(units: readonly Unit[], from: number, root: Node): Found | undefined {
  let node: Node | undefined = root
  let best: Found | undefined
  for (let at = from; ; at++) {
    const unit: Unit | undefined = units[at]
    node = unit && unit.kind !== 'company' ? node.next.get(unit.plain) : undefined
    if (!node) return best
    if (!node.meaning) continue
    const { meaning }: Node = node
    best = {
      to: at + 1,
      meaning: best && meaning.isOpen && best.meaning.country === undefined ? joined(best.meaning, meaning) : meaning,
    }
  }
}

function longest(units: readonly Unit[], at: number, node: Node): Found | undefined {
  const unit = units[at]
  let best: Found | undefined = node.meaning ? { to: at, meaning: node.meaning } : undefined
  if (!unit || unit.kind === 'company') return best
  const next = node.next.get(unit.plain)
  if (next) best = better(best, longest(units, at + 1, next))
  if (node.stems.size === 0 || unit.kind !== 'word') return best
  for (const stem of node.stems.get(unit.plain.slice(0, SHORTEST_STEM)) ?? [])
    if (unit.plain.startsWith(stem.stem)) best = better(best, longest(units, at + 1, stem.node))
  return best
}

function better(best: Found | undefined, found: Found | undefined): Found | undefined {
  if (!found || !best) return found ?? best
  if (found.to !== best.to) return found.to > best.to ? found : best
  return { to: found.to, meaning: joined(best.meaning, found.meaning) }
}

function joined(one: Meaning, other: Meaning): Meaning {
  const all = { ...one, ...other, concepts: [...new Set([...one.concepts, ...other.concepts])] }
  return { ...all, isOpen: isOpen(all) }
}

const KATAKANA = /^[\p{Script=Katakana}ー]$/u

/** チリ is no country in タチリ, nor マリ in マリン. */
function insideKatakana(units: readonly Unit[], from: number, to: number): boolean {
  const katakana = (index: number): boolean => KATAKANA.test(units[index]?.plain ?? '')
  return (katakana(from) && katakana(from - 1)) || (katakana(to - 1) && katakana(to))
}
