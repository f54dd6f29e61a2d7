import { oneLine } from '../../cards/words/format.ts'
import { BOM, csvLine } from '../../domain/files/csv.ts'
import type { Holder } from '../../domain/files/ticket.ts'
import type { Page, PageRequest, PageResponse } from '../page.ts'
import { deadPage, filePage, fileView, unlessTrouble } from './file-page.ts'
import { factList, here, html, isOwnOrigin, tokenOf } from './layout.ts'

/** What the page shows of a file that can be fetched. */
export type Waiting = { fileName: string; holder: Holder; expiresAt: string }

/** A table as it is sent: its rows are made while they are taken. */
export type Sheet = { fileName: string; rows: AsyncIterable<readonly string[]> }

export type DownloadDeps = {
  publicUrl: string
  /** Reads only, and the same for any text. */
  find(token: string): Promise<Waiting | undefined>
  /** Single use, by the rights of that moment; undefined for every link that cannot be used. */
  take(token: string): Promise<Sheet | undefined>
}

/** `/download/<token>`: looking at the page changes nothing; only its button fetches the file, once. */
export const downloadPages = (deps: DownloadDeps): readonly Page[] => [
  {
    method: 'GET',
    path: '/download/:token',
    answer: (request) =>
      unlessTrouble(request, async () => {
        const waiting = await deps.find(tokenOf(request))
        return waiting ? waitingPage(request, waiting) : deadPage(request)
      }),
  },
  {
    method: 'POST',
    path: '/download/:token',
    answer: async (request) => {
      if (!isOwnOrigin(request.headers, deps.publicUrl)) return deadPage(request, 403)
      return unlessTrouble(request, async () => {
        const sheet = await deps.take(tokenOf(request))
        return sheet ? sent(sheet) : deadPage(request)
      })
    },
  },
]

function waitingPage(request: PageRequest, { fileName, holder, expiresAt }: Waiting): PageResponse {
  const view = fileView(request, holder)
  const { download: words, facts, csv } = view.words
  const content = html`<h1>${words.heading}</h1>
<p>${words.intro}</p>
${factList([
  [facts.file, fileName],
  [facts.format, csv],
  [facts.holder, oneLine(holder.name, 200)],
  [facts.validUntil, view.format.dateTime(expiresAt)],
])}
<form method="post" action="${here(view.locale)}">
<button class="primary">${words.button}</button>
</form>
<p>${words.afterwards}</p>`
  return filePage(view, `${words.title} - ${fileName}`, content)
}

const sent = ({ fileName, rows }: Sheet): PageResponse => ({
  status: 200,
  headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment(fileName) },
  body: '',
  stream: csvOf(rows),
})

/** Many rows go out together: each piece that is sent has a price. */
const PIECE = 16_384

async function* csvOf(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let piece = BOM
  for await (const row of rows) {
    piece += csvLine(row)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The name in plain signs for old clients, and as it is (RFC 6266). */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
