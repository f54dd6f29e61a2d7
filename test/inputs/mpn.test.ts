import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mpnIdOf, worldOf } from '../journeys/companies.ts'
import { apply, fillIn, outsider, titlesOf } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'

type Said = readonly [typed: string, why: string, en: string, ja: string]

/** The company's own account, in `country`. */
const own = (mpnId: string, more: object = {}) => ({ mpnId, type: 'location', ...more })

/** Every way in which an MPN ID can fail, with the sentence of domain.md 4.3, F45 and F47. */
const REFUSED: readonly Said[] = [
  ['', 'none', 'Enter your MPN ID first.', '最初に MPN ID を入力してください。'],
  [
    '12ab',
    'malformed',
    "An MPN ID has 4 to 10 digits and doesn't begin with 0.",
    'MPN ID は、0 以外の数字で始まる 4～10 桁の数字で入力してください。',
  ],
  [
    '9999999',
    'unknown',
    "MPN ID 9999999 doesn't exist. Check the number.",
    'MPN ID 9999999 が見つかりません。番号をご確認ください。',
  ],
  [
    '5000007',
    'in use by another tenant of the group',
    'MPN ID 5000007 is linked to another tenant.',
    'MPN ID 5000007 は別のテナントに関連付けられています。',
  ],
  [
    mpnIdOf(1),
    'another company’s',
    `MPN ID ${mpnIdOf(1)} belongs to another company. Use an MPN ID of your own company.`,
    `MPN ID ${mpnIdOf(1)} は別の会社のものです。貴社の MPN ID を入力してください。`,
  ],
  [
    '5000002',
    'pending',
    "The company profile of MPN ID 5000002 isn't active.",
    'MPN ID 5000002 の会社プロファイルはアクティブではありません。',
  ],
  [
    '5000003',
    'rejected',
    "The company profile of MPN ID 5000003 isn't active.",
    'MPN ID 5000003 の会社プロファイルはアクティブではありません。',
  ],
  [
    '5000004',
    'declined',
    "The company profile of MPN ID 5000004 isn't active.",
    'MPN ID 5000004 の会社プロファイルはアクティブではありません。',
  ],
  [
    '5000005',
    'in another country of the same region',
    'MPN ID 5000005 is in the United Kingdom, your tenant in France. Add a location in France.',
    'MPN ID 5000005 の国または地域 (英国) が、テナントの国または地域 (フランス) と一致しません。フランスの場所アカウントを追加してください。',
  ],
  [
    '5000006',
    'not migrated',
    'Move MPN ID 5000006 to Partner Center first.',
    '先に MPN ID 5000006 をパートナー センターに移行してください。',
  ],
  [
    '5000000',
    'global',
    'Use the location MPN ID 5000001, not the global one.',
    'グローバル アカウントではなく、場所アカウントの MPN ID 5000001 を使用してください。',
  ],
]

const REFUSED_TOGETHER = '5000008'

let world: World
let ann: Person

beforeAll(async () => {
  const file = worldOf(
    {
      name: 'chene',
      country: 'FR',
      more: {
        mpnAccounts: [
          own('5000000', { type: 'global' }),
          own('5000001'),
          own('5000002', { profileStatus: 'pending' }),
          own('5000003', { profileStatus: 'rejected' }),
          own('5000004', { profileStatus: 'declined' }),
          own('5000005', { country: 'GB' }),
          own('5000006', { migrated: false }),
          own('5000007'),
          own(REFUSED_TOGETHER, { country: 'GB', migrated: false, profileStatus: 'pending' }),
        ],
      },
    },
    { name: 'stranger' },
    {
      name: 'sister',
      country: 'FR',
      kind: 'directBill',
      more: { mpnAccounts: [own('5000007')], agreements: ['MPA'] },
    },
    { name: 'first', mpnId: '7100000' },
    { name: 'second', mpnId: '7100000' },
  )
  world = await startWorld({ SANDBOX_WORLD: file })
  ann = await world.person('ann@chene.example')
  await ann.says('enroll')
  await ann.presses('Next')
})
afterAll(() => world.close())

const LANGUAGES = [
  ['en', 'language en', 'Next', 2],
  ['ja', '言語 ja', '次へ', 3],
] as const

describe.each(LANGUAGES)('an MPN ID, in %s', (_, language, next, column) => {
  it.each(REFUSED)('%s (%s) has its own sentence', async (...said) => {
    const [typed] = said
    await ann.says(language)
    await ann.taps('enroll-step', { step: 'mpn' })
    const { text, inputs } = await ann.presses(next, { 'MPN ID': typed })
    expect(text).toContain(said[column])
    expect(inputs[0]?.value ?? '').toBe(typed)
    const others = REFUSED.map((one) => one[column]).filter((sentence) => sentence !== said[column])
    for (const sentence of others) expect(text).not.toContain(sentence)
  })

  it('that fails in several ways says all of them', async () => {
    await ann.says(language)
    await ann.taps('enroll-step', { step: 'mpn' })
    const { text } = await ann.presses(next, { 'MPN ID': REFUSED_TOGETHER })
    const wanted = ['5000002', '5000005', '5000006'].map(
      (id) => REFUSED.find(([typed]) => typed === id)?.[column] ?? id,
    )
    for (const sentence of wanted)
      for (const id of ['5000002', '5000005', '5000006'])
        if (sentence.includes(id)) expect(text).toContain(sentence.replaceAll(id, REFUSED_TOGETHER))
  })
})

describe('an MPN ID that is right', () => {
  it.each(['5000001', '５００００ ０１', ' 5 000 001 '])('may be typed as “%s”', async (typed) => {
    await ann.says('language en')
    await ann.taps('enroll-step', { step: 'mpn' })
    const { text } = await ann.presses('Next', { 'MPN ID': typed })
    expect(text).not.toContain('MPN ID has')
    expect(text).toContain('Legal business profile')
  })

  it('is named where no location of the company would do', async () => {
    const other = await world.person('ann@first.example')
    await other.says('enroll')
    await other.presses('Next')
    expect((await other.presses('Next', { 'MPN ID': '5000000' })).text).toContain('belongs to another company')
  })
})

describe('an MPN ID that two companies of one owner may use', () => {
  it('is the first one’s that enrolls; the other is told so when it submits, and when it types it', async () => {
    const first = await world.person('ann@first.example')
    const second = await world.person('ann@second.example')
    await fillIn(second, { mpnId: '7100000' })
    const review = second.sees
    await apply(world, first, { mpnId: '7100000', contact: outsider() })
    expect(first.sees.text).toContain('Enrollment: Submitted')
    const refused = await second.presses('Enroll now', {}, { on: review })
    expect(refused.text).toContain('MPN ID 7100000 is linked to another tenant.')
    expect(titlesOf(refused)).toContain('Enroll now')
    await second.taps('enroll-step', { step: 'mpn' })
    expect((await second.presses('Next', { 'MPN ID': '7100000' })).text).toContain('is linked to another tenant.')
  })

  it('is free for the other once the first takes its application back', async () => {
    const first = await world.person('ann@first.example')
    const second = await world.person('ann@second.example')
    await first.says('status')
    await first.presses('Withdraw')
    await first.presses('Yes')
    await world.settle()
    await second.taps('enroll-step', { step: 'review' })
    expect((await second.presses('Enroll now')).text).not.toContain('is linked to another tenant')
  })
})
