// Long, since every way to name a company stands here: in full, in part, by number or domain, in quotes, and mistyped.
import { edits, firstWord, otherWords, searchable, searchKey } from '../../domain/search-key.ts'
import { KEY_CHARACTERS } from '../../domain/store/name-entries.ts'
import { type Begun, common, isThere, type Named, type Names, NEIGHBOURS } from '../../domain/store/names.ts'
import { memo } from '../memo.ts'
import { bySound, runsBySound } from './by-sound.ts'
import { isCapital, isInWords, type Span, scriptOf, type Unit } from './lexicon.ts'
import type { Context } from './understanding.ts'

/** Where a text names a company, and who fits. `exact` is false where it was not typed in full. */
export type Mention = { start: number; end: number; typed: string; found: readonly Named[]; exact: boolean }

/** A number or a quoted text that names no company: a code, a subscription. */
export type Leftover = { start: number; end: number; typed: string; kind: 'number' | 'quoted' | 'guid' | 'mail' }

type Text = { text: string; units: readonly Unit[]; spans: readonly Span[] }

const MOST_PLACES = 12
const MOST_GUESSES = 3
const LONGEST_NAME = 60

/** Every company that a text names, in order. */
export async function findCompanies(
  given: Text,
  names: Names,
  context: Context,
): Promise<{ mentions: readonly Mention[]; leftovers: readonly Leftover[] }> {
  const [byName, marked] = MARKED.test(given.text)
    ? await Promise.all([inFull(given, names), byMark(given.text, names, context)])
    : [await inFull(given, names), UNMARKED]
  const sure = apart([...marked.mentions, ...byName])
  const leftovers = marked.leftovers.filter((one) => !sure.some((other) => overlap(one, other)))
  const runs = unknownRuns(given.text, given.units, given.spans, [...sure, ...leftovers])
  const heard = runsBySound(given, [...sure, ...leftovers])
  if (runs.length === 0 && heard.length === 0) return { mentions: inPlace(sure), leftovers }
  const guessed = await Promise.all([mistyped(given.text, runs, names), bySound(given.text, heard, names)])
  return { mentions: inPlace(apart([...sure, ...guessed.flat()])), leftovers }
}

const inPlace = (mentions: Mention[]): Mention[] => mentions.sort((one, other) => one.start - other.start)

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end

/** Longer before shorter, whole names before parts; whatever overlaps a better one is dropped. */
function apart(mentions: readonly Mention[]): Mention[] {
  if (mentions.every((one, index) => one.start >= (mentions[index - 1]?.end ?? 0))) return [...mentions]
  const kept: Mention[] = []
  const worth = (one: Mention): number => one.end - one.start + (one.exact ? 100 : 0)
  for (const one of mentions.toSorted((a, b) => worth(b) - worth(a)))
    if (!kept.some((other) => overlap(one, other))) kept.push(one)
  return kept
}

// ---- in full or in part

async function inFull({ text, units, spans }: Text, names: Names): Promise<readonly Mention[]> {
  const places = placesOf(text, units, spans)
  if (places.length === 0) return []
  const { key, at } = searchable(text)
  const found: Mention[] = []
  // Inside a name nobody else is looked for, so that one look-up follows the other.
  for (const place of places) {
    const { start } = place
    const from = atOrAfter(at, start)
    if (from === at.length || found.some((one) => one.exact && one.start <= start && start < one.end)) continue
    const rest = { key: key.slice(from, from + LONGEST_NAME), at, from }
    const first = keyUpTo(place.end, rest)
    const begun = await (place.second === undefined ? names.begun(rest.key, first) : begunByOurs(place, rest, names))
    const beyond =
      place.second === undefined && !isThere(begun, rest.key) ? await names.beyond(rest.key, first) : NOBODY
    const near = beyond.length === 0 ? begun : [...beyond, ...begun]
    const mention = bestAt(text, start, rest, near, spans, units)
    if (mention) found.push(mention)
  }
  return found
}

/**
 * Where a name may begin, and where its first word or character ends. A word of ours that begins one goes on to `second`,
 * the end of the word behind it, or is a whole name; undefined where nobody knows the word.
 */
type Place = { start: number; end: number; rank: number; second: number | undefined; asks: boolean }

