import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import { customerId, customerName, soldBefore } from '../journeys/many.ts'
import { chromiumPath } from '../support/chromium.ts'
import { stage } from '../support/stage.ts'
import { type ChatWindow, picture } from './chat-window.ts'
import { makePartners } from './partners-made.ts'

const { bulk: ja, refusal } = words('ja-JP', 'Asia/Tokyo')
const { bulk: en } = words('en-US', 'UTC')
const PROVIDER = { tenantId: '3f8147d5-3ee4-455d-a232-e55aa0476936', name: '東都ディストリビューション' }
const RESELLER = { tenantId: 'e4459187-ae10-496e-a529-fe9f34dd65a1', name: '青空ソフト' }
/** Two subscriptions each. */
const CUSTOMERS = 30

describe.skipIf(chromiumPath === undefined)('browser: a provider at work on many', { timeout: 180_000 }, () => {
  const { playground, browser, chat } = stage('bulk', { height: 1500, prepare: makeMany })
  let sato: ChatWindow
  let aoki: ChatWindow

  beforeAll(async () => {
    sato = await chat('ja', '佐藤 健一')
    aoki = await chat('en', '青木 太郎')
    await aoki.says('language en')
    await aoki.sees('Language: English')
  }, 60_000)

  it('adds new customers from a pasted table, one row of which is wrong', async () => {
    const { newCustomers } = ja.kinds
    await sato.says('一括処理')
    const kinds = await sato.sees(ja.title, newCustomers.text)
    await pictured(sato, '01-kinds')
    await besides(kinds, newCustomers.title).click()
    await sato.sees(newCustomers.text, ja.start.hint('500'))
    await pictured(sato, '02-start')
    await sato.types({ [ja.start.rows]: TABLE })
    await sato.presses(ja.buttons.check)
    await sato.sees(
      ja.progress.titles.checked,
      ja.progress.row('2'),
      refusal({ code: 'CUS_ADDRESS', field: 'postalCode', rule: '123-4567' }),
    )
    await pictured(sato, '03-dry-run')

    const confirm = ja.buttons.confirm(2)
    await sato.presses(confirm)
    const asked = await sato.sees(newCustomers.confirm(2))
    await pictured(sato, '04-asked')
    await asked.getByRole('button', { name: confirm, exact: true }).last().click()
    // Nobody presses *Refresh*: the message follows the job.
    await sato.sees(ja.progress.titles.done, ja.progress.of(3, 3))
    await pictured(sato, '05-done')
    await sato.presses(ja.buttons.outcomes)
    const ready = await sato.sees(ja.progress.ready)
    await pictured(sato, '06-file-ready')
    const page = await opened(ready, ja.buttons.fetch)
    await page.getByText('bulk-newCustomers.csv').waitFor()
    await picture(page, 'bulk-07-download')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button').click()])
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    await page.close()
    expect(lines[1]).toContain(newCustomers.file.done.good)
    expect(lines[2]).toContain(ja.results.done.refused)
    expect(lines[3]).toContain('tsubame3.onmicrosoft.com')
  })

  it('names a support contact for the rows of a file, and the reseller is told once', async () => {
    const { support } = ja.kinds
    const before = await aoki.cards()
    await sato.presses(ja.buttons.another)
    const kinds = await sato.sees(ja.title, support.text)
    await pictured(sato, '10-kinds-again')
    await besides(kinds, support.title).click()
    const start = await sato.sees(support.text, ja.start.hint('500'))
    const page = await opened(start, ja.buttons.upload)
    const button = page.locator('button.primary')
    await button.waitFor()
    await picture(page, 'bulk-11-upload')
    await page.locator('input[type=file]').setInputFiles({ name: 'サポート.csv', mimeType: 'text/csv', buffer: FILE })
    await button.click()
    await page.getByText('サポート.csv').waitFor()
    await picture(page, 'bulk-12-received')
    await page.close()
    await sato.presses(ja.buttons.uploaded)
    await sato.sees(ja.progress.titles.checked, ja.kinds.support.check.good)
    await pictured(sato, '13-dry-run')
    const confirm = ja.buttons.confirm(CUSTOMERS * 2)
    await sato.presses(confirm)
    const asked = await sato.sees(support.confirm(CUSTOMERS * 2))
    await asked.getByRole('button', { name: confirm, exact: true }).last().click()
    await sato.sees(ja.progress.titles.done, ja.progress.of(CUSTOMERS * 2, CUSTOMERS * 2))
    await pictured(sato, '14-done')
    await playground().settle()
    await aoki.sees(`support contact for ${CUSTOMERS * 2} subscriptions of ${CUSTOMERS} customers`)
    await pictured(aoki, '15-reseller-told')
    expect(await aoki.cards()).toBe(before + 1)
    await aoki.says('bulk')
    await aoki.sees(en.title, en.kinds.invitations.text)
    await pictured(aoki, '16-reseller-kinds')
  })

  /** The page that a button opens beside the chat. */
  async function opened(card: Locator, title: string): Promise<Page> {
    const press = card.getByText(title, { exact: true }).click()
    const [page] = await Promise.all([browser('ja').waitForEvent('page'), press])
    return page
  }
})

const pictured = (window: ChatWindow, name: string): Promise<void> => window.pictured(`bulk-${name}`)

/** The button that stands beside this in a list. */
const besides = (card: Locator, title: string): Locator =>
  card.getByText(title, { exact: true }).first().locator('xpath=ancestor::*[.//button][1]').getByRole('button')

const TABLE = [
  '法人名,ドメインのプレフィックス,国または地域,郵便番号,都道府県,市区町村,住所 1,姓,名,顧客のメール アドレス,同意日,サブスクリプション,ライセンス数',
  ...['100-0005', '12', '100-0005'].map(
    (postalCode, n) =>
      `つばめ ${n + 1} 号株式会社,tsubame${n + 1},日本,${postalCode},東京都,千代田区,丸の内 2-4-1,春野,花,hana@tsubame${n + 1}.example,2026-10-01,Microsoft 365 Business Basic,5`,
  ),
]
  .join('\n')
  .replaceAll(',', '\t')

const FILE = Buffer.from(
  [
    '顧客,サブスクリプション,指定のサポート連絡先',
    ...Array.from({ length: CUSTOMERS }, (_, n) => [
      `${customerId(n)},Business Basic,${RESELLER.name}`,
      `${customerName(n)},Exchange,${RESELLER.name}`,
    ]).flat(),
  ].join('\r\n'),
)

const makeMany = (databaseFile: string): Promise<void> =>
  makePartners(databaseFile, () => soldBefore(databaseFile, PROVIDER, { count: CUSTOMERS, each: 2, served: RESELLER }))
