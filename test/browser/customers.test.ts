import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import { chromiumPath } from '../support/chromium.ts'
import { stage } from '../support/stage.ts'
import type { ChatWindow } from './chat-window.ts'
import { MPN_ID, makePartners } from './partners-made.ts'

// Three companies at three chat windows: the provider and the customer read Japanese, the reseller English. Buttons and
// labels are those that people are promised; what else cards say is taken from the words of the cards.

const ja = words('ja-JP', 'Asia/Tokyo')
const en = words('en-US', 'UTC')
const [PROVIDER, RESELLER, CUSTOMER] = ['東都ディストリビューション', '青空ソフト', 'さくら食品']
const CUSTOMER_EMAIL = 'megumi.yamamoto@sakura-foods.example'
const NEW_CUSTOMER = 'たんぽぽベーカリー株式会社'
const OFFER = 'Microsoft 365 Business Standard'

describe.skipIf(chromiumPath === undefined)(
  'browser: a provider, a reseller and a customer',
  { timeout: 180_000 },
  () => {
    const { playground, chat } = stage('customers', { height: 2300, prepare: makePartners })
    let sato: ChatWindow
    let aoki: ChatWindow
    let yamamoto: ChatWindow

    beforeAll(async () => {
      sato = await chat('ja', '佐藤 健一')
      aoki = await chat('en', '青木 太郎')
      yamamoto = await chat('ja', '山本 恵')
    }, 60_000)

    it('meet over a customer that the provider adds for the reseller', async () => {
      const { customer: adding, customers } = ja
      await aoki.says('language en')
      await aoki.sees('Language: English')
      await sato.says('間接リセラー')
      await sato.sees(ja.partners.search, RESELLER)
      await pictured(sato, '01-provider-resellers')
      await sato.presses('新しい顧客の追加')
      await sato.sees(adding.details.title, adding.details.resellerFixed)
      expect(await sato.typed('間接リセラー')).toBe(RESELLER)
      await pictured(sato, '02-provider-details')
      await sato.types({
        法人名: NEW_CUSTOMER,
        ドメインのプレフィックス: 'contoso',
        郵便番号: '12',
        都道府県: '東京都',
        市区町村: '千代田区',
        '住所 1': '丸の内 2-4-1',
        姓: '春野',
        名: '花',
        '顧客のメール アドレス': 'hana@tanpopo-bakery.example',
        同意日: '2026-10-01',
      })
      await sato.presses('次へ: サブスクリプション')
      await sato.sees(ja.refusal({ code: 'CUS_ADDRESS', field: 'postalCode', rule: '123-4567' }))
      await pictured(sato, '03-provider-postal-code-refused')
      await sato.types({ 郵便番号: '1000005' })
      await sato.presses('次へ: サブスクリプション')
      await sato.sees('contoso.onmicrosoft.com は既に使用されています。')
      expect(await sato.typed('法人名')).toBe(NEW_CUSTOMER)
      await pictured(sato, '04-provider-domain-taken')
      const [suggestion = ''] = (await sato.buttons()).filter((title) => /^contoso\w+ を使用する$/.test(title))
      await sato.presses(suggestion)

      const [domain] = suggestion.split(' ')
      await sato.sees(adding.lines.title, `${domain}.onmicrosoft.com ✓`)
      await sato.types({ サブスクリプション: OFFER, ライセンス数: '301' })
      await sato.presses('次へ: 確認')
      await sato.sees(ja.refusal({ code: 'ORD_QUANTITY', field: 'licenses', min: 1, max: 300 }))
      await pictured(sato, '05-provider-too-many-licenses')
      await sato.types({ ライセンス数: '２５' })
      await sato.presses('次へ: 確認')
      await sato.sees(adding.review.title, NEW_CUSTOMER, '25 ライセンス', adding.review.warning(RESELLER))
      await pictured(sato, '06-provider-review')
      await sato.presses('送信')
      await sato.sees(NEW_CUSTOMER, /を追加しています|を顧客として追加しました/)
      await playground().settle()
      if ((await sato.buttons()).includes('最新の情報に更新')) await sato.presses('最新の情報に更新')
      await sato.sees(adding.done.title(NEW_CUSTOMER), adding.done.setup, adding.done.waitingPlain)
      await pictured(sato, '08-provider-made')

      await sato.presses(adding.buttons.showPassword)
      await sato.sees(adding.password.warning, `admin@${domain}.onmicrosoft.com`)
      await pictured(sato, '09-provider-password')
      await sato.presses('完了')
      await sato.sees(adding.password.noted, ja.refusal({ code: 'SEC_ALREADY_SHOWN' }))
      await pictured(sato, '10-provider-password-noted')
      await sato.presses('詳細')
      await sato.sees(adding.done.title(NEW_CUSTOMER), ja.refusal({ code: 'SEC_ALREADY_SHOWN' }))
      expect(await sato.buttons()).not.toContain(adding.buttons.showPassword)
      await pictured(sato, '11-provider-password-gone')

      expect(await sato.cards(), 'nobody is told of what they did themselves').toBe(2)
      await aoki.sees(`${NEW_CUSTOMER} is now a customer`)
      await aoki.says('customers')
      await aoki.sees(en.customers.list.search, NEW_CUSTOMER, `Provider: ${PROVIDER}`)
      await pictured(aoki, '13-reseller-customers')
      await aoki.presses('Open')
      await aoki.sees(NEW_CUSTOMER, en.customers.card.origins.indirect, en.refusal({ code: 'CUS_IR_NOT_ALLOWED' }))
      expect(await aoki.buttons()).not.toContain('Add subscription')
      await pictured(aoki, '14-reseller-customer')

      await sato.says('顧客')
      await sato.sees(customers.list.search, NEW_CUSTOMER, customers.list.reseller(RESELLER))
      await pictured(sato, '15-provider-customers')
      await sato.presses('開く')
      await sato.sees(NEW_CUSTOMER, `${domain}.onmicrosoft.com`, customers.card.line(OFFER, '25', false))
      await pictured(sato, '16-provider-customer')
      await sato.presses('詳細')
      await sato.sees(`リセラー (MPN ID): ${RESELLER} (${MPN_ID})`)
      await pictured(sato, '17-provider-unfolded')
      await sato.presses('管理')
      await sato.sees(OFFER, customers.subscription.support)
      await pictured(sato, '18-provider-subscription')
      await sato.presses(customers.buttons.more)
      await pictured(sato, '18-provider-subscription-more')
      await sato.presses(customers.buttons.supportContact)
      await sato.sees(customers.support.intro(NEW_CUSTOMER))
      await sato.types({ 指定のサポート連絡先: RESELLER })
      await pictured(sato, '19-provider-support-contact')
      await sato.presses('送信')
      await sato.sees(`✓ ${customers.subscription.done.supportContact(RESELLER)}`)
      await pictured(sato, '20-provider-support-changed')
      await aoki.sees(`The support contact of ${NEW_CUSTOMER} has changed`)
      await pictured(aoki, '21-reseller-support-told')
      await playground().settle()
      await sato.says('顧客')
      await sato.presses('開く')
      await sato.presses('詳細')
      await sato.sees(new RegExp(`指定のサポート連絡先: ${RESELLER}`))
      await pictured(sato, '22-provider-support-changed')
    })

    it('meet over a customer that the reseller invites', async () => {
      const say = ja.customerInvitation.acceptance
      const names = { owner: RESELLER, provider: PROVIDER }
      await aoki.says('invite new customers')
      await aoki.sees("Customer's email")
      expect(await aoki.typed('Indirect provider')).toBe(PROVIDER)
      await aoki.types({ "Customer's email": CUSTOMER_EMAIL, Language: '日本語' })
      await pictured(aoki, '30-reseller-invites')
      await aoki.presses('Next')
      await aoki.sees(en.customerInvitation.draft.title(CUSTOMER_EMAIL))
      await pictured(aoki, '31-reseller-draft')
      const [, code] = /\/i\/([\w-]{43})/.exec(await aoki.typed('Message')) ?? []
      if (code === undefined) throw new Error('The draft has no link.')
      await aoki.presses('Done')
      await aoki.sees(en.customerInvitation.notes.sent)
      await pictured(aoki, '32-reseller-sent')

      await yamamoto.says(code)
      await yamamoto.sees(say.title(names), ...say.consequences(names, false))
      await pictured(yamamoto, '33-customer-asked')
      await aoki.sees(CUSTOMER, 'opened')
      await playground().settle()
      await yamamoto.presses('承認する')
      // It signed the Microsoft Customer Agreement years ago, and is not asked for it again.
      await yamamoto.sees(ja.refusal({ code: 'CUS_NOT_CONFIRMED', field: 'authorize' }))
      await pictured(yamamoto, '34-customer-unticked')
      await yamamoto.types({ [say.tick(names)]: true })
      await pictured(yamamoto, '35-customer-ticked')
      await yamamoto.presses('承認する')
      await yamamoto.sees(say.acceptedTitle(names), '山本 恵', `✓ ${say.agreed}`)
      await pictured(yamamoto, '36-customer-accepted')

      await aoki.sees(`${CUSTOMER} is now your customer`)
      await pictured(aoki, '37-reseller-told')
      await sato.sees(`「${CUSTOMER}」が貴社の顧客になりました`)
      await pictured(sato, '38-provider-told')
      await playground().settle()
      await aoki.says('indirect providers')
      await aoki.presses('Open')
      await aoki.presses('View customers')
      await aoki.sees(en.customers.list.shared(PROVIDER), CUSTOMER)
      await pictured(aoki, '39-reseller-shared')
      await sato.says('間接リセラー')
      await sato.presses('開く')
      await sato.presses('顧客を表示する')
      await sato.sees(ja.customers.list.shared(RESELLER), CUSTOMER)
      await pictured(sato, '40-provider-shared')

      await yamamoto.says('取引先パートナー')
      await yamamoto.sees(ja.customers.own.title, PROVIDER, RESELLER)
      await pictured(yamamoto, '41-customer-partners')
      await yamamoto.presses(ja.customers.buttons.dropAccess)
      await yamamoto.sees(ja.customers.own.dropAsk(RESELLER))
      await pictured(yamamoto, '42-customer-asked')
      await yamamoto.presses('はい')
      await yamamoto.sees(ja.customers.own.dropped(RESELLER))
      await pictured(yamamoto, '43-customer-dropped')
      await aoki.sees(`${CUSTOMER} removed your delegated admin privileges`)
      await pictured(aoki, '44-reseller-told')
    })
  },
)

const pictured = (window: ChatWindow, name: string): Promise<void> => window.pictured(`customers-${name}`)
