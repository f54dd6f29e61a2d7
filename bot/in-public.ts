import type { Action } from '../cards/actions.ts'
import type { Card } from '../cards/drawing/render.ts'
import { personalChatCard } from '../cards/personal-chat.ts'
import { answerCard } from '../cards/questions/answer.ts'
import { askedInPublicCard } from '../cards/questions/ask.ts'
import { OutsideRefused } from '../domain/ports.ts'
import { answer, mayAsk } from '../domain/questions/answers.ts'
import type { Question } from '../domain/questions/question.ts'
import { sight } from '../domain/questions/sight.ts'
import { orderTask } from '../domain/store/order-task.ts'
import { personKey } from '../domain/store/people-met.ts'
import { meantBy, questionOf } from './capabilities/ask.ts'
import type { House, Turn } from './capability.ts'
import { hear } from './hear.ts'
import { act, lookAs } from './look.ts'
import type { Performers } from './outbox/outbox-run.ts'
import { personalChat } from './personal-chat.ts'
import type { Messenger, Said } from './turn.ts'

/**
 * What is answered in a channel or group chat, where others read along: questions whose answer is for everybody, asked in
 * words or by the button of such an answer. Any other question is answered in the asker's own chat, and everything else
 * belongs there from the start.
 */
export async function inPublic(said: Said, turn: Turn, house: House): Promise<Card> {
  const action = said.kind === 'text' || said.kind === 'tap' ? hear(said) : undefined
  if (action?.verb === 'ask') {
    const pressed = askedBy(action)
    return pressed ? answered(pressed, turn, house) : personalChatCard(turn.words)
  }
  if (action?.verb !== 'ask-text') return personalChatCard(turn.words)
  const meant = await meantBy(action.text, turn, house)
  if (meant.kind === 'nothing') return personalChatCard(turn.words)
  if (meant.kind === 'open' || meant.kind === 'apart') return askedInPublicCard({ sent: false }, turn.words)
  return answered(meant.question, turn, house)
}

async function answered(question: Question, turn: Turn, house: House): Promise<Card> {
  const eyes = sight(house, turn.actor, turn.organization, turn.timeZone)
  if (question.companies.length === 0 && mayAsk(question, eyes).length === 0) {
    const found = await answer(question, eyes)
    if (!found.isPrivate) return answerCard({ answer: found, isPublic: true }, turn.words)
  }
  return sentPrivately(question, turn, house)
}

async function sentPrivately(
  question: Question,
  { actor, met, words, now, correlationId }: Turn,
  house: House,
): Promise<Card> {
  const { tenantId, userId } = actor
  const isKnown = personalChat(met.conversation) !== undefined && met.unreachableSince === undefined
  if (!isKnown) return askedInPublicCard({ sent: false }, words)
  const pk = personKey(tenantId, userId)
  await orderTask(house.store, pk, {
    task: { kind: 'answerPrivately', tenantId, userId, question },
    at: now,
    correlationId,
  })
  house.committed(pk)
  return askedInPublicCard({ sent: true }, words)
}

/** The outbox task that answers in the asker's own chat, with what is so and what they may see by then. */
export function privateAnswers(house: House, messenger: Pick<Messenger, 'send'>): Pick<Performers, 'answerPrivately'> {
  return {
    async answerPrivately({ tenantId, userId, question }, { correlationId }) {
      const turn = await lookAs({ tenantId, userId }, { correlationId }, house)
      const chat = personalChat(turn?.met.conversation)
      if (!turn || !chat) return
      const card = await act(asking(question), turn, house)
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
