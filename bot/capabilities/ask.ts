import type { ActionData, AskedCompany } from '../../cards/actions.ts'
import { tap } from '../../cards/drawing/buttons.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { type AnswerView, answerCard } from '../../cards/questions/answer.ts'
import { answersTogetherCard } from '../../cards/questions/answers-together.ts'
import { pickCompanyCard, unknownCompanyCard, whatToAskCard, whichCompanyCard } from '../../cards/questions/ask.ts'
import { type AskInputs, askFormCard } from '../../cards/questions/ask-form.ts'
import type { TenantId } from '../../domain/ids.ts'
import { answer, mayAsk } from '../../domain/questions/answers.ts'
import { keepAsked, type LastAsked, lastAsked } from '../../domain/questions/asked.ts'
import type { Question } from '../../domain/questions/question.ts'
import { sight } from '../../domain/questions/sight.ts'
import { findClosest, type Named, namesFor } from '../../domain/store/names.ts'
import { localDate } from '../../domain/working-days.ts'
import { companyById } from '../ask/company-by-id.ts'
import { idOf } from '../ask/find-companies.ts'
import { questionOnForm } from '../ask/form-question.ts'
import { understand } from '../ask/understand.ts'
import type { Draft, Meant, Understanding } from '../ask/understanding.ts'
import type { Capability, House, Turn } from '../capability.ts'
import { recentlyKnown } from '../find-companies.ts'
import { namedInDirectory } from '../official-names.ts'
import { refused } from '../refused.ts'
import { typist } from '../typist.ts'

type Happened = Pick<AnswerView, 'note' | 'reminded'>
type Taken = readonly { typed: string; company: Named }[]

/** A question in free words, in either language (domain.md 5). */
export const askText: Capability<'ask-text'> = async ({ text }, turn, house) => {
  const before = lastAsked(house.store, turn.actor, turn.now)
  const meant = await meantBy(text, turn, house, before)
  if (meant.kind === 'nothing') return whatToAskCard({ examples: typist(turn) }, turn.words)
  if (meant.kind === 'apart') return eachAnswered(meant, turn, house)
  return meant.kind === 'open'
    ? stillOpen(meant.draft, turn, house)
    : answered(meant.question, turn, house, { taken: meant.taken, before })
}

/** So many questions of one text are answered at once; each further one has a button. */
export const MOST_TOGETHER = 3

/** Every question of several, in the order in which they were asked. */
async function eachAnswered(
  { choices, unknown, open: drafts }: Extract<Understanding, { kind: 'apart' }>,
  turn: Turn,
  house: House,
): Promise<Card> {
  const { actor, organization, words, timeZone } = turn
  const eyes = sight(house, actor, organization, timeZone)
  const refusals = choices.map((question) => mayAsk(question, eyes))
  const open = choices.filter((_, n) => refusals[n]?.length === 0)
  const [refusal] = refusals.flat()
  if (open.length === 0 && refusal) return refused([refusal], turn, house)
  const now = open.slice(0, MOST_TOGETHER)
  const [found, more] = await Promise.all([
    Promise.all(now.map((question) => answer(question, eyes))),
    Promise.all(
      open.slice(MOST_TOGETHER).map(async (question) => {
        const companies = await Promise.all(question.companies.map((tenant) => eyes.company(tenant)))
        return {
          question,
          companies: question.companies.map((tenant) => ({ tenant })),
          names: companies.flatMap((company) => company?.displayName ?? []),
        }
      }),
    ),
  ])
  const undecided = drafts.map((draft) => ({
    question: draft,
    companies: draft.companies.map(written),
    names: draft.companies.flatMap((one) => ('typed' in one ? [one.typed] : [])),
  }))
  const nobody = drafts.flatMap(({ companies }) =>
    companies.flatMap((one) => (one.kind === 'unknown' && one.nearest.length === 0 ? [one.typed] : [])),
  )
  for (const question of now) await looked(question, turn, house)
  const notes = refusal ? [words.refusal(refusal)] : []
  return answersTogetherCard(
    {
      answers: found.map((one) => ({ answer: one })),
      notes,
      unknown: [...unknown, ...nobody],
      more: [...more, ...undecided],
    },
    words,
  )
}

/** The form for those who would rather pick than type. */
export const openAskForm: Capability<'ask-form'> = (_, turn, house) => drawForm(turn, house)

export const askFilled: Capability<'ask-filled'> = async (inputs, turn, house) => {
  const filled = questionOnForm(inputs, turn.organization?.tenantId)
  return filled ? ask(filled, turn, house) : drawForm(turn, house, inputs)
}

