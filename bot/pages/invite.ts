import { oneLine } from '../../cards/words/format.ts'
import type { CustomerInviteWords, InviteWords } from '../../cards/words/pages.ts'
import type { Locale } from '../../domain/actor.ts'
import { countryName, regionName, regionOf } from '../../domain/regions.ts'
import type { Page, PageRequest, PageResponse } from '../page.ts'
import { factList, html, page, readerLocale, tokenOf } from './layout.ts'
import { pageFormat, pageWords } from './page-words.ts'

/** What anybody who holds a live link may see: who invites. */
export type LiveInvitation = {
  locale: Locale
  provider: string
  country: string
  expiresAt?: string
  /** Of a customer's: what it is asked for, of `both` the provider in whose name the reseller invites as well. */
  customer?: { through?: string; dap: boolean }
}

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
      const token = tokenOf(request)
      const live = await deps.find(token)
      return live ? livePage(request, live, token, deps.teamsUrl(token)) : deadPage(request)
    },
  },
]

export const inviteWords = (locale: Locale): InviteWords => pageWords(locale).invite

/** What a stranger may learn of a live link, in a language. */
export function whoInvites(live: LiveInvitation, locale: Locale) {
  const { invite, customerInvite } = pageWords(locale)
  return live.customer
    ? customersPartners(live, live.customer, invite, customerInvite, locale)
    : resellersProvider(live, invite, locale)
}

function resellersProvider(live: LiveInvitation, words: InviteWords, locale: Locale) {
  const provider = oneLine(live.provider, 200)
  const country = countryName(live.country, locale)
  const region = regionName(regionOf(live.country) ?? '', locale)
  const facts = [
    { title: words.facts.provider, value: provider },
    { title: words.facts.country, value: country },
    { title: words.facts.region, value: region },
    ...(live.expiresAt ? [{ title: words.facts.validUntil, value: pageFormat(locale).date(live.expiresAt) }] : []),
  ]
  return {
    title: words.title,
    provider,
    heading: words.heading(provider),
    intro: words.intro({ provider, country, region }),
    facts,
    points: words.consequences.points(provider),
    steps: words.how.steps,
  }
}

function customersPartners(
  { provider, country, expiresAt }: LiveInvitation,
  { through, dap }: NonNullable<LiveInvitation['customer']>,
  words: InviteWords,
  say: CustomerInviteWords,
  locale: Locale,
): ReturnType<typeof resellersProvider> {
  const owner = oneLine(provider, 200)
  const asking = { owner, provider: through === undefined ? undefined : oneLine(through, 200) }
  const place = countryName(country, locale)
  return {
    title: say.title,
    provider: owner,
    heading: say.heading(asking),
    intro: say.intro({ ...asking, country: place }),
    facts: [
      { title: say.facts.owner, value: owner },
      ...(asking.provider === undefined ? [] : [{ title: say.facts.through, value: asking.provider }]),
      { title: words.facts.country, value: place },
      ...(expiresAt ? [{ title: words.facts.validUntil, value: pageFormat(locale).date(expiresAt) }] : []),
    ],
    points: say.points(asking, dap),
    steps: say.steps,
  }
}

function livePage(request: PageRequest, live: LiveInvitation, code: string, teamsUrl: string): PageResponse {
  const locale = readerLocale(request, live.locale)
  const words = inviteWords(locale)
  const { title, provider, heading, intro, facts, points, steps } = whoInvites(live, locale)
  const body = html`<main>
<h1>${heading}</h1>
<p>${intro}</p>
${factList(facts.map(({ title, value }) => [title, value]))}
<h2>${words.consequences.heading}</h2>
<ul>${points.map((point) => html`<li>${point}</li>\n`)}</ul>
<h2>${words.how.heading}</h2>
<ol>${steps.map((step) => html`<li>${step}</li>\n`)}</ol>
<p>${words.how.code}<br><code>${code}</code></p>
<p><a href="${teamsUrl}">${words.openInTeams}</a></p>
<p>${words.afterwards}</p>
</main>`
  return page({ locale, title: `${title} - ${provider}`, body, status: 200 })
}

/** One page for every link that is not live, whatever became of it. */
function deadPage(request: PageRequest): PageResponse {
  const locale = readerLocale(request)
  const { dead, title } = inviteWords(locale)
  const body = html`<main>\n<h1>${dead.heading}</h1>\n<p>${dead.text}</p>\n</main>`
  return page({ locale, title: `${dead.heading} - ${title}`, body, status: 404 })
}
