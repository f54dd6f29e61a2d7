import type { Clock } from '../domain/clock.ts'
import { receive } from '../domain/files/receive.ts'
import { type FileRequest, findTicket, type Holder, useTicket } from '../domain/files/ticket.ts'
import type { DocumentStore } from '../domain/store/document-store.ts'
import type { DownloadDeps } from './pages/download.ts'
import type { UploadDeps } from './pages/upload.ts'

type Deps = { store: DocumentStore; clock: Clock; publicUrl: string }

/** The rows of each kind of file, by the rights of now; undefined when the person may no longer have it. */
export type Producers = {
  [K in FileRequest['kind']]: (
    request: Extract<FileRequest, { kind: K }>,
    holder: Holder,
  ) => Promise<AsyncIterable<readonly string[]> | undefined>
}

/** What the download page asks: the ticket is used up before the first row is made. */
export const handOut = ({ store, clock, publicUrl }: Deps, producers: Producers): DownloadDeps => ({
  publicUrl,
  async find(token) {
    const found = await findTicket(store, 'download', token, clock.now())
    return found && { fileName: found.ticket.fileName, holder: found.ticket.holder, expiresAt: found.body.expiresAt }
  },
  async take(token) {
    const found = await findTicket(store, 'download', token, clock.now())
    if (!found) return undefined
    const { request, holder, fileName } = found.ticket
    // The request picks its producer, which TypeScript cannot see.
    const produce = producers[request.kind] as (request: FileRequest, holder: Holder) => ReturnType<Producers['bulk']>
    const rows = await produce(request, holder)
    return rows && (await useTicket(store, found)) ? { fileName, rows } : undefined
  },
})

/** What the upload page asks. */
export const handIn = ({ store, clock, publicUrl }: Deps): UploadDeps => ({
  publicUrl,
  async find(token) {
    const found = await findTicket(store, 'upload', token, clock.now())
    return found && { holder: found.ticket.holder, expiresAt: found.body.expiresAt }
  },
  receive: (token, file) => receive(store, token, file, clock),
})
