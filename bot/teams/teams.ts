import type { Card } from '../../cards/drawing/render.ts'
import type { Locale } from '../../domain/actor.ts'
import { newId } from '../../domain/ids.ts'
import { OutsideRefused } from '../../domain/ports.ts'
import type { Log } from '../log.ts'
import type { Answer, Inbound, Messenger, Reply, Unfurl } from '../turn.ts'
import { type Activity, tenantOf } from './activity.ts'
import { choicesResponse } from './choice-query.ts'
import { createConnectors } from './connectors.ts'
import { createDoor, type Door } from './door.ts'
import { type BotIdentity, signatureOf } from './identity.ts'
import { activityLocale, toInbound } from './inbound.ts'
import { cardResponse, courtesyResponse, noteResponse } from './invoke-response.ts'
import { type LinkQuery, linkQuery, unfurlResponse } from './link-query.ts'
import { createMessenger, type TeamsMessenger } from './messenger.ts'
import { createOnce } from './once.ts'
import { forReader } from './refresh.ts'
import { searchResponse } from './search-query.ts'
import type { HostPins } from './service-url.ts'

export type TeamsOptions = {
  /** Absent: no authentication in either direction; the sandbox alone may start so. */
  bot: BotIdentity | undefined
  pins: HostPins
  answer: Answer
  /** Said when `answer` rejected: a card, or a note beside the card that was tapped; `inbound.correlationId` leads to the log. */
  apology: (fault: unknown, inbound: Inbound) => { card: Card; note: string }
  /** What a pasted link shows. */
  unfurl: Unfurl
  /** One sentence for a request the bot has no answer to. */
  notHere: (locale: Locale) => string
  log: Pick<Log, 'debug' | 'info' | 'warn' | 'error'>
  connectorTimeoutMs?: number
  turnTimeoutMs?: number
}

/** What the HTTP answer to an activity is; without a body it is bare. */
export type Delivery = { readonly status: number; readonly body?: object }

export type Teams = {
  /** Judges who sends an activity; absent when nobody is asked. */
  readonly door: Door | undefined
  /** Takes an activity that came through the door. Never rejects. */
  deliver(activity: Activity): Promise<Delivery>
  readonly messenger: Messenger
}

/** The turn took longer than anybody waits. It may still come to an end; its operation key keeps a repeat harmless. */
export class TurnTimeout extends Error {}

/** A settled activity needs no second answer, should it come again. */
type Answered = { readonly delivery: Delivery; readonly isSettled: boolean }

const DONE: Delivery = { status: 200 }
const AGAIN: Delivery = { status: 502 }
/** A tap waits no longer than this for the message to be remembered. */
const STANDS_MS = 1_000

/** The one room that knows the Bot Framework SDK: activities in, turns and messages out. */
export function createTeams(options: TeamsOptions): Teams {
  const { bot, pins, log, connectorTimeoutMs = 3_000 } = options
  const messenger = createMessenger(createConnectors(signatureOf(bot), connectorTimeoutMs), pins)
  const once = createOnce()
  return {
    door: bot === undefined ? undefined : createDoor(bot),
    messenger,
    async deliver(activity) {
      const link = linkQuery(activity)
      if (link !== undefined) return unfurled(link, options)
      const inbound = toInbound(activity, newId())
      if (inbound === undefined) return unheard(activity, options)
      // One person never gets what was meant for another, whatever ids they were sent with.
      const { from, conversation } = activity
      const key = [tenantOf(activity), from.aadObjectId, conversation.id, inbound.activityId].join('|')
      const isInvoke = activity.type === 'invoke'
      const work = (): Promise<Answered> =>
        isInvoke ? invoked(inbound, options) : spokenTo(inbound, options, messenger)
      try {
        return (await once.run(key, work, ({ isSettled }) => isSettled))?.delivery ?? DONE
      } catch (error) {
        log.error({ event: 'delivery', correlationId: inbound.correlationId, err: error })
        return AGAIN
      }
    },
  }
}

function unheard(activity: Activity, { notHere, log }: TeamsOptions): Delivery {
  const { type, name } = activity
  if (type !== 'invoke') return DONE
  log.info({ event: 'turn', said: 'unknown invoke', invoke: /^[\w/.-]{1,64}$/.exec(name ?? '')?.[0] })
  return { status: 200, body: courtesyResponse(name, notHere(activityLocale(activity))) }
}

/** No turn: nobody is asked who they are, and nobody is remembered. What goes wrong leaves the link as it was pasted. */
async function unfurled({ url, locale }: LinkQuery, options: TeamsOptions): Promise<Delivery> {
  const { unfurl, log, turnTimeoutMs = 4_000 } = options
  try {
    const shown = await within(turnTimeoutMs, unfurl(url, locale))
    log.info({ event: 'turn', said: 'link', outcome: shown === undefined ? 'nothing' : 'card' })
    return { status: 200, body: unfurlResponse(shown) }
  } catch (fault) {
    log.error({ event: 'turn', said: 'link', outcome: 'fault', err: fault })
    return { status: 200, body: unfurlResponse(undefined) }
  }
}

