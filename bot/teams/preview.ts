import type { Preview } from '../turn.ts'

/** A card with what stands for it until it is posted. */
export const previewed = ({ card, title, text }: Preview): object => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    // Texts of this kind of card may hold markup.
    content: { title: plain(title), text: plain(text) },
  },
})

const plain = (text: string): string => text.replace(/[<>]/g, ' ')
