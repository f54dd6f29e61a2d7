import type { By, DirectoryRole, PartnerRole, Role } from '../actor.ts'
import type { UserId } from '../ids.ts'

type Facts = { key: string; name: string; email: string; roles: readonly Role[]; addedAt: string; addedBy: By }

/**
 * An account that an admin of ours added (SM15). `adding`: ordered from the directory; `invited`: the temporary password
 * is mailed; the first activity is the first sign-in and makes it `mustChangePassword` (R9).
 */
export type Employee =
  | (Facts & { state: 'adding' })
  /** `userId` is the account, where it was made although the temporary password could not be mailed. */
  | (Facts & { state: 'failed'; reason: string; userId?: UserId })
  | (Facts & { state: 'invited' | 'mustChangePassword' | 'active' | 'disabled'; userId: UserId; since: string })

export type EmployeeState = Employee['state']

/** A change of roles that was ordered from the directory and is not reported back yet. */
export type RoleOrder = { key: string; userId: UserId; role: DirectoryRole; change: 'grant' | 'revoke' }

export type EmployeeEvent =
  | { type: 'EmployeeAdded'; at: string; by: By; key: string; name: string; email: string; roles: readonly Role[] }
  | { type: 'EmployeeInvited'; at: string; key: string; userId: UserId }
  | { type: 'EmployeeFailed'; at: string; key: string; reason: string; userId?: UserId }
  | { type: 'EmployeeSignedIn'; at: string; by: By; userId: UserId }
  | { type: 'PasswordChanged'; at: string; by: By; userId: UserId }
  | { type: 'EmployeeDisabled'; at: string; by: By; userId: UserId }
  | { type: 'RoleGrantRequested'; at: string; by: By; userId: UserId; role: DirectoryRole; key: string }
  | { type: 'RoleGranted'; at: string; userId: UserId; role: DirectoryRole; key: string }
  | { type: 'RoleRevokeRequested'; at: string; by: By; userId: UserId; role: DirectoryRole; key: string }
  | { type: 'RoleRevoked'; at: string; userId: UserId; role: DirectoryRole; key: string }
  /** The directory will not do what was ordered; `name` is the person's. */
  | ({ type: 'RoleChangeRefused'; at: string; name: string; reason: string } & RoleOrder)
  | { type: 'PartnerRolesSet'; at: string; by: By; userId: UserId; roles: readonly PartnerRole[] }
