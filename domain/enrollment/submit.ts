import { by, type Locale } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import {
  companyMailbox,
  cspOffered,
  draftComplete,
  mayActForCompany,
  personalMailbox,
  registrationIdGiven,
  workAccount,
} from '../rules/enrollment.ts'
import {
  type MpnFacts,
  mpnIdKnown,
  mpnIdLocation,
  mpnIdOwn,
  mpnIdUnused,
  mpnMigrated,
  mpnProfileActive,
  mpnSameCountry,
} from '../rules/mpn.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import type { Application, Draft } from './enrollment.ts'
import { openDraft } from './save-step.ts'

export type SubmitEnrollment = Given & {
  type: 'SubmitEnrollment'
  locale: Locale
  /** The draft's revision that was read back to the person; a later one is STALE. */
  seen: number
  /** The application that was read back, where the button names it; another one is STALE. */
  enrollmentId?: string
  mpn: MpnFacts
}

/** *Enroll now*: every rule is tried again on what was saved, whatever the forms said before (SM1, F33). */
export function submitEnrollment(state: Organization, command: SubmitEnrollment): Decision<OrganizationEvent> {
  const { actor, at, locale, seen, mpn } = command
  const { enrollment } = state
  if (enrollment.state !== 'draft') return decide(guard(permit('P01', actor, state), openDraft(state)), () => [])
  const { draft } = enrollment
  const application = applicationOf(draft)
  const refusals = guard(
    workAccount.check({ actor }),
    permit('P01', actor, state),
    notSuspended.check({ organization: state }),
    cspOffered.check({ country: state.country }),
    application ? dataRefusals(application, state, mpn) : draftComplete.check({ draft }),
    draft.rev > seen || (command.enrollmentId ?? enrollment.id) !== enrollment.id ? [{ code: 'STALE' }] : [],
  )
  return decide(refusals, () =>
    application ? [{ type: 'EnrollmentSubmitted', at, by: by(actor), application, locale }] : [],
  )
}

/** What is wrong with an MPN ID for this company, the gravest first; all that concern the account's state together. */
export const mpnRefusals = (facts: MpnFacts): readonly Refusal[] =>
  guard(mpnIdKnown.check(facts), mpnIdUnused.check(facts), mpnIdOwn.check(facts), [
    ...mpnIdLocation.check(facts),
    ...mpnProfileActive.check(facts),
    ...mpnSameCountry.check(facts),
    ...mpnMigrated.check(facts),
  ])

/** The draft as an application, once every step is saved. */
export function applicationOf({ mpn, legal, contact, support, authority }: Draft): Application | undefined {
  if (!mpn || !legal || !contact || !support || !authority) return undefined
  return {
    ...mpn.value,
    legal: legal.value,
    contact: contact.value,
    support: support.value,
    authority: authority.value,
  }
}

export const dataRefusals = ({ legal, contact, authority }: Application, { country }: Organization, mpn: MpnFacts) => [
  ...mpnRefusals(mpn),
  ...registrationIdGiven.check({ country, registrationId: legal.registrationId ?? '' }),
  ...companyMailbox.check({ field: 'email', email: contact.email }),
  ...personalMailbox.check({ field: 'email', email: contact.email }),
  ...companyMailbox.check({ field: 'adminWorkEmail', email: authority.adminWorkEmail }),
  ...mayActForCompany.check({ authority: authority.confirmedAt !== '' }),
]
