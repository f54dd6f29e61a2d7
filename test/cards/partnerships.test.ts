import { describe, expect, it } from 'vitest'
import { noticeCard } from '../../cards/notice-card.ts'
import { invitationUnknownCard } from '../../cards/partnership/acceptance.ts'
import { listOfInvitations } from '../../cards/partnership/invitations.ts'
import { partnersCard } from '../../cards/partnership/partners.ts'
import { words } from '../../cards/words/words.ts'
import type { Notice } from '../../domain/notices.ts'
import { DECLARATIONS } from '../../domain/partnership/partnership.ts'
import { inputOf, inputsOf, nodesOf, tapOf, tapsOf, textsOf } from '../support/card-walk.ts'
import { sampleCards } from '../support/sample-cards.ts'
import { typical } from '../support/sample-cast.ts'
import { CODE } from '../support/sample-invitation.ts'

const en = words('en-US', 'Asia/Tokyo')
const ja = words('ja-JP', 'Asia/Tokyo')
const cast = typical['en-US']
const enCards = sampleCards(cast, en)
const jaCards = sampleCards(typical['ja-JP'], ja)
const card = (name: string, cards = enCards) => {
  const found = cards[name]
  if (!found) throw new Error(`no sample ${name}`)
  return found
}
const verbs = (name: string) => tapsOf(card(name)).map(({ verb }) => verb)
const said = (name: string, cards = enCards) => textsOf(card(name, cards)).join('\n')
const titles = (name: string, cards = enCards) =>
  nodesOf(card(name, cards))
    .filter(({ type }) => type.startsWith('Action.') && type !== 'Action.Submit')
    .map(({ title }) => title)

describe('the draft of an invitation', () => {
  it('has the buttons and the label in the words of the sources', () => {
    expect(titles('invitation: draft')).toEqual(
      expect.arrayContaining(['Open in email', 'Copy to clipboard', 'Send in Teams', 'Done', 'Revoke']),
    )
    expect(titles('invitation: draft', jaCards)).toEqual(
      expect.arrayContaining(['電子メールで開く', 'クリップボードにコピー', 'Teams で送信', '完了', '取り消す']),
    )
    expect(inputOf(card('request a partnership'), 'email').label).toBe("Reseller's email")
    expect(inputOf(card('request a partnership', jaCards), 'email').label).toBe('リセラーのメール アドレス')
    expect(inputOf(card('request a partnership', jaCards), 'locale').label).toBe('言語')
    expect(inputOf(card('invitation: draft', jaCards), 'message').label).toBe('メッセージ')
  })

  it('shows the text with the real link, to edit and to copy', () => {
    const link = `https://partners.example/i/${CODE}`
    const draft = card('invitation: draft')
    expect(inputOf(draft, 'message').value).toContain(link)
    expect(JSON.stringify(draft)).not.toContain('{link}')
    const copy = nodesOf(draft).find(({ type, title }) => type === 'Action.ShowCard' && title === 'Copy to clipboard')
    expect(textsOf(copy).join('\n')).toContain(link)
    expect(textsOf(copy).join('\n')).toContain('Invitation to a partnership')
  })

  it('offers the link back only where it is lost (R36)', () => {
    expect(verbs('invitation: draft')).not.toContain('restore-link')
    expect(verbs('invitation: draft, link lost')).toContain('restore-link')
    expect(verbs('invitation: draft, link lost')).not.toContain('mark-sent')
    expect(inputOf(card('invitation: draft, link lost'), 'message').value).toBe(cast.about)
    expect(said('invitation: draft, link lost')).toContain('Keep the personalized link in the message.')
    expect(inputOf(card('invitation: draft, link lost'), 'message').isRequired ?? false).toBe(false)
  })
})

describe('a renewed invitation', () => {
  it('is the mail again, still to be sent with its new link', () => {
    expect(said('invitation: renewed')).toContain('has not been sent yet')
    expect(titles('invitation: renewed')).toEqual(
      expect.arrayContaining(['Open in email', 'Copy to clipboard', 'Send in Teams', 'Done']),
    )
    expect(verbs('invitation: renewed')).not.toContain('renew-invitation')
  })
})

