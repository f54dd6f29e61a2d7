import type { Organization } from '../organization/organization.ts'
import { PERMISSIONS, permit } from '../permissions.ts'
import { newDirectAllowed, notRestricted, providerCreatesCustomers, sellsInCsp } from '../rules/customer.ts'
import { enrolledAsReseller, mpaSigned, notSuspended } from '../rules/organization.ts'
import { notFound } from './about-company.ts'
import type { Answer, Check } from './answer.ts'
import { failing, right, rulesOf, run } from './checks.ts'
import type { Question } from './question.ts'
import type { Fixes } from './sale.ts'
import type { SellingFinding } from './selling.ts'
import { fixes, holders, namesOf, partnersAmong, party, peopleFix, suppliersOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Q18: why X cannot add a customer: its kind, its state, the role of whoever tries. */
export async function answerAdding(question: Question, sight: Sight): Promise<Answer> {
  const [x] = question.companies
  const [asked, listed] = await Promise.all([party(sight, x), suppliersOf(sight, x)])
  if (!asked) return notFound(question)
  const { organization } = asked
  const operation = organization.kind === 'directBill' ? 'P29' : 'P27'
  const [active, names, fix] = await Promise.all([
    partnersAmong(sight, organization, listed),
    holders(sight, organization, PERMISSIONS[operation].roles),
    fixes(sight),
  ])
  const checks = [...addingChecks(organization, fix), ...rightToAdd(sight, organization, operation, names)]
  const reasons = failing(checks).length
  const company = organization.displayName
  const suppliers: readonly SellingFinding[] = isSupplied(organization)
    ? [{ code: 'selling.addThroughProvider', company, providers: active }]
    : []
  return {
    question,
    names: namesOf(organization),
    verdict: reasons === 0 ? 'yes' : 'no',
    headline:
      reasons > 0
        ? { code: 'selling.cannotAdd', company, reasons }
        : { code: 'selling.canAdd', company, as: operation === 'P29' ? 'directBill' : 'indirectProvider' },
    ...(suppliers.length > 0 ? { findings: suppliers } : {}),
    checks,
    ...nextStep(sight, organization, { reasons, isSupplied: active.length > 0 }),
    rules: rulesOf(checks),
    related: [{ id: 'Q2', companies: [organization.tenantId], countries: [] }],
    isPrivate: true,
  }
}

/** The own company goes on here: it adds one, asks its provider for one, or looks for a provider first (R65). */
function nextStep(
  { own, actor }: Sight,
  organization: Organization,
  { reasons, isSupplied: hasProvider }: { reasons: number; isSupplied: boolean },
): Pick<Answer, 'fix'> {
  if (own?.tenantId !== organization.tenantId) return {}
  if (!isSupplied(organization)) return reasons === 0 ? { fix: { kind: 'do', verb: 'add-customer' } } : {}
  if (!hasProvider) return { fix: { kind: 'do', verb: 'find-provider' } }
  return permit('P54', actor, organization).length === 0 ? { fix: { kind: 'do', verb: 'add-customer' } } : {}
}

/** Everything of the company itself that decides whether it may add customers. */
export function addingChecks(organization: Organization, fix: Fixes): readonly Check[] {
  const company = organization.displayName
  const about = { company }
  const kind = run(sellsInCsp, { organization }, { ...about, about: 'partnerKind' })
  const suspended = run(notSuspended, { organization }, { ...about, about: 'notSuspended' })
  const creates = run(providerCreatesCustomers, { organization }, { ...about, about: 'createsCustomers' })
  switch (organization.kind) {
    case 'customer':
      return [kind]
    case 'prospect':
      return [
        run(
          enrolledAsReseller,
          { organization },
          {
            ...about,
            about: 'enrolled',
            fix: fix(organization, 'enrollment'),
          },
        ),
        suspended,
      ]
    case 'indirectReseller':
      return [creates, suspended]
    case 'both':
      return [run(newDirectAllowed, { organization }, { ...about, about: 'newDirectAllowed' }), creates, suspended]
    case 'directBill':
    case 'indirectProvider':
      return [
        creates,
        suspended,
        ...(organization.kind === 'directBill'
          ? [run(notRestricted, { organization }, { ...about, about: 'notRestricted' })]
          : []),
        run(mpaSigned, { organization }, { ...about, about: 'mpa', fix: fix(organization, 'mpa') }),
      ]
  }
}

const isSupplied = ({ kind }: Organization): boolean => kind === 'indirectReseller' || kind === 'both'

/** The asker's own role in the own company; for support, whether anybody there holds one. Of others nobody may know. */
function rightToAdd(
  { own, actor }: Sight,
  organization: Organization,
  operation: 'P27' | 'P29',
  names: readonly string[],
): readonly Check[] {
  if (!PERMISSIONS[operation].kinds.some((kind) => kind === organization.kind)) return []
  const isOwn = own?.tenantId === organization.tenantId
  const roles = own === undefined && names.length > 0 ? PERMISSIONS[operation].roles : isOwn ? actor.roles : []
  const checks = right(operation, { roles, appRoles: [] }, organization, peopleFix(organization.displayName, names))
  return checks.filter(({ about }) => about === 'role' && (isOwn || own === undefined))
}
