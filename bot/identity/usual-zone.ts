import type { Locale } from '../../domain/actor.ts'

/** The time zone in which dates are told to somebody whose client never named one. */
export const usualZone = (locale: Locale): string => (locale === 'ja-JP' ? 'Asia/Tokyo' : 'UTC')
