// Long, since names that nobody knows are told from words in two languages and every script.
import { edits, searchKey } from '../../domain/search-key.ts'
import { countryOfCode } from './countries.ts'
import type { Leftover, Mention } from './find-companies.ts'
import { isCapital, type Span, scriptOf, type Unit } from './lexicon.ts'
import { isShouted } from './reading.ts'

type Text = { text: string; units: readonly Unit[]; spans: readonly Span[] }
type Stretch = { start: number; end: number }

/**
 * The companies of a text with those that nobody knows: a longer name than a known one is another name (Alder Holdings,
 * 東海商事), and what is written as a name is one. Nobody fits them, so that nobody else is meant in their place.
 */
export function withStrangers(
  given: Text,
  mentions: readonly Mention[],
  leftovers: readonly Leftover[],
): readonly Mention[] {
  const longer = mentions.map((one) => (one.found.length === 0 ? one : inItsLength(given, one, mentions)))
  const taken = [...longer, ...leftovers]
  const free = ({ start, end }: Stretch): boolean => !taken.some((one) => one.start < end && start < one.end)
  const [latin, japanese] = [latinNames(given, free), japaneseNames(given, free)]
  if (latin.length + japanese.length === 0) return longer
  return [...longer, ...apart([...latin, ...japanese]).map((one) => stranger(given.text, one))]
}

const stranger = (text: string, { start, end }: Stretch): Mention => ({
  start,
  end,
  typed: text.slice(start, end),
  found: [],
  exact: true,
})

const apart = (all: readonly Stretch[]): readonly Stretch[] =>
  all.filter(
    (one, at) =>
      !all.some(
        (other, place) =>
          other.start < one.end &&
          one.start < other.end &&
          (other.end - other.start > one.end - one.start ||
            (other.end - other.start === one.end - one.start && place < at)),
      ),
  )

// ---- a longer name than a known one

/** What goes on as a part of a name in small letters, too. */
const NAME_NOUNS =
  'holding|holdings|group|freight|dental|software|softwear|logistics|industries|bakery|foods|electronics|consulting|ventures|labs|capital|technologies|international|europe|tokyo|osaka'
const NOUN_AFTER = new RegExp(`^ (?:${NAME_NOUNS})(?![\\p{L}\\p{N}])`, 'iu')
const CAPITAL_AFTER = /^ (\p{Lu}[\p{Script=Latin}\p{N}]*)/u
const CAPITAL_BEFORE = /(?:^|[^\p{L}\p{N}])(\p{Lu}[\p{Script=Latin}\p{N}]*) $/u
/** Words of ours that a company may be called by as well. */
const TITLE_NOUNS: ReadonlySet<string> = new Set(
  `${NAME_NOUNS}|works|supply|systems|solutions|services|cloud|trading|traders|distribution|network|networks|partners|business|data|security|support|retail|market|school|hospital|direct|online|company|design|corp|inc|ltd|gmbh|llc`.split(
    '|',
  ),
)
const JAPANESE_NOUNS =
  '(?:商事|商会|商店|商社|産業|工業|興業|物産|電機|電気|電子|製作所|製薬|建設|不動産|食品|運輸|物流|銀行|信用金庫|印刷|精機|化学|ホールディングス|グループ|ソフトウェア|ソフト|システムズ|システム|テクノロジー|テック|クラウド|ソリューションズ|ソリューション|ディストリビューション|ディストリ|ネットワークス|ネットワーク|ネット|データ|ラボ|デザイン|コーポレーション|トレーディング|ジャパン|工房|屋)'
const PLACES =
  '(?:東京|大阪|名古屋|福岡|札幌|京都|横浜|神戸|仙台|広島|九州|関西|関東|東北|北海道|東日本|西日本|日本|ジャパン|アジア)'
