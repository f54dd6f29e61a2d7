import type { Actor } from '../actor.ts'
import { countryRule } from '../countries.ts'
import type { Application, AutomaticCheck, CheckResult, Draft, Enrollment, Step } from '../enrollment/enrollment.ts'
import { AUTOMATIC_CHECKS, STEPS } from '../enrollment/enrollment.ts'
import type { Field, Refusal } from '../refusals.ts'
import { regionOf } from '../regions.ts'
import { mailDomain } from '../text.ts'
import { isSharedMailbox, isWebMail } from '../web-mail.ts'
import { addWorkingDays } from '../working-days.ts'
import { holds, refuse, rule } from './rule.ts'

/** Microsoft's own tenant of personal accounts. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad'

export const fieldsGiven = rule<{ given: Partial<Record<Field, string>> }>(
  'R17',
  'S2 Before you begin, step 4',
  ({ given }) =>
    (Object.entries(given) as [Field, string][])
      .filter(([, value]) => value === '')
      .map(([field]): Refusal => ({ code: 'ENR_FIELD_MISSING', field })),
)

/** Direct-bill for newcomers: flip when Microsoft reopens direct applications (R10, R116). */
export const DIRECT_BILL_OPEN = false

export const newcomersEnrollAsResellers = rule<{ program: 'indirectReseller' | 'directBill' }>(
  'R10',
  'S2 Before you begin; S4 Enroll as a direct partner NOTE',
  ({ program }) => (program === 'directBill' && !DIRECT_BILL_OPEN ? refuse({ code: 'ENR_DIRECT_CLOSED' }) : holds),
)

export const workAccount = rule<{ actor: Pick<Actor, 'tenantId'> }>(
  'R12',
  'S2 Before you begin, step 3',
  ({ actor }) => (actor.tenantId === PERSONAL_ACCOUNTS ? refuse({ code: 'ENR_WORK_ACCOUNT' }) : holds),
)

export const companyMailbox = rule<{ field: Field; email: string }>(
  'R18',
  'S2 step 4 note; F14',
  ({ field, email }) => {
    const domain = mailDomain(email)
    return isWebMail(domain) ? refuse({ code: 'ENR_WEBMAIL', field, domain }) : holds
  },
)

export const personalMailbox = rule<{ field: Field; email: string }>('R18', 'domain.md 2.5', ({ field, email }) =>
  isSharedMailbox(email) ? refuse({ code: 'ENR_MAIL_SHARED', field, mail: email }) : holds,
)

export const bothFactsConfirmed = rule<{ signedUp: boolean; belongsToCompany: boolean }>(
  'R19',
  'S2 step 4 IMPORTANT',
  ({ signedUp, belongsToCompany }) => (signedUp && belongsToCompany ? holds : refuse({ code: 'VER_BOTH_FACTS' })),
)

export const contactConfirmed = rule<{ enrollment: Enrollment }>('R20', 'S2 step 4 IMPORTANT', ({ enrollment }) =>
  enrollment.state === 'submitted' || enrollment.state === 'contactPending'
    ? refuse({ code: 'VER_CONTACT_PENDING', mail: enrollment.application.contact.email })
    : holds,
)

export const mayActForCompany = rule<{ authority: boolean }>(
  'R26',
  'S2 Before you begin; S0 step 5',
  ({ authority }) => (authority ? holds : refuse({ code: 'ENR_AUTHORITY', field: 'authority' })),
)

export const registrationIdGiven = rule<{ country: string; registrationId: string }>(
  'D7',
  'D:enrolling-in-the-csp-program, D:reg-number-id',
  ({ country, registrationId }) =>
    countryRule(country).registrationIdRequired && registrationId === ''
      ? refuse({ code: 'ENR_FIELD_MISSING', field: 'registrationId' })
      : holds,
)

export const cspOffered = rule<{ country: string }>('R113', 'S2 Your CSP country', ({ country }) =>
  regionOf(country) === undefined ? refuse({ code: 'REGION_UNKNOWN', country }) : holds,
)

export const oneBusinessDayBetweenMails = rule<{ sentAt: string; now: string; country: string }>(
  'D9',
  'D:verification-responses',
  ({ sentAt, now, country }) => {
    const from = addWorkingDays(sentAt, 1, country)
    return now < from ? refuse({ code: 'VER_RESEND_WAIT', from }) : holds
  },
)

const stepsMissing = (draft: Draft): readonly Step[] => STEPS.filter((step) => draft[step] === undefined)

export const draftComplete = rule<{ draft: Draft }>('R2', 'S4 Get started; S2 Before you begin', ({ draft }) => {
  const steps = stepsMissing(draft)
  return steps.length === 0 ? holds : refuse({ code: 'ENR_STEPS_MISSING', steps })
})

/**
 * The automatic checks of a review (architecture.md 7.9).
 * @param tenant what the directory knows;
 * @param mpnRefusals what the MPN rules say of the application's MPN ID
 */
export function automaticChecks(
  application: Application,
  tenant: { legalName: string; verifiedDomains: readonly string[]; country: string },
  mpnRefusals: readonly Refusal[],
): readonly CheckResult[] {
  const domain = mailDomain(application.contact.email)
  const registration = { country: tenant.country, registrationId: application.legal.registrationId ?? '' }
  const passed: Record<AutomaticCheck, boolean> = {
    contactDomain: tenant.verifiedDomains.some((verified) => verified.toLowerCase() === domain),
    legalName: sameLegalName(application.legal.companyName, tenant.legalName),
    registrationId: registrationIdGiven.check(registration).length === 0,
    mpn: mpnRefusals.length === 0,
  }
  return AUTOMATIC_CHECKS.map((check) => ({ check, passed: passed[check] }))
}

const sameLegalName = (a: string, b: string): boolean => legalName(a) === legalName(b)

const legalName = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
