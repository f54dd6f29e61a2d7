import type { Dataset } from '../cards/drawing/picker.ts'
import type { Card } from '../cards/drawing/render.ts'
import type { Locale } from '../domain/actor.ts'
import type { TenantId, UserId } from '../domain/ids.ts'

/** Who speaks, as the authenticated activity says: `from.aadObjectId` with the tenant. */
export type PersonKey = { tenantId: TenantId; userId: UserId }

/** Where a person can be reached again; our own stored type, version 1, not the SDK's. */
export type ConversationRef = {
  v: 1
  serviceUrl: string
  conversationId: string
  scope: Scope
  /** The channel account ids of the bot and the person in this conversation. */
  botId: string
  botName?: string
  accountId: string
  tenantId: TenantId
}

export type Scope = 'personal' | 'groupChat' | 'channel'

export type Said =
  | { kind: 'text'; text: string }
  /** `Action.Execute` (answered in the HTTP body) or its `Action.Submit` fallback (answered by a message). */
  | { kind: 'tap'; verb: string; data: unknown; trigger: 'manual' | 'automatic'; inBody?: true; replyTo?: string }
  /** Typed into the search of the message extension; `command` is absent where the client asked nothing that we know. */
  | { kind: 'search'; command?: SearchCommand; text: string; page: PageOf }
  /** Typed into a picker of a card that looks for what fits; `dataset` is absent where it is none of ours. */
  | { kind: 'pick'; dataset?: Dataset; text: string; page: PageOf }
  | { kind: 'installed' }
  | { kind: 'uninstalled' }
  /** Anything that needs no answer. */
  | { kind: 'nothing' }

/** What the message extension looks for: everything, or one kind of thing. */
export const SEARCH_COMMANDS = ['search', 'companies', 'invitations', 'partnerships'] as const
export type SearchCommand = (typeof SEARCH_COMMANDS)[number]

/** The results that are asked for: so many of them at most, after the first `skip`. */
export type PageOf = { skip: number; limit: number }

/** One thing somebody did, free of any SDK type. `person` is absent where the activity names nobody we could know. */
export type Inbound = {
  activityId: string
  person: PersonKey | undefined
  conversation: ConversationRef
  /** The activity's own language, the last hint but one (interface.md 3). */
  locale?: Locale
  timeZone?: string
  said: Said
  correlationId: string
}

/**
 * What a turn answers. A tap's card replaces the card that was tapped; a text's card is a new message. `stands` is told
 * which message that is, once the card stands in it.
 */
export type Reply =
  | { kind: 'card'; card: Card; stands?: (messageId: string) => Promise<void> }
  /** What a search found. Whoever picks a result posts its card; `note` is said where there is none. */
  | { kind: 'results'; results: readonly Preview[]; note?: string }
  /** What a picker offers. */
  | { kind: 'choices'; choices: readonly { title: string; value: string }[] }
  | { kind: 'nothing' }

/** A card that is about to be posted, and what stands for it until then, for the eyes of who posts it alone. */
export type Preview = { card: Card; title: string; text: string }

/** What Teams shows in place of a pasted link; undefined leaves the link alone. */
export type Unfurled = Preview
/** Reads only, and knows nothing of who asks: Teams keeps the answer for others. */
export type Unfurl = (url: string, locale: Locale | undefined) => Promise<Unfurled | undefined>

/** Answers one turn. Rejections are faults: the teams room turns them into an apology with the correlation id. */
export type Answer = (inbound: Inbound) => Promise<Reply>

/**
 * Sends to somebody outside a turn; only the outbox calls it.
 * @throws OutsideUnavailable (`connector`) when it may be tried again (with `retryAfterMs` after a 429), OutsideRefused
 * when this conversation will never take a message again.
 */
export interface Messenger {
  send(to: ConversationRef, card: Card): Promise<{ messageId: string }>
  update(to: ConversationRef, messageId: string, card: Card): Promise<void>
}
