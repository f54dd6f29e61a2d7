import type { World, WorldMpnAccount, WorldTenant } from './world.ts'

/** An MPN ID of a company in the world, and what comes of enrolling with it; in both languages. */
type MpnHint = { mpnId: string; en: string; ja: string }

/** What a newcomer may type as MPN ID, the ones that work first. */
export const mpnHints = (world: World, tenant: WorldTenant): readonly MpnHint[] => {
  const hints = tenant.mpnAccounts.map((account) => ({ mpnId: account.mpnId, ...outcome(world, tenant, account) }))
  return [...hints.filter(({ en }) => en === WORKS.en), ...hints.filter(({ en }) => en !== WORKS.en)]
}

const WORKS = { en: 'works', ja: '使用可能' }

function outcome(world: World, tenant: WorldTenant, account: WorldMpnAccount): Omit<MpnHint, 'mpnId'> {
  if (account.type === 'global') return { en: 'a global account', ja: 'グローバル アカウント' }
  if (account.country !== tenant.country)
    return { en: `in another country (${account.country})`, ja: `別の国または地域 (${account.country})` }
  if (account.profileStatus !== 'active')
    return { en: `not active (${account.profileStatus})`, ja: `非アクティブ (${account.profileStatus})` }
  if (!account.migrated) return { en: 'not moved to Partner Center yet', ja: 'パートナー センターへ未移行' }
  const user = world.tenants.find(
    (other) => other !== tenant && other.cspTenant && other.mpnAccounts.some(({ mpnId }) => mpnId === account.mpnId),
  )
  return user ? { en: `in use by ${user.displayName}`, ja: `${user.displayName} が使用中` } : WORKS
}
