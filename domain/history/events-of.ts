import type { InvitationEvent } from '../invitation/invitation.ts'
import type { OrganizationEvent } from '../organization/organization.ts'
import type { PartnershipEvent } from '../partnership/partnership.ts'
import type { Operation } from '../permissions.ts'

/** Whatever a history can tell of. */
export type PastEvent = OrganizationEvent | InvitationEvent | PartnershipEvent

/** What of the audit each operation of domain.md 1.4 leaves behind; the others leave nothing. */
const EVENTS = {
  P01: ['EnrollmentStarted', 'StepSaved', 'EnrollmentSubmitted', 'EnrollmentWithdrawn'],
  P03: ['StepSaved'],
  P05: ['ContactConfirmed', 'SignupDenied'],
  P06: ['OwnershipMailSent'],
  P07: ['EnrollmentResubmitted', 'ContactCorrected'],
  P08: [
    'EnrollmentApproved',
    'EnrollmentRejected',
    'EnrollmentDeclined',
    'DocumentsRequested',
    'OrganizationSuspended',
    'OrganizationReinstated',
  ],
  P09: ['AgreementAccepted'],
  P13: ['EmployeeAdded', 'EmployeeDisabled', 'RoleGrantRequested', 'RoleRevokeRequested', 'PartnerRolesSet'],
  P14: ['AdminAgentConfirmed', 'RoleGranted'],
  P15: ['RoleGrantRequested', 'RoleRevokeRequested'],
  P16: ['OrganizationProfileSet'],
  P17: ['BusinessProfileSet'],
  P20: ['InvitationDrafted', 'InvitationEdited', 'InvitationSent', 'InvitationSentInTeams'],
  P21: ['InvitationSentInTeams', 'InvitationRenewed', 'InvitationRevoked'],
  P22: ['InvitationOpened', 'AcceptanceClaimed', 'InvitationAccepted', 'InvitationDeclined', 'PartnershipEstablished'],
  P24: ['PartnershipRemoved'],
  P25: ['EndRequested'],
  P26: ['AdminAccessRemoved'],
  P35: ['InvitationDrafted', 'InvitationSent', 'InvitationSentInTeams', 'InvitationRenewed', 'InvitationRevoked'],
  P36: ['InvitationDrafted', 'InvitationSent', 'InvitationSentInTeams', 'InvitationRenewed', 'InvitationRevoked'],
  P37: ['InvitationOpened', 'AcceptanceClaimed', 'InvitationAccepted'],
  P53: ['OrganizationRegistered', 'MarkedForOffboarding'],
} as const satisfies Partial<Record<Operation, readonly PastEvent['type'][]>>

/** The operations that a history can be asked for. */
export const PAST_OPERATIONS = Object.keys(EVENTS) as readonly (keyof typeof EVENTS)[]

/** None for an operation that leaves nothing behind. */
export const eventsOf = (operation: Operation): readonly PastEvent['type'][] =>
  (EVENTS as Partial<Record<Operation, readonly PastEvent['type'][]>>)[operation] ?? []
