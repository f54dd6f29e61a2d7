import { eachText, rephrased } from './rephrased.ts'

/** The words of English, where a name that ends with a period ends its sentence: “Acme Inc.”, not “Acme Inc..”. */
export const withOnePeriod = <T>(words: T): T =>
  rephrased(words, (given) => {
    const names: string[] = []
    eachText(given, (text) => {
      if (text.endsWith('.') && !text.endsWith('..')) names.push(text)
    })
    return names.length === 0 ? same : (said) => names.reduce(onePeriod, said)
  })

const same = (said: string): string => said

/** The text without the period that follows `name`, which has one. */
const onePeriod = (text: string, name: string): string => text.replaceAll(`${name}.`, name)
