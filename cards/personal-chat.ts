import { link } from './drawing/buttons.ts'
import { messageCard } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import type { Words } from './words/words.ts'

/** In a channel or group chat, where others would read along: the way to the own chat, with the word for home to be sent there. */
export const personalChatCard = (words: Words, openChat: (text: string) => string): Card =>
  messageCard(
    {
      place: words.terms.product,
      title: words.personalChat.title,
      paragraphs: [words.personalChat.text],
      buttons: [link(words.search.openChat, openChat(words.buttons.home))],
    },
    words,
  )
