import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { words } from '../../cards/words/words.ts'
import type { Locale } from '../../domain/actor.ts'
import { openChat } from '../browser/chat-window.ts'
import { freePorts, startPlayground } from '../browser/running-playground.ts'
import { startChromium } from './chromium.ts'

/**
 * Writes the picture of the root README, cards/picture.png: the status of two enrollments, as their admins see it in a
 * chat window, in Japanese and in English. `node test/support/write-readme-picture.ts`
 */
const PICTURE = 'cards/picture.png'

/** What each admin fills in, step by step. */
const PEOPLE: readonly {
  name: string
  email: string
  locale: Locale
  timeZone: string
  steps: readonly Record<string, string | boolean>[]
}[] = [
  {
    name: '青木 太郎',
    email: 'taro.aoki@aozora-soft.example',
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    steps: [
      { 'MPN ID': '4200201' },
      { 郵便番号: '100-0005', 都道府県: '東京都', 市区町村: '千代田区', '住所 1': '丸の内 1-1-1' },
      { 私が第一連絡先担当者です: true },
      { 'サポートのメール アドレス': 'support@aozora-soft.example' },
      { 会社を代表する権限があります: true },
    ],
  },
  {
    name: 'Olivia Carter',
    email: 'olivia.carter@cascade-software.example',
    locale: 'en-US',
    timeZone: 'UTC',
    steps: [
      { 'MPN ID': '4300301' },
      {
        'Legal business name': 'Cascade Software, Inc.',
        'Address line 1': '1420 Fifth Avenue',
        City: 'Seattle',
        'State or prefecture': 'Washington',
        'Postal code': '98101',
      },
      { "That's me": true },
      { 'Support email': 'support@cascade-software.example' },
      { 'I may act for my company': true },
    ],
  },
]

const folder = mkdtempSync(join(tmpdir(), 'readme-picture-'))
const playground = await startPlayground(join(folder, 'bot.db'), await freePorts())
const browser = await startChromium()
try {
  const cards: Buffer[] = []
  for (const person of PEOPLE) cards.push(await statusOf(person))
  writeFileSync(PICTURE, await sideBySide(cards))
} finally {
  await browser.close()
  await playground.stop()
  rmSync(folder, { recursive: true })
}

/** Enrolls and confirms; then the agreement is what is waited for. */
async function statusOf({ name, email, locale, timeZone, steps }: (typeof PEOPLE)[number]): Promise<Buffer> {
  const { buttons, enroll, notice, status, terms } = words(locale, timeZone)
  const viewport = { width: 1000, height: 1400 }
  const context = await browser.newContext({ locale, timezoneId: timeZone, viewport })
  const chat = await openChat(context, playground.windowOf(name))
  await chat.says('enroll')
  await chat.presses(buttons.next)
  for (const [at, values] of steps.entries()) {
    await chat.sees(enroll.place(String(at + 1), String(steps.length)))
    await chat.types(values)
    await chat.presses(buttons.next)
  }
  await chat.sees(enroll.reviewTitle)
  await chat.presses(buttons.enrollNow)
  await chat.sees(status.title(''))

  await confirm(await context.newPage(), email)
  await chat.sees(notice({ name: 'enrollment.approved', tenantId: '' as never, company: '' }).title)
  await chat.says('status')
  const card = await chat.sees(status.title(terms.enrollmentStates.qualified))
  return card.screenshot()
}

/** Follows the link of the confirmation mail, and ticks both statements. */
async function confirm(page: Page, email: string): Promise<void> {
  const link = page
    .locator('article', { hasText: `→ ${email}` })
    .locator('a[href*="/verify/"]')
    .first()
  do await page.goto(playground.mailbox)
  while ((await link.count()) === 0)
  await link.click()
  for (const statement of await page.getByRole('checkbox').all()) await statement.check()
  await page.locator('button[value=confirm]').click()
  await page.waitForLoadState()
}

async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage()
  const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`).join('')
  await page.setContent(`<style>body{margin:0}div{display:inline-flex;gap:24px;padding:16px;background:#f5f5f5}
img{align-self:flex-start;border-radius:4px;box-shadow:0 1px 3px #0003}</style><div>${images}</div>`)
  return page.locator('div').screenshot()
}
