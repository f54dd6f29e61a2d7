import { isWithdrawable } from '../enrollment/withdraw.ts'
import type { Organization } from '../organization/organization.ts'
import { PERMISSIONS } from '../permissions.ts'
import type { MpnAccount } from '../ports.ts'
import { type MpnFacts, mpnProfileActive, mpnSameCountry } from '../rules/mpn.ts'
import { notSuspended } from '../rules/organization.ts'
import { identifiedForOffboarding, noRollback, profileCurrent } from '../rules/transition.ts'
import { notFound } from './about-company.ts'
import type { Answer, Check } from './answer.ts'
import { failing, right, rulesOf, run } from './checks.ts'
import { ask } from './pair-facts.ts'
import type { Question } from './question.ts'
import type { SellingFinding } from './selling.ts'
import { fixes, holders, namesOf, party, peopleFix } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

/** Q20: whether X can undo becoming an indirect reseller. */
export async function answerUndo(question: Question, sight: Sight): Promise<Answer> {
  const asked = await party(sight, question.companies[0])
  if (!asked) return notFound(question)
  const { organization } = asked
  return {
    question,
    names: namesOf(organization),
    ...undoing(organization),
    rules: [{ id: noRollback.id, source: noRollback.source }],
    related: [ask(organization.kind === 'directBill' ? 'Q23' : 'Q18', organization.tenantId)],
    isPrivate: true,
  }
}

/** No for a company that is both; for every other kind, what the question can mean for it. */
export function undoing(organization: Organization): Pick<Answer, 'verdict' | 'headline' | 'findings'> {
  const { kind, displayName: company, enrollment } = organization
  if (noRollback.check({ organization }).length > 0)
    return { verdict: 'no', headline: { code: 'selling.noRollback', company } }
  const headline = { code: 'selling.notBoth', company, kind } as const
  if (kind === 'indirectReseller') return { headline, findings: [{ code: 'selling.endPartnership', company }] }
  return isWithdrawable(enrollment) ? { headline, findings: [{ code: 'selling.withdrawable', company }] } : { headline }
}

/** Q23: why X cannot become an indirect reseller on its direct-bill tenant. */
export async function answerReseller(question: Question, sight: Sight): Promise<Answer> {
  const [x] = question.companies
  const [asked, accounts] = await Promise.all([party(sight, x), sight.partnerCenter.mpnAccountsOf(x ?? NO_COMPANY)])
  // Identification and MPN accounts are for the company itself, and for support.
  if (!asked || (sight.own && sight.own.tenantId !== x)) return notFound(question)
  const { organization } = asked
  const { kind, displayName: company } = organization
  const common = {
    question,
    names: namesOf(organization),
    related: [{ id: 'Q7' as const, companies: [organization.tenantId], countries: [] }],
    isPrivate: true,
  }
  if (kind === 'indirectReseller' || kind === 'both')
    return {
      ...common,
      headline: { code: 'selling.alreadyReseller', company, kind },
      rules: rulesOf([], { id: 'R74', source: 'S0 Get started' }),
    }
  if (kind !== 'directBill') return { ...common, ...(await notDirectBill(organization, sight)) }
  const admins = await holders(sight, organization, PERMISSIONS.P42.roles)
  const checks = [...rightToTransition(sight, organization, admins), ...transitionChecks(organization, accounts)]
  const reasons = failing(checks).length
  const findings: readonly SellingFinding[] = reasons === 0 ? [{ code: 'selling.transitionSteps' }] : []
  return {
    ...common,
    verdict: reasons === 0 ? 'yes' : 'no',
    headline:
      reasons === 0
        ? { code: 'selling.canTransition', company }
        : { code: 'selling.cannotTransition', company, reasons },
    ...(findings.length > 0 ? { findings } : {}),
    checks,
    rules: rulesOf(checks, { id: 'R68', source: 'S0 Get started 2-3' }),
  }
}

/** Whoever is new enrolls; a provider or a customer stays what it is (P42). */
async function notDirectBill(
  organization: Organization,
  sight: Sight,
): Promise<Pick<Answer, 'verdict' | 'headline' | 'checks' | 'fix' | 'rules' | 'related'>> {
  const { kind, displayName: company, tenantId } = organization
  if (kind === 'prospect') {
    const fix = (await fixes(sight))(organization, 'enrollment')
    return {
      headline: { code: 'selling.enrollInstead', company },
      ...(fix ? { fix } : {}),
      rules: [{ id: 'R10', source: 'S2 Before you begin; S4 direct NOTE' }],
      related: [ask('Q5', tenantId)],
    }
  }
  const checks = right('P42', { roles: [], appRoles: [] }, organization)
  return {
    verdict: 'no',
    headline: { code: 'selling.cannotTransition', company, reasons: failing(checks).length },
    checks,
    rules: rulesOf(checks),
    related: [ask('Q13', tenantId)],
  }
}

/** Everything of the company itself: its standing, whether it is identified, its profile and its MPN ID (R66, R67). */
export function transitionChecks(organization: Organization, accounts: readonly MpnAccount[]): readonly Check[] {
  const { displayName: company } = organization
  const account = accountOf(organization, accounts)
  return [
    run(notSuspended, { organization }, { about: 'notSuspended', company }),
    run(identifiedForOffboarding, { organization }, { about: 'identified', company }),
    run(profileCurrent, { organization, account }, { about: 'profile', company }),
    ...(account ? mpnChecks(organization, account) : []),
  ]
}

/** The onboarded account; before one is known, the best of the company's own location accounts. */
function accountOf({ mpnId, country }: Organization, accounts: readonly MpnAccount[]): MpnAccount | undefined {
  const locations = accounts.filter(({ type }) => type === 'location')
  if (mpnId !== undefined) return locations.find((one) => one.mpnId === mpnId)
  return locations.find((one) => one.profileStatus === 'active' && one.country === country) ?? locations[0]
}

/** Whether an account may be used: active, and in the country of the tenant (R13, R14). */
export function mpnChecks(
  { tenantId, country, displayName: company }: Organization,
  account: MpnAccount,
): readonly Check[] {
  const facts: MpnFacts = {
    mpnId: account.mpnId,
    tenantId,
    tenantCountry: country,
    account,
    heldBy: undefined,
    ownLocations: [],
  }
  return [
    run(mpnProfileActive, facts, { about: 'mpnId', company }),
    run(mpnSameCountry, facts, { about: 'mpnId', company }),
  ].filter(({ outcome }, at) => outcome === 'fails' || at === 0)
}

/** A global admin of a direct-bill partner (P42, R68): the asker's own role, or for support whether there is one. */
function rightToTransition(
  { own, actor }: Sight,
  organization: Organization,
  admins: readonly string[],
): readonly Check[] {
  const isOwn = own?.tenantId === organization.tenantId
  const roles = own === undefined && admins.length > 0 ? PERMISSIONS.P42.roles : isOwn ? actor.roles : []
  const checks = right('P42', { roles, appRoles: [] }, organization, peopleFix(organization.displayName, admins))
  // Of another company's people nothing may be known.
  return isOwn || own === undefined ? checks : checks.filter(({ about }) => about !== 'role')
}
