/**
 * A text as it was typed, and with all its kana as katakana and as hiragana: who types a name has not always brought it into
 * the kana that it is written in, least of all while a picker looks for what fits. Without kana, the text alone.
 */
export const kanaForms = (text: string): readonly string[] => [...new Set([text, katakana(text), hiragana(text)])]

/** A text in which みなと and ミナト are the same. */
export const katakana = (text: string): string => shifted(text, /[ぁ-ゖゝゞ]/g, KATAKANA)

export const hiragana = (text: string): string => shifted(text, /[ァ-ヶヽヾ]/g, -KATAKANA)

/** Each katakana stands so far behind its hiragana. */
const KATAKANA = 0x60

const shifted = (text: string, kana: RegExp, by: number): string =>
  text.normalize('NFKC').replace(kana, (one) => String.fromCharCode(one.charCodeAt(0) + by))