/** The part of a name that may follow one: a noun of names, a place. */
const JAPANESE_AFTER = new RegExp(`^(?:${PLACES}|${JAPANESE_NOUNS})+`, 'u')
const AFTER_NAME =
  /^(?:さん|様|社|御中|殿|側)?(?:は|が|を|に|へ|と|の|も|から|より|って|では|で|や|か|、|,|,|\s|宛|向け|間|・|[?。!]|"|「|」|$)/u
const JAPANESE_BEFORE = /(?:新|大|真|第一|第二|東|西|南|北|中|日本|小|本)$/u

function inItsLength(given: Text, mention: Mention, all: readonly Mention[]): Mention {
  const { text } = given
  const before = all.reduce((last, { end }) => (end <= mention.start ? Math.max(last, end) : last), 0)
  const after = all.reduce((next, { start }) => (start >= mention.end ? Math.min(next, start) : next), text.length)
  const [start, end] = [startBefore(given, mention, before), endAfter(given, mention, after)]
  if (start === mention.start && end === mention.end) return mention
  const whole = text.slice(start, end)
  const key = searchKey(whole)
  const isTypo = mention.found.some((named) =>
    [named.name, named.legalName].some(
      (name) =>
        varies(searchKey(name), key, searchKey(text.slice(mention.start, mention.end)).length) ||
        (/^[\x20-\x7e]*$/.test(key) && edits(key, searchKey(name)) <= (key.length < 8 ? 1 : 2)),
    ),
  )
  return isTypo
    ? { ...mention, start, end, typed: whole, exact: false }
    : { start, end, typed: whole, found: [], exact: true }
}

/** 東都ディストリ for 東都ディストリビューション, Contoso Distributors for Contoso Distribution. */
const varies = (name: string, typed: string, begins: number): boolean =>
  name.startsWith(typed) || (typed.length >= begins + 4 && name.startsWith(typed.slice(0, begins + 4)))

function endAfter({ text, units, spans }: Text, { end: from }: Mention, next: number): number {
  let end = from
  while (text[end] === ' ') {
    const rest = text.slice(end, next)
    const noun = NOUN_AFTER.exec(rest)
    const capital = noun || !isCapital(text, end + 1) ? undefined : CAPITAL_AFTER.exec(rest)
    const word = capital?.[1] ?? ''
    const isName =
      word !== '' &&
      !SPEAKS.has(word.toLowerCase()) &&
      isWritten(word) &&
      (TITLE_NOUNS.has(word.toLowerCase()) ||
        (!/\p{Script=Hiragana}/u.test(text) && !isOurs(end + (capital?.[0].length ?? 0) - word.length, units, spans)))
    const length = noun?.[0].length ?? (isName ? (capital?.[0].length ?? 0) : 0)
    if (length === 0) break
    end += length
  }
  if (end > from) return end
  const script = scriptOf(text[from - 1] ?? '')
  if (script === undefined || script === 'letter') return from
  const part = JAPANESE_AFTER.exec(text.slice(from))?.[0]
  return part !== undefined && AFTER_NAME.test(text.slice(from + part.length)) ? from + part.length : from
}

/** Capitals throughout are a short form, no part of a name. */
const isWritten = (word: string): boolean => word.length > 1 && word !== word.toUpperCase()

function startBefore({ text, units, spans }: Text, { start }: Mention, last: number): number {
  const before = text.slice(Math.max(last, start - 40), start)
  const script = scriptOf(String.fromCodePoint(text.codePointAt(start) ?? 0))
  const japanese = script === 'kanji' ? JAPANESE_BEFORE.exec(before)?.[0] : undefined
  if (japanese !== undefined) {
    const at = start - japanese.length
    return at === 0 || !/[\p{Script=Han}\p{Script=Katakana}ー]/u.test(text[at - 1] ?? '') ? at : start
  }
  const word = before.endsWith(' ') ? CAPITAL_BEFORE.exec(before)?.[1] : undefined
  if (word === undefined || word === word.toUpperCase() || SPEAKS.has(word.toLowerCase())) return start
  const at = start - 1 - word.length
  if (isFirst(text, at)) return start
  return isOurs(at, units, spans) ? start : at
}

/** Whether a word that begins at `at` is one of ours. */
function isOurs(at: number, units: readonly Unit[], spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => (units[from]?.start ?? Infinity) <= at && at < (units[to - 1]?.end ?? 0))
}

// ---- names in Latin letters

/** Capitals that name no company: days, months, greetings, roles, what everybody writes so. */
const SPEAKS: ReadonlySet<string> = new Set(
  (
    'monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays ' +
    'january february march april may june july august september october november december hi hello dear thanks regards ' +
    'cheers sorry ok okay yes no i ceo cfo cto coo faq fyi asap api erp crm pdf url id ids sku skus utc jst gmt english ' +
    'japanese internet google linkedin outlook excel word powerpoint copilot visio project bi viva planner onedrive onenote ' +
    'sql server github edge surface sentinel apps premium standard how we our you your defender purview power windows teams'
  ).split(' '),
)
const GREETED = /(?:^|[.!?] ?)(?:hi|hello|hey|dear|thanks|thank you|cheers|regards|sincerely)[, ]+$/i
/** People, who are named by a title or their work, and by the company that they are from. */
const CALLED =
  /\b(?:mr|mrs|ms|miss|dr|herr|frau|prof|madame?|monsieur|colleague|guy|lady|gentleman|engineer|manager|rep|contact person|user|admin|administrator|employee|named|called|my name is|this is|i am|(?:colleagues?|desk|office|team|people|friends|folks|guys|branch|subsidiary|headquarters|hq) (?:over )?in)\.? (?:\p{Lu}\p{L}+ )?$/iu
