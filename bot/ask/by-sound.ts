import { searchKey } from '../../domain/search-key.ts'
import type { Named, Names } from '../../domain/store/names.ts'
import { hiragana, katakana } from '../search/kana.ts'
import type { Mention } from './find-companies.ts'
import type { Span, Unit } from './lexicon.ts'

type Stretch = { start: number; end: number }
type Text = { text: string; units: readonly Unit[]; spans: readonly Span[] }

/** Companies that a text writes in katakana, and that write themselves otherwise: コントソ is Contoso, ミナト is みなと. */
export async function bySound(given: Text, taken: readonly Stretch[], names: Names): Promise<readonly Mention[]> {
  const runs = runsOf(given, taken)
  const found = await Promise.all([
    ...runs.map((run) => inLatin(given.text, run, names)),
    ...runs.map((run) => inHiragana(given.text, run, names)),
  ])
  return found.filter((mention) => mention !== undefined)
}

async function inLatin(text: string, { start, end }: Stretch, names: Names): Promise<Mention | undefined> {
  const typed = text.slice(start, end)
  if (typed.length < LEAST_KANA || soundsOf(typed).length < LEAST_SOUNDS) return undefined
  const near = await Promise.all(beginningsOf(typed).map((key) => names.startingWith(key, { limit: MOST_LOOKED_AT })))
  const companies = near.flatMap(({ items }) => items.filter(({ name }) => soundsLike(typed, name)))
  return mentionOf(text, { start, end }, companies)
}

async function inHiragana(text: string, { start, end }: Stretch, names: Names): Promise<Mention | undefined> {
  const { items } = await names.startingWith(hiragana(text.slice(start, start + 2)), { limit: MOST_LOOKED_AT })
  if (items.length === 0) return undefined
  const kanji = KANJI.exec(text.slice(end, end + MOST_KANJI))?.[0].length ?? 0
  for (let more = kanji; more >= 0; more--) {
    const key = katakana(searchKey(text.slice(start, end + more)))
    const companies = items.filter(({ name }) => katakana(searchKey(name)).startsWith(key))
    if (companies.length > 0) return mentionOf(text, { start, end: end + more }, companies)
  }
  return undefined
}

function mentionOf(text: string, { start, end }: Stretch, companies: readonly Named[]): Mention | undefined {
  const found = [...new Map(companies.map((named) => [named.tenantId, named])).values()]
  return found.length === 0 ? undefined : { start, end, typed: text.slice(start, end), found, exact: false }
}

/** Runs of katakana that are not words of ours alone, and the same up to the first such word: コントソパートナー. */
function runsOf({ text, units, spans }: Text, taken: readonly Stretch[]): readonly Stretch[] {
  const known = spans
    .filter(({ from, to }) => to - from > 1)
    .map(({ from, to }) => ({ start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 }))
  return [...text.matchAll(KATAKANA)].slice(0, MOST_RUNS).flatMap(({ index: start, 0: run }) => {
    const end = start + run.length
    if (taken.some((one) => one.start < end && start < one.end)) return []
    if (known.some((one) => one.start <= start && one.end >= end)) return []
    const word = known.find((one) => one.start > start && one.start < end)
    return word
      ? [
          { start, end },
          { start, end: word.start },
        ]
      : [{ start, end }]
  })
}

const KATAKANA = /[ァ-ヺー]{3,}/g
const KANJI = /^\p{Script=Han}+/u
const MOST_KANJI = 4
const MOST_RUNS = 4

/** Whether what is typed in katakana sounds as a Latin name does, or as its first words, one of them cut short. */
function soundsLike(typed: string, name: string): boolean {
  const sounds = soundsOf(typed)
  const words = name
    .split(/[\s,.&-]+/)
    .filter((word) => word !== '')
    .map(plain)
  // An R that no vowel follows is mostly not heard.
  return [words, words.map((word) => word.replace(MUTE, ''))].some((said) => {
    const [first = '', ...others] = said.map(heard)
    return sounds === first || (sounds.length > first.length && [first, ...others].join('').startsWith(sounds))
  })
}

/** Fewer sounds are those of too many names. */
const LEAST_SOUNDS = 3
const LEAST_KANA = 4
const MOST_LOOKED_AT = 50

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const MUTE = /r(?=e?s?$|[^aeiouyr])/g

