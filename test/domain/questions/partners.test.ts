import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { partnersEn } from '../../../cards/words/answers/partners-en.ts'
import { partnersJa } from '../../../cards/words/answers/partners-ja.ts'
import { formatFor } from '../../../cards/words/format.ts'
import { termsEn } from '../../../cards/words/terms-en.ts'
import { termsJa } from '../../../cards/words/terms-ja.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import type { Answer, Finding } from '../../../domain/questions/answer.ts'
import { answerIncentive } from '../../../domain/questions/incentive-of.ts'
import { sight } from '../../../domain/questions/sight.ts'
import { AOZORA, LUMIERE, MINATO, NORDLICHT, partnering, TOTO } from '../../support/partnering.ts'
import { days, hana } from '../../support/people.ts'

const NOBODY = 'ffffffff-0000-4000-8000-000000000000'
const TARO = 'taro.aoki@aozora-soft.example'
const SHO = 'sho.kobayashi@aozora-soft.example'

type Sentences = Record<string, ((finding: Finding) => string) | undefined>
const en = partnersEn(formatFor('en-US', 'Asia/Tokyo'), termsEn) as unknown as Sentences
const ja = partnersJa(formatFor('ja-JP', 'Asia/Tokyo'), termsJa) as unknown as Sentences
const english = (finding: Finding) => en[finding.code]?.(finding)
const japanese = (finding: Finding) => ja[finding.code]?.(finding)

const codes = ({ findings = [] }: Pick<Answer, 'findings'>) => findings.map(({ code }) => code)
const told = ({ moments = [] }: Pick<Answer, 'moments'>) => moments.map(({ finding: { code }, state }) => [code, state])
const checked = ({ checks = [] }: Pick<Answer, 'checks'>, outcome: string) =>
  checks.filter((check) => check.outcome === outcome).map(({ about }) => about)
const titles = ({ rows = [] }: Pick<Answer, 'rows'>) => rows.map(({ title }) => title)

let house: ReturnType<typeof partnering>
beforeEach(() => {
  house = partnering()
})
afterEach(() => house.close())

