import type { Subscription } from '../customer/customer.ts'
import type { Answer, AnswerRow, Finding } from './answer.ts'
import { customerAsked, subscriptionsMeant } from './customer-of.ts'
import type { CustomerFinding } from './customers.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Q3: who supports a subscription: the provider until somebody else is named (R115). */
export async function answerSupportContact(question: Question, sight: Sight): Promise<Answer> {
  const rules = [
    { id: 'R94', source: 'S1 table 4' },
    { id: 'R115', source: 'S3 Types; S2' },
    { id: 'D10', source: 'D:assign-support-contacts' },
  ]
  const [rest, asked] = await Promise.all([
    unrecorded(question, sight, {
      headline: { code: 'later.support', ...named(question) },
      findings: [{ code: 'later.supportDefault' }],
      rules,
    }),
    customerAsked(question, sight),
  ])
  const meant = asked && subscriptionsMeant(asked.seen, question.subject)
  if (!asked || !meant || meant.length === 0) return rest
  const customer = asked.seen.customer.name
  const told = meant.map((one): [Subscription, Finding] => [
    one,
    {
      code: 'customers.support',
      offer: one.offerName,
      customer,
      contact: one.support.name,
      since: one.support.since,
    },
  ])
  return about(rest, told, customer, { findings: [{ code: 'later.supportDefault' }] })
}

/** Q14: which reseller is on a subscription, and whether it is credited for it (R90–R93). */
export async function answerResellerOfRecord(question: Question, sight: Sight): Promise<Answer> {
  const findings: readonly PartnerFinding[] = [
    { code: 'later.locationMpn' },
    { code: 'later.noCredit' },
    { code: 'later.adminAtCreation' },
  ]
  const [rest, asked] = await Promise.all([
    unrecorded(question, sight, {
      headline: { code: 'later.resellerOfRecord', ...named(question) },
      findings,
      rules: [
        { id: 'R90', source: 'S1 Connect' },
        { id: 'R91', source: 'S1 Connect' },
        { id: 'R92', source: 'S1 Connect' },
        { id: 'R93', source: 'S1 table 3; Add subs 4' },
        { id: 'R95', source: 'S1 table 1 vs 3' },
      ],
    }),
    customerAsked(question, sight),
  ])
  const meant = asked && subscriptionsMeant(asked.seen, question.subject)
  if (!asked || !meant || meant.length === 0) return rest
  const customer = asked.seen.customer.name
  const told = meant.map((one): [Subscription, Finding] => [one, resellerOf(one, customer)])
  const answer = about(rest, told, customer, { findings })
  const [other] = asked.others
  const company = other && (await sight.company(other))
  if (!company) return answer
  const count = meant.filter(({ reseller }) => reseller?.tenantId === company.tenantId).length
  const reseller = company.displayName
  return count > 0
    ? { ...answer, verdict: 'yes', headline: { code: 'customers.credited', reseller, customer, count } }
    : { ...answer, verdict: 'no', headline: { code: 'customers.notCredited', reseller, customer } }
}

function resellerOf({ offerName: offer, reseller }: Subscription, customer: string): CustomerFinding {
  if (!reseller) return { code: 'customers.noReseller', offer, customer }
  const { name, mpnId, since } = reseller
  if (name === '') return { code: 'customers.otherReseller', offer, customer }
  return { code: 'customers.reseller', offer, customer, reseller: name, mpnId, since }
}

/** As many subscriptions of a customer are told of in one answer. */
const MOST_ROWS = 10

/** One subscription is the answer by itself; of several each has a line. */
function about(
  { question, names, rules }: Answer,
  told: readonly [Subscription, Finding][],
  customer: string,
  { findings }: Pick<Answer, 'findings'>,
): Answer {
  const [first, second] = told
  const shared = { question, names, rules, ...(findings ? { findings } : {}), isPrivate: true }
  if (first && !second) return { ...shared, headline: first[1] }
  return {
    ...shared,
    headline: { code: 'customers.subscriptions', customer, count: told.length },
    rows: told.slice(0, MOST_ROWS).map(
      ([{ offerName, licenses, status }, finding]): AnswerRow => ({
        title: offerName,
        findings: [{ code: 'customers.subscription', licenses, status }, finding],
      }),
    ),
  }
}

type Said = { headline: PartnerFinding; findings: readonly PartnerFinding[]; rules: Answer['rules'] }

/** What holds whatever is recorded; the companies are named where the asker may see them, and nothing else is told of them. */
export async function unrecorded(question: Question, sight: Sight, said: Said): Promise<Answer> {
  const companies = await Promise.all(question.companies.map((tenant) => sight.company(tenant)))
  return { question, names: namesOf(...companies), verdict: 'notRecorded', ...said, isPrivate: true }
}

const named = ({ subject }: Question): { subject?: string } => (subject === undefined ? {} : { subject })
