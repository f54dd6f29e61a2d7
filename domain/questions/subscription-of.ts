import type { Subscription } from '../customer/customer.ts'
import type { TenantId } from '../ids.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow, Finding } from './answer.ts'
import { type CustomerAsked, subscriptionsMeant } from './customer-of.ts'
import type { CustomerFinding } from './customers.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'
import { subscriptionAsked } from './subscription-asked.ts'

/** Q3: who supports a subscription: the provider until somebody else is named (R115). */
export async function answerSupportContact(question: Question, sight: Sight): Promise<Answer> {
  const said: Evidence = {
    findings: [{ code: 'later.supportDefault' }],
    rules: [
      { id: 'R94', source: 'S1 table 4' },
      { id: 'R115', source: 'S3 Types; S2' },
      { id: 'D10', source: 'D:assign-support-contacts' },
    ],
  }
  const { answer, meant } = await toldOf(question, sight, said, async (subscription, customer) => {
    const { offerName: offer, support } = subscription
    const { name: contact, since } = support
    return [
      { code: 'customers.support', offer, customer, contact, since },
      ...(await aboutContact(subscription, sight)),
    ]
  })
  // Of what a direct-bill partner sells itself there is no provider to speak of.
  const isDirect = meant.length > 0 && meant.every(({ billing }) => billing === 'direct')
  return isDirect ? { ...answer, findings: (answer.findings ?? []).filter(isOfOne) } : answer
}

const isOfOne = ({ code }: Finding): boolean => code !== 'later.supportDefault'

/** Which tenant and MPN ID it is, and whether anybody chose it; of a contact that may not be known nothing is read. */
async function aboutContact({ support, since }: Subscription, sight: Sight): Promise<readonly Finding[]> {
  const { tenantId: tenant, name: contact, kind } = support
  if (contact === '') return []
  const mpnId = await locationOf(tenant, sight)
  return [
    { code: 'customers.supportChosen', isChosen: kind === 'reseller' || support.since !== since },
    { code: 'customers.contactIds', contact, tenant, ...(mpnId === undefined ? {} : { mpnId }) },
  ]
}

/** The MPN ID that a partner was onboarded with; of one that never enrolled here, the only location that it has, for support. */
async function locationOf(tenant: TenantId, sight: Sight): Promise<string | undefined> {
  const company = await sight.company(tenant)
  if (company?.mpnId !== undefined || sight.own !== undefined) return company?.mpnId
  const accounts = await sight.partnerCenter.mpnAccountsOf(tenant)
  const [only, second] = accounts.filter(({ type }) => type === 'location')
  return second ? undefined : only?.mpnId
}

/** Q14: which reseller is on a subscription, and whether it is credited for it (R90–R93). */
export async function answerResellerOfRecord(question: Question, sight: Sight): Promise<Answer> {
  const findings: readonly PartnerFinding[] = [
    { code: 'later.locationMpn' },
    { code: 'later.noCredit' },
    { code: 'later.adminAtCreation' },
  ]
  const rules = [
    { id: 'R90', source: 'S1 Connect' },
    { id: 'R91', source: 'S1 Connect' },
    { id: 'R92', source: 'S1 Connect' },
    { id: 'R93', source: 'S1 table 3; Add subs 4' },
    { id: 'R95', source: 'S1 table 1 vs 3' },
  ]
  const { answer, asked, meant } = await toldOf(question, sight, { findings, rules }, async (one, name) => [
    resellerOf(one, name),
  ])
  const [other] = asked?.others ?? []
  const company = other && (await sight.company(other))
  if (!asked || !company || !mayCompare(company.tenantId, asked, meant)) return answer
  const customer = asked.seen.customer.name
  const count = meant.filter(({ reseller }) => reseller?.tenantId === company.tenantId).length
  const reseller = company.displayName
  const { headline } = answer
  const evidence = meant.length === 1 ? [headline, ...findings] : findings
  return count > 0
    ? {
        ...answer,
        verdict: 'yes',
        headline: { code: 'customers.credited', reseller, customer, count },
        findings: evidence,
      }
    : {
        ...answer,
        verdict: 'no',
        headline: { code: 'customers.notCredited', reseller, customer, count: meant.length },
        findings: evidence,
      }
}

/** Whether another company is credited is told to whoever sells there, to the customer and to support; to a reseller of itself alone. */
const mayCompare = (
  company: TenantId,
  { seen: { standing, viewer } }: CustomerAsked,
  meant: readonly Subscription[],
): boolean => standing === 'self' || company === viewer || meant.every(({ owner }) => owner === viewer)

type Told = { answer: Answer; asked?: CustomerAsked; meant: readonly Subscription[] }

