import { isPostalCode, normalPostalCode } from '../../domain/countries.ts'
import type { Address } from '../../domain/enrollment/enrollment.ts'
import { nameKey } from '../../domain/text.ts'

/** A postal code that the sandbox knows; its city may be written in any of these ways, the first is the proper one. */
type Place = { country: string; postalCode: string; state?: string; cities: readonly [string, ...string[]] }

const PLACES: readonly Place[] = [
  { country: 'JP', postalCode: '100-0005', state: 'JP-13', cities: ['千代田区', 'Chiyoda-ku', 'Chiyoda'] },
  { country: 'JP', postalCode: '150-0002', state: 'JP-13', cities: ['渋谷区', 'Shibuya-ku', 'Shibuya'] },
  { country: 'JP', postalCode: '220-0012', state: 'JP-14', cities: ['横浜市', '横浜市西区', 'Yokohama'] },
  { country: 'JP', postalCode: '530-0001', state: 'JP-27', cities: ['大阪市', '大阪市北区', 'Osaka'] },
  { country: 'US', postalCode: '98052', state: 'US-WA', cities: ['Redmond'] },
  { country: 'US', postalCode: '98101', state: 'US-WA', cities: ['Seattle'] },
  { country: 'US', postalCode: '10001', state: 'US-NY', cities: ['New York', 'New York City', 'NYC'] },
  { country: 'DE', postalCode: '10115', cities: ['Berlin'] },
  { country: 'DE', postalCode: '80331', cities: ['München', 'Munich', 'Muenchen'] },
  { country: 'FR', postalCode: '75001', cities: ['Paris'] },
  { country: 'FR', postalCode: '69001', cities: ['Lyon'] },
  { country: 'GB', postalCode: 'SW1A 1AA', cities: ['London'] },
]

/** The address with the city and state of its postal code and the code's usual form; undefined when it is so already. */
export function corrected(address: Address): Address | undefined {
  const typed = address.postalCode ?? ''
  const usual = normalPostalCode(address.country, typed)
  const postalCode = usual !== '' && isPostalCode(address.country, usual) ? usual : typed
  const place = PLACES.find((one) => one.country === address.country && one.postalCode === postalCode)
  const isThere = place?.cities.some((city) => nameKey(city) === nameKey(address.city)) ?? true
  const better = {
    ...address,
    ...(typed !== '' && { postalCode }),
    ...(place?.state !== undefined && { state: place.state }),
    ...(!isThere && place && { city: place.cities[0] }),
  }
  const isSame = (['city', 'state', 'postalCode'] as const).every((part) => better[part] === address[part])
  return isSame ? undefined : better
}