describe('Q1, whether two companies are partners', () => {
  it.each([[[TOTO, AOZORA]], [[AOZORA, TOTO]]])(
    'is answered for %j by two point reads and nothing else',
    async (pair) => {
      await house.enrolls(AOZORA)
      await house.pairs('i1', TOTO, AOZORA)
      const answer = await house.ask(house.support, 'Q1', pair)
      expect(answer).toMatchObject({ verdict: 'yes', asked: '2 reads, 0 ranges, 0 batches' })
      expect(english(answer.headline)).toBe(
        `${AOZORA} is an indirect reseller of ${TOTO}. They have been partners since March 5, 2026.`,
      )
      expect(japanese(answer.headline)).toBe(
        `${TOTO} (間接プロバイダー) と ${AOZORA} (間接リセラー) の間には、2026年3月5日 からパートナーシップがあります。`,
      )
      expect(answer.findings?.map(english)).toEqual([
        `青木 太郎 of ${AOZORA} authorized the provider.`,
        `${TOTO} has administrator access to the work account of ${AOZORA}, which the partnership gave it.`,
      ])
    },
  )

  it('fills in the asker’s own company and opens the partner’s card', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    const answer = await house.ask(AOZORA, 'Q1', [TOTO])
    expect(answer.verdict).toBe('yes')
    expect(answer.rows).toMatchObject([{ title: TOTO, open: { verb: 'partner', tenant: house.tenant(TOTO) } }])
  })

  it('tells the wish to end it to the reseller and to support, never to the provider', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    await house.wantsToEnd(TOTO, AOZORA)
    expect(codes(await house.ask(AOZORA, 'Q1', [TOTO]))).toContain('partners.endRequested')
    expect(codes(await house.ask(house.support, 'Q1', [TOTO, AOZORA]))).toContain('partners.endRequested')
    expect(codes(await house.ask(TOTO, 'Q1', [AOZORA]))).not.toContain('partners.endRequested')
  })

  it('says when and by whom it was removed', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    await house.removes(TOTO, AOZORA)
    const answer = await house.ask(AOZORA, 'Q1', [TOTO])
    expect(answer.verdict).toBe('no')
    expect(english(answer.headline)).toBe(`The partnership of ${TOTO} and ${AOZORA} was removed on March 6, 2026.`)
    expect(answer.findings?.map(english)).toContain(`It was removed by 佐藤 健一 of ${TOTO}.`)
    expect(codes(answer)).toContain('partners.customersStay')
  })

  it('says that Microsoft Support ended it', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    await house.endedByMicrosoft(TOTO, AOZORA)
    const answer = await house.ask(house.support, 'Q1', [TOTO, AOZORA])
    expect(answer.findings?.map(english)).toContain('Microsoft Support ended it.')
  })

  it('says what an invitation waits for, and opens it for the provider that sent it', async () => {
    await house.enrolls(AOZORA)
    await house.sends('i1', TOTO, TARO)
    await house.opens('i1', TOTO, AOZORA)
    const answer = await house.ask(TOTO, 'Q1', [AOZORA])
    expect(answer.verdict).toBe('pending')
    expect(japanese(answer.headline)).toBe(
      `${TOTO} が ${AOZORA} に送信した招待は開封されましたが、まだ回答がありません。`,
    )
    expect(told(answer)).toEqual([
      ['partners.drafted', 'done'],
      ['partners.sent', 'done'],
      ['partners.opened', 'done'],
      ['partners.waitsForAnswer', 'waiting'],
    ])
    expect(answer.rows).toMatchObject([{ title: TARO, open: { verb: 'invitation', invitation: 'i1' } }])
  })

  it('finds an invitation that nobody opened by the domain that the company verified', async () => {
    await house.sends('i1', TOTO, TARO)
    const answer = await house.ask(AOZORA, 'Q1', [TOTO])
    expect(answer.verdict).toBe('pending')
    expect(told(answer)).toEqual([
      ['partners.sent', 'done'],
      ['partners.waitsToBeOpened', 'waiting'],
    ])
    expect(answer.rows).toMatchObject([{ open: { verb: 'received-invitation', invitation: 'i1' } }])
  })

  it('hides a draft from the company it is for', async () => {
    await house.drafts('i1', TOTO, TARO)
    expect(await house.ask(house.support, 'Q1', [TOTO, AOZORA])).toMatchObject({ verdict: 'pending' })
    const theirs = await house.ask(AOZORA, 'Q1', [TOTO])
    const none = await house.ask(AOZORA, 'Q1', [NOBODY])
    expect({ ...theirs, question: none.question }).toEqual(none)
  })

  it('is pending again when a removed partner is invited anew', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    await house.removes(TOTO, AOZORA)
    await house.sends('i2', TOTO, SHO, days(5))
    const answer = await house.ask(TOTO, 'Q1', [AOZORA])
    expect(answer.verdict).toBe('pending')
    expect(codes(answer)).toEqual(['partners.removedBefore'])
  })

  it('says how it begins, names both regions and what is missing where there never was one', async () => {
    const answer = await house.ask(house.support, 'Q1', [NORDLICHT, MINATO])
    expect(answer.verdict).toBe('no')
    expect(english(answer.headline)).toBe(`${NORDLICHT} and ${MINATO} have never had a partnership.`)
    expect(codes(answer)).toEqual(['partners.howItBegins'])
    expect(checked(answer, 'fails')).toEqual(['partnership', 'enrolled', 'sameRegion'])
    const { refusals = [] } = answer.checks?.find(({ about }) => about === 'sameRegion') ?? {}
    expect(refusals).toMatchObject([{ code: 'REGION_PARTNER', regionA: 'japan', regionB: 'europe' }])
  })

  it('offers the provider to request a partnership', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    await house.sends('i2', TOTO, 'makoto.watanabe@minato-systems.example')
    await house.opens('i2', TOTO, MINATO)
    await house.revokes('i2', TOTO)
    const answer = await house.ask(TOTO, 'Q1', [MINATO])
    expect(answer.verdict).toBe('no')
    const [none] = answer.checks ?? []
    expect(none).toMatchObject({ about: 'partnership', fix: { kind: 'do', verb: 'request-partnership' } })
    expect(answer.findings?.map(english)).toContain('Their last invitation was revoked on March 5, 2026.')
  })

  it('says why two companies can never be partners', async () => {
    const answer = await house.ask(house.support, 'Q1', [TOTO, NORDLICHT])
    expect(answer.findings?.map(english)).toEqual([
      `Only an indirect provider and an indirect reseller can be partners. ${TOTO} is an indirect provider, and ${NORDLICHT} is an indirect provider.`,
    ])
    const own = await house.ask(house.support, 'Q1', [TOTO, TOTO])
    expect(own.headline.code).toBe('partners.sameCompany')
  })
})