const IS_FROM = /^,? (?:from|at|over at|of|in) \p{Lu}/u
const TOWARDS = /\b(?:to|for|by|between|than|company|customer|provider|reseller|partner) $/i
const JOINS = /^(?: | & )$/
const STANDS =
  /(?:^|\b(?:is|are|was|has|have|had|can|could|can not|may|does|do|did|of|for|at|with|by|from|to|about|why|between|and|or|if|whether|company|customer|provider|reseller|partner|competitor|distributor) )$/i
const NUMBER = /(?<=\b(?:to|with|by|at) )\d{1,3}(?= ?[?.!]?$)/

function latinNames({ text, units, spans }: Text, free: (stretch: Stretch) => boolean): readonly Stretch[] {
  const found: Stretch[] = []
  // No more than its last twelve characters say whether a text ends in a number.
  const before = Math.max(0, text.length - 12)
  const number = NUMBER.exec(text.slice(before))
  if (number) found.push({ start: before + number.index, end: before + number.index + number[0].length })
  // “birch works” in small letters where a company stands.
  for (let index = 0; index < units.length - 1; index++) {
    const [unit, next] = [units[index], units[index + 1]]
    if (unit?.kind !== 'word' || unit.plain.length < 3 || next?.kind !== 'word') continue
    if (!TITLE_NOUNS.has(next.plain) || SPEAKS.has(unit.plain)) continue
    if (text.slice(unit.end, next.start) !== ' ' || isOurs(unit.start, units, spans)) continue
    if (!free({ start: unit.start, end: next.end })) continue
    if (STANDS.test(text.slice(0, unit.start))) found.push({ start: unit.start, end: next.end })
  }
  for (let index = 0; index < units.length; index++) {
    const begin = index
    let last = index
    if (!isFreeCapital(units[index], text, free)) continue
    while (isFreeCapital(units[last + 1], text, free) && isJoined(text, units[last], units[last + 1])) last++
    const words = units.slice(begin, last + 1)
    const at = words.findIndex((unit, place) => {
      const known = isOurs(unit.start, units, spans)
      if (!known) return true
      // A word of ours begins a name where no sentence and no question begins with it.
      const next = words[place + 1]
      return TITLE_NOUNS.has(unit.plain) && begin + place > 0 && next !== undefined && !isOurs(next.start, units, spans)
    })
    index = last
    if (at < 0) continue
    // Who shouts writes everything in capitals.
    if (isShouted(text)) break
    const own = words.slice(at)
    const end = lastOf(own, units, spans)
    const [first] = own
    const number = first && /(?<![\p{L}\p{N}.-])\d{1,4} $/u.exec(text.slice(0, first.start))?.[0]
    if (first && end !== undefined && speaksOfSomebody(text, { start: first.start, end }, own))
      found.push({ start: first.start - (number?.length ?? 0), end })
  }
  return found.filter(free)
}

/** Where a name ends: with its last word that is not one of ours, or that names may end with. */
function lastOf(words: readonly Unit[], units: readonly Unit[], spans: readonly Span[]): number | undefined {
  let end: number | undefined
  for (const { start, end: after, plain } of words) {
    if (isOurs(start, units, spans) && !TITLE_NOUNS.has(plain)) break
    end = after
  }
  return end
}

function speaksOfSomebody(text: string, { start, end }: Stretch, words: readonly Unit[]): boolean {
  const [first, ...others] = words
  if (!first || SPEAKS.has(first.plain)) return false
  const before = text.slice(Math.max(0, start - 60), start)
  if (GREETED.test(before) || CALLED.test(before)) return false
  if (words.length < 3 && IS_FROM.test(text.slice(end)) && !TOWARDS.test(before)) return false
  const name = text.slice(start, end)
  if (name.length < 2) return false
  if (/\p{Script=Hiragana}/u.test(text) && !/^ ?(?:さん|様|社)?(?:は|が|に|と|へ|も|から)/u.test(text.slice(end)))
    return false
  if (isFirst(text, start) && others.length === 0)
    return /^(?:'s\b| (?:is|are|was|has|have|can|could|does|did|and|or)\b|:|(?:は|が|の|を|に|と|へ|も|から|って|社|さん|様))/.test(
      text.slice(end),
    )
  if (name === name.toUpperCase() && name.length <= 5)
    return (STANDS.test(before) && countryOfCode(name) === undefined) || /^ ?(?:社|さん|様)/.test(text.slice(end))
  return true
}

