import { nameKey } from './text.ts'

/** Names are told apart by so many characters in the lists. */
export const NAME_CHARACTERS = 40

/** Sorts before every digit, so that a name stands before the longer ones that begin with it. */
export const END = '-'

/**
 * A name as four hexadecimal digits a character: ASCII that sorts and begins as the name does. Accents over Latin letters
 * do not count, as nobody types them in a search; the marks of kana (U+3099, U+309A) make another letter and stay.
 */
export function sortKey(name: string): string {
  if (name === '') return ''
  const plain = nameKey(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
  let key = ''
  for (let at = 0; at < Math.min(plain.length, NAME_CHARACTERS); at++)
    key += plain.charCodeAt(at).toString(16).padStart(4, '0')
  return key
}

/** An instant as a key under which a later one comes first. */
export const newestFirst = (at: string): string => String(9_999_999_999_999 - Date.parse(at)).padStart(13, '0')
