import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { answer, apply, confirm, linkTo, OUTSIDER, outsider, readable, titlesOf, until } from './way-in.ts'

const COMPANIES: readonly Sketch[] = [
  ...['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'holly', 'ivy', 'juniper', 'larch', 'kiwi'],
].map((name) => ({ name }))
const JAPANESE: Sketch = { name: 'kaede', country: 'JP', locale: 'ja-JP' }

let world: World
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES, JAPANESE) })
})
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const mpnIdOfCompany = (company: string): string => mpnIdOf(COMPANIES.findIndex(({ name }) => name === company))

/** An admin whose company's application waits for a contact of another company's domain. */
async function waiting(company: string, contact = outsider()): Promise<Person> {
  const ann = await admin(company)
  await apply(world, ann, { mpnId: mpnIdOfCompany(company), contact })
  return ann
}

const both = { signedUp: true, belongsToCompany: true }
const page = async (link: string) => readable((await world.get(link)).text)

describe('Sending the confirmation again', () => {
  it('waits for one business day, and says so; then the new link works and the old one does not', async () => {
    // A Friday in Seattle: the next business day is Monday.
    await until(world, '2035-01-12T18:00:00Z')
    const ann = await waiting('alder')
    const old = await linkTo(world, OUTSIDER)

    const status = await ann.says('status')
    expect(status.text).toContain('You can resend the email from January 15, 2035')
    for (const hours of ['PT1H', 'P1D', 'P1D', 'PT22H']) {
      await world.advance(hours)
      expect((await ann.presses('Resend', {}, { on: status })).text).toContain('You can resend the email from')
    }
    await world.settle()
    expect(await linkTo(world, OUTSIDER)).toBe(old)

    await world.advance('PT1H1M')
    expect((await ann.presses('Resend', {}, { on: status })).text).toContain('The email is on its way again')
    await world.settle()
    expect(await linkTo(world, OUTSIDER)).not.toBe(old)
    expect(await page(old)).toContain("This link isn't valid")
    expect((await answer(world, old, both)).status).toBe(404)
    expect((await ann.says('status')).text).toContain('Enrollment: Waiting for the primary contact')
    expect(readable((await confirm(world, OUTSIDER)).text)).toContain('Thank you')
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: In review')
  })

  it('is also for the MPN partner admin; a sales agent is told who can', async () => {
    await waiting('birch')
    await world.advance('P4D')
    const [mia, sal] = [await world.person('mia@birch.example'), await world.person('sal@birch.example')]
    const before = await world.mails(OUTSIDER)
    const offered = await mia.says('status')
    const status = await sal.says('status')
    expect(titlesOf(status)).not.toContain('Resend')
    const { verb, data } = mia.tapOf('Resend', {}, { on: offered })
    const refused = await sal.taps(verb, data)
    expect(refused.text).toContain('Ann Birch')
    expect(refused.text).toContain('Mia Birch')
    await world.settle()
    expect(await world.mails(OUTSIDER)).toHaveLength(before.length)
    await mia.presses('Resend', {}, { on: offered })
    await world.settle()
    expect(await world.mails(OUTSIDER)).toHaveLength(before.length + 1)
  })
})

