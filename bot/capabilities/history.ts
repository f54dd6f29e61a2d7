import { historyCard } from '../../cards/history.ts'
import type { OrganizationEvent } from '../../domain/organization/organization.ts'
import { organizationPk } from '../../domain/organization/organizations.ts'
import { permit } from '../../domain/permissions.ts'
import { history as read } from '../../domain/store/commit.ts'
import type { Capability } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

const PAGE = 10

/** Who did what and when in the company, the newest first (P48). */
export const history: Capability<'history'> = async ({ after }, turn, house) => {
  const { organization, actor, words } = turn
  if (!organization) return homeOf(turn, house, words.notes.forCompanies)
  const refusals = permit('P48', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const page = await read<OrganizationEvent>(house.store, organizationPk(organization.tenantId), {
    limit: PAGE,
    ...(after === undefined ? {} : { after }),
  })
  const entries = page.items.map(({ body }) => body)
  return historyCard(
    { company: organization.displayName, entries, ...(page.next === undefined ? {} : { next: page.next }) },
    words,
  )
}
