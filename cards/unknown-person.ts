import { tap } from './drawing/buttons.ts'
import { messageCard } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import type { Words } from './words/words.ts'

/** For somebody the directory does not know: what this is and what to do. */
export const unknownPersonCard = (words: Words): Card =>
  messageCard(
    {
      place: words.terms.product,
      title: words.unknownPerson.title,
      paragraphs: words.unknownPerson.paragraphs,
      buttons: [tap(words.buttons.refresh, 'home', {})],
    },
    words,
  )
