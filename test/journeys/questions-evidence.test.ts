// Long, since all of it is asked in one world that takes seconds to build.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { directBill, invites, linkIn, partners } from './invited.ts'
import { type Askers, askersOf, firstLine, makes, titlesIn } from './questioned.ts'
import { apply, toApproval } from './way-in.ts'

/** Alder sells through Harbor; Birch and Larch did; Elm is invited; Gum applies; Bakery was invited by Alder once. */
let askers: Askers
let world: World
let sam: Person
let gen: Person
let harbor: Person
let alder: Person
beforeAll(async () => {
  askers = await askersOf(
    { name: 'larch' },
    { name: 'elm' },
    { name: 'fir' },
    { name: 'gum' },
    { name: 'bakery', kind: 'customer' },
    directBill('direct'),
  )
  ;({ world, sam, gen } = askers)
  const { admin } = askers
  ;[harbor, alder] = await Promise.all([admin('harbor'), admin('alder')])
  await makes(world, harbor, 'Acme', 1)
  await makes(world, harbor, 'Beeches', 2)
  await toApproval(world, await admin('larch'), { mpnId: mpnIdOf(4) })
  await partners(world, harbor, await admin('larch'))
  for (const name of ['birch', 'larch']) await removes(await admin(name))
  await toApproval(world, await admin('elm'), { mpnId: mpnIdOf(5) })
  await (await admin('elm')).says(await invites(harbor, 'ann@elm.example'))
  await invites(harbor, 'ann@fir.example')
  await apply(world, await admin('gum'), { mpnId: mpnIdOf(7) })
  await alder.says('invite new customers')
  const link = linkIn(await alder.presses('Next', { "Customer's email": 'ann@bakery.example' }))
  await alder.presses('Done')
  await (await admin('bakery')).says(link)
  await world.settle()
}, 120_000)
afterAll(() => world.close())

async function removes({ tenantId }: Person): Promise<void> {
  await harbor.taps('remove-partnership', { tenant: tenantId })
  const declared = 'I declare for my company'
  const all = harbor.sees.inputs.find(({ label }) => label === declared)?.choices.map(({ title }) => title)
  await harbor.presses('Yes', { [declared]: all ?? [] })
}

const inJapanese = async (person: Person, text: string): Promise<Person['sees']> => {
  await person.says('言語 ja')
  const shown = await person.says(text)
  await person.says('language en')
  return shown
}

