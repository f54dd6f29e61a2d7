import { oneLine } from '../../cards/words/format.ts'
import type { VerifyWords } from '../../cards/words/pages.ts'
import type { Locale } from '../../domain/actor.ts'
import { StoreUnavailable } from '../../domain/store/document-store.ts'
import type { Page, PageRequest, PageResponse } from '../page.ts'
import { factList, type Html, here, html, isOwnOrigin, page, readerLocale, tokenOf } from './layout.ts'
import { pageFormat, pageWords } from './page-words.ts'

/** What the page shows of a link that can be answered. `locale` is the language of the admin who applied. */
export type LiveLink = {
  state: 'live'
  locale: Locale
  company: string
  /** The admin who applied; '' when unknown. */
  by: string
  contactName: string
  email: string
  expiresAt: string
}

/** A link that expired unanswered says so; every other one that is not live is `invalid`, whatever became of it. */
export type LinkState = LiveLink | { state: 'expired'; locale: Locale } | { state: 'invalid' }

/** The two statements of R19, as ticked. */
export type Ticks = { signedUp: boolean; belongsToCompany: boolean }

export type LinkAnswer =
  | { state: 'confirmed' | 'alreadyConfirmed' | 'denied' | 'expired'; locale: Locale }
  /** VER_BOTH_FACTS: nothing was recorded, the link still lives. */
  | { state: 'bothFacts'; link: LiveLink }
  | { state: 'invalid' }

export type VerifyDeps = {
  publicUrl: string
  /** Reads only. Any text may come as a token; the same reads for a used, an unknown and a garbled one (threat 31). */
  find(token: string): Promise<LinkState>
  /** Single use; a repeat of what this link confirmed is `alreadyConfirmed`. */
  confirm(token: string, ticks: Ticks): Promise<LinkAnswer>
  /** “I did not sign up”; a repeat of what this link denied is `denied`. */
  deny(token: string): Promise<LinkAnswer>
}

/**
 * The page on which the primary contact confirms both statements or says that they did not sign up (R19). Opening it
 * changes nothing, so that a mail scanner may; the token in its address is the only secret and is never written into it.
 */
export function verifyPages(deps: VerifyDeps): Page[] {
  return [
    {
      method: 'GET',
      path: '/verify/:token',
      answer: (request) =>
        unlessTrouble(request, async () => {
          const link = await deps.find(tokenOf(request))
          return link.state === 'live' ? formPage(request, link) : outcomePage(request, link)
        }),
    },
    {
      method: 'POST',
      path: '/verify/:token',
      answer: async (request) => {
        if (!isOwnOrigin(request.headers, deps.publicUrl)) return outcomePage(request, { state: 'invalid' }, 403)
        const said = new URLSearchParams(request.body)
        const ticks = { signedUp: said.has('signedUp'), belongsToCompany: said.has('belongsToCompany') }
        return unlessTrouble(request, async () => {
          const denies = said.get('answer') === 'deny'
          const answer = denies ? await deps.deny(tokenOf(request)) : await deps.confirm(tokenOf(request), ticks)
          return answer.state === 'bothFacts' ? formPage(request, answer.link, ticks) : outcomePage(request, answer)
        })
      },
    },
  ]
}

const LANGUAGES: Record<Locale, string> = { 'en-US': 'English', 'ja-JP': '日本語' }

const wordsIn = (locale: Locale): VerifyWords => pageWords(locale).verify

function framed(locale: Locale, title: string, content: Html, status = 200): PageResponse {
  const other: Locale = locale === 'ja-JP' ? 'en-US' : 'ja-JP'
  const lang = other.slice(0, 2)
  const body = html`<nav><a href="?lang=${lang}" lang="${lang}" hreflang="${lang}">${LANGUAGES[other]}</a></nav>
<main>
${content}
</main>`
  return page({ locale, title, body, status })
}

/** `ticks` is what was sent, when one of them is missing. */
function formPage(request: PageRequest, link: LiveLink, ticks?: Ticks): PageResponse {
  const locale = readerLocale(request, link.locale)
  const words = wordsIn(locale)
  const company = oneLine(link.company, 200)
  const by = oneLine(link.by, 200)
  const contactName = oneLine(link.contactName, 200)
  const facts = (
    [
      [words.facts.company, company],
      [words.facts.by, by],
      [words.facts.contact, contactName],
      [words.facts.email, oneLine(link.email, 320)],
      [words.facts.validUntil, pageFormat(locale).dateTime(link.expiresAt)],
    ] as const
  ).filter(([, value]) => value !== '')
  const content = html`<h1>${words.heading(company)}</h1>
${ticks && alert(words.bothFacts)}
<p>${words.intro({ company, by, contactName })}</p>
${factList(facts)}
<form method="post" action="${here(locale)}">
<fieldset${ticks && html` aria-describedby="fault"`}>
<legend>${words.instruction}</legend>
${checkbox('signedUp', words.statements.signedUp, ticks)}
${checkbox('belongsToCompany', words.statements.belongsToCompany, ticks)}
</fieldset>
<button class="primary" name="answer" value="confirm">${words.confirm}</button>
<p>${words.afterwards}</p>
</form>
<section>
<h2>${words.denial.heading}</h2>
<p>${words.denial.text}</p>
<form method="post" action="${here(locale)}">
<button name="answer" value="deny">${words.denial.button}</button>
</form>
</section>`
  return framed(locale, `${words.title} - ${company}`, content)
}

const alert = (text: string): Html => html`<div class="alert" role="alert" id="fault">${text}</div>`

const checkbox = (name: keyof Ticks, label: string, ticks: Ticks | undefined): Html => {
  const state = ticks && (ticks[name] ? html` checked` : html` aria-invalid="true"`)
  return html`<label><input type="checkbox" name="${name}" value="yes"${state}> ${label}</label>`
}

const STATUS = { confirmed: 200, alreadyConfirmed: 200, denied: 200, expired: 410, invalid: 404 } as const

/** One page for each outcome; for an `invalid` link it is the same whatever the address was. */
function outcomePage(
  request: PageRequest,
  outcome: { state: keyof typeof STATUS; locale?: Locale },
  status: number = STATUS[outcome.state],
): PageResponse {
  const locale = readerLocale(request, outcome.locale)
  const words = wordsIn(locale)
  const { heading, text } = words.outcomes[outcome.state]
  return framed(locale, `${heading} - ${words.title}`, html`<h1>${heading}</h1>\n<p>${text}</p>`, status)
}

/** A store that gives no answer is said in one of two clear sentences (architecture.md 7.2), and the form can be sent again. */
async function unlessTrouble(request: PageRequest, answer: () => Promise<PageResponse>): Promise<PageResponse> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    const locale = readerLocale(request)
    const words = wordsIn(locale)
    const { heading, text } = words.trouble[error.outcome]
    const content = html`<h1>${heading}</h1>\n<p>${text}</p>\n${request.body !== '' && again(request, locale, words)}`
    return framed(locale, `${heading} - ${words.title}`, content, 503)
  }
}

/** The same answer once more, with one press. */
function again({ body }: PageRequest, locale: Locale, words: VerifyWords): Html {
  const said = new URLSearchParams(body)
  const denies = said.get('answer') === 'deny'
  const ticked = (['signedUp', 'belongsToCompany'] as const).filter((name) => said.has(name))
  return html`<form method="post" action="${here(locale)}">
${ticked.map((name) => html`<input type="hidden" name="${name}" value="yes">\n`)}
<button class="primary" name="answer" value="${denies ? 'deny' : 'confirm'}">${denies ? words.denial.button : words.confirm}</button>
</form>`
}
