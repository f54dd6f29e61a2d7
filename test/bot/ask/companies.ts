import type { Context } from '../../../bot/ask/understanding.ts'
import { tenantId } from '../../../domain/ids.ts'
import { type Named, namesOf } from '../../../domain/store/names.ts'

type Known = { short: string; name: string; legalName?: string; country: string; mpn?: string; domain?: string }

const COMPANIES: readonly Known[] = [
  { short: 'co', name: 'Contoso Distribution', country: 'JP', mpn: '4100101', domain: 'contoso-distribution.example' },
  {
    short: 'fa',
    name: 'Fabrikam Software',
    legalName: 'Fabrikam Software K.K.',
    country: 'JP',
    mpn: '4200202',
    domain: 'fabrikam.example',
  },
  { short: 'no', name: 'Northwind Traders', country: 'US', mpn: '4300301', domain: 'northwind.example' },
  { short: 'ta', name: 'Tailspin Toys', country: 'US', mpn: '4300302', domain: 'tailspin.example' },
  {
    short: 'ad',
    name: 'Adventure Works',
    legalName: 'Adventure Works, Inc.',
    country: 'US',
    domain: 'adventure-works.example',
  },
  { short: 'li', name: 'Litware', legalName: 'Litware GmbH', country: 'DE', mpn: '4400401', domain: 'litware.example' },
  {
    short: 'lu',
    name: 'Lumière Conseil',
    legalName: 'Lumière Conseil SAS',
    country: 'FR',
    mpn: '4500501',
    domain: 'lumiere-conseil.example',
  },
  { short: 'pr', name: 'Proseware', legalName: 'Proseware Ltd', country: 'GB', domain: 'proseware.example' },
  { short: 'wi', name: 'Wingtip Dental', country: 'US', domain: 'wingtip-dental.example' },
  { short: 'bo', name: 'Boulangerie Martin', country: 'FR', domain: 'boulangerie-martin.example' },
  {
    short: 'ao',
    name: '青空ソフト',
    legalName: '株式会社青空ソフト',
    country: 'JP',
    mpn: '4600601',
    domain: 'aozora-soft.example',
  },
  {
    short: 'to',
    name: '東都ディストリビューション',
    legalName: '東都ディストリビューション株式会社',
    country: 'JP',
    mpn: '4600602',
    domain: 'toto-distribution.example',
  },
  { short: 'sa', name: 'さくら食品', legalName: 'さくら食品株式会社', country: 'JP' },
  {
    short: 'mi',
    name: 'みなとシステムズ',
    legalName: '株式会社みなとシステムズ',
    country: 'JP',
    mpn: '4700701',
    domain: 'minato-systems.example',
  },
  { short: 'hi', name: 'ひかり商事', legalName: 'ひかり商事株式会社', country: 'JP', domain: 'hikari-shoji.example' },
  {
    short: 'ho',
    name: '北斗テクノロジー',
    legalName: '北斗テクノロジー株式会社',
    country: 'JP',
    domain: 'hokuto-tech.example',
  },
]

const entries = COMPANIES.map(({ name, legalName = name, country, ...rest }, index) => ({
  ...rest,
  named: {
    tenantId: tenantId(`00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`),
    name,
    legalName,
    country,
  } satisfies Named,
}))

export const names = namesOf(entries.map(({ named }) => named))

/** Of support, who may see everybody. */
export const support: Context = {
  own: undefined,
  before: undefined,
  today: () => '2026-11-21',
  async byId({ kind, text }) {
    return entries.find(({ mpn, domain, named }) => text === { mpn, domain, tenant: named.tenantId }[kind])?.named
  },
}

/** A company by the way a phrase file names it: its short sign, a name, number or domain. */
export const companyOf = (text: string): string | undefined =>
  entries.find(({ short, mpn, domain, named }) =>
    [short, mpn, domain, named.name, named.legalName, named.tenantId].includes(text),
  )?.named.tenantId

export const shortOf = (tenant: string): string =>
  entries.find(({ named }) => named.tenantId === tenant)?.short ?? tenant
