import type { Actor, Locale } from '../../domain/actor.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Person } from '../../domain/ports.ts'
import type { PersonMet } from '../../domain/store/people-met.ts'

/**
 * The language in which somebody is spoken to: chosen by command, else the directory's, else the activity's or that of an
 * earlier one, else English (interface.md 3).
 */
export const languageFor = (person: Pick<Person, 'locale'> | undefined, met: PersonMet, activity?: Locale): Locale =>
  met.locale ?? person?.locale ?? activity ?? met.clientLocale ?? 'en-US'

/** The person of a turn. Roles: the directory's, and the partner roles we keep. */
export function actorOf(
  person: Person,
  organization: Organization | undefined,
  met: PersonMet,
  activityLocale: Locale | undefined,
): Actor {
  const { tenantId, userId, name, email, appRoles } = person
  return {
    tenantId,
    userId,
    name,
    email,
    locale: languageFor(person, met, activityLocale),
    roles: organization ? rolesOf(organization, person) : [...person.directoryRoles, ...person.partnerRoles],
    appRoles,
  }
}
