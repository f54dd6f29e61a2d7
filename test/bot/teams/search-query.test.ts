import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../bot/turn.ts'
import { card, message, type OpenDoor, openDoor, post } from '../../support/door.ts'
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts'

let connector: FakeConnector
let door: OpenDoor
let answer: Answer
beforeAll(async () => {
  connector = await startFakeConnector()
  door = await openDoor({ answer: (inbound) => answer(inbound), teams: { turnTimeoutMs: 200 } })
})
afterEach(() => {
  door.heard.length = 0
})
afterAll(async () => {
  await door.close()
  await connector.close()
})

async function asks(name: string, value: unknown): Promise<unknown> {
  const { status, text } = await post(door, message(connector, { type: 'invoke', name, value, text: undefined }))
  expect(status).toBe(200)
  return JSON.parse(text)
}
const searches = (value: unknown) => asks('composeExtension/query', value)
const picks = (value: unknown) => asks('application/search', value)

const query = (parameters: unknown, queryOptions?: unknown) => ({ commandId: 'search', parameters, queryOptions })
const NOTHING = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } }
const NO_CHOICES = {
  statusCode: 200,
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results: [] },
}
const PAGE = { skip: 0, limit: 15 }

describe('A search that is heard', () => {
  beforeAll(() => {
    answer = async () => ({ kind: 'results', results: [] })
  })

  it.each<[string, unknown, object]>([
    ['as it is opened', [{ name: 'initialRun', value: 'true' }], { text: '' }],
    ['with a text', [{ name: 'text', value: ' Contoso ' }], { text: 'Contoso' }],
    [
      'with both',
      [
        { name: 'initialRun', value: 'true' },
        { name: 'text', value: 'Contoso' },
      ],
      { text: 'Contoso' },
    ],
    ['with a long text', [{ name: 'text', value: 'x'.repeat(5_000) }], { text: 'x'.repeat(200) }],
    ['with what is no text', [{ name: 'text', value: ['x'] }], { text: '' }],
    ['with nothing', undefined, { text: '' }],
  ])('%s', async (_, parameters, expected) => {
    await searches(query(parameters))
    expect(door.heard.at(-1)?.said).toEqual({ kind: 'search', command: 'search', page: PAGE, ...expected })
  })

  it.each<[unknown, object]>([
    [undefined, PAGE],
    [{ skip: 0, count: 25 }, PAGE],
    [
      { skip: 15, count: 15 },
      { skip: 15, limit: 15 },
    ],
    [
      { skip: 15, count: 25 },
      { skip: 15, limit: 15 },
    ],
    [
      { skip: 50, count: 25 },
      { skip: 30, limit: 15 },
    ],
    [
      { skip: 4, count: 2 },
      { skip: 4, limit: 2 },
    ],
    [{ skip: -1, count: 0 }, PAGE],
    ['x', PAGE],
  ])('goes on at %j', async (queryOptions, page) => {
    await searches(query([], queryOptions))
    expect(door.heard.at(-1)?.said).toMatchObject({ page })
  })

  it.each([undefined, null, 'x', 7, {}, { commandId: 'x' }, query([7]), query('x')])(
    'asks for nothing when it is %j',
    async (value) => {
      expect(await searches(value)).toEqual(NOTHING)
      expect(door.heard.at(-1)?.said).toEqual({ kind: 'search', text: '', page: PAGE })
    },
  )
})

describe('A picker that is heard', () => {
  beforeAll(() => {
    answer = async () => ({ kind: 'choices', choices: [{ title: 'A', value: 'a' }] })
  })

  it.each<[object, object]>([
    [
      { queryText: 'con', queryOptions: { skip: 15, top: 15 } },
      { text: 'con', page: { skip: 15, limit: 15 } },
    ],
    [{ queryText: '' }, { text: '', page: PAGE }],
    [
      { queryText: 7, queryOptions: 'x' },
      { text: '', page: PAGE },
    ],
    [{ queryText: 'y'.repeat(1_000) }, { text: 'y'.repeat(200), page: PAGE }],
  ])('asks %j', async (value, expected) => {
    expect(await picks({ dataset: 'companies', ...value })).toEqual({
      ...NO_CHOICES,
      value: { results: [{ title: 'A', value: 'a' }] },
    })
    expect(door.heard.at(-1)?.said).toEqual({ kind: 'pick', dataset: 'companies', ...expected })
  })

  it.each([undefined, null, 'x', {}, { dataset: 'graph.microsoft.com/users' }])(
    'asks for nothing when it is %j',
    async (value) => {
      await picks(value)
      expect(door.heard.at(-1)?.said).toEqual({ kind: 'pick', text: '', page: PAGE })
    },
  )
})

describe('What is found', () => {
  it('is a card with its preview, without markup', async () => {
    const found = { card: card('Contoso'), title: 'A <b>c</b>', text: '<at>x</at>' }
    answer = async () => ({ kind: 'results', results: [found], note: 'nothing' })
    expect(await searches(query([]))).toEqual({
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: card('Contoso'),
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: 'A  b c /b ', text: ' at x /at ' },
            },
          },
        ],
      },
    })
  })

  it('is a word where there is nothing, and nothing after the last page', async () => {
    answer = async () => ({ kind: 'results', results: [], note: 'nothing found' })
    expect(await searches(query([]))).toEqual({ composeExtension: { type: 'message', text: 'nothing found' } })
    answer = async () => ({ kind: 'results', results: [] })
    expect(await searches(query([]))).toEqual(NOTHING)
  })

  it('is an apology after a fault, or when it takes too long; a picker then offers nothing', async () => {
    const faults: readonly Answer[] = [() => Promise.reject(new Error('broken')), () => new Promise(() => undefined)]
    for (const fault of faults) {
      answer = fault
      expect(await searches(query([]))).toEqual({
        composeExtension: { type: 'message', text: expect.stringMatching(/^sorry [0-9a-f-]{36}$/) },
      })
      expect(await picks({ dataset: 'companies' })).toEqual(NO_CHOICES)
    }
  })
})
