import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, worldOf } from './companies.ts'
import { OUTSIDER, outsider, toReview } from './way-in.ts'

const COMPANIES = ['alder', 'birch', 'cedar', 'dogwood'].map((name) => ({ name }))

let world: World
let grace: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  grace = await world.person(OPERATOR.grace)
  await grace.says('help')
})
afterAll(() => world.close())

const MPA = { 'I have read the Microsoft Partner Agreement and accept it for my company': true }

/** An application in review; the reviewer has it open. */
async function reviewed(company: string, contact: string): Promise<Person> {
  const ann = await world.person(`ann@${company}.example`)
  const mpnId = mpnIdOf(COMPANIES.findIndex(({ name }) => name === company))
  await toReview(world, ann, { mpnId, contact: outsider(contact) })
  await opensNewest()
  return ann
}

async function opensNewest(): Promise<void> {
  const [card] = grace.news().filter(({ buttons }) => buttons.some(({ title }) => title === 'Review'))
  if (!card) throw new Error('the reviewer was not called')
  await grace.presses('Review', {}, { on: card })
}

const subjects = async (address: string) => (await world.mails(address)).map(({ subject }) => subject).toReversed()
const headings = (person: Person) => person.news().map(({ text }) => text.split('\n')[1])

describe('Whoever is concerned hears of every step', () => {
  it('from the request for a document to the signed agreement', async () => {
    const ann = await reviewed('alder', OUTSIDER)
    const request = { 'Document name': 'Extract', 'Document type': 'Tax certificate' }
    await grace.presses('Ask for documents')
    await grace.presses('Ask for documents', request)
    await world.settle()
    await ann.says('status')
    await ann.presses('Provide the document')
    await ann.presses('Submit', { 'Link to the document': 'https://files.example/1' })
    await world.settle()
    await opensNewest()
    await grace.presses('Reject')
    await grace.presses('Reject', { Reason: 'It is of last year.', 'What has to be fixed': ['Business'] })
    await world.settle()
    await ann.says('status')
    await ann.presses('Fix and resubmit')
    await ann.presses('Submit', { City: 'Tacoma' })
    await world.settle()
    await opensNewest()
    await grace.presses('Approve')
    await world.settle()
    await ann.says('sign mpa')
    await ann.presses('Accept and continue', MPA)
    await world.settle()

    expect(await subjects(OUTSIDER)).toEqual([
      'Confirm your email address for Alder',
      'A document is needed for your enrollment',
      'Your application was sent again',
      'Your application was rejected, and can be corrected',
      'Your application was sent again',
      'Your enrollment as an indirect reseller was approved',
      'Your enrollment is complete',
    ])
    expect(headings(ann)).toEqual([
      'The primary contact has confirmed',
      'A document is needed for your enrollment',
      'Your application was rejected, and can be corrected',
      'Your enrollment as an indirect reseller was approved',
      'The Microsoft Partner Agreement (MPA) is ready to sign',
      'Your enrollment is complete',
    ])
  })

  it('by mail where they never wrote to the bot', async () => {
    expect(await subjects('bob@alder.example')).toEqual([
      'Your enrollment was submitted',
      'The primary contact has confirmed',
      'A document is needed for your enrollment',
      'Your application was sent again',
      'Your application was rejected, and can be corrected',
      'Your application was sent again',
      'Your enrollment as an indirect reseller was approved',
      'The Microsoft Partner Agreement (MPA) is ready to sign',
      'The Microsoft Partner Agreement (MPA) is signed',
      'Your enrollment is complete',
    ])
    expect(await subjects('sal@alder.example')).toEqual(['The Microsoft Partner Agreement (MPA) is signed'])
    expect(await subjects('bea@alder.example')).toEqual(['Set up your business profile'])
    expect(await subjects('nil@alder.example')).toEqual([])
  })

  it('with the reason and in both languages', async () => {
    const rejected = (await world.mails(OUTSIDER)).find(({ subject }) => subject.includes('rejected'))
    expect(rejected?.text.match(/It is of last year\./g)).toHaveLength(2)
    expect(rejected?.text).toContain('Business: Write the name and address as they are registered')
    expect(rejected?.text).toContain('会社情報の確認: 会社名と住所は、略さずに登記のとおりに入力してください。')
  })

  it('also of the final no', async () => {
    const contact = 'lee@lee-consulting.example'
    const ann = await reviewed('birch', contact)
    ann.news()
    await grace.presses('Decline')
    await grace.presses('Decline', { Reason: 'Not a company.' })
    await world.settle()
    expect((await subjects(contact)).at(-1)).toBe('Your application was declined')
    expect(headings(ann)).toEqual(['Your application was declined'])
  })

  it('also of a withdrawal, but nobody of their own deed', async () => {
    const contact = 'pat@pat-consulting.example'
    const ann = await reviewed('cedar', contact)
    const bob = await world.person('bob@cedar.example')
    await bob.says('help')
    ann.news()
    bob.news()
    await ann.says('status')
    await ann.presses('Withdraw')
    await ann.presses('Yes')
    await world.settle()
    expect((await subjects(contact)).at(-1)).toBe('Your application was withdrawn')
    expect(headings(bob)).toEqual(['Your application was withdrawn'])
    expect(headings(ann)).toEqual([])
    expect(headings(grace)).toEqual(['Application withdrawn: Cedar'])
  })

  it('in the chat again after the bot was removed and installed anew', async () => {
    const ann = await reviewed('dogwood', 'sam@sam-consulting.example')
    await ann.leaves()
    ann.news()
    await grace.presses('Ask for documents')
    await grace.presses('Ask for documents', { 'Document name': 'Extract', 'Document type': 'Other' })
    await world.settle()
    expect(headings(ann)).toEqual([])
    expect((await subjects(ann.email)).at(-1)).toBe('A document is needed for your enrollment')
    expect((await ann.installs()).text).toContain('Microsoft needs a document from you')
    await ann.presses('Provide the document')
    await ann.presses('Submit', { 'Link to the document': 'https://files.example/2' })
    await world.settle()
    await opensNewest()
    await grace.presses('Approve')
    await world.settle()
    expect(headings(ann)).toContain('Your enrollment as an indirect reseller was approved')
  })
})
