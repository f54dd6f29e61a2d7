import type { By, Locale } from '../actor.ts'

/** domain.md 2.6. `state` is an ISO 3166-2 code where the country has a list, else free text; absent means not given. */
export type Address = {
  line1: string
  line2?: string
  city: string
  state?: string
  postalCode?: string
  country: string
}

/** domain.md 2.5. `isEnrollingUser` is informational (R22). */
export type Contact = { firstName: string; lastName: string; email: string; phone?: string; isEnrollingUser: boolean }

export type SupportProfile = { email: string; phone?: string; website?: string }

/** The legal identity as the register has it (R17). */
export type LegalIdentity = { companyName: string; registrationId?: string; address: Address }

/** What Partner Center keeps of a company that is already in CSP (R23). */
export type LegalBusinessProfile = LegalIdentity & {
  mpnId?: string
  primaryContact?: Contact
  support?: SupportProfile
}

/** Who may act for the company, and the work mail of the future Partner Center admin (R26, F4). */
export type Authority = { adminWorkEmail: string; confirmedBy: By; confirmedAt: string }

export const STEPS = ['mpn', 'legal', 'contact', 'support', 'authority'] as const
export type Step = (typeof STEPS)[number]

export type StepValue = {
  mpn: { mpnId: string }
  legal: LegalIdentity
  contact: Contact
  support: SupportProfile
  authority: Authority
}

/** One step as last saved: `rev` is the draft's revision that this save made. */
export type SavedStep<S extends Step> = { value: StepValue[S]; rev: number; by: By; at: string }

/** What has been entered so far. `rev` counts the saves; a form names the revision it was drawn from. */
export type Draft = { rev: number } & { [S in Step]?: SavedStep<S> }

/** `existingCsp`: already in CSP with a complete legal profile, only the support contact is asked (R23, C-12). */
export type Origin = 'newcomer' | 'existingCsp'

/** A complete application as submitted. */
export type Application = StepValue['mpn'] & {
  legal: LegalIdentity
  contact: Contact
  support: SupportProfile
  authority: Authority
}

export const VERIFICATION_KINDS = ['emailOwnership', 'employment', 'business'] as const
export type VerificationKind = (typeof VERIFICATION_KINDS)[number]

/** SM2. `bounced` and `expired` exist for `emailOwnership` alone. */
export type VerificationState =
  | 'notStarted'
  | 'pending'
  | 'authorised'
  | 'rejected'
  | 'resubmitted'
  | 'bounced'
  | 'expired'

export type VerificationStep = { state: VerificationState; at: string }

/** The mail that asks the primary contact to confirm. A new generation ends the old link (architecture.md 7.1). */
export type OwnershipMail = { generation: number; sentAt: string; expiresAt: string }

export const DOCUMENT_KINDS = ['registration', 'tax', 'domainOwnership', 'receipt', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A supporting document: a name, what it is, a note, and where it lies (https). */
export type SupportingDocument = { name: string; kind: DocumentKind; note?: string; link: string; by: By; at: string }

/** What a reviewer asks for. */
export type DocumentRequest = { name: string; kind: DocumentKind; note?: string; link?: string }

export type Decision = {
  at: string
  by: By
  result: 'documentsRequested' | 'approved' | 'rejected' | 'declined' | 'suspended' | 'reinstated'
  reason?: string
}

/** What every state after `submit` knows. */
export type Filed = {
  id: string
  origin: Origin
  application: Application
  /** The language of the admin who submitted: mails to the primary contact begin with it. */
  locale: Locale
  startedAt: string
  submittedAt: string
  submittedBy: By
  verification: Record<VerificationKind, VerificationStep>
  /** Absent until the first ownership mail went out. */
  mail?: OwnershipMail
  confirmedAt?: string
  documents: readonly SupportingDocument[]
  decisions: readonly Decision[]
  overdueAt?: string
}

/** The automatic checks of a newcomer's review (architecture.md 7.9); every one must pass for approval at once. */
export const AUTOMATIC_CHECKS = ['contactDomain', 'legalName', 'registrationId', 'mpn'] as const
export type AutomaticCheck = (typeof AUTOMATIC_CHECKS)[number]
export type CheckResult = { check: AutomaticCheck; passed: boolean }

/** Why the ball is with the applicant. */
export type Ask =
  | { kind: 'documents'; request: DocumentRequest }
  /** The primary contact said “I did not sign up”: another contact has to be named. */
  | { kind: 'signupDenied' }

/** The life of one application (SM1). `none` is a company that never applied, or whose last application ended. */
export type Enrollment =
  | { state: 'none' }
  | { state: 'draft'; id: string; origin: Origin; startedAt: string; startedBy: By; draft: Draft }
  | ({ state: 'submitted' } & Filed)
  | ({ state: 'contactPending' } & Filed & { mail: OwnershipMail })
  | ({ state: 'inReview' } & Filed & { since: string; dueAt: string; checks?: readonly CheckResult[] })
  | ({ state: 'actionRequired' } & Filed & { since: string; ask: Ask })
  | ({ state: 'qualified' } & Filed & { since: string })
  | ({ state: 'active' } & Filed & { since: string })
  | ({ state: 'rejected' } & Filed & { since: string; reason: string; fixes: readonly VerificationKind[] })
  | ({ state: 'declined' } & Filed & { since: string; reason: string })
  | { state: 'withdrawn'; id: string; since: string; by: By; filed?: Filed }
  | ({ state: 'suspended' } & Filed & { since: string; reason: string })

export type EnrollmentState = Enrollment['state']

export type InState<S extends EnrollmentState> = Extract<Enrollment, { state: S }>

/** The states in which an application lies with Microsoft or the applicant after `submit`. */
export type FiledEnrollment = Extract<Enrollment, Filed>

export type EnrollmentEvent =
  | { type: 'EnrollmentStarted'; at: string; by: By; id: string; origin: Origin; prefilled?: Partial<StepValue> }
  | { [S in Step]: { type: 'StepSaved'; at: string; by: By; step: S; value: StepValue[S] } }[Step]
  | { type: 'EnrollmentSubmitted'; at: string; by: By; application: Application; locale: Locale }
  | { type: 'OwnershipMailSent'; at: string; generation: number; expiresAt: string }
  | { type: 'OwnershipMailBounced'; at: string; generation: number }
  | { type: 'OwnershipLinkExpired'; at: string; generation: number }
  | { type: 'ContactConfirmed'; at: string; by: By; dueAt: string }
  | { type: 'SignupDenied'; at: string; by: By }
  | { type: 'ContactCorrected'; at: string; by: By; contact: Contact }
  | { type: 'DocumentsRequested'; at: string; by: By; request: DocumentRequest }
  | {
      type: 'EnrollmentResubmitted'
      at: string
      by: By
      dueAt: string
      legal?: LegalIdentity
      document?: Omit<SupportingDocument, 'by' | 'at'>
    }
  /** The automatic checks did not all pass: a reviewer decides. */
  | { type: 'ReviewRequested'; at: string; checks: readonly CheckResult[] }
  | { type: 'EnrollmentApproved'; at: string; by: By; reason?: string }
  | { type: 'EnrollmentRejected'; at: string; by: By; reason: string; fixes: readonly VerificationKind[] }
  | { type: 'EnrollmentDeclined'; at: string; by: By; reason: string }
  | { type: 'EnrollmentWithdrawn'; at: string; by: By }
  | { type: 'EnrollmentActivated'; at: string }
  | { type: 'EnrollmentOverdue'; at: string }
