import type { Named, Names } from '../../domain/store/names.ts'
import { lastSentence } from './clauses.ts'
import type { Concept } from './concepts.ts'
import { COUNTRY_NAMES, countryBetween } from './countries.ts'
import { daysIn } from './durations.ts'
import { findCompanies, type Leftover, type Mention, unknownRuns } from './find-companies.ts'
import { beginsWithStem, isCapital, isSpace, type Span, spansOf, treeOf, type Unit, unitsOf } from './lexicon.ts'
import { LEXICON_EN } from './lexicon-en.ts'
import { LEXICON_JA } from './lexicon-ja.ts'
import { ourselvesIn } from './ourselves.ts'
import { isShouted, readable } from './reading.ts'
import { codeIn, numberIn } from './refusal-code.ts'
import { inRightWords } from './right-words.ts'
import { addSigns } from './signs.ts'
import { withStrangers } from './strangers.ts'
import type { Context, Meant } from './understanding.ts'
import { mistypedWord } from './vocabulary.ts'
import type { Shape } from './ways.ts'

/** A company where it stands in the masked text; `ours` stands for “we”. */
export type Standing = { start: number; end: number; ours: boolean; meant?: Meant; again?: Standing[] }

/** Everything that a text says, apart from what it asks. */
export type Heard = {
  /** The text in which `@` stands for a company, `$` for a number or quotation. */
  masked: string
  /** The same with `#` for a country and `%` for a time. */
  bare: () => string
  /** Numbers, tenants and mail addresses that lead nowhere, as companies. */
  nobodies: readonly Standing[]
  said: ReadonlySet<Concept>
  /** What the last sentence says of it; nothing where there is but one, or where it asks nothing. */
  asked: () => ReadonlySet<Concept>
  /** Whom the last sentence names, those who were named before as well. */
  askedOf: () => readonly Standing[]
  shape: Shape
  companies: readonly Standing[]
  excepted?: Standing | undefined
  countries: readonly string[]
  days: number | undefined
  code: string | undefined
  subject: string | undefined
  taken: readonly { typed: string; company: Named }[]
  /** Words that nobody knows, which may be names; looked for when a name is missing. */
  unknown: () => readonly string[]
  /** Those of them that stand where a company stands, or are written as a name is: nobody else is meant in their place. */
  strangers: () => readonly string[]
}

/** What stands before a name in a question: “has quarry signed”. */
const BEFORE_NAME =
  /(?:^|\b(?:is|are|was|has|have|had|can|could|can not|may|does|do|did|of|for|at|with|by|from|(?:sell|sold|supply|supplies|belongs?|attached|linked|connected|tied|assigned|invitations?|invite|invited|access|next|respect|regard|request|sent|send|sale|sales) to|about|why|between|and|if|whether) )$/i

const TREE = treeOf([LEXICON_EN, LEXICON_JA], COUNTRY_NAMES)

/** Takes a text apart: companies, countries, numbers, and the meanings of its words. */
export async function listen(raw: string, names: Names, context: Context): Promise<Heard> {
  const text = readable(raw)
  const units = keyed(unitsOf(text), text)
  const spans = spansOf(units, TREE)
  const { mentions: all, leftovers } = await findCompanies({ text, units, spans }, names, context)
  const isOfCountries = spans.some(({ country }) => country !== undefined)
  const found = isOfCountries ? all.filter((one) => !isPlace(one, text, units, spans)) : all
  const mentions = withStrangers({ text, units, spans }, found, leftovers)
  const subjects = leftovers.filter(
    (one) =>
      one.kind !== 'quoted' ||
      numberIn(one.typed) !== undefined ||
      !(isOurs(one, units, spans) || SAID.test(text.slice(one.end))),
  )
  const { masked: typed, companies, again, nobodies, pieces } = mask(text, mentions, subjects)
  const left = typed === text ? units : (unitsLeft(typed, units, pieces) ?? keyed(unitsOf(typed), typed))
  const masked = inRightWords(typed, left, [...companies, ...again, ...nobodies])
  const rest = masked === typed ? left : keyed(unitsOf(masked), masked)
  const meanings = rest === units ? spans : spansOf(rest, TREE)
  const countries = countriesIn(rest, meanings, masked)
  const low = masked.toLowerCase()
  const said = saidBy(meanings, low)
  // Where support tells a story, “we” in it is nobody that is asked about.
  const isParty = context.own !== undefined
  const we = ourselvesIn(low, { named: companies.length, isParty, from: isParty ? 0 : lastSentence(low) })
  const ours: Standing[] = we ? [{ ...we, ours: true }] : []
  const standing = [...companies, ...ours].sort((one, other) => one.start - other.start)
  const days = daysIn(low)
  const code = codeIn(subjects, said)
  const subject = subjects.find(({ typed }) => code === undefined || numberIn(typed) !== code)?.typed
  return {
    masked: low,
    bare: () => bareOf(low, rest, meanings),
    nobodies,
    said,
    asked: () => askedBy(meanings, rest, low),
    askedOf: () => {
      const from = lastSentence(low)
      return from === 0 ? [] : [...companies, ...again].filter(({ start }) => start >= from)
    },
    shape: {
      companies: standing.length,
      countries: countries.length,
      subjects: subject === undefined ? 0 : 1,
      days: days !== undefined,
      code: code !== undefined,
    },
    companies: standing,
    countries,
    days,
    code,
    subject,
    taken: takenFrom(mentions),
    unknown: () => unknownRuns(masked, rest, meanings, []).map(({ start, end }) => masked.slice(start, end)),
    strangers: () =>
      unknownRuns(masked, rest, meanings, []).flatMap(({ start, end }) => {
        const word = masked.slice(start, end)
        return (/^\p{Lu}/u.test(word) && !isShouted(masked)) ||
          !/^[\x20-\x7e]/.test(word) ||
          BEFORE_NAME.test(masked.slice(0, start))
          ? [word]
          : []
      }),
  }
}

