import { messageCard } from './notice.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

/** In a channel or group chat, where others would read along. */
export const personalChatCard = (words: Words): Card =>
  messageCard(
    { place: words.terms.product, title: words.personalChat.title, paragraphs: [words.personalChat.text] },
    words,
  )
