import { changesPage } from '../history/changes.ts'
import { spanOf } from '../history/days.ts'
import { eventsOf } from '../history/events-of.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import { notForOthers, notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import { ask } from './pair-facts.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const PAGE = 15
/** Of a pair most lines are about others. */
const PAIR_PAGE = 60

/**
 * Q27: who did what and when at a company, the newest first, its partnerships and invitations too; of one operation alone
 * where one is named that leaves something behind, on certain days, by one person (P48).
 */
export async function answerHistory(asked: Question, sight: Sight): Promise<Answer> {
  const question = narrowed(ownFirst(asked, sight))
  const [, counterpart] = question.companies
  const [subject, other] = await Promise.all([subjectOf(question, sight), counterpart && sight.company(counterpart)])
  const { own, actor, store, timeZone } = sight
  if (counterpart !== undefined && !other) return notFound(question)
  if (!subject || (own && permit('P48', actor, own, { read: true }).length > 0)) return notFound(question)
  if (!subject.isOpen) return notForOthers(question, subject.company)
  const { company } = subject
  const { operation, since, until } = question
  const person = await nameOfPerson(question, company, sight)
  const wanted = operation && eventsOf(operation)
  const { items, next } = await changesPage(
    {
      store,
      span: spanOf(since, until, timeZone),
      query: { ...(operation ? { operation } : {}), ...(person ? { person } : {}) },
      isOperator: own === undefined,
    },
    company,
    { limit: other ? PAIR_PAGE : PAGE, ...(question.after === undefined ? {} : { after: question.after }) },
  )
  const told = other ? items.filter(({ companies }) => companies.includes(other.displayName)) : items
  const moments = told.flatMap(({ at, by, companies, events }) =>
    events
      .toReversed()
      .filter(({ type }) => wanted === undefined || wanted.includes(type))
      .map(
        (event) =>
          ({
            at,
            finding: { code: 'company.event', event, by, ...othersOf(companies, company) },
            state: 'done',
          }) as const,
      ),
  )
  const name = company.displayName
  const pair = other ? { other: other.displayName } : {}
  return {
    question,
    names: namesOf(company, other),
    headline:
      moments.length > 0
        ? { code: 'company.history', company: name, ...pair, count: moments.length, more: next !== undefined }
        : {
            code: 'company.noHistory',
            company: name,
            ...pair,
            ...(operation ? { operation } : {}),
            ...((since ?? until ?? person) ? { isNarrowed: true } : {}),
          },
    moments,
    ...(next === undefined ? {} : { next }),
    rules: [{ id: 'P48', source: 'D:activity-logs' }],
    ...(moments.length === 0 && isInviting(question) ? { related: [ask('Q9', company.tenantId)] } : {}),
    isPrivate: true,
  }
}

/** A mail address stands for its owner, whose name the history has. */
async function nameOfPerson({ person }: Question, company: Organization, sight: Sight): Promise<string | undefined> {
  if (!person?.includes('@')) return person
  const people = await sight.staff(company)
  return people.find(({ email }) => email.toLowerCase() === person.toLowerCase())?.name ?? person
}

/** A change of many companies at once is not told with all of their names. */
function othersOf(companies: readonly string[], { displayName }: Organization): { others?: readonly string[] } {
  const others = companies.filter((name) => name !== displayName)
  return others.length > 0 && others.length <= MOST_NAMED ? { others } : {}
}

const MOST_NAMED = 2

/** What others sent to a company stands in their history, and in the way of the invitation. */
const isInviting = ({ operation }: Question): boolean => operation === 'P20' || operation === 'P21'

/** Of two companies the own one is read, which may know what lies between them. */
function ownFirst(question: Question, { own }: Sight): Question {
  const [x, y] = question.companies
  return own && x !== undefined && y === own.tenantId ? { ...question, companies: [y, x] } : question
}

function narrowed({ operation, ...whole }: Question): Question {
  return operation !== undefined && eventsOf(operation).length > 0 ? { ...whole, operation } : whole
}
