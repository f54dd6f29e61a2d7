import type { PlaceName, RegionFinding } from '../../../domain/questions/regions.ts'
import type { ThemeWords } from './answers.ts'

export const regionsJa: ThemeWords<RegionFinding> = (format, terms) => {
  const country = (code: string): string => apart(terms.country(code))
  const region = (key: string): string => apart(terms.region(key))
  const place = (name: PlaceName): string =>
    'company' in name ? apart(name.company) : `${country(name.country)}の会社`

  return {
    'regions.unknown': ({ country: code, nearest }) =>
      nearest.length > 0
        ? `「${code}」という国または地域はありません。名前が近い国または地域: ${format.any(nearest.map(terms.country))}`
        : `${country(code)}では、このボットで扱う CSP を利用できません。`,
    'regions.together': ({ a, b, region: key }) =>
      `${place(a)}と${lead(place(b))}は取引できます。どちらも CSP の同じ地域 (${terms.region(key)}) にあります。`,
    'regions.apart': ({ a, b, regionA, regionB }) =>
      `${place(a)}の地域は${lead(region(regionA)).trimEnd()}、${place(b)}の地域は${lead(region(regionB))}です。地域が異なるため、CSP で取引することはできません。パートナーシップも顧客への販売も、CSP の同じ地域内に限られます。`,
    'regions.bothWays': () => 'パートナーシップの確立にも、顧客への販売にも当てはまります。',
    'regions.enrollThere': () =>
      '別の地域で取引するには、その地域のアカウントでの登録が必要です。地域ごとに、テナント、場所アカウントの MPN ID、Microsoft Partner Agreement (MPA) を用意します。',
    'regions.country': ({ country: code, region: key }) => `${country(code)}の CSP の地域は${lead(region(key))}です。`,
    'regions.company': ({ company, country: code, region: key }) =>
      `${apart(company)}の国または地域は${lead(country(code)).trimEnd()}、CSP の地域は${lead(region(key))}です。`,
    'regions.currency': ({ country: code, currency }) => `${country(code)}の通貨は ${currency} です。`,
    'regions.noCurrency': ({ country: code }) => `地域市場の一覧には、${country(code)}の通貨が記載されていません。`,
    'regions.markets': ({ region: key, countries }) =>
      countries.length === 1
        ? `${region(key)}のパートナーが販売できるのは、${region(key)}の顧客のみです。`
        : `${region(key)}のパートナーは、計 ${format.number(countries.length)} か国・地域の顧客に販売できます: ${format.all(sorted(countries.map(terms.country)))}`,
    'regions.table': ({ at }) =>
      `Microsoft の地域市場の一覧 (${format.date(`${at}T12:00:00Z`)}時点) に基づいています。`,
    'regions.official': ({ provider, region: key }) =>
      `${apart(provider)}は、${region(key)}の間接プロバイダーの一覧に掲載されています。`,
    'regions.notOfficial': ({ company, region: key }) =>
      `${apart(company)}は、${region(key)}の間接プロバイダーの一覧に掲載されていません。`,
    'regions.providers': ({ region: key, count }) =>
      count === 0
        ? `${region(key)}の間接プロバイダーは、一覧に掲載されていません。`
        : `${region(key)}の間接プロバイダーは ${format.number(count)} 社です。`,
    'regions.offers': ({ services }) => `提供内容: ${format.all(services.map((one) => terms.facets[one]))}`,
    'regions.contact': ({ contact }) => `連絡先: ${contact}`,
    'regions.readOnly': () =>
      '掲載内容を変更できるのは Microsoft の担当者のみです。変更については、Microsoft の担当者にお問い合わせください。',
  }

  function sorted(names: readonly string[]): readonly string[] {
    return [...names].sort(new Intl.Collator(format.locale).compare)
  }
}

/** A name with the space that stands between Latin and Japanese; a Japanese name needs none. */
const apart = (name: string): string => (/[!-~\p{sc=Latin}]$/u.test(name) ? `${name} ` : name)

/** The same before it. */
const lead = (text: string): string => (/^[!-~\p{sc=Latin}]/u.test(text) ? ` ${text}` : text)
