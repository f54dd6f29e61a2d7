import type { TenantId } from '../ids.ts'
import { acknowledge, type CredentialState, credentialState, reveal, type Submitter, type Vault } from './credential.ts'

/** The passwords of new tenants, each for its submitter alone (SM14). */
export type Credentials = {
  state(customer: TenantId, person: Submitter): Promise<CredentialState | undefined>
  reveal(customer: TenantId, person: Submitter): ReturnType<typeof reveal>
  acknowledge(customer: TenantId, person: Submitter): ReturnType<typeof acknowledge>
}

export const credentials = (vault: Vault): Credentials => ({
  state: (customer, person) => credentialState(vault, customer, person),
  reveal: (customer, person) => reveal(vault, customer, person),
  acknowledge: (customer, person) => acknowledge(vault, customer, person),
})
