import type { Card } from '../../cards/drawing/render.ts'
import { homeCard } from '../../cards/home.ts'
import { waitingReviews } from '../../domain/enrollment/review-list.ts'
import { invitationsThat } from '../../domain/invitation/lists.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { partners } from '../../domain/partnership/lists.ts'
import { readiness } from '../../domain/rules/organization.ts'
import type { Capability, House, Turn } from '../capability.ts'
import {
  homeActions,
  isInCsp,
  nextSteps,
  type Others,
  type Some,
  type Staff,
  sellsThroughProvider,
} from '../next-steps.ts'

/** What is so for this person, what comes next, and who can do it if not they. */
export const home: Capability<'home'> = (_, turn, house) => homeOf(turn, house)

export async function homeOf(turn: Turn, house: House, note?: string): Promise<Card> {
  const { organization } = turn
  return organization ? companyHome(organization, turn, house, note) : operatorHome(turn, house, note)
}

async function companyHome(organization: Organization, { actor, words }: Turn, house: House, note?: string) {
  const { kind, displayName: company, enrollment } = organization
  const enrolled = kind !== 'prospect' && kind !== 'customer'
  return homeCard(
    {
      actor,
      company,
      kind,
      state: enrollment.state,
      inCsp: isInCsp(organization),
      next: nextSteps(organization, actor, await staffOf(organization, house), await othersOf(organization, house)),
      actions: homeActions(organization, actor),
      ...(enrolled ? { readiness: readiness(organization) } : {}),
      ...(note === undefined ? {} : { note }),
    },
    words,
  )
}

/** The operator's own staff: reviewers see what waits, support what it can ask. */
async function operatorHome({ actor, words, now }: Turn, { store }: House, note?: string) {
  const reviewer = actor.appRoles.includes('reviewer')
  const { items } = reviewer ? await waitingReviews(store) : { items: [] }
  const overdue = items.filter(({ body }) => body.dueAt !== undefined && body.dueAt <= now).length
  return homeCard(
    {
      actor,
      company: words.terms.product,
      kind: 'operator',
      next: [
        ...(reviewer ? [{ kind: 'reviews' as const, waiting: items.length, overdue }] : []),
        ...(actor.appRoles.includes('support') ? [{ kind: 'supportDesk' as const }] : []),
        ...(actor.appRoles.length === 0 ? [{ kind: 'noDuty' as const }] : []),
      ],
      actions: [...(reviewer ? ['reviews' as const] : []), ...(actor.appRoles.length > 0 ? ['history' as const] : [])],
      ...(note === undefined ? {} : { note }),
    },
    words,
  )
}

const MOST_NAMES = 3
/** Of a reseller's open invitations most may be its own ones to customers. */
const MOST_LOOKED_THROUGH = 20

const NONE: Some = { names: [], more: false }

async function othersOf({ kind, tenantId }: Organization, { store }: House): Promise<Others> {
  const page = { limit: MOST_NAMES }
  const isReseller = sellsThroughProvider({ kind })
  const [known, inviting] = await Promise.all([
    isReseller || kind === 'indirectProvider'
      ? partners(store, isReseller ? 'reseller' : 'provider', tenantId, page)
      : undefined,
    isReseller || kind === 'prospect'
      ? invitationsThat(store, tenantId, { show: 'open', limit: MOST_LOOKED_THROUGH })
      : undefined,
  ])
  const received = (inviting?.items ?? []).filter(({ body }) => body.provider !== tenantId)
  return {
    partners: known
      ? some(
          known.items.map(({ body }) => body.name),
          known.next !== undefined,
        )
      : NONE,
    inviters: some(
      received.slice(0, MOST_NAMES).map(({ body }) => body.providerName),
      received.length > MOST_NAMES,
    ),
  }
}

const some = (names: readonly string[], more: boolean): Some => ({ names: [...new Set(names)], more })

export async function staffOf(organization: Organization, { directory }: House): Promise<Staff> {
  const people = await directory.people(organization.tenantId)
  const holding = (...wanted: readonly string[]) =>
    people
      .filter((person) => rolesOf(organization, person).some((role) => wanted.includes(role)))
      .map(({ name }) => name)
  return { globalAdmins: holding('GA'), businessProfileAdmins: holding('BPA', 'RFA') }
}
