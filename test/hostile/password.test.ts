import { afterAll, beforeAll, describe, it } from 'vitest'
import { provider } from '../journeys/invited.ts'
import { BASIC, customer, DETAILS, passwordOn, REVIEW, SHOW, shopOf } from '../journeys/selling.ts'
import { passwordStaysIn } from './stays-in.ts'
import { startWitness, type Witness } from './witness.ts'

let witness: Witness
beforeAll(async () => {
  witness = await startWitness(shopOf(provider('harbor')))
}, 60_000)
afterAll(() => witness.close())

describe('The password of a new customer', () => {
  it('stands in no log, no file and no message, though it was asked for again after lost answers', async () => {
    const { world } = witness
    const ann = await world.person('ann@harbor.example')
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome: 'lostReply' })
    await ann.says('add new customer')
    await ann.presses(DETAILS, customer('Canary'))
    await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '2' })
    await ann.presses('Submit')
    await world.advance('PT1H')
    await world.settle()
    const [draft] = ann.sees.buttons.flatMap(({ data }) => ('draft' in data ? [data.draft] : []))
    await ann.taps('new-customer', { draft })
    const password = passwordOn(await ann.presses(SHOW))
    await ann.presses('Done')
    await world.settle()
    passwordStaysIn(password, 'harbor', await witness.remains())
  })
})
