import type { Page, PageRequest } from '../page.ts'

/** The page for this machine and its own origin alone; 403 for every other host name and for other sites' requests. */
export const ownOrigin = (page: Page, publicUrl: string): Page => ({
  ...page,
  answer: async (request) =>
    isOwn(request, new URL(publicUrl).host)
      ? page.answer(request)
      : { status: 403, body: { error: 'only from this machine' } },
})

/** A foreign host name that leads here (DNS rebinding) and a foreign page that calls here are both refused. */
function isOwn({ headers }: PageRequest, publicHost: string): boolean {
  const host = URL.parse(`http://${headers.host ?? ''}/`)
  if (host?.username !== '' || host.pathname !== '/') return false
  if (!LOOPBACK.has(host.hostname) && host.host !== publicHost) return false
  const origin = headers.origin
  if (origin !== undefined && !(/^https?:\/\//.test(origin) && URL.parse(origin)?.host === host.host)) return false
  return [undefined, 'same-origin', 'none'].includes(headers['sec-fetch-site'])
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
