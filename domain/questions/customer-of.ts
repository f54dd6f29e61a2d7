import type { Subscription } from '../customer/customer.ts'
import type { SeenCustomer } from '../customer/seen.ts'
import type { TenantId } from '../ids.ts'
import { nameKey } from '../text.ts'
import type { Question } from './question.ts'
import type { Sight } from './sight.ts'

export type CustomerAsked = {
  seen: SeenCustomer
  /** The other companies of the question, in their order. */
  others: readonly TenantId[]
}

/** The company of a question that is a customer the asker may know of; one read for each company, whatever is found. */
export async function customerAsked({ companies }: Question, sight: Sight): Promise<CustomerAsked | undefined> {
  const found = await Promise.all(companies.map((tenant) => sight.customer(tenant)))
  const seen = found.find((one) => one !== undefined && one.standing !== 'past')
  return seen && { seen, others: companies.filter((tenant) => tenant !== seen.customer.tenantId) }
}

/** The subscriptions that a question may mean: by their ID or by what their offer's name has in it, else all. */
export function subscriptionsMeant(
  { subscriptions }: Pick<SeenCustomer, 'subscriptions'>,
  subject: string | undefined,
): readonly Subscription[] {
  if (subject === undefined) return subscriptions
  const sought = nameKey(subject)
  const named = subscriptions.filter(
    ({ id, offerName }) => nameKey(id) === sought || nameKey(offerName).includes(sought),
  )
  return named.length > 0 ? named : subscriptions
}