describe('an invitation', () => {
  it.each([
    ['sent', ['send-in-teams', 'renew-invitation', 'revoke-invitation']],
    ['opened', ['send-in-teams', 'renew-invitation', 'revoke-invitation']],
    ['accepting', []],
    ['accepted', ['partner']],
    ['declined', ['request-partnership']],
    ['revoked', ['request-partnership']],
    ['expired', ['renew-invitation']],
    ['superseded', []],
  ] as const)('that is %s offers what its state allows', (state, offered) => {
    const ways = ['invitation', 'invitations', 'home']
    expect(verbs(`invitation: ${state}`).filter((verb) => !ways.includes(String(verb)))).toEqual(offered)
    expect(titles(`invitation: ${state}`).includes('Resend')).toBe(state === 'sent' || state === 'opened')
  })

  it('tells why it could not be accepted and what the other side must do', () => {
    expect(said('invitation: blocked')).toContain(
      "isn't enrolled as an indirect reseller. A global admin of that company",
    )
    expect(said('invitation: blocked', jaCards)).toContain('間接リセラーとして登録されていません。招待先の全体管理者が')
  })
})

describe('the acceptance', () => {
  it('says who asks, from where and what accepting means before the box (R42, R48, R49)', () => {
    const nodes = nodesOf(card('acceptance: may accept'))
    const box = nodes.findIndex(({ type }) => type === 'Input.Toggle')
    const before = textsOf(nodes.slice(0, box).filter(({ type }) => type === 'TextBlock')).join('\n')
    for (const text of [cast.company, 'United States', 'submit orders and add subscriptions', 'administrator access'])
      expect(before).toContain(text)
    expect(inputOf(card('acceptance: may accept'), 'authorize')).toMatchObject({ isRequired: true, value: 'false' })
    expect(tapOf(card('acceptance: may accept'), 'accept-invitation')).toMatchObject({
      title: 'Authorize indirect provider',
      data: { code: CODE },
    })
    expect(titles('acceptance: may accept', jaCards)).toEqual(['間接プロバイダーを承認する', '辞退する', 'ホーム'])
  })

  it('shows every obstacle at once with what mends it, and nothing to authorize with', () => {
    const text = said('acceptance: not enrolled, other region')
    expect(text).toContain('isn’t enrolled as an indirect reseller')
    expect(text).toContain('partners must be in one CSP region')
    expect(text).toContain('an account of your company that is enrolled in that region')
  })

  it('offers no step that leads nowhere, and says nothing of accepting, where this company cannot accept', () => {
    for (const name of [
      'acceptance: not enrolled, other region',
      'acceptance: a customer',
      'acceptance: partners already',
    ]) {
      expect(verbs(name)).not.toContain('enroll')
      expect(verbs(name)).not.toContain('sign-mpa')
      expect(said(name)).not.toContain('If you accept')
      expect(said(name)).not.toContain('When this is settled')
    }
    expect(verbs('acceptance: partners already')).toContain('partner')
    expect(said('acceptance: a customer')).toContain('it can’t become a reseller’s')
    expect(said('acceptance: not enrolled')).toContain('You can enroll it here.')
    expect(said('acceptance: not enrolled')).toContain('If you accept')
    expect(verbs('acceptance: not enrolled')).toEqual(['enroll', 'decline-invitation', 'open-invitation', 'home'])
    expect(verbs('acceptance: application not decided')[0]).toBe('status')
  })

  it('says of an accepted one what was authorized, not what would be', () => {
    expect(said('acceptance: accepted')).toContain('What your company authorized')
    expect(said('acceptance: accepted')).toContain('has administrator access to your company’s work account')
    expect(said('acceptance: accepted')).not.toContain('You grant')
  })

  it('treats a missing agreement as a notice with the way to sign it (F30)', () => {
    expect(verbs('acceptance: MPA not signed')).toEqual(expect.arrayContaining(['accept-invitation', 'sign-mpa']))
    expect(tapOf(card('acceptance: MPA not signed'), 'sign-mpa')).toMatchObject({ associatedInputs: 'none' })
    expect(verbs('acceptance: accepted, MPA not signed')).toContain('sign-mpa')
  })

  it('tells those who cannot answer who can, and offers them nothing that changes anything (R51)', () => {
    for (const name of ['acceptance: not an admin', 'acceptance: not enrolled, not an admin']) {
      expect(said(name)).toContain('Megan Bowen')
      expect(verbs(name)).toEqual(['open-invitation', 'home'])
    }
  })

  it('says of an unknown code nothing that tells which it was', () => {
    expect(textsOf(invitationUnknownCard(en)).join()).toContain("We couldn't find what you asked for.")
    expect(verbs('acceptance: unknown')).toEqual(['home'])
  })
})

