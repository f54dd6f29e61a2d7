import { partners } from '../journeys/invited.ts'
import { toActive } from '../journeys/way-in.ts'
import { startWorld } from '../support/world.ts'

export const MPN_ID = '4200201'

/** What the reseller enrolls with. */
export const ENROLLED = {
  mpnId: MPN_ID,
  legal: {
    'Address line 1': '丸の内 1-1-1',
    City: '千代田区',
    'State or prefecture': 'Tokyo',
    'Postal code': '1000005',
  },
  contact: { "That's me": true, Phone: '03-5555-0100' },
}

/** What other tests do in windows, done here by commands: the reseller is active, and the provider's partner; `more` is what they have done since. */
export async function makePartners(databaseFile: string, more?: () => Promise<void>): Promise<void> {
  const world = await startWorld({ DATABASE_FILE: databaseFile })
  const reseller = await world.person('taro.aoki@aozora-soft.example')
  const provider = await world.person('kenichi.sato@toto-distribution.example')
  await reseller.says('language en')
  await provider.says('language en')
  await toActive(world, reseller, ENROLLED)
  await partners(world, provider, reseller)
  await reseller.says('language ja')
  await provider.says('language ja')
  await more?.()
  await world.settle()
  await world.close()
}
