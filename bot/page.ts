/** A web page or sandbox route, free of the HTTP library; `bot/server.ts` serves it. */
export type PageRequest = {
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>
  /** The whole body, at most 64 KiB; '' for GET. */
  body: string
}

export type PageResponse = {
  status: number
  headers?: Readonly<Record<string, string>>
  /** HTML when a string, JSON otherwise. */
  body: string | object
}

export type Page = {
  method: 'GET' | 'POST'
  /** With `:name` for one segment, e.g. `/verify/:token`. */
  path: string
  answer(request: PageRequest): Promise<PageResponse>
}