describe('Of partners', () => {
  it('a removed partnership is told with the customers that the two still share (Q1, R44)', async () => {
    const one = await sam.says('Is Harbor partnered with Birch?')
    expect(one.text).toContain('The customers of Birch stay with it: the two still share one customer.')
    expect(titlesIn(one)).toContain('Shared customers')
    const none = await gen.says('Harbor と Larch は提携していますか')
    expect(none.text).toContain('Larch の顧客はそのまま残ります。両社に共通の顧客はありません。')
  })

  it('a direct-bill partner is led to what it can become, companies that can never be partners to theirs (Q1)', async () => {
    const direct = await sam.says('Is Direct partnered with Harbor?')
    expect(titlesIn(direct)).toContain('Become a reseller?')
    expect(direct.text).toContain('Direct is a direct-bill partner.')
    expect(direct.text).not.toContain('can enroll it here')
    expect(titlesIn(await sam.says('Is Harbor partnered with Lagoon?'))).toEqual(
      expect.arrayContaining(['Partners: Harbor', 'Partners: Lagoon']),
    )
  })

  it('an invitation that can be accepted is opened from the answer, and support can remind of it (Q8)', async () => {
    const elm = await askers.admin('elm')
    expect(firstLine(await elm.says("Why can't we accept Harbor's invitation?"))).toBe('Yes')
    expect((await elm.presses('Open')).text).toContain('Harbor asks your company to authorize it')
    await sam.says("Why can't Elm accept Harbor's invitation?")
    expect((await sam.presses('Remind about the invitation: Elm')).text).toContain('Reminder sent to those at Elm')
  })

  it('an accepted invitation of a partnership that ended says how the two begin again (Q8)', async () => {
    const { text } = await sam.says("Why can't Larch accept Harbor's invitation?")
    expect(text).toMatch(/^No\n[\s\S]*An earlier partnership of the two was removed on/)
    expect(text).toContain('Harbor requests a new partnership')
    expect(text).toContain('R37')
  })

  it('of partners nothing is said to keep one from accepting (Q8)', async () => {
    const { text } = await sam.says("Why can't Alder accept Harbor's invitation?")
    expect(text).toMatch(/^No\nThere's nothing left to accept/)
    expect(text).not.toContain('What stands in the way')
    const japanese = await gen.says('Alder が Harbor の招待を承諾できないのはなぜですか')
    expect(japanese.text).not.toContain('解決が必要な項目')
  })

  it('an invitation asked for by its address is named by it, with who sends it again (Q9, P21)', async () => {
    const shown = await harbor.says('Did ann@fir.example open our invitation?')
    expect(shown.text).toContain('What became of the invitation to ann@fir.example?')
    expect((await sam.says('Did Fir get the invitation from Harbor?')).text).toContain('Harbor can send it again')
    expect((await gen.says('Fir は Harbor の招待を開きましたか')).text).toContain('再送信やリンクの更新')
  })

  it('days before which invitations were sent are counted in words (Q10)', async () => {
    const { text } = await sam.says('Which invitations of Harbor are older than 1 day?')
    expect(text).toContain('are pending (older than one day)?')
  })

  it('the access to a work account is told with who can take it away (Q17, R49)', async () => {
    const shown = await alder.says('Does Harbor still have admin access to our work account?')
    expect(shown.text).toMatch(
      /^Yes\n[\s\S]*A global admin of Alder can take the access away in the Office 365 portal\./,
    )
    expect((await alder.presses('Open')).text).toContain('Harbor')
  })

  it('who ended which partnership is told of the two alone (Q27)', async () => {
    const shown = await sam.says('Who removed the partnership of Harbor and Birch, and when?')
    expect(firstLine(shown)).toBe('The history of Harbor and Birch has one entry.')
    expect(shown.text).toContain('Ann Harbor')
    expect(firstLine(await gen.says('Harbor と Birch のパートナーシップを削除したのは誰ですか'))).toBe(
      'Harbor と Birch の履歴は 1 件です。',
    )
    await sam.says('Who invited Elm?')
    expect((await sam.presses('The invitation')).text).toContain('Ann Harbor')
    const { text } = await harbor.says('Who removed a partnership at Harbor?')
    expect(text).toMatch(/indirect provider · Larch · Ann Harbor[\s\S]*indirect provider · Birch · Ann Harbor/)
    expect((await inJapanese(alder, '弊社で MPA に署名できるのは誰ですか')).text).toContain('Alder で MPA への署名')
    const lagoon = await askers.admin('lagoon')
    expect(firstLine(await lagoon.says('Who removed the partnership of Harbor and Birch, and when?'))).toBe('Not found')
  })
})

describe('Of one company', () => {
  it('its way is told to others by its name, with the step that is left (Q5, R24)', async () => {
    const shown = await sam.says("Where is Alder's enrollment?")
    expect(shown.text).toContain('Waiting for a global admin of Alder')
    expect(shown.text).not.toContain('your company')
    expect(shown.text).toContain('Ann Alder or Bob Alder can do that.')
    const reminded = await sam.presses('Remind about Admin agent: Alder')
    expect(reminded.text).toContain('Reminder sent to those at Alder')
    const japanese = await gen.says('Alder の登録状態は')
    expect(japanese.text).toContain('Alder の全体管理者の対応待ち')
    expect(japanese.text).not.toContain('貴社')
  })

  it('a contact who does not confirm can be mailed again or changed (Q5, D9)', async () => {
    const shown = await sam.says("Where is Gum's enrollment?")
    expect(shown.text).toMatch(/From .+, a global admin of the company can send the email again, or name another/)
    expect(shown.text).toMatch(/R19 .*D9/)
    expect(titlesIn(shown)).toContain('Remind about the enrollment: Gum')
    expect(shown.text).toContain('The link is valid until')
    expect((await gen.says('Gum の登録状態は')).text).toMatch(/第一連絡先担当者を指定できます \(再送信は .+ 以降\)。/)
  })

  it('who can sign is named to support (Q6, R34)', async () => {
    const shown = await sam.says('Has Elm signed the MPA?')
    expect(shown.text).toContain('Global admins of the company, who can sign it: Ann Elm and Bob Elm.')
    expect(shown.text).toContain('R34')
    expect((await gen.says('Elm は MPA に署名済みですか')).text).toContain(
      '署名できる全体管理者: Ann Elm さん、Bob Elm さん',
    )
  })

  it('its own people go on with what they can do, and are not reminded of themselves (Q7)', async () => {
    const gum = await askers.admin('gum')
    const titles = titlesIn(await gum.says('Are we ready to transact?'))
    expect(titles).toContain('Enrollment status')
    expect(titles.join()).not.toMatch(/Remind|Sign the MPA/)
    expect((await gum.presses('Enrollment status')).text).toContain('Waiting for the primary contact')
    expect(titlesIn(await (await askers.admin('elm')).says('Are we ready to transact?'))).toContain('Sign the MPA')
  })

  it('a customer is not said to lack what a partner needs (Q7, R101)', async () => {
    const shown = await sam.says('Is Bakery ready to transact?')
    expect(shown.text).toMatch(/^No\nBakery is a customer: it buys through partners/)
    expect(shown.text).not.toContain('enroll')
    expect((await gen.says('Bakery は取引を開始できますか')).text).toMatch(/^いいえ\nBakery は顧客です。/)
  })

  it('its MPN ID is checked, and a provider is not said to choose one (Q15, R13)', async () => {
    const shown = await sam.says('Which MPN ID must we put for Alder?')
    expect(shown.text).toContain('The MPN ID of Alder is active, and in the country of the tenant.')
    const { text } = await sam.says('Which MPN ID must we put for Harbor?')
    expect(text).toContain('only indirect resellers are onboarded with one here')
    expect(text).toContain(`Location accounts of the company: ${mpnIdOf(2)}.`)
  })

  it('a reseller asks its provider for a customer from the answer, or looks for a provider first (Q18, R65)', async () => {
    await alder.says("Why can't we add a customer?")
    expect((await alder.presses('Add new customer')).text).toContain('Ask your provider to add a customer')
    const larch = await askers.admin('larch')
    await larch.says("Why can't we add a customer?")
    expect((await larch.presses('Find a provider')).text).toContain('Find an indirect provider')
    await harbor.says('Why can’t we add a customer?')
    expect((await harbor.presses('Add new customer')).inputs.map(({ label }) => label)).toContain('Legal business name')
  })

  it('whoever is new becomes a reseller by enrolling, a provider never (Q23)', async () => {
    const shown = await sam.says("Why can't Gum become an indirect reseller?")
    expect(firstLine(shown)).toBe("Gum isn't in CSP yet. It becomes an indirect reseller by enrolling.")
    expect(shown.text).not.toContain('offboarding')
    const { text } = await sam.says("Why can't Harbor become an indirect reseller?")
    expect(text).toMatch(/^No\n[\s\S]*Only direct-bill partners can do this\. Harbor is an indirect provider\./)
    expect(text).not.toContain('offboarding')
  })

  it('is not taken for a customer, and goes on with what it can become (Q13, Q19, Q20)', async () => {
    expect(firstLine(await sam.says('Is Alder direct or indirect?'))).toBe('Alder is an indirect reseller.')
    expect(titlesIn(await sam.says('Which providers does Gum have?'))).toContain('Enrollment')
    expect(titlesIn(await sam.says('Can Direct undo becoming an indirect reseller?'))).toContain('Become a reseller?')
    const { text } = await gen.says('Bakery で MPA に署名できるのは誰ですか')
    expect(text).toContain('直接請求パートナー、直接請求パートナー兼間接リセラーのみです。')
  })

  it('its people are not told to its partners, who hear that they are not for them (Q26)', async () => {
    const { text } = await harbor.says('Who can sign the MPA at Alder?')
    expect(text).toMatch(/^The people of Alder and what they did are shown to Alder itself/)
    expect(text).not.toContain('Ann')
  })
})

describe('Of customers', () => {
  it('a support contact has its tenant and MPN ID, and whether anybody chose it (Q3)', async () => {
    const { text } = await sam.says('Who supports the subscriptions of Acme Toys Ltd.?')
    expect(text).toContain('It is the contact from the start: nobody else was chosen.')
    expect(text).toContain(`Harbor: tenant ID ${tenantIdOf(2)}, MPN ID ${mpnIdOf(2)}`)
    const japanese = await gen.says('Acme Toys Ltd. のサポート連絡先は')
    expect(japanese.text).toContain(`Harbor: テナント ID ${tenantIdOf(2)}、MPN ID ${mpnIdOf(2)}`)
    await chooses('Alder')
    const chosen = await alder.says('Who supports the subscriptions of Acme Toys Ltd.?')
    expect(chosen.text).toContain('It was chosen as the designated support contact.')
    expect(chosen.text).toContain(`Alder: tenant ID ${tenantIdOf(0)}, MPN ID ${mpnIdOf(0)}`)
  })

  it('the reseller of record is asked for by the name of the customer, and manages its subscription (Q14, F9)', async () => {
    const { text } = await sam.says('Which reseller is on record for Acme Toys Ltd.?')
    expect(text).toContain('Which reseller is on record for Acme Toys Ltd.?')
    expect(text).toContain('The reseller that is set can manage that subscription.')
    const japanese = await gen.says('Acme Toys Ltd. の指名リセラーは')
    expect(japanese.text).toContain('Acme Toys Ltd. の指名リセラー')
    expect(japanese.text).not.toContain('resellers')
  })

  it('one asked about as the own is the one that the answer is about (Q19)', async () => {
    const { text } = await harbor.says('Is Acme Toys Ltd. our direct or indirect customer?')
    expect(text).toContain('customer of Harbor.\nIs Acme Toys Ltd. a direct or an indirect customer')
  })

  it('a partner that does not serve one is said not to, with who does (Q19)', async () => {
    const { text } = await sam.says('Is Acme Toys Ltd. a direct or indirect customer of Birch?')
    expect(text).toMatch(/^No\nBirch has no reseller relationship with Acme Toys Ltd\.[\s\S]*Harbor[\s\S]*Alder/)
    expect((await gen.says('Acme Toys Ltd. は Birch の直接顧客ですか、間接顧客ですか')).text).toMatch(
      /^いいえ\nBirch と Acme Toys Ltd\. の間に再販業者関係はありません。/,
    )
  })

  it('a direct-bill partner needs its own relationship with a customer, too, and supports what it sells (Q2, Q3, R53)', async () => {
    const { text } = await sam.says("Why can't Direct sell to Acme Toys Ltd.?")
    expect(text).toMatch(/^No\n[\s\S]*Direct has no reseller relationship with Acme Toys Ltd\./)
    const direct = await askers.admin('direct')
    await makes(world, direct, 'Dahlia')
    const own = await direct.says('Can we sell to Dahlia Toys Ltd.?')
    expect(own.text).toMatch(/^Yes\n[\s\S]*Direct has its own reseller relationship with the customer\./)
    const support = await direct.says('Who supports the subscriptions of Dahlia Toys Ltd.?')
    expect(support.text).toContain('It is the contact from the start')
    expect(support.text).not.toContain('The indirect provider supports')
  })

  it('what is known of a sale is not called unknown, and what is missing is begun from the answer (Q2, R53)', async () => {
    await sam.says('Is Harbor partnered with Alder?')
    expect((await sam.presses('Can it sell? Alder')).text).toContain('Can Alder sell, and if not, why?')
    const known = await alder.says('Can we sell to Acme Toys Ltd.?')
    expect(firstLine(known)).toBe('Yes')
    expect(known.text).not.toContain("can't be seen here")
    const japanese = await inJapanese(alder, 'なぜ Acme Toys Ltd. に販売できないのですか')
    expect(japanese.text).toMatch(/^はい\nAlder は、Harbor を通じて Acme Toys Ltd\. に販売できます。/)
    await alder.says('Can we sell to Bakery?')
    expect((await alder.presses('Invite new customers')).inputs.map(({ label }) => label)).toContain("Customer's email")
  })

  it('a seller without a provider is led to those of its region, and to another region by an account there (Q2)', async () => {
    const shown = await sam.says("Why can't Larch sell to the United States?")
    expect(shown.text).toContain('Can Larch sell to the United States, and if not, why?')
    expect(shown.text).toContain('One of its region can request a partnership')
    await sam.presses('Official providers')
    expect(sam.sees.text).toMatch(/Harbor[\s\S]*Lagoon/)
    expect((await sam.says("Why can't Alder sell to France?")).text).toContain('a company enrolls an account there')
    expect((await inJapanese(alder, '弊社はフランスの顧客に販売できますか')).text).toContain(
      'その地域のアカウントでの登録が必要です',
    )
  })
})

async function chooses(contact: string): Promise<void> {
  await harbor.says('customers')
  await harbor.presses('Search', { 'The name begins with': 'Acme' })
  await harbor.presses('Open')
  await harbor.presses('Manage')
  await harbor.presses('Change the support contact')
  await harbor.presses('Submit', { 'Designated support contact': contact })
  await world.settle()
}

describe('What is late', () => {
  it('is told of a contact and of an invitation as what it became, and not as still open (Q5, Q9)', async () => {
    await world.advance('P40D')
    await world.settle()
    const shown = await sam.says("Where is Gum's enrollment?")
    expect(shown.text).toContain("didn't confirm in time: the link expired on")
    expect(shown.text).not.toContain('The link is valid until')
    expect(shown.text).toContain('A global admin of the company can send the email again now')
    expect((await gen.says('Gum の登録状態は')).text).toMatch(/リンクは .+に無効になりました。/)
    const { text } = await sam.says('Did Elm accept the invitation from Harbor?')
    expect(text).toMatch(/^No\n[\s\S]*Harbor can send it again or renew its link/)
  })
})
