import type { Question } from '../../domain/questions/question.ts'
import type { Words } from '../words/words.ts'

/** A question as it was understood, of companies by these names. */
export function askedText(question: Question, names: readonly string[], words: Words): string {
  const { id, countries, operation, code, subject, side, days } = question
  const detail =
    id === 'Q27'
      ? [...(operation ? [words.operation(operation)] : []), ...narrowedBy(question, words)].join(' · ')
      : ((operation && words.operation(operation)) ??
        code ??
        subject ??
        side ??
        (days === undefined ? '' : words.number(days)))
  return words.ask.asked[id](names, countries.map(words.terms.country), detail)
}

type Narrowing = { person?: string | undefined; since?: string | undefined; until?: string | undefined }

/** By whom and on which days a history was asked for. */
export function narrowedBy({ person, since, until }: Narrowing, { past, date }: Words): readonly string[] {
  const day = (one: string): string => date(`${one}T12:00:00.000Z`)
  const days =
    since !== undefined && since === until
      ? [day(since)]
      : [...(since ? [past.since(day(since))] : []), ...(until ? [past.until(day(until))] : [])]
  return [...(person ? [person] : []), ...days]
}
