import { describe, expect, it } from 'vitest'
import { understand } from '../../../bot/ask/understand.ts'
import type { Context } from '../../../bot/ask/understanding.ts'
import { tenantId } from '../../../domain/ids.ts'
import type { Question } from '../../../domain/questions/question.ts'
import { namesOf } from '../../../domain/store/names.ts'

const COMPANIES = {
  alder: 'Alder',
  harbor: 'Harbor Supply',
  umineko: '海猫システム',
  tokai: '東海ディストリ',
  cloud: '365 Cloud',
  jordan: 'Jordan Ltd',
  cascade: 'Cascade Software',
  minato: 'みなとシステムズ',
}
type Short = keyof typeof COMPANIES

const tenants = new Map(
  Object.keys(COMPANIES).map((short, at) => [short, tenantId(`00000000-0000-4000-8000-00000000000${at + 1}`)]),
)
const tenantOf = (short: Short) => tenants.get(short) ?? tenantId('')
const shortOf = (tenant: string): string => [...tenants].find(([, one]) => one === tenant)?.[0] ?? tenant
const names = namesOf(
  Object.entries(COMPANIES).map(([short, name]) => ({
    tenantId: tenantOf(short as Short),
    name: short === 'jordan' ? 'Jordan' : name,
    legalName: name,
    country: 'JP',
  })),
)

const context = (own?: Short, before?: Question): Context => ({
  own: own && tenantOf(own),
  before,
  today: () => '2026-11-21',
  async byId() {
    return undefined
  },
})

/** `Q2 alder ?Zebra Corp DE` for a question about Alder and somebody unknown, in a country. */
async function meaning(text: string, own?: Short, before?: Question): Promise<string> {
  const understanding = await understand(text, names, context(own, before))
  if (understanding.kind === 'nothing') return 'nothing'
  if (understanding.kind === 'apart')
    return [
      'apart',
      ...understanding.choices.map(({ id, companies }) => `${id} ${companies.map(shortOf).join(' ')}`),
    ].join(', ')
  const asked = understanding.kind === 'question' ? understanding.question : understanding.draft
  const companies = asked.companies.map((one) => {
    if (typeof one === 'string') return shortOf(one)
    if (one.kind === 'known') return shortOf(one.tenant)
    return one.kind === 'missing' ? '-' : `${one.kind === 'unknown' ? '?' : 'several:'}${one.typed}`
  })
  return [asked.id, ...companies, ...asked.countries, asked.subject ?? ''].join(' ').trim()
}

const signed: Question = { id: 'Q6', companies: [tenantOf('alder')], countries: [] }

describe('a name that nobody has', () => {
  it.each<[string, Short | undefined, string]>([
    ['どこでも商事はMPAに署名済みですか', 'umineko', 'Q6 ?どこでも商事'],
    ['山と川はMPAに署名済みですか', 'umineko', 'Q6 ?山と川'],
    ['誰でもクラウドはMPAに署名済みですか', 'umineko', 'Q6 ?誰でもクラウド'],
    ['Has 7000003 signed the MPA?', 'alder', 'Q6 ?7000003'],
    ['Has 11111111-2222-4333-8444-555555555555 signed the MPA?', 'alder', 'Q6 ?11111111-2222-4333-8444-555555555555'],
    ['7000005はMPAに署名済みですか', 'umineko', 'Q6 ?7000005'],
    ['Who can sign the MPA at Birch Works?', 'alder', 'Q26 ?Birch Works'],
    ['Is our competitor Birch Works partnered with Harbor Supply?', 'alder', 'Q1 ?Birch Works harbor'],
    ['弊社のプロバイダーは山と川と提携していますか', 'umineko', 'Q1 umineko ?山と川'],
    ['Can Alder sell to Zebra Corp?', undefined, 'Q2 alder ?Zebra Corp'],
    ['Can Alder sell to Zebra Corp?', 'alder', 'Q2 alder ?Zebra Corp'],
    ['Can Alder sell to 42?', 'alder', 'Q2 alder ?42'],
    ['Can Alder sell to Atlantis?', 'alder', 'Q2 alder ?Atlantis'],
    ["Why can't Zebra Corp sell to Alder?", 'alder', 'Q2 ?Zebra Corp alder'],
    ['Did Birch Works open the invitation from Zebra Corp?', undefined, 'Q9 ?Birch Works ?Zebra Corp'],
    ['Did birch@nowhere.example open the invitation?', 'alder', 'Q9 alder birch@nowhere.example'],
    ['Is "Birch Works" enrolled?', 'alder', 'Q5 ?Birch Works'],
    ['who can sign the mpa at birch works?', 'alder', 'Q26 ?birch works'],
    ["why can't zebra corp sell to alder?", 'alder', 'Q2 ?zebra corp alder'],
    ['Is Zebra our provider?', 'alder', 'Q1 ?Zebra alder'],
  ])('is nobody else: %s (%s)', async (text, own, wanted) => {
    expect(await meaning(text, own)).toBe(wanted)
  })

  it.each<[string, string]>([
    ['Has Alder Holdings signed the MPA?', 'Q6 ?Alder Holdings'],
    ['東海ディストリ東京はMPAに署名済みですか', 'Q6 ?東海ディストリ東京'],
    ['海猫システム大阪はMPAに署名済みですか', 'Q6 ?海猫システム大阪'],
    ['新海猫システムのMPAは署名済みですか', 'Q6 ?新海猫システム'],
    ['Has Harbor Freight signed the MPA?', 'Q6 ?Harbor Freight'],
    ['has harbor dental signed the MPA?', 'Q6 ?harbor dental'],
    ['東海商事はMPAに署名済みですか', 'Q6 ?東海商事'],
    ['海猫商会はMPAに署名済みですか', 'Q6 ?海猫商会'],
  ])('is no shorter name: %s', async (text, wanted) => {
    expect(await meaning(text)).toBe(wanted)
  })

  it('has the nearest names beside it, each once', async () => {
    for (const [text, near] of [
      ['Has Alder Holdings signed the MPA?', 'alder'],
      ['Has Harbor Freight signed the MPA?', 'harbor'],
      ['海猫商会はMPAに署名済みですか', 'umineko'],
      ['みなとシテムズはMPAに署名済みですか', 'minato'],
      ['Has Cascaid Softwear signed the MPA?', 'cascade'],
    ] as const) {
      const understanding = await understand(text, names, context())
      const [one] = understanding.kind === 'open' ? understanding.draft.companies : []
      const nearest = one?.kind === 'unknown' ? one.nearest.map(({ tenantId: tenant }) => shortOf(tenant)) : []
      expect(nearest, text).toContain(near)
      expect(new Set(nearest).size).toBe(nearest.length)
    }
  })

  it.each<[string, string]>([
    ['Has 365 Cloud signed the MPA?', 'Q6 cloud'],
    ['Has Cascaid Softwear signed the MPA?', 'Q6 ?Cascaid Softwear'],
    ['みなとシテムズはMPAに署名済みですか', 'Q6 ?みなとシテムズ'],
    ['Has 366 Clouds signed the MPA?', 'Q6 ?366 Clouds'],
  ])('is said back whole: %s', async (text, wanted) => {
    expect(await meaning(text)).toBe(wanted)
  })
})

