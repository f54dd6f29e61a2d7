import { describe, expect, it } from 'vitest'
import { passwordsEn } from '../../../cards/words/answers/passwords-en.ts'
import { passwordsJa } from '../../../cards/words/answers/passwords-ja.ts'
import { formatFor } from '../../../cards/words/format.ts'
import { termsEn } from '../../../cards/words/terms-en.ts'
import { termsJa } from '../../../cards/words/terms-ja.ts'
import type { PasswordFinding } from '../../../domain/questions/passwords.ts'
import { faultsOf } from './plain.ts'

type Of<F extends { code: string }> = { [C in F['code']]: readonly Omit<Extract<F, { code: C }>, 'code'>[] }

const whose = { customer: 'Acme', admin: 'admin@acme.example', company: 'Harbor' }
const at = '2025-12-05T06:03:00.000Z'
const WHO = ['Hana Sato', ''] as const

/** Every finding with all that changes its sentence; complete by type. */
const FINDINGS: Of<PasswordFinding> = {
  'password.waits': WHO.map((who) => ({ ...whose, who, until: at })),
  'password.over': (['revealed', 'acknowledged', 'expired'] as const).flatMap((state) =>
    WHO.map((who) => ({ ...whose, who, at, state })),
  ),
  'password.look': [{}],
  'password.onlySubmitter': WHO.map((who) => ({ company: 'Harbor', who })),
  'password.after': [{}],
  'password.once': [{}],
  'password.reset': [{}],
  'password.nameCustomer': [{}],
  'password.ofOther': [{ customer: 'Acme', company: 'Harbor' }],
  'password.gone': [{ customer: 'Acme' }],
  'password.notMade': [{ customer: 'Acme' }],
}

type Sentences = Record<string, (finding: unknown) => string>
const en = passwordsEn(formatFor('en-US', 'Asia/Tokyo'), termsEn) as unknown as Sentences
const ja = passwordsJa(formatFor('ja-JP', 'Asia/Tokyo'), termsJa) as unknown as Sentences

describe('what answers about a first password say', () => {
  it.each(Object.entries(FINDINGS))('%s is clean in both languages', (code, each) => {
    for (const data of each as readonly object[]) {
      expect(faultsOf(en[code]?.({ code, ...data }) ?? '', 'en-US')).toEqual([])
      expect(faultsOf(ja[code]?.({ code, ...data }) ?? '', 'ja-JP')).toEqual([])
    }
  })
})
