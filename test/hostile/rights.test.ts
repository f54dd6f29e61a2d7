import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mpnIdOf, worldOf } from '../journeys/companies.ts'
import { toActive } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'

// A fault that was ordered stays until it has happened: each story has its own world.
let world: World
beforeEach(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }) })
})
afterEach(() => world.close())

let keys = 0
const newKey = () => `hostile-key-${String(++keys).padStart(4, '0')}`

/** A company that transacts, its people by their first names. */
async function company() {
  const person = (who: string) => world.person(`${who}@alder.example`)
  const ann = await person('ann')
  await toActive(world, ann, { mpnId: mpnIdOf(0) })
  await ann.says('home')
  await ann.presses('Add me')
  await world.settle()
  return { ann, bob: await person('bob'), person }
}

type Known = { userId: string; directoryRoles: string[]; disabled: boolean }

async function known(person: Person): Promise<Known> {
  const { text } = await world.get('/sandbox/people', 'application/json')
  const people = JSON.parse(text) as (Known & { aadObjectId: string })[]
  const found = people.find(({ aadObjectId }) => aadObjectId === person.aadObjectId)
  if (!found) throw new Error('nobody')
  return found
}

const setRoles = (by: Person, of: Person, roles: string) =>
  by.taps('set-roles', { op: newKey(), user: of.aadObjectId, roles })

/** The directory does nothing for a while: what is ordered from it waits. */
const directoryIsAway = (operation: string) =>
  world.fault({ port: 'directory', operation, times: 1000, outcome: 'unavailable' })

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isSo()); tries++) await world.advance('PT10M')
  expect(await isSo()).toBe(true)
}

describe('A role that is taken away', () => {
  it('is gone at once, even while the directory has not heard of it', async () => {
    const { ann, bob, person } = await company()
    const ada = await person('ada')
    expect((await ada.says('users')).text).toContain('Users')
    await directoryIsAway('revoke')
    await setRoles(ann, ada, 'HA')
    expect((await ada.says('users')).text).toContain('You need')
    // The role that was given at the same time is carried out meanwhile.
    await world.settle()
    const before = world.stored()
    const refused = await ada.taps('add-user', {
      op: newKey(),
      name: 'Eve',
      email: 'eve@alder.example',
      roles: 'SA',
    })
    expect(refused.text).toContain('You need')
    expect([...world.stored()].filter((one) => !before.has(one) && one.includes('|root|'))).toEqual([])
    expect((await bob.says('users')).text).toContain('Users')
  })
})

describe('A role that was given by mistake', () => {
  it('is taken back although the directory has not carried it out yet', async () => {
    const { ann, person } = await company()
    const nil = await person('nil')
    await world.fault({ port: 'directory', operation: 'grant', times: 3, outcome: 'unavailable' })
    await setRoles(ann, nil, 'GA,HA')
    await setRoles(ann, nil, 'HA')
    await eventually(async () => (await known(nil)).directoryRoles.includes('HA'))
    for (let day = 0; day < 3; day++) await world.advance('P1D')
    expect((await known(nil)).directoryRoles).toEqual(['HA'])
  })

  it('and given again is there in the end', async () => {
    const { ann, person } = await company()
    const sal = await person('sal')
    await world.fault({ port: 'directory', operation: 'revoke', times: 2, outcome: 'unavailable' })
    await setRoles(ann, sal, 'HA')
    await setRoles(ann, sal, 'SA,HA')
    await eventually(async () => (await known(sal)).directoryRoles.includes('HA'))
    for (let day = 0; day < 3; day++) await world.advance('P1D')
    expect((await known(sal)).directoryRoles.toSorted()).toEqual(['HA', 'SA'])
  })
})

describe('An old form of somebody’s roles', () => {
  it('gives nothing back that a colleague has taken away since, and keeps what they have given', async () => {
    const { ann, bob, person } = await company()
    const sal = await person('sal')
    const hal = await person('hal')
    for (const one of [sal, hal]) await setRoles(ann, one, 'AA,SA')
    await world.settle()
    await bob.taps('user', { user: sal.aadObjectId })
    const old = bob.tapOf('Save')
    await setRoles(ann, sal, 'SA,BA')
    await world.settle()
    await bob.taps(old.verb, { ...old.data, roles: 'AA,SA,HA' })
    await world.settle()
    expect((await known(sal)).directoryRoles.toSorted()).toEqual(['BA', 'HA', 'SA'])
    await bob.taps('user', { user: hal.aadObjectId })
    const form = bob.tapOf('Save')
    await bob.taps(form.verb, { ...form.data, roles: 'SA' })
    await world.settle()
    expect((await known(hal)).directoryRoles).toEqual(['SA'])
  })

  it('with other roles on it than it showed takes and gives none that the person may not', async () => {
    const { ann, bob, person } = await company()
    const uma = await person('uma')
    for (const was of ['', 'GA', 'AA,SA,GA,HA', 'nonsense', 'GA,GA', '__proto__']) {
      for (const roles of ['GA', 'UMA,GA', 'UMA']) {
        for (const of of [uma, ann, bob])
          await uma.taps('set-roles', { op: newKey(), user: of.aadObjectId, roles, was })
      }
    }
    await world.settle()
    expect((await known(ann)).directoryRoles).toContain('GA')
    expect((await known(bob)).directoryRoles).toContain('GA')
    expect((await known(uma)).directoryRoles).not.toContain('GA')
  })
})

