import type { InvitationEntry } from '../../domain/invitation/lists.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Active } from '../../domain/partnership/partnership.ts'
import type { ReadinessStep } from '../../domain/refusals.ts'
import { regionOf } from '../../domain/regions.ts'
import type { Words } from '../words/words.ts'
import { type ButtonRow, link, rows } from './buttons.ts'
import type { Fact } from './form.ts'
import { type Card, drawing, spoken } from './render.ts'
import template from './search-result.json' with { type: 'json' }

/**
 * A search result. `card` is what is posted, for everybody who reads there: no addresses, no people, nothing of an
 * enrollment. `title` and `text` stand for it in the list of results, which its asker alone sees.
 */
export type SearchResult = { card: Card; title: string; text: string }

/** Where a button leads that takes this question along. */
type OpenChat = (question: string) => string

export type FoundCompany = {
  company: Pick<Organization, 'displayName' | 'kind' | 'country'>
  /** With the asker's company. */
  partnership?: Active
  /** R33, where the asker may see it. */
  ticks?: readonly { step: ReadinessStep; done: boolean }[]
  openChat: OpenChat
}

/** A company by name, kind and place, and since when it is the asker's partner. */
export function companyResult(
  { company, partnership, ticks = [], openChat }: FoundCompany,
  words: Words,
): SearchResult {
  const { search: say, partners, terms } = words
  const { displayName: title, kind, country } = company
  const since = partnership && partners.since(words.date(partnership.since))
  const facts = [
    ...placeOf(company, words),
    ...(partnership ? [{ title: say.partnership, value: words.date(partnership.since) }] : []),
  ]
  return {
    card: result({ place: terms.kinds[kind].label, title, facts, ...asking(company, openChat, words) }, words),
    title,
    text: line(terms.kinds[kind].label, terms.country(country), since, ticksOf(ticks, words)),
  }
}

/** An active partnership of the asker's company: with whom, since when, and whether the provider administers the account. */
export function partnershipResult(
  { company, partnership, openChat }: Omit<FoundCompany, 'ticks'> & { partnership: Active },
  words: Words,
): SearchResult {
  const { search: say, partner, partners, terms } = words
  const { displayName: title, country } = company
  const access = partnership.adminAccess.state === 'granted' ? partner.accessGranted : say.accessRemoved
  const facts = [
    { title: terms.kinds.indirectProvider.label, value: partnership.providerName },
    { title: terms.kinds.indirectReseller.label, value: partnership.resellerName },
    { title: say.partnership, value: words.date(partnership.since) },
    { title: partner.access, value: access },
  ]
  return {
    card: result({ place: partner.heading, title, facts, ...asking(company, openChat, words) }, words),
    title,
    text: line(terms.country(country), partners.since(words.date(partnership.since)), `${partner.access}: ${access}`),
  }
}

/** An invitation that the own company sent (`isOwn`) or received: between whom, how it stands, and its dates. */
export function invitationResult(
  { isOwn, openChat, ...entry }: InvitationEntry & { isOwn: boolean; openChat: OpenChat },
  words: Words,
): SearchResult {
  const { search: say, invitation, terms, buttons } = words
  const { providerName, other, email, state, sentAt, opened, decided, expiresAt } = entry
  const stands = terms.invitationStates[state]
  const isOpen = state === 'sent' || state === 'opened'
  const dates: readonly Fact[] = [
    ...(sentAt ? [{ title: invitation.sent, value: words.date(sentAt) }] : []),
    ...(opened ? [{ title: invitation.opened, value: words.date(opened.at) }] : []),
    ...(decided ? [{ title: stands, value: words.date(decided.at) }] : []),
    ...(isOpen && expiresAt ? [{ title: say.validUntil, value: words.date(expiresAt) }] : []),
  ]
  const parties = [
    { title: terms.kinds.indirectProvider.label, value: providerName },
    ...(other ? [{ title: say.company, value: other }] : []),
  ]
  const facts = [...parties, { title: say.state, value: stands }, ...dates]
  const [latest] = dates.toReversed()
  return {
    card: result(
      {
        place: providerName,
        title: say.invitation,
        facts,
        notes: isOpen ? [say.invitationNote] : [],
        buttons: rows([link(say.openChat, openChat(buttons.invitations))]),
      },
      words,
    ),
    title: isOwn ? (other ?? email) : providerName,
    text: line(
      say.invitation,
      stands,
      latest && latest.title !== stands ? `${latest.title} ${latest.value}` : latest?.value,
    ),
  }
}

function placeOf({ country }: FoundCompany['company'], { search: say, terms }: Words): readonly Fact[] {
  const region = regionOf(country)
  return [
    { title: say.country, value: terms.country(country) },
    ...(region === undefined ? [] : [{ title: say.region, value: terms.region(region) }]),
  ]
}

/** Whoever reads the card asks for more in a chat of their own, and is answered what they may see. Customers do not transact. */
function asking(
  { displayName, kind }: FoundCompany['company'],
  openChat: OpenChat,
  { ask, search: say }: Words,
): Pick<View, 'notes' | 'buttons'> {
  const question = ask.asked[kind === 'customer' ? 'Q14' : 'Q7']([displayName], [], '')
  return { notes: [say.askMore(question)], buttons: rows([link(say.openChat, openChat(question))]) }
}

const ticksOf = (ticks: NonNullable<FoundCompany['ticks']>, { partners }: Words): string =>
  ticks.map(({ step, done }) => `${done ? '✓' : '☐'} ${partners.ticks[step]}`).join(' · ')

const line = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ')

const result = (view: Omit<View, 'lang' | 'speak'>, { locale }: Words): Card =>
  draw({ ...view, lang: locale, speak: spoken(view.title, view.place) })

type View = {
  lang: string
  speak: string
  place: string
  title: string
  facts: readonly Fact[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
