import type { Locale } from '../../../domain/actor.ts'

type Fault = readonly [name: string, pattern: RegExp]

const ANY: readonly Fault[] = [
  ['a hole', /\$\{|undefined|\bnull\b|\[object|NaN|Invalid Date/],
  ['a doubled space', /[^\n] {2}|\t/],
  ['a space at an end', /^\s|\s$/],
  ['a code of ours', /\b[a-z]+[A-Z][A-Za-z]*\b|\b[A-Z]+_[A-Z_]+\b/],
]

const ENGLISH: readonly Fault[] = [
  ['British spelling', /licence|personalis|authoris|organis|e-mail|programme|centre|colour|cancell|\btick(s|ed)?\b/i],
  ['a space before punctuation', / [.,;:!?]/],
  ['a doubled stop', /[.!?:,]\.(\s|$)/],
]

const JAPANESE: readonly Fault[] = [
  ['the word for the customer, said to a company', /お客様/],
  ['a word that we do not use', /提携|課金|リージョン|役割|トランザクション|電子メール(?! サービス)/],
  ['Western punctuation', /[ぁ-んァ-ヶ一-龠々」)][,.!?]|[,.]\s*$/],
  ['a plain ending', /(?<!(?:です|ます|ません|ました|でした|ください)(?: \([^)]*\))?)。/],
  ['no stop between sentences', /(です|ます|ません|ました|ください)\s*$/],
  ['full-width letters', /[Ａ-Ｚａ-ｚ０-９　]/],
]

/** What is wrong with a sentence that people read; nothing when it is fit to print. */
export const faultsOf = (text: string, locale: Locale): readonly string[] =>
  text === ''
    ? ['nothing said']
    : [...ANY, ...(locale === 'ja-JP' ? JAPANESE : ENGLISH)]
        .filter(([, pattern]) => pattern.test(text.replace(SAMPLES, 'X').replace(/https?:\/\/\S+/g, 'X')))
        .map(([name]) => `${name}: ${text}`)

// What tests put in for names, which may look like anything, and the sentence that domain.md 4.3 prescribes for INV_NOT_CONFIRMED.
const SAMPLES = /^Contoso Ltd\.$|\{link\}|^Tick the box to authorize the provider\.$/gm

/** The same for a text of several paragraphs: every line stands alone; a heading or a point needs no stop. */
export const paragraphFaults = (text: string, locale: Locale): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => faultsOf(line, locale))
    .filter((fault) => !fault.startsWith('no stop'))