describe('what a partner may not know', () => {
  const PAIRS = ['Q1', 'Q4', 'Q8', 'Q9', 'Q16', 'Q17'] as const
  const ONES = ['Q10', 'Q13', 'Q21'] as const
  const withoutCompanies = ({ question: _, ...rest }: Answer) => JSON.stringify(rest)

  it.each(PAIRS)('%s says and reads the same of a foreign company and of none', async (id) => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    await house.sends('i2', TOTO, 'makoto.watanabe@minato-systems.example')
    // Toto's own invitation does not tell it whose domain the address has.
    const foreign = await house.ask(TOTO, id, [MINATO])
    const none = await house.ask(TOTO, id, [NOBODY])
    expect(foreign.verdict).toBe('notFound')
    expect(withoutCompanies(foreign)).toBe(withoutCompanies(none))
  })

  it.each(PAIRS)('%s says and reads the same of two others, whether they are partners or not there', async (id) => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    const foreign = await house.ask(NORDLICHT, id, [TOTO, AOZORA])
    const none = await house.ask(NORDLICHT, id, [NOBODY, NOBODY.replace('f', 'e')])
    expect(foreign.verdict).toBe('notFound')
    expect(withoutCompanies(foreign)).toBe(withoutCompanies(none))
  })

  it.each(ONES)('%s says and reads the same of a foreign company and of none', async (id) => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    const foreign = await house.ask(NORDLICHT, id, [TOTO])
    const none = await house.ask(NORDLICHT, id, [NOBODY])
    expect(foreign.verdict).toBe('notFound')
    expect(withoutCompanies(foreign)).toBe(withoutCompanies(none))
  })

  it('keeps the partners of both from each other, though both are related to the asker', async () => {
    await house.enrolls(AOZORA)
    await house.enrolls(MINATO)
    await house.pairs('i1', TOTO, AOZORA)
    await house.pairs('i2', TOTO, MINATO)
    expect(await house.ask(AOZORA, 'Q1', [TOTO, MINATO])).toMatchObject({ verdict: 'notFound', names: {} })
    const partners = await house.ask(AOZORA, 'Q13', [TOTO])
    expect(titles(partners)).toEqual([AOZORA])
    expect(codes(partners)).toEqual(['partners.ownRelationOnly'])
    expect(titles(await house.ask(AOZORA, 'Q10', [TOTO]))).toEqual([])
  })

  it('tells an invited company nothing of another one that answered', async () => {
    await house.enrolls(AOZORA)
    await house.enrolls(MINATO)
    await house.sends('i1', TOTO, 'someone@nowhere.example')
    await house.opens('i1', TOTO, AOZORA)
    await house.opens('i1', TOTO, MINATO)
    await house.accepts('i1', TOTO, MINATO)
    const answer = await house.ask(AOZORA, 'Q9', [TOTO])
    expect(answer.headline).toMatchObject({ code: 'partners.invitation', state: 'superseded' })
    expect(JSON.stringify(answer)).not.toContain(MINATO)
    const requester = await house.ask(TOTO, 'Q9', [], { subject: 'someone@nowhere.example' })
    expect(requester.headline).toMatchObject({ invited: MINATO, state: 'accepted' })
  })
})

