import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { isGuid } from '../../domain/ids.ts'
import app from '../../package.json' with { type: 'json' }

/**
 * Writes the app package that Teams installs: deployment/teams, filled in for one bot from the environment.
 * `npm run app-package`, followed by ` -- <file>` for another place than data/partner-bot.zip.
 */
const FOLDER = join(import.meta.dirname, '../../deployment/teams')
const [, , file = 'data/partner-bot.zip'] = process.argv

type Variable = { isFit: (value: string) => boolean; must: string; why: string }

/** What the bot itself reads under these names (bot/config.ts), and what Teams says of whoever runs it. */
const VARIABLES = {
  MicrosoftAppId: { isFit: isGuid, must: 'a GUID', why: 'Teams reaches the bot by it' },
  PUBLIC_URL: {
    isFit: isPublicBase,
    must: 'an https address of a domain without a query, such as https://bot.example.com',
    why: 'Teams shows links of this domain as cards',
  },
  DEVELOPER_NAME: {
    isFit: (name) => name.length <= 32,
    must: 'the name of who runs the bot, in at most 32 characters',
    why: 'Teams shows it to whoever installs the app',
  },
  WEBSITE_URL: page('about the bot or who runs it'),
  PRIVACY_URL: page('with your privacy statement'),
  TERMS_URL: page('with your terms of use'),
} satisfies Record<string, Variable>

const NAMES = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]
const given = Object.fromEntries(NAMES.map((name) => [name, process.env[name]?.trim() ?? '']))
const faults = NAMES.flatMap((name) => faultOf(name, given[name] ?? ''))

if (faults.length > 0) {
  const lines = [
    'The app package cannot be made with this configuration:',
    ...faults.map((fault) => `  - ${fault}`),
    '',
  ]
  process.stderr.write(lines.join('\n'))
  process.exitCode = 1
} else {
  const host = new URL(given.PUBLIC_URL ?? '').hostname
  const MicrosoftAppId = given.MicrosoftAppId?.toLowerCase() ?? ''
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, zipped(filledIn({ ...given, MicrosoftAppId, host, version: app.version })))
  process.stdout.write(`${file} is ready for Teams: version ${app.version}, for the bot at ${host}.\n`)
}

function faultOf(name: keyof typeof VARIABLES, value: string): readonly string[] {
  const { isFit, must, why }: Variable = VARIABLES[name]
  if (value === '') return [`${name} is missing: ${why}. Set it to ${must}.`]
  return isFit(value) ? [] : [`${name} is ${JSON.stringify(value.slice(0, 100))}: it must be ${must}.`]
}

/** The manifest with each `${name}` in its place; a name that nobody gave a value is a mistake in the manifest. */
function filledIn(values: Readonly<Record<string, string>>): string {
  const valued = (name: string): string => {
    const value = values[name]
    if (value === undefined) throw new Error(`manifest.json asks for ${name}`)
    return value
  }
  const filled: unknown = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8'), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\$\{(\w+)\}/g, (_, name: string) => valued(name)) : value,
  )
  return `${JSON.stringify(filled, undefined, 2)}\n`
}

/** Teams finds its files at the top. The same package has the same bytes, whenever it is made. */
function zipped(manifest: string): Uint8Array {
  const kept = ['ja.json', 'color.png', 'outline.png'].map((name) => [name, readFileSync(join(FOLDER, name))])
  const files: Zippable = { 'manifest.json': Buffer.from(manifest), ...Object.fromEntries(kept) }
  return zipSync(files, { mtime: new Date(1980, 0, 1) })
}

function page(what: string): Variable {
  const must = `the https address of a page ${what}`
  return { isFit: (value) => value.length <= 2048 && isHttps(value), must, why: 'Teams shows a link to it' }
}

function isHttps(value: string): boolean {
  return URL.parse(value)?.protocol === 'https:'
}

function isPublicBase(value: string): boolean {
  const url = URL.parse(value)
  if (url === null || !isHttps(value) || isIP(url.hostname) > 0 || !url.hostname.includes('.')) return false
  return `${url.search}${url.hash}${url.username}${url.password}` === ''
}
