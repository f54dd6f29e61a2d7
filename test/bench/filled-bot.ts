import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, type Next } from './load.ts'
import { type Running, start } from './processes.ts'
import { connector, ours } from './programs.ts'

/** The bot with its probe over a store that was filled before it started, and the connector that takes its messages. */
export type FilledBot<Filling> = {
  bot: Running
  messages: Running
  /** The store. */
  file: string
  filling: Filling
  stop(): Promise<void>
}

export async function startFilledBot<Filling>(
  world: string,
  fill: (file: string, connectorUrl: string) => Promise<Filling>,
): Promise<FilledBot<Filling>> {
  const folder = mkdtempSync(join(tmpdir(), 'filled-bot-'))
  const file = join(folder, 'bot.db')
  const running: Running[] = []
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const messages = await start(connector)
    running.push(messages)
    const filling = await fill(file, messages.url)
    const bot = await start(ours(world, file), { probe: true })
    running.push(bot)
    return { bot, messages, file, filling, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

type Leafing = { turns: number; next: Next; rowsIn(body: string): number }

/** How many rows the fullest page has that these turns come to. */
export async function fullestPage({ url }: Running, { turns, next, rowsIn }: Leafing): Promise<number> {
  let most = 0
  const counting: Next = (connection) => {
    const turn = next(connection)
    return {
      ...turn,
      answered: (body) => {
        most = Math.max(most, rowsIn(body))
        return turn.answered?.(body)
      },
    }
  }
  await load({ url, connections: 1, turns, next: counting })
  return most
}