describe('Q8, why an invitation cannot be accepted', () => {
  it('names every guard that fails, with what mends it', async () => {
    await house.sends('i1', NORDLICHT, TARO)
    await house.opens('i1', NORDLICHT, AOZORA)
    const answer = await house.ask(house.support, 'Q8', [AOZORA, NORDLICHT])
    expect(answer).toMatchObject({ verdict: 'no', headline: { code: 'partners.cannotAccept', reasons: 2 } })
    expect(checked(answer, 'fails')).toEqual(['enrolled', 'sameRegion'])
    expect(answer.checks?.find(({ about }) => about === 'enrolled')?.fix).toMatchObject({
      kind: 'remind',
      company: AOZORA,
      about: 'enrollment',
    })
    expect(told(answer)).toContainEqual(['partners.blocked', 'stopped'])
  })

  it('tells somebody without the role who has it', async () => {
    await house.enrolls(AOZORA)
    await house.sends('i1', TOTO, TARO)
    const answer = await house.ask(SHO, 'Q8', [TOTO])
    expect(checked(answer, 'fails')).toEqual(['role'])
    expect(answer.checks?.find(({ about }) => about === 'role')?.fix).toEqual({
      kind: 'people',
      company: AOZORA,
      names: ['青木 太郎', '中村 由紀'],
    })
  })

  it('tells a provider nothing of the reseller’s people', async () => {
    await house.enrolls(AOZORA)
    await house.sends('i1', TOTO, TARO)
    await house.opens('i1', TOTO, AOZORA)
    const answer = await house.ask(TOTO, 'Q8', [AOZORA])
    expect(answer.checks?.map(({ about }) => about)).not.toContain('role')
    expect(codes(answer)).not.toContain('partners.accepters')
  })

  it('says that nothing stands in the way, and who can accept, also without the MPA', async () => {
    await house.enrolls(AOZORA, 'qualified')
    await house.sends('i1', TOTO, TARO)
    const answer = await house.ask(house.support, 'Q8', [AOZORA, TOTO])
    expect(answer).toMatchObject({ verdict: 'yes', headline: { code: 'partners.canAccept' } })
    expect(answer.findings?.map(japanese)).toEqual([
      `招待を承諾できる ${AOZORA} の全体管理者は、青木 太郎 さん、中村 由紀 さんです。`,
      `${AOZORA} は Microsoft Partner Agreement (MPA) に署名していません。招待の承諾には支障ありませんが、新しい取引には署名が必要です。`,
    ])
  })

  it('says which end the invitation came to, and when', async () => {
    await house.enrolls(AOZORA)
    await house.sends('i1', TOTO, TARO)
    await house.revokes('i1', TOTO)
    const answer = await house.ask(AOZORA, 'Q8', [TOTO])
    expect(answer.checks?.[0]).toMatchObject({
      about: 'invitationOpen',
      outcome: 'fails',
      refusals: [{ code: 'INV_CLOSED', state: 'revoked', at: days(3) }],
    })
  })

  it('says that the link is over on the day it expires, before the timer ran', async () => {
    await house.enrolls(AOZORA)
    await house.sends('i1', TOTO, TARO)
    house.comes(days(32))
    const answer = await house.ask(AOZORA, 'Q8', [TOTO])
    expect(answer.checks?.[0]?.refusals).toMatchObject([{ code: 'INV_CLOSED', state: 'expired', at: days(31) }])
  })

  it('says that there is nothing left to accept', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    const answer = await house.ask(AOZORA, 'Q8', [TOTO])
    expect(answer.headline).toMatchObject({ code: 'partners.already', since: days(3) })
  })

  it('says that nobody invited it', async () => {
    const answer = await house.ask(house.support, 'Q8', [AOZORA, TOTO])
    expect(answer).toMatchObject({ verdict: 'no', headline: { code: 'partners.noInvitation' } })
  })

  it('lists every open invitation where no provider is named, and answers at once where there is one', async () => {
    await house.enrolls(AOZORA)
    await house.sends('i1', TOTO, TARO)
    expect(await house.ask(AOZORA, 'Q8', [AOZORA])).toMatchObject({ headline: { code: 'partners.canAccept' } })
    await house.sends('i2', NORDLICHT, TARO)
    const both = await house.ask(AOZORA, 'Q8', [AOZORA])
    expect(titles(both).toSorted()).toEqual([NORDLICHT, TOTO])
    expect(both.rows?.[0]?.question).toMatchObject({ id: 'Q8' })
    expect(await house.ask(house.support, 'Q8', [MINATO])).toMatchObject({
      headline: { code: 'partners.noInvitations' },
    })
  })
})

