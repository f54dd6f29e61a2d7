import type { Locale } from '../../domain/actor.ts'
import type { Notice } from '../../domain/notices.ts'
import type { Operation } from '../../domain/permissions.ts'
import type { Check, Finding } from '../../domain/questions/answer.ts'
import type { Refusal, RefusalCode } from '../../domain/refusals.ts'
import { answersEn } from './answers/all-en.ts'
import { answersJa } from './answers/all-ja.ts'
import { type AnswerLanguage, findingText } from './answers/answers.ts'
import { type AskWords, askEn } from './ask-en.ts'
import { askJa } from './ask-ja.ts'
import { type BulkWords, bulkEn } from './bulk-en.ts'
import { bulkJa } from './bulk-ja.ts'
import { type CustomerWords, customerEn } from './customer-en.ts'
import { type CustomerInvitationWords, customerInvitationEn } from './customer-invitation-en.ts'
import { customerInvitationJa } from './customer-invitation-ja.ts'
import { customerJa } from './customer-ja.ts'
import { type CustomersWords, customersEn } from './customers-en.ts'
import { customersJa } from './customers-ja.ts'
import { en } from './en.ts'
import { type EventWords, eventText, type HistoryEvent } from './events.ts'
import { eventsEn } from './events-en.ts'
import { eventsJa } from './events-ja.ts'
import { type Format, formatFor } from './format.ts'
import type { HistoryWords } from './history.ts'
import { historyEn } from './history-en.ts'
import { historyJa } from './history-ja.ts'
import { ja } from './ja.ts'
import { type NoticeWords, noticeText } from './notices.ts'
import { noticesEn } from './notices-en.ts'
import { noticesJa } from './notices-ja.ts'
import { withOnePeriod } from './one-period-en.ts'
import { operationsEn } from './operations-en.ts'
import { operationsJa } from './operations-ja.ts'
import { explain, type Mend, type MendWords, mendOf, type RefusalWords } from './refusals.ts'
import { mendsEn, refusalsEn } from './refusals-en.ts'
import { mendsJa, refusalsJa } from './refusals-ja.ts'
import { type SearchWords, searchEn } from './search-en.ts'
import { searchJa } from './search-ja.ts'
import { snug } from './snug-ja.ts'
import type { Terms } from './terms.ts'
import { termsEn } from './terms-en.ts'
import { termsJa } from './terms-ja.ts'

/** What cards say; each language has all of it, or it does not compile. */
export type UiWords = typeof en

/** Everything that a card needs to speak to one person: their language and how they read dates. */
export type Words = Format &
  UiWords & {
    terms: Terms
    /** The sentence of a refusal. */
    refusal: (refusal: Refusal) => string
    /** What mends it, with the text for its button. */
    mend: (code: RefusalCode) => (Mend & { title: string }) | undefined
    /** What somebody is told of their own accord. */
    notice: (notice: Notice) => { title: string; text: string }
    ask: AskWords
    bulk: BulkWords
    customer: CustomerWords
    customers: CustomersWords
    customerInvitation: CustomerInvitationWords
    search: SearchWords
    past: HistoryWords
    /** What an answer found out, in a sentence. */
    finding: (finding: Finding) => string
    /** One line for a rule that was run. */
    check: (check: Check) => string
    /** What can be done (domain.md 1.4), as a verb. */
    operation: (operation: Operation) => string
    /** What an event of the history was. */
    event: (event: HistoryEvent) => string
  }

type Language = {
  ui: UiWords
  terms: Terms
  refusals: (format: Format) => RefusalWords
  mends: MendWords
  notices: (format: Format) => NoticeWords
  events: EventWords
  ask: AskWords
  bulk: (format: Format) => BulkWords
  customer: CustomerWords
  customers: CustomersWords
  customerInvitation: CustomerInvitationWords
  search: SearchWords
  past: HistoryWords
  answers: AnswerLanguage
  operations: Readonly<Record<Operation, string>>
}

const LANGUAGES: Record<Locale, Language> = {
  'en-US': {
    ui: en,
    terms: termsEn,
    refusals: refusalsEn,
    mends: mendsEn,
    notices: noticesEn,
    events: eventsEn,
    ask: askEn,
    bulk: bulkEn,
    customer: customerEn,
    customers: customersEn,
    customerInvitation: customerInvitationEn,
    search: searchEn,
    past: historyEn,
    answers: answersEn,
    operations: operationsEn,
  },
  'ja-JP': {
    ui: ja,
    terms: termsJa,
    refusals: refusalsJa,
    mends: mendsJa,
    notices: noticesJa,
    events: eventsJa,
    ask: askJa,
    bulk: bulkJa,
    customer: customerJa,
    customers: customersJa,
    customerInvitation: customerInvitationJa,
    search: searchJa,
    past: historyJa,
    answers: answersJa,
    operations: operationsJa,
  },
}
const KEPT = new Map<Format, Words>()

/** The words for one language and time zone (an unknown zone reads as UTC); the same object each time. */
export function words(locale: Locale, timeZone: string): Words {
  const format = formatFor(locale, timeZone)
  const kept = KEPT.get(format)
  if (kept) return kept
  const plain = inLanguage(LANGUAGES[locale], format)
  const said = locale === 'ja-JP' ? snug(plain, namedBy) : withOnePeriod(plain)
  const made = { ...said, ...format, terms: plain.terms }
  KEPT.set(format, made)
  return made
}

/** Places, roles and fields are said by name and carried as codes. */
function namedBy(code: string): readonly string[] {
  if (!CODE.test(code)) return []
  const term = TERMS.get(code)
  const terms = term === undefined ? [] : [term]
  if (COUNTRY.test(code)) return [termsJa.country(code), ...terms]
  return REGION.test(code) ? [termsJa.region(code), ...terms] : terms
}
const CODE = /^[a-z][a-z\d-]{1,39}$/i
const COUNTRY = /^[A-Z]{2}$/
const REGION = /^[a-z-]+$/
const TERMS = new Map(Object.entries({ ...termsJa.roles, ...termsJa.fields }))

function inLanguage(language: Language, format: Format): Words {
  const {
    ui,
    terms,
    refusals,
    mends,
    notices,
    events,
    ask,
    bulk,
    customer,
    customers,
    customerInvitation,
    search,
    past,
    answers,
    operations,
  } = language
  const sentences = refusals(format)
  const news = notices(format)
  const findings = answers.findings(format, terms)
  const refusal = (one: Refusal) => explain(one, sentences)
  return {
    ...ui,
    ...format,
    terms,
    ask,
    bulk: bulk(format),
    customer,
    customers,
    customerInvitation,
    search,
    past,
    refusal,
    mend: (code) => mendOf(code, mends),
    notice: (notice) => noticeText(notice, news),
    finding: (finding) => findingText(finding, findings),
    check: answers.checks(format, terms, refusal),
    operation: (operation) => operations[operation],
    event: (event) => eventText(event, events),
  }
}
