import type { TenantId } from '../../domain/ids.ts'
import type { Question, QuestionId } from '../../domain/questions/question.ts'
import type { Names } from '../../domain/store/names.ts'
import { chooseIntent, chooseOperation, intentsOf } from './choose.ts'
import { clausesOf } from './clauses.ts'
import type { Concept } from './concepts.ts'
import { daysNamed } from './dates.ts'
import { nearestNames } from './find-companies.ts'
import { beginsAsFollowUp, followUp } from './follow-up.ts'
import { FLOOR } from './intents.ts'
import { type Heard, listen } from './listen.ts'
import { isOfMicrosoft, isOfOthers, isOfWords, isOrder, withoutExcepted } from './no-question.ts'
import { offerIn } from './offers.ts'
import { apartFromDoer } from './people.ts'
import { inOrder } from './roles.ts'
import { sideAsked } from './side.ts'
import { SLOTS } from './slots.ts'
import type { Context, Draft, Meant, Understanding } from './understanding.ts'

/** What decided: the way of asking that won and the words' meanings it was chosen by; never the text itself. */
export type Because = { way: string; score: number; concepts: readonly string[]; next: string | undefined }

/** What somebody asks, in English or Japanese; deterministic, from lexicons and the index of names alone. */
export async function understand(text: string, names: Names, context: Context): Promise<Understanding> {
  return (await understandBecause(text, names, context)).understanding
}

/** The same with what decided, for tests and logs. */
export async function understandBecause(
  text: string,
  names: Names,
  context: Context,
): Promise<{ understanding: Understanding; because: Because }> {
  const clauses = clausesOf(text)
  const several = clauses.length < 2 ? undefined : await apartIn(clauses, names, context)
  return several ? { understanding: several, because: NOTHING } : await asOne(text, names, context)
}

/** Two questions in one text that differ in what they ask. */
async function apartIn(clauses: readonly string[], names: Names, context: Context): Promise<Understanding | undefined> {
  const questions: Question[] = []
  const open: Draft[] = []
  for (const clause of clauses) {
    const before = questions.at(-1)
    const { understanding } = await asOne(clause, names, { ...context, before })
    const meant = REFERS.test(clause) ? goingOn(understanding, before) : understanding
    if (meant.kind === 'question') questions.push(meant.question)
    else if (meant.kind === 'open' && meant.draft.companies.every(({ kind }) => kind !== 'missing'))
      open.push(meant.draft)
    else return undefined
  }
  const choices = questions.filter((one, at) => !questions.slice(0, at).some((other) => asksMore(other, one)))
  return choices.length > 0 && choices.length + open.length > 1
    ? { kind: 'apart', choices, unknown: [], open }
    : undefined
}

/** Whether a question asks all that another does: “which region is it in, and what is its currency” is one question. */
const asksMore = (one: Question, other: Question): boolean =>
  one.id === other.id &&
  one.operation === other.operation &&
  one.days === other.days &&
  one.code === other.code &&
  other.companies.every((tenant) => one.companies.includes(tenant)) &&
  other.countries.every((country) => one.countries.includes(country))

/** What names nobody is about those whom the question before named. */
function goingOn(meant: Understanding, before: Question | undefined): Understanding {
  if (meant.kind !== 'open' || !before) return meant
  const { companies, ...draft } = meant.draft
  const known = companies.flatMap((one) => (one.kind === 'known' ? [one.tenant] : []))
  const spoken = before.companies.filter((tenant) => !known.includes(tenant))
  const filled = companies.map((one): Meant => {
    const tenant = one.kind === 'missing' ? spoken.shift() : undefined
    return tenant === undefined ? one : { kind: 'known', tenant }
  })
  const all = filled.flatMap((one) => (one.kind === 'known' ? [one.tenant] : []))
  if (all.length < filled.length) return { ...meant, draft: { ...draft, companies: filled } }
  return { kind: 'question', question: { ...draft, companies: all }, taken: meant.taken }
}

/** A clause that goes on about what the one before named. */
const REFERS = /^why\W*$|\b(?:it|its|they|them|their|that|this|so)\b|同社|その|そこ/i

async function asOne(
  text: string,
  names: Names,
  context: Context,
): Promise<{ understanding: Understanding; because: Because }> {
  const heard = withOffer(text, withNobodies(withoutExcepted(await listen(text, names, context))))
  if (isNoQuestion(heard)) return { understanding: { kind: 'nothing' }, because: NOTHING }
  const { said, shape } = heard
  // “It” is the company that was spoken of.
  const isOfIt = said.has('they') && shape.companies === 0 && context.before?.companies.length === 1
  const choices = intentsOf(heard, isOfIt ? { ...shape, companies: 1 } : shape)
  const [best] = choices
  const because: Because = {
    way: best?.because ?? '',
    score: best?.score ?? 0,
    concepts: [...heard.said],
    next: choices.find(({ id }) => id !== best?.id)?.id,
  }
  const standsAlone = best !== undefined && best.score >= FLOOR && isWhole(best.id, heard)
  const again = standsAlone ? undefined : followUp(heard, context.before)
  if (again)
    return { understanding: await settle(again, heard, names, context), because: { ...because, way: 'follow-up' } }
  if (!best || best.score < FLOOR) return { understanding: { kind: 'nothing' }, because }
  const listed = listedIn(best.id, heard)
  if (listed) return { understanding: listed, because }
  const draft = best.id === 'Q27' ? pastOf(text, heard, context) : draftOf(best.id, heard, context)
  return { understanding: await settle(draft, heard, names, context), because }
}

