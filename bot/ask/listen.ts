import type { Named, Names } from '../../domain/store/names.ts'
import type { Concept } from './concepts.ts'
import { COUNTRY_NAMES, countryOfCode } from './countries.ts'
import { daysIn } from './durations.ts'
import { findCompanies, type Leftover, type Mention, unknownRuns } from './find-companies.ts'
import { type Span, spansOf, treeOf, type Unit, unitsOf } from './lexicon.ts'
import { LEXICON_EN, SIGNS_EN } from './lexicon-en.ts'
import { LEXICON_JA, SIGNS_JA } from './lexicon-ja.ts'
import { readable } from './reading.ts'
import { withStrangers } from './strangers.ts'
import type { Context, Meant } from './understanding.ts'
import { vocabularyOf } from './vocabulary.ts'
import type { Shape } from './ways.ts'

/** A company where it stands in the masked text; `ours` stands for “we”. */
export type Standing = { start: number; end: number; ours: boolean; meant?: Meant }

/** Everything that a text says, apart from what it asks. */
export type Heard = {
  /** The text in which `@` stands for a company, `$` for a number or quotation. */
  masked: string
  said: ReadonlySet<Concept>
  shape: Shape
  companies: readonly Standing[]
  countries: readonly string[]
  days?: number
  code?: string
  subject?: string
  taken: readonly { typed: string; company: Named }[]
  /** Words that nobody knows, which may be names; looked for when a name is missing. */
  unknown: () => readonly string[]
  /** Those of them that stand where a company stands, or are written as a name is: nobody else is meant in their place. */
  strangers: () => readonly string[]
}

/** What stands before a name in a question: “has quarry signed”. */
const BEFORE_NAME =
  /(?:^|\b(?:is|are|was|has|have|had|can|could|can not|may|does|do|did|of|for|at|with|by|from|to|about|why|between|and|if|whether) )$/i

const TREE = treeOf([LEXICON_EN, LEXICON_JA], COUNTRY_NAMES)
const vocabulary = vocabularyOf(TREE.words)
const SIGNS = [...SIGNS_EN, ...SIGNS_JA].map(([concept, pattern]) => [concept, new RegExp(pattern, 'u')] as const)

const WE =
  /\b(?:we|ours|(?:can|could|may|am|did|have|do|should|must|why|when) i|i(?= (?:can|could|am (?:not|unable|blocked)|get|tried|try|want to (?:sell|accept|add|become)))|(?:with|from|to|by|and) us|us(?= and)|(?:our|my)(?! (?:\w+ )?(?:customers?|clients?|resellers?|providers?|partners?|distributors?)\b[^@]{0,4}@)(?: company| organi[sz]ation| side)?)\b|(?:弊社|当社|我々|われわれ|わたしたち|私たち|私ども|私達|(?<!の)うち(?=[はがのとにをもで])|わが社|我が社|小社)(?!の(?:顧客|お客様|リセラー|プロバイダー|パートナー)(?:の|である)?@)/u

/** Takes a text apart: companies, countries, numbers, and the meanings of its words. */
export async function listen(raw: string, names: Names, context: Context): Promise<Heard> {
  const text = readable(raw)
  const units = repaired(unitsOf(text))
  const spans = spansOf(units, TREE)
  const { mentions: found, leftovers } = await findCompanies({ text, units, spans }, names, context)
  const mentions = withStrangers({ text, units, spans }, found, leftovers)
  const subjects = leftovers.filter((one) => one.kind !== 'quoted' || !isOurs(one, units, spans))
  const { masked, companies } = mask(text, mentions, subjects)
  const rest = masked === text ? units : repaired(unitsOf(masked))
  const meanings = masked === text ? spans : spansOf(rest, TREE)
  const countries = countriesIn(rest, meanings, masked)
  const low = masked.toLowerCase()
  const said = saidBy(meanings, low)
  const we = WE.exec(low)
  const ours: Standing[] = we ? [{ start: we.index, end: we.index + we[0].length, ours: true }] : []
  const standing = [...companies, ...ours].sort((one, other) => one.start - other.start)
  const days = daysIn(low)
  const code = codeIn(subjects, said)
  const subject = subjects.find(({ typed }) => typed !== code)?.typed
  return {
    masked: low,
    said,
    shape: {
      companies: standing.length,
      countries: countries.length,
      subjects: subject === undefined ? 0 : 1,
      days: days !== undefined,
      code: code !== undefined,
    },
    companies: standing,
    countries,
    ...(days === undefined ? {} : { days }),
    ...(code === undefined ? {} : { code }),
    ...(subject === undefined ? {} : { subject }),
    taken: mentions.flatMap(({ exact, found, typed }) => {
      const [company] = found
      return !exact && found.length === 1 && company ? [{ typed, company }] : []
    }),
    unknown: () => unknownRuns(masked, rest, meanings, []).map(({ start, end }) => masked.slice(start, end)),
    strangers: () =>
      unknownRuns(masked, rest, meanings, []).flatMap(({ start, end }) => {
        const word = masked.slice(start, end)
        return /^\p{Lu}/u.test(word) || !/^[\x20-\x7e]/.test(word) || BEFORE_NAME.test(masked.slice(0, start))
          ? [word]
          : []
      }),
  }
}

