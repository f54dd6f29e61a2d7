import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { compose } from '../../bot/compose.ts'
import { readConfig } from '../../bot/config.ts'
import { createLogger } from '../../bot/log.ts'
import { type FakeConnector, type Sent, startFakeConnector } from './fake-connector.ts'
import { type Shown, shown } from './shown.ts'

export type Mail = { to: string; subject: string; text: string; links: string[]; at: string }
export type Resident = { aadObjectId: string; tenantId: string; name: string; email: string; company: string }
/** By label; of a choice the title, or several titles where several may be chosen. */
export type Typed = Record<string, string | boolean | readonly string[]>
export type Tap = { verb: string; data: object }

/** What can be done to a bot from outside, over HTTP: people write to it, pages are opened, its sandbox world is turned. */
export type Sandbox = {
  url: string
  connector: FakeConnector
  /** @throws when the world has nobody with this address */
  person(email: string): Promise<Person>
  settle(): Promise<void>
  advance(duration: string): Promise<void>
  mails(to?: string): Promise<Mail[]>
  fault(fault: { port: string; operation: string; times: number; outcome: string }): Promise<void>
  get(path: string, accept?: string): Promise<{ status: number; text: string }>
  post(path: string, body: object | string, headers?: Record<string, string>): Promise<{ status: number; text: string }>
}

/** The real bot over HTTP in its sandbox world, with people who write to it and a connector that takes its messages. */
export type World = Sandbox & {
  /** Somebody whom no directory knows. */
  stranger(): Person
  /** Where the bot keeps everything. */
  databaseFile: string
  /** Every document in the store as `partition|id|etag`: what was written since is what differs. */
  stored(): ReadonlySet<string>
  /** Ends the bot, and starts it again on the same store. */
  restart(): Promise<void>
  close(): Promise<void>
}

export type Person = Resident & {
  /** `where` is a chat that others read; `locale` the language of the client; `zone` its time zone. */
  says(text: string, options?: Spoken): Promise<Shown>
  installs(): Promise<Shown>
  /** Removes the bot. */
  leaves(): Promise<void>
  /**
   * Presses the button with this title on the card before him, after filling in inputs by label. Of several buttons with
   * one title the first, or the `nth`; `on` is an older card that still stands in the chat.
   */
  presses(title: string, typed?: Typed, options?: { nth?: number; on?: Shown }): Promise<Shown>
  /** What that press would send; `taps` sends it. */
  tapOf(title: string, typed?: Typed, options?: { nth?: number; on?: Shown }): Tap
  /** The same tap once more, with another activity id. */
  pressesAgain(): Promise<Shown>
  /** Any tap, also one that no card offers; `on` is the id of the message that holds the card. */
  taps(verb: string, data: object, options?: { id?: string; on?: string }): Promise<Shown>
  sees: Shown
  /** All cards that came as messages, oldest first. */
  told(): readonly Shown[]
  /** The cards that came unasked since this was last looked at, oldest first. */
  news(): readonly Shown[]
}

type Spoken = { id?: string; where?: 'groupChat' | 'channel'; locale?: string; zone?: string }

/** Runs a bot with this environment until it is ended. */
export type Run = (env: Record<string, string>) => Promise<{ close(): Promise<void> }>

const inThisProcess: Run = async (env) => {
  const config = readConfig(env)
  if (!config.ok) throw new Error(config.error.join('\n'))
  const bot = await compose(config.value, createLogger(config.value.logLevel))
  await bot.listen()
  return bot
}

export async function startWorld(env: Record<string, string> = {}, run = inThisProcess): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-bot-'))
  const databaseFile = join(folder, 'bot.db')
  const connector = await startFakeConnector()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment = {
    SANDBOX: '1',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATABASE_FILE: databaseFile,
    LOG_LEVEL: 'silent',
    ...env,
  }
  let bot = await run(environment)
  let reader: DatabaseSync | undefined
  let seen: { version: unknown; documents: ReadonlySet<string> } | undefined

  return {
    ...sandboxAt({ url, connector }),
    stranger() {
      const [aadObjectId, tenantId] = [randomUUID(), randomUUID()]
      return resident({ aadObjectId, tenantId, name: 'Stranger', email: '', company: '' }, { url, connector })
    },
    databaseFile,
    stored() {
      reader ??= new DatabaseSync(databaseFile, { readOnly: true })
      // Counts up with every commit of the bot: what nobody wrote since need not be read again.
      const version = reader.prepare('PRAGMA data_version').get()?.data_version
      if (seen?.version !== version) {
        const rows = reader.prepare('SELECT pk, id, etag FROM docs').all()
        seen = { version, documents: new Set(rows.map(({ pk, id, etag }) => `${pk}|${id}|${etag}`)) }
      }
      return seen?.documents ?? new Set()
    },
    async restart() {
      await bot.close()
      bot = await run(environment)
    },
    async close() {
      await bot.close()
      reader?.close()
      await connector.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A bot that runs at this address, whoever started it. */
export function sandboxAt({ url, connector }: Pick<Sandbox, 'url' | 'connector'>): Sandbox {
  const post = async (path: string, body: object | string, headers: Record<string, string> = {}) => {
    const isText = typeof body === 'string'
    const type = isText ? 'application/x-www-form-urlencoded' : 'application/json'
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body: isText ? body : JSON.stringify(body),
      redirect: 'manual',
    })
    return { status: response.status, text: await response.text() }
  }
  const get = async (path: string, accept = 'text/html') => {
    const response = await fetch(`${url}${path}`, { headers: { accept } })
    return { status: response.status, text: await response.text() }
  }
  const must = async (path: string, body: object) => {
    const { status, text } = await post(path, body)
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
  }

  return {
    url,
    connector,
    get,
    post,
    async person(email) {
      const people = JSON.parse((await get('/sandbox/people', 'application/json')).text) as Resident[]
      const found = people.find((one) => one.email === email)
      if (!found) throw new Error(`nobody has ${email}`)
      return resident(found, { url, connector })
    },
    settle: () => must('/sandbox/settle', {}),
    advance: (advance) => must('/sandbox/clock', { advance }),
    fault: (fault) => must('/sandbox/fault', fault),
    async mails(to) {
      const all = JSON.parse((await get('/sandbox/mail', 'application/json')).text) as Mail[]
      return to === undefined ? all : all.filter((mail) => mail.to === to)
    },
  }
}

