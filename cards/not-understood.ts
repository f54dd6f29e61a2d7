import { tap } from './buttons.ts'
import { messageCard } from './notice.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

/** For a phrase that means nothing to us: examples that do. */
export const notUnderstoodCard = (words: Words): Card =>
  messageCard(
    {
      title: words.notUnderstood.title,
      paragraphs: [words.notUnderstood.text],
      bullets: words.notUnderstood.examples.map((text) => ({ text })),
      buttons: [tap(words.buttons.home, 'home', {}, { style: 'positive' })],
    },
    words,
  )
