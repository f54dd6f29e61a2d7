import type { BulkEvent } from '../bulk/bulk.ts'
import type { CustomerRequested } from '../customer/ask-provider.ts'
import type { CustomerEvent } from '../customer/customer.ts'
import type { NewCustomerEvent } from '../customer/new-customer.ts'
import type { InvitationEvent } from '../invitation/invitation.ts'
import type { OrganizationEvent } from '../organization/organization.ts'
import type { PartnershipEvent } from '../partnership/partnership.ts'
import type { Operation } from '../permissions.ts'
import type { ReminderEvent } from '../questions/remind.ts'

/** Whatever a history can tell of. */
export type PastEvent =
  | OrganizationEvent
  | InvitationEvent
  | PartnershipEvent
  | CustomerEvent
  | NewCustomerEvent
  | CustomerRequested
  | ReminderEvent
  | BulkEvent

/** Jobs do many of one thing at once: an operation's are found with whatever else was done in bulk. */
const BULK = ['BulkStarted', 'BulkConfirmed', 'BulkStopped', 'BulkDone'] as const
const BULK_MAILS = ['BulkMailsSent', 'BulkMailsDropped'] as const

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
  P27: [
    'NewCustomerStarted',
    'CustomerDetailsSaved',
    'CustomerLinesSaved',
    'NewCustomerSubmitted',
    'CustomerTenantRequested',
    'CustomerTenantCreated',
    'CustomerRecorded',
    'NewCustomerFailed',
    'NewCustomerDone',
    'NewCustomerDiscarded',
    'CustomerCreated',
    ...BULK,
  ],
  P30: ['AgreementAttested'],
  P31: [
    'OrderSubmitted',
    'OrderConfirmed',
    'OrderFailed',
    'LicensesChanged',
    'SubscriptionSuspended',
    'SubscriptionEditOrdered',
    'SubscriptionEditRefused',
  ],
  P32: [
    'ResellerAssociated',
    'ResellerRemoved',
    'ResellerReplaced',
    'SubscriptionEditOrdered',
    'SubscriptionEditRefused',
    ...BULK,
  ],
  P33: ['SupportContactChanged', 'SubscriptionEditOrdered', 'SubscriptionEditRefused', ...BULK],
  P35: [
    'InvitationDrafted',
    'InvitationSent',
    'InvitationSentInTeams',
    'InvitationRenewed',
    'InvitationRevoked',
    ...BULK,
    ...BULK_MAILS,
  ],
  P36: [
    'InvitationDrafted',
    'InvitationSent',
    'InvitationSentInTeams',
    'InvitationRenewed',
    'InvitationRevoked',
    ...BULK,
    ...BULK_MAILS,
  ],
  P37: ['InvitationOpened', 'AcceptanceClaimed', 'InvitationAccepted', 'RelationsEstablished', 'AgreementSigned'],
  P41: ['RelationRemovalOrdered', 'RelationRemovalRefused', 'RelationRemoved'],
  P53: ['OrganizationRegistered', 'MarkedForOffboarding'],
  P54: ['CustomerRequested'],
  P55: ['InvitationDeclined'],
} as const satisfies Partial<Record<Operation, readonly PastEvent['type'][]>>

/** The operations that a history can be asked for. */
export const PAST_OPERATIONS = Object.keys(EVENTS) as readonly (keyof typeof EVENTS)[]

/** None for an operation that leaves nothing behind. */
export const eventsOf = (operation: Operation): readonly PastEvent['type'][] =>
  (EVENTS as Partial<Record<Operation, readonly PastEvent['type'][]>>)[operation] ?? []
