import { tap } from '../drawing/buttons.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** Who types: what one of them can do the others mostly cannot. */
export type Typist = 'company' | 'provider' | 'reviewer' | 'support'

/** For a phrase that means nothing to us: examples that do. */
export const notUnderstoodCard = (words: Words, { examples = 'company' }: { examples?: Typist } = {}): Card =>
  messageCard(
    {
      title: words.notUnderstood.title,
      paragraphs: [words.notUnderstood.text],
      bullets: words.notUnderstood.examples[examples].map((text) => ({ text })),
      buttons: [tap(words.buttons.home, 'home', {}, { style: 'positive' })],
    },
    words,
  )