function takenFrom(mentions: readonly Mention[]): Heard['taken'] {
  const taken: { typed: string; company: Named }[] = []
  for (const { exact, found, typed } of mentions)
    if (!exact && found.length === 1 && found[0]) taken.push({ typed, company: found[0] })
  return taken
}

const OF_PLACES: ReadonlySet<Concept> = new Set<Concept>([
  'region',
  'country',
  'currency',
  'sell',
  'whereSell',
  'regionName',
])

/** Whether a name is a country's, in a text that speaks of places: a company is meant in quotes or with its form. */
const isPlace = (one: Mention, text: string, units: readonly Unit[], spans: readonly Span[]): boolean =>
  text[one.start - 1] !== '"' &&
  spans.some(
    ({ from, to, country }) =>
      country !== undefined && units[from]?.start === one.start && units[to - 1]?.end === one.end,
  ) &&
  spans.some(({ concepts }) => concepts.some((concept) => OF_PLACES.has(concept)))

/** Every word with its key, mistyped words of ours put right; where they stand does not change. */
function keyed(units: Unit[], text: string): Unit[] {
  let isLoud: boolean | undefined
  for (const unit of units) {
    if (unit.kind !== 'word') continue
    unit.key = TREE.words.get(unit.plain) ?? 0
    if (unit.key !== 0) continue
    // A capital within a sentence is rather a name's.
    if (unit.start > 0 && isCapital(text, unit.start)) {
      if (!isCapital(text, unit.start + 1)) continue
      isLoud ??= isShouted(text)
      if (!isLoud) continue
    }
    const right = beginsWithStem(unit.plain, TREE) ? undefined : mistypedWord(unit.plain)
    if (right === undefined) continue
    unit.plain = right
    unit.key = TREE.words.get(right) ?? 0
  }
  return units
}

/** What somebody said is quoted, and names nobody. */
const SAID =
  /^って(?:[。、?]|$|さ|ん|話|連絡|相談|電話|泣|怒|聞|言|来)|^と(?:聞|言|い[っわい]|の(?!提携|契約|関係)|伺|主張|おっしゃ|思|書|返|連絡|出[るてた]|表示|なっ|問い?合|質問|相談|報告|指摘|クレーム|苦情|電話|メール|泣)/

/** Whether a quotation is made of words of ours alone that mean something: the label of a button, not a name. */
function isOurs(one: Leftover, units: readonly Unit[], spans: readonly Span[]): boolean {
  const quoted = units.filter(({ kind, start, end }) => kind !== 'mark' && start >= one.start && end <= one.end)
  const over = ({ start, end }: Unit): readonly Span[] =>
    spans.filter(({ from, to }) => (units[from]?.start ?? 0) <= start && (units[to - 1]?.end ?? 0) >= end)
  return (
    quoted.every((unit) => over(unit).length > 0) &&
    quoted.some((unit) => over(unit).some(({ concepts }) => concepts.length > 0))
  )
}

const TIME =
  /(?:\d{1,4}|a|an|one|two|three|four|six|ten|半|数|[一二三四五六七八九十]+) ?(?:days?|weeks?|months?|years?|日間?|週間?|[かヶヵ]月|年間?)/gu

function bareOf(masked: string, units: readonly Unit[], spans: readonly Span[]): string {
  let bare = ''
  let at = 0
  const add = (start: number, end: number): void => {
    bare += `${masked.slice(at, start)}#`
    at = end
  }
  for (const { from, to, country } of spans)
    if (country !== undefined) add(units[from]?.start ?? 0, units[to - 1]?.end ?? 0)
  return (bare + masked.slice(at)).replace(TIME, '%')
}

