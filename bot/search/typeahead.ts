import { MOST_FOUND } from '../../cards/drawing/picker.ts'
import { permit } from '../../domain/permissions.ts'
import { namesFor } from '../../domain/store/names.ts'
import { clean } from '../../domain/text.ts'
import type { House, Turn } from '../capability.ts'
import { companiesNear, partnersNamed, recentlyKnown } from '../find-companies.ts'
import type { Inbound, PageOf, Reply, Said } from '../turn.ts'
import { seekerOf } from './seeker.ts'

type Choice = { title: string; value: string }

const NOTHING: Reply = { kind: 'choices', choices: [] }

/** What fits what is typed into a picker, and before anything is typed the companies somebody was last concerned with. */
export async function pick(
  { dataset, text, page }: Extract<Said, { kind: 'pick' }>,
  inbound: Inbound,
  house: House,
): Promise<Reply> {
  if (dataset === undefined) return NOTHING
  const seeker = await seekerOf(inbound, house)
  if (!seeker || seeker.refusals.length > 0) return NOTHING
  const all = dataset === 'companies' ? companyChoices : partnerChoices
  return { kind: 'choices', choices: await all(text, page, seeker.turn, house) }
}

/** Companies by tenant, each told apart by its country. */
async function companyChoices(text: string, page: PageOf, turn: Turn, house: House): Promise<readonly Choice[]> {
  const end = page.skip + page.limit
  const found =
    text === ''
      ? await recentlyKnown(turn, house)
      : await companiesNear(text, await namesFor(house, turn.organization), MOST_LOOKED_THROUGH)
  return found.slice(page.skip, end).map(({ tenantId, name, country }) => ({
    title: turn.words.search.choice(name, turn.words.terms.country(country)),
    value: tenantId,
  }))
}

const MOST_LOOKED_THROUGH = 3 * MOST_FOUND

/** The own partners by name, which is what their list is searched by. */
async function partnerChoices(text: string, page: PageOf, turn: Turn, house: House): Promise<readonly Choice[]> {
  const { organization, actor } = turn
  if (!organization || permit('P23', actor, organization, { read: true }).length > 0) return []
  const found = await partnersNamed(clean(text), organization, house)
  const names = found.slice(page.skip, page.skip + page.limit).map(({ name }) => name)
  return [...new Set(names)].map((name) => ({ title: name, value: name }))
}
