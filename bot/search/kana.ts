import { hiragana, katakana } from '../../domain/sounds.ts'

/**
 * A text as it was typed, and with all its kana as katakana and as hiragana: who types a name has not always brought it into
 * the kana that it is written in, least of all while a picker looks for what fits. Without kana, the text alone.
 */
export const kanaForms = (text: string): readonly string[] => [...new Set([text, katakana(text), hiragana(text)])]
