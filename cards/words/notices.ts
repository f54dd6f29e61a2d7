import type { Notice, NoticeName, NoticeOf } from '../../domain/notices.ts'

/** Where delivery puts the personal link of its recipient (architecture.md 7.1). */
export const LINK = '{link}'

/**
 * What people are told of their own accord, on a card or by mail (there the title is the subject). A text says what
 * happened, what comes next, who acts and by when. It is plain: `\n\n` begins a paragraph, `\n` a line inside one.
 */
export type NoticeWords = {
  [N in NoticeName]: { title: (notice: NoticeOf<N>) => string; text: (notice: NoticeOf<N>) => string }
}

/** The part of it about customers, their orders and subscriptions. */
export type CustomerNoticeWords = Pick<NoticeWords, Extract<NoticeName, `customer.${string}` | `order.${string}`>>

/** The part of it about the invitations of customers. */
export type CustomerInviteNoticeWords = Pick<NoticeWords, Extract<NoticeName, `customerInvite.${string}`>>

export function noticeText(notice: Notice, words: NoticeWords): { title: string; text: string } {
  // The name picks the words of its own notice, which TypeScript cannot see.
  const { title, text } = words[notice.name] as { title: (of: Notice) => string; text: (of: Notice) => string }
  return { title: title(notice), text: text(notice) }
}

/** Paragraphs, without those that had nothing to say. */
export const paragraphs = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined && line !== '').join('\n\n')

/** A heading with its points, one a line; nothing when there are none. */
export const points = (heading: string, mark: string, items: readonly string[]): string | undefined =>
  items.length > 0 ? [heading, ...items.map((item) => `${mark}${item}`)].join('\n') : undefined