describe('Q9, what became of an invitation', () => {
  it('tells its way by who did what and when', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    const answer = await house.ask(TOTO, 'Q9', [AOZORA])
    expect(answer.verdict).toBe('yes')
    expect(answer.moments?.map(({ at, finding }) => [at, english(finding)])).toEqual([
      [days(0), `Drafted for ${TARO} by 佐藤 健一.`],
      [days(1), `Sent to ${TARO}.`],
      [days(2), `Opened by 青木 太郎 of ${AOZORA}.`],
      [days(3), `Accepted by 青木 太郎 of ${AOZORA}.`],
    ])
  })

  it('tells the invited company nothing of before it was sent', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    expect(told(await house.ask(AOZORA, 'Q9', [TOTO])).map(([code]) => code)).toEqual([
      'partners.sent',
      'partners.opened',
      'partners.accepted',
    ])
  })

  it.each([
    ['declines', 'partners.declined'],
    ['revokes', 'partners.revoked'],
  ] as const)('ends where it %s', async (deed, code) => {
    await house.sends('i1', TOTO, TARO)
    await house.opens('i1', TOTO, AOZORA)
    await house[deed]('i1', TOTO, AOZORA)
    const answer = await house.ask(AOZORA, 'Q9', [TOTO])
    expect(answer.verdict).toBe('no')
    expect(told(answer).at(-1)).toEqual([code, 'stopped'])
  })

  it('says that a renewed link still has to be sent', async () => {
    await house.sends('i1', TOTO, TARO)
    await house.renews('i1', TOTO)
    const answer = await house.ask(house.support, 'Q9', [AOZORA, TOTO])
    expect(answer.findings).toContainEqual({ code: 'partners.renewed', times: 1 })
    expect(told(answer).at(-1)).toEqual(['partners.waitsToBeSent', 'waiting'])
  })

  it('is found by the address, by the provider, the invited company and support, and by nobody else', async () => {
    await house.sends('i1', TOTO, TARO)
    for (const who of [TOTO, AOZORA, house.support])
      expect(await house.ask(who, 'Q9', [], { subject: TARO.toUpperCase() })).toMatchObject({ verdict: 'pending' })
    expect(await house.ask(NORDLICHT, 'Q9', [], { subject: TARO })).toMatchObject({ verdict: 'notFound', names: {} })
    expect(await house.ask(MINATO, 'Q9', [], { subject: TARO })).toMatchObject({ verdict: 'notFound', names: {} })
  })

  it('takes the one open before those that are over', async () => {
    await house.sends('i1', TOTO, TARO)
    await house.revokes('i1', TOTO)
    await house.sends('i2', TOTO, SHO)
    await house.sends('i3', TOTO, SHO)
    await house.revokes('i3', TOTO)
    const answer = await house.ask(AOZORA, 'Q9', [TOTO])
    expect(answer.headline).toMatchObject({ state: 'sent' })
  })

  it('lists what a company sent, and what it got', async () => {
    await house.sends('i1', TOTO, TARO)
    await house.sends('i2', TOTO, 'makoto.watanabe@minato-systems.example')
    await house.sends('i3', NORDLICHT, TARO)
    expect(titles(await house.ask(TOTO, 'Q9', [TOTO])).toSorted()).toEqual([
      'makoto.watanabe@minato-systems.example',
      TARO,
    ])
    const got = await house.ask(house.support, 'Q9', [AOZORA])
    expect(titles(got).toSorted()).toEqual([NORDLICHT, TOTO])
    expect(got.rows?.[0]?.question).toMatchObject({ id: 'Q9', companies: [house.tenant(AOZORA), expect.any(String)] })
  })
})

