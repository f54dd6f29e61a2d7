import { z } from 'zod'
import { DATASETS, MOST_FOUND } from '../../cards/drawing/picker.ts'
import type { Reply, Said } from '../turn.ts'
import type { Activity } from './activity.ts'
import { sought } from './search-query.ts'

const VALUE = z.object({
  dataset: z.enum(DATASETS),
  queryText: z.unknown().optional(),
  queryOptions: z.object({ skip: z.number().int().min(0).catch(0) }).catch({ skip: 0 }),
})

/** What is typed into a picker, also nothing yet; undefined for any other activity. What cannot be read asks for nothing. */
export function picking({ name, value }: Activity): Said | undefined {
  if (name !== 'application/search') return undefined
  const { data: query } = VALUE.safeParse(value)
  if (query === undefined) return { kind: 'pick', text: '', page: { skip: 0, limit: MOST_FOUND } }
  const { dataset, queryText, queryOptions } = query
  return { kind: 'pick', dataset, text: sought(queryText), page: { skip: queryOptions.skip, limit: MOST_FOUND } }
}

/** After a fault a picker offers nothing; what was typed beside it still works. */
export const choicesResponse = (reply: Reply): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results: reply.kind === 'choices' ? reply.choices : [] },
})
