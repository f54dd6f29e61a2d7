import type { OrderLine, SubscriptionEdit } from '../../domain/customer/customer.ts'
import type { ReminderAbout } from '../../domain/questions/answer.ts'
import type { CustomerEventWords } from './customer-events.ts'
import { customersEn } from './customers-en.ts'

const { roles } = customersEn

/** What happened to customers, in a few words, for the history. */
export const customerEventsEn: CustomerEventWords = {
  CustomerCreated: ({ name }) => `Customer created: ${name}`,
  RelationsEstablished: ({ relations }) =>
    `Reseller relationship established: ${relations.map(({ partnerName, role }) => `${partnerName} (${roles[role]})`).join(', ')}`,
  AgreementAttested: () => "Customer's acceptance of the Microsoft Customer Agreement confirmed by its partner",
  AgreementSigned: ({ signedAt }) =>
    signedAt === undefined
      ? 'Microsoft Customer Agreement signed by the customer'
      : 'Microsoft Customer Agreement found signed by the customer already',
  OrderSubmitted: ({ order }) => `Order submitted: ${linesOf(order.lines)}`,
  OrderConfirmed: () => 'Order confirmed by Partner Center',
  OrderFailed: () => 'Order refused by Partner Center',
  ResellerAssociated: ({ reseller }) => `Reseller of a subscription set: ${reseller.name} (${reseller.mpnId})`,
  ResellerRemoved: () => 'Reseller removed from a subscription',
  ResellerReplaced: ({ former }) => `${former.name} replaced as the reseller of a subscription`,
  SupportContactChanged: ({ from, to }) => `Support contact of a subscription changed: ${from.name} → ${to.name}`,
  LicensesChanged: ({ from, to }) => `Number of licenses changed: ${from} → ${to}`,
  SubscriptionSuspended: () => 'Subscription suspended',
  SubscriptionEditOrdered: ({ edit }) => `Change of a subscription sent to Partner Center: ${EDITS[edit.kind]}`,
  SubscriptionEditRefused: () => 'Change of a subscription refused by Partner Center',
  DapRemoved: ({ role }) => `Delegated admin privileges removed by the customer (${roles[role]})`,
  RelationRemovalOrdered: () => 'Removal of the reseller relationship sent to Partner Center',
  RelationRemovalRefused: () => 'Removal of the reseller relationship refused by Partner Center',
  RelationRemoved: ({ role }) => `Reseller relationship removed (${roles[role]})`,
  NewCustomerStarted: () => 'New customer started',
  CustomerDetailsSaved: ({ details }) => `Details of a new customer saved: ${details.companyName}`,
  CustomerLinesSaved: ({ lines }) => `Subscriptions of a new customer saved: ${linesOf(lines)}`,
  NewCustomerSubmitted: () => 'New customer submitted',
  CustomerTenantRequested: () => "New customer's tenant requested from Partner Center",
  CustomerTenantCreated: () => "New customer's tenant created",
  CustomerRecorded: () => 'New customer recorded',
  NewCustomerFailed: () => 'New customer could not be created; it is back at the review',
  NewCustomerDone: ({ orderFailure }) =>
    orderFailure === undefined ? 'New customer finished' : 'New customer finished, without its first order',
  NewCustomerDiscarded: () => 'New customer canceled',
  CustomerRequested: ({ providerName, customer }) =>
    customer === ''
      ? `${providerName} asked to add a customer`
      : `${providerName} asked to add the customer ${customer}`,
  ReminderSent: ({ company, about }) => `${company} reminded ${REMINDED[about]}`,
}

const linesOf = (lines: readonly OrderLine[]): string =>
  lines.map(({ offerName, licenses }) => `${offerName} × ${licenses}`).join(', ')

const REMINDED: Record<ReminderAbout, string> = {
  mpa: 'to sign the MPA',
  enrollment: 'of its enrollment',
  invitation: 'to answer an invitation',
  adminAgent: 'to add an admin agent',
}

const EDITS: Record<SubscriptionEdit['kind'], string> = {
  licenses: 'number of licenses',
  reseller: 'reseller',
  supportContact: 'support contact',
  suspension: 'suspension',
}
