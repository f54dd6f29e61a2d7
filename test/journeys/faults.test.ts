import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, worldOf } from './companies.ts'
import { ADDRESS, apply, confirm, fillIn, OUTSIDER, outsider, titlesOf, toActive, toReview } from './way-in.ts'

const COMPANIES = Array.from({ length: 40 }, (_, n) => `company${String.fromCharCode(97 + (n % 26))}${n}`)
const OUTCOMES = ['unavailable', 'refused', 'lostReply'] as const

let world: World
let grace: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES.map((name) => ({ name }))) })
  grace = await world.person(OPERATOR.grace)
  await grace.says('help')
})
afterAll(() => world.close())

let used = 0
/** A company that no other test has touched. */
async function fresh() {
  const at = used++
  const name = COMPANIES[at]
  const person = (who: string) => world.person(`${who}@${name}.example`)
  return { name, person, ann: await person('ann'), bob: await person('bob'), entry: { mpnId: mpnIdOf(at) } }
}

const fault = (port: string, operation: string, outcome: string, times = 1) =>
  world.fault({ port, operation, outcome, times })

/** Lets everything be tried again that waits for a second attempt. */
async function recovered(): Promise<void> {
  await world.settle()
  for (let tries = 0; tries < 8; tries++) {
    await world.advance('PT11M')
    await world.settle()
  }
}

const NOTHING_CHANGED = 'Nothing was changed. Try again in a moment.'
const texts = (cards: readonly Shown[]): string => cards.map(({ text }) => text).join('\n')

describe.each(OUTCOMES)('A tap that meets a fault outside (%s)', (outcome) => {
  it('says that nothing was changed, leaves the card, and works when pressed again', async () => {
    const { ann, entry } = await fresh()
    await ann.says('enroll')
    await ann.presses('Next')
    await fault('partnerCenter', 'mpnAccount', outcome)
    const tap = { 'MPN ID': entry.mpnId }
    expect((await ann.presses('Next', tap)).text).toContain(NOTHING_CHANGED)
    expect(ann.sees.text).toContain('step 1 of 5')
    expect((await ann.presses('Next', tap)).text).toContain('step 2 of 5')
  })

  it('does not lose an application: Enroll now works when pressed again, once', async () => {
    const { ann, entry } = await fresh()
    await fillIn(ann, entry)
    await fault('partnerCenter', 'mpnAccountsOf', outcome)
    expect((await ann.presses('Enroll now')).text).toContain(NOTHING_CHANGED)
    expect((await ann.presses('Enroll now')).text).toContain('Enrollment: Submitted')
    await world.settle()
    expect((await world.mails(ann.email)).filter(({ subject }) => subject.startsWith('Confirm'))).toHaveLength(1)
  })

  it('apologizes in a card where somebody wrote a message', async () => {
    const { ann } = await fresh()
    await fault('directory', 'person', outcome)
    const sorry = await ann.says('help')
    expect(sorry.text).toContain(NOTHING_CHANGED)
    expect(sorry.text).toMatch(/Reference: [0-9a-f-]{36}/)
    expect((await ann.says('help')).text).toContain('Enroll your company in CSP')
  })
})

