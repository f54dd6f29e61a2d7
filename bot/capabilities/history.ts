import type { ActionData } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import {
  type HistoryAsked,
  type HistoryView,
  historyCard,
  historyFileCard,
  whichHistoryCard,
} from '../../cards/history.ts'
import { issueTicket } from '../../domain/files/ticket.ts'
import { isDay } from '../../domain/history/days.ts'
import { PAST_OPERATIONS } from '../../domain/history/events-of.ts'
import type { HistoryQuery } from '../../domain/history/query.ts'
import { findClosest, namesFor } from '../../domain/store/names.ts'
import { clean } from '../../domain/text.ts'
import type { Capability, House, Turn } from '../capability.ts'
import { type Readable, readableHistory } from '../history-reading.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

const PAGE = 15

/** Who did what and when: in the own company, or everywhere for the operator's staff (P48). */
export const history: Capability<'history'> = ({ after, ...typed }, turn, house) =>
  withHistory(typed, turn, house, async (asked, { company, page }) => {
    const { words } = turn
    return historyCard(
      {
        ...(await page({ limit: PAGE, ...(after ? { after } : {}) })),
        ...(company ? { company: company.displayName } : {}),
        asked,
        isLater: after !== undefined,
        offers: offersTo(turn),
      },
      words,
    )
  })

/** What this person can choose from. */
const offersTo = ({ organization, actor }: Turn): HistoryView['offers'] => ({
  company: organization === undefined,
  looks: organization === undefined && actor.appRoles.includes('reviewer'),
  operations: PAST_OPERATIONS,
})

/** The same as a file: a page for this person alone, where what they may read then is put together. */
export const historyFile: Capability<'history-file'> = (typed, turn, house) =>
  withHistory(typed, turn, house, async (asked) => {
    const { actor, words, timeZone, now } = turn
    const { tenantId, userId, name, locale } = actor
    const holder = { tenantId, userId, name, locale, timeZone }
    const { show } = asked
    const request = { kind: 'history', show, query: queryOf(asked) } as const
    const { token } = await issueTicket(
      house.store,
      { way: 'download', holder, fileName: words.past.fileName[show], request },
      now,
    )
    return historyFileCard(`${house.publicUrl}/download/${token}`, asked, words)
  })

type Typed = ActionData<'history-file'>
type Then = (asked: HistoryAsked, readable: Readable) => Promise<Card>

async function withHistory(typed: Typed, turn: Turn, house: House, then: Then): Promise<Card> {
  const { organization, actor, words } = turn
  if (!organization && actor.appRoles.length === 0) return homeOf(turn, house, words.notes.forCompanies)
  let asked = await askedOf(typed, turn, house)
  const { name } = asked
  if (name !== undefined && asked.company === undefined) {
    const matches = await findClosest(name, await namesFor(house, undefined))
    const exact = matches.filter(({ isExact }) => isExact)
    const [only, ...others] = (exact.length > 0 ? exact : matches).map(({ company }) => company)
    if (only && others.length > 0) return whichHistoryCard(asked, [only, ...others].slice(0, PAGE), words)
    // Nobody else's history stands in the place of the one that was asked for.
    if (!only)
      return historyCard({ asked, rows: [], notes: [words.past.noCompany(name)], offers: offersTo(turn) }, words)
    asked = { ...asked, company: only.tenantId, name: only.name }
  }
  const readable = await readableHistory(asked.show, queryOf(asked), turn, house)
  return readable.ok ? then(asked, readable.value) : refused(readable.error, turn, house)
}

/** What was typed, without what is empty, no day, or not this person's to choose. A company counts while its name is not changed. */
async function askedOf(
  { show, company, name, operation, person, from, to }: Typed,
  { organization }: Turn,
  { organizations }: House,
): Promise<HistoryAsked> {
  const known = PAST_OPERATIONS.find((one) => one === operation)
  const [who, which] = [short(person), organization ? '' : short(name)]
  const picked = company && !organization && which !== '' ? await organizations.find(company) : undefined
  // Whoever takes the later day first means the same days.
  const [first, last] = from && to && from > to ? [to, from] : [from, to]
  const isMeant = !organization && (name === undefined || (picked && which === short(picked.displayName)))
  return {
    show: organization ? 'changes' : (show ?? 'changes'),
    ...(isMeant && company ? { company } : {}),
    ...(which === '' ? {} : { name: which }),
    ...(known ? { operation: known } : {}),
    ...(who === '' ? {} : { person: who }),
    ...(first && isDay(first) ? { from: first } : {}),
    ...(last && isDay(last) ? { to: last } : {}),
  }
}

const short = (text = ''): string => [...clean(text)].slice(0, 100).join('')

const queryOf = ({ company, operation, person, from, to }: HistoryAsked): HistoryQuery => ({
  ...(company ? { company } : {}),
  ...(operation ? { operation } : {}),
  ...(person ? { person } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
})
