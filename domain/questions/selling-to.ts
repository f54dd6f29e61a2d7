import { isActive } from '../customer/customer.ts'
import type { SeenCustomer } from '../customer/seen.ts'
import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Known } from '../rules/customer.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { failing, rulesOf } from './checks.ts'
import { ask } from './pair-facts.ts'
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
  const isResellerOf = reselling(sight, customer?.organization)
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
  // As many as the card shows.
  const reasons = failing(found.decisive).length === 0 ? 0 : failing(found.checks).length
  const providers = found.suppliers
    .filter(({ failures }) => failures === 0)
    .map(({ supplier: { provider } }) => provider.organization.displayName)
  const who = { seller: organization.displayName, ...buyerName(buyer) }
  const company = organization.displayName
  const through = found.way === 'throughProvider'
  const findings: SellingFinding[] = []
  if (through && organization.kind !== 'prospect')
    findings.push({ code: 'selling.providerCreates', reseller: company, providers })
  if (found.way === 'asProvider') findings.push({ code: 'selling.resellerOptional', provider: company })
  if (organization.kind === 'both') findings.push({ code: 'selling.existingDirect', company })
  const more = through ? [R65] : found.way === 'asProvider' ? [R93] : []
  if (organization.kind !== 'customer') more.push(R101)
  const answer: Answer = {
    question,
    names: namesOf(organization, isCompany(buyer) ? buyer.organization : undefined),
    verdict: reasons === 0 ? 'yes' : 'no',
    headline:
      reasons > 0
        ? { code: 'selling.cannot', ...who, reasons }
        : found.way === 'throughProvider'
          ? { code: 'selling.canThrough', ...who, providers }
          : { code: 'selling.can', ...who, way: found.way },
    checks: found.checks,
    rules: rulesOf(found.checks, ...more),
    related: relatedTo(question, found, seller, buyer),
    isPrivate: true,
  }
  if (findings.length > 0) answer.findings = findings
  if (organization.kind !== 'customer') answer.chain = found.chain
  if (found.suppliers.length > 1) answer.rows = found.suppliers.map(row)
  return answer
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
  const other = isCompany(buyer) ? buyer.organization.tenantId : undefined
  const related: Question[] = []
  if (other && failed.has('notReseller')) related.push(ask('Q24', other, seller))
  if (other && failed.has('notCspTenant')) related.push(ask('Q25', other))
  if (failed.has('customerRegion')) related.push(ask('Q12', seller))
  if (failed.has('partnership')) related.push({ id: 'Q30', companies: [], countries: [organization.country] })
  if (failed.has('mpa') || failed.has('resellerMpa') || failed.has('enrolled')) related.push(ask('Q7', seller))
  if (failed.size === 0) related.push(ask('Q18', seller))
  return related.filter(({ id }) => id !== question.id)
}

const buyerName = (buyer: Buyer | undefined): { buyer?: BuyerName } =>
  buyer === undefined
    ? {}
    : { buyer: isCompany(buyer) ? { company: buyer.organization.displayName } : { country: buyer.country } }

/** Whether the buyer is a provider's reseller; only who is one of the two, or support, may know. A customer is nobody's. */
const reselling =
  (sight: Sight, buyer: Organization | undefined) =>
  async (provider: TenantId): Promise<Known<boolean>> => {
    if (buyer === undefined || buyer.kind === 'customer') return false
    const { tenantId } = buyer
    const { status } = await sight.partnership(provider, tenantId)
    const own = sight.own?.tenantId
    return own === undefined || own === provider || own === tenantId ? status === 'active' : 'unknown'
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
