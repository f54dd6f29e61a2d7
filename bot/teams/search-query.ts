import { z } from 'zod'
import { LONGEST_SOUGHT, MOST_FOUND } from '../../cards/drawing/picker.ts'
import { beginning } from '../../domain/search-key.ts'
import { type PageOf, type Reply, type Said, SEARCH_COMMANDS } from '../turn.ts'
import type { Activity } from './activity.ts'
import { previewed } from './preview.ts'

const QUERY = 'composeExtension/query'
const SELECTED = 'composeExtension/selectItem'

/** The Microsoft 365 Agents Playground knows no manifest: it sends a text without a name, and no command unless one is typed. */
const VALUE = z
  .object({
    commandId: z.enum(SEARCH_COMMANDS).optional(),
    parameters: z
      .array(z.object({ name: z.string().optional(), value: z.unknown().optional() }))
      .max(20)
      .nullish(),
    queryOptions: z.unknown().optional(),
  })
  .refine(({ commandId, parameters }) => commandId !== undefined || (parameters ?? []).length > 0)
const OPTIONS = z
  .object({ skip: z.number().int().min(0).catch(0), count: z.number().int().min(1).catch(MOST_FOUND) })
  .catch({ skip: 0, count: MOST_FOUND })

/** The first run of a command, which has no text yet, says so in place of one. */
const FIRST_RUN = 'initialRun'

/** A search of the message extension; undefined for any other activity. What cannot be read asks for nothing. */
export function searched({ name, value }: Activity): Said | undefined {
  if (name !== QUERY && name !== SELECTED) return undefined
  const { data: query } = VALUE.safeParse(name === QUERY ? value : undefined)
  if (query === undefined) return { kind: 'search', text: '', page: { skip: 0, limit: MOST_FOUND } }
  const text = query.parameters?.find((one) => one.name !== FIRST_RUN)?.value
  return { kind: 'search', command: query.commandId ?? 'search', text: sought(text), page: pageOf(query.queryOptions) }
}

/** What is looked for, of bounded length. */
export const sought = (text: unknown): string =>
  typeof text === 'string' ? beginning(text, LONGEST_SOUGHT).trim() : ''

/**
 * A client that asks for more than a page gets a page, and then skips what it had asked for: its whole pages count as
 * pages, anything else as results.
 */
function pageOf(options: unknown): PageOf {
  const { skip, count } = OPTIONS.parse(options)
  const isWhole = count > MOST_FOUND && skip % count === 0
  return { skip: isWhole ? (skip / count) * MOST_FOUND : skip, limit: Math.min(count, MOST_FOUND) }
}

const NOTHING: Extract<Reply, { kind: 'results' }> = { kind: 'results', results: [] }

/** The results, or one line where there are none; after a fault, what went wrong. */
export function searchResponse(reply: Reply, fault: string | undefined): object {
  const { results, note } = reply.kind === 'results' ? reply : NOTHING
  const text = fault ?? (results.length === 0 ? note : undefined)
  if (text !== undefined) return { composeExtension: { type: 'message', text } }
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: results.map(previewed) } }
}
