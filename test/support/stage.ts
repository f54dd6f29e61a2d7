import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type ChatWindow, openChat, picture } from '../browser/chat-window.ts'
import { freePorts, type Ports, type RunningPlayground, startPlayground } from '../browser/running-playground.ts'
import { startChromium } from './chromium.ts'

const SPOKEN = {
  ja: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' },
  en: { locale: 'en-US', timezoneId: 'UTC' },
} as const
type Spoken = keyof typeof SPOKEN

/** Where people stand at chat windows: the running playground, and a browser for each language. */
export type Stage = {
  playground(): RunningPlayground
  browser(spoken: Spoken): BrowserContext
  chat(spoken: Spoken, name: string): Promise<ChatWindow>
  /** Ctrl+C, and the same again on what is stored. */
  restart(): Promise<void>
}

/**
 * Set up before the tests of a file and taken down after them; of a test that fails every window is kept as
 * `<name>-failed-<n>`. `prepare` makes a world by commands before the playground opens it.
 */
export function stage(
  name: string,
  { height, prepare }: { height: number; prepare?(databaseFile: string): Promise<void> },
): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'browser-test-'))
  const databaseFile = join(folder, 'bot.db')
  let ports: Ports
  let playground: RunningPlayground | undefined
  let browser: Browser | undefined
  let contexts: Readonly<Record<Spoken, BrowserContext>> | undefined

  beforeAll(async () => {
    const [chromium] = await Promise.all([startChromium(), prepare?.(databaseFile)])
    browser = chromium
    ports = await freePorts()
    playground = await startPlayground(databaseFile, ports)
    const viewport = { width: 1100, height }
    const [ja, en] = await Promise.all([
      chromium.newContext({ ...SPOKEN.ja, viewport }),
      chromium.newContext({ ...SPOKEN.en, viewport }),
    ])
    contexts = { ja, en }
  }, 120_000)

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const pages = Object.values(contexts ?? {}).flatMap((context) => context.pages())
    for (const [at, page] of pages.entries()) await picture(page, `${name}-failed-${at}`)
  })

  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const open: Stage = {
    playground: () => there(playground),
    browser: (spoken) => there(contexts)[spoken],
    chat: (spoken, person) => openChat(open.browser(spoken), open.playground().windowOf(person)),
    async restart() {
      await open.playground().stop()
      playground = await startPlayground(databaseFile, ports)
    },
  }
  return open
}

function there<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('The stage is not set up yet.')
  return one
}
