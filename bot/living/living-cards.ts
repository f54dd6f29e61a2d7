import { z } from 'zod'
import type { Action } from '../../cards/actions.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { replacedInvitationCard } from '../../cards/partnership/replaced-invitation.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Invitation, InvitationState } from '../../domain/invitation/invitation.ts'
import type { Notice } from '../../domain/notices.ts'
import {
  type Copy,
  copiesOf,
  dropCopy,
  keepCopy,
  orderBeside,
  type Reader,
  readersOf,
} from '../../domain/store/card-copies.ts'
import type { Json } from '../../domain/store/document-store.ts'
import type { Task, TaskOf } from '../../domain/store/outbox.ts'
import type { House, Turn } from '../capability.ts'
import { look, lookAs } from '../look.ts'
import type { Performers } from '../outbox/outbox-run.ts'
import { chatRecord, personalChat } from '../personal-chat.ts'
import type { ConversationRef, Messenger } from '../turn.ts'
import { bulkLivesIn } from './bulk-cards.ts'
import { customerLivesIn } from './customer-cards.ts'
import { askedBy, shownIn } from './standing-card.ts'

/** The invitation that a card is about, and which link of it the reader holds; its own company holds none. */
type About = { provider: TenantId; invitation: string; generation?: number }
type Stands = { about: About; reader: Reader; conversation: ConversationRef; messageId: string }

/**
 * Called with the message that a card came to stand in, when it is a living one: it will be brought to what the
 * invitation has become. Undefined for a card that will not change.
 */
export function livesIn(
  card: Card,
  turn: Turn,
  conversation: ConversationRef,
  house: House,
): ((messageId: string) => Promise<void>) | undefined {
  const asks = askedBy(card)
  if (asks === undefined) return undefined
  if (asks.verb === 'bulk-progress') return bulkLivesIn(asks, turn, conversation, house)
  const ofCustomer = customerLivesIn(asks, turn, conversation, house)
  if (ofCustomer) return ofCustomer
  const { actor, correlationId } = turn
  return async (messageId) => {
    const about = await aboutOf(asks, actor.tenantId, house)
    if (about === undefined) return
    const isLate = await remembered({ about, reader: readerOf(actor), conversation, messageId }, house)
    if (!isLate) return
    const task = update(about, readerOf(actor))
    await orderBeside(house.store, subjectOf(about), { task, at: house.clock.now(), correlationId })
  }
}

/** The same for a notice that brings an invitation; answers with what is to be done at once. */
export async function noticeLivesIn(
  notice: Notice,
  reader: Reader,
  at: { conversation: ConversationRef; messageId: string },
  house: House,
): Promise<readonly Task[]> {
  const invites = notice.name === 'partnership.requested' || notice.name === 'customerInvite.requested'
  if (!invites || at.messageId === '') return []
  const about = { provider: notice.tenantId, invitation: notice.invitation, generation: notice.generation }
  return (await remembered({ ...at, about, reader: readerOf(reader) }, house)) ? [update(about, readerOf(reader))] : []
}

/** The outbox task that brings the remembered cards of an invitation to what it is now: as often as wanted. */
export function livingCards(house: House, messenger: Pick<Messenger, 'update'>): Pick<Performers, 'updateCards'> {
  const { store } = house
  return {
    async updateCards({ provider, invitation, whose, answered }, { correlationId }) {
      const about = { provider, invitation }
      const subject = subjectOf(about)
      if (whose === undefined) return (await readersOf(store, subject)).map((reader) => update(about, reader, answered))
      const copies = await copiesOf(store, subject, whose)
      const turn = copies.length > 0 ? await lookAs(whose, { correlationId }, house) : undefined
      for (const copy of copies) {
        if (copy.messageId === answered?.messageId) {
          if (answered.isOver) await dropCopy(store, subject, whose, copy)
          continue
        }
        const conversation = personalChat(copy.conversation)
        const card = turn && (await cardOf(copy, about, turn, house))
        const isGone =
          card === undefined ||
          conversation === undefined ||
          !(await shownIn(messenger, conversation, copy.messageId, card))
        if (isGone || askedBy(card) === undefined) await dropCopy(store, subject, whose, copy)
      }
      return []
    },
  }
}

const subjectOf = ({ provider, invitation }: About): string => `${provider}.${invitation}`

const readerOf = ({ tenantId: tenant, userId }: Reader): Reader => ({ tenantId: tenant, userId })

const update = (
  { provider, invitation }: About,
  whose: Reader,
  answered?: TaskOf<'updateCards'>['answered'],
): Task => ({ kind: 'updateCards', provider, invitation, whose, ...(answered ? { answered } : {}) })

async function aboutOf(asks: Action, tenant: TenantId, { invitations }: House): Promise<About | undefined> {
  if (asks.verb === 'invitation') return { provider: tenant, invitation: asks.invitation }
  if (asks.verb !== 'open-invitation') return undefined
  const invitation = await invitations.byToken(asks.code)
  return invitation && { provider: invitation.provider, invitation: invitation.id, generation: invitation.generation }
}

/** Remembers a message; tells whether what became of the invitation in the meantime has passed it by. */
async function remembered({ about, reader, conversation, messageId }: Stands, house: House): Promise<boolean> {
  const { provider, invitation, generation } = about
  const shows: Json = generation === undefined ? {} : { generation }
  const copy = { conversation: chatRecord(conversation), messageId, shows }
  await keepCopy(house.store, subjectOf(about), reader, copy)
  const now = await house.invitations.find(provider, invitation)
  return now === undefined || isOver(now) || (generation !== undefined && generation !== now.generation)
}

const OVER: readonly InvitationState[] = ['accepted', 'declined', 'revoked', 'expired', 'superseded']
const isOver = ({ state }: Invitation): boolean => OVER.includes(state)

const SHOWS = z.object({ generation: z.number().exactOptional() })

/** What this copy shows its reader now; no link is kept, so a present one is made anew. */
async function cardOf(copy: Copy, about: About, turn: Turn, house: House): Promise<Card | undefined> {
  const generation = SHOWS.safeParse(copy.shows).data?.generation
  const { provider, invitation: id } = about
  const now = await house.invitations.find(provider, id)
  if (now === undefined) return undefined
  if (generation === undefined) return look({ verb: 'invitation', invitation: id }, turn, house)
  if (generation !== now.generation) return replacedInvitationCard({ provider: now.providerName }, turn.words)
  return look({ verb: 'open-invitation', code: await house.invitations.token(now) }, turn, house)
}
