import { tap } from '../../cards/drawing/buttons.ts'
import { messageCard } from '../../cards/drawing/notice.ts'
import { by } from '../../domain/actor.ts'
import { remind as decideReminder, sendReminder } from '../../domain/questions/remind.ts'
import { sight } from '../../domain/questions/sight.ts'
import { type Capability, given } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { askAgain } from './ask.ts'

/** Reminds the people of a company who can do what is missing there, one a day; the answer stays, with a note. */
export const remind: Capability<'remind'> = async ({ op, tenant, about, question, ...asked }, turn, house) => {
  const { actor, organization, correlationId, words } = turn
  const company = await sight(house, actor, organization).company(tenant)
  if (!company) return notFound(tenant, turn, house)
  const from = organization?.displayName ?? ''
  const result = await sendReminder(house, {
    tenant,
    about,
    by: by(actor),
    correlationId,
    op,
    decide: (state) => decideReminder(state, { ...given(turn), own: organization, company, about, from }),
  })
  const [refusal] = result.ok ? [] : result.error
  if (!result.ok && (question === undefined || refusal?.code !== 'REMINDED')) return refused(result.error, turn, house)
  const note = refusal ? words.refusal(refusal) : words.ask.reminded(company.displayName)
  if (question !== undefined)
    return askAgain({ ...asked, question }, { note, reminded: { tenant, about } }, turn, house)
  return messageCard(
    {
      tone: 'good',
      place: company.displayName,
      title: words.ask.remindedTitle,
      paragraphs: [note],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
}
