import { globSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Refusal } from '../../../domain/refusals.ts'
import { BEHAVIOURS, LATER, RULES } from '../../../domain/rules/catalogue.ts'
import { domainReadme, withRuleTable } from '../../support/write-rule-table.ts'
import { PROOFS, type RuleName } from './proofs.ts'

const VALUES = Object.entries(RULES) as [
  RuleName,
  { id: string; source: string; check: (facts: never) => readonly Refusal[] },
][]

const ids = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, at) => `${letter}${at + 1}`)

const ALL = [...ids('R', 116), ...ids('D', 23)]

/** Limits on what the permission matrix allows: the last global admin, and how many invitations go out. */
const PERMISSION_LIMITS = ['P15', 'P20', 'P27', 'P49', 'P54']

/** The signer is the matrix's business, the tick a value: one rule with two halves. */
const BOTH_VALUE_AND_BEHAVIOUR = ['R34']

/** Seed and section of domain.md 4.1, source of 4.2: what the source of each built rule has to name. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  R1: ['S4 Get started'],
  R2: ['S4 Get started'],
  R3: ['S4 Get started'],
  R4: ['S4', 'S2 Before you begin'],
  R5: ['S4 Important'],
  R6: ['S4 Important', 'S3 scenario 4'],
  R7: ['S4 Indirect reseller 1', 'S2', 'S0'],
  R8: ['S4 Indirect reseller 2'],
  R9: ['S4 Indirect reseller 3'],
  R10: ['S2 Before you begin', 'S4 Enroll as a direct partner NOTE'],
  R11: ['S4 Indirect reseller 4'],
  R12: ['S2 Before you begin, step 3'],
  R13: ['S2 step 3 IMPORTANT'],
  R14: ['S2 step 3 IMPORTANT'],
  R15: ['S2 Before you begin'],
  R16: ['S2 All indirect resellers 2'],
  R17: ['S2 Before you begin, step 4'],
  R18: ['S2 step 4 note'],
  R19: ['S2 step 4 IMPORTANT'],
  R20: ['S2 step 4 IMPORTANT'],
  R21: ['S2 step 4', 'S0 NOTE'],
  R22: ['S2 step 4'],
  R23: ['S2 Enroll NOTE'],
  R24: ['S2 step 5'],
  R25: ['S2 Get started 1-2'],
  R26: ['S2 Before you begin'],
  R27: ['S2 All indirect resellers 2', 'S0 NOTE'],
  R28: ['S3 Types'],
  R29: ['S4 direct'],
  R30: ['S3 Microsoft Partner Agreement IMPORTANT'],
  R31: ['S3 Microsoft Partner Agreement'],
  R32: ['S3 Microsoft Partner Agreement'],
  R33: ['S3 Microsoft Partner Agreement'],
  R34: ['S2 All indirect resellers 3'],
  R35: ['S2 All indirect resellers 3'],
  R36: ['S1 Connect 3 IMPORTANT', 'S0 4'],
  R37: ['S1 tasks IMPORTANT'],
  R38: ['S1 tasks 2', 'Connect'],
  R39: ['S1 Connect'],
  R40: ['S1 Connect 2-3'],
  R41: ['S1 Connect 4'],
  R42: ['S2 Connect 1-3'],
  R43: ['S1 Remove 1-2'],
  R44: ['S1 Remove IMPORTANT'],
  R45: ['S1 Remove IMPORTANT'],
  R46: ['S1 Remove'],
  R47: ['S1 Remove 3'],
  R48: ['S2 Connect 3 NOTE'],
  R49: ['S2 Connect 3 NOTE'],
  R50: ['S3 scenario 8'],
  R51: ['S0 Accept'],
  R52: ['S0 Find', 'S2 Connect'],
  R53: ['S2 Connect 6 IMPORTANT', 'S0 Move'],
  R54: ['S1 Connect with customers'],
  R55: ['S1 Connect with customers', 'table row 1'],
  R56: ['S1 Add new customers 2'],
  R57: ['S1 Add new customers 3'],
  R58: ['S1 Add new customers 4-5'],
  R59: ['S1 Add new customers 6 IMPORTANT'],
  R60: ['S1 Add new customers 7'],
  R61: ['S2 Connect 5'],
  R62: ['S2 Connect 6', 'S0 Invite'],
  R63: ['S2 Connect 6'],
  R64: ['S3 scenario 7'],
  R65: ['S0 Create an AAD tenant'],
  R66: ['S0 Get started NOTE'],
  R67: ['S0 Get started 1'],
  R68: ['S0 Get started 2-3'],
  R72: ['S0 Get started NOTE (last)'],
  R78: ['S0 While you transition'],
  R79: ['S0 Find'],
  R80: ['S0 Move'],
  R81: ['S0 Invite 3-4'],
  R82: ['S0 Invite 5'],
  R83: ['S0 Managing'],
  R84: ['S0 Managing'],
  R85: ['S0 Identify'],
  R89: ['S0 Invite 6'],
  R90: ['S1 Connect'],
  R91: ['S1 Connect'],
  R92: ['S1 Connect (existing subscriptions)'],
  R93: ['S1 Connect, table row 3', 'Add new subscriptions 4'],
  R94: ['S1 Connect, table row 4'],
  R95: ['S1 Connect, table rows 1 and 3'],
  R96: ['S1 Connect, table row 2'],
  R97: ['S1 Add new subscriptions'],
  R98: ['S1 Add new subscriptions 2'],
  R99: ['S1 Add new subscriptions 5-7'],
  R100: ['S1 tasks 1'],
  R101: ['S3 scenario 1'],
  R102: ['S3 scenario 2'],
  R103: ['S3 scenario 3'],
  R104: ['S3 scenario 4'],
  R105: ['S3 scenario 5'],
  R106: ['S3 scenario 6'],
  R107: ['S3 scenario 6'],
  R108: ['S3 scenario 6'],
  R109: ['S3 scenario 6'],
  R110: ['S3 scenario 6 NOTE', 'S1 Remove'],
  R111: ['S3 scenario 7'],
  R112: ['S3 scenario 8'],
  R113: ['S2 Your CSP country'],
  R114: ['S3 Types'],
  R115: ['S3 Types', 'S2'],
  D1: ['D:microsoft-partner-agreement'],
  D2: ['D:mpa-faq'],
  D3: ['D:mpa-faq'],
  D5: ['D:manage-locations'],
  D7: ['D:enrolling', 'D:reg-number-id'],
  D8: ['D:mpa-faq'],
  D9: ['D:verification-responses'],
  D10: ['D:assign-support-contacts'],
  D11: ['D:request-a-relationship'],
  D12: ['D:request-a-relationship'],
  D13: ['D:request-a-relationship'],
  D14: ['D:remove-a-relationship'],
  D15: ['D:confirm-customer-agreement'],
  D16: ['D:add-a-new-customer'],
  D17: ['D:restricted-direct-bill-capabilities'],
  D21: ['D:suspended-partner-center-account'],
  D23: ['D:mpa-indirect-provider-faq'],
}

describe('the catalogue of rules', () => {
  it.each(ALL)('%s stands in exactly one list', (id) => {
    const lists = [
      VALUES.some(([, rule]) => rule.id === id) ? 'values' : [],
      BEHAVIOURS.some((behaviour) => behaviour.id === id) ? 'behaviours' : [],
      LATER.includes(id) ? 'later' : [],
    ].flat()
    expect(lists).toEqual(BOTH_VALUE_AND_BEHAVIOUR.includes(id) ? ['values', 'behaviours'] : [expect.any(String)])
  })

  it('knows no rule that the programme does not have', () => {
    const known = new Set([...ALL, ...PERMISSION_LIMITS])
    for (const id of [...VALUES.map(([, rule]) => rule.id), ...BEHAVIOURS.map(({ id }) => id), ...LATER])
      expect(known).toContain(id)
    expect(new Set(LATER).size).toBe(LATER.length)
  })

  it('has built everything that enrollment needs', () => {
    const needed = [
      ...ids('R', 28),
      'R30',
      'R33',
      'R34',
      'R35',
      'R113',
      'D1',
      'D2',
      'D3',
      'D5',
      'D7',
      'D8',
      'D9',
      'D21',
    ]
    expect(needed.filter((id) => LATER.includes(id))).toEqual([])
  })

  it('has built everything that partnerships need', () => {
    const needed = [...ids('R', 52).slice(35), 'R79', 'R106', 'R110', 'R112']
    expect(needed.filter((id) => LATER.includes(id))).toEqual([])
  })

  it('has built everything that customers need', () => {
    const needed = [
      ...['R5', 'R6', 'R29', 'R31', 'R32', 'R38', 'R41', 'R106', 'R109', 'R111', 'R114', 'R115'],
      ...ids('R', 65).slice(52),
      ...ids('R', 85).slice(79),
      ...ids('R', 99).slice(88),
      ...ids('R', 105).slice(100),
      ...ids('D', 17).slice(9),
    ]
    expect(needed.filter((id) => LATER.includes(id))).toEqual([])
  })

  it.each(Object.entries(SOURCES))('%s names its source', (id, wanted) => {
    const rules = [...VALUES.map(([, rule]) => rule), ...BEHAVIOURS].filter((rule) => rule.id === id)
    const sources = rules.map(({ source }) => source).join('; ')
    for (const source of wanted) expect(sources).toContain(source)
  })

  it('has a source of domain.md for every value and behaviour', () => {
    const named = /^(S[0-4]\b|D:[a-z-]+|domain\.md \d)/
    for (const { source } of [...VALUES.map(([, rule]) => rule), ...BEHAVIOURS]) expect(source).toMatch(named)
    expect(new Set([...VALUES.map(([, { id }]) => id), ...BEHAVIOURS.map(({ id }) => id)])).toEqual(
      new Set([...Object.keys(SOURCES), ...PERMISSION_LIMITS]),
    )
  })
})

describe('a rule that is a value', () => {
  afterEach(() => void vi.restoreAllMocks())

  it.each(VALUES)('%s refuses its story, and without it nothing does', (name, rule) => {
    const { tell, refuses, without = [] } = PROOFS[name]
    expect(tell()).toContain(refuses)
    vi.spyOn(rule, 'check').mockReturnValue([])
    expect(tell()).toEqual(without)
  })
})

describe('a rule that is a behaviour', () => {
  const titles = globSync('test/**/*.test.ts').map((file) => readFileSync(file, 'utf8'))

  it.each(BEHAVIOURS)('$id has the spec that it names: $spec', ({ id, spec }) => {
    const written = [`it('${spec}'`, `it("${spec}"`]
    expect(titles.some((text) => written.some((title) => text.includes(title)))).toBe(true)
    expect(spec.split(':')[0]).toContain(id)
  })
})

describe('the README of the domain', () => {
  it('shows the rules as they are; `npm run docs` writes them', () => {
    expect(domainReadme()).toBe(withRuleTable(domainReadme()))
  })
})

describe('a refusal', () => {
  const declared = [...readFileSync('domain/refusals.ts', 'utf8').matchAll(/\{ code: '([A-Z_]+)'/g)].map(
    ([, code]) => code,
  )
  const sources = globSync('{domain,bot}/**/*.ts').filter((file) => file !== 'domain/refusals.ts')
  const given = sources.map((file) => readFileSync(file, 'utf8')).join('\n')

  it.each(declared)('%s is given somewhere (F42)', (code) => {
    expect(given).toContain(`code: '${code}'`)
  })
})
