import type { By } from '../domain/actor.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Operation } from '../domain/permissions.ts'
import type { Question } from '../domain/questions/question.ts'
import type { TapData } from './actions.ts'
import { type Button, link, tap } from './drawing/buttons.ts'
import { type Cut, fitting, listCard } from './drawing/list.ts'
import { messageCard } from './drawing/notice.ts'
import type { Card } from './drawing/render.ts'
import { byName } from './enrollment/enrollment-facts.ts'
import { askedText, narrowedBy } from './questions/asked-text.ts'
import type { HistoryEvent } from './words/events.ts'
import type { Words } from './words/words.ts'

/** One committed change, as the audit keeps it. */
export type HistoryEntry = { at: string; by: By; events: readonly HistoryEvent[] }

/** A change with the companies it was about, where several can be; or what somebody of the operator's staff asked. */
export type HistoryRow =
  | (HistoryEntry & { companies?: readonly string[] })
  | { at: string; by: By; question: Question; names: readonly string[] }

/** What the history was asked for, as it was typed. `company` is the one that `name` was understood as, if any. */
export type HistoryAsked = {
  show: 'changes' | 'looks'
  company?: TenantId
  name?: string
  operation?: Operation
  person?: string
  from?: string
  to?: string
}

export type HistoryView = {
  /** Whose history; undefined for everybody's. */
  company?: string
  asked: HistoryAsked
  rows: readonly HistoryRow[]
  /** What this person can choose from. */
  offers: { company: boolean; looks: boolean; operations: readonly Operation[] }
  /** What was wrong with the filter. */
  notes?: readonly string[]
  next?: string
  /** It is not the first page. */
  isLater?: boolean
  /** The page is not full because so much else was looked through, back to then. */
  lookedBackTo?: string
}

/** Who did what and when, the newest first (P48): of one company, or of everybody for the operator's staff. */
export const historyCard = (view: HistoryView, words: Words): Card => fitting((cut) => drawHistory(view, cut, words))

function drawHistory(view: HistoryView, cut: Cut, words: Words): Card {
  const { company, asked, rows, notes = [], next, isLater = false, lookedBackTo } = view
  const { buttons, past, history } = words
  const sought = soughtOf(asked, words)
  return listCard(
    {
      place: company ?? past.everybody,
      title: asked.show === 'looks' ? past.show.looks : buttons.history,
      intro: [
        ...notes,
        ...(sought.length > 0 ? [sought.join(' · ')] : []),
        ...(lookedBackTo === undefined ? [] : [past.noneBackTo(words.dateTime(lookedBackTo))]),
        ...(rows.length + notes.length > 0 || lookedBackTo !== undefined
          ? []
          : [sought.length > 0 ? past.none : history.empty]),
      ],
      rows: rows.map((row) => ({
        title: cut(whatOf(row, words), TITLE_BYTES),
        lines: [cut([...aboutOf(row, company), byName(row.by, words), words.dateTime(row.at)].join(' · '), LINE_BYTES)],
      })),
      buttons: [
        ...(isLater ? [tap(buttons.firstPage, 'history', { ...asked }, { inputs: 'none' })] : []),
        ...(next === undefined ? [] : [tap(buttons.older, 'history', { ...asked, after: next }, { inputs: 'none' })]),
        filterButton(view, words),
        ...(sought.length > 0 || asked.company || asked.name
          ? [tap(past.clear, 'history', {}, { inputs: 'none' })]
          : []),
        ...(rows.length > 0 ? [tap(past.file, 'history-file', { ...asked }, { inputs: 'none' })] : []),
      ],
      more: [tap(buttons.home, 'home', {}, { inputs: 'none' })],
    },
    words.locale,
  )
}

const TITLE_BYTES = 900
const LINE_BYTES = 600

/** What a row says happened, on the card and in the file. */
export const whatOf = (row: HistoryRow, words: Words): string =>
  'events' in row
    ? [...new Set(row.events.map((event) => words.event(event)))].join(' · ')
    : askedText(row.question, row.names, words)

/** The company of the place is not said again on every row. */
const aboutOf = (row: HistoryRow, company: string | undefined): readonly string[] =>
  'events' in row ? (row.companies ?? []).filter((name) => name !== company) : []

const soughtOf = ({ operation, person, from, to }: HistoryAsked, words: Words): readonly string[] => [
  ...(operation === undefined ? [] : [words.operation(operation)]),
  ...narrowedBy({ person, since: from, until: to }, words),
]

/** The filter stands folded: what most people want is the newest. */
function filterButton({ asked, offers }: HistoryView, words: Words): Button {
  const { past } = words
  const { labels } = past
  const text = (id: string, label: string, value = '') => ({ type: 'Input.Text', id, label, value, maxLength: 100 })
  const day = (id: string, label: string, value = '') => ({ type: 'Input.Date', id, label, value })
  const choice = (id: string, label: string, value: string, choices: readonly { title: string; value: string }[]) => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    value,
    choices,
    style: 'compact',
    isMultiSelect: false,
    wrap: true,
  })
  const body = [
    ...(offers.looks
      ? [
          choice('show', labels.show, asked.show, [
            { title: past.show.changes, value: 'changes' },
            { title: past.show.looks, value: 'looks' },
          ]),
        ]
      : []),
    ...(offers.company ? [text('name', labels.company, asked.name)] : []),
    text('person', labels.person, asked.person),
    choice('operation', labels.operation, asked.operation ?? ANY, [
      { title: past.anyOperation, value: ANY },
      ...offers.operations.map((one) => ({ title: words.terms.atStart(words.operation(one)), value: one })),
    ]),
    day('from', labels.from, asked.from),
    day('to', labels.to, asked.to),
    // The company goes along, for as long as its name stands in the filter: others may bear the same.
    { type: 'ActionSet', actions: [tap(past.apply, 'history', asked.company ? { company: asked.company } : {})] },
  ]
  return { type: 'Action.ShowCard', title: past.filter, card: { type: 'AdaptiveCard', body } } as unknown as Button
}

const ANY = 'any'

/** Several companies have the name that was typed into the filter. */
export function whichHistoryCard(
  asked: HistoryAsked,
  candidates: readonly { tenantId: TenantId; name: string; legalName: string; country: string }[],
  words: Words,
): Card {
  return listCard(
    {
      place: words.buttons.history,
      title: words.past.several(asked.name ?? ''),
      rows: candidates.map(({ tenantId, name, legalName, country }) => ({
        title: name,
        lines: [[...(legalName === name ? [] : [legalName]), words.terms.country(country)].join(' · ')],
        button: tap(words.buttons.open, 'history', { ...asked, company: tenantId, name } satisfies TapData<'history'>),
      })),
      buttons: [tap(words.past.clear, 'history', {}), tap(words.buttons.home, 'home', {})],
    },
    words.locale,
  )
}

/** Leads to the page of a file; `url` is this person's secret. */
export const historyFileCard = (url: string, asked: HistoryAsked, words: Words): Card =>
  messageCard(
    {
      title: words.past.ready.title,
      paragraphs: [words.past.ready.text],
      buttons: [
        link(words.past.ready.open, url),
        tap(words.buttons.history, 'history', { ...asked }),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words,
  )
