import { type Locale, localeOf } from '../../domain/actor.ts'
import type { PageRequest, PageResponse } from '../page.ts'

/** Markup that is safe to send. Only `html` makes it. */
export type Html = { readonly markup: string }

type Part = string | number | Html | undefined | false | readonly Html[]

/** Markup with everything that is not markup itself escaped, in text and in quoted attributes alike. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: literals.reduce((before, literal, at) => `${before}${written(parts[at - 1])}${literal}`),
})

type Layout = { locale: Locale; title: string; body: Html; status?: number }

/**
 * A whole page: small, readable on a phone, in light and dark, without scripts or anything from elsewhere. The referrer
 * stays inside the site, since an address holds a secret; with none at all a browser would not name its origin in a POST.
 */
export const page = ({ locale, title, body, status = 200 }: Layout): PageResponse => ({
  status,
  headers: { 'content-language': locale, 'referrer-policy': 'same-origin' },
  body: html`<!doctype html>
<html lang="${locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`.markup,
})

/** The reader's own choice, else the language of whoever the page is for, else English. */
export const readerLocale = ({ query, headers }: PageRequest, usual?: Locale): Locale =>
  askedLocale(query, headers['accept-language']) ?? usual ?? 'en-US'

/** The secret in the address of a page. */
export const tokenOf = ({ params }: PageRequest): string => params.token ?? ''

/** Where a form of a page is sent: to the page itself, in the same language. */
export const here = (locale: Locale): string => `?lang=${locale.slice(0, 2)}`

export const factList = (facts: readonly (readonly [name: string, value: string])[]): Html =>
  html`<dl>\n${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`

/** The language that the reader asked for: `?lang=`, else what their browser prefers of the two, if it prefers any. */
function askedLocale(query: URLSearchParams, acceptLanguage: string | undefined): Locale | undefined {
  const wanted = (acceptLanguage ?? '')
    .slice(0, LONGEST_RANGES)
    .split(',')
    .map((range) => {
      const [tag = '', q = '1'] = range.trim().split(/\s*;\s*q=/)
      return { locale: localeOf(tag), weight: Number(q) || 0 }
    })
    .filter(({ locale, weight }) => locale !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return localeOf(query.get('lang') ?? '') ?? wanted[0]?.locale
}

/** Browsers name a few languages; looking through 16 KB of blanks would keep everybody else waiting. */
const LONGEST_RANGES = 500

/** Only somebody else's page sends a form from elsewhere; no `Origin` at all comes from no browser of today. */
export function isOwnOrigin(headers: Readonly<Record<string, string | undefined>>, publicUrl: string): boolean {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site'
  if (!URL.canParse(origin)) return false
  return origin === new URL(publicUrl).origin || new URL(origin).host === host
}

const written = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

const STYLE: Html = {
  markup: `:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,"Segoe UI","Yu Gothic UI","Noto Sans CJK JP",sans-serif;max-width:36rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;word-break:auto-phrase}
h2{font-size:1.1rem}
nav{text-align:end}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{opacity:.75}
dd{margin:0}
fieldset{border:0;padding:0;margin:1.5rem 0 1rem}
legend{padding:0}
label{display:flex;gap:.75rem;align-items:baseline;padding:.5rem 0}
input[type=checkbox]{width:1.25rem;height:1.25rem;flex:none;transform:translateY(.2rem)}
button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem;border:1px solid;border-radius:.25rem;cursor:pointer}
button.primary{background:#5b5fc7;border-color:#5b5fc7;color:#fff}
.alert{border-inline-start:.25rem solid #c4314b;padding:.5rem 1rem;margin:1rem 0}
section{margin-top:2.5rem;border-top:1px solid;padding-top:.5rem}
@media(max-width:26rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}`,
}
