import type { World, WorldFault, WorldMpnAccount } from './world.ts'

/** What contradicts itself in a world whose parts are well formed: ids and addresses given twice, MPN accounts at odds. */
export function findDoubles(world: World): WorldFault[] {
  const companies = [
    ...(world.operator ? [{ path: 'operator', ...world.operator }] : []),
    ...world.tenants.map((tenant, at) => ({ path: `tenants[${at}]`, ...tenant })),
  ]
  const people = companies.flatMap(({ path, tenantId, users }) =>
    users.map((user, at) => ({ path: `${path}.users[${at}]`, tenantId, ...user })),
  )
  return [
    ...twice(companies.map(({ path, tenantId }) => ({ path: `${path}.tenantId`, value: tenantId }))),
    ...twice(people.map(({ path, aadObjectId }) => ({ path: `${path}.aadObjectId`, value: aadObjectId }))),
    ...twice(
      people.map(({ path, tenantId, email }) => ({
        path: `${path}.email`,
        value: email,
        key: `${tenantId} ${email.toLowerCase()}`,
      })),
    ),
    ...twice(
      world.tenants.flatMap(({ verifiedDomains }, at) =>
        verifiedDomains.map((value, n) => ({ path: `tenants[${at}].verifiedDomains[${n}]`, value })),
      ),
    ),
    ...twice(world.offers.map(({ offerId }, at) => ({ path: `offers[${at}].offerId`, value: offerId }))),
    ...world.offers.flatMap(({ min, max }, at) =>
      min > max ? [{ path: `offers[${at}].max`, message: `is less than min (${min})` }] : [],
    ),
    ...mpnAccountsAtOdds(world),
  ]
}

type Place = { path: string; value: string; key?: string }

function twice(places: readonly Place[]): WorldFault[] {
  const first = new Map<string, string>()
  return places.flatMap(({ path, value, key = value }) => {
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, path)
    return earlier === undefined ? [] : [{ path, message: `${value} is already at ${earlier}` }]
  })
}

/** One MPN account may stand under several tenants of its company, but it is one account. */
function mpnAccountsAtOdds(world: World): WorldFault[] {
  const first = new Map<string, { path: string; account: WorldMpnAccount }>()
  return world.tenants.flatMap(({ mpnAccounts }, at) =>
    mpnAccounts.flatMap((account, n): WorldFault[] => {
      const path = `tenants[${at}].mpnAccounts[${n}]`
      const earlier = first.get(account.mpnId)
      if (!earlier) first.set(account.mpnId, { path, account })
      if (!earlier) return []
      if (earlier.path.startsWith(`tenants[${at}].`))
        return [{ path: `${path}.mpnId`, message: `${account.mpnId} is already at ${earlier.path}` }]
      return (['type', 'country', 'profileStatus', 'migrated'] as const)
        .filter((key) => account[key] !== earlier.account[key])
        .map((key) => ({ path: `${path}.${key}`, message: `differs from the same MPN account at ${earlier.path}` }))
    }),
  )
}
