import { afterEach, expect, it } from 'vitest'
import { message, type OpenDoor, openDoor, post, TENANT } from '../support/door.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'

let connector: FakeConnector
let door: OpenDoor
afterEach(async () => {
  await door.close()
  await connector.close()
})

const OTHER = '33333333-3333-4333-8333-333333333333'

it('One company that asks for everything at once leaves room for the others', async () => {
  connector = await startFakeConnector()
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  door = await openDoor({
    ingress: { mostInFlight: 8 },
    answer: async () => {
      await opened
      return { kind: 'nothing' }
    },
  })
  const of = (tenant: string) =>
    post(
      door,
      message(connector, {
        channelData: { tenant: { id: tenant } },
        conversation: { id: 'a:x', tenantId: tenant, conversationType: 'personal' },
      }),
    )
  const crowd = Array.from({ length: 6 }, () => of(TENANT))
  await expect.poll(() => door.heard.length).toBe(6)
  expect((await of(TENANT)).status).toBe(503)
  // The same tenant written in another way is the same tenant.
  expect((await of(TENANT.toUpperCase())).status).toBe(503)
  const others = [of(OTHER), of(OTHER)]
  await expect.poll(() => door.heard.length).toBe(8)
  expect((await of(OTHER)).status).toBe(503)
  open()
  for (const { status } of await Promise.all([...crowd, ...others])) expect(status).toBe(200)
  expect((await of(TENANT)).status).toBe(200)
})