describe('what asks another question than the one before', () => {
  it.each([
    'Who is the CEO of Alder?',
    'Is Microsoft partnered with Alder?',
    'Was Alder ever suspended?',
    'Is Alder happy?',
    '海猫システムの社員数は',
    'Why is the sky blue?',
  ])('is not the question before: %s', async (text) => {
    expect(await meaning(text, undefined, signed)).toBe('nothing')
  })

  it.each<[string, string]>([
    ['and with 誰でもクラウド?', 'Q6 ?誰でもクラウド'],
    ['誰でもクラウドは？', 'Q6 ?誰でもクラウド'],
    ['Birch Works は？', 'Q6 ?Birch Works'],
    ['and Birch Works?', 'Q6 ?Birch Works'],
    ['では 海猫システム とは？', 'Q6 umineko'],
    ['and Harbor?', 'Q6 harbor'],
  ])('goes on with the same question: %s', async (text, wanted) => {
    expect(await meaning(text, undefined, signed)).toBe(wanted)
  })
})

describe('several questions at once', () => {
  it.each([
    ['Has Alder signed the MPA and which invitations are pending for Harbor?', 'apart, Q6 alder, Q10 harbor'],
    ['海猫システムは登録済みですか？それとAlderはMPAに署名済み？', 'apart, Q5 umineko, Q6 alder'],
    ['Has Alder or Harbor Supply signed the MPA?', 'apart, Q6 alder, Q6 harbor'],
    ['Has Alder or Birch Works signed the MPA?', 'apart, Q6 alder'],
  ])('are asked one at a time: %s', async (text, wanted) => {
    expect(await meaning(text)).toBe(wanted)
  })
})

describe('a country', () => {
  it.each<[string, Short | undefined, string]>([
    ["Why can't we sell to Germany?", 'alder', 'Q2 alder DE'],
    ['Can we sell to France?', 'alder', 'Q2 alder FR'],
    ['ドイツに販売できますか', 'umineko', 'Q2 umineko DE'],
    ['Can Alder sell to Germany?', undefined, 'Q2 alder DE'],
    ['What is the currency in Jordan?', undefined, 'Q12 JO'],
    ['Can Alder sell to Jordan?', undefined, 'Q2 alder JO'],
    ['Can Alder sell to Jordan Ltd?', undefined, 'Q2 alder jordan'],
    ['Has Jordan signed the MPA?', undefined, 'Q6 jordan'],
  ])('is where, not who: %s (%s)', async (text, own, wanted) => {
    expect(await meaning(text, own)).toBe(wanted)
  })
})

describe('what is no question of ours', () => {
  it.each([
    '海猫システム以外でMPAに署名した会社は',
    'Who other than Alder has signed the MPA?',
    'What does MPA mean?',
    'MPAとは何ですか',
    'Remind Alder to sign',
    'Invite Birch Works',
    'please enroll Alder',
    'can you remove the partnership between Alder and Harbor?',
    'AlderにMPAの署名を催促して',
    'Alderを招待してください',
    'Please ping Alder about the invitation',
    'Kick off the enrollment for Alder',
    'Ticket #12: please remove the partnership between Alder and Harbor',
    'チケット #12：Alderを招待してください',
    'Alderのパートナーシップを整理しておいて',
  ])('shows what can be asked: %s', async (text) => {
    expect(await meaning(text, 'harbor')).toBe('nothing')
  })
})
