import { DIRECTORY_ROLES, PARTNER_ROLES, type Role } from '../actor.ts'
import { companyAddress, finish, mailOf, missingFields, texts } from '../enrollment/read-form.ts'
import type { FieldRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { clean, mailDomain } from '../text.ts'

export type NewEmployee = { name: string; email: string; roles: readonly Role[] }

/** Roles that can be given here: those of the directory, its three groups, and the partner roles (domain.md 1.3). */
export const ASSIGNABLE_ROLES: readonly Role[] = [...DIRECTORY_ROLES, ...PARTNER_ROLES]

/** Reads the form of a new employee: name, an address of the company, at least one role (S4 Indirect reseller 2). */
export function readEmployee(
  typed: { name: string; email: string; roles: string },
  verifiedDomains: readonly string[],
): Result<NewEmployee, readonly FieldRefusal[]> {
  const [{ name }, faults] = texts({ name: typed.name })
  const email = mailOf(typed.email).toLowerCase()
  const roles = readRoles(typed.roles)
  const mail = companyAddress('email', email)
  const domain = mailDomain(email)
  const foreign = email !== '' && !verifiedDomains.some((verified) => verified.toLowerCase() === domain)
  return finish({ name, email, roles: roles ?? [] }, [
    ...missingFields({ name, email }),
    ...faults,
    ...mail,
    ...(mail.length === 0 && foreign
      ? [{ code: 'USR_EMAIL_DOMAIN' as const, field: 'email' as const, domains: verifiedDomains }]
      : []),
    ...(roles === undefined ? [{ code: 'FIELD_CHOICE' as const, field: 'roles' as const }] : []),
    ...(roles?.length === 0 ? [{ code: 'USR_ROLE_MISSING' as const, field: 'roles' as const }] : []),
  ])
}

/** Role codes as a multiple choice sends them, comma-separated; undefined when one of them is no role. */
export function readRoles(typed: string): readonly Role[] | undefined {
  const codes = typed.split(',').flatMap((code) => clean(code) || [])
  const roles = codes.flatMap((code) => ASSIGNABLE_ROLES.find((role) => role === code) ?? [])
  return roles.length === codes.length ? [...new Set(roles)] : undefined
}
