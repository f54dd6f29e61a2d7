import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import { chromiumPath, startChromium } from '../support/chromium.ts'
import { type ChatWindow, openChat, picture } from './chat-window.ts'
import { freePorts, type Ports, type RunningPlayground, startPlayground } from './running-playground.ts'

// The whole enrollment as people do it: `npm run playground`, a chat window, a browser, and no knowledge of the inside.
// Buttons and labels are those that people are promised; what else cards say is taken from the words of the cards.

const ja = words('ja-JP', 'Asia/Tokyo')
const en = words('en-US', 'UTC')
const notice = { tenantId: '' as never, company: 'Cascade Software' }

describe.skipIf(chromiumPath === undefined)('browser: enrolling in a chat window', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-test-'))
  let ports: Ports
  let playground: RunningPlayground
  let browser: Browser
  let japanese: BrowserContext
  let english: BrowserContext

  const start = () => startPlayground(join(folder, 'bot.db'), ports)
  const chat = (context: BrowserContext, name: string): Promise<ChatWindow> =>
    openChat(context, playground.windowOf(name))

  beforeAll(async () => {
    ports = await freePorts()
    playground = await start()
    browser = await startChromium()
    const viewport = { width: 1100, height: 1400 }
    japanese = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport })
    english = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', viewport })
  }, 120_000)

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const pages = [japanese, english].flatMap((context) => context.pages())
    for (const [at, page] of pages.entries()) await picture(page, `failed-${at}`)
  })

  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it('in Japanese, from ヘルプ to the signed agreement and the admin agent', async () => {
    const taro = await chat(japanese, '青木 太郎')
    await taro.says('ヘルプ')
    await taro.sees(ja.home.next.enroll.title, '青空ソフト')
    await taro.pictured('ja-01-home')
    await taro.presses(ja.buttons.start)
    await taro.sees(ja.checklist.title)
    await taro.pictured('ja-02-checklist')
    await taro.presses('次へ')

    await taro.sees(ja.enroll.place('1', '5'))
    await taro.presses('次へ')
    await taro.sees(ja.refusal({ code: 'MPN_FORMAT', field: 'mpnId' }))
    await taro.pictured('ja-03-mpn-empty')
    await taro.types({ 'MPN ID': '4200202' })
    await taro.presses('次へ')
    await taro.sees(ja.form.checkBelow, ja.refusal({ code: 'MPN_NOT_ACTIVE', field: 'mpnId', id: '4200202' }))
    expect(await taro.typed('MPN ID')).toBe('4200202')
    await taro.pictured('ja-04-mpn-refused')
    await taro.types({ 'MPN ID': '４２００２０１' })
    await taro.presses('次へ')

    await taro.sees(ja.enroll.place('2', '5'), '法人プロファイル')
    expect(await taro.typed('法人名')).toBe('株式会社青空ソフト')
    await taro.types({ 郵便番号: '1000005', 都道府県: '東京都', 市区町村: '千代田区', '住所 1': '丸の内 1-1-1' })
    await taro.pictured('ja-05-legal')
    await taro.presses('次へ')
    await taro.sees(ja.enroll.place('3', '5'), '第一連絡先担当者')
    await taro.types({ 私が第一連絡先担当者です: true, 電話番号: '03-5555-0100' })
    await taro.pictured('ja-06-contact')
    await taro.presses('次へ')
    await taro.sees(ja.enroll.place('4', '5'), 'サポートの詳細')
    await taro.types({ 'サポートのメール アドレス': 'support@aozora-soft.example', サポートの電話番号: '03-5555-0123' })
    await taro.pictured('ja-07-support')
    await taro.presses('次へ')
    await taro.sees(ja.enroll.place('5', '5'), '権限の確認')
    await taro.presses('次へ')
    await taro.sees(ja.refusal({ code: 'ENR_AUTHORITY', field: 'authority' }))
    await taro.pictured('ja-08-authority-unticked')
    await taro.types({ 会社を代表する権限があります: true })
    await taro.presses('次へ')
    await taro.sees(ja.enroll.reviewTitle, '4200201', '〒100-0005', '東京都千代田区丸の内 1-1-1', '青木 太郎')
    await taro.pictured('ja-09-review')
    await taro.presses('今すぐ登録する')
    await taro.sees('登録状態:', '4200201', ja.timeline.contact)
    await taro.pictured('ja-10-submitted')

    const page = await followMail(japanese, 'taro.aoki@aozora-soft.example', 'メール アドレスの確認のお願い')
    await page.getByRole('checkbox').first().check()
    await picture(page, 'ja-12-verify')
    await page.getByRole('button', { name: '確認する' }).click()
    await page.getByRole('alert').waitFor()
    await picture(page, 'ja-13-verify-one-statement')
    for (const statement of await page.getByRole('checkbox').all()) await statement.check()
    await page.getByRole('button', { name: '確認する' }).click()
    await page.getByRole('heading', { name: '確認が完了しました' }).waitFor()
    await picture(page, 'ja-14-verified')

    await taro.sees(ja.notice({ ...notice, name: 'enrollment.approved' }).title)
    await taro.pictured('ja-15-approved')
    await taro.presses('MPA に署名')
    await taro.sees(ja.mpa.title, ...ja.mpa.languageNotice)
    await taro.pictured('ja-16-mpa')
    await taro.types({ [ja.terms.fields.mpaAccepted]: true })
    await taro.presses('同意して続行する')
    await taro.sees(ja.mpa.acceptedTitle, '青木 太郎')
    await taro.pictured('ja-17-mpa-signed')
    await taro.presses('自分を追加する')
    await taro.sees(ja.home.next.findProvider.title)
    await taro.pictured('ja-18-added')
    await taro.presses('組織プロファイル')
    await taro.sees('組織プロファイル', '表示名')
    expect(await taro.typed('市区町村')).toBe('千代田区')
    await taro.types({ 'メール アドレス': 'info@aozora-soft.example' })
    await taro.pictured('ja-19-organization-profile')
    await taro.presses('保存')
    await taro.sees(ja.notes.saved, ja.home.next.findProvider.title)
    await taro.says('登録状態')
    await taro.sees('登録状態: アクティブ', '青木 太郎')
    await taro.pictured('ja-20-status')
  })

  it('in English, rejected by the support agent, corrected and active in the end', async () => {
    const olivia = await chat(english, 'Olivia Carter')
    const grace = await chat(english, 'Grace Miller')
    await olivia.says('help')
    await olivia.sees(en.home.next.enroll.title, 'Cascade Software')
    await olivia.pictured('en-01-home')
    await olivia.presses(en.buttons.start)
    await olivia.sees(en.checklist.title)
    await olivia.pictured('en-02-checklist')
    await olivia.presses('Next')
    await olivia.sees(en.enroll.place('1', '5'))
    await olivia.types({ 'MPN ID': '4300303' })
    await olivia.presses('Next')
    await olivia.sees(en.form.checkBelow, '4300303')
    expect(await olivia.typed('MPN ID')).toBe('4300303')
    await olivia.pictured('en-03-mpn-refused')
    await olivia.types({ 'MPN ID': '4300301' })
    await olivia.presses('Next')

    await olivia.sees(en.enroll.place('2', '5'), 'Legal business profile')
    await olivia.types({
      'Legal business name': 'Cascade Software',
      'Address line 1': '1420 Fifth Avenue',
      City: 'Seattle',
      'State or prefecture': 'Washington',
      'Postal code': 'SW1A',
    })
    await olivia.presses('Next')
    await olivia.sees(en.refusal({ code: 'CUS_ADDRESS', field: 'postalCode', rule: '12345' }))
    await olivia.pictured('en-04-legal-postal-code')
    await olivia.types({ 'Postal code': '98101' })
    await olivia.presses('Next')
    await olivia.sees(en.enroll.place('3', '5'), 'Primary contact')
    await olivia.types({ 'First name': 'Daniel', 'Last name': 'Reyes', Email: 'daniel.reyes@gmail.com' })
    await olivia.presses('Next')
    await olivia.sees(en.enroll.place('3', '5'), en.form.checkBelow, 'gmail.com')
    expect(await olivia.typed('First name')).toBe('Daniel')
    expect(await olivia.typed('Email')).toBe('daniel.reyes@gmail.com')
    await olivia.pictured('en-05-contact-refused')
    await olivia.types({ Email: 'daniel.reyes@cascade-software.example' })
    await olivia.presses('Next')
    await olivia.sees(en.enroll.place('4', '5'), 'Support details')
    await olivia.types({ 'Support email': 'support@cascade-software.example', 'Support phone': '+1 206 555 0150' })
    await olivia.pictured('en-06-support')
    await olivia.presses('Next')
    await olivia.sees(en.enroll.place('5', '5'), 'Confirmation of authorization')
    await olivia.types({ 'I may act for my company': true })
    await olivia.pictured('en-07-authority')
    await olivia.presses('Next')
    await olivia.sees(en.enroll.reviewTitle, 'Cascade Software', '1420 Fifth Avenue', 'Seattle, Washington 98101')
    await olivia.pictured('en-08-review')
    await olivia.presses('Enroll now')
    await olivia.sees('Enrollment:', '4300301', en.timeline.contact)
    await olivia.pictured('en-09-submitted')

    const page = await followMail(english, 'daniel.reyes@cascade-software.example', 'Confirm your email address')
    for (const statement of await page.getByRole('checkbox').all()) await statement.check()
    await picture(page, 'en-11-verify')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'your email address is confirmed' }).waitFor()
    await picture(page, 'en-12-verified')

    await grace.sees(en.notice({ ...notice, name: 'review.requested', dueAt: '2026-12-01T00:00:00.000Z' }).title)
    await grace.pictured('en-13-grace-told')
    await grace.says('reviews')
    await grace.sees(en.reviews.title, 'Cascade Software', en.buttons.refresh)
    await grace.pictured('en-14-grace-reviews')
    await grace.presses('Review')
    await grace.sees(en.review.checks, 'Cascade Software', '1420 Fifth Avenue')
    await grace.pictured('en-15-grace-review')
    await grace.presses('Reject')
    await grace.sees(en.decide.reject)
    await grace.types({
      Reason: 'In the register the company is called “Cascade Software, Inc.”',
      [en.terms.verificationKinds.business]: true,
    })
    await grace.pictured('en-16-grace-rejects')
    await grace.presses('Reject')
    await grace.sees(en.terms.enrollmentStates.rejected, en.review.decisions)
    await grace.pictured('en-17-grace-rejected')

    await olivia.sees(en.notice({ ...notice, name: 'enrollment.rejected', reason: '', fixes: [] }).title)
    await olivia.pictured('en-18-rejected')
    await olivia.presses(en.buttons.fix)
    await olivia.sees(en.fix.title, 'Legal business name')
    await olivia.pictured('en-19-fix')
    await olivia.types({ 'Legal business name': 'Cascade Software, Inc.' })
    await olivia.presses('Submit')
    await olivia.sees('Enrollment:', en.timeline.review)
    await olivia.pictured('en-20-resubmitted')

    await grace.sees(en.notice({ ...notice, name: 'review.resubmitted', dueAt: '2026-12-01T00:00:00.000Z' }).title)
    await grace.presses('Review')
    await grace.sees(en.review.decisions, 'Cascade Software, Inc.', 'Approve')
    await grace.pictured('en-21-grace-reviews-again')
    await grace.presses('Approve')
    await grace.sees(en.terms.enrollmentStates.qualified, en.review.decisions)
    await grace.pictured('en-22-grace-approved')

    await olivia.sees(en.notice({ ...notice, name: 'enrollment.approved' }).title)
    await olivia.presses('Sign MPA')
    await olivia.sees(en.mpa.title, en.mpa.perpetual)
    await olivia.presses('Accept and continue')
    await olivia.pictured('en-23-mpa-unticked')
    await olivia.types({ [en.terms.fields.mpaAccepted]: true })
    await olivia.presses('Accept and continue')
    await olivia.sees(en.mpa.acceptedTitle, 'Olivia Carter')
    await olivia.pictured('en-24-mpa-signed')
    await olivia.presses('Add me')
    await olivia.sees(en.home.next.findProvider.title)
    await olivia.pictured('en-25-added')
    await olivia.says('status')
    await olivia.sees('Enrollment: Active', 'Olivia Carter')
    await olivia.pictured('en-26-status')
  })

  it('and still there when the playground has been stopped and started again', async () => {
    await playground.stop()
    playground = await start()
    const taro = await chat(japanese, '青木 太郎')
    await taro.says('登録状態')
    await taro.sees('登録状態: アクティブ', '4200201', '青木 太郎')
    await taro.pictured('ja-21-after-restart')
    const olivia = await chat(english, 'Olivia Carter')
    await olivia.says('status')
    await olivia.sees('Enrollment: Active', '4300301', 'Olivia Carter')
    await olivia.pictured('en-27-after-restart')
  })

  /** Waits for a mail in the mailbox, and opens the link in it. */
  async function followMail(context: BrowserContext, address: string, subject: string): Promise<Page> {
    const page = await context.newPage()
    const mail = page.locator('article', { hasText: address }).filter({ hasText: subject }).first()
    await expect
      .poll(
        async () => {
          await page.goto(playground.mailbox)
          return mail.count()
        },
        { timeout: 45_000, interval: 250 },
      )
      .toBe(1)
    await mail.scrollIntoViewIfNeeded()
    await picture(page, `${context === japanese ? 'ja-11' : 'en-10'}-mail`)
    await mail.getByRole('link').first().click()
    await page.getByRole('checkbox').first().waitFor()
    return page
  }
})
