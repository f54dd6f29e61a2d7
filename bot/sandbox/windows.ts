import type { World } from './world.ts'
import { type Resident, residents, tenantOf } from './world-people.ts'

/** A chat window of `npm run playground`: whose it is, and where. `part` says what that person is, in both languages. */
export type ChatWindow = {
  person: Resident
  company: string
  part: { en: string; ja: string }
  port: number
  url: string
}

/** The first port of the windows, when the environment names no other. */
export const PLAYGROUND_PORT = 56150

/** One window for each person whom the world marks with `window`, on ports from `firstPort` (`PLAYGROUND_PORT` in the environment); the operator's last. */
export const chatWindows = (
  world: World,
  firstPort: number = Number(process.env.PLAYGROUND_PORT) || PLAYGROUND_PORT,
): readonly ChatWindow[] => {
  const people = residents(world).filter(({ window }) => window)
  const ofTenants = people.filter(({ tenantId }) => tenantId !== world.operator?.tenantId)
  const ofOperator = people.filter(({ tenantId }) => tenantId === world.operator?.tenantId)
  return [...ofTenants, ...ofOperator].map((person, at) => {
    const tenant = tenantOf(world, person.tenantId)
    const port = firstPort + at
    return {
      person,
      company: tenant?.displayName ?? 'Program operator',
      part: PARTS[tenant?.kind ?? 'operator'],
      port,
      url: `http://localhost:${port}`,
    }
  })
}

const PARTS = {
  indirectProvider: { en: 'provider admin', ja: '間接プロバイダーの管理者' },
  prospect: { en: 'reseller admin, not enrolled at first', ja: 'リセラーの管理者 (最初は未登録)' },
  directBill: { en: 'direct-bill partner admin', ja: '直接請求パートナーの管理者' },
  customer: { en: 'customer admin', ja: '顧客の管理者' },
  operator: { en: 'support agent', ja: 'サポート担当者' },
} as const
