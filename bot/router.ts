import type { Action, Verb } from '../cards/actions.ts'
import type { Card } from '../cards/drawing/render.ts'
import { addMe } from './capabilities/add-me.ts'
import { accept, declineOffer, openLink, openReceived } from './capabilities/answer-invitation.ts'
import { ask, askFilled, askText, openAskForm } from './capabilities/ask.ts'
import {
  bulk,
  bulkProgress,
  bulkResults,
  bulkUploaded,
  confirmJob,
  mailsSent,
  pasteBulk,
  startBulk,
  stopJob,
} from './capabilities/bulk.ts'
import { attest, customer, openAgreement, removeCustomer } from './capabilities/customer.ts'
import { correctAddress, saveCustomer } from './capabilities/customer-details.ts'
import { askProvider, passwordNoted, retryOrder, revealPassword } from './capabilities/customer-made.ts'
import { customers, dropAdminAccess, ownPartners } from './capabilities/customers.ts'
import { beginEnrollment, directBillClosed, enroll, openStep, withoutMpnId } from './capabilities/enroll.ts'
import { history, historyFile } from './capabilities/history.ts'
import { home, homeOf } from './capabilities/home.ts'
import { draftCustomerInvitation, openCustomerInvitation } from './capabilities/invite-customer.ts'
import { language } from './capabilities/language.ts'
import {
  addCustomer,
  cancelCustomer,
  newCustomer,
  newCustomers,
  saveCustomerLines,
  submitCustomer,
} from './capabilities/new-customer.ts'
import { openOrder, order, orders, repeatOrder, reviewOrder, submit as submitOrder } from './capabilities/orders.ts'
import {
  accessRemoved,
  askToEnd,
  openEnd,
  openRemoval,
  partner,
  partnershipHistory,
  remove,
} from './capabilities/partner.ts'
import { findProvider, invitations, providers, resellers } from './capabilities/partners.ts'
import { passwordChanged } from './capabilities/password-changed.ts'
import { openContact, replaceContact, resend } from './capabilities/primary-contact.ts'
import {
  openBusinessProfile,
  openOrganizationProfile,
  saveBusinessProfile,
  saveOrganizationProfile,
} from './capabilities/profiles.ts'
import { openRegister, register } from './capabilities/register.ts'
import { remind } from './capabilities/remind.ts'
import {
  done,
  draftInvitation,
  editText,
  openOwnInvitation,
  openRequest,
  renew,
  restoreLink,
  revoke,
  sendInTeams,
} from './capabilities/request-partnership.ts'
import { openFix, resubmit } from './capabilities/resubmit-enrollment.ts'
import {
  approve,
  decline,
  openDecline,
  openDocuments,
  openReject,
  openSuspend,
  reinstate,
  reject,
  requestDocuments,
  review,
  suspend,
} from './capabilities/review.ts'
import { reviews } from './capabilities/reviews.ts'
import { saveAuthority, saveContact, saveLegal, saveMpn, saveSupport } from './capabilities/save-enrollment-step.ts'
import { openMpa, signMpa } from './capabilities/sign-mpa.ts'
import { status } from './capabilities/status.ts'
import { submit } from './capabilities/submit-enrollment.ts'
import {
  openSubscriptionForm,
  removeReseller,
  setContact,
  setLicenses,
  setReseller,
  subscription,
  suspendOne,
} from './capabilities/subscriptions.ts'
import { addUser, assignRoles, disableUser, newUser, user, users } from './capabilities/users.ts'
import { askToWithdraw, withdraw } from './capabilities/withdraw-enrollment.ts'
import type { Capability, CompanyCapability, House, Turn } from './capability.ts'

/** Only for somebody of a company; the operator's own staff are shown their home instead. */
const ofCompany =
  <V extends Verb>(capability: CompanyCapability<V>): Capability<V> =>
  (data, turn, house) => {
    const { organization } = turn
    return organization
      ? capability(data, { ...turn, organization }, house)
      : homeOf(turn, house, turn.words.notes.forCompanies)
  }

