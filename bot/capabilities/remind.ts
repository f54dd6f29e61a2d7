import { tap } from '../../cards/buttons.ts'
import { messageCard } from '../../cards/notice.ts'
import { by } from '../../domain/actor.ts'
import { remind as decideReminder, sendReminder } from '../../domain/questions/remind.ts'
import { sight } from '../../domain/questions/sight.ts'
import { type Capability, given } from '../capability.ts'
import { refused } from '../refused.ts'

/** Reminds the people of a company who can do what is missing there; one a day, through the outbox. */
export const remind: Capability<'remind'> = async ({ op, tenant, about }, turn, house) => {
  const { actor, organization, correlationId, words } = turn
  const company = await sight(house, actor, organization).company(tenant)
  if (!company) return refused([{ code: 'NOT_FOUND', query: tenant }], turn, house)
  const from = organization?.displayName ?? words.terms.product
  const result = await sendReminder(house, {
    tenant,
    about,
    by: by(actor),
    correlationId,
    op,
    decide: (state) => decideReminder(state, { ...given(turn), own: organization, company, about, from }),
  })
  if (!result.ok) return refused(result.error, turn, house)
  return messageCard(
    {
      tone: 'good',
      place: company.displayName,
      title: words.ask.remind[about],
      paragraphs: [words.ask.reminded(company.displayName)],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
}
