import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TenantId } from '../../../domain/ids.ts'
import { NO_COMPANY } from '../../../domain/questions/sight.ts'
import { asking, outcomeOf, refusalsOf } from '../../support/asking.ts'

const GRACE = 'grace.miller@partner-desk.example'
const KENICHI = 'kenichi.sato@toto-distribution.example'
const MISAKI = 'misaki.suzuki@toto-distribution.example'
const TARO = 'taro.aoki@aozora-soft.example'
const MAKOTO = 'makoto.watanabe@minato-systems.example'
const SAYAKA = 'sayaka.ito@minato-systems.example'
const SOPHIA = 'sophia.nguyen@evergreen-cloud.example'
const MARCUS = 'marcus.hill@evergreen-cloud.example'

let house: ReturnType<typeof asking>
let [toto, aozora, aozoraCloud, nishi, minato, foods, nordlicht, evergreen, harbor, cascade] = Array.from(
  { length: 10 },
  () => NO_COMPANY,
) as [TenantId, TenantId, TenantId, TenantId, TenantId, TenantId, TenantId, TenantId, TenantId, TenantId]

beforeEach(() => {
  house = asking()
  toto = house.tenant('東都ディストリビューション')
  aozora = house.tenant('青空ソフト')
  aozoraCloud = house.tenant('青空クラウド')
  nishi = house.tenant('青空ソフト西日本')
  minato = house.tenant('みなとシステムズ')
  foods = house.tenant('さくら食品')
  nordlicht = house.tenant('Nordlicht Distribution')
  evergreen = house.tenant('Evergreen Cloud')
  harbor = house.tenant('Harbor Dental')
  cascade = house.tenant('Cascade Software')
})
afterEach(() => house.close())

