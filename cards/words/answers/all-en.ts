import type { AnswerLanguage } from './answers.ts'
import { checksEn } from './checks-en.ts'
import { companyEn } from './company-en.ts'
import { customerAnswersEn } from './customers-en.ts'
import { partnersEn } from './partners-en.ts'
import { passwordsEn } from './passwords-en.ts'
import { regionsEn } from './regions-en.ts'
import { sellingEn } from './selling-en.ts'

export const answersEn: AnswerLanguage = {
  findings: (format, terms) => ({
    ...partnersEn(format, terms),
    ...customerAnswersEn(format, terms),
    ...passwordsEn(format, terms),
    ...companyEn(format, terms),
    ...sellingEn(format, terms),
    ...regionsEn(format, terms),
  }),
  checks: checksEn,
}
