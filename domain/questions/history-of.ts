import { changesPage } from '../history/changes.ts'
import { eventsOf } from '../history/events-of.ts'
import { permit } from '../permissions.ts'
import { nameOf, notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import type { Sight } from './sight.ts'

const PAGE = 15

/**
 * Q27: who did what and when at a company, the newest first, its partnerships and invitations too; of one operation alone
 * where one is named that leaves something behind (P48).
 */
export async function answerHistory(asked: Question, sight: Sight): Promise<Answer> {
  const question = narrowed(asked)
  const subject = await subjectOf(question, sight)
  const { own, actor, store } = sight
  if (!subject?.isOpen || (own && permit('P48', actor, own, { read: true }).length > 0)) return notFound(question)
  const { company } = subject
  const wanted = question.operation && eventsOf(question.operation)
  const { items, next } = await changesPage(
    {
      store,
      span: {},
      query: question.operation ? { operation: question.operation } : {},
      isOperator: own === undefined,
    },
    company,
    { limit: PAGE, ...(question.after === undefined ? {} : { after: question.after }) },
  )
  const moments = items.flatMap(({ at, by, events }) =>
    events
      .filter(({ type }) => wanted === undefined || wanted.includes(type))
      .map((event) => ({ at, finding: { code: 'company.event', event, by }, state: 'done' }) as const),
  )
  const name = company.displayName
  return {
    question,
    names: nameOf(company),
    headline:
      moments.length > 0
        ? { code: 'company.history', company: name, count: moments.length, more: next !== undefined }
        : {
            code: 'company.noHistory',
            company: name,
            ...(question.operation ? { operation: question.operation } : {}),
          },
    moments,
    ...(next === undefined ? {} : { next }),
    rules: [{ id: 'P48', source: 'D:activity-logs' }],
    isPrivate: true,
  }
}

function narrowed({ operation, ...whole }: Question): Question {
  return operation !== undefined && eventsOf(operation).length > 0 ? { ...whole, operation } : whole
}
