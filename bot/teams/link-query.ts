import { z } from 'zod'
import type { Locale } from '../../domain/actor.ts'
import type { Unfurled } from '../turn.ts'
import type { Activity } from './activity.ts'
import { languageOf } from './inbound.ts'
import { previewed } from './preview.ts'

/** A link that somebody pasted, with or without having the app: Teams then says nothing of who they are (teams.md 2.4). */
export type LinkQuery = { url: string; locale: Locale | undefined }

const QUERIES = ['composeExtension/queryLink', 'composeExtension/anonymousQueryLink']
const VALUE = z.object({ url: z.string().min(1).max(2048) })

/** Undefined for any other activity; a query that names no address asks for an address that nobody has. */
export function linkQuery(activity: Activity): LinkQuery | undefined {
  if (activity.type !== 'invoke' || !QUERIES.includes(activity.name ?? '')) return undefined
  return { url: VALUE.safeParse(activity.value).data?.url ?? '', locale: languageOf(activity) }
}

/** One card with its preview, which Teams demands; nothing leaves the link as it was pasted. */
export const unfurlResponse = (unfurled: Unfurled | undefined): object => ({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: unfurled === undefined ? [] : [previewed(unfurled)],
  },
})
