import { setTimeout } from 'node:timers/promises'
import type { TokenCredential } from '@azure/identity'
import { failureIn } from './cosmos-retry.ts'

/** What the environment offers, a managed identity in Azure. The package is large and loaded only where it is needed. */
export async function ambientCredential(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity')
  return new DefaultAzureCredential()
}

/** The SDK sets no limit of its own on the wait for a token. Without one nothing was sent. */
export const boundedCredential = (credential: TokenCredential, attemptMs: number): TokenCredential => ({
  async getToken(scopes, options) {
    const late = setTimeout(attemptMs, undefined, { ref: false }).then(() =>
      Promise.reject(new Error('no token in time')),
    )
    try {
      return await Promise.race([credential.getToken(scopes, options), late])
    } catch (error) {
      throw failureIn(error, 'notExecuted')
    }
  },
})
