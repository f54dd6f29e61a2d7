import { countries, countryName } from '../../domain/regions.ts'

/** What people say besides the names of markets: people, languages of trade, short forms. */
const ALSO: Readonly<Record<string, string>> = {
  JP: 'japanese, nippon, 日本国, 国内の',
  US: 'usa, america, american, americans, the states, united states of america, アメリカ, アメリカ合衆国, 合衆国, 北米の米国, ユーエス',
  GB: 'uk, united kingdom, britain, great britain, british, brit, brits, england, english company, scotland, scottish, wales, welsh, northern ireland, northern irish, イギリス, 連合王国, 英, グレートブリテン, ユーケー',
  DE: 'german, germans, deutschland, 独',
  FR: 'french, 仏',
  ES: 'spanish',
  IT: 'italian',
  NL: 'dutch, holland, the netherlands',
  BE: 'belgian',
  AT: 'austrian',
  CH: 'swiss',
  SE: 'swedish',
  NO: 'norwegian',
  DK: 'danish',
  FI: 'finnish',
  PL: 'polish',
  PT: 'portuguese',
  IE: 'irish',
  GR: 'greek',
  CZ: 'czech, czech republic, チェコ',
  HU: 'hungarian',
  RO: 'romanian',
  BG: 'bulgarian',
  HR: 'croatian',
  SK: 'slovakian, slovak, slovak republic',
  SI: 'slovenian',
  EE: 'estonian',
  LV: 'latvian',
  LT: 'lithuanian',
  LU: 'luxembourgish',
  IS: 'icelandic',
  UA: 'ukrainian',
  RS: 'serbian',
  TR: 'turkey, turkish, turkiye, トルコ共和国',
  RU: 'russian, russian federation, ロシア連邦',
  IN: 'indian',
  KR: 'korea, korean, south korean, republic of korea, 大韓民国, 南朝鮮',
  TW: 'taiwanese',
  HK: 'hong kong, hongkong, 香港',
  MO: 'macao, macau, マカオ特別行政区',
  SG: 'singaporean',
  MY: 'malaysian',
  TH: 'thai',
  VN: 'viet nam, vietnamese, ヴェトナム',
  PH: 'filipino, the philippines',
  ID: 'indonesian',
  AU: 'australian, aussie, 豪州, オーストラリア連邦',
  NZ: 'new zealander, kiwi',
  CA: 'canadian',
  MX: 'mexican',
  BR: 'brazilian, brasil',
  AR: 'argentinian, argentine',
  CL: 'chilean',
  CO: 'colombian',
  PE: 'peruvian',
  ZA: 'south african',
  EG: 'egyptian',
  NG: 'nigerian',
  KE: 'kenyan',
  MA: 'moroccan',
  IL: 'israeli',
  SA: 'saudi, saudi arabian, ksa',
  AE: 'uae, emirates, emirati, dubai, abu dhabi, アラブ首長国, ドバイ',
  QA: 'qatari',
  PK: 'pakistani',
  BD: 'bangladeshi',
  CI: 'ivory coast, cote d ivoire',
  CG: 'congo',
  CD: 'democratic republic of the congo, dr congo',
  MK: 'macedonia, macedonian, マケドニア, 北マケドニア',
  SZ: 'swaziland, エスワティニ',
  MM: 'myanmar, burma, burmese',
  VA: 'vatican, バチカン市国',
  BA: 'bosnia, bosnian, bosnia and herzegovina',
  TT: 'trinidad, trinidadian, trinidad and tobago',
  BN: 'ブルネイ',
  AF: 'afghan',
  AL: 'albanian',
  AM: 'armenian',
  AO: 'angolan',
  AZ: 'azerbaijani',
  BB: 'barbadian',
  BH: 'bahraini',
  BO: 'bolivian',
  BW: 'botswanan',
  BY: 'belarusian',
  CM: 'cameroonian',
  CR: 'costa rican',
  CW: 'curacao',
  CY: 'cypriot',
  DO: 'dominican',
  DZ: 'algerian',
  EC: 'ecuadorian',
  ET: 'ethiopian',
  FJ: 'fijian',
  GE: 'georgian',
  GH: 'ghanaian',
  GT: 'guatemalan',
  HN: 'honduran',
  IQ: 'iraqi',
  JM: 'jamaican',
  JO: 'jordanian',
  KG: 'kyrgyz',
  KH: 'cambodian',
  KW: 'kuwaiti',
  KZ: 'kazakh',
  LA: 'laotian',
  LB: 'lebanese',
  LK: 'sri lankan',
  LY: 'libyan',
  MC: 'monegasque',
  MD: 'moldovan',
  ME: 'montenegrin',
  MG: 'malagasy',
  MN: 'mongolian',
  MT: 'maltese',
  MU: 'mauritian',
  MZ: 'mozambican',
  NA: 'namibian',
  NI: 'nicaraguan',
  NP: 'nepalese, nepali',
  OM: 'omani',
  PA: 'panamanian',
  PR: 'puerto rican',
  PS: 'palestinian',
  PY: 'paraguayan',
  RW: 'rwandan',
  SN: 'senegalese',
  SV: 'salvadoran',
  TN: 'tunisian',
  TZ: 'tanzanian',
  UG: 'ugandan',
  UY: 'uruguayan',
  UZ: 'uzbek',
  VE: 'venezuelan',
  YE: 'yemeni',
  ZM: 'zambian',
  ZW: 'zimbabwean',
  // Without CSP.
  CN: 'china, chinese, 中国, 中華人民共和国',
  CU: 'cuba, cuban, キューバ',
  IR: 'iran, iranian, イラン',
  KP: 'north korea, north korean, dprk, 北朝鮮',
  SD: 'sudan, sudanese, スーダン',
  SY: 'syria, syrian, シリア',
}

