import type { Operation } from '../../domain/permissions.ts'
import type { QuestionId } from '../../domain/questions/question.ts'
import type { Concept } from './concepts.ts'
import { INTENTS } from './intents.ts'
import type { Heard } from './listen.ts'
import { OPERATIONS } from './operations.ts'
import { type Choice, chooserOf, type Shape } from './ways.ts'

export const chooseIntent = chooserOf<QuestionId>(INTENTS)
export const chooseOperation = chooserOf<Operation>(OPERATIONS)

/** After a story its last sentence tells what is asked, where it says so by itself. */
export function intentsOf({ said, asked, askedOf, companies }: Heard, shape: Shape): readonly Choice<QuestionId>[] {
  const choices = chooseIntent(said, shape)
  const last = asked()
  if (last.size === 0) return choices
  const [own] = chooseIntent(last, shape)
  const whole = choices[0]
  if (own === undefined || own.id === whole?.id) return choices
  // A story that names nobody only leads to what is asked of those whom the last sentence names.
  const named = companies.filter(({ ours }) => !ours).length
  const namesAll = named > 0 && askedOf().length >= named
  if (own.score < (namesAll ? OF_ITS_OWN : BY_ITSELF)) return choices
  if (whole !== undefined && whole.score > own.score + (namesAll ? MUCH_STRONGER : AS_STRONG)) return choices
  if (whole?.id === 'Q16' && isOfCustomersKept(own.id, last)) return choices
  // “Can that be undone?” is about what was told.
  if (own.id === 'Q20' && !namesAll && choices.every(({ id }) => id !== 'Q20')) return choices
  const saysWhat = own.id !== 'Q26' || chooseOperation(last, shape).length > 0
  return saysWhat ? [own, ...choices] : choices
}

/** What becomes of customers and of the access to them after a partnership has ended, where no tenant is named. */
const isOfCustomersKept = (id: QuestionId, said: ReadonlySet<Concept>): boolean =>
  (id === 'Q17' && !said.has('ownTenant')) || (id !== 'Q4' && said.has('customer'))

/** How strongly a sentence has to ask to be heard without the story before it. */
const BY_ITSELF = 5.5
/** How strongly, where it names everybody. */
const OF_ITS_OWN = 3.5
/** What story and sentence say together by so much more strongly is what is asked. */
const AS_STRONG = 2
const MUCH_STRONGER = 9
