import { isActive } from '../customer/customer.ts'
import type { SeenCustomer } from '../customer/seen.ts'
import type { TenantId } from '../ids.ts'
import type { Known } from '../rules/customer.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { failing, rulesOf } from './checks.ts'
import type { Question } from './question.ts'
import { type Buyer, isCompany, type Party, type Sale, type Supplier, sale } from './sale.ts'
import type { BuyerName, SellingFinding } from './selling.ts'
import { fixes, namesOf, party, suppliersOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

/** Q2: why X cannot sell to Z, or that it can and through whom. */
export async function answerSelling(question: Question, sight: Sight): Promise<Answer> {
  const [x, z] = question.companies
  const [country] = question.countries
  // Everything is read before anything is decided, so that what may not be seen costs what is not there.
  const [seller, customer, listed, seen] = await Promise.all([
    party(sight, x),
    party(sight, z),
    suppliersOf(sight, x),
    sight.customer(z ?? NO_COMPANY),
  ])
  if (!seller || (z !== undefined && !customer)) return notFound(question)
  const buyer: Buyer | undefined = customer ?? (country === undefined ? undefined : { country })
  const isResellerOf = reselling(sight, z)
  const isRelatedTo = related(sight, seen)
  const [suppliers, isReseller, fix] = await Promise.all([
    Promise.all(listed.map((provider) => supplier(sight, provider, seller, isResellerOf, isRelatedTo))),
    seller.organization.kind === 'indirectProvider' && isResellerOf(seller.organization.tenantId),
    fixes(sight),
  ])
  // A provider is told of itself alone, partner or not; the others are partners as their truth has it now.
  const known = suppliers.flatMap((one) => one ?? [])
  const asked = listed.includes(sight.own?.tenantId ?? seller.organization.tenantId)
  const facts = {
    seller,
    buyer,
    suppliers: known.filter(({ partnership }) => asked || partnership.status === 'active'),
    isReseller,
    isRelated: isRelatedTo(seller.organization.tenantId),
    agreement: seen?.standing === 'past' ? undefined : seen?.customer.agreement,
    fix,
  }
  return sellingAnswer(question, seller, buyer, sale(facts))
}

/** What was found out about a sale, as the answer. */
function sellingAnswer(question: Question, seller: Party, buyer: Buyer | undefined, found: Sale): Answer {
  const { organization } = seller
  const reasons = failing(found.decisive).length
  const providers = found.suppliers
    .filter(({ failures }) => failures === 0)
    .map(({ supplier: { provider } }) => provider.organization.displayName)
  const who = { seller: organization.displayName, ...buyerName(buyer) }
  const company = organization.displayName
  const through = found.way === 'throughProvider'
  const findings: readonly SellingFinding[] = [
    ...(through && organization.kind !== 'prospect'
      ? [{ code: 'selling.providerCreates' as const, reseller: company, providers }]
      : []),
    ...(found.way === 'asProvider' ? [{ code: 'selling.resellerOptional' as const, provider: company }] : []),
    ...(organization.kind === 'both' ? [{ code: 'selling.existingDirect' as const, company }] : []),
  ]
  const more = [
    ...(through ? [R65] : []),
    ...(found.way === 'asProvider' ? [R93] : []),
    ...(organization.kind === 'customer' ? [] : [R101]),
  ]
  return {
    question,
    names: namesOf(organization, isCompany(buyer) ? buyer.organization : undefined),
    verdict: reasons === 0 ? 'yes' : 'no',
    headline:
      reasons > 0
        ? { code: 'selling.cannot', ...who, reasons }
        : found.way === 'throughProvider'
          ? { code: 'selling.canThrough', ...who, providers }
          : { code: 'selling.can', ...who, way: found.way },
    ...(findings.length > 0 ? { findings } : {}),
    checks: found.checks,
    ...(organization.kind === 'customer' ? {} : { chain: found.chain }),
    ...(found.suppliers.length > 1 ? { rows: found.suppliers.map(row) } : {}),
    rules: rulesOf(found.checks, ...more),
    related: relatedTo(question, found, seller, buyer),
    isPrivate: true,
  }
}

const R65 = { id: 'R65', source: 'S0 Create an AAD tenant; F43' }
const R93 = { id: 'R93', source: 'S1 Connect, table row 3; F12' }
const R101 = { id: 'R101', source: 'S3 scenario 1' }

const row = ({ supplier: { provider }, failures }: Sale['suppliers'][number]): AnswerRow => ({
  title: provider.organization.displayName,
  findings: [
    failures === 0 ? { code: 'selling.supplierReady' } : { code: 'selling.supplierBlocked', reasons: failures },
  ],
  tone: failures === 0 ? 'good' : 'warning',
})

function relatedTo(
  question: Question,
  { checks }: Sale,
  { organization }: Party,
  buyer: Buyer | undefined,
): readonly Question[] {
  const seller = organization.tenantId
  const failed = new Set(failing(checks).map(({ about }) => about))
  const ask = (id: Question['id'], ...companies: readonly TenantId[]): Question => ({ id, companies, countries: [] })
  const other = isCompany(buyer) ? buyer.organization.tenantId : undefined
  return [
    ...(other && failed.has('notReseller') ? [ask('Q24', other, seller)] : []),
    ...(other && failed.has('notCspTenant') ? [ask('Q25', other)] : []),
    ...(failed.has('customerRegion') ? [ask('Q12', seller)] : []),
    ...(failed.has('mpa') || failed.has('resellerMpa') || failed.has('enrolled') ? [ask('Q7', seller)] : []),
    ...(failed.size === 0 ? [ask('Q18', seller)] : []),
  ].filter(({ id }) => id !== question.id)
}

const buyerName = (buyer: Buyer | undefined): { buyer?: BuyerName } =>
  buyer === undefined
    ? {}
    : { buyer: isCompany(buyer) ? { company: buyer.organization.displayName } : { country: buyer.country } }

/** Whether the buyer is a provider's reseller; only who is one of the two, or support, may know. */
const reselling =
  (sight: Sight, buyer: TenantId | undefined) =>
  async (provider: TenantId): Promise<Known<boolean>> => {
    if (buyer === undefined) return false
    const { status } = await sight.partnership(provider, buyer)
    const own = sight.own?.tenantId
    return own === undefined || own === provider || own === buyer ? status === 'active' : 'unknown'
  }

/** Whether a provider has its own relationship with the customer (R53); only itself, or support, knows that there is none. */
const related =
  ({ own }: Sight, seen: SeenCustomer | undefined) =>
  (provider: TenantId): Known<boolean> => {
    if (!seen) return 'unknown'
    const isRelated = seen.relations.some((one) => one.partner === provider && one.role !== 'reseller' && isActive(one))
    return isRelated || own === undefined || own.tenantId === provider ? isRelated : 'unknown'
  }

async function supplier(
  sight: Sight,
  tenant: TenantId,
  seller: Party,
  isResellerOf: (provider: TenantId) => Promise<Known<boolean>>,
  isRelatedTo: (provider: TenantId) => Known<boolean>,
): Promise<Supplier | undefined> {
  const [provider, partnership, isReseller] = await Promise.all([
    party(sight, tenant),
    sight.partnership(tenant, seller.organization.tenantId),
    isResellerOf(tenant),
  ])
  return provider && { provider, partnership, isReseller, isRelated: isRelatedTo(tenant) }
}
