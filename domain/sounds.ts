import { bareName } from './search-key.ts'

/**
 * What of a company's name Japanese ears hear, as its consonants: コントソ and Contoso, ミナト and みなと sound alike. Of a
 * name its words in Latin letters and kana from the beginning; what a kanji is read as, nobody can see. Several where
 * a name may be heard in several ways, none where hardly anything is heard.
 */
export function soundsOf(name: string): readonly Sound[] {
  const words = bareName(name)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
  const clear = soundOf(words, (word) => word)
  const usual = soundOf(words, (word) => word.replace(MUTE, ''))
  return (clear.whole === usual.whole ? [clear] : [clear, usual]).filter(
    ({ first, whole }) => first !== '' && whole.length >= LEAST_SOUNDS,
  )
}

function soundOf(words: readonly string[], said: (word: string) => string): Sound {
  const heard: string[] = []
  for (const word of words) {
    if (LATIN.test(word)) {
      heard.push(heardLatin(said(plain(word))))
      continue
    }
    const kana = LEADING_KANA.exec(katakana(word))?.[0] ?? ''
    heard.push(heardKana(kana))
    if (kana.length < word.length) break
  }
  return { first: heard[0] ?? '', whole: once(heard.join('')) }
}

/** The sound of the first word, and of all words that can be heard. */
export type Sound = { first: string; whole: string }

/** Fewer are those of too many names. */
export const LEAST_SOUNDS = 2

/** What is heard of katakana: a consonant for each, and whether it begins with a vowel. */
export function heardKana(kana: string): string {
  const sounds = Array.from(kana.replace(/ウ(?=[ィェォイエオ])/g, 'ワ'), (one, at) =>
    at === 0 && 'アイウエオ'.includes(one) ? 'a' : (CONSONANTS.get(one) ?? ''),
  )
  return once(sounds.join(''))
}

/**
 * Whether the first vowel of a name in Latin letters can be what is heard first in katakana: ca is カ, and not co. After ク,
 * ト and their like it may be the vowel behind: プロ is pro.
 */
export function beginsAlike(name: string, kana: string): boolean {
  const letter = FIRST_VOWEL.exec(plain(bareName(name)))?.[0] ?? ''
  const [first = '', second = '', third = ''] = kana.replace(/[ーッ・]/g, '')
  if (SMALL.test(second)) return isSpelt(second, letter)
  return isSpelt(first, letter) || (UNHEARD.test(first) && isSpelt(SMALL.test(third) ? third : second, letter))
}

const isSpelt = (kana: string, letter: string): boolean =>
  letter !== '' && VOWELS.some(([row = '', letters = '']) => row.includes(kana) && letters.includes(letter))

const FIRST_VOWEL = /[aeiou]|(?<!^)y/
const SMALL = /[ァィゥェォャュョ]/
/** Their vowel is mostly put in. */
const UNHEARD = /[クグスズツヅトドフブプムル]/

/** The rows of the kana by their vowels, and how these are spelt. */
const VOWELS = [
  ['アカガサザタダナハバパマヤラワャァ', 'auy'],
  ['イキギシジチヂニヒビピミリィ', 'iey'],
  ['ウクグスズツヅヌフブプムユルヴュゥ', 'uo'],
  ['エケゲセゼテデネヘベペメレェ', 'ea'],
  ['オコゴソゾトドノホボポモヨロョォ', 'oa'],
]

/** A text in which みなと and ミナト are the same. */
export const katakana = (text: string): string => shifted(text, /[ぁ-ゖゝゞ]/g, BETWEEN_KANA)

export const hiragana = (text: string): string => shifted(text, /[ァ-ヶヽヾ]/g, -BETWEEN_KANA)

/** Each katakana stands so far behind its hiragana. */
const BETWEEN_KANA = 0x60

const shifted = (text: string, kana: RegExp, by: number): string =>
  text.normalize('NFKC').replace(kana, (one) => String.fromCharCode(one.charCodeAt(0) + by))

const BETWEEN_WORDS = /[\s,.&・-]+/
const LATIN = /^[\p{Script=Latin}\p{N}'’]+$/u
const LEADING_KANA = /^[ァ-ヺー]+/

const once = (sounds: string): string => sounds.replace(/(.)\1+/g, '$1')

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** An R that no vowel follows is mostly not heard. */
const MUTE = /r(?=e?s?$|[^aeiouyr])/g

/** What stays of a Latin word in Japanese: its consonants, those that katakana does not tell apart as one. */
const heardLatin = (word: string): string =>
  once(HEARD_AS.reduce((left, [letters, sounds]) => left.replace(letters, sounds), word))

const HEARD_AS: readonly (readonly [RegExp, string])[] = [
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

/** The rows of the kana by their consonants. */
const CONSONANTS = new Map(
  [
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
  ].flatMap(([sound = '', kana = '']) => [...kana].map((one) => [one, sound] as const)),
)
