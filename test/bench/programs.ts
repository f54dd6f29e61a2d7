import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { here, type Program } from './processes.ts'

/** The data key of every benched bot: the codes of invitations that were written before it started are its own. */
export const DATA_KEY = Buffer.alloc(32, 7)

/** Our real server over a world file, with a store of its own: an empty one, or what lies in `file`. */
export const ours = (world?: string, file = join(temporaryFolder(), 'bot.db')): Program => ({
  name: 'partner-bot',
  file: here('../../bot/main.ts'),
  env: {
    SANDBOX: '1',
    LOG_LEVEL: 'warn',
    DATABASE_FILE: file,
    DATA_KEY: DATA_KEY.toString('base64'),
    ...(world === undefined ? {} : { SANDBOX_WORLD: world }),
  },
  readyPath: '/readyz',
})

let everything: string | undefined

/** A folder of its own each time; all are gone when the benchmark ends. */
export function temporaryFolder(): string {
  if (everything === undefined) {
    const root = mkdtempSync(join(tmpdir(), 'bench-'))
    process.on('exit', () => rmSync(root, { recursive: true, force: true }))
    everything = root
  }
  return mkdtempSync(join(everything, 'one-'))
}

export const botbuilderEcho: Program = {
  name: 'botbuilder echo',
  file: here('stock/botbuilder-echo.js'),
  env: {},
  readyPath: '/',
}

export const agentsEcho: Program = { name: 'agents echo', file: here('stock/agents-echo.js'), env: {}, readyPath: '/' }

export const connector: Program = { name: 'connector', file: here('connector.ts'), env: {}, readyPath: '/' }

const STAMP = here('stock/node_modules/.bench')

/**
 * Installs the echo bots as their lockfile says, when they are not there.
 * @throws Error when they cannot be had, as without a network
 */
export function installEchoes(): void {
  const lock = createHash('sha256')
    .update(readFileSync(here('stock/package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: here('stock'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0)
    throw new Error(
      'the stock echo bots could not be installed: npm ci failed in test/bench/stock (is there a network?)',
    )
  writeFileSync(STAMP, lock)
}

/** The version of a package that the echo bots are pinned to. */
export function pinned(name: string): string {
  const { dependencies } = JSON.parse(readFileSync(here('stock/package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return dependencies[name] ?? 'unknown'
}