/** Who did it and when may be said as well. */
function pastOf(text: string, heard: Heard, context: Context): Draft {
  const { heard: others, person } = apartFromDoer(text, heard)
  const draft = { ...draftOf('Q27', others, context), ...daysNamed(heard.masked, context.today()) }
  return person === undefined ? draft : { ...draft, person }
}

/** The name of an offer stands for a subscription where such a one is asked about. */
function withOffer(text: string, heard: Heard): Heard {
  const offer =
    heard.subject === undefined && heard.code === undefined ? offerIn(text.slice(0, 500).normalize('NFKC')) : undefined
  if (offer === undefined) return heard
  const among = { ...heard, subject: offer, shape: { ...heard.shape, subjects: 1 } }
  const [best] = chooseIntent(among.said, among.shape)
  return best !== undefined && best.score >= FLOOR && (best.id === 'Q3' || best.id === 'Q14') ? among : heard
}

/** Questions that may name a subscription, a number or an address. */
const OF_SUBJECTS: ReadonlySet<QuestionId> = new Set<QuestionId>(['Q3', 'Q14', 'Q29'])

/** A number, tenant or address that leads nowhere is an unknown company wherever it is no subscription and no code. */
function withNobodies(heard: Heard): Heard {
  const { nobodies, code, subject, shape, companies, masked } = heard
  if (nobodies.length === 0 || code !== undefined) return heard
  const [first] = chooseIntent(heard.said, shape)
  const isMail = subject?.includes('@') === true
  if (first !== undefined && first.score >= FLOOR && (OF_SUBJECTS.has(first.id) || (isMail && first.id === 'Q9')))
    return heard
  const everybody = [...companies, ...nobodies].sort((one, other) => one.start - other.start)
  const among: Heard = {
    ...heard,
    subject: undefined,
    masked: masked.replaceAll('$', '@'),
    bare: () => heard.bare().replaceAll('$', '@'),
    companies: everybody,
    shape: { ...shape, companies: everybody.length, subjects: 0 },
  }
  const [best] = chooseIntent(among.said, among.shape)
  return best !== undefined && OF_SUBJECTS.has(best.id) ? heard : among
}

