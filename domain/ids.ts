import { randomFillSync, randomUUID } from 'node:crypto'

/** An Azure AD tenant, which is also the identity of the organisation (domain.md 2.1): a lower-case GUID. */
export type TenantId = string & { readonly __tenant: unique symbol }

/** A person inside a tenant: the lower-case `aadObjectId`. */
export type UserId = string & { readonly __user: unique symbol }

/** Minted into every card that can change something; a committed change consumes it (architecture.md 7.3). */
export type OperationKey = string & { readonly __operation: unique symbol }

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const OPERATION = /^[A-Za-z0-9_-]{16}$/

export const isGuid = (text: string): boolean => GUID.test(text.toLowerCase())

/** @throws TypeError when `text` is no GUID; callers check user input with `isGuid` before. */
export const tenantId = (text: string): TenantId => guid(text) as TenantId

/** @throws TypeError when `text` is no GUID; callers check user input with `isGuid` before. */
export const userId = (text: string): UserId => guid(text) as UserId

export const isOperationKey = (text: string): text is OperationKey => OPERATION.test(text)

const KEY_BYTES = 12
/** Random bytes are cheap by the kilobyte and dear one key at a time. */
const POOL = Buffer.alloc(KEY_BYTES * 256)
let used = POOL.length

/** Twelve random bytes in base64url: sixteen characters. */
export function newOperationKey(): OperationKey {
  if (used === POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  used += KEY_BYTES
  return POOL.toString('base64url', used - KEY_BYTES, used) as OperationKey
}

export const newId = (): string => randomUUID()

function guid(text: string): string {
  const id = text.toLowerCase()
  if (!GUID.test(id)) throw new TypeError('not a GUID')
  return id
}
