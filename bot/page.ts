/** A web page or sandbox route, free of the HTTP library; `bot/server.ts` serves it. */
export type PageRequest = {
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>
  /** The whole body, at most 64 KiB; '' for GET. */
  body: string
  /** The body as it arrives, for a page that takes a file; throws BodyBroken. */
  pieces?: AsyncIterable<Uint8Array>
}

export type PageResponse = {
  status: number
  headers?: Readonly<Record<string, string>>
  /** HTML when a string, JSON otherwise. */
  body: string | object
  /** Sent instead of the body, as it is made; what fails in between breaks the connection off. */
  stream?: AsyncIterable<string>
}

export type Page = {
  method: 'GET' | 'POST'
  /** With `:name` for one segment, e.g. `/verify/:token`. */
  path: string
  /** The body is a file: it is not read before the page asks for it. */
  takesFile?: true
  answer(request: PageRequest): Promise<PageResponse>
}
