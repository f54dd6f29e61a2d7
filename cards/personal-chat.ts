import { messageCard } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import type { Words } from './words/words.ts'

/** In a channel or group chat, where others would read along. */
export const personalChatCard = (words: Words): Card =>
  messageCard(
    { place: words.terms.product, title: words.personalChat.title, paragraphs: [words.personalChat.text] },
    words,
  )
