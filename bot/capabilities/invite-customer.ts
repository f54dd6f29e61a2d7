import { type InviteCustomerView, inviteCustomerForm } from '../../cards/customer/invite-customer-form.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { customerDraft } from '../../cards/words/customer-invitation.ts'
import { mailOf } from '../../domain/enrollment/read-form.ts'
import { tenantId as asTenant, isGuid } from '../../domain/ids.ts'
import { readPartners } from '../../domain/invitation/customer-parties.ts'
import { type CustomerKind, type RelationshipRequest, usualKind } from '../../domain/invitation/invitation.ts'
import { inviteCustomer } from '../../domain/invitation/invite-customer.ts'
import { customerApart } from '../../domain/invitation/invitee.ts'
import { knownParties } from '../../domain/invitation/known-parties.ts'
import { mayInvite } from '../../domain/invitation/may-ask.ts'
import { partners } from '../../domain/partnership/lists.ts'
import { NO_COMPANY } from '../../domain/questions/sight.ts'
import { fail } from '../../domain/result.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { refused } from '../refused.ts'
import { draftOne } from './draft-invitation.ts'

/** *Invite new customers*: whom, through which provider, in which language (P35, P36, R62). */
export const openCustomerInvitation: CompanyCapability<'invite-customer'> = async ({ kind, tenant }, turn, house) => {
  const asked = kind ?? usualKind(turn.organization.kind)
  const refusals = mayInvite(turn.organization, turn, asked)
  if (refusals.length > 0) return refused(refusals, turn, house)
  return form(asked, turn, house, tenant === undefined ? {} : { values: { through: tenant } })
}

/** Drafts the mail to the customer; whoever may not have it as a customer is told so before anything is sent. */
export const draftCustomerInvitation: CompanyCapability<'draft-customer-invitation'> = async (typed, turn, house) => {
  const { organization, actor } = turn
  const { kind, locale, includeDap } = typed
  const refusals = mayInvite(organization, turn, kind)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const email = mailOf(typed.email).toLowerCase()
  const own = organization.tenantId
  const again = (faults: FormState['faults'] = []) => form(kind, turn, house, { values: typed, faults })
  const chosen = isGuid(typed.through) ? asTenant(typed.through) : NO_COMPANY
  // A company that never was a partner is as unknown here as one that is nowhere (1.4, isolation).
  const known = kind === 'both' && (await house.partnerships.find(chosen, own)).status !== 'none'
  const through = known ? await house.organizations.find(chosen) : undefined
  if (kind === 'both' && !through) return again([{ code: 'FIELD_CHOICE', field: 'through' }])
  const request: RelationshipRequest = through
    ? { kind: 'both', through: { tenantId: through.tenantId, name: through.displayName }, includeDap: true }
    : { kind: kind === 'provider' ? kind : 'direct', includeDap }
  const asks = { provider: own, request }
  return draftOne(
    {
      op: typed.op,
      email,
      apart: customerApart(request),
      again,
      decide: async (state, { id, sent }) => {
        const [partners, customer] = await Promise.all([readPartners(house, asks), knownParties(email, asks, house)])
        if (!partners) return fail([{ code: 'STALE' as const }])
        return inviteCustomer(state, {
          ...given(turn),
          id,
          partners,
          email,
          locale,
          draft: customerDraft({
            owner: organization.displayName,
            provider: through?.displayName,
            admin: actor.name,
            dap: includeDap,
            locale,
          }),
          sent,
          known: customer,
        })
      },
    },
    turn,
    house,
  )
}

/** As many providers can be chosen from. */
const MOST_PROVIDERS = 50

async function form(
  kind: CustomerKind,
  { organization, actor, words }: CompanyTurn,
  { store }: House,
  { values, ...again }: Pick<InviteCustomerView, 'values' | 'faults'>,
): Promise<Card> {
  const { items } = await partners(store, 'reseller', organization.tenantId, { limit: MOST_PROVIDERS })
  const providers = items.map(({ body: { tenantId: tenant, name } }) => ({ tenant, name }))
  return inviteCustomerForm(
    { company: organization.displayName, kind, providers, values: { locale: actor.locale, ...values }, ...again },
    words,
  )
}
