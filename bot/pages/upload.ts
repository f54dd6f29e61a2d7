import type { FileFault } from '../../cards/words/files.ts'
import { oneLine } from '../../cards/words/format.ts'
import { MOST_FILE_BYTES } from '../../domain/files/content.ts'
import { CsvRefused, MOST_ROWS } from '../../domain/files/csv.ts'
import { type Holder, TICKET_MINUTES } from '../../domain/files/ticket.ts'
import type { Page, PageRequest, PageResponse } from '../page.ts'
import { BodyBroken } from '../pieces.ts'
import { deadPage, type FileView, filePage, fileView, outcomePage, unlessTrouble } from './file-page.ts'
import { factList, here, html, isOwnOrigin, tokenOf } from './layout.ts'
import { FormRefused, type SentFile, sentFile } from './multipart.ts'

/** What the page shows of an upload that is waited for. */
export type Awaited = { holder: Holder; expiresAt: string }

export type UploadDeps = {
  publicUrl: string
  /** Reads only, and the same for any text. */
  find(token: string): Promise<Awaited | undefined>
  /** Keeps the file and ends the link; undefined for every link that cannot be used. @throws CsvRefused */
  receive(token: string, file: SentFile): Promise<{ name: string; rows: number } | undefined>
}

/** So many files come in at once, of one person, one company and altogether: a slow one is waited for, many are not. */
const MOST_AT_ONCE = { person: 2, company: 10, all: 20 }

/** What was handed in waits to be taken: nobody fills the store with more files than anybody needs. */
const MOST_IN_A_WHILE = { files: 20, ms: TICKET_MINUTES * 60_000 }

/** `/upload/<token>`: one CSV file by one person. A file that cannot be read leaves the link as it was. */
export function uploadPages(deps: UploadDeps): readonly Page[] {
  return [shown(deps), handedIn(deps, [], [])]
}

const shown = (deps: UploadDeps): Page => ({
  method: 'GET',
  path: '/upload/:token',
  answer: (request) =>
    unlessTrouble(request, async () => {
      const awaited = await deps.find(tokenOf(request))
      return awaited ? formPage(fileView(request, awaited.holder), awaited) : deadPage(request)
    }),
})

const handedIn = (deps: UploadDeps, arriving: string[], recent: { person: string; at: number }[]): Page => ({
  method: 'POST',
  path: '/upload/:token',
  takesFile: true,
  answer: async (request) => {
    if (!isOwnOrigin(request.headers, deps.publicUrl)) return deadPage(request, 403)
    return unlessTrouble(request, async () => {
      // Nobody without a ticket makes us read a byte.
      const awaited = await deps.find(tokenOf(request))
      if (!awaited) return deadPage(request)
      const view = fileView(request, awaited.holder)
      const { tenantId, userId } = awaited.holder
      const person = `${tenantId} ${userId}`
      const isFull = arriving.length >= MOST_AT_ONCE.all
      const of = (begins: string): number => arriving.filter((one) => one.startsWith(begins)).length
      if (isFull || of(`${tenantId} `) >= MOST_AT_ONCE.company || of(person) >= MOST_AT_ONCE.person)
        return outcomePage(view, view.words.trouble.notExecuted, 503)
      const now = performance.now()
      const kept = recent.findIndex(({ at }) => at > now - MOST_IN_A_WHILE.ms)
      recent.splice(0, kept < 0 ? recent.length : kept)
      if (recent.filter((one) => one.person === person).length >= MOST_IN_A_WHILE.files)
        return outcomePage(view, view.words.trouble.notExecuted, 503)
      recent.push({ person, at: now })
      arriving.push(person)
      const outcome = await received(request, deps).finally(() => arriving.splice(arriving.indexOf(person), 1))
      if (outcome === undefined) return deadPage(request)
      if ('code' in outcome) return formPage(view, awaited, outcome)
      const { name, rows } = outcome
      return outcomePage(view, view.words.received(name, view.format.number(rows)), 200)
    })
  },
})

async function received(request: PageRequest, deps: UploadDeps) {
  try {
    const length = Number(request.headers['content-length'] ?? 0)
    if (length > MOST_FILE_BYTES + AROUND) throw new FormRefused('tooLarge')
    const file = await sentFile(request.pieces ?? NOTHING, request.headers['content-type'], MOST_FILE_BYTES)
    return await deps.receive(tokenOf(request), { ...file, name: oneLine(file.name, 120) })
  } catch (error) {
    return faultOf(error)
  }
}

/** What a form may need beside the file. */
const AROUND = 16 * 1024

const NOTHING: AsyncIterable<Uint8Array> = (async function* () {})()

function faultOf(error: unknown): FileFault {
  if (error instanceof CsvRefused || error instanceof FormRefused) return error.fault
  if (!(error instanceof BodyBroken)) throw error
  return { code: error.status === 413 ? 'tooLarge' : error.status === 408 ? 'tooSlow' : 'malformed' }
}

const STATUS: Partial<Record<FileFault['code'], number>> = { tooLarge: 413, tooSlow: 408, malformed: 400 }

function formPage(view: FileView, { holder, expiresAt }: Awaited, fault?: FileFault): PageResponse {
  const { upload: words, facts, limits } = view.words
  const content = html`<h1>${words.heading}</h1>
${fault && html`<div class="alert" role="alert" id="fault">${explained(fault, view)}</div>`}
<p>${words.intro}</p>
${factList([
  [facts.holder, oneLine(holder.name, 200)],
  [facts.most, limits(String(MOST_FILE_BYTES / 1024 / 1024), view.format.number(MOST_ROWS - 1))],
  [facts.validUntil, view.format.dateTime(expiresAt)],
])}
<form method="post" action="${here(view.locale)}" enctype="multipart/form-data">
<label>${words.label} <input type="file" name="file" accept=".csv,.txt,text/csv,text/plain" required${fault && html` aria-describedby="fault"`}></label>
<button class="primary">${words.button}</button>
</form>
<p>${words.afterwards}</p>`
  return filePage(view, words.title, content, fault ? (STATUS[fault.code] ?? 422) : 200)
}

// A fault picks the words of its own code, which TypeScript cannot see.
const explained = (fault: FileFault, { words }: FileView): string =>
  (words.faults[fault.code] as (fault: FileFault) => string)(fault)