let activities = 0

/** What every activity of this person carries, in their own chat with the bot or where others read. */
export function envelopeOf(
  { aadObjectId, tenantId, name }: Resident,
  { serviceUrl }: Pick<FakeConnector, 'serviceUrl'>,
  where?: Spoken['where'],
) {
  const own = `a:${aadObjectId}`
  return {
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${aadObjectId}`, name, aadObjectId },
    recipient: { id: '28:bot', name: 'bot' },
    conversation: { id: where ? `${own}:${where}` : own, tenantId, conversationType: where ?? 'personal' },
    channelData: { tenant: { id: tenantId } },
  }
}

/** Somebody who writes to a bot at this address. */
export function resident(who: Resident, { url, connector }: { url: string; connector: FakeConnector }): Person {
  const conversationId = `a:${who.aadObjectId}`
  const mine = () =>
    connector.sent.filter((sent) => sent.method === 'POST' && sent.conversationId.startsWith(conversationId))
  const cardsOf = (sent: readonly Sent[]) =>
    sent.flatMap(({ activity }) => activity.attachments?.map(({ content }) => shown(content)) ?? [])
  let last: Tap | undefined
  let read = 0

  const send = async (activity: object, { where }: Spoken = {}) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...envelopeOf(who, connector, where),
        timestamp: new Date().toISOString(),
        ...activity,
      }),
    })
    if (!response.ok) throw new Error(`the bot answered ${response.status}`)
    return response
  }
  const message = async (activity: object, { id = `act-${++activities}`, locale, zone, ...where }: Spoken = {}) => {
    const client = {
      ...(locale === undefined ? {} : { locale }),
      ...(zone === undefined ? {} : { localTimezone: zone }),
    }
    await send({ id, ...client, ...activity }, where)
    const answer = cardsOf(mine().filter((sent) => sent.activity.replyToId === id)).at(-1)
    if (!answer) throw new Error('no card came')
    person.sees = answer
    return answer
  }
  const tap = async (
    verb: string,
    data: object,
    { id = `act-${++activities}`, on }: { id?: string; on?: string } = {},
  ) => {
    last = { verb, data }
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
    const response = await send({
      id,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
      ...(on && { replyToId: on }),
    })
    const body = (await response.json()) as { statusCode: number; type: string; value: unknown }
    if (body.statusCode !== 200) throw new Error(`the tap was answered ${body.statusCode}`)
    if (body.type !== 'application/vnd.microsoft.card.adaptive')
      return shown({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: body.value }] })
    person.sees = shown(body.value as Shown['card'])
    return person.sees
  }

  const person: Person = {
    ...who,
    sees: shown({}),
    says: (text, options) => message({ type: 'message', text }, options),
    installs: () => message({ type: 'installationUpdate', action: 'add' }),
    leaves: async () => void (await send({ id: `act-${++activities}`, type: 'installationUpdate', action: 'remove' })),
    taps: tap,
    tapOf(title, typed = {}, { nth = 1, on = person.sees } = {}) {
      const button = on.buttons.filter((one) => one.title === title && one.verb !== undefined)[nth - 1]
      if (!button?.verb) throw new Error(`no button “${title}” on:\n${on.text}\n${titles(on)}`)
      const filled: Record<string, unknown> = Object.fromEntries(on.inputs.map(({ id, value }) => [id, value]))
      for (const [label, value] of Object.entries(typed)) {
        const input = on.inputs.find((one) => one.label === label)
        if (!input) throw new Error(`no input “${label}” among ${on.inputs.map((one) => one.label).join(', ')}`)
        const chosen = (Array.isArray(value) ? value : [value]) as readonly (string | boolean)[]
        const pick = (one: string | boolean) => input.choices.find(({ title }) => title === one)?.value ?? one
        filled[input.id] = chosen.map(pick).join(',')
      }
      return { verb: button.verb, data: { ...button.data, ...filled } }
    },
    presses(title, typed, options) {
      const { verb, data } = person.tapOf(title, typed, options)
      return tap(verb, data)
    },
    pressesAgain() {
      if (!last) throw new Error('nothing was pressed yet')
      return tap(last.verb, last.data)
    },
    told: () => cardsOf(mine()),
    news() {
      const all = mine()
      const fresh = all.slice(read).filter(({ activity }) => activity.replyToId === undefined)
      read = all.length
      return cardsOf(fresh)
    },
  }
  return person
}

const titles = ({ buttons }: Shown): string => `buttons: ${buttons.map(({ title }) => title).join(', ')}`

export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
  })
  return promise
}
