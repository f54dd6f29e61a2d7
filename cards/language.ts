import type { Locale } from '../domain/actor.ts'
import { tap } from './drawing/buttons.ts'
import { messageCard } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import type { Words } from './words/words.ts'

/** Confirms the language, in that language; the other one stays one tap away. */
export function languageCard(words: Words): Card {
  const other: Locale = words.locale === 'en-US' ? 'ja-JP' : 'en-US'
  return messageCard(
    {
      tone: 'good',
      title: words.language.title,
      paragraphs: [words.language.text],
      buttons: [
        tap(words.buttons.home, 'home', {}, { style: 'positive' }),
        tap(words.terms.languages[other], 'language', { locale: other }),
      ],
    },
    words,
  )
}
