import { describe, expect, it } from 'vitest'
import { invitationState, stateName, type Terms } from '../../../cards/words/terms.ts'
import { termsEn } from '../../../cards/words/terms-en.ts'
import { termsJa } from '../../../cards/words/terms-ja.ts'
import { DIRECTORY_ROLES, PARTNER_ROLES } from '../../../domain/actor.ts'
import type { Field } from '../../../domain/refusals.ts'
import { faultsOf } from './plain.ts'

function* texts(words: object): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === 'string') yield value
    else if (typeof value === 'object' && value !== null) yield* texts(value)
  }
}

/** interface.md 5. */
const LABELS: Partial<Record<Field, readonly [en: string, ja: string]>> = {
  mpnId: ['MPN ID', 'MPN ID'],
  companyName: ['Legal business name', '法人名'],
  registrationId: ['Registration ID', '登録番号'],
  addressLine1: ['Address line 1', '住所 1'],
  addressLine2: ['Address line 2', '住所 2'],
  city: ['City', '市区町村'],
  state: ['State or prefecture', '都道府県'],
  postalCode: ['Postal code', '郵便番号'],
  country: ['Country', '国または地域'],
  firstName: ['First name', '名'],
  lastName: ['Last name', '姓'],
  email: ['Email', 'メール アドレス'],
  phone: ['Phone', '電話番号'],
  supportEmail: ['Support email', 'サポートのメール アドレス'],
  supportPhone: ['Support phone', 'サポートの電話番号'],
  authority: ['I may act for my company', '会社を代表する権限があります'],
  reason: ['Reason', '理由'],
  company: ['Company', '会社'],
  message: ['Message', 'メッセージ'],
}

describe('the names of things', () => {
  it.each([
    ['en-US', termsEn],
    ['ja-JP', termsJa],
  ] as const)('are clean in %s', (locale, terms) => {
    // A label may be a plain noun: only whole sentences have to end as sentences do.
    const faults = [...texts(terms)].flatMap((text) => faultsOf(text, locale))
    expect(faults.filter((fault) => !fault.startsWith('no stop'))).toEqual([])
  })

  it('are the words of the interface where it lists them', () => {
    for (const [field, [en, ja]] of Object.entries(LABELS)) {
      expect(termsEn.fields[field as Field]).toBe(en)
      expect(termsJa.fields[field as Field]).toBe(ja)
    }
  })

  it('tell roles apart, and states of one machine', () => {
    const groups = (terms: Terms): readonly object[] => [
      terms.roles,
      terms.enrollmentStates,
      terms.verificationStates,
      terms.employeeStates,
      terms.decisions,
      terms.documentKinds,
      terms.invitationStates,
      terms.declarations,
      terms.fields,
    ]
    for (const group of [...groups(termsEn), ...groups(termsJa)])
      expect(new Set(Object.values(group)).size).toBe(Object.keys(group).length)
  })

  it('know every role', () => {
    for (const role of [...DIRECTORY_ROLES, ...PARTNER_ROLES]) {
      expect(termsEn.roles[role]).toBeTruthy()
      expect(termsJa.roles[role]).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    }
  })

  it('name countries and regions in the language', () => {
    expect([termsEn.country('DE'), termsEn.region('europe')]).toEqual(['Germany', 'Europe'])
    expect([termsJa.country('DE'), termsJa.region('japan')]).toEqual(['ドイツ', '日本'])
  })

  it('name the states of an invitation, and nothing else', () => {
    // F47: closed invitations.
    const closed = ['accepted', 'declined', 'revoked', 'expired', 'superseded']
    expect(closed.map((state) => invitationState(termsJa, state))).toEqual([
      '承諾済み',
      '辞退済み',
      '取り消し済み',
      '期限切れ',
      '無効',
    ])
    expect(invitationState(termsEn, 'toString')).toBe('toString')
  })

  it('name a state of any machine, and none that does not exist', () => {
    expect(stateName(termsJa, 'inReview')).toBe('審査中')
    expect(stateName(termsEn, 'mustChangePassword')).toBe('Has to change the password')
    expect(stateName(termsEn, 'toString')).toBeUndefined()
  })
})
