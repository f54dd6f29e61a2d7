import type { AskedCompany } from '../../cards/actions.ts'
import { type AskInputs, FORM_QUESTIONS } from '../../cards/questions/ask-form.ts'
import { isGuid, type TenantId, tenantId } from '../../domain/ids.ts'
import type { QuestionId } from '../../domain/questions/question.ts'
import { clean } from '../../domain/text.ts'
import { SLOTS } from './slots.ts'

/** A question as a button asks it. */
export type FormQuestion = { question: QuestionId; companies: AskedCompany[]; countries: string[] }

/**
 * What was put into the form of a question; undefined without one. What is picked goes before what is typed beside it,
 * and a company of the asker's own stands where the question has a place that nobody was named for.
 */
export function questionOnForm(inputs: AskInputs, own: TenantId | undefined): FormQuestion | undefined {
  const question = FORM_QUESTIONS.find((id) => id === inputs.question)
  if (question === undefined) return undefined
  const { most, least, own: place } = SLOTS[question]
  const named = [companyOf(inputs.company1, inputs.typed1), companyOf(inputs.company2, inputs.typed2)]
    .flatMap((one) => one ?? [])
    .slice(0, most)
  const isShort = own !== undefined && place !== undefined && named.length < least
  const self = isShort ? [{ tenant: own }] : []
  return { question, companies: place === 'first' ? [...self, ...named] : [...named, ...self], countries: [] }
}

/** A client that cannot look for what fits may send what was typed as if it were picked. */
function companyOf(picked = '', typed = ''): AskedCompany | undefined {
  if (isGuid(picked)) return { tenant: tenantId(picked) }
  const text = clean(picked || typed).slice(0, 200)
  return text === '' ? undefined : { typed: text }
}
