import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { directBill, joins, linkIn, partners, provider } from './invited.ts'
import { readable, titlesOf } from './way-in.ts'

const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  provider('harbor'),
  directBill('dover'),
  provider('summit'),
  { name: 'cafe', kind: 'customer' },
  { name: 'deli', kind: 'customer' },
  { name: 'esso', kind: 'customer' },
  { name: 'fern', kind: 'customer' },
  { name: 'gala', kind: 'customer' },
  { name: 'haru', kind: 'customer', locale: 'ja-JP' },
  { name: 'inge', kind: 'customer', country: 'FR' },
  { name: 'juno', kind: 'customer' },
  { name: 'kite', kind: 'customer' },
  { name: 'lark', kind: 'customer' },
  { name: 'mole', kind: 'customer' },
  { name: 'newt', kind: 'customer' },
]

const INVITE = 'Invite new customers'
const AUTHORIZE = 'Authorize'
const TICKS = {
  'I have read this and authorize Alder and Harbor for my company': true,
  'I have read the Microsoft Customer Agreement and accept it for my company': true,
}

let world: World
let reseller: Person
let harbor: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  ;[reseller, harbor] = await met(world, 'ann@alder.example', 'ann@harbor.example', OPERATOR.sam)
  await joins(world, reseller, mpnIdOf(0), harbor)
}, 120_000)
// Ten invitations an hour are the most: every test has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const path = (link: string): string => link.replace(world.url, '')

async function drafts(email: string, typed = {}): Promise<Shown> {
  await reseller.says('invite new customers')
  return reseller.presses('Next', { "Customer's email": email, ...typed })
}

/** A tap that no card offers to whoever may not accept. */
const acceptanceOf = (link: string) => ({
  op: 'AAAABBBBCCCCDDDD',
  code: link.slice(-43),
  authorize: 'true',
  mcaAccepted: 'true',
})

/** Drafted and sent by hand: its link. */
async function invites(email: string): Promise<string> {
  const link = linkIn(await drafts(email))
  await reseller.presses('Done')
  return link
}

describe('Inviting a customer', () => {
  it('is nothing that the inviter itself is asked to answer at home', async () => {
    await invites('ann@cafe.example')
    const sent = reseller.sees
    await world.settle()
    const home = await reseller.says('home')
    expect(home.text).toContain('You work with Harbor')
    expect(home.text).not.toContain('Invitation from')
    await reseller.presses('Revoke', {}, { on: sent })
  })

  it('starts at the partner’s card, names the provider, and drafts a mail with the link (R62, R81)', async () => {
    await reseller.taps('partner', { tenant: harbor.tenantId })
    expect(titlesOf(reseller.sees)).toContain(INVITE)
    const form = await reseller.presses(INVITE)
    expect(form.inputs.map(({ label }) => label)).toEqual(["Customer's email", 'Indirect provider', 'Language'])
    const draft = await reseller.presses('Next', { "Customer's email": 'ann@cafe.example' })
    const link = linkIn(draft)
    expect(draft.inputs[0]?.value).toContain(`selects “Authorize”:\n${link}`)
    expect(draft.inputs[0]?.value).toMatch(
      /Together with its indirect provider Harbor, Alder would like to be your reseller /,
    )
    const refused = await reseller.presses('Save', { Message: 'Hello' })
    expect(refused.text).toContain('Keep the personalized link in the message.')
    await reseller.presses('Restore the link')
    const again = await drafts('Ann@Cafe.example')
    expect(again.text).toContain('An invitation for ann@cafe.example is open already. Here it is.')
    expect(linkIn(again)).toBe(link)
    await reseller.presses('Revoke')
  })

  it('asks for an address, and takes web mail (R63, F14)', async () => {
    expect((await drafts('nobody')).text).toContain('Enter a valid email address.')
    expect(linkIn(await drafts('someone@gmail.com'))).toContain('/i/')
    await reseller.presses('Revoke')
  })

  it('speaks Japanese to a Japanese customer, who is お客様 (F50)', async () => {
    const draft = await drafts('ann@haru.example', { Language: '日本語' })
    const text = draft.inputs[0]?.value ?? ''
    expect(text).toContain('Alder と、その間接プロバイダーである Harbor の両社を承認していただきたく')
    expect(text).toMatch(/お客様の全体管理者の方が次のリンクを開き、.*\[承認する\]/)
    await reseller.presses('Done')
    const ann = await admin('haru')
    const shown = await ann.says(linkIn(draft))
    expect(shown.text).toContain('「Alder」と「Harbor」の承認')
    expect(shown.text).toContain(
      'お客様に代わってサブスクリプション、ライセンス、ユーザーを管理するための管理者のアクセス許可',
    )
    const refused = await ann.presses('承認する')
    expect(refused.text).toContain('招待元のパートナーを承認するには、チェックボックスをオンにしてください。')
    expect(refused.text).toContain('Microsoft 顧客契約に同意するには')
    const done = await ann.presses('承認する', {
      '内容を確認し、会社を代表して「Alder」と「Harbor」を承認します': true,
      'Microsoft 顧客契約の内容を読み、会社を代表して同意します': true,
    })
    expect(done.text).toContain('✓ 「Alder」と「Harbor」を承認しました')
  })

  it('tells nothing of a company that the inviter is not related to, whatever it is (isolation rule)', async () => {
    const said: string[] = []
    for (const name of ['inge', 'summit', 'nowhere']) {
      const draft = await drafts(`ann@${name}.example`)
      said.push(draft.text.replaceAll(linkIn(draft), 'LINK').replaceAll(name, 'name'))
      await reseller.presses('Revoke')
    }
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('ann@name.example')
  })

  it('of another region is refused with both regions at the acceptance, and before once it was opened (R64)', async () => {
    const link = await invites('ann@inge.example')
    const ann = await admin('inge')
    await ann.says('language en')
    const shown = await ann.says(link)
    expect(shown.text).toMatch(/Your company is in Europe.* \(France\), and Alder can sell in the United States only/)
    expect(shown.text).toMatch(/and Harbor can sell in the United States only/)
    expect(titlesOf(shown)).not.toContain(AUTHORIZE)
    await ann.taps('accept-invitation', acceptanceOf(link))
    await world.settle()
    expect(reseller.told().every(({ text }) => !text.includes('Inge is now'))).toBe(true)
    expect(reseller.told().at(-1)?.text).toContain("Inge can't accept the customer invitation")
    const asked = await drafts('bob@inge.example')
    expect(asked.text).toMatch(/Inge .*Europe/)
    expect(asked.text).toMatch(/United States/)
  })

  it('is refused to whom it is not for', async () => {
    const uma = await world.person('uma@alder.example')
    await uma.says('language en')
    expect((await uma.says('invite new customers')).text).toMatch(/You need the .* role for this/)
    const ann = await admin('cafe')
    expect((await ann.says('invite new customers')).text).toMatch(/Only .* can do this/)
  })
})

