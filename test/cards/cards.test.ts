import { describe, expect, it } from 'vitest'
import { apologyCard, apologyNote } from '../../cards/apology.ts'
import { PAGE } from '../../cards/drawing/list.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { addressValues } from '../../cards/enrollment/address-fields.ts'
import { checklistCard } from '../../cards/enrollment/checklist.ts'
import { contactForm } from '../../cards/enrollment/contact-form.ts'
import { personName } from '../../cards/enrollment/enrollment-facts.ts'
import { legalForm } from '../../cards/enrollment/legal-form.ts'
import { mpnForm } from '../../cards/enrollment/mpn-form.ts'
import { type HomeView, homeCard, type NextStep } from '../../cards/home.ts'
import { refusalCard } from '../../cards/refusal.ts'
import { rolesForm } from '../../cards/users/user-forms.ts'
import { usersCard } from '../../cards/users/users.ts'
import { words } from '../../cards/words/words.ts'
import { countryRule } from '../../domain/countries.ts'
import { inputOf, inputsOf, nodesOf, tapOf, tapsOf, textsOf } from '../support/card-walk.ts'
import { sampleCards } from '../support/sample-cards.ts'
import { type Cast, typical } from '../support/sample-cast.ts'

const en = words('en-US', 'Asia/Tokyo')
const ja = words('ja-JP', 'Asia/Tokyo')
const jaCards = sampleCards(typical['ja-JP'], ja)
const enCards = sampleCards(typical['en-US'], en)
const { me, userId } = typical['en-US'] satisfies Cast

const home = (next: readonly NextStep[], more: Partial<HomeView> = {}) =>
  homeCard({ actor: me, company: 'Contoso', kind: 'prospect', next, actions: [], ...more }, en)
const verbs = (card: Card | undefined) => tapsOf(card).map(({ verb }) => verb)
const ids = (card: Card) => inputsOf(card).map(({ id }) => id)

describe('home', () => {
  it('offers the next step first, the rest below, and each button once', () => {
    const card = home([{ kind: 'signMpa', region: 'japan' }, { kind: 'setOrganizationProfile' }], {
      actions: ['organization-profile', 'history'],
    })
    expect(verbs(card)).toEqual(['sign-mpa', 'organization-profile', 'history', 'language'])
    expect(tapOf(card, 'sign-mpa').style).toBe('positive')
  })

  it('names who can act when the reader cannot', () => {
    const texts = textsOf(home([{ kind: 'askToEnroll', begun: false, globalAdmins: ['Megan', 'Diego'] }]))
    expect(texts.join()).toContain('Megan and Diego')
    expect(textsOf(home([{ kind: 'askToEnroll', begun: false, globalAdmins: [] }]))).toContain(en.home.nobodyCan)
  })

  it('offers nothing that changes anything to a reader who may not', () => {
    const idle = home([{ kind: 'fixAndResubmit', reason: 'x', canAct: false }])
    expect(verbs(idle)).toEqual(['status', 'language'])
    expect(verbs(home([{ kind: 'replaceContact', email: 'a@b.example', canAct: false }]))).not.toContain(
      'enroll-contact',
    )
  })

  it('ticks what is done and leaves a box for what is not', () => {
    const card = home([{ kind: 'signMpa', region: 'japan' }], {
      readiness: [
        { step: 'account', done: true },
        { step: 'mpa', done: false },
      ],
    })
    expect(textsOf(card).filter((text) => text === '✓' || text === '☐')).toEqual(['✓', '☐'])
  })

  it('has the other language one tap away', () => {
    expect(tapOf(home([]), 'language').data).toEqual({ locale: 'ja-JP' })
    expect(tapOf(jaCards['home: prospect'], 'language').data).toEqual({ locale: 'en-US' })
  })
})