describe('The confirmation link', () => {
  it('ends after fourteen days: the page says so, the admins are told, and a new mail helps', async () => {
    const ann = await waiting('cedar')
    const link = await linkTo(world, OUTSIDER)
    await world.advance('P13DT23H')
    expect(await page(link)).toContain('Confirm your email address for Cedar')
    ann.news()
    await world.advance('PT1H1M')
    await world.settle()
    expect(await page(link)).toContain('This link has expired. Ask for a new email.')
    expect(readable((await answer(world, link, both)).text)).toContain('This link has expired. Ask for a new email.')
    expect(
      ann
        .news()
        .map(({ text }) => text)
        .join(),
    ).toContain('The confirmation link has expired')
    expect((await ann.says('status')).text).toContain(`${OUTSIDER} did not confirm in time`)
    await ann.presses('Resend')
    await world.settle()
    await confirm(world, OUTSIDER)
    expect((await ann.says('status')).text).toContain('Enrollment: In review')
  })

  it('is good for one answer', async () => {
    const ann = await waiting('dogwood')
    const link = await linkTo(world, OUTSIDER)
    await answer(world, link, both)
    await world.settle()
    const before = world.stored()
    expect(readable((await answer(world, link, both)).text)).toContain('Your email address is already confirmed')
    expect(readable((await answer(world, link, { denies: true })).text)).toContain("This link isn't valid")
    await world.settle()
    expect(world.stored()).toEqual(before)
    expect((await ann.says('status')).text).toContain('Enrollment: In review')
  })

  it('needs both ticks, keeps the one that was set, and writes nothing before', async () => {
    await waiting('elm')
    const link = await linkTo(world, OUTSIDER)
    const before = world.stored()
    for (const ticks of [{}, { signedUp: true }, { belongsToCompany: true }]) {
      const { text } = await answer(world, link, ticks)
      expect(readable(text)).toContain('Confirm both statements.')
      expect(text.match(/ checked/g) ?? []).toHaveLength(Object.keys(ticks).length)
    }
    expect(world.stored()).toEqual(before)
    expect(readable((await answer(world, link, both)).text)).toContain('Thank you')
  })

  it('shows one and the same page whether it was used, is unknown or is garbled', async () => {
    await waiting('fir')
    const used = await linkTo(world, OUTSIDER)
    await answer(world, used, both)
    const expected = await world.get(used)
    expect(expected.status).toBe(404)
    const stranger = 'A'.repeat(43)
    const tokens = [stranger, 'x', '%00', '..%2f..%2fetc', '%F0%9F%8D%A3', `${used.slice(8)}A`, '%E2%80%AE']
    for (const token of tokens) expect(await world.get(`/verify/${token}`)).toEqual(expected)
    const unknown = await answer(world, `/verify/${stranger}`, both)
    for (const token of tokens) expect(await answer(world, `/verify/${token}`, both)).toEqual(unknown)
  })

  it('takes no answer from a page of somebody else', async () => {
    const ann = await waiting('ginkgo')
    const link = await linkTo(world, OUTSIDER)
    const before = world.stored()
    const form = 'signedUp=yes&belongsToCompany=yes&answer=confirm'
    expect((await world.post(link, form, { origin: 'https://evil.example' })).status).toBe(403)
    expect(world.stored()).toEqual(before)
    expect((await ann.says('status')).text).toContain('Waiting for the primary contact')
  })
})

