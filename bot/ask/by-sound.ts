import type { Named, Names } from '../../domain/store/names.ts'
import type { Mention } from './find-companies.ts'
import type { Span, Unit } from './lexicon.ts'

type Stretch = { start: number; end: number }
type Text = { text: string; units: readonly Unit[]; spans: readonly Span[] }

/** Companies with Latin names that a text writes in katakana as they sound: コントソ, ノースウィンド. */
export async function bySound(given: Text, taken: readonly Stretch[], names: Names): Promise<readonly Mention[]> {
  const found = await Promise.all(
    runsOf(given, taken).map(async ({ start, end }): Promise<Mention | undefined> => {
      const typed = given.text.slice(start, end)
      if (soundsOf(typed).length < LEAST_SOUNDS) return undefined
      const near = await Promise.all(
        beginningsOf(typed).map((key) => names.startingWith(key, { limit: MOST_LOOKED_AT })),
      )
      const companies = new Map<string, Named>()
      for (const { items } of near)
        for (const named of items) if (soundsLike(typed, named.name)) companies.set(named.tenantId, named)
      return companies.size === 0 ? undefined : { start, end, typed, found: [...companies.values()], exact: false }
    }),
  )
  return found.filter((mention) => mention !== undefined)
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

const KATAKANA = /[ァ-ヺー]{4,}/g
const MOST_RUNS = 4

/** Whether what is typed in katakana sounds as a Latin name does, or as its first words. */
function soundsLike(typed: string, name: string): boolean {
  const sounds = soundsOf(typed)
  const words = name.split(/[\s,.&-]+/).filter((word) => word !== '')
  return words.some((_, last) => {
    const said = words.slice(0, last + 1).map((word) => plain(word))
    // An R that no vowel follows is mostly not heard.
    return sounds === said.map(heard).join('') || sounds === said.map((word) => heard(word.replace(MUTE, ''))).join('')
  })
}

/** Fewer sounds are those of too many names. */
const LEAST_SOUNDS = 3
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
