import { describe, expect, it } from 'vitest'
import type { LegalBusinessProfile } from '../../../domain/enrollment/enrollment.ts'
import { tenantId } from '../../../domain/ids.ts'
import { AT, start } from '../../support/commands.ts'
import { declined, filled, HISTORIES, ken, legal } from '../../support/lifecycle.ts'
import { account, hanaDid, MPN, nana, registered, sakura, uma } from '../../support/people.ts'
import { company, given } from '../../support/story.ts'

const profile: LegalBusinessProfile = { ...legal, mpnId: MPN, primaryContact: ken }
const inCsp = { kind: 'prospect', cspTenant: true, suspended: false, agreements: [], legalProfile: profile } as const
const begun = { type: 'EnrollmentStarted', at: AT, by: hanaDid, id: 'application-2', origin: 'newcomer' } as const

describe('starting an enrollment', () => {
  it('opens a draft for a newcomer', () => {
    given().when(start()).then(begun)
  })

  it('leaves an open draft as it is, also for a second admin', () => {
    given(filled).when(start()).nothingHappens()
  })

  it('begins a new application after a declined one', () => {
    const { enrollment } = given(HISTORIES.inReview, declined).when(start()).then(begun)
    expect(enrollment).toMatchObject({ state: 'draft', id: 'application-2', draft: { rev: 0 } })
  })

  it('R10: refuses direct-bill to newcomers', () => {
    given()
      .when(start({ program: 'directBill' }))
      .refuses({ code: 'ENR_DIRECT_CLOSED' })
  })

  it('R12: refuses a personal account before anything else', () => {
    const personal = { ...nana, tenantId: tenantId('9188040d-6c67-4c5b-b112-36a304b66dad') }
    given()
      .when(start({ actor: personal }))
      .refuses({ code: 'ENR_WORK_ACCOUNT' })
  })

  it('R113: refuses a country in which CSP is not offered, together with direct-bill', () => {
    company(registered({}, { country: 'KP' }))
      .when(start({ program: 'directBill' }))
      .refuses({ code: 'ENR_DIRECT_CLOSED' }, { code: 'REGION_UNKNOWN', country: 'KP' })
  })

  it.each(['indirectProvider', 'indirectReseller', 'directBill', 'both', 'customer'] as const)(
    'F41: tells a %s of its kind before its role',
    (kind) => {
      company({ ...sakura, kind })
        .when(start({ actor: uma }))
        .refuses({ code: 'AUTH_ORG_KIND', kinds: ['prospect'], kind })
    },
  )

  it('F41: the role comes before the state of the company', () => {
    const suspended = registered({ suspended: true })
    company(suspended)
      .when(start({ actor: uma }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
    company(suspended).when(start()).refuses({ code: 'ORG_SUSPENDED' })
  })
})

describe('a company that is in CSP already (R23)', () => {
  it('R23: is asked for support contact and authority alone', () => {
    const { enrollment } = company(registered(inCsp))
      .when(start({ registration: inCsp }))
      .then({
        ...begun,
        origin: 'existingCsp',
        prefilled: { mpn: { mpnId: MPN }, legal, contact: ken },
      })
    expect(enrollment).toMatchObject({ draft: { rev: 3, mpn: { rev: 1 }, legal: { rev: 2 }, contact: { rev: 3 } } })
    expect(enrollment).not.toHaveProperty('draft.support')
    expect(enrollment).not.toHaveProperty('draft.authority')
  })

  it('takes its active location account when the profile names no MPN ID', () => {
    const { mpnId: _, ...nameless } = profile
    const pending = { ...account, mpnId: '4600602', profileStatus: 'pending' } as const
    const abroad = { ...account, mpnId: '4600603', country: 'US' }
    const global = { ...account, mpnId: '4600600', type: 'global' } as const
    const registration = { ...inCsp, legalProfile: nameless }
    const { enrollment } = company(registered(registration))
      .when(start({ registration, ownAccounts: [pending, abroad, global, account] }))
      .then({ ...begun, origin: 'existingCsp', prefilled: { mpn: { mpnId: MPN }, legal, contact: ken } })
    expect(enrollment).toMatchObject({ origin: 'existingCsp' })
  })

  it('is a newcomer as long as its legal profile is not complete, or it is no CSP tenant', () => {
    const { legalProfile: _, ...bare } = inCsp
    given()
      .when(start({ registration: bare }))
      .then(begun)
    given()
      .when(start({ registration: { ...inCsp, cspTenant: false } }))
      .then(begun)
  })

  it('stays a CSP tenant when it takes its application back (F18)', () => {
    const existing = { ...begun, id: 'application-1', origin: 'existingCsp' } as const
    const after = company(registered(inCsp)).and(existing, {
      type: 'EnrollmentWithdrawn',
      at: AT,
      by: hanaDid,
    })
    expect(after.company.cspTenant).toBe(true)
  })
})
