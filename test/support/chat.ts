import { type Shown, shown } from './shown.ts'
import { envelopeOf, type Person, type World } from './world.ts'

/** A message of the bot in a person's own chat, as the chat shows it now. */
export type Message = { id: string; card: Shown; updates: number }

/** The messages of the bot in this person's chat, oldest first; an update takes the place of what stood there. */
export function chatOf({ connector }: World, { aadObjectId }: Person): readonly Message[] {
  const messages = new Map<string, Message>()
  connector.sent.forEach(({ method, conversationId, activityId, activity }, at) => {
    const content = activity.attachments?.[0]?.content
    if (conversationId !== `a:${aadObjectId}` || content === undefined) return
    // The ids that the connector answers with count what was sent.
    const id = method === 'PUT' ? (activityId ?? '') : `sent-${at + 1}`
    const before = messages.get(id)
    messages.set(id, { id, card: shown(content), updates: before && method === 'PUT' ? before.updates + 1 : 0 })
  })
  return [...messages.values()]
}

/** The newest message. */
export function lastMessage(world: World, person: Person): Message {
  const last = chatOf(world, person).at(-1)
  if (last === undefined) throw new Error(`${person.name} has no message`)
  return last
}

type Refresh = { action: { type: string; verb: string; data: object }; userIds: readonly string[] }

/** What the card asks by itself, or undefined for a card that will not change. */
export const refreshOf = ({ card }: Shown): Refresh | undefined => card.refresh as Refresh | undefined

/** What a client does that has this message in view: the answer's card, as the reader now sees it. */
export async function comesIntoView(world: World, person: Person, message: Message): Promise<Shown> {
  const refresh = refreshOf(message.card)
  if (refresh === undefined) throw new Error(`nothing to ask on:\n${message.card.text}`)
  const { text } = await world.post('/api/messages', {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `view-${++views}`,
    ...envelopeOf(person, world.connector),
    replyToId: message.id,
    value: { action: refresh.action, trigger: 'automatic' },
  })
  const { statusCode, type, value } = JSON.parse(text)
  if (statusCode !== 200 || type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`answered ${text}`)
  return shown(value)
}

let views = 0
