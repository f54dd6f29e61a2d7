import { expect } from 'vitest'
import { type Shown, shown } from './shown.ts'
import type { Resident, World } from './world.ts'

export type Asked = {
  command?: string
  /** Nothing asks as the client does when the search is opened. */
  text?: string
  skip?: number
  count?: number
  locale?: string
  where?: 'personal' | 'groupChat' | 'channel'
}

/** One result: what its asker sees in the list, and the card that is posted. */
export type Result = { title: string; line: string; card: Shown }
export type Searched = { type: string; note?: string; results: readonly Result[]; body: string }

export type Choice = { title: string; value: string }

type Query = { name: string; value: unknown; locale?: string | undefined; where?: Asked['where'] }

/** The client's request to a bot, whatever it asks; the answer as it came. */
export async function invokes(
  { url, connector }: Pick<World, 'url' | 'connector'>,
  { aadObjectId, tenantId }: Pick<Resident, 'aadObjectId' | 'tenantId'>,
  { name, value, locale, where = 'personal' }: Query,
): Promise<string> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name,
      id: 'search-1',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: `29:${aadObjectId}`, aadObjectId },
      recipient: { id: '28:bot' },
      conversation: {
        id: where === 'personal' ? `a:${aadObjectId}` : '19:x@thread.v2',
        tenantId,
        conversationType: where,
      },
      channelData: { tenant: { id: tenantId } },
      ...(locale === undefined ? {} : { locale }),
      value,
    }),
  })
  expect(response.status).toBe(200)
  return response.text()
}

/** A search of the message extension. */
export async function searches(
  world: World,
  person: Resident,
  { command = 'search', text, skip = 0, count = 15, locale, where }: Asked = {},
): Promise<Searched> {
  const parameters = [text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text }]
  const value = { commandId: command, parameters, queryOptions: { skip, count } }
  return readSearch(await invokes(world, person, { name: 'composeExtension/query', value, locale, where }))
}

type Body = {
  composeExtension: {
    type: string
    text?: string
    attachmentLayout?: string
    attachments?: readonly { contentType: string; content: Shown['card']; preview: Preview }[]
  }
}
type Preview = { contentType: string; content: { title: string; text: string } }

/** @throws where the answer is none that a client shows */
export function readSearch(body: string): Searched {
  const { type, text, attachmentLayout, attachments = [] } = (JSON.parse(body) as Body).composeExtension
  expect(['result', 'message']).toContain(type)
  if (type === 'message') {
    expect(text).toMatch(/\S/)
    return { type, note: String(text), results: [], body }
  }
  expect(attachmentLayout).toBe('list')
  const results = attachments.map(({ contentType, content, preview }) => {
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive')
    expect(preview.contentType).toBe('application/vnd.microsoft.card.thumbnail')
    return { title: preview.content.title, line: preview.content.text, card: shown(content) }
  })
  return { type, results, body }
}

export const titlesIn = ({ results }: Searched): readonly string[] => results.map(({ title }) => title)

/** What is typed into a picker. */
export async function picks(
  world: World,
  person: Resident,
  { dataset, text = '', skip = 0 }: { dataset: string; text?: string; skip?: number },
): Promise<readonly Choice[]> {
  const value = { queryText: text, queryOptions: { skip, top: 15 }, dataset }
  return readChoices(await invokes(world, person, { name: 'application/search', value }))
}

/** @throws where the answer is none that a client shows */
export function readChoices(body: string): readonly Choice[] {
  const { type, value } = JSON.parse(body) as { type: string; value: { results: readonly Choice[] } }
  expect(type).toBe('application/vnd.microsoft.search.searchResponse')
  for (const one of value.results)
    expect(one).toEqual({ title: expect.stringMatching(/\S/), value: expect.any(String) })
  return value.results
}