describe('partners', () => {
  it('are searched by name, and paged with what was searched for', () => {
    const list = card('partners: resellers')
    expect(inputOf(list, 'name').label).toBe('The name begins with')
    const [search, ...others] = tapsOf(list)
    expect(search).toMatchObject({ verb: 'resellers', data: {} })
    expect(search?.associatedInputs).toBeUndefined()
    const ways = others.filter(({ verb }) => verb !== 'partner')
    expect(ways.every(({ associatedInputs }) => associatedInputs === 'none')).toBe(true)
    expect(others.find(({ verb }) => verb === 'resellers')?.data).toEqual({ name: '', after: 'rsl:9', from: 3 })
    expect(inputOf(card('partners: none found'), 'name').value).toBe(cast.query)
  })

  it('say which rows of how many they show, and lead back to the first page', () => {
    expect(said('partners: second page of twenty')).toContain('21–40, and more follow')
    expect(said('partners: second page of twenty', jaCards)).toContain('21～40 件目 (続きがあります)')
    expect(said('partners: twenty providers, the last page')).toContain('100,001–100,020 of 100,020')
    expect(said('partners: providers')).not.toContain('1–1')
    expect(titles('partners: second page of twenty')).toEqual(expect.arrayContaining(['More', 'First page']))
    expect(titles('partners: twenty providers, the last page')).not.toContain('More')
    expect(titles('partners: resellers')).not.toContain('First page')
  })

  it('have room for twenty on a page, their names whole where they are as long as names are', () => {
    for (const cards of [enCards, jaCards])
      for (const name of ['partners: second page of twenty', 'invitations: second page of twenty'])
        expect(said(name, cards)).not.toContain('…')
    expect(said('partners: second page of twenty', jaCards)).toContain(
      '株式会社瀬戸内インフォメーション テクノロジー アンド コンサルティング',
    )
  })

  it.each(['😀', '漢', '\\', '"', '*', 'W'])('fit on a card when twenty are called “%s” a hundred times', (sign) => {
    const name = sign.repeat(100)
    const tenant = cast.tenantId
    const since = '2025-09-30T00:00:00.000Z'
    const place = { from: 99_980, next: `st:${'f'.repeat(230)}`, name: '😀'.repeat(40), company: name }
    const ticks = (['account', 'enrolled', 'mpa', 'notSuspended'] as const).map((step) => ({ step, done: false }))
    const who = { at: since, by: name }
    const twenty = <T>(row: T): readonly T[] => Array.from({ length: 20 }, () => row)
    for (const words of [en, ja]) {
      const partner = { tenant, name, country: 'BA', since, ticks }
      const sent = { provider: tenant, providerName: name, id: tenant, email: name, state: 'declined' as const }
      const row = { ...sent, ...who, other: name, sentAt: since, opened: who, decided: who }
      const cards = [
        partnersCard({ side: 'provider', rows: twenty(partner), mayInvite: true, ...place }, words),
        listOfInvitations({ side: 'provider', rows: twenty(row), show: 'all', ...place }, words),
        listOfInvitations({ side: 'reseller', rows: twenty(row), show: 'all', ...place }, words),
      ]
      for (const one of cards) {
        expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThanOrEqual(24 * 1024)
        expect(nodesOf(one).filter(({ title }) => title === words.buttons.open)).toHaveLength(20 * 2)
      }
    }
  })

  it('show each tick and say when one is missing (R33)', () => {
    expect(said('partners: resellers')).toMatch(/☐\u00a0MPA signed\n.*Not ready yet/)
    expect(said('partners: resellers')).toContain('Ready to transact')
  })

  it('can be removed by the provider and asked to be ended by the reseller', () => {
    expect(verbs('partner: reseller')).toContain('remove-partnership')
    expect(verbs('partner: provider')).toEqual(expect.arrayContaining(['admin-access-removed', 'end-form']))
    expect(verbs('partner: provider')).not.toContain('remove-partnership')
    expect(verbs('partner: provider, end requested')).not.toContain('end-form')
    expect(verbs('partner: removed')).not.toContain('remove-partnership')
  })

  it('name what the provider may do, and what it waits for, with no button that leads nowhere (R41, R31)', () => {
    const text = said('partner: reseller')
    for (const part of ['Add customers', 'Submit orders', 'incentive credit', 'designated support contact'])
      expect(text).toContain(part)
    expect(text).toContain('waits until a global admin there has signed the Microsoft Partner Agreement.')
    expect(said('partner: provider')).toContain('Submit orders and add subscriptions for your customers')
    expect(verbs('partner: reseller')).toEqual([
      'add-customer',
      'customers',
      'remove-partnership',
      'partnership-history',
      'resellers',
      'home',
    ])
  })

  it('show both sides whether the admin access is there, and the way to remove it to who may (R49)', () => {
    expect(said('partner: reseller')).toContain('Granted')
    expect(said('partner: reseller, access removed, only to look at')).toContain(
      'You no longer administer the reseller’s work account.',
    )
    const [portal] = nodesOf(card('partner: provider')).filter(({ type }) => type === 'Action.OpenUrl')
    expect(portal).toMatchObject({ title: 'Open the Microsoft 365 admin center', url: 'https://admin.microsoft.com/' })
    expect(titles('partner: provider, end requested')).not.toContain('Open the Microsoft 365 admin center')
  })

  it('tell who may only look which role it takes, and of an ended one who ended it and what stayed (R44)', () => {
    expect(said('partner: reseller, access removed, only to look at')).toContain('You need the global admin')
    const ended = said('partner: removed')
    expect(ended).toContain('Customers and their subscriptions are unchanged.')
    expect(ended).toContain(`The indirect provider, ${cast.company} (`)
  })

  it('keep from the provider that the reseller asked to end it (R110)', () => {
    expect(said('partner: provider, end requested')).toContain(cast.reason)
    expect(said('partner: reseller, end requested')).not.toContain(cast.reason)
  })

  it('of the directory have no button to apply (R52)', () => {
    expect(verbs('providers directory')).toEqual(['find-provider', 'find-provider', 'home'])
    expect(titles('providers directory')).toEqual(['Search', 'Contact', 'Contact', 'More', 'Home'])
    expect(said('providers directory')).toContain('Technical training and assistance · Marketing of your products')
    expect(said('providers directory', jaCards)).toContain('技術トレーニングと支援')
  })

  it('of the directory are filtered by what they offer, and reached by mail, page or telephone', () => {
    const page = card('providers directory: second page of twenty')
    expect(inputOf(page, 'facets')).toMatchObject({ isMultiSelect: true, value: 'training,financing' })
    expect(inputOf(page, 'facets').choices).toHaveLength(3)
    expect(tapsOf(page).find(({ title }) => title === 'More')?.data).toMatchObject({
      facets: 'training,financing',
      from: 40,
    })
    const links = nodesOf(page).filter(({ type }) => type === 'Action.OpenUrl')
    expect(new Set(links.map(({ url }) => url))).toEqual(new Set([`mailto:${cast.contact.email}`]))
    expect(links).toHaveLength(10)
    expect(said('providers directory: second page of twenty')).toContain(`Contact: ${cast.contact.phone}`)
    const [first] = nodesOf(card('providers directory')).filter(({ type }) => type === 'Action.OpenUrl')
    expect(first?.url).toBe(cast.website)
  })
})

