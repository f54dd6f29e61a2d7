import {
  businessProfileForm,
  businessProfileValues,
  organizationProfileForm,
  organizationProfileValues,
} from '../../cards/users/profile-forms.ts'
import { countryRule } from '../../domain/countries.ts'
import {
  mayKeepBusinessProfile,
  readBusinessProfile,
  readOrganizationProfile,
  setBusinessProfile,
  setOrganizationProfile,
} from '../../domain/organization/set-up.ts'
import { permit } from '../../domain/permissions.ts'
import { type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf, staffOf } from './home.ts'

/** The organisation profile, kept by the global admin (P16). */
export const openOrganizationProfile: CompanyCapability<'organization-profile'> = async (_, turn, house) => {
  const { organization, actor, words } = turn
  const { displayName: company, country, organizationProfile, enrollment } = organization
  const refusals = permit('P16', actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const legal = 'application' in enrollment ? enrollment.application.legal.address : undefined
  const values = organizationProfileValues(organizationProfile, company, legal)
  return organizationProfileForm({ company, country, rule: countryRule(country), values }, words)
}

export const saveOrganizationProfile: CompanyCapability<'save-organization-profile'> = async (typed, turn, house) => {
  const { organization, actor, words } = turn
  const { displayName: company, country } = organization
  const refusals = permit('P16', actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const profile = readOrganizationProfile(typed, country)
  if (!profile.ok)
    return organizationProfileForm(
      { company, country, rule: countryRule(country), values: typed, faults: profile.error },
      words,
    )
  const result = await command(turn, house, typed.op, (state) =>
    setOrganizationProfile(state, { ...given(turn), profile: profile.value }),
  )
  return result.ok
    ? homeOf({ ...turn, organization: result.value.state }, house, words.notes.saved)
    : refused(result.error, turn, house)
}

/** The business profile, kept by its admin, or by the global admin while there is none (P17, R11). */
export const openBusinessProfile: CompanyCapability<'business-profile'> = async (_, turn, house) => {
  const { organization, words } = turn
  const refusals = mayKeepBusinessProfile(organization, { ...turn, roleIsVacant: await isVacant(turn, house) })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const values = businessProfileValues(organization.businessProfile)
  return businessProfileForm({ company: organization.displayName, values }, words)
}

export const saveBusinessProfile: CompanyCapability<'save-business-profile'> = async (typed, turn, house) => {
  const { organization, actor, words } = turn
  const roleIsVacant = await isVacant(turn, house)
  const refusals = mayKeepBusinessProfile(organization, { actor, roleIsVacant })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const profile = readBusinessProfile(typed)
  if (!profile.ok)
    return businessProfileForm({ company: organization.displayName, values: typed, faults: profile.error }, words)
  const result = await command(turn, house, typed.op, (state) =>
    setBusinessProfile(state, { ...given(turn), profile: profile.value, roleIsVacant }),
  )
  return result.ok
    ? homeOf({ ...turn, organization: result.value.state }, house, words.notes.saved)
    : refused(result.error, turn, house)
}

const isVacant = async ({ organization }: CompanyTurn, house: House): Promise<boolean> =>
  (await staffOf(organization, house)).businessProfileAdmins.length === 0
