import type { Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { newDirectAllowed, notRestricted } from '../rules/customer.ts'
import { mpaSigned, notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import { type Invitation, type InvitationKind, kindOf } from './invitation.ts'

/** Which company may invite so, and who of it: a provider its resellers (P20), everybody their own customers (P35, P36, R78). */
export function mayAsk(
  kind: InvitationKind,
  company: Pick<Organization, 'kind'>,
  { actor }: Pick<Given, 'actor'>,
): readonly Refusal[] {
  switch (kind) {
    case 'partnership':
      return permit('P20', actor, company)
    case 'both':
      return permit('P35', actor, company)
    case 'direct':
      return guard(
        newDirectAllowed.check({ organization: company }),
        only('directBill', company),
        permit('P36', actor, company),
      )
    case 'provider':
      return guard(only('indirectProvider', company), permit('P36', actor, company))
  }
}

const only = (kind: 'directBill' | 'indirectProvider', company: Pick<Organization, 'kind'>): readonly Refusal[] =>
  company.kind === kind ? [] : [{ code: 'AUTH_ORG_KIND', kinds: [kind], kind: company.kind }]

/** Whether this person may invite anybody at all: what is told of an invitation that is not there. */
export const mayAskAnybody = (company: Pick<Organization, 'kind'>, given: Pick<Given, 'actor'>): readonly Refusal[] => {
  const kinds = ['partnership', 'both', 'direct', 'provider'] as const
  const each = kinds.map((kind) => mayAsk(kind, company, given))
  const fitting = each.filter((refusals) => refusals.every(({ code }) => code === 'AUTH_ROLE'))
  return fitting.find((refusals) => refusals.length === 0) ?? fitting[0] ?? each[0] ?? []
}

/** What a company needs to invite: the right kind and role, a ready account of its own (R30), not restricted to ask directly (D17). */
export const mayInvite = (
  company: Organization,
  { actor }: Pick<Given, 'actor'>,
  kind: InvitationKind = 'partnership',
): readonly Refusal[] =>
  guard(
    mayAsk(kind, company, { actor }),
    [
      ...notSuspended.check({ organization: company }),
      ...(kind === 'direct' ? notRestricted.check({ organization: company }) : []),
    ],
    mpaSigned.check({ organization: company }),
  )

/** Whoever may invite so may end it (P21, F29); a direct invitation also after the company has become both. */
export const mayRevoke = (
  state: Invitation,
  provider: Organization,
  { actor }: Pick<Given, 'actor'>,
): readonly Refusal[] => {
  const kind = kindOf(state)
  if (kind === 'partnership') return permit('P21', actor, provider)
  return mayAsk(kind, kind === 'direct' && provider.kind === 'both' ? { kind: 'directBill' } : provider, { actor })
}
