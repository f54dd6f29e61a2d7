import { z } from 'zod'
import { isGuid } from '../../domain/ids.ts'

/** Ids become parts of a path, where dots alone would lead elsewhere. */
const isPart = (text: string): boolean => !/^\.{1,2}$/.test(text)
const id = z.string().min(1).max(1024).refine(isPart)
const hint = z.string().max(1024).refine(isPart).nullish()

const account = z.object({ id, name: hint, aadObjectId: z.string().max(64).nullish() })

/**
 * The part of a Bot Framework activity that the bot uses, judged before anything is done with it. Teams sends much more;
 * that is not read. `value` stays unknown until the schema of its verb reads it.
 */
const ENVELOPE = z
  .object({
    type: z.string().min(1).max(64),
    id: id.optional(),
    name: z.string().max(256).nullish(),
    channelId: z.literal('msteams'),
    serviceUrl: z.string().min(1).max(2048),
    deliveryMode: z.enum(['normal', 'notification']).nullish(),
    from: account,
    recipient: account.nullish(),
    conversation: z.object({ id, tenantId: hint, conversationType: hint, isGroup: z.boolean().nullish() }),
    channelData: z.object({ tenant: z.object({ id: hint }).nullish() }).nullish(),
    text: z.string().max(100_000).nullish(),
    value: z.unknown().optional(),
    replyToId: hint,
    action: hint,
    locale: hint,
    localTimezone: hint,
    entities: z.array(z.unknown()).max(1000).nullish(),
  })
  .refine(tenantsAgree)
  .refine((activity) => isAnonymous(activity) || hasGuids(activity))
  .refine((activity) => !isFromPerson(activity) || isAnonymous(activity) || namesPerson(activity))

export type Activity = z.output<typeof ENVELOPE>

/** The activity in a parsed body, or undefined when anything that the bot relies on is missing or of another kind. */
export const readActivity = (body: unknown): Activity | undefined => ENVELOPE.safeParse(body).data

/** `channelData.tenant.id`, else `conversation.tenantId` (interface.md 3). */
export const tenantOf = ({ channelData, conversation }: Tenants): string | undefined =>
  channelData?.tenant?.id ?? conversation.tenantId ?? undefined

type Tenants = {
  channelData?: { tenant?: { id?: string | null | undefined } | null | undefined } | null | undefined
  conversation: { tenantId?: string | null | undefined }
}
type Sender = { type: string; name?: string | null | undefined; from: { aadObjectId?: string | null | undefined } }

function tenantsAgree({ channelData, conversation }: Tenants): boolean {
  const one = channelData?.tenant?.id
  const other = conversation.tenantId
  return one == null || other == null || one.toLowerCase() === other.toLowerCase()
}

function hasGuids(activity: Tenants & Sender): boolean {
  const tenant = tenantOf(activity)
  const person = activity.from.aadObjectId
  return (tenant === undefined || isGuid(tenant)) && (person == null || isGuid(person))
}

const namesPerson = (activity: Tenants & Sender): boolean =>
  activity.from.aadObjectId != null && tenantOf(activity) !== undefined

const isFromPerson = ({ type }: Sender): boolean => type === 'message' || type === 'invoke'

/** Zero-install link unfurling: Teams itself sends `redacted` for every id (teams.md 2.4). */
const isAnonymous = ({ type, name }: Sender): boolean =>
  type === 'invoke' && name === 'composeExtension/anonymousQueryLink'
