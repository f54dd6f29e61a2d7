import type { PlaceName, RegionFinding } from '../../../domain/questions/regions.ts'
import { capital, withArticle } from '../terms-en.ts'
import type { ThemeWords } from './answers.ts'

export const regionsEn: ThemeWords<RegionFinding> = (format, terms) => {
  const country = (code: string): string => withArticle(terms.country(code))
  const region = (key: string): string => withArticle(terms.region(key))
  const place = (name: PlaceName): string =>
    'company' in name ? name.company : `a company in ${country(name.country)}`

  return {
    'regions.unknown': ({ country: code, nearest }) =>
      nearest.length > 0
        ? `We don't know a country or region named ${code}. Did you mean ${format.any(nearest.map(terms.country))}?`
        : `CSP isn't offered in ${country(code)} here.`,
    'regions.together': ({ a, b, region: key }) =>
      `${capital(place(a))} and ${place(b)} can work together: both are in the CSP region ${terms.region(key)}.`,
    'regions.apart': ({ a, b, regionA, regionB }) =>
      `${capital(place(a))} belongs to the CSP region ${terms.region(regionA)}, ${place(b)} to ${terms.region(regionB)}. They can't work together in CSP: partners, and a partner and its customers, must be in one CSP region.`,
    'regions.bothWays': () => 'This holds for partnerships and for selling to customers.',
    'regions.enrollThere': () =>
      'To do business in another region, a company enrolls an account there: a tenant, a location MPN ID, and the Microsoft Partner Agreement of that region.',
    'regions.country': ({ country: code, region: key }) =>
      `${capital(country(code))} belongs to the CSP region ${terms.region(key)}.`,
    'regions.company': ({ company, country: code, region: key }) =>
      `${company} is in ${country(code)}, which belongs to the CSP region ${terms.region(key)}.`,
    'regions.currency': ({ country: code, currency }) => `Currency in ${country(code)}: ${currency}.`,
    'regions.noCurrency': ({ country: code }) => `The table of markets names no currency for ${country(code)}.`,
    'regions.markets': ({ region: key, countries }) =>
      countries.length === 1
        ? `A partner in ${region(key)} can sell to customers there only.`
        : `A partner in ${region(key)} can sell to customers in all its ${format.number(countries.length)} markets: ${format.all(sorted(countries.map(terms.country)))}.`,
    'regions.table': ({ at }) => `From Microsoft's table of regional markets, as of ${format.date(`${at}T12:00:00Z`)}.`,
    'regions.official': ({ provider, region: key }) =>
      `${provider} is in the directory of indirect providers for ${region(key)}.`,
    'regions.notOfficial': ({ company, region: key }) =>
      `${company} isn't in the directory of indirect providers for ${region(key)}.`,
    'regions.providers': ({ region: key, count }) =>
      count === 0
        ? `The directory has no indirect providers for ${region(key)}.`
        : `Indirect providers for ${region(key)}: ${format.number(count)}.`,
    'regions.offers': ({ services }) => `Offers: ${services.map((one) => terms.facets[one].toLowerCase()).join('; ')}.`,
    'regions.contact': ({ contact }) => `Contact: ${contact}`,
    'regions.readOnly': () => 'Only a Microsoft representative can change an entry of the directory.',
  }

  function sorted(names: readonly string[]): readonly string[] {
    return [...names].sort(new Intl.Collator(format.locale).compare)
  }
}
