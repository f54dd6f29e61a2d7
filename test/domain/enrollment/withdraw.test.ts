import { describe, expect, it } from 'vitest'
import { tasks } from '../../../domain/organization/tasks.ts'
import { AT, approve, start, withdraw } from '../../support/commands.ts'
import { APPLICATION, declined, filled, HISTORIES, withdrawn } from '../../support/lifecycle.ts'
import { goro, hanaDid, MPN, sakura, sho } from '../../support/people.ts'
import { given } from '../../support/story.ts'

const OPEN = ['draft', 'submitted', 'contactPending', 'inReview', 'actionRequired', 'signupDenied', 'rejected'] as const

describe('withdrawing an application', () => {
  it.each(OPEN)('ends it while it is %s, and a new one may begin', (situation) => {
    const now = given(HISTORIES[situation])
      .when(withdraw())
      .then({ ...withdrawn, at: AT })
    expect(now.enrollment).toMatchObject({ state: 'withdrawn', id: APPLICATION, since: AT, by: hanaDid })
    expect(now.cspTenant).toBe(false)
    expect(now.kind).toBe('prospect')
    given(HISTORIES[situation], withdrawn)
      .when(start())
      .then({ type: 'EnrollmentStarted', at: AT, by: hanaDid, id: 'application-2', origin: 'newcomer' })
  })

  it.each(OPEN.filter((situation) => situation !== 'draft'))('gives the MPN ID of a %s one back', (situation) => {
    const { company } = given(HISTORIES[situation])
    const after = given(HISTORIES[situation], withdrawn).company
    expect(tasks(company, withdrawn, after)).toContainEqual({
      kind: 'releaseMpn',
      tenantId: sakura.tenantId,
      mpnId: MPN,
    })
  })

  it('gives the MPN ID of a declined one back too', () => {
    const { company } = given(HISTORIES.rejected)
    const after = given(HISTORIES.rejected, declined).company
    expect(tasks(company, declined, after).map(({ kind }) => kind)).toContain('releaseMpn')
  })

  it('asked twice changes nothing, whoever asks', () => {
    given(HISTORIES.withdrawn).when(withdraw()).nothingHappens()
    given(HISTORIES.withdrawn)
      .when(withdraw({ actor: goro }))
      .nothingHappens()
  })

  it('is a global admin’s', () => {
    given(filled)
      .when(withdraw({ actor: sho }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
  })

  it('concerns the application on the card, not one that was begun since', () => {
    given(HISTORIES.withdrawn, {
      type: 'EnrollmentStarted',
      at: AT,
      by: hanaDid,
      id: 'application-2',
      origin: 'newcomer',
    })
      .when(withdraw())
      .refusesWith('WRONG_STATE')
  })

  it('comes too late after the decision', () => {
    given(HISTORIES.qualified)
      .when(withdraw())
      .refuses({ code: 'AUTH_ORG_KIND', kinds: ['prospect'], kind: 'indirectReseller' })
    given(HISTORIES.declined).when(withdraw()).refusesWith('WRONG_STATE')
  })

  it('comes before a decision that is taken at the same time, and the reviewer is told', () => {
    given(HISTORIES.inReview, withdrawn)
      .when(approve())
      .refuses({ code: 'WRONG_STATE', is: 'withdrawn', needs: ['inReview'] })
  })
})
