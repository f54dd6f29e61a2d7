import { eachText, rephrased } from './rephrased.ts'

/**
 * The words of a language whose sentences put a name in between spaces, without those spaces where the name and what stands
 * beside it are Japanese: 「Contoso は」, but 「青空ソフトは」. A name keeps the spaces of its own, as do the words of ours
 * (メール アドレス). After a date that ends in Japanese there is none either. `codes` gives the names that a code among what
 * is said may stand for.
 */
export const snug = <T>(words: T, codes: (code: string) => readonly string[]): T =>
  rephrased(words, (said, given) => {
    if (!MAY_BE_APART.test(said)) return said
    const names = new Set<string>()
    const take = (name: string): void => {
      if ((isJapanese(name.at(0)) || isJapanese(name.at(-1))) && !DATE.test(name)) names.add(name)
    }
    eachText(given, (text) => {
      take(text)
      codes(text).forEach(take)
    })
    const tight = [...names].reduce(without, said)
    return tight.includes('日 ') ? tight.replaceAll(AFTER_DATE, '$1') : tight
  })

/** Only a space between two Japanese characters is one to take away. They stand from U+2E80 on, as no letter of half width. */
const MAY_BE_APART = /[\u2e80-\uffff] [\u2e80-\uffff]/
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〇、。]$/u

const isJapanese = (character: string | undefined): boolean =>
  character !== undefined && character >= '\u2e80' && JAPANESE.test(character)

/** A date is told from names, since it keeps the space before it. */
const DATE = /^\d{4}年\d/
const AFTER_DATE = /(\d{4}年\d{1,2}月\d{1,2}日) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/** The text without a space before or after `name` that stands between Japanese characters. */
function without(text: string, name: string): string {
  let tight = text
  for (let at = tight.indexOf(name); at >= 0; at = tight.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (tight[end] === ' ' && isJapanese(name.at(-1)) && isJapanese(tight[end + 1]))
      tight = tight.slice(0, end) + tight.slice(end + 1)
    if (tight[at - 1] === ' ' && isJapanese(name.at(0)) && isJapanese(tight[at - 2])) {
      tight = tight.slice(0, at - 1) + tight.slice(at)
      at -= 1
    }
  }
  return tight
}
