import { describe, expect, it } from 'vitest'
import { can, type Deed, type Facts, isAllowed } from '../../../domain/questions/can.ts'
import { COMMANDS, world } from '../../support/worlds.ts'

const WORLDS = 4000
/** How often each answer has to occur, so that agreeing means something. */
const ENOUGH = 40

const worlds = Array.from({ length: WORLDS }, (_, seed) => [seed, world(seed)] as const)

/** Where the answer of “can X do it” and the command itself differ, and what each said. */
function compared<D extends Deed>(deed: D) {
  const yes: number[] = []
  const no: number[] = []
  const differences: object[] = []
  for (const [seed, facts] of worlds) {
    // Deed and facts agree by the world's own type, which TypeScript cannot see through the index.
    const given = facts[deed] as Facts[D]
    const checks = can(deed, given)
    const explained = checks.flatMap(({ refusals }) => refusals.map(({ code }) => code))
    const done = COMMANDS[deed](given)
    ;(done.ok ? yes : no).push(seed)
    const refused = done.ok ? [] : done.error.map(({ code }) => code)
    const isExplained = refused.every((code) => explained.includes(code))
    if (isAllowed(checks) !== done.ok || !isExplained) differences.push({ seed, explained, refused })
  }
  return { yes, no, differences }
}

describe('what “can X do it” says, and what the command does', () => {
  it.each(Object.keys(COMMANDS) as Deed[])('agree on %s in every world', (deed) => {
    const { yes, no, differences } = compared(deed)
    expect(differences.slice(0, 3)).toEqual([])
    expect(Math.min(yes.length, no.length)).toBeGreaterThan(ENOUGH)
  })

  it.each(['startNewCustomer', 'saveDetails', 'submitNewCustomer', 'submitOrder'] as const)(
    'agree on %s of direct-bill partners and of those that are both, too',
    (deed) => {
      const { yes, no } = compared(deed)
      const kindIn = (seed: number) => {
        const given = world(seed)[deed]
        return ('facts' in given ? given.facts.provider : given.provider).organization.kind
      }
      expect(yes.filter((seed) => kindIn(seed) === 'directBill').length).toBeGreaterThan(ENOUGH)
      expect(no.filter((seed) => kindIn(seed) === 'directBill').length).toBeGreaterThan(ENOUGH)
      expect(no.filter((seed) => kindIn(seed) === 'both').length).toBeGreaterThan(ENOUGH)
    },
  )

  it('sees more than the first level that refuses', () => {
    const all = worlds.map(([, { claimAcceptance }]) => {
      const done = COMMANDS.claimAcceptance(claimAcceptance)
      const explained = can('claimAcceptance', claimAcceptance).flatMap(({ refusals }) => refusals)
      return done.ok ? 0 : explained.length - done.error.length
    })
    expect(Math.max(...all)).toBeGreaterThan(0)
  })
})
