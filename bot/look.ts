import type { Action } from '../cards/actions.ts'
import { QUESTIONS } from '../cards/drawing/living.ts'
import type { Card } from '../cards/drawing/render.ts'
import { notUnderstoodCard } from '../cards/questions/not-understood.ts'
import { employeeOf } from '../domain/organization/employees.ts'
import { ok } from '../domain/result.ts'
import { passwordChanged } from '../domain/rules/organization.ts'
import { StoreUnavailable } from '../domain/store/document-store.ts'
import type { House, Turn } from './capability.ts'
import { type Hints, turnFor, whoIs } from './identity/who.ts'
import { refused } from './refused.ts'
import { route } from './router.ts'
import type { PersonKey } from './turn.ts'
import { typist } from './typist.ts'

/** What a person with a temporary password may still ask for (R9). */
const WITH_TEMPORARY_PASSWORD: readonly Action['verb'][] = ['home', 'language', 'password-changed']

/** The card of an action, unless a temporary password stands before it. */
export async function act(action: Action, turn: Turn, house: House): Promise<Card> {
  const { organization, actor } = turn
  const employee = organization && employeeOf(organization, actor.userId)
  const locked = WITH_TEMPORARY_PASSWORD.includes(action.verb) ? [] : passwordChanged.check({ employee })
  return locked.length > 0 ? refused(locked, turn, house) : route(action, turn, house)
}

/** The person as they are now, without anybody being met, greeted or signed in by it. */
export async function lookAs(key: PersonKey, hints: Hints, house: House): Promise<Turn | undefined> {
  const known = await whoIs(key, house)
  return known && turnFor(known, hints, house)
}

/** What a question would show this person now. Nothing is changed by it, and nobody has opened anything. */
export async function look(action: Action | undefined, turn: Turn, house: House): Promise<Card> {
  const isQuestion = action !== undefined && QUESTIONS.some((verb) => verb === action.verb)
  return isQuestion ? act(action, turn, lookedAt(house)) : notUnderstoodCard(turn.words, { examples: typist(turn) })
}

/** The house with nothing in it that could be changed: a command to an invitation leaves it as it is. */
function lookedAt(house: House): House {
  const { store, organizations, invitations, partnerships, customers, newCustomers, credentials, bulks } = house
  const closed = () => Promise.reject(new StoreUnavailable('notExecuted'))
  return {
    ...house,
    store: { ...store, batch: closed },
    organizations: { ...organizations, execute: closed },
    partnerships: { ...partnerships, execute: closed },
    customers: { ...customers, execute: closed },
    newCustomers: { ...newCustomers, execute: closed },
    bulks: { ...bulks, execute: closed },
    credentials: { ...credentials, reveal: closed, acknowledge: closed },
    invitations: {
      ...invitations,
      executeInBulk: closed,
      async execute(provider, id) {
        const invitation = await invitations.find(provider, id)
        return ok({ state: invitation ? { invitation } : {}, version: 0, events: [], replayed: false })
      },
    },
  }
}
