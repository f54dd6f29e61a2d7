import { words } from '../../cards/words/words.ts'
import { employeeOf } from '../../domain/organization/employees.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Person } from '../../domain/ports.ts'
import { type PersonMet, met as personMet } from '../../domain/store/people-met.ts'
import type { House, Turn } from '../capability.ts'
import type { Inbound, PersonKey } from '../turn.ts'
import { actorOf } from './actor.ts'
import { usualZone } from './usual-zone.ts'

/** A person with the company of their tenant, and what the bot keeps of them. */
type Known = { person: Person; company: Organization | undefined; met: PersonMet }

/** Undefined when the directory does not know them, or their account was ended. */
export async function whoIs(
  { tenantId, userId }: PersonKey,
  { store, directory, organizations }: House,
): Promise<Known | undefined> {
  const [person, company, met] = await Promise.all([
    directory.person(tenantId, userId),
    organizations.find(tenantId),
    personMet(store, tenantId, userId),
  ])
  if (!person || (company && employeeOf(company, userId)?.state === 'disabled')) return undefined
  return { person, company, met }
}

export type Hints = Pick<Inbound, 'locale' | 'timeZone' | 'correlationId'>

/** Their turn now, in their language and time zone; the operator's staff act for no company. */
export function turnFor({ person, company, met }: Known, hints: Hints, { clock }: House): Turn {
  const organization = person.appRoles.length > 0 ? undefined : company
  const actor = actorOf(person, organization, met, hints.locale)
  const timeZone = hints.timeZone ?? met.timeZone ?? usualZone(actor.locale)
  return {
    actor,
    organization,
    met,
    words: words(actor.locale, timeZone),
    timeZone,
    now: clock.now(),
    correlationId: hints.correlationId,
  }
}
