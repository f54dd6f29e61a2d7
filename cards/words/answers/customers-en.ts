import type { CustomerFinding } from '../../../domain/questions/customers.ts'
import { customersEn as say } from '../customers-en.ts'
import type { ThemeWords } from './answers.ts'

export const customerAnswersEn: ThemeWords<CustomerFinding> = (format) => {
  const counted = (count: number, one: string, many: string): string =>
    count === 1 ? `one ${one}` : `${format.number(count)} ${many}`
  const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
  return {
    'customers.support': ({ offer, customer, contact, since }) =>
      `${contact === '' ? 'Another reseller' : contact} supports ${offer} of ${customer}, since ${format.date(since)}.`,
    'customers.supportChosen': ({ isChosen }) =>
      isChosen
        ? 'It was chosen as the designated support contact.'
        : 'It is the contact from the start: nobody else was chosen.',
    'customers.contactIds': ({ contact, tenant, mpnId }) =>
      `${contact}: tenant ID ${tenant}${mpnId === undefined ? '' : `, MPN ID ${mpnId}`}`,
    'customers.reseller': ({ offer, customer, reseller, mpnId, since }) =>
      `${reseller} (MPN ID ${mpnId}) is the reseller of ${offer} of ${customer} and has been credited for it since ${format.date(since)}.`,
    'customers.notYours': ({ offer, customer }) =>
      `Your company isn't the reseller of ${offer} of ${customer}, so it isn't credited for it. Whether somebody else is, only the provider and that reseller can see.`,
    'customers.noReseller': ({ offer, customer }) =>
      `No reseller is on ${offer} of ${customer}, so nobody earns incentives for it.`,
    'customers.subscriptions': ({ customer, count }) =>
      `${customer} has ${counted(count, 'subscription', 'subscriptions')} that you may know of.`,
    'customers.subscription': ({ licenses, status }) =>
      `${say.statuses[status]}, ${counted(licenses, 'license', 'licenses')}.`,
    'customers.credited': ({ reseller, customer, count }) =>
      `${reseller} is the reseller of ${counted(count, 'subscription', 'subscriptions')} of ${customer} and is credited for ${count === 1 ? 'it' : 'them'}, if applicable.`,
    'customers.notCredited': ({ reseller, customer, count }) =>
      count === 1
        ? `${reseller} isn't the reseller of this subscription of ${customer}, so it isn't credited for it.`
        : `${reseller} is the reseller of none of the ${format.number(count)} subscriptions of ${customer}, so it isn't credited for them.`,
    'customers.several': ({ subject, count }) =>
      `“${subject}” is a subscription of ${format.number(count)} customers. Which one is meant?`,
    'customers.offered': ({ offer, licenses, status }) =>
      `${offer} · ${say.statuses[status]}, ${counted(licenses, 'license', 'licenses')}.`,
    'customers.noSubscription': ({ subject }) => `No subscription that you can ask about is called “${subject}”.`,
    'customers.whichSubscription': () => 'Which subscription is meant? Ask with its ID, its name, or its customer.',
    'customers.nameCustomer': () => 'Check the ID or the name, or ask with the name of the customer.',
    'customers.noneRecorded': ({ customer }) => `No subscription of ${customer} is recorded here.`,
    'customers.direct': ({ partner, customer }) =>
      `${customer} is a direct customer of ${partner}, which orders for it and bills it directly.`,
    'customers.indirect': ({ partner, customer, through }) =>
      through === undefined
        ? `${customer} is an indirect customer of ${partner}.`
        : `${customer} is an indirect customer of ${partner}, through ${through}.`,
    'customers.noRelation': ({ partner, customer }) =>
      `${partner} has no reseller relationship with ${customer}, so it is neither its direct nor its indirect customer.`,
    'customers.both': ({ partner, customer }) =>
      `${customer} is both a direct and an indirect customer of ${partner}: each subscription follows who bills it.`,
    'customers.serves': ({ role, dap, since }) =>
      `${say.roles[role]} since ${format.date(since)}; ${inside(say.dap[dap])}.`,
    'customers.servedBy': ({ partner, role, dap, since }) =>
      `${partner}: ${inside(say.roles[role])} since ${format.date(since)}; ${inside(say.dap[dap])}.`,
    'customers.served': ({ customer, count }) =>
      `${customer} has ${counted(count, 'relationship', 'relationships')} with partners that you can see.`,
    'customers.shared': ({ a, b, count, more }) =>
      `${a} and ${b} share ${counted(count, 'customer', 'customers')}${more ? ' on this page' : ''}.`,
    'customers.noneShared': ({ a, b }) => `${a} and ${b} share no customers.`,
    'customers.orderUnexplained': ({ customer, at }) =>
      `Partner Center refused the last order for ${customer} on ${format.date(at)} and gave no reason.`,
    'customers.orderRefused': ({ customer, at, orderCode }) =>
      `Partner Center refused the order for ${customer} with code ${orderCode} on ${format.date(at)}.`,
  }
}
