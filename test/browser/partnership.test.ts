import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import { toActive } from '../journeys/way-in.ts'
import { chromiumPath } from '../support/chromium.ts'
import { stage } from '../support/stage.ts'
import { startWorld } from '../support/world.ts'
import { type ChatWindow, picture } from './chat-window.ts'
import { ENROLLED } from './partners-made.ts'

// Two companies at two chat windows side by side: the provider reads Japanese, the reseller English. Buttons and labels
// are those that people are promised; what else cards say is taken from the words of the cards.

const ja = words('ja-JP', 'Asia/Tokyo')
const en = words('en-US', 'UTC')
const [PROVIDER, RESELLER] = ['東都ディストリビューション', '青空ソフト']
const EMAIL = 'taro.aoki@aozora-soft.example'

describe.skipIf(chromiumPath === undefined)('browser: two companies, two windows', { timeout: 180_000 }, () => {
  const { playground, browser, chat } = stage('partnership', { height: 1250, prepare: enrollReseller })
  let sato: ChatWindow
  let aoki: ChatWindow

  beforeAll(async () => {
    sato = await chat('ja', '佐藤 健一')
    aoki = await chat('en', '青木 太郎')
  }, 60_000)

  it('become partners, and part again', async () => {
    await aoki.says('language en')
    await aoki.sees('Language: English')
    await sato.says('ヘルプ')
    await sato.sees(ja.home.next.requestPartnership.title)
    await pictured(sato, '01-provider-home')
    const link = await invite('02', { edited: true })

    const page = await browser('en').newPage()
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: PROVIDER }).waitFor()
    await page.getByRole('link', { name: 'Open in Teams' }).waitFor()
    await picture(page, 'partnership-03-page')
    const code = (await page.locator('code').textContent()) ?? ''
    expect(link).toMatch(new RegExp(`/i/${code}$`))
    expect(code).toHaveLength(43)
    await page.close()

    await aoki.says(code)
    await aoki.sees(en.acceptance.title(PROVIDER), en.acceptance.consequencesTitle, '佐藤 健一', EMAIL)
    await pictured(aoki, '04-reseller-asked')
    await sato.sees(`「${RESELLER}」が招待を開きました`, EMAIL)
    // The client draws its cards anew when one arrives, and forgets what is typed in them.
    await playground().settle()
    await aoki.presses('Authorize indirect provider')
    await aoki.sees('Tick the box to authorize the provider.')
    await pictured(aoki, '05-reseller-unticked')
    await aoki.types({ [en.terms.fields.authorize]: true })
    await pictured(aoki, '06-reseller-ticked')
    await aoki.presses('Authorize indirect provider')
    await aoki.sees(en.acceptance.acceptedTitle(PROVIDER), en.acceptance.authorizedBy, '青木 太郎')
    await pictured(aoki, '07-reseller-accepted')

    await sato.sees(`「${RESELLER}」が貴社の間接リセラーになりました`, '青木 太郎')
    await pictured(sato, '08-provider-told')
    await playground().settle()
    await sato.says('間接リセラー')
    await sato.sees(ja.partners.search, RESELLER, '日本')
    await pictured(sato, '09-provider-list')
    await aoki.says('indirect providers')
    await aoki.sees(en.partners.search, PROVIDER, 'Japan')
    await pictured(aoki, '10-reseller-list')
    await aoki.presses('Open')
    await aoki.sees(en.partner.status.active, en.partner.accessGranted)
    expect(await aoki.buttons()).not.toContain('Remove partnership')
    await pictured(aoki, '11-reseller-partner')
    await aoki.presses('History')
    await aoki.sees(`Partnership established: ${PROVIDER} and ${RESELLER}`)
    await pictured(aoki, '12-reseller-history')

    await sato.presses('開く')
    await sato.sees(ja.partner.status.active, '青木 太郎')
    await pictured(sato, '13-provider-partner')
    await sato.presses('パートナーシップの削除')
    await sato.sees(ja.removal.title(RESELLER), ...ja.removal.consequences(RESELLER, '0', 0, false))
    await pictured(sato, '14-provider-removes')
    const [first = '', ...others] = Object.values(ja.terms.declarations)
    await sato.types(Object.fromEntries(others.map((statement) => [statement, true])))
    await sato.presses('はい')
    await sato.sees(ja.removal.title(RESELLER), ja.refusal({ code: 'PAR_DECLARATION', field: 'declarations' }))
    await pictured(sato, '15-provider-declares-too-little')
    // The others are still ticked.
    await sato.types({ [first]: true })
    const before = await aoki.cards()
    await sato.presses('はい')
    await sato.sees(ja.removal.removedTitle(RESELLER), ja.removal.removed)
    await sato.presses(ja.removal.copyIn('日本語'))
    await sato.sees(ja.draftInvitation.copy, `パートナーシップ終了のお知らせ (${PROVIDER})`)
    await pictured(sato, '16-provider-removed')
    await playground().settle()

    await sato.says('間接リセラー')
    await sato.sees(ja.partners.empty.provider)
    await pictured(sato, '17-provider-list-empty')
    expect(await aoki.cards()).toBe(before)
    await aoki.says('indirect providers')
    expect(await aoki.cards()).toBe(before + 1)
    await aoki.sees(en.partners.empty.reseller)
    await pictured(aoki, '18-reseller-list-empty')
  })

  it('do not become partners again when the reseller declines', async () => {
    const link = await invite('19', { edited: false })
    await aoki.says(`Please look at this: ${link}`)
    await aoki.sees(en.acceptance.title(PROVIDER), EMAIL)
    await aoki.presses('Decline')
    await aoki.sees(en.acceptance.declinedTitle, PROVIDER)
    await pictured(aoki, '20-reseller-declined')
    await sato.sees(`「${RESELLER}」が招待を辞退しました`, EMAIL)
    await pictured(sato, '21-provider-told')
    await sato.says('招待')
    await sato.presses('すべての招待')
    await sato.sees(EMAIL, ja.terms.invitationStates.declined, ja.terms.invitationStates.accepted)
    await pictured(sato, '22-provider-invitations')
    await sato.says('間接リセラー')
    await sato.sees(ja.partners.empty.provider)
  })

  it('are told by the card that was tapped that its invitation is renewed or revoked', async () => {
    await invite('23', { edited: false })
    await sato.presses('更新')
    await sato.sees(ja.notes.invitationRenewed, '電子メールで開く')
    await playground().settle()
    await sato.sees(ja.notes.invitationRenewed, '電子メールで開く')
    await pictured(sato, '24-provider-renewed')
    await sato.presses('招待を取り消す')
    await sato.sees(ja.invitation.askRevoke)
    await pictured(sato, '25-provider-asked')
    await sato.presses('取り消す')
    await sato.sees(ja.notes.invitationRevoked)
    await playground().settle()
    await sato.sees(ja.notes.invitationRevoked)
    await pictured(sato, '26-provider-revoked')
  })

  /** The provider requests a partnership, in an English mail that it may change before it sends it by hand. Gives the link in it. */
  async function invite(step: string, { edited }: { edited: boolean }): Promise<string> {
    await sato.says('パートナーシップを要求する')
    await sato.sees('リセラーのメール アドレス')
    await sato.types({ 'リセラーのメール アドレス': EMAIL, 言語: 'English' })
    await pictured(sato, `${step}a-provider-requests`)
    await sato.presses('次へ')
    await sato.sees(ja.draftInvitation.title(EMAIL), `Invitation to a partnership with ${PROVIDER}`)
    await pictured(sato, `${step}b-provider-draft`)
    const link = await linkTyped()
    if (edited) {
      await sato.types({ メッセージ: 'Dear Mr. Aoki, do join us.' })
      await sato.presses('保存')
      await sato.sees(ja.refusal({ code: 'INV_LINK_MISSING', field: 'message' }))
      expect(await sato.typed('メッセージ')).toBe('Dear Mr. Aoki, do join us.')
      await pictured(sato, `${step}c-provider-link-lost`)
      await sato.presses('リンクを元に戻す')
      await sato.sees(ja.draftInvitation.title(EMAIL), '電子メールで開く')
      expect(await sato.typed('メッセージ')).toBe(`Dear Mr. Aoki, do join us.\n\n${link}`)
      await sato.presses('クリップボードにコピー')
      await sato.sees(ja.draftInvitation.copy)
      await pictured(sato, `${step}d-provider-link-restored`)
    }
    await sato.presses('完了')
    await sato.sees(ja.notes.invitationSent, ja.invitation.notOpened)
    await pictured(sato, `${step}e-provider-sent`)
    return link
  }

  async function linkTyped(): Promise<string> {
    const [link] = /http\S+\/i\/[\w-]{43}/.exec(await sato.typed('メッセージ')) ?? []
    if (link === undefined) throw new Error('The draft has no link.')
    return link
  }
})

const pictured = (window: ChatWindow, name: string): Promise<void> => window.pictured(`partnership-${name}`)

/** What the other test does in the window, done here by commands: the reseller is enrolled and has signed. */
async function enrollReseller(databaseFile: string): Promise<void> {
  const world = await startWorld({ DATABASE_FILE: databaseFile })
  const admin = await world.person(EMAIL)
  await admin.says('language en')
  await toActive(world, admin, ENROLLED)
  await admin.says('language ja')
  await world.close()
}