/** What stays of a Latin word in Japanese: its consonants, those that katakana does not tell apart as one. */
const heard = (word: string): string =>
  REPLACED.reduce((left, [letters, sounds]) => left.replace(letters, sounds), word).replace(/(.)\1+/g, '$1')

const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/[ts]ion/g, 'sn'],
  [/tch|ch/g, 't'],
  [/dg(?=[eiy])|g(?=[eiy])/g, 'j'],
  [/ph/g, 'f'],
  [/th|sh|c(?=[eiy])|z/g, 's'],
  [/ck|[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'b'],
  [/l/g, 'r'],
  [/m(?=[bp])/g, 'n'],
  [/w(?![aeiou])|(?<=[^aeiou])h|h(?![aeiou])|y/g, ''],
  [/(?<!^)[aeiou]|^[aeiou]+(?=[aeiou])/g, ''],
  [/^[aeiou]/g, 'a'],
]

/** The rows of the kana by their consonants; a vowel counts where a name begins with it. */
const ROWS: readonly (readonly [string, string])[] = [
  ['k', 'カキクケコ'],
  ['g', 'ガギグゲゴ'],
  ['s', 'サシスセソザズゼゾ'],
  ['j', 'ジヂ'],
  ['t', 'タチテト'],
  ['ts', 'ツ'],
  ['d', 'ダデドヅ'],
  ['n', 'ナニヌネノン'],
  ['h', 'ハヒヘホ'],
  ['f', 'フ'],
  ['b', 'バビブベボヴ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
  ['w', 'ワ'],
]
const CONSONANTS = new Map(ROWS.flatMap(([sound, kana]) => [...kana].map((one) => [one, sound] as const)))
const VOWELS = new Map(
  [
    'アカガサザタダナハバパマヤラワャァ',
    'イキギシジチヂニヒビピミリィ',
    'ウクグスズツヅヌフブプムユルヴュゥ',
    'エケゲセゼテデネヘベペメレェ',
    'オコゴソゾトドノホボポモヨロョォ',
  ].flatMap((kana, vowel) => [...kana].map((one) => [one, 'aiueo'.charAt(vowel)] as const)),
)

function soundsOf(katakana: string): string {
  const sounds = Array.from(katakana.replace(/ウ(?=[ィェォイエオ])/g, 'ワ'), (one, at) =>
    at === 0 && 'アイウエオ'.includes(one) ? 'a' : (CONSONANTS.get(one) ?? ''),
  )
  return sounds.join('').replace(/(.)\1+/g, '$1')
}

/** How a Latin name may begin that sounds so, in two letters. */
function beginningsOf(katakana: string): readonly string[] {
  const [first = '', second = ''] = katakana.replace(/^ウ(?=[ィェォイエオ])/, 'ワ').replace(/[ーッ・]/g, '')
  const small = /[ァィゥェォャュョ]/.test(second)
  const vowel = VOWELS.get(small ? second : first) ?? ''
  const sound = CONSONANTS.get(first)
  const next = CONSONANTS.get(second)
  if (sound === undefined)
    return (SPELT_VOWELS[vowel] ?? []).flatMap((one) => SPELT[next ?? '']?.map((two) => one + two) ?? [])
  const vowels = SPELT_VOWELS[vowel] ?? []
  const after = !small && (vowel === 'u' || first === 'ト' || first === 'ド') ? (SPELT[next ?? ''] ?? []) : []
  return (SPELT[sound] ?? []).flatMap((one) => [...vowels, ...after].map((two) => one + two))
}

const SPELT_VOWELS: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'u'],
  i: ['i', 'e'],
  u: ['u', 'o'],
  e: ['e', 'a'],
  o: ['o', 'a'],
}
const SPELT: Readonly<Record<string, readonly string[]>> = {
  k: ['c', 'k'],
  g: ['g'],
  s: ['s', 'c', 't'],
  j: ['j', 'g'],
  t: ['t', 'c'],
  ts: ['t'],
  d: ['d'],
  n: ['n'],
  h: ['h'],
  f: ['f', 'p'],
  b: ['b', 'v'],
  p: ['p'],
  m: ['m'],
  r: ['r', 'l'],
  w: ['w'],
}
