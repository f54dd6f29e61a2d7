import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch } from './companies.ts'
import { partners, provider } from './invited.ts'
import { outside, shopOf, toReviewOf } from './selling.ts'
import { toActive } from './way-in.ts'

/** Everybody who asks: support in both languages, and people of the companies. */
export type Askers = { world: World; sam: Person; gen: Person; admin(company: string): Promise<Person> }

/** Harbor provides to Alder and Birch, which are ready; Lagoon has to do with nobody. More stand in the world as they are. */
export async function askersOf(...more: readonly Sketch[]): Promise<Askers> {
  const file = shopOf({ name: 'alder' }, { name: 'birch' }, provider('harbor'), provider('lagoon'), ...more)
  const world = await startWorld({ SANDBOX_WORLD: file })
  const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
  const harbor = await admin('harbor')
  for (const [at, name] of (['alder', 'birch'] as const).entries()) {
    await toActive(world, await admin(name), { mpnId: mpnIdOf(at) })
    await partners(world, harbor, await admin(name))
  }
  return { world, sam: await world.person(OPERATOR.sam), gen: await world.person(OPERATOR.gen), admin }
}

/** A customer that Harbor makes, from the row of its nth reseller, with these licenses of Business Basic. */
export async function makes(world: World, agent: Person, name: string, nth?: number): Promise<Shown> {
  await agent.says('resellers')
  if (nth === undefined) await agent.says('add new customer')
  else await agent.presses('Add new customer', {}, { nth })
  await toReviewOf(agent, name)
  await agent.presses('Submit')
  await world.settle()
  return agent.sees
}

export async function tenantOf(world: World, name: string): Promise<string> {
  const found = (await outside(world)).tenants.find(({ displayName }) => displayName === `${name} Toys Ltd.`)
  if (!found) throw new Error(`no ${name}`)
  return found.tenantId
}

/** The subscriptions of a customer, as whoever may open it reads them there. */
export const firstLine = ({ text }: Shown): string => text.split('\n')[0] ?? ''

export const titlesIn = ({ buttons }: Shown): readonly string[] => buttons.map(({ title }) => title)
