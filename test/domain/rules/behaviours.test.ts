import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ja } from '../../../cards/words/ja.ts'
import { mpnIdOf, worldOf } from '../../journeys/companies.ts'
import {
  ADDRESS,
  apply,
  confirm,
  fillIn,
  OUTSIDER,
  outsider,
  titlesOf,
  toActive,
  toApproval,
} from '../../journeys/way-in.ts'
import { startWorld, type World } from '../../support/world.ts'

/** Companies of the United States, Japan and France; Oak is in CSP already. */
const COMPANIES = worldOf(
  { name: 'elm' },
  { name: 'fir' },
  {
    name: 'sugi',
    country: 'JP',
    locale: 'ja-JP',
  },
  {
    name: 'oak',
    more: {
      cspTenant: true,
      legalProfile: {
        companyName: 'Oak Ltd.',
        mpnId: mpnIdOf(3),
        address: { line1: '12 Alder Street', city: 'Seattle', state: 'US-WA', postalCode: '98101', country: 'US' },
        primaryContact: { firstName: 'Kim', lastName: 'Lee', email: 'kim@oak.example' },
      },
    },
  },
  { name: 'ash' },
)

let world: World
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: COMPANIES })
})
afterAll(() => world.close())

const ann = (company: string) => world.person(`ann@${company}.example`)

describe('before the form', () => {
  it('R25: the checklist comes first', async () => {
    const admin = await ann('elm')
    const checklist = await admin.says('enroll')
    expect(checklist.inputs).toEqual([])
    for (const item of ['MPN ID', 'Partner Membership Center', 'legal business name', 'primary contact', 'support'])
      expect(checklist.text).toContain(item)
    const form = await admin.presses('Next')
    expect(form.inputs.map(({ label }) => label)).toEqual(['MPN ID'])
  })

  it('R3 R10 R28: a newcomer who asks for direct-bill is told why not', async () => {
    const admin = await ann('fir')
    await admin.says('enroll')
    const { text } = await admin.presses('Direct-bill partner instead?')
    expect(text).toContain('New partners enroll as indirect resellers.')
    for (const requirement of ['API', 'billing, support and managed services', 'USD 300,000'])
      expect(text).toContain(requirement)
    const checklist = await admin.presses('Enroll as an indirect reseller')
    expect(titlesOf(checklist)).toContain('Next')
  })

  it('R23: a company already in CSP takes the short form', async () => {
    const admin = await ann('oak')
    const checklist = await admin.says('enroll')
    expect(checklist.text).toContain('already in CSP')
    expect(checklist.text).not.toContain('MPN ID')
    const support = await admin.presses('Next')
    expect(support.inputs[0]?.label).toBe('Support email')
    const authority = await admin.presses('Next', { 'Support email': 'help@oak.example' })
    expect(authority.inputs.map(({ label }) => label)).toContain('I may act for my company')
    const review = await admin.presses('Next', { 'I may act for my company': true })
    expect(titlesOf(review)).toContain('Enroll now')
    for (const known of [mpnIdOf(3), 'Oak Ltd.', '12 Alder Street', 'kim@oak.example'])
      expect(review.text).toContain(known)
  })
})

describe('in the form', () => {
  it('R22: “That’s me” takes name and address from the account', async () => {
    const admin = await ann('fir')
    const { text } = await fillIn(admin, { mpnId: mpnIdOf(1), contact: { "That's me": true } })
    expect(text).toContain('Ann Fir')
    expect(text).toContain('ann@fir.example')
  })
})

describe('on the way', () => {
  it('R27: the status shows what is done, waited for, by whom and until when', async () => {
    const admin = await ann('ash')
    expect((await admin.says('status')).text).toContain('Account type: Prospect')
    await admin.says('enroll')
    await admin.presses('Next')
    expect((await admin.says('status')).text).toMatch(/Started by Ann Ash, .*Not submitted yet/)

    await apply(world, admin, { mpnId: mpnIdOf(4), contact: outsider(), legal: ADDRESS })
    const waiting = (await admin.says('status')).text
    expect(waiting).toMatch(/Submitted by Ann Ash, /)
    expect(waiting).toMatch(new RegExp(`Waiting for ${OUTSIDER} since .*`))
    expect(waiting).toMatch(/The link works until /)

    await confirm(world, OUTSIDER)
    await world.settle()
    const inReview = (await admin.says('status')).text
    expect(inReview).toMatch(new RegExp(`Confirmed by ${OUTSIDER}, `))
    expect(inReview).toMatch(/Waiting for Microsoft since /)
    expect(inReview).toMatch(/Due by /)
    await world.advance('P10D')
    await world.settle()
    expect((await admin.says('status')).text).toMatch(/Overdue since /)
  })
})

describe('after approval', () => {
  it('D3: the Japanese card says that the agreement is in English', async () => {
    const admin = await ann('sugi')
    await admin.says('language en')
    await toApproval(world, admin, {
      mpnId: mpnIdOf(2),
      legal: { ...ADDRESS, City: 'Chiyoda', 'State or prefecture': 'Tokyo', 'Postal code': '100-0005' },
    })
    const [notice] = ja.mpa.languageNotice
    expect(notice).toContain('英語')
    expect((await admin.says('sign mpa')).text).not.toContain(notice)
    await admin.says('言語 ja')
    expect((await admin.says('MPA に署名')).text).toContain(notice)
  })

  it('R35: the banner names date and signer', async () => {
    const admin = await ann('elm')
    await toActive(world, admin, { mpnId: mpnIdOf(0) })
    const banner = admin.sees
    expect(banner.text).toMatch(/Microsoft Partner Agreement signed/)
    expect(banner.text).toMatch(/Signed on: .*\d{4}/)
    expect(banner.text).toContain('Signed by: Ann Elm')
    expect((await admin.says('sign mpa')).text).toContain('Signed by: Ann Elm')
  })

  it('R7: an enrolled reseller is told to find a provider of its region', async () => {
    const admin = await ann('elm')
    const { text } = await admin.says('home')
    expect(text).toContain('Find an indirect provider')
    expect(text).toContain('in the United States')
  })
})
