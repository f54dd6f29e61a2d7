import type { Actor } from '../actor.ts'
import type { Employee } from '../organization/employee.ts'
import type { Organization } from '../organization/organization.ts'
import type { ReadinessStep } from '../refusals.ts'
import { regionOf } from '../regions.ts'
import { holds, refuse, rule } from './rule.ts'

export const passwordChanged = rule<{ employee: Employee | undefined }>(
  'R9',
  'S4 Indirect reseller 3',
  ({ employee }) => (employee?.state === 'mustChangePassword' ? refuse({ code: 'USR_CHANGE_PASSWORD' }) : holds),
)

const ENROLLED = ['indirectReseller', 'both'] as const

export const enrolledAsReseller = rule<{ organization: Pick<Organization, 'kind' | 'displayName'> }>(
  'R16',
  'S2 All indirect resellers 2; F30',
  ({ organization }) =>
    ENROLLED.some((kind) => kind === organization.kind)
      ? holds
      : refuse({ code: 'PAR_NOT_ENROLLED', organization: organization.displayName }),
)

export const adminAgentConfirmed = rule<{
  organization: Pick<Organization, 'adminAgentConfirmedAt' | 'kind'>
  actor: Pick<Actor, 'roles'>
}>('R24', 'S2 step 5; F15', ({ organization, actor }) =>
  organization.adminAgentConfirmedAt === undefined &&
  !actor.roles.includes('AA') &&
  ENROLLED.some((kind) => kind === organization.kind)
    ? refuse({ code: 'SETUP_ADMIN_AGENT' })
    : holds,
)

export const notSuspended = rule<{ organization: Pick<Organization, 'suspended'> }>(
  'D21',
  'D:suspended-partner-center-account',
  ({ organization }) => (organization.suspended ? refuse({ code: 'ORG_SUSPENDED' }) : holds),
)

export const mpaSigned = rule<{ organization: Pick<Organization, 'agreements' | 'country'> }>(
  'R30',
  'S3 Microsoft Partner Agreement IMPORTANT; D1',
  ({ organization }) => {
    const region = regionOf(organization.country)
    if (region === undefined) return refuse({ code: 'REGION_UNKNOWN', country: organization.country })
    const signed = organization.agreements.some(
      (agreement) => agreement.status === 'accepted' && agreement.region === region,
    )
    return signed ? holds : refuse({ code: 'MPA_REQUIRED_SELF', region })
  },
)

/**
 * The facts of readiness (R33), each with its tick: a reseller is onboarded in Partner Center, enrolled and has signed the
 * MPA; a provider or direct-bill partner is onboarded and has signed it. Suspension is shown only where it bites (D21).
 */
export function readiness(organization: Organization): readonly { step: ReadinessStep; done: boolean }[] {
  const enrolled = enrolledAsReseller.check({ organization }).length === 0
  const registered = organization.kind === 'indirectProvider' || organization.kind === 'directBill'
  return [
    { step: 'account', done: organization.cspTenant || enrolled || registered },
    ...(registered ? [] : [{ step: 'enrolled' as const, done: enrolled }]),
    { step: 'mpa', done: mpaSigned.check({ organization }).length === 0 },
    ...(organization.suspended ? [{ step: 'notSuspended' as const, done: false }] : []),
  ]
}

export const readyToTransact = rule<{ organization: Organization }>(
  'R33',
  'S3 Microsoft Partner Agreement IMPORTANT',
  ({ organization }) => {
    const steps = readiness(organization).flatMap(({ step, done }) => (done ? [] : [step]))
    return steps.length === 0 ? holds : refuse({ code: 'PAR_NOT_READY', organization: organization.displayName, steps })
  },
)