describe('Q10, pending invitations', () => {
  it('are those that a provider sent and those that a reseller got', async () => {
    await house.sends('i1', TOTO, TARO)
    await house.sends('i2', TOTO, 'makoto.watanabe@minato-systems.example')
    await house.revokes('i2', TOTO)
    const sent = await house.ask(TOTO, 'Q10', [])
    expect(titles(sent)).toEqual([TARO])
    expect(sent.rows?.[0]?.open).toEqual({ verb: 'invitation', invitation: 'i1' })
    expect(english(sent.headline)).toBe(`${TOTO} has one pending invitation.`)
    expect(titles(await house.ask(AOZORA, 'Q10', []))).toEqual([TOTO])
    expect(japanese((await house.ask(MINATO, 'Q10', [])).headline)).toBe(`${MINATO} の保留中の招待はありません。`)
  })

  it('older than so many days are those alone', async () => {
    await house.drafts('old', TOTO, TARO, days(0))
    await house.drafts('new', TOTO, SHO, days(4))
    house.comes(days(10))
    expect(titles(await house.ask(TOTO, 'Q10', [], { days: 7 }))).toEqual([TARO])
    const all = await house.ask(TOTO, 'Q10', [], { days: 6 })
    expect(titles(all)).toEqual([SHO, TARO])
    expect(english(all.headline)).toBe(`${TOTO} has 2 pending invitations older than 6 days.`)
  })

  it('older than anybody can remember are none', async () => {
    await house.drafts('i1', TOTO, TARO)
    expect(titles(await house.ask(TOTO, 'Q10', [], { days: 1e12 }))).toEqual([])
  })

  it('come fifteen a page', async () => {
    for (let n = 0; n < 17; n++) await house.drafts(`i${n}`, TOTO, `r${n}@nowhere.example`, days(n))
    const first = await house.ask(TOTO, 'Q10', [])
    expect(first).toMatchObject({ headline: { count: 15, more: true } })
    const second = await house.ask(TOTO, 'Q10', [], { after: first.next ?? '' })
    expect(second).toMatchObject({ headline: { count: 2, more: false } })
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(17)
  })
})

describe('Q13, whom a company is partnered with', () => {
  it('lists both sides by name, since when, and opens the own ones', async () => {
    await house.enrolls(AOZORA)
    await house.enrolls(MINATO)
    await house.pairs('i1', TOTO, AOZORA)
    await house.pairs('i2', TOTO, MINATO)
    const resellers = await house.ask(TOTO, 'Q13', [])
    expect(titles(resellers)).toEqual([MINATO, AOZORA])
    expect(resellers.rows?.[0]?.open).toEqual({ verb: 'partner', tenant: house.tenant(MINATO) })
    expect(english(resellers.headline)).toBe(`${TOTO} has 2 indirect resellers.`)
    expect(titles(await house.ask(house.support, 'Q13', [AOZORA]))).toEqual([TOTO])
    await house.removes(TOTO, AOZORA)
    expect(titles(await house.ask(TOTO, 'Q13', []))).toEqual([MINATO])
  })

  it('says why a company of another kind has none', async () => {
    const answer = await house.ask(house.support, 'Q13', ['さくら食品'])
    expect(answer.headline).toMatchObject({ code: 'partners.noneByKind', kind: 'customer' })
  })
})

