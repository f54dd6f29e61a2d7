import type { Question, QuestionId } from '../../domain/questions/question.ts'
import type { Heard } from './listen.ts'
import type { Draft, Meant } from './understanding.ts'

const BEGINS =
  /^(?:and|or|what about|how about|then|now|ok,? and|so|では|じゃあ?|それでは|それなら|あと|ちなみに|それと)/u

export const beginsAsFollowUp = ({ masked }: Pick<Heard, 'masked'>): boolean => BEGINS.test(masked)

/** “and with X?”, “what about the customer X?”: `@` a company, `#` a country, `%` a time, and the small words around them. */
const THING = "(?:the |a |our |their )?(?:company |customer |provider |reseller |country |region )?[@#%](?:'?s)?"
const ENGLISH = new RegExp(
  `^(?:(?:ok(?:ay)?|well|and|or|but|so|then|now|also|what about|how about|what if|same (?:question )?for|the same (?:question )?for|if|is|are|was|has|does|can|it|they|them|its|their|not|with|for|to|of|by|from|in|into|at|about|between|after|over|more than|older than|longer than|here|there)[, ]*)*${THING}(?:(?: and | or |, ?)(?:with |for |in |to )?${THING})*(?: (?:too|instead|then|now|also|as well|please|still|either|and (?:them|it|us)))*[?.! ]*$`,
)
const JAPANESE =
  /^(?:では|じゃあ?|それでは|それなら|あと|ちなみに|それと|なら|、|,|\s)*(?:同じ)?(?:顧客(?:の)?|プロバイダーの?|リセラーの?)?[@#%](?:さん|様|社)?(?:(?:と|や|、|または|・)[@#%](?:さん|様|社)?)*(?:とは|だと|なら|の場合|場合|の方|ほう|については?|に関して|宛て?|向け|以上|間|との間|から|まで|は|も|と|に|へ|で|の|、)*(?:どう(?:です|でしょう|なり|なって|なの)?|同じ|同様|いかが)?(?:です|でしょう|ます|います|か|ね|よ)*[?。!\s]*$/u

const WHY_ENGLISH =
  /^(?:(?:and|but|so|ok|then),? )*(?:(?:tell me )?why(?: not| is that| is it| is this| so| that| can not (?:it|they|we)| not\?)*|how come|how so|what is the reason|for what reason|what for|the reason|reason)[?.! ]*$/
const WHY_JAPANESE =
  /^(?:では|じゃあ?|それは|でも|、|\s)*(?:なぜ|何故|なんで|どうして|なにゆえ|理由|原因|わけ)(?:は|を|が)?(?:何|なん|教えて|できない|出来ない|だめ|そう|なの|な|の|です|でしょう|ください|下さい|か|ん)*[?。!\s]*$/u

/** Why not, after the answer that it is not so. */
const WHY: Partial<Record<QuestionId, QuestionId>> = { Q9: 'Q8' }

/** The question before, asked again of another company, country or time, or after its reason; undefined when it is another. */
export function followUp(
  { companies, countries, days, masked, bare }: Heard,
  before: Question | undefined,
): Draft | undefined {
  if (!before) return undefined
  const { companies: old, after: _, ...rest } = before
  const known = old.map((tenant): Meant => ({ kind: 'known', tenant }))
  if (WHY_ENGLISH.test(masked) || WHY_JAPANESE.test(masked))
    return { ...rest, id: WHY[before.id] ?? before.id, companies: known }
  const words = bare()
  if (!ENGLISH.test(words) && !JAPANESE.test(words)) return undefined
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
