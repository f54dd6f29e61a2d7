import { type Format, formatFor } from '../../cards/words/format.ts'
import type { PageWords } from '../../cards/words/pages.ts'
import { pagesEn } from '../../cards/words/pages-en.ts'
import { pagesJa } from '../../cards/words/pages-ja.ts'
import type { Locale } from '../../domain/actor.ts'
import { usualZone } from '../identity/usual-zone.ts'

const WORDS = { 'en-US': pagesEn, 'ja-JP': pagesJa } as const

/** How dates are told to a reader of whom only the language is known. */
export const pageFormat = (locale: Locale): Format => formatFor(locale, usualZone(locale))

/** The words of the pages that a link in a mail leads to. */
export const pageWords = (locale: Locale): PageWords => WORDS[locale](pageFormat(locale))
