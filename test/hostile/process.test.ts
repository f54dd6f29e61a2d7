import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { mpnIdOf, worldOf } from '../journeys/companies.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { type Person, sandboxAt } from '../support/world.ts'
import { type BotProcess, startBotProcess } from './bot-process.ts'

let bot: BotProcess
let connector: FakeConnector
afterEach(async () => {
  await bot.close()
  await connector.close()
})

async function start(env: Record<string, string> = {}): Promise<void> {
  bot = await startBotProcess({ SANDBOX_WORLD: worldOf({ name: 'alder' }, { name: 'birch' }), ...env })
  connector = await startFakeConnector()
}

const person = (email: string): Promise<Person> => sandboxAt({ url: bot.url, connector }).person(email)

describe('A bot that is told to end', () => {
  it('answers the turns it has in hand, and ends well', { timeout: 60_000 }, async () => {
    await start()
    const people = await Promise.all(['ann', 'bob', 'uma', 'nil'].map(async (who) => person(`${who}@alder.example`)))
    // The answers of these four are held up on their way out.
    connector.script(() => ({ hang: true }))
    const turns = people.map((one) =>
      one.says('help').then(
        () => 'answered',
        (fault: Error) => fault.message,
      ),
    )
    await connector.received(4)
    bot.signal('SIGTERM')
    // Who gives no answer within its three seconds is given up; the turn is answered all the same.
    for (const outcome of await Promise.all(turns)) expect(outcome).toBe('the bot answered 502')
    expect(await bot.ended).toBe(0)
    expect(bot.output()).toContain('"event":"closing"')
    await expect(fetch(`${bot.url}/livez`)).rejects.toThrow()
  })

  it('has kept everything that it said it did', { timeout: 60_000 }, async () => {
    await start()
    const ann = await person('ann@alder.example')
    await ann.says('enroll')
    await ann.presses('Next')
    const saved = ann.presses('Next', { 'MPN ID': mpnIdOf(0) })
    bot.signal('SIGTERM')
    const shown = await saved.catch(() => undefined)
    expect(await bot.ended).toBe(0)
    // Either the step was taken and is in the file, or it was not taken at all.
    expect(bot.files().includes(`"mpnId":"${mpnIdOf(0)}"`)).toBe(shown !== undefined)
  })

  it('is not kept alive by somebody who keeps a connection', { timeout: 60_000 }, async () => {
    await start()
    const ann = await person('ann@alder.example')
    await ann.says('help')
    await fetch(`${bot.url}/livez`, { headers: { connection: 'keep-alive' } })
    bot.signal('SIGTERM')
    bot.signal('SIGTERM')
    expect(await bot.ended).toBe(0)
  })
})

describe('A bot in which something fails that nobody waits for', () => {
  /** Loaded before the bot: one signal makes a timer throw, the other leaves a rejection to nobody. */
  function breakable(): Record<string, string> {
    const file = join(mkdtempSync(join(tmpdir(), 'break-')), 'break.mjs')
    const source = `
      process.on('SIGUSR2', () => setTimeout(() => { throw new RangeError('zqsecret one') }, 1))
      process.on('SIGHUP', () => { void Promise.reject(new RangeError('zqsecret two')) })`
    writeFileSync(file, source)
    return { NODE_OPTIONS: `--import=${pathToFileURL(file)}` }
  }

  it('goes on after a rejection, and the log says where it came from but not its words', {
    timeout: 60_000,
  }, async () => {
    await start(breakable())
    const ann = await person('ann@alder.example')
    bot.signal('SIGHUP')
    while (!bot.output().includes('unhandledRejection')) await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await ann.says('help')).text).toContain('Ann Alder')
    expect(bot.output()).toMatch(/"event":"unhandledRejection","fault":"RangeError"/)
    expect(bot.output()).not.toContain('zqsecret')
  })

  it('finishes its turns and ends as failed after an exception, so that it is started again', {
    timeout: 60_000,
  }, async () => {
    await start(breakable())
    const ann = await person('ann@alder.example')
    connector.script([{ hang: true }])
    const turn = ann.says('help').then(
      () => 'answered',
      (fault: Error) => fault.message,
    )
    await connector.received(1)
    bot.signal('SIGUSR2')
    expect(await turn).toBe('the bot answered 502')
    expect(await bot.ended).toBe(1)
    expect(bot.output()).toMatch(/"event":"uncaughtException","fault":"RangeError"/)
    expect(bot.output()).not.toContain('zqsecret')
  })
})

describe('A bot that nobody may start', () => {
  it('says all that is missing and ends, outside the sandbox', { timeout: 60_000 }, async () => {
    await start()
    await expect(startBotProcess({ SANDBOX: '0' })).rejects.toThrow(/MicrosoftAppId is missing/)
    await expect(startBotProcess({ SANDBOX: '' })).rejects.toThrow(/DATA_KEY is missing/)
    await expect(startBotProcess({ MicrosoftAppId: '11111111-1111-4111-8111-111111111111' })).rejects.toThrow(
      /does not authenticate anybody/,
    )
  })
})
