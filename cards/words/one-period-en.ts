import { eachText, rephrased } from './rephrased.ts'

/** The words of English, where a name that ends with a period ends its sentence: “Acme Inc.”, not “Acme Inc..”. */
export const withOnePeriod = <T>(words: T): T =>
  rephrased(words, (said, given) => {
    if (!said.includes('..')) return said
    const names: string[] = []
    eachText(given, (text) => {
      if (text.endsWith('.') && !text.endsWith('..')) names.push(text)
    })
    return names.reduce(onePeriod, said)
  })

/** The text without the period that follows `name`, which has one. */
const onePeriod = (text: string, name: string): string => text.replaceAll(`${name}.`, name)
