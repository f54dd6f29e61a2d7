import { afterEach, expect, it } from 'vitest'
import { readActivity } from '../../bot/teams/activity.ts'
import { createConnectors, type Outgoing } from '../../bot/teams/connectors.ts'
import { listenOnLoopback } from '../support/loopback.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const card: Outgoing = {
  type: 'message',
  from: { id: '28:bot' },
  recipient: { id: '29:ann' },
  conversation: { id: 'a:ann' },
  attachments: [
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5' } },
  ],
}

/** A connector that answers with this status and never stops talking. */
async function talkative(statusCode: number) {
  const server = await listenOnLoopback(async (_, response) => {
    response.writeHead(statusCode, { 'content-type': 'application/json' })
    const talk = (): void => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    }
    response.on('drain', talk).on('error', () => undefined)
    talk()
  })
  closing.push(server.close)
  return createConnectors(async () => undefined, 10_000)(server.url)
}

it('A connector that never stops answering is heard no longer than it has something to say', async () => {
  const good = await talkative(200)
  await expect(good.post('a:ann', card)).resolves.toEqual({})
  const bad = await talkative(403)
  await expect(bad.post('a:ann', card)).rejects.toMatchObject({ statusCode: 403 })
})

it('An id that would lead to another path is no id', () => {
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
    from: { id: '29:ann', aadObjectId: '11111111-1111-4111-8111-111111111111' },
    conversation: { id: 'a:ann', tenantId: '22222222-2222-4222-8222-222222222222' },
  }
  expect(readActivity(activity)).toBeDefined()
  for (const dots of ['.', '..']) {
    expect(readActivity({ ...activity, conversation: { ...activity.conversation, id: dots } })).toBeUndefined()
    expect(readActivity({ ...activity, id: dots })).toBeUndefined()
    expect(readActivity({ ...activity, replyToId: dots })).toBeUndefined()
  }
  expect(readActivity({ ...activity, replyToId: '1:...' })).toBeDefined()
})