describe('Partner Center', () => {
  it('may be away when a draft begins', async () => {
    const { ann } = await fresh()
    await ann.says('enroll')
    await fault('partnerCenter', '*', 'unavailable', 1)
    expect((await ann.presses('Next')).text).toContain(NOTHING_CHANGED)
    expect((await ann.presses('Next')).text).toContain('step 1 of 5')
  })

  it('may be away during the review: the application is approved when it is back', async () => {
    const { ann, entry } = await fresh()
    await apply(world, ann, entry)
    await fault('partnerCenter', 'mpnAccount', 'unavailable', 3)
    await confirm(world, ann.email)
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: In review')
    await recovered()
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it('may refuse the check of the review: then the reviewers are asked', async () => {
    const { ann, entry, name } = await fresh()
    await apply(world, ann, entry)
    grace.news()
    await fault('partnerCenter', 'mpnAccount', 'refused')
    await confirm(world, ann.email)
    await recovered()
    const called = grace.news().find(({ text }) => text.toLowerCase().includes(`please review: ${name}`))
    await grace.presses('Review', {}, called && { on: called })
    await grace.presses('Approve')
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })
})

describe('The directory', () => {
  const adding = async (outcome: string, times: number) => {
    const company = await fresh()
    await toActive(world, company.ann, company.entry)
    await company.ann.says('help')
    await fault('directory', 'grant', outcome, times)
    return { ...company, answer: await company.ann.presses('Add me') }
  }
  const grantsOf = async ({ aadObjectId }: Person) => {
    const { grants } = JSON.parse((await world.get('/sandbox/outside', 'application/json')).text) as {
      grants: { userId: string }[]
    }
    return grants.filter(({ userId }) => userId === aadObjectId).length
  }

  it('may be away on Add me: it is said that it takes a moment, and it comes about', async () => {
    const { ann, answer } = await adding('unavailable', 6)
    expect(answer.text).toContain('You are being added to Admin agent.')
    await recovered()
    expect(titlesOf(await ann.says('help'))).not.toContain('Add me')
    expect(await grantsOf(ann)).toBe(1)
  })

  it('may do it and lose the answer: one grant', async () => {
    const { ann } = await adding('lostReply', 1)
    await recovered()
    expect(titlesOf(await ann.says('help'))).not.toContain('Add me')
    expect(await grantsOf(ann)).toBe(1)
  })

  it('may refuse it: the admin is told, the button stays, and works when pressed again', async () => {
    const { ann } = await adding('refused', 1)
    await recovered()
    expect(texts(ann.news())).toContain("didn't give Ann")
    await ann.says('help')
    await ann.presses('Add me')
    await world.settle()
    expect(titlesOf(await ann.says('help'))).not.toContain('Add me')
  })

  const ready = async () => {
    const company = await fresh()
    await toActive(world, company.ann, company.entry)
    await company.ann.says('help')
    await company.ann.presses('Add me')
    await world.settle()
    return company
  }
  const addsZoe = async ({ ann, name }: { ann: Person; name: string | undefined }): Promise<string> => {
    await ann.says('users')
    await ann.presses('Add a user')
    const role = ann.sees.inputs.at(-1)?.choices.find(({ title }) => title.startsWith('Sales agent'))?.title ?? ''
    const email = `zoe@${name}.example`
    await ann.presses('Add a user', { 'Full name': 'Zoe', Email: email, Roles: [role] })
    return email
  }

  it.each(['unavailable', 'lostReply'])(
    'may fail on a new employee (%s): one account, and the password arrives',
    async (outcome) => {
      const company = await ready()
      await fault('directory', 'createUser', outcome, 2)
      const email = await addsZoe(company)
      await recovered()
      expect(await world.mails(email)).toHaveLength(1)
      expect((await company.ann.says('users')).text).toContain('Temporary password sent')
      expect((await (await world.person(email)).says('help')).text).toContain('Change your temporary password')
    },
  )

  it('may refuse a new employee: the admin is told, and can add them again', async () => {
    const company = await ready()
    company.ann.news()
    await fault('directory', 'createUser', 'refused')
    const email = await addsZoe(company)
    await recovered()
    expect(texts(company.ann.news())).toContain(`We couldn't create an account for Zoe (${email}).`)
    expect((await company.ann.says('users')).text).toContain('Not added')
    await addsZoe(company)
    await recovered()
    expect(await world.mails(email)).toHaveLength(1)
    expect((await company.ann.says('users')).text).not.toContain('Not added')
  })

  it('may fail on a change of roles and on the end of an account: both come about', async () => {
    const company = await ready()
    const email = await addsZoe(company)
    await world.settle()
    await fault('directory', 'grant', 'unavailable')
    await fault('directory', 'revoke', 'lostReply')
    await opens(company.ann, email)
    const choices = company.ann.sees.inputs[0]?.choices ?? []
    const helpdesk = choices.find(({ title }) => title.startsWith('Helpdesk agent'))?.title ?? ''
    await company.ann.presses('Save', { Roles: [helpdesk] })
    await recovered()
    expect(await rowOf(company.ann, email)).toContain('Helpdesk agent')
    expect(await rowOf(company.ann, email)).not.toMatch(/sales agent/i)

    await fault('directory', 'disableUser', 'unavailable', 2)
    await opens(company.ann, email)
    await company.ann.presses('Yes')
    await recovered()
    expect((await company.ann.says('users')).text).not.toContain(email)
    const zoe = JSON.parse((await world.get('/sandbox/people', 'application/json')).text) as {
      email: string
      disabled: boolean
    }[]
    expect(zoe.find((one) => one.email === email)?.disabled).toBe(true)
  })

  it('may be away when reviewers are looked up: they are told when it is back', async () => {
    const { ann, entry, name } = await fresh()
    grace.news()
    await apply(world, ann, { ...entry, contact: outsider() })
    await fault('directory', 'operators', 'unavailable', 2)
    await confirm(world, OUTSIDER)
    await recovered()
    expect(texts(grace.news()).toLowerCase()).toContain(`please review: ${name}`)
  })
})

async function opens(admin: Person, email: string): Promise<void> {
  await admin.says('users')
  const addresses = admin.sees.text.split('\n').filter((line) => line.includes('@'))
  await admin.presses('Details', {}, { nth: addresses.indexOf(email) + 1 })
}

async function rowOf(admin: Person, email: string): Promise<string> {
  const lines = (await admin.says('users')).text.split('\n')
  return lines[lines.indexOf(email) + 1] ?? ''
}

describe('The mail server', () => {
  it.each(['unavailable', 'lostReply'])('may fail on the confirmation (%s): it arrives', async (outcome) => {
    const { ann, entry } = await fresh()
    await fillIn(ann, entry)
    await fault('mailer', 'send', outcome, 3)
    await ann.presses('Enroll now')
    await recovered()
    await confirm(world, ann.email)
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it('may refuse an address for good: the admins are told and name another', async () => {
    const { ann, entry } = await fresh()
    await fillIn(ann, { ...entry, contact: outsider('kim@nowhere.invalid') })
    await ann.presses('Enroll now')
    await recovered()
    expect(texts(ann.news())).toContain('Our email to kim@nowhere.invalid came back')
    await ann.says('help')
    await ann.presses('Change the primary contact')
    await ann.presses('Submit', { "That's me": true })
    await world.settle()
    await confirm(world, ann.email)
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it.each(['unavailable', 'lostReply'])(
    'may fail on a temporary password (%s): one account, and it arrives',
    async (outcome) => {
      const { ann, entry, name } = await fresh()
      await toActive(world, ann, entry)
      await ann.says('help')
      await ann.presses('Add me')
      await world.settle()
      await ann.says('users')
      await ann.presses('Add a user')
      const role = ann.sees.inputs.at(-1)?.choices[0]?.title ?? ''
      await fault('mailer', 'send', outcome, 2)
      const email = `zoe@${name}.example`
      await ann.presses('Add a user', { 'Full name': 'Zoe', Email: email, Roles: [role] })
      await recovered()
      expect((await world.mails(email)).length).toBeGreaterThanOrEqual(1)
      expect((await ann.says('users')).text).toContain('Temporary password sent')
    },
  )

  it('may refuse a temporary password: the admin is told, and adding the person again works', async () => {
    const { ann, entry, name } = await fresh()
    await toActive(world, ann, entry)
    await ann.says('help')
    await ann.presses('Add me')
    await world.settle()
    const adds = async () => {
      await ann.says('users')
      await ann.presses('Add a user')
      const role = ann.sees.inputs.at(-1)?.choices.find(({ title }) => title.startsWith('Sales agent'))?.title ?? ''
      return ann.presses('Add a user', { 'Full name': 'Zoe', Email: `zoe@${name}.example`, Roles: [role] })
    }
    await world.settle()
    await fault('mailer', 'send', 'refused')
    await adds()
    ann.news()
    await recovered()
    expect(texts(ann.news())).toContain('Zoe')
    expect((await adds()).text).toContain('Zoe is being added')
    await recovered()
    expect(await world.mails(`zoe@${name}.example`)).toHaveLength(1)
  })
})

describe('The connector of Teams', () => {
  it.each([
    ['unavailable', 1],
    ['lostReply', 2],
  ] as const)('may fail (%s): the notice arrives in the chat', async (outcome, most) => {
    const { ann, bob, entry } = await fresh()
    await bob.says('help')
    bob.news()
    await fillIn(ann, entry)
    await fault('connector', 'send', outcome)
    await ann.presses('Enroll now')
    await recovered()
    const told = bob.news().filter(({ text }) => text.includes('Your enrollment was submitted'))
    expect(told.length).toBeGreaterThanOrEqual(1)
    expect(told.length).toBeLessThanOrEqual(most)
  })

  it('may refuse a chat for good: the notice goes by mail, until the person writes again', async () => {
    const { ann, bob, entry } = await fresh()
    await bob.says('help')
    bob.news()
    await fillIn(ann, entry)
    await fault('connector', 'send', 'refused')
    await ann.presses('Enroll now')
    await recovered()
    expect(bob.news()).toHaveLength(0)
    expect((await world.mails(bob.email)).map(({ subject }) => subject)).toEqual(['Your enrollment was submitted'])
    await bob.says('help')
    await confirm(world, ann.email)
    await world.settle()
    expect(texts(bob.news())).toContain('The primary contact has confirmed')
  })
})

describe('Everything at once', () => {
  it('may fail here and there, and the way in ends well all the same', async () => {
    const { ann, bob, entry } = await fresh()
    await bob.says('help')
    for (const [port, operation] of [
      ['mailer', 'send'],
      ['connector', 'send'],
      ['directory', 'people'],
      ['partnerCenter', 'mpnAccount'],
    ] as const) {
      await fault(port, operation, 'unavailable', 2)
      await fault(port, operation, 'lostReply', 1)
    }
    const persists = async (press: () => Promise<Shown>): Promise<Shown> => {
      for (let tries = 0; tries < 20; tries++) {
        const shown = await press()
        if (!shown.text.includes(NOTHING_CHANGED)) return shown
      }
      throw new Error('it never went well')
    }
    await persists(() => ann.says('enroll'))
    await persists(() => ann.presses('Next'))
    await persists(() => ann.presses('Next', { 'MPN ID': entry.mpnId }))
    await persists(() => ann.presses('Next', ADDRESS))
    await persists(() => ann.presses('Next', { "That's me": true }))
    await persists(() => ann.presses('Next', { 'Support email': 'help@support.example' }))
    await persists(() => ann.presses('Next', { 'I may act for my company': true }))
    await persists(() => ann.presses('Enroll now'))
    await recovered()
    await confirm(world, ann.email)
    await recovered()
    expect((await persists(() => ann.says('status'))).text).toContain('Enrollment: Approved')
    expect(texts(bob.news())).toContain('was approved')
  })
})

describe('A reviewer who meets a fault', () => {
  it('decides once, whichever press it was', async () => {
    const { ann, entry, name } = await fresh()
    grace.news()
    await toReview(world, ann, entry)
    const called = grace.news().find(({ text }) => text.toLowerCase().includes(`please review: ${name}`))
    await fault('directory', 'person', 'unavailable')
    expect((await grace.presses('Review', {}, called && { on: called })).text).toContain(NOTHING_CHANGED)
    await grace.presses('Review', {}, called && { on: called })
    await fault('partnerCenter', 'mpnAccount', 'unavailable')
    const first = await grace.presses('Approve')
    const second = await grace.presses('Approve').catch(() => grace.sees)
    expect(`${first.text}${second.text}`).toContain('Approved')
    await world.settle()
    expect(ann.news().filter(({ text }) => text.includes('was approved'))).toHaveLength(1)
  })
})
