import type { TenantId } from '../ids.ts'
import { beginning, nameParts, searchKey } from '../search-key.ts'
import { LEAST_SOUNDS, soundsOf } from '../sounds.ts'
import { key as checked } from './document-store.ts'
import type { Named, NameScope } from './names.ts'

/** A partition, and what every id begins with there. */
export type Place = { pk: string; before: string }

/** Where keys lie: spread over partitions by their first character, or with everything else of one company. */
export const keyPlace = (scope: NameScope, key: string): Place =>
  scope === 'all' ? { pk: `nm:${hex(firstOf(key))}`, before: '' } : { pk: ownNames(scope), before: 'k:' }

/** Where the companies lie whose first word, whole or with one character left out, is `less`. */
export const wordPlace = (scope: NameScope, less: string): Place =>
  scope === 'all' ? { pk: `nd:${hex(less)}`, before: 'd:' } : { pk: ownNames(scope), before: `d:${hex(less)}~` }

/** Where the companies lie that sound so. */
export const soundPlace = (scope: NameScope, sound: string): Place =>
  scope === 'all'
    ? { pk: `ns:${hex(sound.slice(0, LEAST_SOUNDS))}`, before: 's:' }
    : { pk: ownNames(scope), before: 's:' }

/** The partition of the companies related to one. */
export const ownNames = (own: TenantId): string => `nm:${own}`

/** Where it is on record what is listed of a company. */
export const listedId = (tenant: TenantId): string => checked(`at:${tenant}`)

/**
 * Everything a company is found by, in few characters: `k <key>` for each of its names, `d <less> <other words>` for each
 * first word, whole and with one character left out, and `s <sound>` for what is heard of it. A company has no more than
 * twenty-four.
 */
export function marksOf(named: Pick<Named, 'name' | 'legalName'>): readonly string[] {
  const names = [...new Set([named.name, named.legalName])]
  const parts = names.map(nameParts).filter(({ key }) => key !== '')
  return [
    ...new Set([
      ...parts.map(({ key }) => `k ${cut(key)}`),
      ...parts.flatMap(({ word, rest }) => oneLess(word).map((less) => `d ${less} ${cut(rest)}`)),
      ...names.flatMap((name) => soundsOf(name).map(({ whole }) => `s ${cut(whole)}`)),
    ]),
  ]
}

/** Where the entry of a mark lies. */
export function entryOf(scope: NameScope, mark: string, tenant: TenantId): { pk: string; id: string } {
  const [kind, first = '', rest = ''] = mark.split(' ')
  const place = kind === 'k' ? keyPlace : kind === 's' ? soundPlace : wordPlace
  const { pk, before } = place(scope, first)
  return { pk: checked(pk), id: checked(`${before}${standing(kind === 'd' ? rest : first, tenant)}`) }
}

/** Where a company stands among those that begin with `key`: under the first of its names that does. */
export const standingOf = (named: Named, key: string): string | undefined =>
  [searchKey(named.name), searchKey(named.legalName)]
    .filter((one) => hex(one).startsWith(hex(key)))
    .map((one) => standing(one, named.tenantId))
    .sort()[0]

const standing = (text: string, tenant: TenantId): string => `${hex(text)}${END}~${tenant}`

/** A word and what is left of it without each of its characters. */
export const oneLess = (word: string): readonly string[] => {
  const letters = [...word]
  return [...new Set([word, ...letters.map((_, n) => letters.toSpliced(n, 1).join(''))])].filter((one) => one !== '')
}

/** The first character of a key, whole. */
export const firstOf = (key: string): string => key.slice(0, (key.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)

/** Four digits a UTF-16 unit: ASCII that sorts and begins as the key does. */
export function hex(key: string): string {
  const text = cut(key)
  let digits = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    digits += (BYTES[unit >> 8] ?? '') + (BYTES[unit & 0xff] ?? '')
  }
  return digits
}

/** The key that an id begins with, behind what every id of its place begins with. */
export function keyIn(id: string): string {
  const end = id.indexOf(END)
  let key = ''
  for (let at = 0; at + 4 <= (end < 0 ? id.length : end); at += 4) key += String.fromCharCode(unitAt(id, at))
  return key
}

function unitAt(id: string, at: number): number {
  let unit = 0
  for (let place = at; place < at + 4; place++) {
    const code = id.charCodeAt(place)
    unit = unit * 16 + (code < LETTERS ? code - ZERO : code - LETTERS + 10)
  }
  return unit
}

const ZERO = '0'.charCodeAt(0)
const LETTERS = 'a'.charCodeAt(0)

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const cut = (text: string): string => beginning(text, KEY_CHARACTERS)

/** An entry knows so much of a key. */
export const KEY_CHARACTERS = 40

/** Sorts before every digit, so that a name stands before the longer ones that begin with it. */
export const END = '-'

/** Behind every company of one key, and before the longer keys that begin with it. */
export const LAST = `${END}~~`
