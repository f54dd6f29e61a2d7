import type { PlaceName, RegionFinding } from '../../../domain/questions/regions.ts'
import type { ThemeWords } from './answers.ts'

export const regionsJa: ThemeWords<RegionFinding> = (format, terms) => {
  const place = (name: PlaceName): string =>
    'company' in name ? `${name.company} ` : `${terms.country(name.country)} の会社`

  return {
    'regions.notFound': () => '名前をご確認のうえ、ドメインや MPN ID でもお試しください。',
    'regions.unknown': ({ country, nearest }) =>
      nearest.length > 0
        ? `${country} という国または地域は見つかりませんでした。名前が近い国または地域は ${format.any(nearest.map(terms.country))} です。`
        : `${terms.country(country)} では、このボットで扱う CSP を利用できません。`,
    'regions.together': ({ a, b, region }) =>
      `${place(a)}と ${place(b)}は取引できます。どちらも CSP の同じ地域 (${terms.region(region)}) にあります。`,
    'regions.apart': ({ a, b, regionA, regionB }) =>
      `${place(a)}の地域は ${terms.region(regionA)}、${place(b)}の地域は ${terms.region(regionB)} です。地域が異なるため、CSP で取引することはできません。パートナーシップも顧客への販売も、CSP の同じ地域内に限られます。`,
    'regions.bothWays': () => 'パートナーシップの確立にも、顧客への販売にも当てはまります。',
    'regions.enrollThere': () =>
      '別の地域で取引するには、その地域のアカウントでの登録が必要です。地域ごとに、テナント、場所アカウントの MPN ID、Microsoft Partner Agreement (MPA) を用意します。',
    'regions.country': ({ country, region }) =>
      `${terms.country(country)} の CSP の地域は ${terms.region(region)} です。`,
    'regions.company': ({ company, country, region }) =>
      `${company} の国または地域は ${terms.country(country)}、CSP の地域は ${terms.region(region)} です。`,
    'regions.currency': ({ country, currency }) => `${terms.country(country)} の通貨は ${currency} です。`,
    'regions.noCurrency': ({ country }) => `地域市場の一覧には、${terms.country(country)} の通貨が記載されていません。`,
    'regions.markets': ({ region, countries }) =>
      countries.length === 1
        ? `${terms.region(region)} のパートナーが販売できるのは、${terms.region(region)} の顧客のみです。`
        : `${terms.region(region)} のパートナーは、計 ${format.number(countries.length)} か国・地域の顧客に販売できます: ${format.all(sorted(countries.map(terms.country)))}`,
    'regions.table': ({ at }) =>
      `Microsoft の地域市場の一覧 (${format.date(`${at}T12:00:00Z`)}時点) に基づいています。`,
    'regions.official': ({ provider, region }) =>
      `${provider} は、${terms.region(region)} の間接プロバイダーの一覧に掲載されています。`,
    'regions.notOfficial': ({ company, region }) =>
      `${company} は、${terms.region(region)} の間接プロバイダーの一覧に掲載されていません。`,
    'regions.providers': ({ region, count }) =>
      count === 0
        ? `${terms.region(region)} の間接プロバイダーは、一覧に掲載されていません。`
        : `${terms.region(region)} の間接プロバイダーは ${format.number(count)} 社です。`,
    'regions.offers': ({ services }) => `提供内容: ${format.all(services.map((one) => terms.facets[one]))}`,
    'regions.contact': ({ contact }) => `連絡先: ${contact}`,
    'regions.readOnly': () =>
      '掲載内容を変更できるのは Microsoft の担当者のみです。変更については、Microsoft の担当者にお問い合わせください。',
  }

  function sorted(names: readonly string[]): readonly string[] {
    return [...names].sort(new Intl.Collator(format.locale).compare)
  }
}