async function begunByOurs(place: Place, rest: Rest, names: Names): Promise<readonly Begun[]> {
  const [first, both] = [keyUpTo(place.end, rest), keyUpTo(place.second ?? place.end, rest)]
  const two = both.length > first.length ? twoWords(both, rest.key, names) : NOBODY
  if (place.asks) return await two
  const [found, one] = await Promise.all([two, names.begun(first, first)])
  return [...found, ...one]
}

const NOBODY: readonly Begun[] = []

/** Mostly nobody; of many those next to the text. */
async function twoWords(both: string, key: string, names: Names): Promise<readonly Begun[]> {
  const all = await names.beyond(both.slice(0, -1), both)
  return all.length < NEIGHBOURS ? all : [...(await names.beyond(key, both)), ...(await names.begun(key, both))]
}

/** The key of what stands before `end`, one character of it at least. */
function keyUpTo(end: number, { key, at, from }: Rest): string {
  return key.slice(0, Math.max(1, atOrAfter(at, end) - from))
}

/** The first character of a key that stands at a place of the text, or behind it. */
function atOrAfter(at: readonly number[], place: number): number {
  let [low, high] = [0, at.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** What English questions begin with. */
const ASKS: ReadonlySet<string> = new Set(
  (
    'is are was were am has have had can could may might must does do did will would shall should why what which who whom ' +
    'whose where when how if and or but so the a an any please tell show list give let in on of for from to with by at'
  ).split(' '),
)

const isHiragana = (character = ''): boolean => scriptOf(character) === 'hiragana'
/** A number may begin a name: 365 Cloud. */
const SPACED_CAPITAL = /^ \p{Lu}/u
const NUMBER_THEN_KANA = /^ ?\p{Script=Katakana}{2}/u
const NUMBER = /^\d+$/

const FORM_BEFORE = /(?:株式会社|有限会社|合同会社|\([株有同]\)|\bkk|\bk\.k\.)\s*$/i
const FORM = /会社|\([株有同]\)|k\.?k/i

/**
 * Where a name may begin, in order. Of too many those are left out that stand last: words that nobody knows come first, then
 * capitals, then everything after a particle.
 */
function placesOf(text: string, units: readonly Unit[], spans: readonly Span[]): readonly Place[] {
  const covered = new Uint8Array(units.length)
  const ends = new Uint8Array(units.length + 1)
  ends[0] = 1
  for (const { from, to } of spans) {
    ends[to] = 1
    if (to - from === 1 && isHiragana(units[from]?.plain)) continue
    covered.fill(1, from, to)
  }
  const hasForm = FORM.test(text)
  const places: Place[] = []
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]
    if (!unit || unit.kind === 'mark') continue
    const { start, end, plain } = unit
    if (unit.kind === 'word') {
      const isNumber = plain < ':' && NUMBER.test(plain)
      if (
        isNumber &&
        plain.length <= 3 &&
        !(SPACED_CAPITAL.test(text.slice(end, end + 3)) || NUMBER_THEN_KANA.test(text.slice(end)))
      )
        continue
      if (!covered[index] || isNumber) places.push({ start, end, rank: 0, second: undefined, asks: false })
      else if ((index === 0 || plain.length > 1) && isCapital(text, start)) {
        let next = index + 1
        while (units[next]?.kind === 'mark') next++
        const second = units[next]?.end ?? end
        places.push({ start, end, rank: index === 0 ? 2 : 1, second, asks: index === 0 && ASKS.has(plain) })
      }
      continue
    }
    const before = units[index - 1]
    const fresh =
      before?.kind !== 'character' ||
      before.end !== start ||
      ends[index] === 1 ||
      scriptOf(before.plain) !== scriptOf(plain) ||
      (isHiragana(before.plain) && !covered[index - 1])
    const isAfterWord = before?.kind === 'word'
    if (hasForm && FORM_BEFORE.test(text.slice(Math.max(0, start - 8), start)))
      places.push({ start, end, rank: -1, second: undefined, asks: false })
    else if (fresh && !covered[index]) {
      const isMidKana = ends[index] !== 1 && isHiragana(plain) && isHiragana(before?.plain)
      const rank = !isMidKana ? rankOf(text, start) : KANA_THEN_MORE.test(text.slice(start, start + 5)) ? 2 : 3
      places.push({ start, end, rank, second: undefined, asks: false })
    } else if (fresh && ends[index] === 1 && !isAfterWord)
      places.push({ start, end, rank: isHiragana(plain) ? 2 : 1, second: undefined, asks: false })
  }
  return places.length > MOST_PLACES ? likeliest(places) : places
}