/** Every Action's capability: a new verb does not compile until it has one. */
const CAPABILITIES: { [V in Verb]: Capability<V> } = {
  home,
  language,
  status,
  history,
  'history-file': historyFile,
  enroll: ofCompany(enroll),
  'enroll-begin': ofCompany(beginEnrollment),
  'enroll-no-mpn': ofCompany(withoutMpnId),
  'enroll-direct': directBillClosed,
  'enroll-step': ofCompany(openStep),
  'enroll-save-mpn': ofCompany(saveMpn),
  'enroll-save-legal': ofCompany(saveLegal),
  'enroll-save-contact': ofCompany(saveContact),
  'enroll-save-support': ofCompany(saveSupport),
  'enroll-save-authority': ofCompany(saveAuthority),
  'enroll-submit': ofCompany(submit),
  'enroll-withdraw': ofCompany(askToWithdraw),
  'enroll-withdraw-confirm': ofCompany(withdraw),
  'enroll-resend': ofCompany(resend),
  'enroll-contact': ofCompany(openContact),
  'enroll-correct-contact': ofCompany(replaceContact),
  'enroll-fix': ofCompany(openFix),
  'enroll-resubmit': ofCompany(resubmit),
  'sign-mpa': ofCompany(openMpa),
  'accept-mpa': ofCompany(signMpa),
  'add-me': ofCompany(addMe),
  users: ofCompany(users),
  'new-user': ofCompany(newUser),
  'add-user': ofCompany(addUser),
  user: ofCompany(user),
  'set-roles': ofCompany(assignRoles),
  'disable-user': ofCompany(disableUser),
  'password-changed': ofCompany(passwordChanged),
  'organization-profile': ofCompany(openOrganizationProfile),
  'save-organization-profile': ofCompany(saveOrganizationProfile),
  'business-profile': ofCompany(openBusinessProfile),
  'save-business-profile': ofCompany(saveBusinessProfile),
  'request-partnership': ofCompany(openRequest),
  'draft-invitation': ofCompany(draftInvitation),
  'invite-customer': ofCompany(openCustomerInvitation),
  'draft-customer-invitation': ofCompany(draftCustomerInvitation),
  invitation: ofCompany(openOwnInvitation),
  'edit-invitation': ofCompany(editText),
  'restore-link': ofCompany(restoreLink),
  'mark-sent': ofCompany(done),
  'send-in-teams': ofCompany(sendInTeams),
  'renew-invitation': ofCompany(renew),
  'revoke-invitation': ofCompany(revoke),
  invitations: ofCompany(invitations),
  'open-invitation': ofCompany(openLink),
  'received-invitation': ofCompany(openReceived),
  'accept-invitation': ofCompany(accept),
  'decline-invitation': ofCompany(declineOffer),
  'find-provider': findProvider,
  resellers: ofCompany(resellers),
  providers: ofCompany(providers),
  partner: ofCompany(partner),
  'remove-partnership': ofCompany(openRemoval),
  'confirm-removal': ofCompany(remove),
  'end-form': ofCompany(openEnd),
  'request-end': ofCompany(askToEnd),
  'admin-access-removed': ofCompany(accessRemoved),
  'partnership-history': ofCompany(partnershipHistory),
  'ask-form': openAskForm,
  'ask-filled': askFilled,
  'add-customer': ofCompany(addCustomer),
  'new-customers': ofCompany(newCustomers),
  'new-customer': ofCompany(newCustomer),
  'save-customer': ofCompany(saveCustomer),
  'correct-address': ofCompany(correctAddress),
  'save-lines': ofCompany(saveCustomerLines),
  'submit-customer': ofCompany(submitCustomer),
  'cancel-customer': ofCompany(cancelCustomer),
  'retry-order': ofCompany(retryOrder),
  'reveal-password': ofCompany(revealPassword),
  'password-noted': ofCompany(passwordNoted),
  'ask-provider': ofCompany(askProvider),
  customers: ofCompany(customers),
  customer: ofCompany(customer),
  'remove-customer': ofCompany(removeCustomer),
  'agreement-form': ofCompany(openAgreement),
  'attest-agreement': ofCompany(attest),
  subscription: ofCompany(subscription),
  'subscription-form': ofCompany(openSubscriptionForm),
  'change-licenses': ofCompany(setLicenses),
  'set-reseller': ofCompany(setReseller),
  'clear-reseller': ofCompany(removeReseller),
  'set-support-contact': ofCompany(setContact),
  'suspend-subscription': ofCompany(suspendOne),
  'order-form': ofCompany(openOrder),
  'review-order': ofCompany(reviewOrder),
  'submit-order': ofCompany(submitOrder),
  orders: ofCompany(orders),
  order: ofCompany(order),
  'repeat-order': ofCompany(repeatOrder),
  'own-partners': ofCompany(ownPartners),
  'drop-admin-access': ofCompany(dropAdminAccess),
  bulk: ofCompany(bulk),
  'bulk-start': ofCompany(startBulk),
  'bulk-paste': ofCompany(pasteBulk),
  'bulk-uploaded': ofCompany(bulkUploaded),
  'bulk-confirm': ofCompany(confirmJob),
  'bulk-stop': ofCompany(stopJob),
  'bulk-sent': ofCompany(mailsSent),
  'bulk-progress': ofCompany(bulkProgress),
  'bulk-results': ofCompany(bulkResults),
  'ask-text': askText,
  ask,
  remind,
  reviews,
  review,
  'approve-enrollment': approve,
  'reject-form': openReject,
  'reject-enrollment': reject,
  'documents-form': openDocuments,
  'request-documents': requestDocuments,
  'decline-form': openDecline,
  'decline-enrollment': decline,
  'suspend-form': openSuspend,
  suspend,
  reinstate,
  'register-form': openRegister,
  register,
}

/** Leads an Action to its capability. */
export function route(action: Action, turn: Turn, house: House): Promise<Card> {
  // Verb and data come from one Action, which TypeScript cannot see through the index.
  const capability = CAPABILITIES[action.verb] as (data: Action, turn: Turn, house: House) => Promise<Card>
  return capability(action, turn, house)
}
