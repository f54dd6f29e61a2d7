import { understandBecause } from '../../../bot/ask/understand.ts'
import type { Understanding } from '../../../bot/ask/understanding.ts'
import { companyOf, names, shortOf, support } from './companies.ts'

/** A question with what has to be understood of it; what it does not say is not asked. */
export type Phrase = {
  text: string
  question: string
  companies?: readonly string[]
  countries?: readonly string[]
  operation?: string
  days?: number
  code?: string
}

/** `text | companies | countries=JP,DE` as the phrase files write it. */
export function phraseOf(question: string, line: string): Phrase {
  const [text = '', companies = '', more = ''] = line.split('|').map((part) => part.trim())
  const [key = '', value = ''] = more.split('=')
  return {
    text,
    question,
    companies: companies.split(' ').filter((one) => one !== ''),
    ...(key === 'countries' ? { countries: value.split(',') } : {}),
    ...(key === 'operation' ? { operation: value } : {}),
    ...(key === 'days' ? { days: Number(value) } : {}),
    ...(key === 'code' ? { code: value } : {}),
  }
}

/** What is wrong about how a phrase is understood: nothing when it is right. */
export async function faultsOf(phrase: Phrase): Promise<readonly string[]> {
  const { understanding, because } = await understandBecause(phrase.text, names, support)
  const got = seen(understanding)
  if (!got) return [`nothing (${because.way} ${because.score}; ${because.concepts.join(' ')})`]
  const wanted = (phrase.companies ?? []).map((one) => shortOf(companyOf(one) ?? `?${one}`)).join(' ')
  const faults: string[] = []
  const check = (what: string, is: unknown, should: unknown): void => {
    if (String(is) !== String(should)) faults.push(`${what} ${String(is)}, not ${String(should)}`)
  }
  if (got.id !== phrase.question)
    faults.push(`${got.id}, not ${phrase.question} (${because.way} ${because.score}; ${because.concepts.join(' ')})`)
  check('companies', got.companies, wanted)
  if (phrase.countries) check('countries', got.countries, phrase.countries)
  if (phrase.operation !== undefined) check('operation', got.operation, phrase.operation)
  if (phrase.days !== undefined) check('days', got.days, phrase.days)
  if (phrase.code !== undefined) check('code', got.code, phrase.code)
  return faults
}

function seen(understanding: Understanding) {
  if (understanding.kind === 'nothing' || understanding.kind === 'apart') return undefined
  if (understanding.kind === 'question')
    return { ...understanding.question, companies: understanding.question.companies.map(shortOf).join(' ') }
  const { draft } = understanding
  const companies = draft.companies.flatMap((one) =>
    one.kind === 'known' ? [shortOf(one.tenant)] : one.kind === 'missing' ? [] : [`${one.kind}:${one.typed}`],
  )
  return { ...draft, companies: companies.join(' ') }
}