/** A particle before another script begins no name; two kanji before kana are rather a word, unless a title follows. */
const rankOf = (text: string, at: number): number =>
  PARTICLE.test(text.slice(at, at + 2)) ? 2.5 : SHORT_WORD.test(text.slice(at, at + 5)) ? 0.5 : 0
/** みなとシステムズ, ひかり商事. */
const KANA_THEN_MORE = /^\p{Script=Hiragana}{2,4}[\p{Script=Katakana}\p{Script=Han}]/u
const PARTICLE = /^\p{Script=Hiragana}(?:\P{Script=Hiragana}|$)/u
const SHORT_WORD = /^\p{Script=Han}{1,2}(?!さん|\p{Script=Han}|[\p{Script=Katakana}ー])/u

function likeliest(places: Place[]): readonly Place[] {
  for (const rank of [3, 2.5, 2, 1, 0.5, 0])
    for (let at = places.length - 1; at >= 0 && places.length > MOST_PLACES; at--)
      if (places[at]?.rank === rank) places.splice(at, 1)
  return places.slice(-MOST_PLACES)
}

/** The search key of a text from one place on; `at` says of the whole key where it stands in the text. */
type Rest = { key: string; at: readonly number[]; from: number }

function bestAt(
  text: string,
  start: number,
  rest: Rest,
  near: readonly Begun[],
  spans: readonly Span[],
  units: readonly Unit[],
): Mention | undefined {
  if (near.length === 0) return undefined
  let best: { length: number; whole: boolean; found: Named[] } | undefined
  let nearly: { end: number; named: Named } | undefined
  for (const { key: begun, named } of near)
    for (const key of begun.length < KEY_CHARACTERS ? [begun] : keysOf(named)) {
      const length = common(key, rest.key)
      if (length === 0) continue
      const whole = length === key.length
      if (best?.whole && (!whole || length < best.length)) continue
      const end = endOf(rest, length)
      if (!endsWord(text, end, spans, units)) {
        if (isNearly(key, length, text[end - 1] ?? '')) nearly ??= { end, named }
        continue
      }
      if (!whole && !enough(key.slice(0, length), nameWith(key, named))) continue
      if (!whole && isKnown(start, end, spans, units)) continue
      if (!best || Number(whole) - Number(best.whole) > 0 || (whole === best.whole && length > best.length))
        best = { length, whole, found: [named] }
      else if (whole === best.whole && length === best.length && !best.found.some(isSame(named))) best.found.push(named)
    }
  if (!best && nearly) {
    const end = nearly.end + (/^[\p{Script=Katakana}ー]+/u.exec(text.slice(nearly.end))?.[0].length ?? 0)
    return { start, end, typed: text.slice(start, end), found: [nearly.named], exact: false }
  }
  if (!best) return undefined
  const whose = best.whole || !/'s$/i.test(text.slice(start, endOf(rest, best.length))) ? 0 : 2
  const end = afterForm(text, endOf(rest, best.length) - whose)
  const begin = start - (FORM_BEFORE.exec(text.slice(0, start))?.[0].length ?? 0)
  return {
    start: begin,
    end,
    typed: text.slice(begin, end).trim(),
    found: best.whole && best.found.length > 1 ? goingBy(rest.key.slice(0, best.length), best.found) : best.found,
    exact: best.whole,
  }
}

const isSame =
  ({ tenantId }: Named) =>
  (other: Named): boolean =>
    other.tenantId === tenantId

const keysOf = ({ name, legalName }: Named): readonly string[] =>
  name === legalName ? [keyOf(name)] : [keyOf(name), keyOf(legalName)]

const nameWith = (key: string, { name, legalName }: Named): string =>
  name === legalName || keyOf(name) === key ? name : legalName

const endOf = ({ at, from }: Rest, length: number): number => (at[from + length - 1] ?? 0) + 1

/** Who goes by a name is meant before those whose legal name it is as well. */
function goingBy(key: string, found: readonly Named[]): readonly Named[] {
  const known = found.filter(({ name }) => keyOf(name) === key)
  return known.length > 0 ? known : found
}

