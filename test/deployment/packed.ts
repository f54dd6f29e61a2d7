import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

const SCRIPT = join(import.meta.dirname, '../support/write-app-package.ts')

/** Everything that the script asks for. */
export const SETTINGS = {
  MicrosoftAppId: '99999999-9999-4999-8999-99999999999a',
  PUBLIC_URL: 'https://bot.example.com',
  DEVELOPER_NAME: 'Partner Desk',
  WEBSITE_URL: 'https://www.example.com/partner-bot',
  PRIVACY_URL: 'https://www.example.com/privacy',
  TERMS_URL: 'https://www.example.com/terms',
}

type Ran = { code: number; said: string; faults: string }

/** Runs `npm run app-package` with these settings alone. */
export async function packs(file: string, settings: Record<string, string> = SETTINGS): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>()
  execFile(process.execPath, [SCRIPT, file], { env: { ...settings } }, (error, said, faults) =>
    resolve({ code: error === null ? 0 : Number(error.code), said, faults }),
  )
  return promise
}

export type Command = { title: string; description: string }
export type SearchCommand = Command & {
  id: string
  type: string
  initialRun: boolean
  parameters: readonly (Command & { name: string })[]
}
export type Manifest = {
  $schema: string
  manifestVersion: string
  version: string
  id: string
  localizationInfo: { additionalLanguages: readonly { languageTag: string; file: string }[] }
  developer: object
  name: { short: string }
  icons: { color: string; outline: string }
  bots: readonly [{ botId: string; scopes: readonly string[]; commandLists: readonly CommandList[] }]
  composeExtensions: readonly [
    { botId: string; commands: readonly SearchCommand[]; messageHandlers: readonly { type: string; value: object }[] },
  ]
  validDomains: readonly string[]
}
export type CommandList = { scopes: readonly string[]; commands: readonly Command[] }

export type Packed = { files: Readonly<Record<string, Uint8Array>>; manifest: Manifest; ja: Record<string, string> }

/** What Teams finds in a package. */
export function unpacked(file: string): Packed {
  const files = unzipSync(readFileSync(file))
  const read = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()))
  return { files, manifest: read('manifest.json') as Manifest, ja: read('ja.json') as Record<string, string> }
}