/** What is told of each subscription that is meant; of none, or where several customers could be, which those are. */
async function toldOf(
  question: Question,
  sight: Sight,
  said: Evidence,
  tell: (subscription: Subscription, customer: string) => Promise<readonly Finding[]>,
): Promise<Told> {
  const [rest, [asked, ...others]] = await Promise.all([
    unrecorded(question, sight, { headline: { code: 'customers.whichSubscription' }, ...said }),
    subscriptionAsked(question, sight),
  ])
  if (!asked) return { answer: nothingFound(rest), meant: [] }
  if (others.length > 0) return { answer: whichCustomer(rest, [asked, ...others]), meant: [] }
  const { name } = asked.seen.customer
  const meant = subscriptionsMeant(asked.seen, question.subject)
  if (meant.length === 0) return { answer: withoutSubscriptions(rest, name), meant }
  const told = await Promise.all(
    meant.slice(0, MOST_ROWS).map(async (one): Promise<Line> => [one, await tell(one, name)]),
  )
  return { answer: about(rest, told, meant.length, asked, said, sight), asked, meant }
}

/** Several customers have a subscription of this name: each goes on with the same question. */
function whichCustomer({ question, names, rules }: Answer, asked: readonly CustomerAsked[]): Answer {
  return {
    question,
    names,
    headline: { code: 'customers.several', subject: question.subject ?? '', count: asked.length },
    rows: asked.map(({ seen: { customer, subscriptions } }): AnswerRow => {
      const meant = subscriptionsMeant({ subscriptions }, question.subject)
      const companies = [...question.companies.filter((one) => one !== customer.tenantId), customer.tenantId]
      return {
        title: customer.name,
        findings: meant.slice(0, 3).map(({ offerName: offer, licenses, status }) => ({
          code: 'customers.offered',
          offer,
          licenses,
          status,
        })),
        question: { ...question, companies },
      }
    }),
    rules,
    isPrivate: true,
  }
}

/** Neither a subscription nor a customer that the asker may know of. */
function nothingFound({ verdict, ...rest }: Answer): Answer {
  const { subject, companies } = rest.question
  const named = companies.flatMap((tenant) => rest.names[tenant] ?? [])
  if (named.length < companies.length) return notFound(rest.question)
  if (subject === undefined) {
    const customer = named.at(-1)
    return customer === undefined
      ? rest
      : { ...rest, verdict: 'notRecorded', headline: { code: 'customers.noneRecorded', customer } }
  }
  return {
    ...rest,
    verdict: 'notFound',
    headline: { code: 'customers.noSubscription', subject },
    findings: [{ code: 'customers.nameCustomer' }, ...(rest.findings ?? [])],
  }
}

const withoutSubscriptions = (rest: Answer, customer: string): Answer => ({
  ...rest,
  verdict: 'notRecorded',
  headline: { code: 'customers.noneRecorded', customer },
})

function resellerOf({ offerName: offer, reseller }: Subscription, customer: string): CustomerFinding {
  if (!reseller) return { code: 'customers.noReseller', offer, customer }
  const { name, mpnId, since } = reseller
  if (name === '') return { code: 'customers.notYours', offer, customer }
  return { code: 'customers.reseller', offer, customer, reseller: name, mpnId, since }
}

/** One subscription, and what is told of it. */
type Line = readonly [Subscription, readonly Finding[]]

/** As many subscriptions of a customer are told of in one answer. */
const MOST_ROWS = 10

/** One subscription is the answer by itself; of several each has a line. */
function about(
  { question, names, rules }: Answer,
  told: readonly Line[],
  count: number,
  { seen: { customer } }: CustomerAsked,
  { findings }: Evidence,
  { own }: Sight,
): Answer {
  const [first, second] = told
  const { tenantId: tenant, name } = customer
  const shared = {
    question,
    names: { ...names, [tenant]: name },
    rules,
    findings,
    related: RELATED.flatMap((id) => (id === question.id ? [] : [{ id, companies: [tenant], countries: [] }])),
    isPrivate: true,
  }
  const open = own && own.tenantId !== tenant ? { open: { verb: 'customer', tenant } as const } : {}
  const line = ({ offerName, licenses, status }: Subscription, ...more: readonly Finding[]): AnswerRow => ({
    title: offerName,
    findings: [{ code: 'customers.subscription', licenses, status }, ...more],
    ...open,
  })
  const [headline, ...more] = first?.[1] ?? []
  if (first && headline && !second)
    return { ...shared, headline, findings: [...more, ...findings], rows: [line(first[0])] }
  return {
    ...shared,
    headline: { code: 'customers.subscriptions', customer: name, count },
    rows: told.map(([one, about]) => line(one, ...about)),
  }
}

/** What is asked of a customer's subscriptions after one another. */
const RELATED = ['Q3', 'Q14', 'Q28'] as const

type Evidence = { findings: readonly PartnerFinding[]; rules: Answer['rules'] }
type Said = Evidence & { headline: Finding }

/** What holds whatever is recorded; the companies are named where the asker may see them, and nothing else is told of them. */
export async function unrecorded(question: Question, sight: Sight, said: Said): Promise<Answer> {
  const companies = await Promise.all(question.companies.map((tenant) => sight.company(tenant)))
  return { question, names: namesOf(...companies), verdict: 'notRecorded', ...said, isPrivate: true }
}