describe('An account that was ended', () => {
  it('does nothing more, even while the directory has not heard of it', async () => {
    const { ann, person } = await company()
    await ann.taps('add-user', { op: newKey(), name: 'Zoe', email: 'zoe@alder.example', roles: 'UMA' })
    await world.settle()
    const zoe = await person('zoe')
    await zoe.says('help')
    await zoe.presses('I have changed my password')
    expect((await zoe.says('users')).text).toContain('Users')
    await directoryIsAway('disableUser')
    await ann.taps('disable-user', { op: newKey(), user: zoe.aadObjectId })
    const before = world.stored()
    for (const text of ['users', 'help', 'status', 'history']) expect((await zoe.says(text)).text).not.toMatch(/alder/i)
    const forged = { op: newKey(), name: 'Eve', email: 'eve@alder.example', roles: 'SA' }
    expect((await zoe.taps('add-user', forged)).text).not.toMatch(/alder/i)
    expect([...world.stored()].filter((one) => !before.has(one) && one.includes('|root|'))).toEqual([])
    expect((await ann.says('users')).text).not.toContain('eve@')
  })
})

describe('The last global admin', () => {
  it('stays, though two admins end each other at the same moment', async () => {
    const { ann, bob } = await company()
    await bob.says('help')
    await Promise.all([
      setRoles(ann, bob, 'HA'),
      setRoles(bob, ann, 'HA'),
      setRoles(ann, ann, 'HA'),
      setRoles(bob, bob, 'HA'),
    ])
    await world.settle()
    const roles = [...(await known(ann)).directoryRoles, ...(await known(bob)).directoryRoles]
    expect(roles.filter((role) => role === 'GA')).toHaveLength(1)
  })

  it('stays while the directory is slow, whoever asks and however often', async () => {
    const { ann, bob, person } = await company()
    const uma = await person('uma')
    await world.fault({ port: 'directory', operation: 'revoke', times: 4, outcome: 'unavailable' })
    for (let round = 0; round < 3; round++) {
      for (const by of [ann, bob, uma]) {
        for (const of of [ann, bob]) {
          await setRoles(by, of, 'HA')
          await by.taps('disable-user', { op: newKey(), user: of.aadObjectId })
        }
      }
    }
    for (let day = 0; day < 3; day++) await world.advance('P1D')
    const roles = [...(await known(ann)).directoryRoles, ...(await known(bob)).directoryRoles]
    expect(roles.filter((role) => role === 'GA')).toHaveLength(1)
  })
})

describe('A temporary password', () => {
  it('whose mail went out although nobody said so is followed by the one that counts', async () => {
    const { ann } = await company()
    await world.fault({ port: 'mailer', operation: 'send', times: 1, outcome: 'lostReply' })
    await ann.taps('add-user', { op: newKey(), name: 'Zoe', email: 'zoe@alder.example', roles: 'SA' })
    await world.settle()
    for (let day = 0; day < 2; day++) await world.advance('P1D')
    const passwords = (await world.mails('zoe@alder.example')).map(
      ({ text }) => /Temporary password: (\S+)/.exec(text)?.[1],
    )
    // The directory was asked twice, and has kept what it made last: that one must have been mailed.
    expect(new Set(passwords).size).toBe(2)
  })
})

describe('A user admin', () => {
  it('makes nobody a global admin, and ends none', async () => {
    const { ann, bob, person } = await company()
    for (const who of ['uma', 'ada']) {
      const by = await person(who)
      for (const of of [by, ann, bob]) {
        await setRoles(by, of, 'GA')
        await setRoles(by, of, 'UMA')
        await by.taps('disable-user', { op: newKey(), user: of.aadObjectId })
      }
      const employee = { op: newKey(), name: 'Eve', email: `${who}2@alder.example`, roles: 'GA,SA' }
      await by.taps('add-user', employee)
    }
    await world.settle()
    const { text } = await world.get('/sandbox/people', 'application/json')
    const admins = (JSON.parse(text) as (Known & { email: string })[])
      .filter(({ email, directoryRoles }) => email.endsWith('@alder.example') && directoryRoles.includes('GA'))
      .map(({ email }) => email)
    expect(admins.toSorted()).toEqual(['ann@alder.example', 'bob@alder.example'])
    expect(await world.mails('uma2@alder.example')).toEqual([])
  })

  it('cannot have somebody else’s password reset by using an old operation key again', async () => {
    const { ann, person } = await company()
    const uma = await person('uma')
    const key = newKey()
    await ann.taps('add-user', { op: key, name: 'Zoe', email: 'zoe@alder.example', roles: 'SA' })
    await world.settle()
    const zoe = await person('zoe')
    await setRoles(ann, zoe, 'GA,SA')
    await world.settle()
    // A company remembers so many keys; then this one is new to it again.
    for (let change = 0; change < 70; change++) await setRoles(uma, await person('hal'), change % 2 ? 'HA' : 'HA,SA')
    await uma.taps('add-user', { op: key, name: 'Eve', email: 'eve@alder.example', roles: 'SA' })
    await world.settle()
    const eve = await person('eve')
    expect(eve.aadObjectId).not.toBe(zoe.aadObjectId)
    expect(await world.mails('zoe@alder.example')).toHaveLength(1)
    expect(await world.mails('eve@alder.example')).toHaveLength(1)
    expect((await known(eve)).directoryRoles).toEqual(['SA'])
  })
})