const LISTED = /@(?:'s)?(?: ?(?:,|and|or|&|と|や|か|または|もしくは|および|、) ?@)+/

/** A question of one company that lists several: each is asked by itself. */
function listedIn(id: QuestionId, heard: Heard): Understanding | undefined {
  if (
    SLOTS[id].most !== 1 ||
    heard.subject !== undefined ||
    heard.said.has('subscription') ||
    heard.companies.length < 2 ||
    !LISTED.test(heard.masked)
  )
    return undefined
  const named = heard.companies.flatMap(({ ours, meant }) => (ours || !meant ? [] : [meant]))
  if (named.length < 2) return undefined
  const { countries } = heard
  const choices = named.flatMap((one) => (one.kind === 'known' ? [{ id, companies: [one.tenant], countries }] : []))
  const unknown = named.flatMap((one) => (one.kind === 'unknown' ? [one.typed] : []))
  return choices.length + unknown.length === named.length && choices.length > 0
    ? { kind: 'apart', choices, unknown, open: [] }
    : undefined
}

const NOTHING: Because = { way: '', score: 0, concepts: [], next: undefined }

/** An order, a question of words, of Microsoft or of everybody else. */
const isNoQuestion = ({ masked, companies, countries, code }: Heard): boolean =>
  isOrder(masked) ||
  (companies.length < 3 && isOfOthers(masked)) ||
  isOfMicrosoft(masked) ||
  (companies.length === 0 && countries.length === 0 && code === undefined && isOfWords(masked))

/** Whether a text says of itself what it asks, and of whom: it is no follow-up then, unless it begins as one. */
function isWhole(id: QuestionId, heard: Heard): boolean {
  const asks = [...heard.said].some((concept) => !JOINING.has(concept))
  const { least } = SLOTS[id]
  const enough = id === 'Q11' ? heard.countries.length + heard.companies.length >= 2 : heard.companies.length >= least
  const places = id === 'Q12' ? heard.countries.length + heard.companies.length > 0 : true
  return asks && enough && places && !beginsAsFollowUp(heard)
}

/** Words that join a question to the one before it. */
const JOINING: ReadonlySet<Concept> = new Set<Concept>(['followUp', 'they', 'also', 'still'])

function draftOf(id: QuestionId, heard: Heard, context: Context): Draft {
  const { countries, days, code, subject } = heard
  const side = id === 'Q13' ? sideAsked(heard.masked) : asksForReseller(id, heard) ? 'resellers' : undefined
  const operation = id === 'Q26' || id === 'Q27' ? chooseOperation(heard.said, heard.shape)[0]?.id : undefined
  const draft: Draft = { id, companies: companiesOf(id, heard, context), countries }
  if (operation !== undefined) draft.operation = operation
  if (days !== undefined) draft.days = days
  if (code !== undefined) draft.code = code
  if (subject !== undefined) draft.subject = subject
  if (side !== undefined) draft.side = side
  return draft
}

/** Who is meant, in the order of the question; the asker's own company or the one spoken of before where one is left out. */
function companiesOf(id: QuestionId, heard: Heard, { own, before }: Context): readonly Meant[] {
  const { least, most, own: place } = SLOTS[id]
  const isOfMail = id === 'Q9' && heard.subject !== undefined
  const fewer = (id === 'Q2' && heard.countries.length > 0) || (id === 'Q14' && heard.subject !== undefined)
  const isOfNobody = id === 'Q27' && own === undefined
  const wanted = isOfNobody ? 1 : fewer || isOfMail || isOfDirectory(id, heard, own) ? least - 1 : least
  const named = heard.companies.filter(({ ours }) => !ours)
  const last = named.length > most && least === most ? heard.askedOf() : []
  const all = last.length === most ? last : named.length < most ? heard.companies : named
  const ordered = inOrder(id, heard.masked, all)
  const meant: Meant[] = []
  for (const { meant: one, ours } of ordered) {
    const next: Meant | undefined = !ours ? one : own === undefined ? undefined : { kind: 'known', tenant: own }
    if (next && meant.length < most) meant.push(next)
  }
  const has = (tenant: string): boolean => meant.some((one) => one.kind === 'known' && one.tenant === tenant)
  if (heard.said.has('they') && before)
    for (const tenant of before.companies)
      if (meant.length < wanted && !has(tenant)) meant.unshift({ kind: 'known', tenant })
  const single = meant.length < 1 && id !== 'Q11' && id !== 'Q12' && id !== 'Q3' && id !== 'Q22' && id !== 'Q29'
  const isShort = (): boolean => meant.length < wanted && meant.length + heard.strangers().length < wanted
  if (own !== undefined && place !== undefined && !has(own) && (isShort() || (single && wanted === 0))) {
    const first = ordered[0]
    const last = inOrder(id, heard.masked, [...(first ? [first] : []), { start: 0, end: 0 }])
    const moved = place === 'last' && first !== undefined && last[0] !== first
    if (place === 'last' && !moved) meant.push({ kind: 'known', tenant: own })
    else meant.unshift({ kind: 'known', tenant: own })
  }
  const { excepted } = heard
  if (excepted?.meant?.kind === 'known' && (id === 'Q13' || meant.length < most)) meant.push(excepted.meant)
  while (meant.length < wanted) meant.push({ kind: 'missing' })
  return meant
}

/** Whether a reseller is asked for without saying of what: what the companies are tells it. */
const asksForReseller = (id: QuestionId, { said, subject }: Heard): boolean =>
  (id === 'Q1' || id === 'Q14') &&
  subject === undefined &&
  (said.has('reseller') || said.has('indirectReseller')) &&
  !OF_A_SALE.some((concept) => said.has(concept))

const OF_A_SALE = ['subscription', 'incentive', 'credit', 'customer', 'mpn', 'order'] as const

/** “Which official providers are there in Japan?”: of nobody in particular, in a country or the asker's region. */
const isOfDirectory = (id: QuestionId, { said, companies, countries, unknown }: Heard, own: Context['own']): boolean =>
  id === 'Q30' &&
  companies.length === 0 &&
  !said.has('they') &&
  (countries.length > 0 || own !== undefined) &&
  unknown().length === 0

const ANY_WORD = /^[a-z' -]+$/

/** A question when every company is known; otherwise what is still open. Unknown words are looked up for what is missing. */
async function settle(draft: Draft, heard: Heard, names: Names, { own }: Context): Promise<Understanding> {
  const { taken } = heard
  const known: TenantId[] = []
  for (const one of draft.companies) if (one.kind === 'known') known.push(one.tenant)
  if (known.length === draft.companies.length)
    return { kind: 'question', question: { ...draft, companies: known }, taken }
  const companies = await Promise.all(
    draft.companies.map(async (one, index) => {
      if (one.kind === 'unknown' && one.nearest.length === 0)
        return { ...one, nearest: await nearestNames(one.typed, names) }
      if (one.kind !== 'missing') return one
      const before = draft.companies.slice(0, index).filter(({ kind }) => kind === 'missing').length
      const isWe = own === undefined && heard.companies.some(({ ours }) => ours)
      const typed = isWe ? undefined : heard.unknown()[before]
      if (typed === undefined) return one
      const nearest = await nearestNames(typed, names)
      // A word in small letters that stands where no name stands and is like no name is any word.
      if (nearest.length === 0 && ANY_WORD.test(typed) && !heard.strangers().includes(typed)) return one
      return { kind: 'unknown', typed, nearest } satisfies Meant
    }),
  )
  return { kind: 'open', draft: { ...draft, companies }, taken }
}