/** Every sentence begins with a capital. */
const isFirst = (text: string, at: number): boolean =>
  at === 0 || /[^\p{L}\p{N}\p{M},'"&@$/(] ?$|[.!?:] ?$/u.test(text.slice(0, at).replace(/ $/, ''))

const isFreeCapital = (unit: Unit | undefined, text: string, free: (stretch: Stretch) => boolean): boolean =>
  unit?.kind === 'word' && isCapital(text, unit.start) && free(unit)

const isJoined = (text: string, one: Unit | undefined, other: Unit | undefined): boolean =>
  one !== undefined && other !== undefined && JOINS.test(text.slice(one.end, other.start))

// ---- names in Japanese

const RUN = String.raw`[\p{Script=Han}\p{Script=Katakana}ー々]`
const WITH_NOUN = new RegExp(
  `(?<=^|[\\s、。,?!「」()はがをにへの])(?!(?:弊社|当社|自社|同社|御社|貴社|うち|私たち)[はがのもでにとを])(?:(?:誰|どこ|いつ|何|なん)でも|(?!(?:誰|どこ|どの|何)[^でも])[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ー々]{1,8}?)${JAPANESE_NOUNS}(?=さん|様|社|は|が|を|と|の|も|から|へ|に|、|[?。]|$)`,
  'gu',
)
const JOINED_KANJI =
  /(?<![\p{Script=Han}])\p{Script=Han}[とのや]\p{Script=Han}(?=さん|様|社|は|が|を|と|の|も|から|へ|に|、|[?。]|$)/gu
const LONG_RUN = new RegExp(
  `(?:(?<=^|[、。?\\s@])\\p{Script=Hiragana}{2,6}(?<!は|が|を|に|へ|の|も|や))?${RUN}{2,}(?=(?:さん|様|社)?(?:は|が|と|の|も|から))`,
  'gu',
)

/** 株式会社 says that a name follows, in whatever script. */
const WITH_FORM =
  /(?:株式|有限|合同)会社(?![はがをにへとのもやで])[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]{2,16}?(?=さん|様|は|が|を|と|の|も|から|へ|に|、|[?。]|$)/gu

function japaneseNames({ text, units, spans }: Text, free: (stretch: Stretch) => boolean): readonly Stretch[] {
  const covered = new Uint8Array(units.length)
  for (const { from, to } of spans) covered.fill(1, from, to)
  const isFresh = (unit: Unit, index: number): boolean => unit.kind === 'character' && !covered[index]
  if (!units.some((unit, index) => isFresh(unit, index) && free(unit)) && !SPOKEN.test(text)) return []
  const inside = (unit: Unit, { start, end }: Stretch): boolean => unit.start >= start && unit.end <= end
  const known = (start: number, end: number): boolean =>
    units.every((unit, index) => !inside(unit, { start, end }) || covered[index] === 1)
  const fresh = (stretch: Stretch): readonly Unit[] =>
    units.filter((unit, index) => isFresh(unit, index) && inside(unit, stretch))
  const freely = (pattern: RegExp): readonly Stretch[] => stretches(pattern, text).filter(free)
  return [
    ...freely(WITH_NOUN).filter(
      (one) =>
        fresh(one).length > 0 ||
        /^(?:誰|どこ|いつ|何|なん)でも/u.test(text.slice(one.start, one.end)) ||
        /[商興]/u.test(text.slice(one.end - 2, one.end)),
    ),
    ...freely(WITH_FORM).filter((one) => fresh(one).length > 0),
    ...freely(JOINED_KANJI).filter(({ start, end }) => !known(start, start + 1) && !known(end - 1, end)),
    ...freely(LONG_RUN).filter((one) => {
      const name = text.slice(one.start, one.end)
      if (!/[\p{Script=Katakana}ー]{3,}/u.test(name) || /ー$/u.test(name)) return false
      return fresh(one).filter(({ plain }) => scriptOf(plain) === 'katakana').length >= 2
    }),
  ]
}

/** What makes a name of words of ours alone. */
const SPOKEN = /でも|[商興]/

function stretches(pattern: RegExp, text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length })
  return found
}
