import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The installed Chromium (`CHROMIUM_PATH`, else Debian's), or undefined where there is none. */
export const chromiumPath: string | undefined = executable(process.env.CHROMIUM_PATH || '/usr/bin/chromium')

/**
 * Starts Chromium without a window. It reaches this machine and nothing else: no other name resolves.
 * @throws Error where no Chromium is installed
 */
export async function startChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is not installed: set CHROMIUM_PATH.')
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS })
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

function executable(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK)
    return path
  } catch {
    return undefined
  }
}
