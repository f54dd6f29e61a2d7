import type { Contact } from './enrollment.ts'

/** The contact's full name in the order of its own script: family name first in Japanese. */
export const contactName = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  isEastern(`${firstName}${lastName}`) ? `${lastName} ${firstName}` : `${firstName} ${lastName}`

/** Whether a name is written in kanji or kana. */
export const isEastern = (name: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