describe('Another primary contact', () => {
  it('is named when the first one did not sign up: the review stops until the new one confirms', async () => {
    const ann = await waiting('holly')
    const bob = await world.person('bob@holly.example')
    await bob.says('help')
    bob.news()
    const link = await linkTo(world, OUTSIDER)
    expect(readable((await answer(world, link, { denies: true })).text)).toContain('Thank you for telling us')
    expect(readable((await answer(world, link, { denies: true })).text)).toContain('Thank you for telling us')
    await world.settle()
    for (const told of [ann.news(), bob.news()])
      expect(told.filter(({ text }) => text.includes('The primary contact says they did not sign up'))).toHaveLength(1)
    expect((await answer(world, link, both)).status).toBe(404)
    expect((await ann.says('help')).text).toContain('Name another primary contact')

    await bob.says('status')
    await bob.presses('Change the primary contact')
    await bob.presses('Submit', { "That's me": true })
    await world.settle()
    expect(await page(link)).toContain("This link isn't valid")
    await confirm(world, bob.email)
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it('is named at once when the mail comes back', async () => {
    const gone = 'kim@gone.invalid'
    const ann = await waiting('ivy', outsider(gone))
    await world.settle()
    expect(
      ann
        .news()
        .map(({ text }) => text)
        .join(),
    ).toContain(`Our email to ${gone} came back`)
    expect((await ann.says('status')).text).toContain(`The email to ${gone} could not be delivered`)
    expect(titlesOf(ann.sees)).toContain('Resend')
    await ann.presses('Change the primary contact')
    const wrong = await ann.presses('Submit', { 'First name': 'Kim', 'Last name': 'Lee', Email: 'kim@gmail.com' })
    expect(wrong.text).toContain("gmail.com is a web-based email service. Use your company's address.")
    await ann.presses('Submit', { Email: 'kim@ivy.example' })
    await world.settle()
    await confirm(world, 'kim@ivy.example')
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it('is named when the review rejects the one there is: the review goes on when the new one has confirmed', async () => {
    const ann = await waiting('kiwi')
    const grace = await world.person(OPERATOR.grace)
    await grace.says('help')
    grace.news()
    await confirm(world, OUTSIDER)
    await world.settle()
    const [called] = grace.news()
    await grace.presses('Review', {}, called && { on: called })
    await grace.presses('Reject')
    await grace.presses('Reject', { Reason: 'Kim does not work there.', 'What has to be fixed': ['Employment'] })
    await ann.says('status')
    await ann.presses('Change the primary contact')
    const status = await ann.presses('Submit', { "That's me": true })
    expect(status.text).not.toContain('Confirmed by')
    await world.settle()
    const waits = await ann.says('status')
    expect(waits.text).toContain(`Waiting for ${ann.email} since`)
    expect(waits.text).not.toContain('Confirmed by')
    await confirm(world, ann.email)
    await world.settle()
    expect((await ann.says('status')).text).toContain(`Confirmed by ${ann.email}`)
    const again = grace.news().find(({ text }) => text.includes('Please review again: Kiwi'))
    await grace.presses('Review', {}, again && { on: again })
    await grace.presses('Approve')
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it('is named when the address was mistyped, and the mistyped one can do nothing anymore', async () => {
    const ann = await waiting('juniper')
    const old = await linkTo(world, OUTSIDER)
    await ann.says('status')
    await ann.presses('Change the primary contact')
    await ann.presses('Submit', { Email: 'kim.lee@juniper.example' })
    await world.settle()
    expect((await answer(world, old, both)).status).toBe(404)
    expect((await answer(world, old, { denies: true })).status).toBe(404)
    expect((await ann.says('status')).text).toContain('kim.lee@juniper.example')
    await confirm(world, 'kim.lee@juniper.example')
  })
})

describe('The confirmation mail', () => {
  it('begins in the language of the admin who applied, with the other one below', async () => {
    await waiting('larch')
    const [english] = await world.mails(OUTSIDER)
    expect(english?.subject).toBe('Confirm your email address for Larch')
    expect(english?.text.indexOf('I signed up for this Partner Center account.')).toBeGreaterThan(0)
    expect(english?.text.indexOf('I signed up')).toBeLessThan(english?.text.indexOf('私本人です') ?? 0)

    const ann = await admin('kaede')
    await ann.says('登録')
    await ann.presses('次へ')
    await ann.presses('次へ', { 'MPN ID': mpnIdOf(COMPANIES.length) })
    const address = { 郵便番号: '1000005', 都道府県: '東京都', 市区町村: '千代田区', '住所 1': '丸の内 1-1-1' }
    await ann.presses('次へ', address)
    await ann.presses('次へ', { 姓: '木村', 名: '藍', 'メール アドレス': 'ai.kimura@kaede.example' })
    await ann.presses('次へ', { 'サポートのメール アドレス': 'support@kaede.example' })
    await ann.presses('次へ', { 会社を代表する権限があります: true })
    await ann.presses('今すぐ登録する')
    await world.settle()
    const [japanese] = await world.mails('ai.kimura@kaede.example')
    expect(japanese?.subject).toBe('メール アドレスの確認のお願い (Kaede)')
    expect(japanese?.text).toContain('木村 藍 様')
    expect(japanese?.text.indexOf('私本人です')).toBeLessThan(japanese?.text.indexOf('I signed up') ?? 0)

    const link = await linkTo(world, 'ai.kimura@kaede.example')
    expect(await page(link)).toContain('パートナー センター アカウントに登録したのは私本人です。')
    expect(await page(`${link}?lang=en`)).toContain('I signed up for this Partner Center account.')
  })
})
