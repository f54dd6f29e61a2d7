import type { TenantId } from '../ids.ts'
import type { Answer } from './answer.ts'
import { customerAsked } from './customer-of.ts'
import { ask } from './pair-facts.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Why Partner Center refuses an order, as domain.md 8.3 has its codes. */
export const ORDER_CAUSES = [
  'noRelation',
  'notInThatCountry',
  'mpnNotAdvisor',
  'mpnNotOnRecord',
  'mpnNotFound',
  'mpnNotReseller',
  'resellerMpa',
  'ownMpa',
  'customerAgreement',
  'addressCorrected',
  'invalidValue',
  'programInactive',
  'underReview',
  'partnerFixed',
  'subscriptionSuspended',
  'quantity',
  'stale',
  'transfer',
  'transferDisabled',
  'role',
  'authorization',
  'notAllowed',
] as const
export type OrderCause = (typeof ORDER_CAUSES)[number]

type Rules = Answer['rules']
const rule = (id: string, source: string): Rules => [{ id, source }]
const R90 = rule('R90', 'S1 Connect')
const D20 = rule('D20', 'D:transition-direct-to-indirect')

const CAUSES: Readonly<Record<OrderCause, { codes: readonly string[]; rules: Rules; next?: Question['id'] }>> = {
  noRelation: { codes: ['20002'], rules: rule('R53', 'S2 Connect 6 IMPORTANT; S0 Move') },
  notInThatCountry: { codes: ['2030'], rules: rule('R64', 'S3 scenario 7'), next: 'Q12' },
  mpnNotAdvisor: { codes: ['2071'], rules: R90, next: 'Q15' },
  mpnNotOnRecord: { codes: ['2072'], rules: R90, next: 'Q15' },
  mpnNotFound: { codes: ['800015'], rules: R90, next: 'Q15' },
  mpnNotReseller: { codes: ['800016'], rules: rule('R16', 'S2 All indirect resellers 2'), next: 'Q7' },
  resellerMpa: { codes: ['900123'], rules: rule('R31', 'S3 Microsoft Partner Agreement'), next: 'Q6' },
  ownMpa: { codes: ['900124'], rules: rule('R30', 'S3 Microsoft Partner Agreement'), next: 'Q6' },
  customerAgreement: { codes: ['13605'], rules: rule('D15', 'D:confirm-customer-agreement') },
  addressCorrected: { codes: ['2007'], rules: [] },
  invalidValue: { codes: ['27002'], rules: [] },
  programInactive: { codes: ['800039', '900149'], rules: rule('D21', 'D:suspended-partner-center-account') },
  underReview: { codes: ['800073', '800074', '800075'], rules: rule('R4', 'S2 Before you begin'), next: 'Q5' },
  partnerFixed: { codes: ['800098'], rules: rule('R92', 'S1 Connect') },
  subscriptionSuspended: { codes: ['2001', '800091'], rules: [] },
  quantity: { codes: ['2002'], rules: rule('R57', 'S1 Add new customers 3') },
  stale: { codes: ['2055'], rules: [] },
  transfer: { codes: ['900100', '900101', '900102', '900103', '900104'], rules: D20 },
  transferDisabled: { codes: ['900137'], rules: D20 },
  role: { codes: ['900150'], rules: rule('P31', 'domain.md 1.4'), next: 'Q26' },
  authorization: { codes: ['1002'], rules: rule('P31', 'domain.md 1.4'), next: 'Q26' },
  notAllowed: { codes: ['600006'], rules: [] },
}

/** Q29: why an order was refused: the code in words, what mends it, and the rule behind it. Without a code, of the last order that was refused. */
export async function answerRefusedOrder(question: Question, sight: Sight): Promise<Answer> {
  const companies = await Promise.all(question.companies.map((tenant) => sight.company(tenant)))
  const about = { question, names: namesOf(...companies), isPrivate: companies.some((one) => one !== undefined) }
  const { seen } = (await customerAsked(question, sight)) ?? {}
  const failed = seen?.orders.find((one) => one.failure !== undefined && mayTell(one.owner, sight))
  const orderCode = question.code ?? failed?.failure
  const more = { related: [ask('Q2', ...question.companies)].filter(() => question.companies.length > 1) }
  if (orderCode === undefined) return { ...about, headline: { code: 'later.orderNotRecorded' }, rules: [], ...more }
  const cause = causeOf(orderCode)
  const at = failed && (failed.settledAt ?? failed.submittedAt)
  if (!cause && seen && at !== undefined && question.code === undefined)
    return {
      ...about,
      headline: { code: 'customers.orderUnexplained', customer: seen.customer.name, at },
      rules: [],
      ...more,
    }
  if (!cause)
    return { ...about, verdict: 'notFound', headline: { code: 'later.orderUnknown', orderCode }, rules: [], ...more }
  const { rules, next } = CAUSES[cause]
  const own = sight.own?.tenantId
  return {
    ...about,
    headline: { code: 'later.order', orderCode, cause },
    findings: [
      { code: 'later.orderFix', cause },
      ...(seen && failed && failed.failure === orderCode
        ? [
            {
              code: 'customers.orderRefused' as const,
              customer: seen.customer.name,
              at: failed.settledAt ?? failed.submittedAt,
              orderCode,
            },
          ]
        : []),
    ],
    rules,
    related: next && own ? [{ ...ask(next, own), ...(next === 'Q26' ? { operation: 'P31' } : {}) }] : [],
  }
}

/** Why it was refused is told to whoever placed it, and to support. */
const mayTell = (owner: TenantId, { own }: Sight): boolean => own === undefined || own.tenantId === owner

const causeOf = (code: string): OrderCause | undefined =>
  ORDER_CAUSES.find((cause) => CAUSES[cause].codes.includes(code.trim()))