describe('Q16 and Q17, what a removal left', () => {
  beforeEach(async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
  })

  it('reads the shared customers only where there was a removal, by one range', async () => {
    const active = await house.ask(house.support, 'Q16', [TOTO, AOZORA])
    expect(active).toMatchObject({ verdict: 'no', asked: '4 reads, 2 ranges, 0 batches' })
    await house.removes(TOTO, AOZORA)
    const removed = await house.ask(house.support, 'Q16', [TOTO, AOZORA])
    expect(removed.asked).toBe('4 reads, 3 ranges, 0 batches')
    expect(codes(removed)).toContain('partners.customersStay')
  })

  it('is told with its declarations to the provider and support, without them to the reseller', async () => {
    await house.removes(TOTO, AOZORA)
    const everything = [
      'partners.removedBy',
      'partners.lasted',
      'partners.declared',
      'partners.customersStay',
      'partners.delegatedAdminStays',
      'partners.noNotice',
      'partners.accessStays',
      'partners.howAgain',
    ]
    expect(codes(await house.ask(TOTO, 'Q16', [AOZORA]))).toEqual(everything)
    expect(codes(await house.ask(house.support, 'Q16', [AOZORA, TOTO]))).toEqual(everything)
    const theirs = everything.filter((code) => code !== 'partners.declared')
    expect(codes(await house.ask(AOZORA, 'Q16', [TOTO]))).toEqual(theirs)
  })

  it('is not one while the two are partners', async () => {
    const answer = await house.ask(house.support, 'Q16', [TOTO, AOZORA])
    expect(answer).toMatchObject({ verdict: 'no', headline: { code: 'partners.notRemoved', since: days(3) } })
  })

  it('says that the access stands until the reseller takes it away, and who recorded that', async () => {
    expect(await house.ask(house.support, 'Q17', [TOTO, AOZORA])).toMatchObject({ verdict: 'yes' })
    await house.takesAccessAway(TOTO, AOZORA)
    const answer = await house.ask(TOTO, 'Q17', [AOZORA])
    expect(answer.verdict).toBe('no')
    expect(japanese(answer.headline)).toBe(
      `${TOTO} には、${AOZORA} の職場アカウントへの管理者アクセス権はありません。2026年3月6日 に削除済みとして記録されました (記録した人: 青木 太郎 さん)。`,
    )
  })

  it('does not say after a removal what nobody recorded', async () => {
    await house.removes(TOTO, AOZORA)
    const answer = await house.ask(house.support, 'Q17', [TOTO, AOZORA])
    expect(answer).toMatchObject({ verdict: 'notRecorded', headline: { code: 'partners.accessUnrecorded' } })
  })

  it('remembers after a removal that the access was gone before', async () => {
    await house.takesAccessAway(TOTO, AOZORA)
    await house.removes(TOTO, AOZORA, days(5))
    const answer = await house.ask(AOZORA, 'Q17', [TOTO])
    expect(answer).toMatchObject({ verdict: 'no', headline: { code: 'partners.accessRemoved', at: days(4) } })
  })
})

