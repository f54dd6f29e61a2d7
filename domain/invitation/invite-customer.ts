import { by, type Locale } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { customerEmailGiven } from '../rules/customer-invitation.ts'
import { mpaSigned, notSuspended } from '../rules/organization.ts'
import { linkInText } from '../rules/partnership.ts'
import { guard } from '../rules/rule.ts'
import { type AskingPartners, betweenLevels, type CustomerParties } from './customer-parties.ts'
import type { Draft, Invitation, InvitationEvent } from './invitation.ts'
import { type DraftedInBulk, type Sent, withinBulkLimit, withinLimits } from './invite.ts'
import { mayAsk } from './may-ask.ts'

export type InviteCustomer = Given & {
  id: string
  partners: AskingPartners
  email: string
  locale: Locale
  draft: Draft
  sent: Sent
  /** Of one among many, which has a limit of its own. */
  drafted?: DraftedInBulk | undefined
  /** All of them, where the address has a verified domain of a company that is known. */
  known?: CustomerParties | undefined
}

/** *Invite new customers*: drafts the mail that asks for one relationship, or for two at once (P35, P36, R62, R63, R81). */
export function inviteCustomer(state: Invitation | undefined, command: InviteCustomer): Decision<InvitationEvent> {
  if (state) return decide<InvitationEvent>([], () => [])
  const { actor, at, id, partners, email, locale, draft, sent, drafted, known } = command
  const { request, owner } = partners
  const { organization } = owner
  const refusals = guard(
    mayAsk(request.kind, organization, { actor }),
    notSuspended.check({ organization }),
    ...betweenLevels(partners, known),
    mpaSigned.check({ organization }),
    [...customerEmailGiven.check({ email }), ...linkInText.check(draft)],
    drafted ? withinBulkLimit.check({ drafted }) : withinLimits.check({ sent }),
  )
  return decide<InvitationEvent>(refusals, () => [
    {
      type: 'InvitationDrafted',
      at,
      by: by(actor),
      id,
      provider: organization.tenantId,
      providerName: organization.displayName,
      email,
      locale,
      draft,
      request,
    },
  ])
}
