import { bulkEventsEn } from './bulk-events-en.ts'
import { customerEventsEn } from './customer-events-en.ts'
import type { EventWords } from './events.ts'
import { termsEn as terms } from './terms-en.ts'

export const eventsEn: EventWords = {
  ...customerEventsEn,
  ...bulkEventsEn,
  OrganizationRegistered: ({ kind }) => `Registered: ${terms.kinds[kind].label}`,
  MarkedForOffboarding: () => 'Marked for direct-bill offboarding',
  OrganizationSuspended: ({ reason }) => `Suspended: ${reason}`,
  OrganizationReinstated: ({ reason }) => `Reinstated: ${reason}`,
  AdminAgentConfirmed: () => 'Admin agent confirmed',
  OrganizationProfileSet: () => 'Organization profile saved',
  BusinessProfileSet: () => 'Business profile saved',
  EmployeeAdded: ({ name, email }) => `User added: ${name} (${email})`,
  EmployeeInvited: () => 'Account created, temporary password sent',
  EmployeeFailed: ({ reason }) => `Account not created: ${reason}`,
  EmployeeSignedIn: () => 'First sign-in',
  PasswordChanged: () => 'Temporary password changed',
  EmployeeDisabled: () => 'Account disabled',
  RoleGrantRequested: ({ role }) => `Role requested: ${terms.roles[role]}`,
  RoleGranted: ({ role }) => `Role given: ${terms.roles[role]}`,
  RoleRevokeRequested: ({ role }) => `Removal of a role requested: ${terms.roles[role]}`,
  RoleRevoked: ({ role }) => `Role removed: ${terms.roles[role]}`,
  RoleChangeRefused: ({ name, role }) => `Change of a role refused by the directory: ${name}, ${terms.roles[role]}`,
  PartnerRolesSet: ({ roles }) => `Partner roles set: ${roles.map((role) => terms.roles[role]).join(', ') || '–'}`,
  EnrollmentStarted: () => 'Application started',
  StepSaved: ({ step }) => `${terms.steps[step]} saved`,
  EnrollmentSubmitted: () => 'Application submitted',
  OwnershipMailSent: () => 'Confirmation email sent to the primary contact',
  OwnershipMailBounced: () => 'The email to the primary contact came back',
  OwnershipLinkExpired: () => 'The confirmation link expired',
  ContactConfirmed: () => 'The primary contact confirmed both statements',
  SignupDenied: () => 'The primary contact did not sign up',
  ContactCorrected: ({ contact }) => `Primary contact changed: ${contact.email}`,
  DocumentsRequested: ({ request }) => `Document requested: ${request.name}`,
  EnrollmentResubmitted: () => 'Application resubmitted',
  ReviewRequested: () => 'Passed on to a reviewer',
  EnrollmentApproved: () => 'Application approved',
  EnrollmentRejected: ({ reason }) => `Application rejected: ${reason}`,
  EnrollmentDeclined: ({ reason }) => `Application declined: ${reason}`,
  EnrollmentWithdrawn: () => 'Application withdrawn',
  EnrollmentActivated: () => 'Enrollment active',
  EnrollmentOverdue: () => 'Review overdue',
  AgreementOffered: ({ region }) => `MPA offered for ${terms.region(region)}`,
  AgreementViewed: () => 'MPA opened',
  AgreementAccepted: ({ region }) => `MPA signed for ${terms.region(region)}`,
  InvitationDrafted: ({ email }) => `Invitation drafted for ${email}`,
  InvitationEdited: () => 'Invitation text changed',
  InvitationSent: ({ via }) =>
    via === 'teams'
      ? 'Invitation sent in Teams'
      : via === 'mail'
        ? 'Invitation sent by email'
        : 'Invitation counted as sent, because its link was opened',
  InvitationSentInTeams: () => 'Invitation sent in Teams as well',
  InvitationOpened: ({ company }) => `Invitation opened by ${company}`,
  InvitationBlocked: ({ block }) =>
    `${block.company} could not accept: ${block.reasons.map((reason) => terms.blockReasons[reason].why).join(' ')}`,
  AcceptanceClaimed: ({ company }) => `Acceptance begun by ${company}`,
  AcceptanceReleased: () => 'Acceptance could not be completed; the invitation is open again',
  InvitationAccepted: ({ company }) => `Invitation accepted by ${company}`,
  InvitationDeclined: ({ company, reason }) => `Invitation declined by ${company}${reason ? `: ${reason}` : ''}`,
  InvitationRevoked: () => 'Invitation revoked',
  InvitationRenewed: () => 'Invitation renewed with a new link',
  InvitationExpired: () => 'Invitation expired',
  InvitationSuperseded: () => 'Invitation no longer needed: the partnership was established by another one',
  PartnershipEstablished: ({ providerName, resellerName }) =>
    `Partnership established: ${providerName} and ${resellerName}`,
  AdminAccessRemoved: () => "The provider's admin access was removed",
  EndRequested: ({ reason }) => `Microsoft was asked to end the partnership: ${reason}`,
  PartnershipRemoved: ({ how }) =>
    how === 'microsoft' ? 'Partnership ended by Microsoft' : 'Partnership removed by the indirect provider',
}
