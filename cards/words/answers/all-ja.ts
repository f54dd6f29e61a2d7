import type { AnswerLanguage } from './answers.ts'
import { checksJa } from './checks-ja.ts'
import { companyJa } from './company-ja.ts'
import { customerAnswersJa } from './customers-ja.ts'
import { partnersJa } from './partners-ja.ts'
import { passwordsJa } from './passwords-ja.ts'
import { regionsJa } from './regions-ja.ts'
import { sellingJa } from './selling-ja.ts'

export const answersJa: AnswerLanguage = {
  findings: (format, terms) => ({
    ...partnersJa(format, terms),
    ...customerAnswersJa(format, terms),
    ...passwordsJa(format, terms),
    ...companyJa(format, terms),
    ...sellingJa(format, terms),
    ...regionsJa(format, terms),
  }),
  checks: checksJa,
}