describe('The link of a customer’s invitation', () => {
  it('changes nothing when it is only fetched, and names both partners', async () => {
    const link = await invites('web@post.example')
    await world.settle()
    const before = world.stored()
    const pages = await Promise.all(Array.from({ length: 20 }, () => world.get(path(link))))
    for (const { status, text } of pages) {
      expect(status).toBe(200)
      expect(readable(text)).toContain('Alder and Harbor would like to be your resellers')
      expect(readable(text)).toContain('Harbor can submit orders on your behalf')
    }
    const japanese = await world.get(`${path(link)}?lang=ja`)
    expect(readable(japanese.text)).toContain('「Alder」と「Harbor」から、再販業者としての承認の依頼')
    expect(world.stored()).toEqual(before)
    await reseller.presses('Revoke')
    expect((await world.get(path(link))).status).toBe(404)
  })
})

describe('The invitation in Teams', () => {
  it('unfurls as a teaser that names both and changes nothing', async () => {
    const link = await invites('teaser@post.example')
    const ann = await admin('lark')
    await world.settle()
    const before = world.stored()
    const { status, text } = await world.post('/api/messages', {
      type: 'invoke',
      name: 'composeExtension/queryLink',
      id: 'paste-1',
      channelId: 'msteams',
      serviceUrl: world.connector.serviceUrl,
      from: { id: `29:${ann.aadObjectId}`, aadObjectId: ann.aadObjectId },
      conversation: { id: '19:team@thread.tacv2', tenantId: ann.tenantId, conversationType: 'channel' },
      channelData: { tenant: { id: ann.tenantId } },
      value: { url: link },
    })
    expect(status).toBe(200)
    expect(text).toContain('Alder and Harbor would like to be your resellers')
    expect(world.stored()).toEqual(before)
    await reseller.presses('Revoke')
  })

  it('reaches the customer’s admins, opens by its button or its code, and its cards follow what becomes of it', async () => {
    const ann = await admin('lark')
    await ann.says('help')
    const draft = await drafts(ann.email)
    await reseller.presses('Send in Teams')
    await world.settle()
    const [notice] = ann.news().slice(-1)
    expect(notice?.text).toContain('Alder and Harbor would like to be your resellers')
    const opened = await ann.presses('Open', {}, notice ? { on: notice } : {})
    expect(opened.text).toContain('Harbor can submit orders on your behalf')
    expect((await ann.says(linkIn(draft).slice(-43))).text).toContain('Harbor can submit orders on your behalf')
    await world.settle()
    expect(harbor.told().at(-1)?.text).toContain('Lark opened the customer invitation')
    const updates = () => world.connector.sent.filter(({ method }) => method === 'PUT').length
    const before = updates()
    await reseller.says('invitations')
    await reseller.presses('Open')
    await reseller.presses('Revoke')
    await world.settle()
    expect(updates()).toBeGreaterThan(before)
    const closed = await ann.says(linkIn(draft))
    expect(closed.text).toMatch(/This invitation is closed: revoked, .* Alder can send a new one\./)
  })
})

