import type { Question, QuestionId } from '../../domain/questions/question.ts'
import type { Concept } from './concepts.ts'
import type { Heard } from './listen.ts'
import type { Draft, Meant } from './understanding.ts'

/** What may stand beside a name in “and with Fabrikam?” without making it a question of its own. */
const LIGHT: ReadonlySet<Concept> = new Set<Concept>([
  'followUp',
  'they',
  'also',
  'which',
  'still',
  'where',
  'happen',
  'region',
  'country',
  'partnered',
  'who',
])
const BEGINS =
  /^(?:and|or|what about|how about|then|now|ok,? and|so|では|じゃあ?|それでは|それなら|あと|ちなみに|それと)/u
const ENDS = /(?:は|とは|なら|だと|の場合は?|については|の方は|も|では|には)[?。\s]*$/u

export const beginsAsFollowUp = ({ masked }: Pick<Heard, 'masked'>): boolean => BEGINS.test(masked)

/** Why not, after the answer that it is not so. */
const WHY: Partial<Record<QuestionId, QuestionId>> = { Q9: 'Q8' }

/** The question before, asked again of another company, country or time, or after its reason; undefined when it is another. */
export function followUp(
  { said, companies, countries, days, masked }: Heard,
  before: Question | undefined,
): Draft | undefined {
  if (!before) return undefined
  const heavy = [...said].filter((concept) => !LIGHT.has(concept))
  const { companies: old, after: _, ...rest } = before
  const known = old.map((tenant): Meant => ({ kind: 'known', tenant }))
  if (companies.length === 0 && countries.length === 0 && days === undefined)
    return heavy.every((one) => one === 'why' || one === 'not' || one === 'cannot') &&
      said.has('why') &&
      masked.length < 40
      ? { ...rest, id: WHY[before.id] ?? before.id, companies: known }
      : undefined
  if (heavy.length > 0 && !(heavy.length <= 1 && (BEGINS.test(masked) || ENDS.test(masked)) && masked.length < 25))
    return undefined
  const named = companies.flatMap(({ meant }) => (meant ? [meant] : []))
  return {
    ...rest,
    companies: [...known.slice(0, Math.max(0, known.length - named.length)), ...named],
    countries:
      countries.length === 0
        ? before.countries
        : [...before.countries.slice(0, Math.max(0, before.countries.length - countries.length)), ...countries],
    ...(days === undefined ? {} : { days }),
  }
}
