import type { Locale, Role } from '../../domain/actor.ts'
import type { Agreement } from '../../domain/agreement/agreement.ts'
import type {
  AutomaticCheck,
  Decision,
  DocumentKind,
  EnrollmentState,
  Step,
  VerificationKind,
  VerificationState,
} from '../../domain/enrollment/enrollment.ts'
import type { Block, InvitationState } from '../../domain/invitation/invitation.ts'
import type { EmployeeState } from '../../domain/organization/employee.ts'
import type { FACETS, OrganizationKind } from '../../domain/organization/organization.ts'
import type { Declaration } from '../../domain/partnership/partnership.ts'
import type { Field, ReadinessStep } from '../../domain/refusals.ts'
import type { RegionKey } from '../../domain/regions.ts'

/** `label` stands alone, `one` follows “Your company is”, `many` begins a list of companies. */
export type KindWords = { label: string; one: string; many: string }

/** The names of things (domain.md 6, corrected by F48–F50; input labels of interface.md 5). */
export type Terms = {
  product: string
  mpa: string
  roles: Record<Role, string>
  kinds: Record<OrganizationKind, KindWords>
  facets: Record<(typeof FACETS)[number], string>
  enrollmentStates: Record<EnrollmentState, string>
  steps: Record<Step, string>
  /** `done` is the tick's label, `missing` what is named when it is absent. */
  readiness: Record<ReadinessStep, { done: string; missing: string }>
  verificationKinds: Record<VerificationKind, string>
  verificationStates: Record<VerificationState, string>
  /** What the applicant does after this check was rejected (SM2). */
  verificationFixes: Record<VerificationKind, string>
  automaticChecks: Record<AutomaticCheck, string>
  decisions: Record<Decision['result'], string>
  agreementStates: Record<Agreement['status'], string>
  employeeStates: Record<EmployeeState, string>
  /** In sentences of a closed invitation too (F47). */
  invitationStates: Record<InvitationState, string>
  /** Why a company could not accept, and what would change that; told to the provider. */
  blockReasons: Record<Block['reasons'][number], { why: string; mend: string }>
  /** What whoever removes a partnership declares (R46, F46). */
  declarations: Record<Declaration, string>
  documentKinds: Record<DocumentKind, string>
  fields: Record<Field, string>
  /** Each language in its own name. */
  languages: Record<Locale, string>
  /** The two statements that the primary contact confirms (R19, F46). */
  statements: { signedUp: string; belongsToCompany: string }
  /** Who did something, where it was no person of the directory. */
  system: string
  contact: (email: string) => string
  /** A name where a line begins with it. */
  atStart: (name: string) => string
  country: (country: string) => string
  region: (region: RegionKey) => string
}

/** The name of an invitation's state; the state itself when it is none. */
export const invitationState = ({ invitationStates }: Terms, state: string): string =>
  Object.hasOwn(invitationStates, state) ? invitationStates[state as InvitationState] : state

/** The name of a state whichever machine it belongs to; undefined for a name that none has. */
export function stateName(terms: Terms, state: string): string | undefined {
  const names: Readonly<Record<string, string>> = {
    ...terms.agreementStates,
    ...terms.verificationStates,
    ...terms.employeeStates,
    ...terms.enrollmentStates,
  }
  return Object.hasOwn(names, state) ? names[state] : undefined
}
