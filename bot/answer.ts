import type { Action } from '../cards/actions.ts'
import { personalChatCard } from '../cards/personal-chat.ts'
import { notUnderstoodCard } from '../cards/questions/not-understood.ts'
import { unknownPersonCard } from '../cards/unknown-person.ts'
import { words } from '../cards/words/words.ts'
import { by } from '../domain/actor.ts'
import { employeeOf, signIn } from '../domain/organization/employees.ts'
import type { Organization } from '../domain/organization/organization.ts'
import { forget, met as personMet, remember } from '../domain/store/people-met.ts'
import type { House, Turn } from './capability.ts'
import { hear } from './hear.ts'
import { turnFor, whoIs } from './identity/who.ts'
import { inPublic } from './in-public.ts'
import { livesIn } from './living/living-cards.ts'
import { act, look, lookAs } from './look.ts'
import { chatRecord } from './personal-chat.ts'
import { type OpenChat, search } from './search/search.ts'
import { pick } from './search/typeahead.ts'
import type { Answer, Inbound, PersonKey, Reply } from './turn.ts'
import { typist } from './typist.ts'

const NOTHING: Reply = { kind: 'nothing' }

/** Answers every turn: who speaks, what they want, the capability for it. */
export const createAnswer =
  (house: House, openChat: OpenChat): Answer =>
  async (inbound) => {
    const { said, person, conversation } = inbound
    if (said.kind === 'nothing') return NOTHING
    if (said.kind === 'search') return search(said, inbound, house, openChat)
    if (said.kind === 'pick') return pick(said, inbound, house)
    const unknown = words(inbound.locale ?? 'en-US', inbound.timeZone ?? 'UTC')
    if (!person) return card(unknownPersonCard(unknown))
    const isPersonal = conversation.scope === 'personal'
    // Who takes the bot out of a team still has it in their own chat.
    if (said.kind === 'uninstalled') return isPersonal ? forgotten(person, house) : NOTHING
    if (!isPersonal) {
      const here = await lookAs(person, inbound, house)
      return card((here && (await inPublic(said, here, house, openChat))) ?? personalChatCard(unknown, openChat))
    }

    // The client asks by itself: somebody's card stands in view, and nobody has done anything (teams.md 2.2).
    if (said.kind === 'tap' && said.trigger === 'automatic') {
      const glance = await lookAs(person, inbound, house)
      return card(glance ? await look(hear(said), glance, house) : unknownPersonCard(unknown))
    }
    const turn = await turnOf(inbound, person, house)
    if (!turn) return card(unknownPersonCard(unknown))
    const action: Action | undefined = said.kind === 'installed' ? { verb: 'home' } : hear(said)
    if (!action) return card(notUnderstoodCard(turn.words, { examples: typist(turn) }))
    const shown = await act(action, turn, house)
    const stands = livesIn(shown, action, turn, conversation, house)
    return stands ? { kind: 'card', card: shown, stands } : card(shown)
  }

const card = (one: Extract<Reply, { kind: 'card' }>['card']): Reply => ({ kind: 'card', card: one })

async function forgotten({ tenantId, userId }: PersonKey, { store }: House): Promise<Reply> {
  await forget(store, await personMet(store, tenantId, userId))
  return NOTHING
}

/** The person with their roles now, or undefined when the directory does not know them, or their account was ended. */
async function turnOf(inbound: Inbound, key: PersonKey, house: House): Promise<Turn | undefined> {
  const known = await whoIs(key, house)
  if (!known) return undefined
  const met = await remember(house.store, known.met, {
    conversation: chatRecord(inbound.conversation),
    ...(inbound.timeZone ? { timeZone: inbound.timeZone } : {}),
    ...(inbound.locale ? { clientLocale: inbound.locale } : {}),
  })
  const isStaff = known.person.appRoles.length > 0
  const company = isStaff ? undefined : await signedIn(known.company, inbound, key, house)
  return {
    ...turnFor({ ...known, company, met }, inbound, house),
    ...(inbound.said.kind === 'tap' && inbound.said.inBody ? { inBody: true } : {}),
    ...(inbound.said.kind === 'tap' && inbound.said.replyTo ? { tapped: inbound.said.replyTo } : {}),
  }
}

/** The first activity of a new employee is the first sign-in (SM15). */
async function signedIn(
  organization: Organization | undefined,
  { correlationId }: Inbound,
  { userId }: PersonKey,
  { organizations, directory, clock }: House,
): Promise<Organization | undefined> {
  if (!organization || employeeOf(organization, userId)?.state !== 'invited') return organization
  const person = await directory.person(organization.tenantId, userId)
  if (!person) return organization
  const actor = { ...person, locale: person.locale ?? ('en-US' as const), roles: [] }
  const result = await organizations.execute(organization.tenantId, {
    by: by(actor),
    correlationId,
    decide: (state) => signIn(state, { actor, at: clock.now() }),
  })
  return result.ok ? result.value.state : organization
}
