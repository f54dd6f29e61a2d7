import { eachText, rephrased } from './rephrased.ts'

const ONE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〇、。]'
const JAPANESE = new RegExp(`^${ONE}$`, 'u')
/** Only here is there a space to take away. */
const APART = new RegExp(`${ONE} ${ONE}`, 'u')

/**
 * The words of a language whose sentences put a name in between spaces, without those spaces where the name and what stands
 * beside it are Japanese: 「Contoso は」, but 「青空ソフトは」. A name keeps the spaces of its own, as do the words of ours
 * (メール アドレス). After a date that ends in Japanese there is none either. `codes` gives the names that a code among what
 * is said may stand for.
 */
export const snug = <T>(words: T, codes: (code: string) => readonly string[]): T =>
  rephrased(words, (given) => (said) => {
    if (!APART.test(said)) return said
    const names = new Set<string>()
    eachText(given, (text) => {
      for (const name of [text, ...codes(text)])
        if ((isJapanese(name.at(0)) || isJapanese(name.at(-1))) && !DATE.test(name)) names.add(name)
    })
    return [...names].reduce(without, said).replaceAll(AFTER_DATE, '$1')
  })

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

const isJapanese = (character: string | undefined): boolean => character !== undefined && JAPANESE.test(character)
