import { describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import type { Contact } from '../../../domain/enrollment/enrollment.ts'
import type { OrganizationEvent, OrganizationKind } from '../../../domain/organization/organization.ts'
import type { RefusalCode } from '../../../domain/refusals.ts'
import type { MpnFacts } from '../../../domain/rules/mpn.ts'
import { AT, saveMpn, submit } from '../../support/commands.ts'
import { application, filled, ken, legal, saved, started, submitted } from '../../support/lifecycle.ts'
import { account, goro, hana, mpnFacts, otherTenant, registered, sho } from '../../support/people.ts'
import { company, given } from '../../support/story.ts'

/** Sakura's draft with other values in some of its steps. */
const draft = (...changed: readonly OrganizationEvent[]) => [...filled, ...changed]
const contact = (over: Partial<Contact>) => ({ ...saved.contact, value: { ...ken, ...over } })

describe('saving a step of the draft', () => {
  it('keeps what was entered', () => {
    const { enrollment } = given(started)
      .when(saveMpn(hana, '4600601', 0))
      .then({ ...saved.mpn, at: AT })
    expect(enrollment).toMatchObject({ draft: { rev: 1, mpn: { value: { mpnId: '4600601' }, rev: 1 } } })
  })

  it('is open to every global admin, and to nobody else', () => {
    given(started)
      .when(saveMpn(goro, '4600601', 0))
      .then({ ...saved.mpn, at: AT, by: by(goro) })
    given(started)
      .when(saveMpn(sho, '4600601', 0))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
  })

  it('tells whoever comes after a colleague with the same step, and not with another', () => {
    given(started, saved.mpn)
      .when(saveMpn(goro, '4600608', 0))
      .refuses({ code: 'STALE' })
    given(started, saved.mpn)
      .when(saveMpn(goro, '4600608', 1))
      .then({
        ...saved.mpn,
        at: AT,
        by: by(goro),
        value: { mpnId: '4600608' },
      })
    given(started, saved.legal)
      .when(saveMpn(hana, '4600601', 0))
      .then({ ...saved.mpn, at: AT })
  })
})

describe('submitting an enrollment', () => {
  it('files the application as it was read back', () => {
    const { enrollment, cspTenant } = given(filled)
      .when(submit())
      .then({ ...submitted, at: AT })
    expect(enrollment).toMatchObject({
      state: 'submitted',
      application,
      submittedBy: { name: 'Hana Sato' },
      verification: { emailOwnership: { state: 'notStarted' }, employment: { state: 'notStarted' } },
    })
    expect(cspTenant).toBe(false)
  })

  it('names every step that is missing', () => {
    given(started, saved.legal, saved.contact)
      .when(submit())
      .refuses({ code: 'ENR_STEPS_MISSING', steps: ['mpn', 'support', 'authority'] })
  })

  it('tells that a colleague changed the draft after it was read back', () => {
    given(filled, saved.mpn)
      .when(submit({ seen: 5 }))
      .refuses({ code: 'STALE' })
  })

  it('tries every data rule again and reports all of them together', () => {
    const abroad: Partial<MpnFacts> = {
      account: { ...account, country: 'US', profileStatus: 'pending', migrated: false },
    }
    given(draft(contact({ email: 'ken.mori@gmail.com' }), unconfirmed))
      .when(submit({ seen: 99, mpn: mpnFacts(abroad) }))
      .refusesWith('MPN_NOT_ACTIVE', 'MPN_COUNTRY_MISMATCH', 'MPN_NOT_MIGRATED', 'ENR_WEBMAIL', 'ENR_AUTHORITY')
    given(draft(contact({ email: 'info@sakura.example' }), authorityAt('hana@yahoo.co.jp')))
      .when(submit({ seen: 99 }))
      .refuses(
        { code: 'ENR_MAIL_SHARED', field: 'email', mail: 'info@sakura.example' },
        { code: 'ENR_WEBMAIL', field: 'adminWorkEmail', domain: 'yahoo.co.jp' },
      )
  })

  it('D7: asks for the registration ID where the country demands one', () => {
    const brazil = registered({}, { country: 'BR' })
    const there = submit({ mpn: mpnFacts({ tenantCountry: 'BR', account: { ...account, country: 'BR' } }) })
    company(brazil).and(filled).when(there).refuses({ code: 'ENR_FIELD_MISSING', field: 'registrationId' })
    const numbered = { ...saved.legal, value: { ...legal, registrationId: '11.222.333/0001-81' } }
    company(brazil)
      .and(started, saved.mpn, numbered, saved.contact, saved.support, saved.authority)
      .when(there)
      .then({ ...submitted, at: AT, application: { ...application, legal: numbered.value } })
  })

  it('F41: kind, role, the company’s state, region, data, concurrency — one level at a time', () => {
    const wrong = submit({ actor: sho, seen: 0, mpn: mpnFacts({ account: undefined }) })
    const mine = submit({ seen: 0, mpn: mpnFacts({ account: undefined }) })
    const told = (kind: OrganizationKind, suspended: boolean, country: string) => ({
      ...company(registered({ suspended }, { country })).and(filled).company,
      kind,
    })
    company(told('customer', true, 'KP'))
      .when(wrong)
      .refusesWith('AUTH_ORG_KIND')
    company(told('prospect', true, 'KP'))
      .when(wrong)
      .refusesWith('AUTH_ROLE')
    company(told('prospect', true, 'KP'))
      .when(mine)
      .refusesWith('ORG_SUSPENDED')
    company(told('prospect', false, 'KP'))
      .when(mine)
      .refusesWith('REGION_UNKNOWN')
    company(told('prospect', false, 'JP'))
      .when(mine)
      .refusesWith('MPN_UNKNOWN')
    company(told('prospect', false, 'JP'))
      .when(submit({ seen: 0 }))
      .refusesWith('STALE')
  })
})

describe('the MPN ID of an application', () => {
  const facts: readonly [string, Partial<MpnFacts>, readonly RefusalCode[]][] = [
    ['is unknown', { account: undefined }, ['MPN_UNKNOWN']],
    ['serves another tenant', { account: { ...account, associatedTenantId: otherTenant } }, ['MPN_IN_USE']],
    ['is reserved by another company', { heldBy: otherTenant }, ['MPN_IN_USE']],
    ['belongs to another company', { account: { ...account, ownerTenantIds: [otherTenant] } }, ['MPN_OTHER_COMPANY']],
    ['is global', { account: { ...account, type: 'global' } }, ['MPN_NOT_LOCATION']],
    ['has a pending profile', { account: { ...account, profileStatus: 'pending' } }, ['MPN_NOT_ACTIVE']],
    ['has a rejected profile', { account: { ...account, profileStatus: 'rejected' } }, ['MPN_NOT_ACTIVE']],
    ['has a declined profile', { account: { ...account, profileStatus: 'declined' } }, ['MPN_NOT_ACTIVE']],
    ['is in another country of the same region', { account: { ...account, country: 'GB' } }, ['MPN_COUNTRY_MISMATCH']],
    ['was not migrated', { account: { ...account, migrated: false } }, ['MPN_NOT_MIGRATED']],
    [
      'is wrong in every way of its own',
      { account: { ...account, type: 'global', profileStatus: 'pending', country: 'FR', migrated: false } },
      ['MPN_NOT_LOCATION', 'MPN_NOT_ACTIVE', 'MPN_COUNTRY_MISMATCH', 'MPN_NOT_MIGRATED'],
    ],
    [
      'in use counts before whose it is',
      { heldBy: otherTenant, account: { ...account, ownerTenantIds: [otherTenant] } },
      ['MPN_IN_USE'],
    ],
  ]

  it.each(facts)('%s', (_, over, codes) => {
    given(filled)
      .when(submit({ mpn: mpnFacts(over) }))
      .refusesWith(...codes)
  })

  it('may serve the company’s own tenant already', () => {
    const own = mpnFacts({ account: { ...account, associatedTenantId: mpnFacts().tenantId } })
    given(filled)
      .when(submit({ mpn: own }))
      .then({ ...submitted, at: AT })
  })

  it('names the company’s own locations beside a global one', () => {
    given(filled)
      .when(
        submit({ mpn: mpnFacts({ account: { ...account, type: 'global' }, ownLocations: ['4600601', '4600602'] }) }),
      )
      .refuses({ code: 'MPN_NOT_LOCATION', field: 'mpnId', id: '4600601', locations: ['4600601', '4600602'] })
  })
})

const authorityAt = (adminWorkEmail: string) => ({
  ...saved.authority,
  value: { ...saved.authority.value, adminWorkEmail },
})
const unconfirmed = { ...saved.authority, value: { ...saved.authority.value, confirmedAt: '' } }