/** A tap is answered in the HTTP body, whatever happens; when it comes again it gets the card of that moment. */
async function invoked(inbound: Inbound, options: TeamsOptions): Promise<Answered> {
  const { reply, note } = await turn(inbound, options)
  const { said, conversation } = inbound
  if (said.kind === 'search') return looked(searchResponse(reply, note))
  if (said.kind === 'pick') return looked(choicesResponse(reply))
  const tapped = said.kind === 'tap' ? said : undefined
  const keepsCard = note !== undefined && tapped?.trigger === 'manual'
  if (keepsCard || reply.kind !== 'card')
    return { delivery: { status: 200, body: noteResponse(note ?? '✓') }, isSettled: false }
  // A client that got no card to a refresh may never ask again (teams.md 2.2): the apology asks once more.
  const isStuck = note !== undefined && tapped?.trigger === 'automatic'
  const card = isStuck ? askingAgain(reply.card, tapped) : reply.card
  await stands(reply, tapped?.replyTo, inbound, options)
  return { delivery: { status: 200, body: cardResponse(forReader(card, conversation.accountId)) }, isSettled: false }
}

/** What is looked for is looked for anew each time. */
const looked = (body: object): Answered => ({ delivery: { status: 200, body }, isSettled: false })

const askingAgain = (card: Card, { verb, data }: { verb: string; data: unknown }): Card => ({
  ...card,
  refresh: { action: { type: 'Action.Execute', verb, data } },
})

/** Tells where the card stands. That it could not be told ends nothing: the person has the card. */
async function stands(
  reply: Reply,
  messageId: string | undefined,
  { correlationId }: Inbound,
  { log }: TeamsOptions,
): Promise<void> {
  if (reply.kind !== 'card' || reply.stands === undefined || messageId === undefined || messageId === '') return
  try {
    await within(STANDS_MS, reply.stands(messageId))
  } catch (error) {
    log.warn({ event: 'stands', correlationId, err: error })
  }
}

/**
 * Everything else is answered by a message of our own, or by a new version of the card whose `Action.Submit` it was.
 * @throws when Teams could not be reached, so that a repeat of the activity is answered anew.
 */
async function spokenTo(inbound: Inbound, options: TeamsOptions, messenger: TeamsMessenger): Promise<Answered> {
  const { reply, isFault } = await turn(inbound, options)
  const answered = { delivery: DONE, isSettled: !isFault }
  if (reply.kind !== 'card') return answered
  try {
    // A fault leaves the card standing, with what was typed.
    if (isFault) await messenger.send(inbound.conversation, reply.card, inbound.activityId)
    else await stands(reply, await say(inbound, reply.card, messenger), inbound, options)
  } catch (error) {
    options.log.warn({ event: 'reply', correlationId: inbound.correlationId, err: error, ...reasonOf(error) })
    if (!(error instanceof OutsideRefused)) throw error
  }
  return answered
}

/** Answers with the id of the message that holds the card now. */
async function say(
  { said, conversation, activityId }: Inbound,
  card: Card,
  messenger: TeamsMessenger,
): Promise<string> {
  if (said.kind === 'tap' && said.replyTo !== undefined) {
    const updated = await messenger.update(conversation, said.replyTo, card).then(
      () => true,
      (error: unknown) => {
        if (error instanceof OutsideRefused) return false
        throw error
      },
    )
    if (updated) return said.replyTo
  }
  return (await messenger.send(conversation, card, activityId)).messageId
}

/** After a fault `note` is the apology in one line: it leaves a tapped card standing, with its button and what was typed. */
type Turn = { readonly reply: Reply; readonly isFault: boolean; readonly note?: string }

async function turn(inbound: Inbound, options: TeamsOptions): Promise<Turn> {
  const { answer, apology, log, turnTimeoutMs = 4_000 } = options
  const began = performance.now()
  const { correlationId, said, conversation, person } = inbound
  const about = {
    event: 'turn',
    correlationId,
    said: said.kind,
    ...(said.kind === 'tap' ? { verb: /^[a-z0-9-]{1,64}$/.exec(said.verb)?.[0] } : {}),
    scope: conversation.scope,
    tenantId: conversation.tenantId,
    userId: person?.userId,
  }
  try {
    const reply = await within(turnTimeoutMs, answer(inbound))
    log.info({ ...about, outcome: reply.kind, durationMs: Math.round(performance.now() - began) })
    return { reply, isFault: false }
  } catch (fault) {
    log.error({ ...about, outcome: 'fault', durationMs: Math.round(performance.now() - began), err: fault })
    const { card, note } = apology(fault, inbound)
    return { reply: { kind: 'card', card }, isFault: true, note }
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new TurnTimeout()), ms)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}

const reasonOf = (error: unknown): { reason?: string } =>
  error instanceof OutsideRefused ? { reason: error.reason } : {}
