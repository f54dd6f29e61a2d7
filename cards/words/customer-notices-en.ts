import type { News } from '../../domain/bulk/news.ts'
import type { Format } from './format.ts'
import { type CustomerNoticeWords, paragraphs, points } from './notices.ts'

/** What partners are told of their customers. @param format numbers of the reader's own language. */
export function customerNoticesEn(format: Format): CustomerNoticeWords {
  const of = (n: number, one: string, many: string): string => `${format.number(n)} ${n === 1 ? one : many}`
  const count = (licenses: number): string => of(licenses, 'license', 'licenses')
  const subscriptions = (news: readonly News[]): string =>
    of(
      news.reduce((sum, { changes }) => sum + changes, 0),
      'subscription',
      'subscriptions',
    )
  const where = (news: News): string =>
    `${subscriptions([news])} of ${of(news.customers, 'customer', 'customers')} (${named(news)})`
  const named = ({ customers, names }: News): string =>
    customers > names.length
      ? `${names.join(', ')}, and ${format.number(customers - names.length)} more`
      : format.all(names)
  const changed: Record<News['as'], (company: string, provider: string, news: News) => string> = {
    reseller: (company, provider, news) =>
      `${provider} associated ${company} with ${where(news)}. They count toward your incentives, if applicable, and you can manage these subscriptions. It gives no access to the rest of the customers' accounts.`,
    contact: (company, provider, news) =>
      `${provider} made ${company} the designated support contact for ${where(news)}. The customers turn to you with questions about these subscriptions.`,
    formerContact: (company, provider, news) =>
      `${provider} named somebody else in place of ${company}: you are no longer the designated support contact for ${where(news)}.`,
    ownCustomer: (company, _, news) =>
      `For ${company}, a colleague added ${of(news.customers, 'customer', 'customers')} at once (${named(news)}), each with its first subscription.`,
    newCustomer: (company, provider, news) =>
      `${provider} added ${of(news.customers, 'customer', 'customers')} (${named(news)}) and named ${company} as the reseller. You have administrator access to their accounts and subscriptions, and can manage them. Your provider places the orders.`,
    invited: (company, provider, news) =>
      `${provider} invited ${of(news.customers, 'customer', 'customers')} (${named(news)}) to authorize it together with ${company}. You will be told of each one that opens or accepts the invitation.`,
  }
  const only = (news: readonly News[], kind: News['as']): boolean => news.every(({ as }) => as === kind)
  const customers = (news: readonly News[]): string =>
    of(Math.max(...news.map((one) => one.customers)), 'customer', 'customers')
  const changedTitle = (provider: string, news: readonly News[]): string => {
    if (only(news, 'reseller')) return `You are the reseller of ${subscriptions(news)}`
    if (only(news, 'ownCustomer')) return `${customers(news)} added at once`
    if (only(news, 'newCustomer'))
      return `You are the reseller of ${of(Math.max(...news.map((one) => one.customers)), 'new customer', 'new customers')}`
    if (only(news, 'invited')) return `${provider} invited ${customers(news)}`
    return `The support contact of ${subscriptions(news)} has changed`
  }
  return {
    'customer.created': {
      title: ({ customer }) => `${customer} is now a customer`,
      text: ({ as, company, customer, other, by }) =>
        as === 'provider'
          ? paragraphs(
              `For ${company}, ${by || 'a colleague'} added ${customer} as a customer.`,
              other
                ? `${other} has administrator access to the customer's account and subscriptions, and can manage them.`
                : 'No reseller was named for it.',
            )
          : paragraphs(
              `${other ?? 'Your indirect provider'} added ${customer} and named ${company} as its reseller.`,
              "You have administrator access to the customer's account and subscriptions, and can manage them. Your provider places the orders.",
            ),
    },
    'customer.requested': {
      title: ({ reseller }) => `${reseller} asks you to add a customer`,
      text: ({ company, reseller, customer, by }) =>
        paragraphs(
          customer === ''
            ? `${by || 'Somebody'} of ${reseller} asks ${company} to add a new customer.`
            : `${by || 'Somebody'} of ${reseller} asks ${company} to add the customer ${customer}.`,
          'Resellers cannot create customers themselves. Ask for the customer’s details, and then add it here: the reseller is chosen already.',
        ),
    },
    'customer.failed': {
      title: ({ customer }) => `${customer} couldn't be added`,
      text: ({ company, customer }) =>
        `Partner Center didn't accept ${customer} as a new customer of ${company} this time. Nothing was created and nothing was ordered. What you entered is kept: open the review to see why, correct it, and submit it again.`,
    },
    'customer.resellerChanged': {
      title: ({ customer }) => `You are the reseller of a subscription of ${customer}`,
      text: ({ company, customer, offer, provider }) =>
        `${provider || 'Your indirect provider'} associated ${company} with the subscription ${offer} of ${customer}. It counts toward your incentives, if applicable, and you can manage this subscription. It gives no access to the rest of the customer's account.`,
    },
    'customer.supportContactChanged': {
      title: ({ customer }) => `The support contact of ${customer} has changed`,
      text: ({ as, company, customer, offer, contact }) =>
        as === 'new'
          ? `${company} is now the designated support contact for ${offer} of ${customer}. The customer turns to you with questions about this subscription.`
          : `In place of ${company}, ${contact} is now the designated support contact for ${offer} of ${customer}.`,
    },
    'customer.changedInBulk': {
      title: ({ provider, news }) => changedTitle(provider, news),
      text: ({ company, provider, news }) => paragraphs(...news.map((one) => changed[one.as](company, provider, one))),
    },
    'customer.changeRefused': {
      title: ({ offer }) => `${offer} couldn't be changed`,
      text: ({ company, customer, offer }) =>
        `Partner Center didn't accept the change that ${company} ordered to ${offer} of ${customer}. The subscription is as it was before. Open the customer to see why.`,
    },
    'customer.dapRemoved': {
      title: ({ customer }) => `${customer} removed your delegated admin privileges`,
      text: ({ company, customer }) =>
        `A global admin of ${customer} removed the delegated admin privileges that ${company} had. The relationship stays, and so does your responsibility for support.`,
    },
    'customer.relationshipRemoved': {
      title: ({ customer }) => `${customer} is no longer a customer`,
      text: ({ company, customer, by }) =>
        `${by || 'A colleague'} removed the reseller relationship between ${company} and ${customer}. The customer has left your list, and your delegated admin privileges have ended.`,
    },
    'customer.removalRefused': {
      title: ({ customer }) => `The relationship with ${customer} couldn't be removed`,
      text: ({ company, customer }) =>
        `Partner Center didn't accept the removal of the reseller relationship between ${company} and ${customer}. The relationship is as it was before. Open the customer to see why.`,
    },
    'order.confirmed': {
      title: ({ customer }) => `The order for ${customer} is confirmed`,
      text: ({ as, company, customer, lines }) =>
        paragraphs(
          as === 'provider'
            ? `Partner Center confirmed the order that ${company} placed for ${customer}.`
            : `Your provider placed an order for ${customer} and named ${company} as the reseller.`,
          points(
            'Ordered:',
            '• ',
            lines.map(({ offer, licenses }) => `${offer}, ${count(licenses)}`),
          ),
        ),
    },
    'order.failed': {
      title: ({ customer }) => `The order for ${customer} failed`,
      text: ({ company, customer, lines }) =>
        paragraphs(
          `Partner Center didn't accept the order that ${company} placed for ${customer}. Nothing was bought. Open the customer to see why, and place the order again.`,
          points(
            'Not ordered:',
            '• ',
            lines.map(({ offer, licenses }) => `${offer}, ${count(licenses)}`),
          ),
        ),
    },
  }
}
