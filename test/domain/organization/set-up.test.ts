import { describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { setRoles } from '../../../domain/organization/employees.ts'
import { addMeToAdminAgents, setBusinessProfile, setOrganizationProfile } from '../../../domain/organization/set-up.ts'
import { AT, type Command } from '../../support/commands.ts'
import { EVERY_EVENT } from '../../support/every-event.ts'
import { HISTORIES } from '../../support/lifecycle.ts'
import {
  akira,
  aya,
  bea,
  billie,
  everybody,
  hana,
  hanaDid,
  holding,
  known,
  mina,
  nana,
  rika,
  sho,
  uma,
} from '../../support/people.ts'
import { given } from '../../support/story.ts'

const { profile } = EVERY_EVENT.OrganizationProfileSet
const { profile: offer } = EVERY_EVENT.BusinessProfileSet

const addMe =
  (actor = hana): Command =>
  (at) =>
    addMeToAdminAgents(at, { at: AT, actor, key: 'me' })

const keepProfile =
  (actor = hana): Command =>
  (at) =>
    setOrganizationProfile(at, { at: AT, actor, profile })

const keepOffer =
  (actor = bea, roleIsVacant = false): Command =>
  (at) =>
    setBusinessProfile(at, { at: AT, actor, profile: offer, roleIsVacant })

describe('“Add me” (P14)', () => {
  const ordered = {
    type: 'RoleGrantRequested',
    at: AT,
    by: hanaDid,
    userId: hana.userId,
    role: 'AA',
    key: 'me',
  } as const

  it('is open from approval on, before the MPA (F15)', () => {
    given(HISTORIES.qualified).when(addMe()).then(ordered)
    given(HISTORIES.inReview).when(addMe()).refusesWith('AUTH_ORG_KIND')
  })

  it('is ordered from the directory once', () => {
    given(HISTORIES.qualified, ordered).when(addMe()).nothingHappens()
  })

  it('confirms the check at once for a global admin who is an Admin agent already', () => {
    const agent = holding(hana, 'GA', 'AA')
    const confirmed = { type: 'AdminAgentConfirmed', at: AT, by: hanaDid, userId: hana.userId } as const
    given(HISTORIES.qualified).when(addMe(agent)).then(confirmed)
    given(HISTORIES.qualified, confirmed).when(addMe(agent)).nothingHappens()
  })

  it('is a global admin’s', () => {
    for (const actor of everybody.filter(({ roles }) => !roles.includes('GA')))
      given(HISTORIES.qualified)
        .when(addMe(actor))
        .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
  })
})

describe('the organisation profile (P16)', () => {
  it('R8: the organisation profile is the global admin’s', () => {
    const { organizationProfile } = given(HISTORIES.active)
      .when(keepProfile())
      .then({ ...EVERY_EVENT.OrganizationProfileSet, at: AT })
    expect(organizationProfile).toEqual({ ...profile, setAt: AT, setBy: hanaDid })
    for (const actor of [uma, aya, sho, akira, bea, mina, nana])
      given(HISTORIES.active)
        .when(keepProfile(actor))
        .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
  })

  it('R8: neither can anybody else make a global admin', () => {
    const people = [known(sho, ['SA'])]
    given(HISTORIES.active, EVERY_EVENT.AdminAgentConfirmed)
      .when((at) => setRoles(at, { at: AT, actor: uma, key: 'k', userId: sho.userId, roles: ['GA'], people }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
  })

  it('F3: comes after enrolling', () => {
    given().when(keepProfile()).refusesWith('AUTH_ORG_KIND')
    given(HISTORIES.inReview).when(keepProfile()).refusesWith('AUTH_ORG_KIND')
  })
})

describe('the business profile (P17)', () => {
  const kept = { ...EVERY_EVENT.BusinessProfileSet, at: AT, by: by(bea) }

  it('is the business profile admin’s, or the referral admin’s', () => {
    const { businessProfile } = given(HISTORIES.active).when(keepOffer()).then(kept)
    expect(businessProfile).toEqual({ ...offer, setUpAt: AT, setUpBy: by(bea) })
    given(HISTORIES.active)
      .when(keepOffer(rika))
      .then({ ...kept, by: by(rika) })
    for (const actor of [hana, uma, aya, sho, billie, nana])
      given(HISTORIES.active)
        .when(keepOffer(actor))
        .refuses({ code: 'AUTH_ROLE', roles: ['BPA', 'RFA'] })
  })

  it('R11: with no business profile admin the global admin sets the profile up', () => {
    given(HISTORIES.active)
      .when(keepOffer(hana, true))
      .then({ ...kept, by: hanaDid })
    given(HISTORIES.active)
      .when(keepOffer(uma, true))
      .refuses({ code: 'AUTH_ROLE', roles: ['BPA', 'RFA'] })
    given().when(keepOffer(hana, true)).refusesWith('AUTH_ORG_KIND')
  })

  it('D21: brings new business, so it waits while the company is suspended', () => {
    given(HISTORIES.suspended).when(keepOffer()).refuses({ code: 'ORG_SUSPENDED' })
  })
})
