import { tap } from '../drawing/buttons.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** For a phrase that means nothing to us: examples that do, for people of a company or for reviewers. */
export const notUnderstoodCard = (words: Words, { reviewer = false } = {}): Card =>
  messageCard(
    {
      title: words.notUnderstood.title,
      paragraphs: [words.notUnderstood.text],
      bullets: words.notUnderstood[reviewer ? 'reviewerExamples' : 'examples'].map((text) => ({ text })),
      buttons: [tap(words.buttons.home, 'home', {}, { style: 'positive' })],
    },
    words,
  )
