import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, worldOf } from './companies.ts'
import { ADDRESS, answer, factOf, fillIn, linkTo, readable, titlesOf } from './way-in.ts'

/** The same way in both languages, with people of the world that comes with the product. */
const ENGLISH = {
  language: 'English',
  admin: 'olivia.carter@cascade-software.example',
  colleague: 'daniel.reyes@cascade-software.example',
  keeper: 'olivia.carter@cascade-software.example',
  company: 'Cascade Software',
  legalName: 'Cascade Software, Inc.',
  mpnId: '4300301',
  type: { help: 'help', enroll: 'enroll', status: 'enrollment status', users: 'users', profile: 'business profile' },
  press: {
    start: 'Enroll as an indirect reseller',
    next: 'Next',
    enrollNow: 'Enroll now',
    sign: 'Sign MPA',
    accept: 'Accept and continue',
    home: 'Home',
    addMe: 'Add me',
    profile: 'Organization profile',
    save: 'Save',
    newUser: 'Add a user',
    changed: 'I have changed my password',
    business: 'Business profile',
  },
  address: {
    'Address line 1': '400 Pine Street',
    City: 'Seattle',
    'State or prefecture': 'Washington',
    'Postal code': '98101',
  },
  me: { "That's me": true },
  support: { 'Support email': 'help@cascade-software.example', 'Support phone': '+1 206 555 0100' },
  authority: { 'I may act for my company': true },
  tick: { 'I have read the Microsoft Partner Agreement and accept it for my company': true },
  profileEmail: { Email: 'hello@cascade-software.example', Website: 'https://cascade-software.example' },
  employee: { 'Full name': 'Noah Kim', Email: 'noah.kim@cascade-software.example' },
  roles: { label: 'Roles', role: /^Helpdesk agent/ },
  business: {
    'About your company': 'We move offices to the cloud.',
    Specialties: 'Azure',
    Email: 'leads@cascade-software.example',
  },
  says: {
    hello: 'Enroll your company in CSP',
    checklist: 'Before you begin',
    review: 'Review and enroll',
    statements: ['I signed up for this Partner Center account.', 'This email address belongs to my company.'],
    page: 'Confirm your email address for Cascade Software',
    thanks: 'Thank you, your email address is confirmed',
    notices: [
      'The primary contact has confirmed',
      'Your enrollment as an indirect reseller was approved',
      'The Microsoft Partner Agreement (MPA) is ready to sign',
    ],
    banner: '✓ Microsoft Partner Agreement signed',
    signature: { 'Signed by': 'Olivia Carter', 'CSP region': 'United States' },
    complete: 'Your enrollment is complete',
    addMe: 'Add yourself to Admin agent',
    password: 'Temporary password: ',
    locked: 'Change your temporary password first.',
    open: 'Everything is open to you now.',
    saved: 'Saved.',
    provider: 'Find an indirect provider',
    active: 'Enrollment: Active',
    done: 'Done',
    undone: ['In progress', 'To come', 'Stopped'],
  },
}