function mask(text: string, mentions: readonly Mention[], subjects: readonly Leftover[]) {
  const companies: Standing[] = []
  const again: Standing[] = []
  const nobodies: Standing[] = []
  let masked = ''
  let at = 0
  const seen = new Set<string>()
  const pieces: readonly (Mention | Leftover)[] = [...mentions, ...subjects].sort(
    (one, other) => one.start - other.start,
  )
  const cut: { start: number; end: number }[] = []
  for (const piece of pieces) {
    if (piece.start < at) continue
    cut.push(piece)
    masked += tight(text.slice(at, piece.start))
    at = piece.end
    const place = { start: masked.length, end: masked.length + 1, ours: false }
    if ('found' in piece) {
      const [only] = piece.found
      const twice = piece.found.length === 1 && only !== undefined && seen.has(only.tenantId)
      if (only && piece.found.length === 1) seen.add(only.tenantId)
      const standing: Standing = { ...place, meant: meantBy(piece) }
      if (twice) {
        again.push(standing)
        const first = companies.find(({ meant }) => meant?.kind === 'known' && meant.tenant === only.tenantId)
        if (first) first.again = [...(first.again ?? []), standing]
      }
      if (!twice) companies.push(standing)
    } else if (piece.kind !== 'number' || piece.typed.length > 4)
      nobodies.push({ ...place, meant: { kind: 'unknown', typed: piece.typed, nearest: [] } })
    masked += 'found' in piece ? '@' : '$'
  }
  return { masked: masked + tight(text.slice(at)), companies, again, nobodies, pieces: cut }
}

/** The units of a text where marks stand for pieces of it; undefined where a piece begins or ends within a unit. */
function unitsLeft(
  masked: string,
  units: readonly Unit[],
  pieces: readonly { start: number; end: number }[],
): Unit[] | undefined {
  const left: Unit[] = []
  let at = 0
  let next = 0
  const add = ({ plain, key, start, end, kind }: Unit): void => {
    while (isSpace(masked.charCodeAt(at))) at++
    left.push({ plain, key, start: at, end: at + end - start, kind })
    at += end - start
  }
  for (const { start, end } of pieces) {
    for (let unit = units[next]; unit && unit.start < start; unit = units[++next]) {
      if (unit.end > start) return undefined
      add(unit)
    }
    while (isSpace(masked.charCodeAt(at))) at++
    const plain = masked.charAt(at)
    left.push({ plain, key: plain.charCodeAt(0), start: at, end: at + 1, kind: 'mark' })
    at++
    for (let unit = units[next]; unit && unit.start < end; unit = units[++next]) if (unit.end > end) return undefined
  }
  for (let unit = units[next]; unit; unit = units[++next]) add(unit)
  return left
}

/** Without the spaces that Japanese puts around Latin words; between katakana they part words: インド リージョン. */
const tight = (text: string): string =>
  text.includes(' ') && FAR_EASTERN.test(text) ? text.replace(AROUND_JAPANESE, '') : text
const FAR_EASTERN = /[\u2e80-\uffff]/
const AROUND_JAPANESE =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}、。])\s+|\s+(?=[\p{Script=Han}\p{Script=Hiragana}、。])|(?<=[\p{Script=Katakana}ー])\s+(?!\p{Script=Katakana})|(?<![\p{Script=Katakana}ー])\s+(?=\p{Script=Katakana})/gu

function meantBy({ found, typed }: Mention): Meant {
  const [only] = found
  if (!only) return { kind: 'unknown', typed, nearest: [] }
  if (found.length > 1) return { kind: 'several', typed, candidates: found }
  return { kind: 'known', tenant: only.tenantId }
}

/** Among Japanese words NG says no, and names no country. */
function countriesIn(units: readonly Unit[], spans: readonly Span[], text: string): readonly string[] {
  const found: { at: number; country: string }[] = []
  for (const { from, country } of spans) if (country !== undefined) found.push({ at: from, country })
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (unit?.kind !== 'word' || unit.end - unit.start !== 2) continue
    const country = countryBetween(units[at - 1]?.plain, text.slice(unit.start, unit.end), units[at + 1]?.plain)
    if (country !== undefined && !(country === 'NG' && FAR_EASTERN.test(text))) found.push({ at, country })
  }
  return [...new Set(found.sort((one, other) => one.at - other.at).map(({ country }) => country))]
}

function saidBy(spans: readonly Span[], masked: string): ReadonlySet<Concept> {
  const said = new Set<Concept>()
  for (const { concepts } of spans) for (const concept of concepts) said.add(concept)
  addSigns(said, masked)
  return said
}

function askedBy(spans: readonly Span[], units: readonly Unit[], masked: string): ReadonlySet<Concept> {
  const from = lastSentence(masked)
  if (from === 0) return new Set()
  const own = spans.filter((span) => (units[span.from]?.start ?? 0) >= from)
  return saidBy(own, masked.slice(from))
}