describe('the forms of enrollment', () => {
  const place = (country: string) => ({ country, rule: countryRule(country) })
  const legal = (country: string, say = en) => legalForm({ values: {}, rev: 0, ...place(country) }, say)

  it('ask for a registration ID only where the country demands one (D7)', () => {
    expect(ids(legal('IN'))).toContain('registrationId')
    expect(ids(legal('JP'))).not.toContain('registrationId')
  })

  it('write an address in the order of its country, with its prefectures and its postal code', () => {
    expect(ids(legal('JP', ja)).slice(1)).toEqual([
      'country',
      'postalCode',
      'state',
      'city',
      'addressLine1',
      'addressLine2',
    ])
    expect(ids(legal('US')).slice(1, 6)).toEqual(['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'])
    const prefectures = inputOf(legal('JP', ja), 'state').choices as readonly { title: string; value: string }[]
    expect(prefectures).toHaveLength(47)
    expect(prefectures[12]).toEqual({ title: '東京都', value: 'JP-13' })
    expect(inputOf(legal('JP', ja), 'postalCode').placeholder).toBe('123-4567')
  })

  it.each([
    [
      'MPN ID',
      () => inputOf(mpnForm({ values: {}, rev: 0 }, ja), 'mpnId'),
      ['1234567', ' １２３４５６７'],
      ['012345', '12', 'x'],
    ],
    [
      'postal code',
      () => inputOf(legal('JP', ja), 'postalCode'),
      ['123-4567', ' 1234567 ', '１２３－４５６７'],
      ['123-456', 'x'],
    ],
    [
      'email',
      () => inputOf(contactForm({ values: {}, rev: 0, me }, ja), 'email'),
      ['a@b.jp', 'ａ＠ｂ.jp'],
      ['a@', 'ab'],
    ],
  ] as const)('let the client take every way of typing that the server understands: %s', (_, input, good, bad) => {
    const pattern = new RegExp(String(input().regex))
    for (const text of good) expect(text).toMatch(pattern)
    for (const text of bad) expect(text).not.toMatch(pattern)
  })

  it('let “That’s me” stand for name and address, so the client requires neither (R22)', () => {
    const card = contactForm({ values: {}, rev: 2, me }, en)
    for (const id of ['firstName', 'lastName', 'email']) expect(inputOf(card, id).isRequired).toBe(false)
    expect(textsOf(card).join()).toContain(me.email)
  })

  it('ask for a name in the order of the language', () => {
    expect(ids(contactForm({ values: {}, rev: 0, me }, ja)).slice(1, 3)).toEqual(['lastName', 'firstName'])
    expect(ids(contactForm({ values: {}, rev: 0, me }, en)).slice(1, 3)).toEqual(['firstName', 'lastName'])
  })

  it('go back although inputs are empty', () => {
    const back = tapsOf(legal('JP')).find(({ verb }) => verb === 'enroll-step')
    expect(back).toMatchObject({ associatedInputs: 'none', data: { step: 'mpn' } })
  })

  it('carry the draft’s revision and an operation key', () => {
    expect(tapOf(mpnForm({ values: {}, rev: 7 }, en), 'enroll-save-mpn').data).toEqual({
      op: expect.stringMatching(/^[\w-]{16}$/),
      rev: 7,
    })
  })

  it('show a saved address again as it was saved', () => {
    const { address } = typical['ja-JP']
    expect(addressValues(address)).toEqual({
      addressLine1: address.line1,
      addressLine2: address.line2,
      city: address.city,
      state: address.state,
      postalCode: address.postalCode,
    })
  })
})

describe('the checklist', () => {
  it('names what to have ready, and less for a company already in CSP (R23, R25)', () => {
    const list = (origin: 'newcomer' | 'existingCsp') =>
      textsOf(checklistCard({ company: 'C', country: 'JP', origin, registrationId: false }, en))
    expect(list('newcomer')).toEqual(expect.arrayContaining([en.checklist.membershipCenter, en.checklist.admin]))
    expect(list('existingCsp')).not.toContain(en.checklist.membershipCenter)
  })

  it('offers the ways out: no MPN ID (R1), direct bill (R10)', () => {
    expect(verbs(enCards.checklist)).toEqual(['enroll-begin', 'home', 'enroll-no-mpn', 'enroll-direct'])
    expect(textsOf(enCards['direct-bill closed'])).toContain(en.refusal({ code: 'ENR_DIRECT_CLOSED' }))
  })
})

describe('the agreement', () => {
  it('says in Japanese that its text is English only (D3)', () => {
    expect(textsOf(jaCards['MPA: sign'])).toContain(ja.mpa.languageNotice[0])
    expect(en.mpa.languageNotice).toEqual([])
  })

  it('can be accepted by a global admin alone; others see who could (R34)', () => {
    expect(verbs(enCards['MPA: sign'])).toContain('accept-mpa')
    expect(verbs(enCards['MPA: not an admin'])).not.toContain('accept-mpa')
    expect(inputsOf(enCards['MPA: not an admin'])).toEqual([])
    expect(textsOf(enCards['MPA: not an admin']).join()).toContain('Megan Bowen')
  })

  it('is confirmed in green with date and signer (R35), and the ticks of readiness (R33)', () => {
    const card = enCards['MPA: signed']
    expect(nodesOf(card).find(({ type }) => type === 'Container')?.style).toBe('good')
    expect(textsOf(card)).toEqual(expect.arrayContaining(['November 26, 2025', 'Megan Bowen', '✓']))
  })
})

describe('names of people', () => {
  it('stand in the order of their own script', () => {
    const contact = { email: '', isEnrollingUser: false }
    expect(personName({ ...contact, firstName: '太郎', lastName: '青木' })).toBe('青木 太郎')
    expect(personName({ ...contact, firstName: 'Daniel', lastName: 'Reyes' })).toBe('Daniel Reyes')
  })
})

