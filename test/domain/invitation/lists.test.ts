import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationEvent } from '../../../domain/invitation/invitation.ts'
import { invitationList, invitationsNamed, listInvitation } from '../../../domain/invitation/lists.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { partnerHouse, resellersNamed } from '../../support/partner-house.ts'
import {
  ACCEPTED,
  CLAIMED,
  DECLINED,
  DRAFTED,
  EVERY_INVITATION_EVENT,
  EXPIRED,
  OPENED,
  REVOKED,
  reseller,
  SENT,
  SUPERSEDED,
  toto,
} from '../../support/partners.ts'
import { hana } from '../../support/people.ts'

const { InvitationRenewed: RENEWED } = EVERY_INVITATION_EVENT

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

describe('the list of invitations', () => {
  it('has the open ones first, and the company that opened one sees it too', async () => {
    const house = partnerHouse(store)
    await house.invites('closed', DRAFTED, SENT, REVOKED)
    await house.invites('open', DRAFTED, SENT, OPENED)
    for (const id of ['open', 'closed', 'open']) await listInvitation(house, toto.tenantId, id)
    const states = async (tenant: typeof toto.tenantId, open: boolean) =>
      (await invitationList(store, tenant, { open, limit: 9 })).items.map(({ body }) => body.state)
    expect(await states(toto.tenantId, false)).toEqual(['opened', 'revoked'])
    expect(await states(toto.tenantId, true)).toEqual(['opened'])
    expect(await states(reseller.tenantId, false)).toEqual(['opened'])
  })

  it('finds those whose address or company begins so, each once and the open ones first, page by page', async () => {
    const house = partnerHouse(store)
    for (let n = 0; n < 7; n++)
      await house.invites(`i${n}`, { ...DRAFTED, email: `hana${n}@sakura.example` }, SENT, ...(n % 2 ? [OPENED] : []))
    await house.invites('gone', { ...DRAFTED, email: 'sakura@elsewhere.example' }, SENT, OPENED, REVOKED)
    await house.invites('both', { ...DRAFTED, email: 'sakura@sakura.example' }, SENT, OPENED)
    for (const id of ['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'gone', 'both'])
      await listInvitation(house, toto.tenantId, id)
    const found = async (name: string, show: 'open' | 'closed' | 'all', limit = 2) => {
      const seen: string[] = []
      for (let after: string | undefined, pages = 0; pages < 9; pages++) {
        const page = await invitationsNamed(store, toto.tenantId, { name, show, limit, ...(after ? { after } : {}) })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items.map(({ body }) => body.id))
        after = page.next
        if (!after) break
      }
      return seen
    }
    expect(await found('HANA', 'all')).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6'])
    expect(await found('hana3@', 'open')).toEqual(['i3'])
    expect((await found('sakura s', 'open')).toSorted()).toEqual(['both', 'i1', 'i3', 'i5'])
    expect(await found('sakura', 'closed')).toEqual(['gone'])
    expect((await found('sakura', 'all')).toSorted()).toEqual(['both', 'gone', 'i1', 'i3', 'i5'])
    expect((await found('sakura', 'all')).at(-1)).toBe('gone')
    expect(await found('nobody', 'all')).toEqual([])
  })

  const entries = async (tenant: typeof toto.tenantId) =>
    (await invitationList(store, tenant, { open: false, limit: 9 })).items.map(({ body }) => body)

  const [taker] = resellersNamed('Taker') as [Organization]
  const theirs = { reseller: taker.tenantId, company: taker.displayName }

  it.each([
    ['revoked', [REVOKED]],
    ['expired', [EXPIRED]],
    ['superseded', [SUPERSEDED]],
    ['declined', [DECLINED]],
    ['sent', [RENEWED]],
    ['revoked', [RENEWED, { ...OPENED, tenant: taker.tenantId, company: taker.displayName }, REVOKED]],
  ])('tells a company that opened one that it is %s by now', async (state, then) => {
    const house = partnerHouse(store)
    await house.invites('i1', DRAFTED, SENT, OPENED)
    await listInvitation(house, toto.tenantId, 'i1')
    await house.invites('i1', ...then)
    await listInvitation(house, toto.tenantId, 'i1')
    expect(await entries(reseller.tenantId)).toMatchObject([{ id: 'i1', state }])
    expect(await entries(toto.tenantId)).toMatchObject([{ id: 'i1', state }])
  })

  it.each([
    ['accepted', { ...ACCEPTED, ...theirs } as InvitationEvent, 'superseded'],
    ['claimed', undefined, 'opened'],
  ])('does not tell a company that opened one by whom it was %s', async (_, answer, state) => {
    const house = partnerHouse(store)
    const by = { kind: 'person' as const, tenantId: taker.tenantId, userId: hana.userId, name: 'Taku Taker' }
    const claimed = { ...CLAIMED, ...theirs, by } as InvitationEvent
    await house.invites('i1', DRAFTED, SENT, OPENED, claimed, ...(answer ? [{ ...answer, by } as InvitationEvent] : []))
    await listInvitation(house, toto.tenantId, 'i1')
    const [entry] = await entries(reseller.tenantId)
    expect(entry?.state).toBe(state)
    expect(JSON.stringify(entry)).not.toMatch(/Taker|00000000-0000-4000-8000-000000000077/)
    expect(await entries(taker.tenantId)).toMatchObject([{ state: answer ? 'accepted' : 'accepting' }])
    expect(await entries(toto.tenantId)).toMatchObject([{ other: 'Taker' }])
  })

  it('says nothing to a company that never opened it', async () => {
    const house = partnerHouse(store)
    await house.invites('i1', DRAFTED, SENT, REVOKED)
    await listInvitation(house, toto.tenantId, 'i1')
    expect(await entries(reseller.tenantId)).toEqual([])
  })
})
