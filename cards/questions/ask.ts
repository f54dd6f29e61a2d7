import type { TenantId } from '../../domain/ids.ts'
import type { Question, QuestionId } from '../../domain/questions/question.ts'
import { type AskedCompany, writeCompanies } from '../actions.ts'
import { type Button, link, tap } from '../drawing/buttons.ts'
import { listCard } from '../drawing/list.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import type { Typist } from './not-understood.ts'

/** A question whose company at `place` is to be picked. */
export type Pick = {
  question: Omit<Question, 'companies'>
  companies: readonly AskedCompany[]
  place: number
  typed: string
  candidates: readonly { tenantId: TenantId; name: string; legalName: string; country: string }[]
}

/** Several companies fit a name: each has a button that goes on with the same question. */
export const pickCompanyCard = (pick: Pick, words: Words): Card =>
  companies(words.ask.several(pick.typed), [words.ask.severalText], pick, words)

/** Nobody has this name: the nearest ones, each with a button that goes on; the same card whether it exists elsewhere or not. */
export const unknownCompanyCard = (pick: Pick, words: Words): Card =>
  companies(
    words.ask.verdicts.notFound,
    [words.ask.unknown(pick.typed), pick.candidates.length > 0 ? words.ask.nearest : words.ask.noneNear],
    pick,
    words,
  )

function companies(
  title: string,
  intro: readonly string[],
  { question, companies, place, candidates }: Pick,
  words: Words,
): Card {
  const goOn = (tenant: TenantId): Button =>
    tap(words.ask.select, 'ask', {
      ...asked(question),
      companies: writeCompanies(companies.map((one, at) => (at === place ? { tenant } : one))),
    })
  return listCard(
    {
      title,
      intro,
      rows: candidates.map(({ tenantId, name, legalName, country }) => ({
        title: name,
        lines: [[...(legalName === name ? [] : [legalName]), words.terms.country(country)].join(' · ')],
        button: goOn(tenantId),
      })),
      buttons: [tap(words.search.form.title, 'ask-form', {}), tap(words.buttons.home, 'home', {})],
    },
    words.locale,
  )
}

const asked = ({ id, countries, ...rest }: Omit<Question, 'companies'>) => ({
  question: id,
  countries: countries.join(','),
  ...rest,
})

/** A question that names no company where one is needed. */
export const whichCompanyCard = ({ question }: { question: QuestionId }, words: Words): Card =>
  messageCard(
    {
      place: words.ask.related[question],
      title: words.ask.missing,
      paragraphs: [words.ask.missingText],
      buttons: [tap(words.search.form.title, 'ask-form', {}), tap(words.buttons.home, 'home', {})],
    },
    words,
  )

/** What can be asked and typed; no apology for what was not understood. */
export const whatToAskCard = ({ examples }: { examples: Typist }, words: Words): Card =>
  messageCard(
    {
      title: words.ask.whatTitle,
      paragraphs: [words.ask.whatText],
      bullets: words.ask.examples[examples === 'company' || examples === 'provider' ? 'company' : 'support'].map(
        (text) => ({ text }),
      ),
      next: {
        title: words.ask.commands,
        paragraphs: [words.notUnderstood.examples[examples].join(' · ')],
        tone: 'default',
        buttons: [],
      },
      buttons: [
        tap(words.search.form.title, 'ask-form', {}, { style: 'positive' }),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words,
  )

/** In a channel: the answer went to the asker's own chat, or has to be asked there; `chatUrl` opens it. */
export const askedInPublicCard = ({ sent, chatUrl }: { sent: boolean; chatUrl: string }, words: Words): Card => {
  const { title, text } = sent ? words.ask.sentPrivately : words.ask.askPrivately
  const buttons = [link(words.search.openChat, chatUrl)]
  return messageCard({ place: words.terms.product, title, paragraphs: [text], buttons }, words)
}