/** Names are few and asked for often. */
const MOST_KEYS = 5_000
const keyOf = memo(searchKey, MOST_KEYS)
const firstLengthOf = memo((name) => searchable(name.split(/[\s,/&+・]+/)[0] ?? '').key.length, MOST_KEYS)

/** 青空ソフトウェア for 青空ソフト: most of a name that ends in katakana, run on in katakana. */
const isNearly = (key: string, length: number, last: string): boolean =>
  length >= 4 &&
  length * 3 >= key.length * 2 &&
  /[\p{Script=Katakana}ー]/u.test(last) &&
  /\p{Script=Katakana}/u.test(key.slice(-1))

/** A part of a name is its whole first word of four letters or more, or two characters where words have no spaces. */
function enough(part: string, name: string): boolean {
  if (!/^[\p{Script=Latin}\p{N}]+$/u.test(part)) return [...part].length >= 2
  return part.length >= 4 && part.length >= firstLengthOf(name)
}

/** Whether nothing of a name can follow: a space, a mark, a particle, another script. */
function endsWord(text: string, end: number, spans: readonly Span[], units: readonly Unit[]): boolean {
  const next = text[text[end] === 'ー' ? end + 1 : end] ?? ''
  if (!isInWords(next)) return true
  const before = scriptOf(text[end - 1] ?? '')
  const after = scriptOf(next)
  if (after === 'hiragana' || before !== after) return true
  if (after === 'letter' || after === 'katakana') return false
  return spans.some(({ from }) => units[from]?.start === end)
}

/** Whether all of a stretch are words of ours. */
function isKnown(start: number, end: number, spans: readonly Span[], units: readonly Unit[]): boolean {
  return spans.some(({ from, to }) => (units[from]?.start ?? end) <= start && (units[to - 1]?.end ?? 0) >= end)
}

const FORM_AFTER =
  /^(?:\s*(?:株式会社|有限会社|合同会社|\([株有同]\))|,?\s+(?:kk|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|pty|gmbh|ag|kg|sas|sasu|sarl|sa|bv|nv|ab|oy|spa|srl)\b\.?(?!\p{L}))+/iu

const MAY_BE_FORM = /[\s,(株有合]/

/** Where a name ends with the form of its company; a long vowel's mark, which no key keeps, is a part of it. */
function afterForm(text: string, end: number): number {
  const whole = text[end] === 'ー' ? end + 1 : end
  return MAY_BE_FORM.test(text[whole] ?? '') ? whole + (FORM_AFTER.exec(text.slice(whole))?.[0].length ?? 0) : whole
}

// ---- by number, domain, tenant, in quotes

const MARKS =
  /(?<guid>\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b)|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<domain>(?<![\w.@-])[\p{L}\p{N}](?:[\p{L}\p{N}-](?<![\u3041-\u9fff][a-z\d]))*(?:\.(?:[\p{L}\p{N}-](?<![\u3041-\u9fff][a-z\d]))+)*\.[a-z]{2,}(?![\w-]))|"(?<quote>[^"]{2,60})"|「(?<corner>[^」]{2,60})」|『(?<double>[^』]{2,60})』|(?<number>(?<![\w.-])\d{4,10}(?![\w-]|\s*(?:日|days?|年|月|円)))/giu