/** Every name of a country in both languages, in lower case, with its code. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map([
  ...countries().flatMap((code) =>
    (['en-US', 'ja-JP'] as const).map((locale) => [plainName(countryName(code, locale)), code] as const),
  ),
  ...Object.entries(ALSO).flatMap(([code, names]) => names.split(',').map((name) => [name.trim(), code] as const)),
])

/** Two capital letters; those that are English words as well count as words. */
const CODES: ReadonlySet<string> = new Set([...countries(), 'UK', 'CN'])
const WORDS: ReadonlySet<string> = new Set(
  'AD AI AM AS AT BE BY CC DO GO ID IM IN IR IS IT MA MD ME MS MY NO PA PM PS RE SO TO TV'.split(' '),
)

/** The country of a code in capitals: US, not us. */
export const countryOfCode = (typed: string): string | undefined =>
  CODES.has(typed) && !WORDS.has(typed) ? (typed === 'UK' ? 'GB' : typed) : undefined

/** The same, or one in small letters where what stands beside it says so: “jp reseller”, “between de and fr”. */
export function countryBetween(before = '', typed: string, after = ''): string | undefined {
  const code = typed.toUpperCase()
  const country = countryOfCode(code)
  if (country === undefined || typed === code) return country
  if (PARTY.test(after) && BEFORE_PARTY.test(before)) return country
  // “With us” names nobody.
  return code !== 'US' && BEFORE_PLACE.test(before) ? country : undefined
}

const PARTY =
  /^(?:(?:indirect|csp|provider|reseller|distributor|dealer|partner|compan|customer|market|based|side)|[のとは側]$)/
const BEFORE_PARTY = /^(?:|an?|the|and|with|from|for|between|is|can|or|every|which|any|one|[^\w\s])$/
const BEFORE_PLACE = /^(?:in|from|between|and|into|with|for|to|of|about|vs|country|countries|[とのは、])$/

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[’']/g, ' ').replace(/,/g, ' ')
}
