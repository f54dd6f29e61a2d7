import type { Page } from '../page.ts'
import type { SandboxRoom } from './pages.ts'

/** `GET /sandbox/outside`: what the bot made outside. `GET /sandbox/people`: everybody in the world, employees it added too. */
export const recordPages = ({ directory, partnerCenter }: SandboxRoom): readonly Page[] => [
  {
    method: 'GET',
    path: '/sandbox/outside',
    answer: async () => {
      const [changes, tenants, entries, subscriptions] = await Promise.all([
        directory.changes(),
        partnerCenter.tenants(),
        partnerCenter.entries(),
        partnerCenter.subscriptions(),
      ])
      return {
        status: 200,
        body: {
          tenants,
          orders: entries.filter(({ kind }) => kind === 'order'),
          subscriptions,
          changes: entries.filter(({ kind }) => kind !== 'order'),
          grants: changes.filter(({ kind }) => kind === 'grant' || kind === 'revoke'),
          accounts: changes.filter(({ kind }) => kind === 'createUser' || kind === 'disableUser'),
        },
      }
    },
  },
  {
    method: 'GET',
    path: '/sandbox/people',
    answer: async () => {
      const names = new Map((await directory.tenants()).map(({ tenantId, displayName }) => [tenantId, displayName]))
      return {
        status: 200,
        body: (await directory.everyone()).map(({ userId, tenantId, ...person }) => ({
          aadObjectId: userId,
          tenantId,
          company: names.get(tenantId) ?? 'operator',
          ...person,
        })),
      }
    },
  },
]