/** Most texts have none of it, and are not searched. */
const MARKED = /[@"「『]|(?<![\w.-])\d{4}|\.[a-z]{2}|-[0-9a-f]{4}-/i
const IS_CODE = /(?:code|error|fault|エラー|コード|番号は|err)\S{0,3}[\s:#="'(「]*(?:is |was |of |number )?$/i

/** What says of which kind a number is; it names nothing of its own. */
const CALLED =
  /(?:\b(?:mpn(?: ?ids?| numbers?| accounts?)?|partner ids?|tenant(?: ids?)?|domain)|テナント(?: ?id)?|mpn ?番号|ドメイン)(?: ?(?:of|is|が|の|[:#=(])?)\s*$/i

type Marked = { mentions: readonly Mention[]; leftovers: readonly Leftover[] }

const UNMARKED: Marked = { mentions: [], leftovers: [] }

async function byMark(text: string, names: Names, { byId }: Context): Promise<Marked> {
  const mentions: Mention[] = []
  const leftovers: Leftover[] = []
  const look = async (match: RegExpExecArray): Promise<void> => {
    const { guid, mail, domain, quote, corner, double, number } = match.groups ?? {}
    const [begin, end] = [match.index, match.index + match[0].length]
    const start = begin - ((quote ?? corner ?? double) ? 0 : (CALLED.exec(text.slice(0, begin))?.[0].length ?? 0))
    const quoted = quote ?? corner ?? double
    const typed = quoted ?? match[0]
    const keep = (found: readonly Named[], exact = true): void => {
      mentions.push({ start, end, typed, found, exact })
    }
    const leave = (kind: Leftover['kind'], isCode = false): void => {
      // What is called a code is one before any other number.
      leftovers.splice(isCode ? 0 : leftovers.length, 0, { start, end, typed, kind })
    }
    if (quoted !== undefined) {
      const known = idOf(quoted)
      const named = known ? await byId(known) : undefined
      if (named) return keep([named])
      const found = await wholeName(quoted, names)
      return found.length > 0 ? keep(found) : leave('quoted')
    }
    const isCode = number !== undefined && IS_CODE.test(text.slice(0, begin))
    const id = guid
      ? tenantOf(guid)
      : number
        ? ({ kind: 'mpn', text: number } as const)
        : domainOf(mail ?? domain ?? '')
    const named = await byId(id)
    if (named) return keep([named])
    if (isCode) return leave('number', isCode)
    if (domain !== undefined) return isDomain(domain) ? keep([]) : undefined
    leave(guid ? 'guid' : mail ? 'mail' : 'number')
  }
  await Promise.all([...text.matchAll(MARKS)].slice(0, MOST_PLACES).map(look))
  return { mentions, leftovers }
}

type Id = Parameters<Context['byId']>[0]

const tenantOf = (guid: string): Id => ({ kind: 'tenant', text: guid.toLowerCase() })
const domainOf = (mail: string): Id => ({ kind: 'domain', text: mail.slice(mail.lastIndexOf('@') + 1).toLowerCase() })
const isDomain = (text: string): boolean => /\.(?:[a-z]{2}|com|net|org|info|biz|example|test|dev|cloud|io)$/i.test(text)

/** A text that is nothing but a tenant ID, an MPN ID, a domain or a mail address. */
export function idOf(text: string): Id | undefined {
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)) return tenantOf(text)
  if (/^\d{4,10}$/.test(text)) return { kind: 'mpn', text }
  return /^\S+\.[a-z]{2,}$/i.test(text) ? domainOf(text) : undefined
}

async function wholeName(text: string, names: Names): Promise<readonly Named[]> {
  const key = searchKey(text)
  if (key === '') return []
  const near = await names.near(key)
  const keys = (named: Named): readonly string[] => [searchKey(named.name), searchKey(named.legalName)]
  const whole = near.filter((named) => keys(named).includes(key))
  return whole.length > 0
    ? whole
    : near.filter((named) => keys(named).some((one) => one.startsWith(key) && enough(key, named.name)))
}

// ---- mistyped

/** Words that nobody knows, by the nearest names: one edit in the first word, two in all. */
async function mistyped(
  text: string,
  runs: readonly { start: number; end: number }[],
  names: Names,
): Promise<readonly Mention[]> {
  const stretches = likeNames(text, runs).flatMap((run) => namesIn(text, run))
  const found = await Promise.all(
    stretches.map(async (run) => {
      const typed = text.slice(run.start, run.end)
      const candidates = (await names.like(firstWord(typed))).concat(
        await names.like(firstWord(typed), otherWords(typed)),
      )
      return nearest(text, run, candidates)
    }),
  )
  return found.filter((mention) => mention !== undefined)
}

/** A run, and the same without kana before it and a title behind it: た青空ソトフ様. */
function namesIn(text: string, run: { start: number; end: number }): readonly { start: number; end: number }[] {
  const typed = text.slice(run.start, run.end)
  if (!FAR_EASTERN.test(typed)) return [run]
  const start = run.start + (KANA_FIRST.exec(typed)?.[0].length ?? 0)
  const end = run.end - (TITLE.exec(typed)?.[0].length ?? 0)
  return start === run.start && end === run.end ? [run] : [run, { start, end }]
}

const FAR_EASTERN = /[\u3041-\u9fff]/
const TITLE = /(?:様|殿|御中|社)$/
const KANA_FIRST = /^\p{Script=Hiragana}+(?=\P{Script=Hiragana})/u

/** The first few; where there are more, what is written as a name goes before other words. */
function likeNames(text: string, runs: readonly { start: number; end: number }[]) {
  if (runs.length <= MOST_GUESSES) return runs
  const capital = ({ start }: { start: number }): number => Number(isCapital(text, start))
  return runs.toSorted((one, other) => capital(other) - capital(one)).slice(0, MOST_GUESSES)
}

function nearest(text: string, run: { start: number; end: number }, candidates: readonly Named[]): Mention | undefined {
  let best: { distance: number; end: number; found: Named[] } | undefined
  for (const named of candidates)
    for (const name of [named.name, named.legalName]) {
      const key = searchKey(name)
      for (const end of endsAfter(text, run)) {
        const typed = searchKey(text.slice(run.start, end))
        const first = firstWord(name)
        const distance = Math.min(
          edits(typed, key),
          // A mistyped first word stands for the name as an exact one does.
          /^[a-z0-9]+$/.test(first) && first.length >= 4
            ? edits(typed, searchable(name.split(/[\s,]+/)[0] ?? '').key, 1) + 0.5
            : 9,
        )
        if (distance > 2 || distance * 3 > typed.length) continue
        if (!best || distance < best.distance || (distance === best.distance && end > best.end))
          best = { distance, end, found: [named] }
        else if (distance === best.distance && end === best.end && !best.found.includes(named)) best.found.push(named)
      }
    }
  if (!best) return undefined
  const end = afterForm(text, best.end)
  return { start: run.start, end, typed: text.slice(run.start, end), found: best.found, exact: false }
}

/** The run itself and up to two words more: “Adventrue Works”. */
function endsAfter(text: string, { start, end }: { start: number; end: number }): readonly number[] {
  const ends = [end]
  const more = /^[ ](?:[\p{Script=Latin}\p{M}\p{N}]+)/u
  let at = end
  for (let words = 0; words < 2; words++) {
    const next = more.exec(text.slice(at))
    if (!next || !/[\p{Script=Latin}]/u.test(text[start] ?? '')) break
    at += next[0].length
    ends.push(at)
  }
  return ends
}

/** The names nearest to what was typed, for whom nobody fits. */
export async function nearestNames(typed: string, names: Names): Promise<readonly Named[]> {
  const key = searchKey(typed)
  const [like, near] = await Promise.all([names.like(firstWord(typed)), names.near(key)])
  const begins = near.filter(({ name, legalName }) =>
    [name, legalName].some((one) => common(searchKey(one), key) >= Math.min(/^[a-z0-9]/.test(key) ? 3 : 2, key.length)),
  )
  return [...new Map([...like, ...begins].map((named) => [named.tenantId, named])).values()].slice(0, 5)
}

/** Unknown words of four letters or more, unknown runs of three characters or more. */
export function unknownRuns(
  text: string,
  units: readonly Unit[],
  spans: readonly Span[],
  taken: readonly { start: number; end: number }[],
): readonly { start: number; end: number }[] {
  const covered = new Uint8Array(units.length)
  for (const { from, to } of spans) {
    const single = to - from === 1 && units[from]?.kind === 'character'
    if (!single || isHiragana(units[from]?.plain)) covered.fill(1, from, to)
  }
  const runs: { start: number; end: number }[] = []
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]
    if (!unit || unit.kind === 'mark' || covered[index] || taken.some((one) => overlap(one, unit))) continue
    if (unit.kind === 'word') {
      if (unit.plain.length >= 4 && !/^\d+$/.test(unit.plain)) runs.push({ start: unit.start, end: unit.end })
      continue
    }
    let end = unit.end
    let to = index
    // Names run on over characters that are words of ours alone: 青空ソフト.
    while (to + 1 < units.length) {
      const next = units[to + 1]
      if (next?.kind !== 'character' || next.start !== end || taken.some((one) => overlap(one, next))) break
      if (covered[to + 1] && (isHiragana(next.plain) || startsLong(spans, to + 1))) break
      end = next.end
      to++
    }
    if (end - unit.start >= 3 && !/^[\p{Script=Hiragana}]+$/u.test(text.slice(unit.start, end)))
      runs.push({ start: unit.start, end })
    index = to
  }
  return runs
}

const startsLong = (spans: readonly Span[], index: number): boolean =>
  spans.some(({ from, to }) => from === index && to - from >= 2)