describe('why X cannot sell to Z (Q2)', () => {
  it('R101: a reseller sells through its provider, and the chain says so', async () => {
    await house.enrolls(minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(GRACE, 'Q2', [minato, foods])
    expect(answer).toMatchObject({
      verdict: 'yes',
      headline: {
        code: 'selling.canThrough',
        seller: 'みなとシステムズ',
        buyer: { company: 'さくら食品' },
        providers: ['東都ディストリビューション'],
      },
      chain: [
        { as: 'microsoft', link: 'holds' },
        { as: 'indirectProvider', name: '東都ディストリビューション', link: 'holds' },
        { as: 'indirectReseller', name: 'みなとシステムズ', link: 'unknown' },
        { as: 'customer', name: 'さくら食品' },
      ],
    })
    expect(refusalsOf(answer)).toEqual([])
    expect(outcomeOf(answer, 'providerRelation')).toEqual(['unknown'])
    expect(outcomeOf(answer, 'customerAgreement')).toEqual(['unknown'])
    expect(answer.rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'R5',
        'R16',
        'R30',
        'R32',
        'R38',
        'R50',
        'R53',
        'R64',
        'R65',
        'R101',
        'R105',
        'R106',
        'D21',
      ]),
    )
  })

  it('shows every guard that fails at once, each with what mends it', async () => {
    await house.enrolls(minato, 'qualified')
    const answer = await house.asks(GRACE, 'Q2', [minato, harbor])
    expect(answer.verdict).toBe('no')
    expect(refusalsOf(answer)).toEqual(['MPA_REQUIRED_RESELLER', 'PAR_NONE', 'REGION_CUSTOMER'])
    expect(answer.headline).toMatchObject({ code: 'selling.cannot', reasons: 3 })
    expect(answer.checks?.find(({ about }) => about === 'resellerMpa')?.fix).toEqual({
      kind: 'remind',
      tenant: minato,
      company: 'みなとシステムズ',
      about: 'mpa',
    })
    expect(answer.chain?.map(({ link }) => link)).toEqual(['missing', 'missing', 'missing', undefined])
  })

  it('R111: a customer of another region is refused with both regions', async () => {
    await house.enrolls(minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(MAKOTO, 'Q2', [minato], ['DE'])
    const [region] = answer.checks?.filter(({ about }) => about === 'customerRegion') ?? []
    expect(region?.refusals).toEqual([
      {
        code: 'REGION_CUSTOMER',
        partner: 'みなとシステムズ',
        country: 'DE',
        regionPartner: 'japan',
        regionCustomer: 'europe',
      },
    ])
    expect(answer.related?.map(({ id }) => id)).toContain('Q12')
  })

  it('says that a country without CSP is sold to by nobody', async () => {
    const answer = await house.asks(GRACE, 'Q2', [toto], ['KP'])
    expect(answer.verdict).toBe('no')
    expect(refusalsOf(answer)).toEqual(['REGION_UNKNOWN'])
  })

  it('tells a global admin to sign, and anybody else who can', async () => {
    await house.enrolls(minato, 'qualified')
    const admin = await house.asks(MAKOTO, 'Q2', [minato], ['JP'])
    const colleague = await house.asks(SAYAKA, 'Q2', [minato], ['JP'])
    const fixes = [admin, colleague].map(({ checks }) => checks?.find(({ about }) => about === 'resellerMpa')?.fix)
    expect(fixes).toEqual([
      { kind: 'do', verb: 'sign-mpa' },
      { kind: 'people', company: 'みなとシステムズ', names: ['渡辺 誠'] },
    ])
  })

  it('leads a prospect to the enrollment, and runs everything else too', async () => {
    const answer = await house.asks(MAKOTO, 'Q2', [minato], ['DE'])
    expect(refusalsOf(answer)).toEqual(['PAR_NOT_ENROLLED', 'MPA_REQUIRED_RESELLER', 'PAR_NONE', 'REGION_CUSTOMER'])
    expect(answer.checks?.[0]?.fix).toEqual({ kind: 'do', verb: 'enroll' })
  })

  it('names the readiness of each of several providers, and goes by the best', async () => {
    await house.enrolls(minato)
    house.changes(nordlicht, { country: 'JP', suspended: true, agreements: [] })
    await house.partnersWith(nordlicht, minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(MAKOTO, 'Q2', [minato], ['JP'])
    expect(answer.verdict).toBe('yes')
    expect(answer.rows?.map(({ title, findings }) => [title, findings[0]])).toEqual([
      ['Nordlicht Distribution', { code: 'selling.supplierBlocked', reasons: 2 }],
      ['東都ディストリビューション', { code: 'selling.supplierReady' }],
    ])
  })

  it('finds a company to be the same whatever its tenant, and its affiliates', async () => {
    const same = await house.asks(GRACE, 'Q2', [aozoraCloud, aozora])
    const affiliate = await house.asks(GRACE, 'Q2', [aozoraCloud, nishi])
    const oneself = await house.asks(GRACE, 'Q2', [toto, toto])
    const stranger = await house.asks(GRACE, 'Q2', [aozoraCloud, foods])
    const outcomes = [same, affiliate, oneself, stranger].map((one) => outcomeOf(one, 'notAffiliate'))
    expect(outcomes).toEqual([['fails'], ['fails'], ['fails'], ['holds']])
    expect(stranger).toMatchObject({ verdict: 'yes', headline: { code: 'selling.can', way: 'directly' } })
  })

  it('R106: a provider’s reseller is no customer of it, and the three options are a question away', async () => {
    await house.enrolls(minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(KENICHI, 'Q2', [toto, minato])
    expect(refusalsOf(answer)).toEqual(['REL_ALREADY_RESELLER', 'CUS_IS_CSP_TENANT'])
    expect(answer.related?.map(({ id }) => id)).toEqual(['Q24', 'Q25'])
  })

  it('lets a company that is both sell through a provider, though not directly', async () => {
    house.changes(aozoraCloud, { kind: 'both' })
    await house.partnersWith(toto, aozoraCloud)
    const answer = await house.asks(GRACE, 'Q2', [aozoraCloud, foods])
    expect(answer.verdict).toBe('yes')
    expect(refusalsOf(answer)).toEqual(['TRN_NO_NEW_DIRECT'])
    expect(answer.findings?.map(({ code }) => code)).toContain('selling.existingDirect')
  })

  it('counts what stands in the way of a company that is both as the card shows it', async () => {
    house.changes(aozoraCloud, { kind: 'both' })
    const answer = await house.asks(GRACE, 'Q2', [aozoraCloud, foods])
    const failing = (answer.checks ?? []).filter(({ outcome }) => outcome === 'fails')
    expect(answer.headline).toMatchObject({ code: 'selling.cannot', reasons: failing.length })
    expect(refusalsOf(answer)).toContain('TRN_NO_NEW_DIRECT')
  })

  it('shows that a customer and a suspended provider do not sell', async () => {
    expect(refusalsOf(await house.asks(GRACE, 'Q2', [foods]))).toContain('AUTH_ORG_KIND')
    house.changes(toto, { suspended: true })
    expect(refusalsOf(await house.asks(GRACE, 'Q2', [toto], ['JP']))).toEqual(['ORG_SUSPENDED'])
  })

  it('tells a provider nothing of its reseller’s other providers', async () => {
    await house.enrolls(minato)
    house.changes(nordlicht, { country: 'JP' })
    await house.partnersWith(nordlicht, minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(KENICHI, 'Q2', [minato], ['JP'])
    expect(answer.headline).toMatchObject({ providers: ['東都ディストリビューション'] })
    expect(JSON.stringify(answer)).not.toContain('Nordlicht')
  })
})

describe('adding customers (Q18)', () => {
  it('R65: a reseller’s provider creates the customer', async () => {
    await house.enrolls(minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(MAKOTO, 'Q18', [minato])
    expect(answer.verdict).toBe('no')
    expect(refusalsOf(answer)).toEqual(['CUS_IR_CANNOT_CREATE'])
    expect(answer.findings).toEqual([
      {
        code: 'selling.addThroughProvider',
        company: 'みなとシステムズ',
        providers: ['東都ディストリビューション'],
      },
    ])
  })

  it('R78: a company that is both adds neither direct nor indirect ones', async () => {
    house.changes(aozoraCloud, { kind: 'both' })
    const answer = await house.asks(GRACE, 'Q18', [aozoraCloud])
    expect(refusalsOf(answer)).toEqual(['TRN_NO_NEW_DIRECT', 'CUS_IR_CANNOT_CREATE'])
  })

  it('lets a provider’s agents add them, and tells everybody else who can', async () => {
    const agent = await house.asks(MISAKI, 'Q18', [toto])
    expect(agent.verdict).toBe('yes')
    house.changes(evergreen, { suspended: true })
    const other = await house.asks(MARCUS, 'Q18', [evergreen])
    expect(refusalsOf(other)).toContain('ORG_SUSPENDED')
    const support = await house.asks(GRACE, 'Q18', [toto])
    expect(outcomeOf(support, 'role')).toEqual(['holds'])
  })

  it('says of a prospect and of a customer why they cannot', async () => {
    expect(refusalsOf(await house.asks(GRACE, 'Q18', [minato]))).toEqual(['PAR_NOT_ENROLLED'])
    expect(refusalsOf(await house.asks(GRACE, 'Q18', [foods]))).toEqual(['AUTH_ORG_KIND'])
  })
})

describe('becoming a reseller, and not (Q20, Q23)', () => {
  it('R72: a company that is both cannot undo it', async () => {
    house.changes(aozoraCloud, { kind: 'both' })
    expect(await house.asks(GRACE, 'Q20', [aozoraCloud])).toMatchObject({
      verdict: 'no',
      headline: { code: 'selling.noRollback' },
    })
  })

  it('says what the others can end instead', async () => {
    await house.enrolls(minato)
    const reseller = await house.asks(GRACE, 'Q20', [minato])
    const provider = await house.asks(GRACE, 'Q20', [toto])
    expect(reseller).toMatchObject({
      headline: { kind: 'indirectReseller' },
      findings: [{ code: 'selling.endPartnership' }],
    })
    expect(provider).toMatchObject({ headline: { code: 'selling.notBoth', kind: 'indirectProvider' } })
    expect(provider.findings).toBeUndefined()
  })

  it('R68: only a global admin of the direct-bill partner starts it, and the answer says who can', async () => {
    const admin = await house.asks(SOPHIA, 'Q23', [evergreen])
    const agent = await house.asks(MARCUS, 'Q23', [evergreen])
    expect([admin, agent].map((one) => outcomeOf(one, 'role'))).toEqual([['holds'], ['fails']])
    expect(agent.checks?.find(({ about }) => about === 'role')?.fix).toMatchObject({
      kind: 'people',
      names: ['Sophia Nguyen'],
    })
  })

  it('R66 R67: names what is missing, identification and profile', async () => {
    const identified = await house.asks(GRACE, 'Q23', [evergreen])
    expect(outcomeOf(identified, 'identified')).toEqual(['holds'])
    const answer = await house.asks(GRACE, 'Q23', [aozoraCloud])
    expect(answer.verdict).toBe('no')
    expect(refusalsOf(answer)).toEqual(['TRN_NOT_IDENTIFIED', 'TRN_PROFILE'])
  })

  it('leads a prospect to enrolling, and tells a reseller that it is one', async () => {
    const prospect = await house.asks(GRACE, 'Q23', [minato])
    expect(prospect.headline).toEqual({ code: 'selling.enrollInstead', company: 'みなとシステムズ' })
    await house.enrolls(minato)
    expect(await house.asks(GRACE, 'Q23', [minato])).toMatchObject({ headline: { code: 'selling.alreadyReseller' } })
  })
})

describe('buying for oneself (Q24, Q25)', () => {
  it('R107 R108: a partner that wants to be a customer too is shown what a partner can do', async () => {
    await house.enrolls(minato)
    await house.partnersWith(toto, minato)
    for (const companies of [
      [minato, toto],
      [toto, minato],
    ]) {
      const answer = await house.asks(GRACE, 'Q24', companies)
      expect(answer).toMatchObject({
        verdict: 'no',
        headline: {
          code: 'selling.pairPartners',
          reseller: 'みなとシステムズ',
          provider: '東都ディストリビューション',
        },
      })
      expect(answer.findings?.map(({ code }) => code)).toEqual([
        'selling.optionOtherTenant',
        'selling.optionOtherProvider',
      ])
      expect(answer.rules.map(({ id }) => id)).toEqual(['R106', 'R107', 'R108'])
    }
  })

  it('leaves a pair without any relation either of the two', async () => {
    expect(await house.asks(GRACE, 'Q24', [minato, toto])).toMatchObject({ headline: { code: 'selling.pairFree' } })
  })

  it('R6 R104: a partner buys for itself on another tenant, from a reseller or a direct-bill partner', async () => {
    await house.enrolls(minato)
    await house.partnersWith(toto, minato)
    const answer = await house.asks(MAKOTO, 'Q25', [minato])
    expect(answer.headline).toEqual({ code: 'selling.buyOnOtherTenant', company: 'みなとシステムズ' })
    expect(refusalsOf(answer)).toEqual(['CUS_IS_CSP_TENANT'])
    expect(answer.findings).toEqual(
      expect.arrayContaining([
        { code: 'selling.buyFrom', region: 'japan' },
        {
          code: 'selling.buyNotFromPartner',
          company: 'みなとシステムズ',
          providers: ['東都ディストリビューション'],
        },
      ]),
    )
    expect(answer.rules.map(({ id }) => id)).toEqual(['R104', 'R6', 'R105', 'R106', 'R64'])
  })

  it('sells to a customer without more ado', async () => {
    expect(await house.asks(GRACE, 'Q25', [foods])).toMatchObject({ headline: { code: 'selling.buyFromAnyone' } })
  })
})

describe('what a partner may not see', () => {
  const cases = [
    ['Q2', (x: TenantId) => [x, NO_COMPANY]],
    ['Q2', (x: TenantId) => [aozora, x]],
    ['Q18', (x: TenantId) => [x]],
    ['Q20', (x: TenantId) => [x]],
    ['Q23', (x: TenantId) => [x]],
    ['Q24', (x: TenantId) => [aozora, x]],
    ['Q24', (x: TenantId) => [x, aozora]],
    ['Q25', (x: TenantId) => [x]],
    ['Q11', (x: TenantId) => [aozora, x]],
    ['Q12', (x: TenantId) => [x]],
    ['Q30', (x: TenantId) => [x]],
  ] as const

  it.each(cases)('%s says the same of a foreign company and of none, from the same reads', async (id, companies) => {
    const none = 'ffffffff-0000-4000-8000-000000000000' as TenantId
    await house.enrolls(cascade)
    const foreign = await house.asks(TARO, id, companies(cascade))
    const nobody = await house.asks(TARO, id, companies(none))
    const plain = (one: typeof foreign, tenant: TenantId) => JSON.stringify(one).replaceAll(tenant, 'X')
    expect(plain(foreign, cascade)).toBe(plain(nobody, none))
    expect(foreign).toMatchObject({ verdict: 'notFound', names: {} })
    expect(foreign.reads.length).toBeGreaterThan(3)
  })
})
