import type { Role } from '../actor.ts'

/** Who of a company is told of what becomes of a customer (SM7–SM10): its admins. */
export const ADMINS = ['GA', 'AA'] as const satisfies readonly Role[]
/** Of whom a customer turns to. */
export const SUPPORTERS = ['GA', 'AA', 'HA'] as const satisfies readonly Role[]
/** Of a new customer of the own company, and of the wish for one: whoever may add customers. */
export const STAFF = ['GA', 'UMA', 'AA', 'SA'] as const satisfies readonly Role[]
