import { formatFor, oneLine } from '../../cards/words/format.ts'
import type { InviteWords } from '../../cards/words/pages.ts'
import { pagesEn } from '../../cards/words/pages-en.ts'
import { pagesJa } from '../../cards/words/pages-ja.ts'
import type { Locale } from '../../domain/actor.ts'
import { countryName, regionName, regionOf } from '../../domain/regions.ts'
import { usualZone } from '../identity/usual-zone.ts'
import type { Page, PageRequest, PageResponse } from '../page.ts'
import { askedLocale, html, page } from './layout.ts'

/** What anybody who holds a live link may see: who invites. */
export type LiveInvitation = { locale: Locale; provider: string; country: string; expiresAt?: string }

export type InviteDeps = {
  /** Reads only, and the same for any text; undefined for every link that is not live. */
  find(token: string): Promise<LiveInvitation | undefined>
  /** Where *Open in Teams* leads with this code: the app in Teams, the chat windows in the sandbox. */
  teamsUrl(code: string): string
}

/** `GET /i/<token>` (interface.md 3): who invites and what accepting means. Opening it changes nothing. */
export const invitePages = (deps: InviteDeps): Page[] => [
  {
    method: 'GET',
    path: '/i/:token',
    answer: async (request) => {
      const token = request.params.token ?? ''
      const live = await deps.find(token)
      return live ? livePage(request, live, token, deps.teamsUrl(token)) : deadPage(request)
    },
  },
]

const WORDS = { 'en-US': pagesEn, 'ja-JP': pagesJa } as const

export const inviteWords = (locale: Locale): InviteWords => WORDS[locale](formatFor(locale, usualZone(locale))).invite

const localeOf = ({ query, headers }: PageRequest, locale?: Locale): Locale =>
  askedLocale(query, headers['accept-language']) ?? locale ?? 'en-US'

/** What a stranger may learn of a live link, in a language. */
export function whoInvites(live: LiveInvitation, locale: Locale) {
  const words = inviteWords(locale)
  const provider = oneLine(live.provider, 200)
  const country = countryName(live.country, locale)
  const region = regionName(regionOf(live.country) ?? '', locale)
  const facts = [
    { title: words.facts.provider, value: provider },
    { title: words.facts.country, value: country },
    { title: words.facts.region, value: region },
    ...(live.expiresAt
      ? [{ title: words.facts.validUntil, value: formatFor(locale, usualZone(locale)).date(live.expiresAt) }]
      : []),
  ]
  return { provider, country, region, facts }
}

function livePage(request: PageRequest, live: LiveInvitation, code: string, teamsUrl: string): PageResponse {
  const locale = localeOf(request, live.locale)
  const words = inviteWords(locale)
  const { provider, country, region, facts } = whoInvites(live, locale)
  const body = html`<main>
<h1>${words.heading(provider)}</h1>
<p>${words.intro({ provider, country, region })}</p>
<dl>
${facts.map(({ title, value }) => html`<dt>${title}</dt><dd>${value}</dd>\n`)}</dl>
<h2>${words.consequences.heading}</h2>
<ul>${words.consequences.points(provider).map((point) => html`<li>${point}</li>\n`)}</ul>
<h2>${words.how.heading}</h2>
<ol>${words.how.steps.map((step) => html`<li>${step}</li>\n`)}</ol>
<p>${words.how.code}<br><code>${code}</code></p>
<p><a href="${teamsUrl}">${words.openInTeams}</a></p>
<p>${words.afterwards}</p>
</main>`
  return page({ locale, title: `${words.title} - ${provider}`, body, status: 200 })
}

/** One page for every link that is not live, whatever became of it. */
function deadPage(request: PageRequest): PageResponse {
  const locale = localeOf(request)
  const { dead, title } = inviteWords(locale)
  const body = html`<main>\n<h1>${dead.heading}</h1>\n<p>${dead.text}</p>\n</main>`
  return page({ locale, title: `${dead.heading} - ${title}`, body, status: 404 })
}
