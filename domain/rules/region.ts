import { type RegionKey, regionOf } from '../regions.ts'
import { holds, refuse, rule } from './rule.ts'

type Party = { name: string; country: string }

const region = ({ country }: Party): RegionKey | undefined => regionOf(country)

export const samePartnerRegion = rule<{ provider: Party; reseller: Party }>(
  'R50',
  'S3 scenario 8',
  ({ provider, reseller }) => {
    const [regionA, regionB] = [region(reseller), region(provider)]
    if (regionA === undefined) return refuse({ code: 'REGION_UNKNOWN', country: reseller.country })
    if (regionB === undefined) return refuse({ code: 'REGION_UNKNOWN', country: provider.country })
    return regionA === regionB
      ? holds
      : refuse({ code: 'REGION_PARTNER', a: reseller.name, b: provider.name, regionA, regionB })
  },
)
