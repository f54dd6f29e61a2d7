import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { provider } from './invited.ts'
import { BASIC, outside, shopOf } from './selling.ts'

let world: World
let ann: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: shopOf({ ...provider('toto', 'JP', 'japan'), locale: 'ja-JP' }) })
  ann = await world.person('ann@toto.example')
  await ann.says('ヘルプ')
}, 60_000)
afterAll(() => world.close())

const typed = (name: string, domain: string) => ({
  法人名: name,
  ドメインのプレフィックス: domain,
  '住所 1': '西区みなとみらい 2-3-1',
  市区町村: '千代田区',
  都道府県: '東京都',
  郵便番号: '２２００012',
  姓: '森',
  名: '楓',
  '顧客のメール アドレス': 'kaede@kaede.example',
  同意日: '2025-06-30',
})

describe('The address of a new customer in Japan', () => {
  it('is taken as Partner Center writes it with one tap, and nothing is saved before', async () => {
    await ann.says('新しい顧客の追加')
    const asked = await ann.presses('次へ: サブスクリプション', typed('かえで食品', 'kaedefoods'))
    expect(asked.text).toContain('横浜市')
    expect(asked.text).toContain('神奈川県')
    const taken = await ann.presses('この住所を使用する')
    expect(taken.text).toContain('kaedefoods.onmicrosoft.com')
    const review = await ann.presses('次へ: 確認', { サブスクリプション: BASIC, ライセンス数: '5' })
    expect(review.text).toContain('220-0012')
    expect(review.text).toContain('神奈川県')
    expect(review.text).toContain('横浜市')
    expect(review.text).not.toContain('千代田区')
    await ann.presses('送信')
    await world.settle()
    expect((await outside(world)).tenants.map(({ displayName }) => displayName)).toContain('かえで食品')
  })

  it('is kept as typed where that is chosen, and faults of the form are told with the correction', async () => {
    await ann.says('新しい顧客の追加')
    const asked = await ann.presses('次へ: サブスクリプション', {
      ...typed('かしわ食品', 'kashiwafoods'),
      ドメインのプレフィックス: 'contoso',
    })
    expect(asked.text).toContain('横浜市')
    expect(asked.text).toContain('contoso.onmicrosoft.com は既に使用されています')
    const corrected = await ann.presses('この住所を使用する', { ドメインのプレフィックス: 'kashiwafoods' })
    expect(corrected.text).toContain('kashiwafoods.onmicrosoft.com')
    await ann.presses('キャンセル')
    await ann.says('新しい顧客の追加')
    await ann.presses('次へ: サブスクリプション', typed('かしわ食品', 'kashiwafoods'))
    await ann.presses('入力した住所のまま進む')
    expect((await ann.presses('次へ: 確認', { サブスクリプション: BASIC, ライセンス数: '5' })).text).toContain(
      '千代田区',
    )
    await ann.presses('キャンセル')
  })
})
