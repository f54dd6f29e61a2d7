import { type By, by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { allDeclared, partnershipExists } from '../rules/partnership.ts'
import { guard } from '../rules/rule.ts'
import { DECLARATION_VERSION, type Declaration, type Partnership, type PartnershipEvent } from './partnership.ts'

type Parties = { provider: Organization; reseller: Organization }

/** The acceptance made true: both list each other from now on (R42). The same invitation establishes it once. */
export function establishPartnership(
  state: Partnership,
  { at, who, invitationId, provider, reseller }: Parties & { at: string; who: By; invitationId: string },
): Decision<PartnershipEvent> {
  if (state.status === 'active')
    return decide<PartnershipEvent>(
      state.invitationId === invitationId ? [] : [{ code: 'PAR_EXISTS', since: state.since }],
      () => [],
    )
  return decide<PartnershipEvent>([], () => [
    {
      type: 'PartnershipEstablished',
      at,
      by: who,
      invitationId,
      provider: provider.tenantId,
      providerName: provider.displayName,
      reseller: reseller.tenantId,
      resellerName: reseller.displayName,
    },
  ])
}

/** *Remove partnership* and *Yes*, with every declaration made (R43, R46, P24). Customers and DAP stay (R44). */
export function removePartnership(
  state: Partnership,
  { actor, at, provider, reseller, declarations }: Given & Parties & { declarations: readonly Declaration[] },
): Decision<PartnershipEvent> {
  if (state.status === 'removed') return decide<PartnershipEvent>(permit('P24', actor, provider), () => [])
  const refusals = guard(
    permit('P24', actor, provider),
    exists(state, provider, reseller),
    allDeclared.check({ declarations }),
  )
  return decide<PartnershipEvent>(refusals, () => [
    { type: 'PartnershipRemoved', at, by: by(actor), how: 'provider', declarations, textVersion: DECLARATION_VERSION },
  ])
}

/** The reseller cannot end it here: its wish goes to Microsoft support (R110, P25). */
export function requestEnd(
  state: Partnership,
  { actor, at, provider, reseller, reason }: Given & Parties & { reason: string },
): Decision<PartnershipEvent> {
  const refusals = guard(permit('P25', actor, reseller), exists(state, reseller, provider))
  return decide<PartnershipEvent>(refusals, () =>
    state.status === 'active' && state.endRequest ? [] : [{ type: 'EndRequested', at, by: by(actor), reason }],
  )
}

/** Microsoft support closed the case. */
export function endByMicrosoft(
  state: Partnership,
  { actor, at, provider, reseller }: Given & Parties,
): Decision<PartnershipEvent> {
  const refusals = guard(permit('P08', actor, provider), exists(state, provider, reseller))
  return decide<PartnershipEvent>(refusals, () => [
    {
      type: 'PartnershipRemoved',
      at,
      by: by(actor),
      how: 'microsoft',
      declarations: [],
      textVersion: DECLARATION_VERSION,
    },
  ])
}

/** The provider's admin access was taken away in the Office 365 portal: recorded here, the partnership stays (R49, P26). */
export function recordAdminAccessRemoved(
  state: Partnership,
  { actor, at, provider, reseller }: Given & Parties,
): Decision<PartnershipEvent> {
  const refusals = guard(permit('P26', actor, reseller), exists(state, reseller, provider))
  return decide<PartnershipEvent>(refusals, () =>
    state.status === 'active' && state.adminAccess.state === 'removed'
      ? []
      : [{ type: 'AdminAccessRemoved', at, by: by(actor) }],
  )
}

const exists = (partnership: Partnership, a: Organization, b: Organization): readonly Refusal[] =>
  partnershipExists.check({ partnership, a: a.displayName, b: b.displayName })
