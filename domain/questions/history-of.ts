import { eventsOf } from '../history/events-of.ts'
import type { OrganizationEvent } from '../organization/organization.ts'
import { organizationPk } from '../organization/organizations.ts'
import { permit } from '../permissions.ts'
import { history } from '../store/commit.ts'
import { nameOf, notFound, subjectOf } from './about-company.ts'
import type { Answer, Moment } from './answer.ts'
import type { Question } from './question.ts'
import type { Sight } from './sight.ts'

const PAGE = 15
/** An operation is looked for through so many changes before the next page is asked for. */
const PAGES = 5

/** Q27: who did what and when at a company, the newest first; of one operation alone where one is named (P48). */
export async function answerHistory(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  const { own, actor } = sight
  if (!subject?.isOpen || (own && permit('P48', actor, own, { read: true }).length > 0)) return notFound(question)
  const { company } = subject
  const { operation } = question
  const wanted = operation === undefined ? undefined : eventsOf(operation)
  const moments: Moment[] = []
  let after = question.after
  let more = true
  for (let pages = 0; more && pages < PAGES && moments.length < PAGE; pages++) {
    const page = await history<OrganizationEvent>(sight.store, organizationPk(company.tenantId), {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    for (const { body } of page.items)
      for (const event of body.events)
        if (wanted === undefined || wanted.includes(event.type))
          moments.push({ at: body.at, finding: { code: 'company.event', event, by: body.by }, state: 'done' })
    after = page.next
    more = page.next !== undefined
  }
  const name = company.displayName
  return {
    question,
    names: nameOf(company),
    headline:
      moments.length > 0
        ? { code: 'company.history', company: name, count: moments.length, more }
        : { code: 'company.noHistory', company: name, ...(operation ? { operation } : {}) },
    moments,
    ...(after === undefined ? {} : { next: after }),
    rules: [{ id: 'P48', source: 'D:activity-logs' }],
    isPrivate: true,
  }
}
