import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import {
  type AddressInput,
  finish,
  linkFault,
  mailFault,
  mailOf,
  missingFields,
  readAddress,
  texts,
} from '../enrollment/read-form.ts'
import { permit } from '../permissions.ts'
import type { FieldRefusal, Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import { clean } from '../text.ts'
import { isOrdered } from './employees.ts'
import type { BusinessProfile, Organization, OrganizationEvent, OrganizationProfile } from './organization.ts'

/**
 * “Add me”: a global admin puts himself into Admin agent (P14, R24). The directory carries it out; already being one
 * confirms it at once.
 */
export function addMeToAdminAgents(
  state: Organization,
  { actor, at, key }: Given & { key: string },
): Decision<OrganizationEvent> {
  const refusals = guard(permit('P14', actor, state))
  const { userId } = actor
  return decide<OrganizationEvent>(refusals, () => {
    if (!actor.roles.includes('AA'))
      return isOrdered(state, userId, 'AA', 'grant')
        ? []
        : [{ type: 'RoleGrantRequested', at, by: by(actor), userId, role: 'AA', key }]
    return state.adminAgentConfirmedAt === undefined ? [{ type: 'AdminAgentConfirmed', at, by: by(actor), userId }] : []
  })
}

/** The global admin's organisation profile (P16, S4 Indirect reseller 2). */
export const setOrganizationProfile = (
  state: Organization,
  { actor, at, profile }: Given & { profile: Omit<OrganizationProfile, 'setAt' | 'setBy'> },
): Decision<OrganizationEvent> =>
  decide(guard(permit('P16', actor, state)), () => [{ type: 'OrganizationProfileSet', at, by: by(actor), profile }])

/** The business profile, so that referrals arrive (P17, R11). With nobody in the role, a global admin may (R11). */
export function setBusinessProfile(
  state: Organization,
  command: Given & { profile: Omit<BusinessProfile, 'setUpAt' | 'setUpBy'>; roleIsVacant: boolean },
): Decision<OrganizationEvent> {
  const { actor, at, profile } = command
  return decide(guard(mayKeepBusinessProfile(state, command), notSuspended.check({ organization: state })), () => [
    { type: 'BusinessProfileSet', at, by: by(actor), profile },
  ])
}

/** The organisation profile as typed: name, address in the tenant's country, mail, website. */
export function readOrganizationProfile(
  typed: AddressInput & { displayName: string; email: string; website: string },
  tenantCountry: string,
): Result<Omit<OrganizationProfile, 'setAt' | 'setBy'>, readonly FieldRefusal[]> {
  const [{ displayName }, faults] = texts({ displayName: typed.displayName })
  const email = mailOf(typed.email)
  const website = clean(typed.website)
  const address = readAddress(typed, tenantCountry)
  const missing = missingFields({ displayName, email })
  const wrong = [...missing, ...faults, ...mailFault('email', email), ...linkFault('website', website)]
  if (!address.ok) return finish({ displayName, email, address: EMPTY }, [...wrong, ...address.error])
  return finish({ displayName, email, address: address.value, ...(website ? { website } : {}) }, wrong)
}

const EMPTY = { line1: '', city: '', country: '' }

/** The business profile as typed. */
export function readBusinessProfile(typed: {
  about: string
  specialties: string
  email: string
}): Result<Omit<BusinessProfile, 'setUpAt' | 'setUpBy'>, readonly FieldRefusal[]> {
  const [{ about, specialties }, faults] = texts({ about: typed.about, specialties: typed.specialties })
  const contactEmail = mailOf(typed.email)
  const missing = missingFields({ about, specialties, email: contactEmail })
  return finish({ about, specialties, contactEmail }, [...missing, ...faults, ...mailFault('email', contactEmail)])
}

export function mayKeepBusinessProfile(
  state: Organization,
  { actor, roleIsVacant }: Pick<Given, 'actor'> & { roleIsVacant: boolean },
): readonly Refusal[] {
  const refusals = permit('P17', actor, state)
  const standsIn = roleIsVacant && actor.roles.includes('GA') && refusals[0]?.code === 'AUTH_ROLE'
  return standsIn ? [] : refusals
}
