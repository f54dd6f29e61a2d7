import { z } from 'zod'
import { type Locale, localeOf } from '../../domain/actor.ts'
import { tenantId, userId } from '../../domain/ids.ts'
import type { ConversationRef, Inbound, Said, Scope } from '../turn.ts'
import { type Activity, tenantOf } from './activity.ts'
import { picking } from './choice-query.ts'
import { searched } from './search-query.ts'

const EXECUTE = z.object({
  action: z.object({ verb: z.string().min(1).max(128), data: z.unknown().optional() }),
  trigger: z.enum(['manual', 'automatic']).nullish(),
})
/** The `Action.Submit` fallback carries its verb in the data, beside the inputs. */
const SUBMIT = z.looseObject({ verb: z.string().min(1).max(128) })

const MENTION = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
})
const CLIENT = z.object({ type: z.literal('clientInfo'), locale: z.string().nullish(), timezone: z.string().nullish() })

/** What an activity says in our own words, or undefined when it names no tenant or is an invoke we do not know. */
export function toInbound(activity: Activity, correlationId: string): Inbound | undefined {
  const tenant = tenantOf(activity)
  const said = saidBy(activity)
  if (tenant === undefined || said === undefined) return undefined
  const person = activity.from.aadObjectId
  const locale = languageOf(activity)
  const timeZone = timeZoneOf(activity.localTimezone ?? clientInfo(activity)?.timezone)
  return {
    activityId: activity.id ?? correlationId,
    person: person == null ? undefined : { tenantId: tenantId(tenant), userId: userId(person) },
    conversation: conversationOf(activity, tenant),
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    said,
    correlationId,
  }
}

/** The activity's own language, if it is one of ours. */
export const languageOf = (activity: Activity): Locale | undefined =>
  localeOf(activity.locale ?? clientInfo(activity)?.locale)

/** The language of what is answered without a turn. */
export const activityLocale = (activity: Activity): Locale => languageOf(activity) ?? 'en-US'

function saidBy(activity: Activity): Said | undefined {
  switch (activity.type) {
    case 'message':
      return submitted(activity) ?? { kind: 'text', text: spoken(activity) }
    case 'invoke':
      return activity.name === 'adaptiveCard/action' ? executed(activity) : (searched(activity) ?? picking(activity))
    case 'installationUpdate':
      return activity.action?.startsWith('remove') === true ? { kind: 'uninstalled' } : { kind: 'installed' }
    default:
      return { kind: 'nothing' }
  }
}

function executed({ value, replyToId }: Activity): Said | undefined {
  const { data: tap } = EXECUTE.safeParse(value)
  if (tap === undefined) return undefined
  const { verb, data } = tap.action
  return { kind: 'tap', verb, data: data ?? {}, trigger: tap.trigger ?? 'manual', inBody: true, ...replyTo(replyToId) }
}

function submitted({ value, replyToId }: Activity): Said | undefined {
  if (value == null) return undefined
  const read = SUBMIT.safeParse(value)
  return read.success
    ? { kind: 'tap', verb: read.data.verb, data: value, trigger: 'manual', ...replyTo(replyToId) }
    : undefined
}

const replyTo = (id: string | null | undefined): { replyTo?: string } =>
  id == null || id === '' ? {} : { replyTo: id }

/** The text without the mentions of the bot itself. */
function spoken({ text, entities, recipient }: Activity): string {
  let rest = text ?? ''
  if (rest.includes('<at')) {
    for (const entity of entities ?? []) {
      const { data: mention } = MENTION.safeParse(entity)
      if (mention !== undefined && mention.mentioned.id === recipient?.id) rest = rest.replaceAll(mention.text, ' ')
    }
  }
  return rest.trim()
}

function conversationOf({ serviceUrl, conversation, recipient, from }: Activity, tenant: string): ConversationRef {
  return {
    v: 1,
    serviceUrl,
    conversationId: conversation.id,
    scope: scopeOf(conversation),
    botId: recipient?.id ?? 'bot',
    ...(recipient?.name == null ? {} : { botName: recipient.name }),
    accountId: from.id,
    tenantId: tenantId(tenant),
  }
}

/** Only what is surely one person's own chat is personal: in a kind of chat that is new to us, others may read along. */
function scopeOf({ id, conversationType, isGroup }: Activity['conversation']): Scope {
  const type = conversationType?.toLowerCase() ?? ''
  if (type === 'channel') return 'channel'
  if (type === '') return isGroup === true || /@thread\./.test(id) ? 'groupChat' : 'personal'
  return type === 'personal' ? 'personal' : 'groupChat'
}

function clientInfo({ entities }: Activity): z.output<typeof CLIENT> | undefined {
  for (const entity of entities ?? []) {
    const { data: client } = CLIENT.safeParse(entity)
    if (client !== undefined) return client
  }
  return undefined
}

const MOST_ZONES = 1000
const KNOWN_ZONES = new Set<string>()

function timeZoneOf(zone: string | null | undefined): string | undefined {
  if (zone == null || zone === '') return undefined
  if (KNOWN_ZONES.has(zone)) return zone
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
  } catch {
    return undefined
  }
  // A zone can be spelt in any mixture of cases: what is remembered of them has to end somewhere.
  if (KNOWN_ZONES.size < MOST_ZONES) KNOWN_ZONES.add(zone)
  return zone
}