describe('A customer’s acceptance', () => {
  it('takes both ticks, connects both partners, and tells them (R82, D11)', async () => {
    const [ann, bob] = [await admin('deli'), await world.person('bob@deli.example')]
    reseller.news()
    harbor.news()
    const link = await invites(ann.email)
    const shown = await ann.says(link)
    expect(shown.text).toContain(
      'Alder gets administrator permissions to manage your subscriptions, licenses and users',
    )
    expect(shown.text).toContain('Harbor can submit orders on your behalf')
    const unticked = await ann.presses(AUTHORIZE, {
      'I have read this and authorize Alder and Harbor for my company': true,
    })
    expect(unticked.text).toContain('Select the check box to accept the Microsoft Customer Agreement.')
    const done = await ann.presses(AUTHORIZE, TICKS)
    expect(done.text).toContain('✓ You authorized Alder and Harbor')
    expect((await ann.pressesAgain()).text).toContain('✓ You authorized Alder and Harbor')
    expect((await bob.says(link)).text).toContain('✓ You authorized Alder and Harbor')
    await world.settle()
    const told = (who: Person) => who.news().map(({ text }) => text)
    expect(told(reseller).filter((text) => text.includes('Deli is now your customer'))).toHaveLength(1)
    expect(told(harbor).filter((text) => text.includes('Deli is now your customer'))).toHaveLength(1)
    const listed = await reseller.says('all invitations')
    expect(listed.text).toContain('Customer, with Harbor')
  })

  it('makes each relationship once of thirty at once, and after a restart', async () => {
    const ann = await admin('esso')
    await ann.says(await invites(ann.email))
    const { verb, data } = ann.tapOf(AUTHORIZE, TICKS)
    await Promise.all(Array.from({ length: 30 }, () => ann.taps(verb, data)))
    await world.restart()
    await world.settle()
    expect((await ann.taps(verb, data)).text).toContain('✓ You authorized Alder and Harbor')
    await world.settle()
    expect(reseller.told().filter(({ text }) => text.includes('Esso is now your customer'))).toHaveLength(1)
  })

  it('is refused to a company that uses its tenant for CSP (R5, F18)', async () => {
    const ann = await admin('summit')
    const link = await invites(ann.email)
    await ann.says('language en')
    const shown = await ann.says(link)
    expect(shown.text).toContain('Your company uses this tenant for CSP business of its own')
    expect(titlesOf(shown)).not.toContain(AUTHORIZE)
    await ann.taps('accept-invitation', acceptanceOf(link))
    await world.settle()
    expect(reseller.told().every(({ text }) => !text.includes('Summit is now'))).toBe(true)
  })

  it('is refused when the two are partners no more, and names it (F36)', async () => {
    const ann = await admin('juno')
    const link = await invites(ann.email)
    await ann.says(link)
    const tap = ann.tapOf(AUTHORIZE, TICKS)
    await harbor.taps('remove-partnership', { tenant: reseller.tenantId })
    const choices = harbor.sees.inputs[0]?.choices.map(({ title }) => title) ?? []
    await harbor.presses('Yes', { 'I declare for my company': choices })
    const shown = await ann.taps(tap.verb, tap.data)
    expect(shown.text).toContain('Alder and Harbor are not partners any more. Ask Alder for a new invitation.')
    await reseller.says('invite new customers')
    await partners(world, harbor, reseller)
    expect((await ann.says(link)).text).toContain('Alder gets administrator permissions')
  })

  it('is for a global admin: others see who can, and cannot by a forged tap (P37)', async () => {
    const [ann, sal] = [await admin('fern'), await world.person('sal@fern.example')]
    const link = await invites(ann.email)
    await ann.says(link)
    const { verb, data } = ann.tapOf(AUTHORIZE, TICKS)
    await sal.says('language en')
    const shown = await sal.says(link)
    expect(shown.text).toMatch(/You need the Global admin role for this. People who have it: .*Ann Fern/i)
    expect((await sal.taps(verb, data)).text).not.toContain('✓')
    expect((await ann.presses('Decline')).text).toContain('Invitation declined')
    await world.settle()
    expect(reseller.told().at(-1)?.text).toContain('Fern declined the customer invitation')
    expect((await ann.taps(verb, data)).text).not.toContain('✓')
  })
})

