import type { Organization } from '../organization/organization.ts'
import type { MpnAccount } from '../ports.ts'
import { holds, refuse, rule } from './rule.ts'

export const identifiedForOffboarding = rule<{ organization: Pick<Organization, 'directBillStatus'> }>(
  'R66',
  'S0 Get started NOTE',
  ({ organization }) =>
    organization.directBillStatus === 'identifiedForOffboarding' ? holds : refuse({ code: 'TRN_NOT_IDENTIFIED' }),
)

/** A legal profile, and the MPN ID of an active account in the tenant's country (R13, R14 say what is wrong with it). */
export const profileCurrent = rule<{
  organization: Pick<Organization, 'legal' | 'country'>
  account: MpnAccount | undefined
}>('R67', 'S0 Get started 1', ({ organization, account }) =>
  organization.legal !== undefined && account?.profileStatus === 'active' && account.country === organization.country
    ? holds
    : refuse({ code: 'TRN_PROFILE' }),
)

export const noRollback = rule<{ organization: Pick<Organization, 'kind'> }>(
  'R72',
  'S0 Get started NOTE (last); F22',
  ({ organization }) => (organization.kind === 'both' ? refuse({ code: 'TRN_NO_ROLLBACK' }) : holds),
)
