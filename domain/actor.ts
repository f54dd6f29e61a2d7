import type { TenantId, UserId } from './ids.ts'

/** The two languages of the product (domain.md 2, conventions). */
export type Locale = 'en-US' | 'ja-JP'

/** The language that a tag (`ja`, `en-GB`) means here: any English or Japanese is ours, every other one is no hint. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  if (/^ja\b/i.test(tag ?? '')) return 'ja-JP'
  return /^en\b/i.test(tag ?? '') ? 'en-US' : undefined
}

/** Role codes of domain.md 1.3. */
export const ROLES = ['GA', 'UMA', 'BA', 'AA', 'SA', 'HA', 'MPNA', 'ACA', 'BPA', 'RFA', 'IA'] as const
export type Role = (typeof ROLES)[number]

/** Azure AD roles and CSP groups belong to the directory; the partner roles are ours (architecture.md 7.7). */
export const DIRECTORY_ROLES = ['GA', 'UMA', 'BA', 'AA', 'SA', 'HA'] as const satisfies readonly Role[]
export const PARTNER_ROLES = ['MPNA', 'ACA', 'BPA', 'RFA', 'IA'] as const satisfies readonly Role[]
export type DirectoryRole = (typeof DIRECTORY_ROLES)[number]
export type PartnerRole = (typeof PARTNER_ROLES)[number]

/** What the operator's own staff may do: `support` reads, `reviewer` also records Microsoft's decisions (C-13). */
export type AppRole = 'support' | 'reviewer'

/** The person behind a turn, as the directory knows them now. `appRoles` is empty outside the operator's tenant. */
export type Actor = {
  tenantId: TenantId
  userId: UserId
  name: string
  email: string
  locale: Locale
  roles: readonly Role[]
  appRoles: readonly AppRole[]
}

/** Who did something, as events, decisions and the audit keep it. */
export type By =
  | { kind: 'person'; tenantId: TenantId; userId: UserId; name: string }
  /** The primary contact, known by the mail link alone. */
  | { kind: 'contact'; email: string }
  | { kind: 'system' }

export const by = ({ tenantId, userId, name }: Actor): By => ({ kind: 'person', tenantId, userId, name })

export const system: By = { kind: 'system' }

export const isPartnerRole = (role: Role): role is PartnerRole => (PARTNER_ROLES as readonly Role[]).includes(role)

export const isDirectoryRole = (role: Role): role is DirectoryRole =>
  (DIRECTORY_ROLES as readonly Role[]).includes(role)
