import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../bot/compose.ts'
import { readConfig } from '../../bot/config.ts'
import { createLogger } from '../../bot/log.ts'
import { type FakeConnector, startFakeConnector } from './fake-connector.ts'
import { type Shown, shown } from './shown.ts'

export type Mail = { to: string; subject: string; text: string; links: string[]; at: string }
export type Resident = { aadObjectId: string; tenantId: string; name: string; email: string; company: string }
type Typed = Record<string, string | boolean>

/** The real bot over HTTP in its sandbox world, with people who write to it and a connector that takes its messages. */
export type World = {
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
  /** Stops the bot and starts it again on the same store. */
  restart(): Promise<void>
  close(): Promise<void>
}

export type Person = Resident & {
  says(text: string, options?: { id?: string }): Promise<Shown>
  installs(): Promise<Shown>
  /** Presses the button with this title on the card before him, after filling in inputs by label. */
  presses(title: string, typed?: Typed): Promise<Shown>
  /** The same tap once more, with another activity id. */
  pressesAgain(): Promise<Shown>
  /** Any tap, also one that no card offers. */
  taps(verb: string, data: object): Promise<Shown>
  sees: Shown
  /** All cards that came as messages, oldest first. */
  told(): readonly Shown[]
}

export async function startWorld(env: Record<string, string> = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-bot-'))
  const connector = await startFakeConnector()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = readConfig({
    SANDBOX: '1',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATABASE_FILE: join(folder, 'bot.db'),
    LOG_LEVEL: 'silent',
    ...env,
  })
  if (!config.ok) throw new Error(config.error.join('\n'))
  const start = async () => {
    const bot = await compose(config.value, createLogger(config.value.logLevel))
    await bot.listen()
    return bot
  }
  let bot = await start()

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
    async restart() {
      await bot.close()
      bot = await start()
    },
    async close() {
      await bot.close()
      await connector.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let activities = 0

function resident(who: Resident, { url, connector }: { url: string; connector: FakeConnector }): Person {
  const conversationId = `a:${who.aadObjectId}`
  const mine = () => connector.sent.filter((sent) => sent.conversationId === conversationId)
  const cardsOf = (sent: ReturnType<typeof mine>) =>
    sent.flatMap(({ activity }) => activity.attachments?.map(({ content }) => shown(content)) ?? [])
  let last: { verb: string; data: object } | undefined

  const send = async (activity: object) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `act-${++activities}`,
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        from: { id: `29:${who.aadObjectId}`, name: who.name, aadObjectId: who.aadObjectId },
        recipient: { id: '28:bot', name: 'bot' },
        conversation: { id: conversationId, tenantId: who.tenantId, conversationType: 'personal' },
        channelData: { tenant: { id: who.tenantId } },
        timestamp: new Date().toISOString(),
        ...activity,
      }),
    })
    if (!response.ok) throw new Error(`the bot answered ${response.status}`)
    return response
  }
  const message = async (activity: object) => {
    const before = mine().length
    await send(activity)
    const answer = cardsOf(mine().slice(before)).at(0)
    if (!answer) throw new Error('no card came')
    person.sees = answer
    return answer
  }
  const tap = async (verb: string, data: object) => {
    last = { verb, data }
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
    const response = await send({ type: 'invoke', name: 'adaptiveCard/action', value })
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
    says: (text, options) => message({ type: 'message', text, ...options }),
    installs: () => message({ type: 'installationUpdate', action: 'add' }),
    taps: tap,
    async presses(title, typed = {}) {
      const button = person.sees.buttons.find((one) => one.title === title && one.verb !== undefined)
      if (!button?.verb) throw new Error(`no button “${title}” on:\n${person.sees.text}\n${titles(person.sees)}`)
      const filled: Record<string, unknown> = Object.fromEntries(person.sees.inputs.map(({ id, value }) => [id, value]))
      for (const [label, value] of Object.entries(typed)) {
        const input = person.sees.inputs.find((one) => one.label === label)
        if (!input) throw new Error(`no input “${label}” among ${person.sees.inputs.map((one) => one.label).join(', ')}`)
        const choice = input.choices.find((one) => one.title === value)
        filled[input.id] = String(choice?.value ?? value)
      }
      return tap(button.verb, { ...button.data, ...filled })
    },
    pressesAgain() {
      if (!last) throw new Error('nothing was pressed yet')
      return tap(last.verb, last.data)
    },
    told: () => cardsOf(mine()),
  }
  return person
}

const titles = ({ buttons }: Shown): string => `buttons: ${buttons.map(({ title }) => title).join(', ')}`

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
  })
  return promise
}