/** Mistyped words of ours put right; where they stand does not change. */
function repaired(units: Unit[]): Unit[] {
  for (const unit of units) if (unit.kind === 'word') unit.plain = vocabulary(unit.plain) ?? unit.plain
  return units
}

/** Whether a quotation is made of words of ours alone: the label of a button, not a name. */
const isOurs = (one: Leftover, units: readonly Unit[], spans: readonly Span[]): boolean =>
  units
    .filter((unit, index) => unit.kind !== 'mark' && unit.start >= one.start && unit.end <= one.end && index >= 0)
    .every((unit) =>
      spans.some(({ from, to }) => (units[from]?.start ?? 0) <= unit.start && (units[to - 1]?.end ?? 0) >= unit.end),
    )

function mask(text: string, mentions: readonly Mention[], subjects: readonly Leftover[]) {
  const companies: Standing[] = []
  let masked = ''
  let at = 0
  const pieces = [
    ...mentions.map((one) => ({ ...one, mention: one })),
    ...subjects.map((one) => ({ ...one, mention: undefined })),
  ]
  const seen = new Set<string>()
  for (const { start, end, mention } of pieces.sort((one, other) => one.start - other.start)) {
    if (start < at) continue
    masked += tight(text.slice(at, start))
    at = end
    if (mention) {
      const [only] = mention.found
      const twice = mention.found.length === 1 && only !== undefined && seen.has(only.tenantId)
      if (only && mention.found.length === 1) seen.add(only.tenantId)
      if (!twice) companies.push({ start: masked.length, end: masked.length + 1, ours: false, meant: meantBy(mention) })
    }
    masked += mention ? '@' : '$'
  }
  return { masked: masked + tight(text.slice(at)), companies }
}

/** Without the spaces that Japanese puts around Latin words. */
const tight = (text: string): string => text.replace(AROUND_JAPANESE, '')
const AROUND_JAPANESE =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。])\s+|\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。])/gu

function meantBy({ found, typed }: Mention): Meant {
  const [only] = found
  if (!only) return { kind: 'unknown', typed, nearest: [] }
  if (found.length > 1) return { kind: 'several', typed, candidates: found }
  return { kind: 'known', tenant: only.tenantId }
}

function countriesIn(units: readonly Unit[], spans: readonly Span[], text: string): readonly string[] {
  const found = spans.flatMap(({ from, country }) => (country === undefined ? [] : [{ at: from, country }]))
  for (const [at, { kind, start, end }] of units.entries()) {
    const code = kind === 'word' && end - start === 2 ? countryOfCode(text.slice(start, end)) : undefined
    if (code !== undefined) found.push({ at, country: code })
  }
  return [...new Set(found.sort((one, other) => one.at - other.at).map(({ country }) => country))]
}

function saidBy(spans: readonly Span[], masked: string): ReadonlySet<Concept> {
  const said = new Set<Concept>()
  for (const { concepts } of spans) for (const concept of concepts) said.add(concept)
  for (const [concept, sign] of SIGNS) if (!said.has(concept) && sign.test(masked)) said.add(concept)
  return said
}

/** A number that an order was refused with: named as a code, or left over beside a refusal. */
function codeIn(leftovers: readonly Leftover[], said: ReadonlySet<Concept>): string | undefined {
  if (!said.has('refused') && !said.has('order') && !said.has('errorCode') && !said.has('cannot')) return undefined
  return leftovers.find(({ kind }) => kind === 'number')?.typed
}
