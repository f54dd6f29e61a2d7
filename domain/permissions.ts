import type { Actor, Role } from './actor.ts'
import type { OrganizationKind } from './organization/organization.ts'
import type { Refusal } from './refusals.ts'

const ANY: readonly OrganizationKind[] = [
  'prospect',
  'indirectProvider',
  'indirectReseller',
  'directBill',
  'both',
  'customer',
]
const PARTNERS: readonly OrganizationKind[] = ['indirectProvider', 'indirectReseller', 'directBill', 'both']
const AGENTS: readonly Role[] = ['GA', 'UMA', 'AA', 'SA']
const PARTNER_STAFF: readonly Role[] = ['GA', 'UMA', 'AA', 'SA', 'HA']

/** `roles` may do it, `readers` may only look. `who` replaces roles where no company role decides. */
export type Permission = {
  kinds: readonly OrganizationKind[]
  roles: readonly Role[]
  readers?: readonly Role[]
  who?: 'contact' | 'reviewer' | 'support' | 'anyone' | 'nobody' | 'customerGlobalAdmin'
}

/** Operation × role (domain.md 1.4, corrected by F25–F29). */
export const PERMISSIONS = {
  /** Start, fill in, submit and withdraw the enrollment as indirect reseller. */
  P01: { kinds: ['prospect'], roles: ['GA'] },
  /** Create the work account: outside the bot (F27). */
  P02: { kinds: ['prospect'], roles: [], who: 'nobody' },
  P03: { kinds: ['prospect', 'indirectReseller', 'both'], roles: ['GA', 'MPNA'] },
  /** See the own enrollment's status. */
  P04: { kinds: ANY, roles: ['GA', 'UMA'], readers: ['AA', 'SA', 'HA', 'MPNA'] },
  P05: { kinds: ANY, roles: [], who: 'contact' },
  /** Resend the ownership mail. */
  P06: { kinds: ['prospect', 'indirectReseller', 'directBill'], roles: ['GA', 'MPNA'] },
  /** Correct the profile or add documents. */
  P07: { kinds: ['prospect', 'indirectReseller', 'directBill'], roles: ['GA', 'MPNA'] },
  P08: { kinds: ANY, roles: [], who: 'reviewer' },
  P09: { kinds: PARTNERS, roles: ['GA'] },
  P10: { kinds: ['directBill'], roles: ['GA'] },
  P11: { kinds: ANY, roles: ['GA', 'AA', 'SA'], readers: ['UMA', 'HA'] },
  P12: { kinds: ['indirectProvider'], roles: AGENTS, readers: ['HA'] },
  /** Add employees and give roles, once Admin agent is confirmed (F15). */
  P13: { kinds: PARTNERS, roles: ['GA', 'UMA', 'AA', 'ACA'] },
  P14: { kinds: ['indirectReseller', 'both'], roles: ['GA'] },
  P15: { kinds: ANY, roles: ['GA'] },
  P16: { kinds: PARTNERS, roles: ['GA'] },
  P17: { kinds: ['indirectReseller', 'both'], roles: ['BPA', 'RFA'] },
  P18: { kinds: ['indirectProvider'], roles: AGENTS },
  P19: { kinds: ANY, roles: [], who: 'anyone' },
  P20: { kinds: ['indirectProvider'], roles: AGENTS },
  P21: { kinds: ['indirectProvider'], roles: AGENTS },
  P22: { kinds: ['indirectReseller', 'both'], roles: ['GA'] },
  P23: { kinds: ['indirectProvider', 'indirectReseller', 'both'], roles: AGENTS, readers: ['HA'] },
  P24: { kinds: ['indirectProvider'], roles: AGENTS },
  P25: { kinds: ['indirectReseller', 'both'], roles: ['GA', 'AA'] },
  P26: { kinds: ['indirectReseller', 'both'], roles: ['GA'] },
  P27: { kinds: ['indirectProvider'], roles: AGENTS },
  P28: { kinds: ['indirectReseller'], roles: [], who: 'nobody' },
  P29: { kinds: ['directBill'], roles: AGENTS },
  P30: { kinds: ['indirectProvider', 'directBill', 'both'], roles: ['AA', 'SA'] },
  P31: { kinds: ['indirectProvider', 'directBill', 'both'], roles: AGENTS },
  P32: { kinds: ['indirectProvider'], roles: AGENTS },
  P33: { kinds: ['indirectProvider'], roles: PARTNER_STAFF },
  P34: { kinds: PARTNERS, roles: PARTNER_STAFF },
  P35: { kinds: ['indirectReseller', 'both'], roles: ['GA', 'AA', 'SA'] },
  P36: { kinds: ['directBill', 'indirectProvider'], roles: ['GA', 'AA', 'SA'] },
  P37: { kinds: ANY, roles: [], who: 'customerGlobalAdmin' },
  P38: { kinds: ['indirectReseller', 'directBill', 'both'], roles: ['GA', 'AA', 'SA', 'HA'] },
  P39: { kinds: ['indirectReseller', 'directBill', 'both'], roles: ['GA', 'AA', 'SA'] },
  P40: { kinds: ['indirectProvider'], roles: ['GA'] },
  P41: { kinds: ['indirectProvider', 'directBill', 'both'], roles: ['GA'] },
  P42: { kinds: ['directBill'], roles: ['GA'] },
  P43: { kinds: ['both'], roles: ['AA'] },
  P44: { kinds: ['both'], roles: ['AA'] },
  P45: { kinds: ['indirectProvider'], roles: ['AA', 'SA'] },
  P46: { kinds: ['indirectReseller', 'both'], roles: ['IA'] },
  /** Read the one-time admin credentials: the submitter's, of a direct customer too (P29), and after its company became both. */
  P47: { kinds: ['indirectProvider', 'directBill', 'both'], roles: AGENTS },
  /** Read the activity log. */
  P48: { kinds: ANY, roles: ['GA', 'UMA', 'AA', 'SA', 'HA', 'BA'] },
  P49: { kinds: ANY, roles: PARTNER_STAFF },
  P50: { kinds: ANY, roles: [], who: 'support' },
  P51: { kinds: ANY, roles: [], who: 'anyone' },
  P52: { kinds: ANY, roles: [], who: 'anyone' },
  P53: { kinds: ANY, roles: [], who: 'reviewer' },
  P54: { kinds: ['indirectReseller', 'both'], roles: ['GA', 'AA', 'SA'] },
  P55: { kinds: ANY, roles: [], who: 'customerGlobalAdmin' },
} as const satisfies Record<string, Permission>

export type Operation = keyof typeof PERMISSIONS

/**
 * Whether `actor` of a company of this kind may do `operation`; organisation kind before role (F41).
 * @returns the refusals, none when permitted. With `read`, the roles that may only look suffice.
 */
export function permit(
  operation: Operation,
  actor: Pick<Actor, 'roles' | 'appRoles'>,
  organization: { kind: OrganizationKind },
  { read = false }: { read?: boolean } = {},
): readonly Refusal[] {
  const permission: Permission = PERMISSIONS[operation]
  if (permission.who === 'anyone') return []
  if (permission.who === 'reviewer') return actor.appRoles.includes('reviewer') ? [] : [{ code: 'AUTH_REVIEWER' }]
  if (read && actor.appRoles.length > 0) return []
  if (!permission.kinds.includes(organization.kind))
    return [{ code: 'AUTH_ORG_KIND', kinds: permission.kinds, kind: organization.kind }]
  const roles = read ? [...permission.roles, ...(permission.readers ?? [])] : permission.roles
  return actor.roles.some((role) => roles.includes(role)) ? [] : [{ code: 'AUTH_ROLE', roles: permission.roles }]
}
