import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, declineOffer } from '../../bot/capabilities/answer-invitation.ts'
import type { CompanyTurn, House } from '../../bot/capability.ts'
import { words } from '../../cards/words/words.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { InvitationEvent } from '../../domain/invitation/invitation.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { partnerHouse, resellersNamed } from '../support/partner-house.ts'
import { ACCEPTED, CLAIMED, DECLINED, DRAFTED, OPENED, reseller, SENT, toto } from '../support/partners.ts'
import { days, hana } from '../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const turn = {
  actor: hana,
  organization: reseller,
  words: words('en-US', 'UTC'),
  now: days(3),
  correlationId: 'test',
} as CompanyTurn

/** A house in which a link was opened that nobody's domain claims, and nobody is in the directory. */
async function opened(over: object = {}) {
  const home = partnerHouse(store)
  await home.invites('i1', DRAFTED, SENT, OPENED)
  const before = await home.invitations.find(toto.tenantId, 'i1')
  if (!before) throw new Error('no invitation')
  const code = await home.invitations.token(before)
  const directory = { ...home.directory, lookUp: async () => undefined, people: async () => [] }
  return { home, before, code, house: { ...home, directory, ...over } as unknown as House }
}

const press = { op: newOperationKey(), authorize: true, mcaAccepted: false }

describe('Authorize indirect provider', () => {
  it('says why where the facts have changed since the press was allowed, also when they change back at once', async () => {
    let reads = 0
    const find = async (tenant: string): Promise<Organization | undefined> => {
      if (tenant === toto.tenantId) return toto
      return ++reads === 1 ? { ...reseller, country: 'DE' } : reseller
    }
    const { house, home, code } = await opened({ organizations: { find } })
    const shown = JSON.stringify(await accept({ ...press, code }, turn, house))
    expect(shown).toMatch(/Your company is in .*Europe.*, Toto Distribution in .*Japan/)
    expect(await home.invitations.find(toto.tenantId, 'i1')).toMatchObject({
      state: 'opened',
      block: { reasons: ['region'] },
    })
    expect(JSON.stringify(await accept({ ...press, op: newOperationKey(), code }, turn, house))).toContain(
      '✓ Toto Distribution is your indirect provider',
    )
  })
})

describe('A company that is too late', () => {
  const [taker] = resellersNamed('Taker') as [Organization]
  const theirs = { reseller: taker.tenantId, company: taker.displayName }

  it.each([
    [
      'accepted',
      [
        { ...CLAIMED, ...theirs },
        { ...ACCEPTED, ...theirs },
      ],
    ],
    ['declined', [{ ...DECLINED, ...theirs }]],
  ] as const)('is told that the invitation is closed, not that another company has %s it', async (_, events) => {
    const { house, home, before, code } = await opened()
    const late = { ...house, invitations: { ...house.invitations, byToken: async () => before } }
    await home.invites('i1', ...(events as readonly InvitationEvent[]))
    for (const card of [
      await accept({ ...press, code }, turn, late),
      await declineOffer({ op: newOperationKey(), code, reason: '' }, turn, late),
    ]) {
      expect(JSON.stringify(card)).toContain('This invitation is closed: no longer needed')
      expect(JSON.stringify(card)).not.toMatch(/Taker|accepted|declined/i)
    }
  })
})
