import type { FileWords } from '../../cards/words/files.ts'
import { filesEn } from '../../cards/words/files-en.ts'
import { filesJa } from '../../cards/words/files-ja.ts'
import { type Format, formatFor } from '../../cards/words/format.ts'
import type { Outcome } from '../../cards/words/pages.ts'
import type { Holder } from '../../domain/files/ticket.ts'
import { StoreUnavailable } from '../../domain/store/document-store.ts'
import { usualZone } from '../identity/usual-zone.ts'
import type { PageRequest, PageResponse } from '../page.ts'
import { type Html, html, page, readerLocale } from './layout.ts'

/** How one reader sees a page for files. */
export type FileView = { words: FileWords; format: Format; locale: Format['locale'] }

const WORDS = { 'en-US': filesEn, 'ja-JP': filesJa } as const

/** `holder` is whoever the file is for, where the link says so. */
export function fileView(request: PageRequest, holder?: Holder): FileView {
  const locale = readerLocale(request, holder?.locale)
  const format = formatFor(locale, holder?.timeZone ?? usualZone(locale))
  return { words: WORDS[locale](format), format, locale }
}

export function filePage({ locale }: FileView, title: string, content: Html, status = 200): PageResponse {
  return page({ locale, title, body: html`<main>\n${content}\n</main>`, status })
}

export const outcomePage = (view: FileView, { heading, text }: Outcome, status: number): PageResponse =>
  filePage(view, heading, html`<h1>${heading}</h1>\n<p>${text}</p>`, status)

/** One page for every link that cannot be used, whatever became of it. */
export function deadPage(request: PageRequest, status = 404): PageResponse {
  const view = fileView(request)
  return outcomePage(view, view.words.dead, status)
}

/** A store that gives no answer is said in one of two clear sentences (architecture.md 7.2). */
export async function unlessTrouble(request: PageRequest, answer: () => Promise<PageResponse>): Promise<PageResponse> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    const view = fileView(request)
    return outcomePage(view, view.words.trouble[error.outcome], 503)
  }
}