describe('what customers will add to', () => {
  it('says of a subscription that nobody has what holds of every one', async () => {
    const answer = await house.ask(TOTO, 'Q3', [], { subject: 'SUB-1' })
    expect(answer).toMatchObject({ verdict: 'notFound', rules: [{ id: 'R94' }, { id: 'R115' }, { id: 'D10' }] })
    expect(answer.headline).toEqual({ code: 'customers.noSubscription', subject: 'SUB-1' })
    expect(codes(answer)).toEqual(['customers.nameCustomer', 'later.supportDefault'])
  })

  it.each(['Q3', 'Q14', 'Q19', 'Q22', 'Q28', 'Q29'] as const)(
    '%s says the same of a foreign company and of none',
    async (id) => {
      const { question: _, ...foreign } = await house.ask(NORDLICHT, id, [LUMIERE])
      const { question: __, ...none } = await house.ask(NORDLICHT, id, [NOBODY])
      expect(JSON.stringify(foreign)).toBe(JSON.stringify(none))
    },
  )

  it('says how two companies stand that share no customers', async () => {
    await house.enrolls(AOZORA)
    await house.pairs('i1', TOTO, AOZORA)
    const answer = await house.ask(AOZORA, 'Q4', [TOTO])
    expect(answer).toMatchObject({ verdict: 'no', headline: { code: 'customers.noneShared' } })
    expect(codes(answer)).toEqual(['partners.active', 'later.sharedNeeds'])
  })

  it('says that the first password is never shown again', async () => {
    const answer = await house.ask(TOTO, 'Q22', [])
    expect(answer).toMatchObject({ verdict: 'no', rules: [{ id: 'R59' }, { id: 'P47' }], isPrivate: false })
  })

  it('says that several partners may serve one customer', async () => {
    expect(await house.ask(TOTO, 'Q28', [])).toMatchObject({ verdict: 'yes', rules: [{ id: 'R102' }, { id: 'R103' }] })
  })

  it('says that a reseller which never billed directly gets no incentive invitation', async () => {
    await house.enrolls(AOZORA)
    const own = await house.ask(AOZORA, 'Q21', [])
    expect(own).toMatchObject({ verdict: 'no', headline: { code: 'later.incentiveNone', company: AOZORA } })
    expect(own.findings).toBeUndefined()
    await house.pairs('i1', TOTO, AOZORA)
    expect(await house.ask(TOTO, 'Q21', [AOZORA])).toMatchObject({ verdict: 'no' })
  })

  it('says where the incentive invitation of whoever became both goes, its number only to the company itself', async () => {
    await house.enrolls(AOZORA)
    const both: Organization = { ...(await house.company(AOZORA)), kind: 'both', mpnId: '4200201' }
    const toto = await house.company(TOTO)
    const organizations = { ...house.organizations, find: async () => both }
    const ask = (own: Organization) =>
      answerIncentive(
        { id: 'Q21', companies: [both.tenantId], countries: [] },
        { ...sight({ ...house, organizations }, hana, own), company: async () => both },
      )
    const own = await ask(both)
    expect(own).toMatchObject({ verdict: 'notRecorded', headline: { code: 'later.incentive', company: AOZORA } })
    expect(own.findings).toContainEqual({
      code: 'later.incentiveTarget',
      mpnId: '4200201',
      email: 'mpn@aozora-soft.example',
    })
    expect((await ask(toto)).findings).toContainEqual({ code: 'later.incentiveTarget' })
  })

  it.each([
    ['20002', 'noRelation', 'R53'],
    ['900123', 'resellerMpa', 'R31'],
    ['13605', 'customerAgreement', 'D15'],
    ['900103', 'transfer', 'D20'],
  ])('says what code %s of a refused order means', async (code, cause, rule) => {
    const answer = await house.ask(TOTO, 'Q29', [], { code })
    expect(answer).toMatchObject({ headline: { code: 'later.order', orderCode: code, cause }, rules: [{ id: rule }] })
    expect(english(answer.headline)).toMatch(new RegExp(`^Code ${code}: .+\\.$`))
    expect(japanese(answer.headline)).toMatch(new RegExp(`^コード ${code}: .+。$`))
  })

  it('asks on who may order, where the role was not enough', async () => {
    const answer = await house.ask(TOTO, 'Q29', [], { code: '900150' })
    expect(answer.related).toEqual([{ id: 'Q26', companies: [house.tenant(TOTO)], countries: [], operation: 'P31' }])
  })

  it('asks for the code, and says when it does not know one', async () => {
    expect((await house.ask(TOTO, 'Q29', [])).headline.code).toBe('later.orderNotRecorded')
    expect(await house.ask(TOTO, 'Q29', [], { code: '1' })).toMatchObject({
      verdict: 'notFound',
      headline: { code: 'later.orderUnknown', orderCode: '1' },
    })
  })
})
