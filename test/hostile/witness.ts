import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { type Mail, type Person, type Resident, type Sandbox, sandboxAt } from '../support/world.ts'
import { startBotProcess } from './bot-process.ts'
import { among, type Exchange, keptIn, recordRequests, searcher, urlsIn } from './recorder.ts'

/** The bot as a process of its own, its log at its most talkative, with a record of all that it says, sends and keeps. */
export type Witness = {
  world: Sandbox
  /** The page of a file on the card before this person, which is theirs alone from now on. */
  ticket(person: Person, part: 'upload' | 'download'): string
  /** The tokens of all of them so far. */
  tickets(): readonly string[]
  /** Takes a copy of the store's files: what is overwritten afterwards is found all the same. */
  looksAtStore(): void
  remains(): Promise<Remains>
  close(): Promise<void>
}

/** All that a story left behind, to be searched for a secret in whatever form it stands there. */
export type Remains = {
  botUrl: string
  log: readonly string[]
  exchanges: readonly Exchange[]
  sent: FakeConnector['sent']
  mails: readonly Mail[]
  documents: ReturnType<typeof keptIn>['documents']
  /** Of each ticket for a file, the company of whom it was issued to. */
  tickets: ReadonlyMap<string, string>
  logged(secret: string): readonly string[]
  storedAs(secret: string): ReturnType<typeof keptIn>['documents']
  /** Of every address on a page, a card, a mail or a file. */
  urlsWith(secret: string): readonly string[]
  /** Whether it lies anywhere in the store's files, also where no document reads it. */
  liesInStore(secret: string): boolean
  /** Whose people were told something that they did not bring themselves: in an answer, a message, a file, or a mail. */
  readersOf(secret: string): readonly string[]
}

export async function startWitness(sandboxWorld: string): Promise<Witness> {
  const folder = mkdtempSync(join(tmpdir(), 'witness-'))
  const bot = await startBotProcess({
    SANDBOX_WORLD: sandboxWorld,
    LOG_LEVEL: 'trace',
    DATABASE_FILE: join(folder, 'bot.db'),
  })
  const connector = await startFakeConnector()
  const recorder = recordRequests(bot.url)
  const world = sandboxAt({ url: bot.url, connector })
  const tickets = new Map<string, string>()
  const looks: ReturnType<typeof keptIn>[] = []
  return {
    world,
    ticket({ sees, company }, part) {
      const url = sees.buttons.find((one) => one.url?.includes(`/${part}/`))?.url
      if (url === undefined) throw new Error(`no ${part} among ${sees.buttons.map(({ title }) => title)}`)
      tickets.set(tokenIn(url), company.toLowerCase())
      return new URL(url).pathname
    },
    tickets: () => [...tickets.keys()],
    looksAtStore: () => void looks.push(keptIn(folder)),
    async remains() {
      await world.settle()
      const residents = JSON.parse((await world.get('/sandbox/people', 'application/json')).text) as Resident[]
      const mails = await world.mails()
      const last = keptIn(folder)
      const { exchanges } = recorder
      const stores = [...looks, last].map(({ bytes }) => searcher(bytes))
      const log = bot.output().trim().split('\n')
      return {
        botUrl: bot.url,
        log,
        exchanges,
        sent: connector.sent,
        mails,
        urlsWith: among(
          [
            ...exchanges.flatMap(({ url, head, body }) => [url, ...urlsIn(head), ...urlsIn(body)]),
            ...connector.sent.flatMap(({ activity }) => urlsIn(JSON.stringify(activity))),
            ...mails.flatMap(({ text, links }) => [...urlsIn(text), ...links]),
          ],
          (url) => url,
        ),
        documents: last.documents,
        tickets,
        logged: among(log, (line) => line),
        storedAs: among(last.documents, ({ place, body }) => `${place} ${body}`),
        liesInStore: (secret) => stores.some((isIn) => isIn(secret)),
        readersOf: readersIn({ exchanges, sent: connector.sent, mails, tickets, residents }),
      }
    },
    async close() {
      recorder.stop()
      await bot.close()
      await connector.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The token of a link or of a ticket. */
export const tokenIn = (link: string): string => /[\w-]{43}(?=$|\?)/.exec(link)?.[0] ?? ''

/** What a person comes by in passing: their history, as a card and as a file, and every list. */
export async function reads({ world, ticket }: Witness, person: Person): Promise<void> {
  const { buttons } = await person.says('history')
  const file = buttons.find(({ verb }) => verb === 'history-file')
  if (file === undefined) throw new Error(`${person.email} has no history`)
  await person.presses(file.title)
  const path = ticket(person, 'download')
  await world.get(path)
  expect((await world.post(path, '', { origin: world.url })).status).toBe(200)
  for (const place of PLACES) await person.says(place)
}

const PLACES = [
  'invitations',
  'all invitations',
  'customers',
  'home',
  'users',
  'status',
  'resellers',
  'providers',
  'bulk',
] as const

/** Every token at every page that takes one, and an address in forms and bodies that nobody understands. */
export async function triesDoors({ world }: Witness, tokens: readonly string[], email: string): Promise<void> {
  for (const token of tokens)
    for (const path of ['i', 'upload', 'download', 'verify']) {
      await world.get(`/${path}/${token}`)
      await world.post(`/${path}/${token}`, `email=${email}`, { origin: world.url })
    }
  for (const body of [`{"email":"${email}"`, `["${email}"]`, email])
    await world.post('/api/messages', body, { 'content-type': 'application/json' })
}

type Told = Pick<Remains, 'exchanges' | 'sent' | 'mails' | 'tickets'> & { residents: readonly Resident[] }

function readersIn({ exchanges, sent, mails, tickets, residents }: Told): (secret: string) => readonly string[] {
  const company = (id: string | undefined) =>
    residents.find(({ aadObjectId }) => aadObjectId === id)?.company.toLowerCase() ?? id
  const bringing = among(exchanges, ({ url, asked }) => `${url} ${asked}`)
  const answering = among(exchanges, ({ body }) => body)
  const telling = among(sent, ({ activity }) => JSON.stringify(activity))
  const mailing = among(mails, (mail) => JSON.stringify(mail))
  return (secret) => {
    const brought = new Set(bringing(secret))
    const broughtBy = new Set([...brought].flatMap(({ activity }) => activity ?? []))
    const answered = answering(secret)
      .filter((one) => !brought.has(one) && !one.url.includes('/sandbox/'))
      .map(({ who, url }) => (who === undefined ? holderOf(url, tickets) : company(who)))
    const chats = telling(secret)
      .filter(({ activity }) => !broughtBy.has(activity.replyToId ?? ''))
      .map(({ conversationId }) => company(conversationId.replace(/^a:/, '')))
    const mailed = mailing(secret).map(
      ({ to }) => residents.find(({ email }) => email === to)?.company.toLowerCase() ?? to,
    )
    return [...new Set([...answered, ...chats, ...mailed])].map(String).toSorted()
  }
}

/** A file is read by its holder. */
function holderOf(url: string, tickets: ReadonlyMap<string, string>): string {
  const [, part, token = ''] = new URL(url).pathname.split('/')
  return tickets.get(token) ?? `page ${part}`
}
