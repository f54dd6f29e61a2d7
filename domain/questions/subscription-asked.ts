import { subscriptionsNamed, subscriptionWithId } from '../customer/subscription-lists.ts'
import type { TenantId } from '../ids.ts'
import { type CustomerAsked, customerAsked } from './customer-of.ts'
import type { Question } from './question.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

/** So many customers with a subscription of one name are offered. */
const MOST = 10

/**
 * The customer that is named, else those whose subscription has the ID or the name that was typed, among what the asker
 * may know of. A subscription that may not be seen costs the same as one that is not there.
 */
export async function subscriptionAsked(question: Question, sight: Sight): Promise<readonly CustomerAsked[]> {
  const { subject, companies } = question
  const named = await customerAsked(question, sight)
  if (named) return [named]
  if (subject === undefined) return []
  const [withId, withName] = await Promise.all([
    subscriptionWithId(sight.store, subject),
    subscriptionsNamed(sight.store, sight.own?.tenantId ?? 'all', subject, { limit: MOST }),
  ])
  const wanted = [...(withId ? [withId] : []), ...withName]
  const customers = new Set([withId?.customer ?? NO_COMPANY, ...withName.map(({ customer }) => customer)])
  const found = await Promise.all([...customers].map(ofCustomer))
  return found.flatMap((one) => one ?? []).sort(byName)

  async function ofCustomer(tenant: TenantId): Promise<CustomerAsked | undefined> {
    const asked = await customerAsked({ ...question, companies: [tenant] }, sight)
    const isThere = asked?.seen.subscriptions.some(({ id }) => wanted.some(({ subscription }) => subscription === id))
    return asked && isThere ? { ...asked, others: companies } : undefined
  }
}

const byName = ({ seen: { customer: one } }: CustomerAsked, { seen: { customer: other } }: CustomerAsked): number =>
  one.name < other.name ? -1 : 1