const JAPANESE: typeof ENGLISH = {
  language: 'Japanese',
  admin: 'taro.aoki@aozora-soft.example',
  colleague: 'yuki.nakamura@aozora-soft.example',
  keeper: 'aya.kato@aozora-soft.example',
  company: '青空ソフト',
  legalName: '株式会社青空ソフト',
  mpnId: '4200201',
  type: {
    help: 'ヘルプ',
    enroll: '登録',
    status: '登録状態',
    users: 'ユーザー管理',
    profile: 'ビジネス プロファイル',
  },
  press: {
    start: '間接リセラーとして登録する',
    next: '次へ',
    enrollNow: '今すぐ登録する',
    sign: 'MPA に署名',
    accept: '同意して続行する',
    home: 'ホーム',
    addMe: '自分を追加する',
    profile: '組織プロファイル',
    save: '保存',
    newUser: 'ユーザーの追加',
    changed: 'パスワードを変更しました',
    business: 'ビジネス プロファイル',
  },
  address: { '住所 1': '丸の内 1-1-1', 市区町村: '千代田区', 都道府県: '東京都', 郵便番号: '1000005' } as never,
  me: { 私が第一連絡先担当者です: true } as never,
  support: { 'サポートのメール アドレス': 'help@aozora-soft.example', サポートの電話番号: '03-5555-0100' } as never,
  authority: { 会社を代表する権限があります: true } as never,
  tick: { 'Microsoft Partner Agreement の内容を読み、会社を代表して同意します': true } as never,
  profileEmail: { 'メール アドレス': 'info@aozora-soft.example', 'Web サイト': 'https://aozora-soft.example' } as never,
  employee: { 氏名: '山田 花子', 'メール アドレス': 'hanako.yamada@aozora-soft.example' } as never,
  roles: { label: 'ロール', role: /^ヘルプデスク エージェント/ },
  business: {
    会社の紹介: 'オフィスのクラウド移行を支援します。',
    得意分野: 'Azure',
    'メール アドレス': 'leads@aozora-soft.example',
  } as never,
  says: {
    hello: '貴社を CSP に登録しましょう',
    checklist: '始める前に',
    review: '内容の確認',
    statements: ['パートナー センター アカウントに登録したのは私本人です。', 'このメール アドレスは当社のものです。'],
    page: 'メール アドレスの確認',
    thanks: 'メール アドレスの確認が完了しました',
    notices: [
      '第一連絡先担当者の確認が完了しました',
      '間接リセラーとしての登録が承認されました',
      'Microsoft Partner Agreement (MPA)',
    ],
    banner: '✓ Microsoft Partner Agreement (MPA) に署名しました',
    signature: { 署名者: '青木 太郎', 'CSP の地域': '日本' } as never,
    complete: '登録が完了しました',
    addMe: 'ご自身を管理エージェントに追加してください',
    password: '一時パスワード: ',
    locked: '先に一時パスワードを変更してください。',
    open: 'すべての操作ができるようになりました。',
    saved: '保存しました。',
    provider: '間接プロバイダーを探しましょう',
    active: '登録状態: アクティブ',
    done: '完了',
    undone: ['進行中', 'これから', '停止'],
  },
}

