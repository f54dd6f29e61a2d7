import type { Action } from '../cards/actions.ts'
import type { Card } from '../cards/drawing/render.ts'
import { personalChatCard } from '../cards/personal-chat.ts'
import { answerCard } from '../cards/questions/answer.ts'
import { answersTogetherCard } from '../cards/questions/answers-together.ts'
import { askedInPublicCard } from '../cards/questions/ask.ts'
import { OutsideRefused } from '../domain/ports.ts'
import { answer, mayAsk } from '../domain/questions/answers.ts'
import type { Question } from '../domain/questions/question.ts'
import { sight } from '../domain/questions/sight.ts'
import { orderTask } from '../domain/store/order-task.ts'
import { personKey } from '../domain/store/people-met.ts'
import type { Understanding } from './ask/understanding.ts'
import { MOST_TOGETHER, meantBy, questionOf } from './capabilities/ask.ts'
import type { House, Turn } from './capability.ts'
import { hear } from './hear.ts'
import { act, lookAs } from './look.ts'
import type { Performers } from './outbox/outbox-run.ts'
import { personalChat } from './personal-chat.ts'
import type { OpenChat } from './search/search.ts'
import type { Messenger, Said } from './turn.ts'

type Asked = {
  /** All that is asked; nothing where a company in it is still to be picked. */
  questions: readonly Question[]
  /** What is asked in private: the question as it was understood, or the text where its asker has to see how it was, or to pick. */
  inPrivate: { question: Question } | { text: string }
  /** As it was typed; nothing of a button. */
  typed: string
}

/**
 * What is answered in a channel or group chat, where others read along: questions whose answer is for everybody, asked in
 * words or by the button of such an answer. Any other text is answered in the asker's own chat, whatever it means: a name
 * makes a question of many a text, and nobody here is to learn whether anybody has it. Everything else belongs there from
 * the start.
 */
export async function inPublic(said: Said, turn: Turn, house: House, openChat: OpenChat): Promise<Card> {
  const action = said.kind === 'text' || said.kind === 'tap' ? hear(said) : undefined
  if (action?.verb === 'ask') {
    const question = askedBy(action)
    if (question) return answered({ questions: [question], inPrivate: { question }, typed: '' }, turn, house, openChat)
  }
  const text = action?.verb === 'ask-text' ? action.text.trim() : ''
  if (text === '') return personalChatCard(turn.words, openChat)
  const meant = await meantBy(text, turn, house)
  const isPlain = meant.kind === 'question' && meant.taken.length === 0
  const inPrivate = isPlain ? { question: meant.question } : { text }
  return answered({ questions: questionsOf(meant), inPrivate, typed: text }, turn, house, openChat)
}

function questionsOf(meant: Understanding): readonly Question[] {
  if (meant.kind === 'question') return [meant.question]
  return meant.kind === 'apart' && meant.open.length + meant.unknown.length === 0 ? meant.choices : []
}

async function answered(asked: Asked, turn: Turn, house: House, openChat: OpenChat): Promise<Card> {
  const { questions } = asked
  const eyes = sight(house, turn.actor, turn.organization, turn.timeZone)
  if (
    questions.length <= MOST_TOGETHER &&
    questions.every((one) => one.companies.length === 0 && mayAsk(one, eyes).length === 0)
  ) {
    const answers = await Promise.all(questions.map((one) => answer(one, eyes)))
    const [only] = answers
    if (only && !answers.some(({ isPrivate }) => isPrivate))
      return answers.length === 1
        ? answerCard({ answer: only, isPublic: true }, turn.words)
        : answersTogetherCard(
            { answers: answers.map((one) => ({ answer: one })), notes: [], unknown: [], more: [], isPublic: true },
            turn.words,
          )
  }
  return sentPrivately(asked, turn, house, openChat)
}

async function sentPrivately(
  { inPrivate, typed }: Asked,
  { actor, met, words, now, correlationId }: Turn,
  house: House,
  openChat: OpenChat,
): Promise<Card> {
  const { tenantId, userId } = actor
  const isKnown = personalChat(met.conversation) !== undefined && met.unreachableSince === undefined
  if (!isKnown) {
    const chatUrl = openChat(typed.length > LONGEST_IN_LINK ? '' : typed)
    return askedInPublicCard({ sent: false, chatUrl }, words)
  }
  const pk = personKey(tenantId, userId)
  await orderTask(house.store, pk, {
    task: { kind: 'answerPrivately', tenantId, userId, ...inPrivate },
    at: now,
    correlationId,
  })
  house.committed(pk)
  return askedInPublicCard({ sent: true, chatUrl: openChat('') }, words)
}

/** A longer text does not wait in the chat to be sent: links end somewhere. */
const LONGEST_IN_LINK = 200

/** The outbox task that answers in the asker's own chat, with what is so and what they may see by then. */
export function privateAnswers(house: House, messenger: Pick<Messenger, 'send'>): Pick<Performers, 'answerPrivately'> {
  return {
    async answerPrivately({ tenantId, userId, ...asked }, { correlationId }) {
      const turn = await lookAs({ tenantId, userId }, { correlationId }, house)
      const chat = personalChat(turn?.met.conversation)
      if (!turn || !chat) return
      const action = 'text' in asked ? ({ verb: 'ask-text', text: asked.text } as const) : asking(asked.question)
      const card = await act(action, turn, house)
      await messenger.send(chat, card).catch((fault: unknown) => {
        if (!(fault instanceof OutsideRefused)) throw fault
      })
    },
  }
}

/** What a button asks; undefined where a company is still to be picked, which is done in private. */
function askedBy({
  verb: _,
  question: id,
  companies,
  ...rest
}: Extract<Action, { verb: 'ask' }>): Question | undefined {
  const tenants = companies.flatMap((one) => ('tenant' in one ? [one.tenant] : []))
  return tenants.length === companies.length ? { ...questionOf(rest), id, companies: tenants } : undefined
}

const asking = ({ id, companies, countries, ...rest }: Question): Action => ({
  verb: 'ask',
  question: id,
  companies: companies.map((tenant) => ({ tenant })),
  countries: [...countries],
  ...rest,
})