describe('status', () => {
  it.each([
    ['status: waiting for the contact', ['enroll-resend', 'enroll-contact'], ['enroll-withdraw']],
    ['status: waiting, resend later', ['enroll-resend', 'enroll-contact'], ['enroll-withdraw']],
    ['status: in review', [], ['enroll-withdraw']],
    ['status: document wanted', ['enroll-fix'], ['enroll-withdraw']],
    ['status: contact did not sign up', ['enroll-contact'], ['enroll-withdraw']],
    ['status: rejected', ['enroll-fix', 'enroll-contact'], ['enroll-withdraw']],
    ['status: approved', ['sign-mpa'], []],
    ['status: withdrawn', ['enroll'], []],
    ['status: active', [], []],
    ['status: provider', [], []],
    ['status: customer', [], []],
  ])('%s offers %j, and last %j', (name, first, last) => {
    expect(verbs(enCards[name])).toEqual([...first, 'status', 'home', ...last])
  })

  it('tells a customer of no agreement that only partners sign', () => {
    expect(textsOf(enCards['status: customer']).join()).not.toContain('Microsoft Partner Agreement')
  })

  it('says who is waited for, since when and until when', () => {
    const texts = textsOf(enCards['status: waiting for the contact'])
    expect(texts).toContain('Waiting for alex.wilber@fabrikam.com since November 18, 2025 at 2:30 PM GMT+9')
    expect(texts).toContain('The link works until December 2, 2025')
    expect(textsOf(enCards['status: in review'])).toContain('Due by November 27, 2025')
  })

  it('says that a review is overdue', () => {
    expect(textsOf(enCards['status: review overdue']).join()).toContain('Overdue since November 27, 2025')
    expect(textsOf(enCards['status: review overdue']).join()).not.toContain('Due by')
  })

  it('says from when the mail can be sent again (D9)', () => {
    const card = enCards['status: waiting, resend later']
    expect(textsOf(card).join()).toContain('You can resend the email from')
    expect(tapOf(card, 'enroll-resend').style).toBeUndefined()
    expect(tapOf(enCards['status: waiting for the contact'], 'enroll-resend').style).toBe('positive')
  })
})

describe('a review', () => {
  it.each([
    ['review: in review', ['approve-enrollment', 'reject-form', 'documents-form', 'decline-form']],
    ['review: rejected', ['decline-form']],
    ['review: active', ['suspend-form']],
    ['review: suspended', ['suspend-form']],
  ])('%s offers %j', (name, expected) => {
    expect(verbs(enCards[name])).toEqual([...expected, 'reviews', 'home'])
  })

  it('shows each automatic check with a tick or a cross', () => {
    expect(textsOf(enCards['review: in review']).filter((text) => '✓✕'.includes(text))).toEqual(['✓', '✕', '✓', '✓'])
  })
})

describe('users', () => {
  it('can be opened and added only by who manages them', () => {
    const users = [{ userId, name: 'A', email: 'a@b.example', roles: [] }]
    expect(verbs(usersCard({ company: 'C', users, mayManage: false }, en))).toEqual(['users', 'home'])
    expect(verbs(usersCard({ company: 'C', users, mayManage: true }, en))).toContain('user')
  })

  it('are shown a page at a time', () => {
    const users = Array.from({ length: PAGE + 5 }, () => ({ userId, name: 'A', email: 'a@b.example', roles: [] }))
    expect(
      verbs(usersCard({ company: 'C', users, mayManage: true }, en)).filter((verb) => verb === 'user'),
    ).toHaveLength(PAGE)
  })

  it('keep a role that the reader may not give', () => {
    const person = { userId, name: 'A', email: 'a@b.example', roles: ['GA', 'SA'] as const }
    const card = rolesForm({ company: 'C', person, assignable: ['SA'], mayDisable: false }, en)
    expect(inputOf(card, 'roles').value).toBe('GA,SA')
    expect(inputOf(card, 'roles').choices).toHaveLength(2)
  })

  it('are asked about once more before an account ends', () => {
    const show = nodesOf(enCards['users: roles']).find(({ type }) => type === 'Action.ShowCard')
    expect(verbs(show?.card as Card)).toEqual(['disable-user'])
  })
})

describe('refusals and apologies', () => {
  it('give every reason at once and the button that mends it', () => {
    const card = refusalCard([{ code: 'SETUP_ADMIN_AGENT' }, { code: 'USR_CHANGE_PASSWORD' }], en)
    expect(textsOf(card)).toContain(en.refusal({ code: 'SETUP_ADMIN_AGENT' }))
    expect(verbs(card)).toEqual(['add-me', 'password-changed', 'home'])
  })

  it.each(['fault', 'notExecuted', 'unknown'] as const)('carry the id of the log line: %s', (kind) => {
    expect(textsOf(apologyCard(kind, 'c-123', en)).join()).toContain('c-123')
    expect(apologyNote(kind, 'c-123', ja)).toMatch(/^[^\n]+c-123$/)
  })

  it('tell apart what surely did not happen from what may have (architecture.md 7.2)', () => {
    expect(en.apology.notExecuted.text).toContain('Nothing was changed')
    expect(en.apology.unknown.text).toContain('it will not happen twice')
  })
})