describe('the removal', () => {
  it('tells what stays, and wants every declaration before Yes (R44, R46)', () => {
    const text = said('remove?')
    expect(text).toContain('the 3 associated with this reseller stay')
    expect(text).toContain('delegated admin privileges stay unchanged')
    expect(text).toContain('sends no notice')
    const { choices, isMultiSelect, isRequired } = inputOf(card('remove?', jaCards), 'declarations')
    expect({ isMultiSelect, isRequired }).toEqual({ isMultiSelect: true, isRequired: true })
    expect((choices as readonly { value: string }[]).map(({ value }) => value)).toEqual(DECLARATIONS)
    expect((choices as readonly { title: string }[]).map(({ title }) => title)).toEqual([
      'この関係を終了する決定は、誠実に行われたものです。',
      '正当なビジネス目的に基づくものです。',
      '顧客またはパートナーとの契約に従ったものです。',
      'これに反する第三者からの申し立てについて、Microsoft を防御し、免責することに同意します。',
      '契約で求められる場合は、終了の法的通知を当社から顧客またはパートナーに行います。このツールから通知は送信されません。',
    ])
    expect(titles('remove?', jaCards)).toEqual(['はい', 'キャンセル'])
    expect(said('remove?, not declared')).toContain('Confirm every statement to remove the partnership.')
    expect(said('remove?, not declared')).toContain('more than 100')
    expect(inputOf(card('remove?, not declared'), 'declarations').value).toBe('goodFaith,contractual')
  })

  it('leaves a text to send oneself, and sends nothing (R45, R47)', () => {
    expect(said('removed')).toContain('No notice was sent.')
    expect(said('removed')).toContain('Kind regards')
    expect(inputsOf(card('removed'))).toEqual([])
  })
})

describe('the news of an invitation', () => {
  const notice: Notice = {
    tenantId: cast.tenantId,
    company: 'Contoso',
    name: 'partnership.requested',
    by: 'Hana',
    invitation: 'i1',
    generation: 1,
    expiresAt: '2025-12-31T00:00:00.000Z',
  }

  it('opens it by its code, and writes no link', () => {
    const shown = noticeCard(notice, en, CODE)
    expect(tapOf(shown, 'open-invitation').data).toEqual({ code: CODE })
    expect(textsOf(shown).join()).not.toContain('link}')
    expect(tapsOf(noticeCard(notice, en))[0]?.verb).toBe('invitations')
  })
})