describe('Declining a customer’s invitation', () => {
  const WHY = 'We have a reseller already'

  it('can say why in one line: who invited and the provider named with it read it', async () => {
    const ann = await admin('mole')
    await ann.says('language en')
    const link = await invites(ann.email)
    await ann.says(link)
    const [reason] = ann.sees.inputs.filter(({ label }) => label === 'Reason')
    expect(reason).toMatchObject({ type: 'Input.Text', value: '' })
    const long = await ann.presses('Decline', { Reason: 'x'.repeat(1001) })
    expect(long.text).toMatch(/1,000/)
    expect(long.text).not.toContain('Invitation declined')
    expect(long.inputs.find(({ label }) => label === 'Reason')?.value).toContain('xxx')
    const done = await ann.presses('Decline', { Reason: ` ${WHY}\n` })
    expect(done.text).toContain('Invitation declined')
    expect(done.text).toContain(`Reason: ${WHY}`)
    await world.settle()
    const notice = reseller.told().at(-1)?.text
    expect(notice).toContain('Mole declined the customer invitation')
    expect(notice).toContain(`Reason: ${WHY}`)
    await reseller.says('closed invitations')
    expect((await reseller.presses('Open')).text).toContain(`Reason: ${WHY}`)
    expect((await reseller.says('Did Mole accept our invitation?')).text).toContain(`Reason: ${WHY}`)
    for (const who of [reseller, harbor]) {
      await who.says('language en')
      expect((await who.says('history')).text).toContain(`Invitation declined by Mole: ${WHY}`)
    }
    await harbor.says('language ja')
    expect((await harbor.says('履歴')).text).toContain(`「Mole」が招待を辞退: ${WHY}`)
    await harbor.says('language en')
    const summit = await admin('summit')
    expect((await summit.says('history')).text).not.toContain(WHY)
  })

  it('needs no reason', async () => {
    const ann = await admin('newt')
    await ann.says('language en')
    await ann.says(await invites(ann.email))
    const done = await ann.presses('Decline')
    expect(done.text).toContain('Invitation declined')
    expect(done.text).not.toContain('Reason')
    await world.settle()
    expect((await harbor.says('history')).text).toMatch(/Invitation declined by Newt(?!:)/)
  })
})

describe('A customer’s invitation', () => {
  it('expires after thirty days, is renewed, and its old link ends', async () => {
    const ann = await admin('gala')
    const link = await invites(ann.email)
    await world.advance('P31D')
    await world.settle()
    expect(reseller.told().at(-1)?.text).toContain('Your customer invitation has expired')
    expect((await ann.says(link)).text).toContain('This invitation is closed')
    await reseller.says('closed invitations')
    await reseller.presses('Open')
    const renewed = linkIn(await reseller.presses('Renew'))
    expect(renewed).not.toBe(link)
    await reseller.presses('Done')
    expect((await ann.says(link)).text).toContain('No invitation found')
    expect((await ann.says(renewed)).text).toContain('Alder gets administrator permissions')
  })

  it('of a direct-bill partner, or of a provider alone, asks for delegated admin as an option (D12, R29)', async () => {
    const dover = await admin('dover')
    await dover.says('language en')
    const form = await dover.says('invite a customer')
    expect(form.inputs.map(({ label }) => label)).toContain('Ask for delegated admin privileges')
    const draft = await dover.presses('Next', {
      "Customer's email": 'ann@kite.example',
      'Ask for delegated admin privileges': 'false',
    })
    await dover.presses('Done')
    const ann = await admin('kite')
    const shown = await ann.says(linkIn(draft))
    expect(shown.text).toContain('Dover gets no delegated admin privileges')
    const done = await ann.presses(AUTHORIZE, {
      'I have read this and authorize Dover for my company': true,
      'I have read the Microsoft Customer Agreement and accept it for my company': true,
    })
    expect(done.text).toContain('✓ You authorized Dover')
    const summit = await admin('summit')
    await summit.says('language en')
    await summit.says('invite a customer')
    const second = await summit.presses('Next', { "Customer's email": 'ann@kite.example' })
    await summit.presses('Done')
    const again = await ann.says(linkIn(second))
    expect(again.text).toContain('Summit gets delegated admin privileges')
    expect(again.text).not.toContain('has not accepted the Microsoft Customer Agreement')
  })
})