describe.each([ENGLISH, JAPANESE])('The way in, in $language', (way) => {
  const { type, press, says } = way
  let world: World
  let admin: Person
  let colleague: Person
  beforeAll(async () => {
    world = await startWorld()
    admin = await world.person(way.admin)
    colleague = await world.person(way.colleague)
  })
  afterAll(() => world.close())

  it('begins with a home card that says what is so and what to do', async () => {
    const home = await admin.says(type.help)
    expect(home.text).toContain(way.company)
    expect(home.text).toContain(says.hello)
    expect((await admin.presses(press.start)).text).toContain(says.checklist)
  })

  it('asks for everything step by step and reads all of it back', async () => {
    await admin.says(type.enroll)
    await admin.presses(press.next)
    await admin.presses(press.next, { 'MPN ID': way.mpnId })
    await admin.presses(press.next, way.address)
    await admin.presses(press.next, way.me)
    await admin.presses(press.next, way.support)
    const review = await admin.presses(press.next, way.authority)
    expect(review.text).toContain(says.review)
    const typed = [...Object.values(way.address), ...Object.values(way.support)].map(String)
    for (const value of [
      way.mpnId,
      way.legalName,
      admin.name,
      admin.email,
      ...typed.filter((one) => one !== '1000005'),
    ])
      expect(review.text).toContain(value)
  })

  it('takes the application with Enroll now, mails the primary contact and tells the other admin', async () => {
    await colleague.says(type.help)
    await admin.presses(press.enrollNow)
    await world.settle()
    const [mail] = await world.mails(admin.email)
    for (const statement of says.statements) expect(mail?.text).toContain(statement)
    expect(
      colleague
        .news()
        .map(({ text }) => text)
        .join(),
    ).toContain(admin.email)
  })

  it('is not moved by a mail scanner that opens the link a hundred times', async () => {
    const link = await linkTo(world, admin.email)
    const before = world.stored()
    const pages = await Promise.all(Array.from({ length: 100 }, () => world.get(link)))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
    expect(readable(pages[0]?.text ?? '')).toContain(says.page)
    expect(world.stored()).toEqual(before)
  })

  it('moves on when the contact ticks both statements, and is approved at once', async () => {
    const link = await linkTo(world, admin.email)
    const page = await answer(world, link, { signedUp: true, belongsToCompany: true })
    expect(readable(page.text)).toContain(says.thanks)
    admin.news()
    await world.settle()
    const told = admin.news().map(({ text }) => text)
    for (const title of says.notices) expect(told.join('\n')).toContain(title)
  })

  it('offers the agreement, and the signature is confirmed by a banner', async () => {
    await admin.says(type.help)
    await admin.presses(press.sign)
    const banner = await admin.presses(press.accept, way.tick)
    expect(banner.text).toContain(says.banner)
    for (const [fact, value] of Object.entries(says.signature)) expect(factOf(banner, fact)).toBe(value)
    await world.settle()
    expect(
      admin
        .news()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain(says.complete)
    expect(
      colleague
        .news()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain(admin.name)
  })

  it('checks that a global admin is an Admin agent before users can be added', async () => {
    expect((await admin.presses(press.home)).text).toContain(says.addMe)
    await admin.says(type.users)
    expect(titlesOf(admin.sees)).not.toContain(press.newUser)
    await admin.says(type.help)
    await admin.presses(press.addMe)
    await world.settle()
    expect((await admin.says(type.help)).text).not.toContain(says.addMe)
  })

  it('keeps the organization profile', async () => {
    await admin.presses(press.profile)
    const home = await admin.presses(press.save, { ...way.address, ...way.profileEmail })
    expect(home.text).toContain(says.saved)
    await admin.presses(press.profile)
    const [email] = Object.values(way.profileEmail)
    expect(admin.sees.inputs.map(({ value }) => value)).toContain(email)
  })

  it('adds an employee whose first sign-in asks for a new password before anything else', async () => {
    await admin.says(type.users)
    await admin.presses(press.newUser)
    const choices = admin.sees.inputs.find(({ label }) => label === way.roles.label)?.choices ?? []
    const role = choices.find(({ title }) => way.roles.role.test(title))?.title ?? ''
    await admin.presses(press.newUser, { ...way.employee, [way.roles.label]: [role] })
    await world.settle()
    const address = String(Object.values(way.employee)[1])
    expect((await world.mails(address))[0]?.text).toContain(says.password)

    const employee = await world.person(address)
    const locale = way === JAPANESE ? 'ja-JP' : 'en-US'
    expect((await employee.says(type.status, { locale })).text).toContain(says.locked)
    expect((await employee.says(type.users, { locale })).text).toContain(says.locked)
    expect((await employee.says(type.help, { locale })).buttons.map(({ title }) => title)).toContain(press.changed)
    expect((await employee.presses(press.changed)).text).toContain(says.open)
    expect((await employee.says(type.status, { locale })).text).toContain(says.active)
  })

  it('keeps the business profile, and the way is complete', async () => {
    const keeper = await world.person(way.keeper)
    await keeper.says(type.profile)
    expect((await keeper.presses(press.save, way.business)).text).toContain(says.saved)

    const status = await admin.says(type.status)
    expect(status.text).toContain(says.active)
    expect(status.text.split('\n').filter((line) => line === says.done)).toHaveLength(6)
    for (const state of says.undone) expect(status.text.split('\n')).not.toContain(state)
    expect((await admin.says(type.help)).text).toContain(says.provider)
  })

  it('is all still there when the process starts again', async () => {
    const seen = async () => [
      (await admin.says(type.status)).text,
      (await admin.says(type.help)).text,
      (await admin.says(type.users)).text,
      JSON.stringify(await world.mails()),
    ]
    const before = await seen()
    await world.restart()
    expect(await seen()).toEqual(before)
  })
})

describe('A draft', () => {
  let world: World
  beforeAll(async () => {
    const names = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo']
    world = await startWorld({ SANDBOX_WORLD: worldOf(...names.map((name) => ({ name }))) })
  })
  afterAll(() => world.close())
  const admins = async (company: string) => ({
    ann: await world.person(`ann@${company}.example`),
    bob: await world.person(`bob@${company}.example`),
  })

  it('survives a restart and ten days, and goes on where it stopped', async () => {
    const { ann } = await admins('alder')
    await ann.says('enroll')
    await ann.presses('Next')
    await ann.presses('Next', { 'MPN ID': mpnIdOf(0) })
    const old = await ann.presses('Next', ADDRESS)
    await world.restart()
    await world.advance('P10D')
    expect((await ann.says('help')).text).toContain('2 of 5 parts are filled in. Next: Primary contact.')
    expect((await ann.presses('Continue')).text).toContain('step 3 of 5')
    const next = await ann.presses('Next', { "That's me": true }, { on: old })
    expect(next.text).toContain('step 4 of 5')
  })

  it('keeps on Back what was saved, and takes a change of it', async () => {
    const { ann } = await admins('birch')
    await ann.says('enroll')
    await ann.presses('Next')
    await ann.presses('Next', { 'MPN ID': mpnIdOf(1) })
    await ann.presses('Next', ADDRESS)
    const legal = await ann.presses('Back')
    expect(legal.inputs.map(({ value }) => value)).toContain('12 Alder Street')
    const mpn = await ann.presses('Back')
    expect(mpn.inputs.map(({ value }) => value)).toEqual([mpnIdOf(1)])
    await ann.presses('Next', {})
    expect((await ann.says('enroll')).text).toContain('step 3 of 5')
  })

  it('is continued by a second admin', async () => {
    const { ann, bob } = await admins('cedar')
    await ann.says('enroll')
    await ann.presses('Next')
    await ann.presses('Next', { 'MPN ID': mpnIdOf(2) })
    expect((await bob.says('help')).text).toContain('1 of 5 parts are filled in')
    expect((await bob.presses('Continue')).text).toContain('step 2 of 5')
    await bob.presses('Next', ADDRESS)
    expect((await ann.says('enroll')).text).toContain('step 3 of 5')
  })

  it('shows both values to whoever saves the same step second, and keeps what they typed', async () => {
    const { ann, bob } = await admins('dogwood')
    await ann.says('enroll')
    await ann.presses('Next')
    await ann.presses('Next', { 'MPN ID': mpnIdOf(3) })
    await bob.says('enroll')
    await ann.presses('Next', { ...ADDRESS, City: 'Tacoma' })
    const both = await bob.presses('Next', { ...ADDRESS, City: 'Spokane' })
    expect(both.text).toContain('Somebody else saved this while you were typing.')
    expect(both.text).toMatch(/Ann Dogwood saved “Tacoma” on /)
    expect(both.inputs.find(({ label }) => label === 'City')?.value).toBe('Spokane')
    await bob.presses('Next')
    await ann.says('enroll')
    const legal = await ann.presses('Back')
    expect(legal.inputs.find(({ label }) => label === 'City')?.value).toBe('Spokane')
  })

  it('is not submitted as somebody saw it before a colleague changed it', async () => {
    const { ann, bob } = await admins('elm')
    const seen = await fillIn(ann, { mpnId: mpnIdOf(4) })
    await bob.says('enroll')
    await bob.presses('Change', {}, { nth: 4 })
    await bob.presses('Next', { 'Support email': 'other@support.example' })
    const again = await ann.presses('Enroll now', {}, { on: seen })
    expect(again.text).toContain('Someone changed this meanwhile.')
    expect(again.text).toContain('other@support.example')
    expect((await ann.presses('Enroll now')).text).toContain('Enrollment: Submitted')
  })

  it('is not submitted while a step is missing, whatever button is forged', async () => {
    const { ann } = await admins('ginkgo')
    await ann.says('enroll')
    const first = await ann.presses('Next')
    const { op } = ann.tapOf('Next').data as { op: string }
    const missing = await ann.taps('enroll-submit', { op, rev: 0 })
    expect(missing.text).toContain("These steps aren't complete yet: MPN ID, Legal business profile")
    expect((await ann.presses('Next', { 'MPN ID': mpnIdOf(6) }, { on: first })).text).toContain('step 2 of 5')
  })

  it('can be withdrawn, and a new one begins empty', async () => {
    const { ann } = await admins('fir')
    await fillIn(ann, { mpnId: mpnIdOf(5) })
    await ann.presses('Withdraw')
    expect((await ann.presses('Yes')).text).toContain('The application is withdrawn.')
    await ann.presses('Enroll as an indirect reseller')
    await ann.presses('Next')
    expect(ann.sees.inputs.map(({ value }) => value)).toEqual([''])
  })
})

describe('Companies that are asked for something else', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())

  it('asks a company already in CSP for support contact and authority alone', async () => {
    const makoto = await world.person('makoto.watanabe@minato-systems.example')
    expect((await makoto.says('登録')).text).toContain('不足している情報のみお尋ねします')
    expect((await makoto.presses('次へ')).text).toContain('手順 1 / 2')
    await makoto.presses('次へ', { 'サポートのメール アドレス': 'support@minato-systems.example' })
    const review = await makoto.presses('次へ', { 会社を代表する権限があります: true })
    for (const known of ['4600601', '株式会社みなとシステムズ', '220-0012', 'makoto.watanabe@minato-systems.example'])
      expect(review.text).toContain(known)
    expect((await makoto.presses('今すぐ登録する')).text).toContain('登録状態: 送信済み')
  })

  it('keeps the registration ID that Partner Center knew when its company changes the address', async () => {
    const makoto = await world.person('makoto.watanabe@minato-systems.example')
    await makoto.says('登録状態')
    await makoto.presses('取り下げる')
    await makoto.presses('はい')
    await makoto.says('登録')
    await makoto.presses('次へ')
    await makoto.presses('次へ', { 'サポートのメール アドレス': 'support@minato-systems.example' })
    await makoto.presses('次へ', { 会社を代表する権限があります: true })
    const form = await makoto.presses('変更', {}, { nth: 2 })
    expect(form.inputs.find(({ label }) => label === '登録番号')?.value).toBe('3020001000055')
    const review = await makoto.presses('次へ', { '住所 2': 'みなとタワー 13 階' })
    expect(review.text).toContain('3020001000055')
    expect(review.text).toContain('13 階')
  })

  it('knows the prefectures, and writes a Japanese postal code with its hyphen', async () => {
    const aoi = await world.person('aoi.matsumoto@aozora-nishi.example')
    await aoi.says('登録')
    await aoi.presses('次へ')
    const form = await aoi.presses('次へ', { 'MPN ID': '４２００２０８' })
    expect(form.inputs.find(({ label }) => label === '都道府県')?.choices).toHaveLength(47)
    const labels = form.inputs.map(({ label }) => label)
    expect(labels.indexOf('郵便番号')).toBeLessThan(labels.indexOf('住所 1'))

    const address = { 都道府県: '大阪府', 市区町村: '大阪市北区', '住所 1': '梅田１－２－３' }
    const wrong = await aoi.presses('次へ', { ...address, 郵便番号: '12-345' })
    expect(wrong.text).toContain('郵便番号: 123-4567 の形式で入力してください。')
    expect(wrong.inputs.find(({ label }) => label === '市区町村')?.value).toBe('大阪市北区')
    await aoi.presses('次へ', { 郵便番号: '１０００００５' })
    const back = await aoi.presses('戻る')
    expect(back.inputs.find(({ label }) => label === '郵便番号')?.value).toBe('100-0005')
    expect(back.inputs.find(({ label }) => label === '都道府県')?.value).toBe('JP-27')
  })

  it('asks for the registration ID where the country demands one', async () => {
    const mariana = await world.person('mariana.souza@ipe-tecnologia.example')
    expect((await mariana.says('enroll')).text).toContain('registration ID')
    await mariana.presses('Next')
    const form = await mariana.presses('Next', { 'MPN ID': '4800801' })
    expect(form.inputs.map(({ label }) => label)).toContain('Registration ID')
    const address = { 'Address line 1': 'Rua das Flores 10', City: 'Curitiba' }
    expect((await mariana.presses('Next', address)).text).toContain('Registration ID is required.')
    const next = await mariana.presses('Next', { 'Registration ID': '11.222.333/0001-81' })
    expect(next.text).toContain('step 3 of 5')
  })
})
