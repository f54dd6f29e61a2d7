import type { Page } from '../page.ts'
import type { SandboxRoom } from './pages.ts'
import { tenantOf } from './world-people.ts'

/** `GET /sandbox/outside`: what the bot made outside. `GET /sandbox/people`: everybody in the world, employees it added too. */
export const recordPages = ({ world, directory }: SandboxRoom): readonly Page[] => [
  {
    method: 'GET',
    path: '/sandbox/outside',
    answer: async () => {
      const changes = await directory.changes()
      return {
        status: 200,
        body: {
          // Nothing the bot can do so far makes a tenant or an order.
          tenants: [],
          orders: [],
          grants: changes.filter(({ kind }) => kind === 'grant' || kind === 'revoke'),
          accounts: changes.filter(({ kind }) => kind === 'createUser' || kind === 'disableUser'),
        },
      }
    },
  },
  {
    method: 'GET',
    path: '/sandbox/people',
    answer: async () => ({
      status: 200,
      body: (await directory.everyone()).map(({ userId, tenantId, ...person }) => ({
        aadObjectId: userId,
        tenantId,
        company: tenantOf(world, tenantId)?.displayName ?? 'operator',
        ...person,
      })),
    }),
  },
]