async function drawForm(turn: Turn, house: House, values: AskInputs = {}): Promise<Card> {
  const { organization, words } = turn
  const recent = (await recentlyKnown(turn, house)).map(({ tenantId, name, country }) => ({
    title: words.search.choice(name, words.terms.country(country)),
    value: tenantId,
  }))
  return askFormCard(
    {
      recent,
      isPartner: organization !== undefined,
      values,
      ask: tap(words.search.form.ask, 'ask-filled', {}, { style: 'positive' }),
      buttons: [tap(words.buttons.home, 'home', {}, { inputs: 'none' })],
    },
    words,
  )
}

/** What a text asks, with the names that its asker may know. */
export async function meantBy(
  text: string,
  turn: Turn,
  house: House,
  last = lastAsked(house.store, turn.actor, turn.now),
): Promise<Understanding> {
  const { organization } = turn
  const [names, before] = await Promise.all([namesFor(house, organization), last])
  return understand(text, names, {
    own: organization?.tenantId,
    before: before.question,
    byId: (id) => companyById(id, turn, house),
    today: () => localDate(turn.now, turn.timeZone),
  })
}

/** A question from a button: companies that stand as they were typed are looked up now. */
export const ask: Capability<'ask'> = (asked, turn, house) => askAgain(asked, {}, turn, house)

/** The same with what just happened, such as a reminder that was sent. */
export async function askAgain(
  { question: id, companies, ...rest }: ActionData<'ask'>,
  happened: Happened,
  turn: Turn,
  house: House,
): Promise<Card> {
  const meant = await Promise.all(
    companies.map((one) => ('tenant' in one ? known(one.tenant) : named(one.typed, turn, house))),
  )
  return stillOpen({ ...questionOf(rest), id, companies: meant }, turn, house, happened)
}

const known = (tenant: TenantId): Meant => ({ kind: 'known', tenant })

async function named(typed: string, turn: Turn, house: House): Promise<Meant> {
  const id = idOf(typed.trim())
  const numbered = id && (await companyById(id, turn, house))
  if (numbered) return known(numbered.tenantId)
  const matches = await findClosest(typed, await namesFor(house, turn.organization))
  const candidates = matches.map(({ company }) => company)
  const exact = matches.filter(({ isExact }) => isExact)
  const [only, ...others] = exact.length > 0 ? exact : matches
  if (!only) return { kind: 'unknown', typed, nearest: [] }
  return others.length === 0 ? known(only.company.tenantId) : { kind: 'several', typed, candidates }
}

/** What a button carries, without the fields that it left out. */
export const questionOf = (
  rest: Omit<ActionData<'ask'>, 'question' | 'companies'>,
): Omit<Question, 'id' | 'companies'> => JSON.parse(JSON.stringify(rest))

/** The first company that is not known yet is asked for; when all are, the question is answered. */
async function stillOpen(asked: Draft, turn: Turn, house: House, happened: Happened = {}): Promise<Card> {
  const { companies, ...question } = await namedInDirectory(asked, turn, house)
  const place = companies.findIndex(({ kind }) => kind !== 'known')
  const open = companies[place]
  const tenants = companies.flatMap((one) => (one.kind === 'known' ? [one.tenant] : []))
  if (open === undefined || open.kind === 'known')
    return answered({ ...question, companies: tenants }, turn, house, { happened })
  if (open.kind === 'missing') return whichCompanyCard({ question: question.id }, turn.words)
  const pick = {
    question,
    place,
    typed: open.typed,
    companies: companies.map(written),
    candidates: open.kind === 'several' ? open.candidates : open.nearest,
  }
  return open.kind === 'several' ? pickCompanyCard(pick, turn.words) : unknownCompanyCard(pick, turn.words)
}

/** A company as a button carries it. */
function written(one: Meant): AskedCompany {
  if (one.kind === 'known') return { tenant: one.tenant }
  return { typed: one.kind === 'missing' ? '' : one.typed }
}

/** The answer, after the look is on record (P50). */
async function answered(
  question: Question,
  turn: Turn,
  house: House,
  {
    taken = [],
    happened = {},
    before = lastAsked(house.store, turn.actor, turn.now),
  }: { taken?: Taken; happened?: Happened; before?: Promise<LastAsked> } = {},
): Promise<Card> {
  const { actor, organization, words, timeZone } = turn
  const eyes = sight(house, actor, organization, timeZone)
  const refusals = mayAsk(question, eyes)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const [found] = await Promise.all([answer(question, eyes), looked(question, turn, house, before)])
  return answerCard(
    { ...happened, answer: found, taken: taken.map(({ typed, company }) => ({ typed, company: company.name })) },
    words,
  )
}

/** Keeps what was asked, and that the operator's staff looked at others. */
async function looked(
  question: Question,
  { actor, organization, now }: Turn,
  { store }: House,
  before: Promise<LastAsked> = lastAsked(store, actor, now),
): Promise<void> {
  const isLook = organization === undefined && question.companies.length > 0
  await keepAsked(store, actor, { question, at: now, before: await before, isLook })
}
