// Every variable of the environment is read here, in one place, which makes this longer than other files.
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { isGuid, type TenantId, tenantId } from '../domain/ids.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { LOG_LEVELS, type LogLevel } from './log.ts'
import type { BotIdentity } from './teams/identity.ts'
import { isPinned } from './teams/service-url.ts'

export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  /** Without a key, the managed identity of the machine. */
  | {
      readonly kind: 'cosmos'
      readonly endpoint: string
      readonly database: string
      readonly container: string
      readonly key?: string
    }

type Common = {
  readonly host: string
  readonly port: number
  /** The base of all links, without a slash at its end. */
  readonly publicUrl: string
  readonly store: StoreConfig
  readonly logLevel: LogLevel
}

/** The bot over a world file. Without `bot` nobody is authenticated; without `dataKey` one is made beside the database. */
export type SandboxConfig = Common & {
  readonly sandbox: { readonly world: string }
  readonly bot?: Extract<BotIdentity, { type: 'sandbox' }>
  readonly dataKey?: Buffer
}

/** The bot among real companies: nothing has a default but the store. */
export type LiveConfig = Common & {
  readonly sandbox?: undefined
  readonly bot: Exclude<BotIdentity, { type: 'sandbox' }>
  readonly dataKey: Buffer
  readonly oauthConnection: string
  readonly operatorTenantId: TenantId
  readonly mail: { readonly smtpUrl: string; readonly from: string }
}

export type Config = SandboxConfig | LiveConfig

/**
 * The configuration in the environment (interface.md 2), or every fault at once: which variable, what is wrong with it,
 * what to do. A value that is not understood is never replaced by a default. Secrets are not quoted.
 */
export function readConfig(env: NodeJS.ProcessEnv): Result<Config, readonly string[]> {
  const faults: string[] = []
  const read = reader(env, faults)
  const isSandbox = read('SANDBOX', SWITCH)
  // Somebody who misspelt the switch meant the sandbox, and is not told what only the real world needs.
  const config = isSandbox || faults.length > 0 ? readSandbox(read, faults) : readLive(read, faults)
  return config === undefined || faults.length > 0 ? fail(faults) : ok(config)
}

/** The one message for standard error. */
export const faultsMessage = (faults: readonly string[]): string =>
  ['The bot cannot start with this configuration:', ...faults.map((fault) => `  - ${fault}`), ''].join('\n')

type Reader = {
  <T>(name: string, kind: Kind<T>): T | undefined
  /** A missing variable is a fault. */
  required<T>(name: string, kind: Kind<T>, why: string): T | undefined
  isSet(name: string): boolean
}

type Kind<T> = { readonly schema: z.ZodType<T>; readonly must: string; readonly isSecret?: boolean }

function reader(env: NodeJS.ProcessEnv, faults: string[]): Reader {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  const read = <T>(name: string, { schema, must, isSecret }: Kind<T>): T | undefined => {
    const value = given(name)
    if (value === undefined) return undefined
    const { data } = schema.safeParse(value)
    if (data === undefined) {
      faults.push(
        `${name} ${isSecret ? 'is set but' : `is ${JSON.stringify(value.slice(0, 100))}:`} it must be ${must}.`,
      )
    }
    return data
  }
  const required = <T>(name: string, kind: Kind<T>, why: string): T | undefined => {
    if (given(name) === undefined) faults.push(`${name} is missing: ${why}. Set it to ${kind.must}.`)
    return read(name, kind)
  }
  return Object.assign(read, { required, isSet: (name: string) => given(name) !== undefined })
}

function readSandbox(read: Reader, faults: string[]): SandboxConfig | undefined {
  const appId = read('MicrosoftAppId', GUID)
  const metadataUrl = read('SANDBOX_AUTH', LOOPBACK_URL)
  const dataKey = read('DATA_KEY', DATA_KEY)
  const common = readCommon(read, faults, '127.0.0.1', read('PUBLIC_URL', ANY_URL))
  if (read.isSet('MicrosoftAppId') && !read.isSet('SANDBOX_AUTH')) {
    faults.push(
      'SANDBOX is 1 beside MicrosoftAppId: the sandbox does not authenticate anybody. Take SANDBOX away to run for real, or MicrosoftAppId away to try the sandbox.',
    )
  }
  if (read.isSet('SANDBOX_AUTH') && !read.isSet('MicrosoftAppId')) {
    faults.push('SANDBOX_AUTH is set without MicrosoftAppId: tokens are made out to an app. Set MicrosoftAppId.')
  }
  if (!read.isSet('SANDBOX_AUTH')) refuseOverrides(read, faults)
  return {
    ...common,
    sandbox: { world: read('SANDBOX_WORLD', TEXT) ?? fileURLToPath(new URL('sandbox/world.json', import.meta.url)) },
    ...(appId === undefined || metadataUrl === undefined ? {} : { bot: { type: 'sandbox', appId, metadataUrl } }),
    ...(dataKey === undefined ? {} : { dataKey }),
  }
}

/** Ports that have no adapter for the real world yet. An adapter that is missing is a fault, never another one's place. */
const NOT_AVAILABLE = [
  'The directory (Microsoft Entra ID and Microsoft Graph) is not available yet. Set SANDBOX=1 to run over the sandbox world.',
  'Partner Center is not available yet. Set SANDBOX=1 to run over the sandbox world.',
]

function readLive(read: Reader, faults: string[]): LiveConfig | undefined {
  const live = 'outside the sandbox it has no default'
  const publicUrl = read.required('PUBLIC_URL', HTTPS_URL, live)
  const common = readCommon(read, faults, '0.0.0.0', publicUrl)
  const bot = readBot(read, faults)
  const dataKey = read.required('DATA_KEY', DATA_KEY, live)
  const oauthConnection = read.required('OAUTH_CONNECTION', CONNECTION, live)
  const operator = read.required('OPERATOR_TENANT_ID', GUID, live)
  const smtpUrl = read.required('SMTP_URL', SMTP_URL, live)
  const from = read.required('MAIL_FROM', MAIL_FROM, live)
  for (const name of ['SANDBOX_WORLD', 'SANDBOX_AUTH']) {
    if (read.isSet(name)) faults.push(`${name} is set without SANDBOX=1. Take it away, or set SANDBOX=1.`)
  }
  refuseOverrides(read, faults)
  faults.push(...NOT_AVAILABLE)
  if (bot === undefined || dataKey === undefined || oauthConnection === undefined) return undefined
  if (operator === undefined || smtpUrl === undefined || from === undefined) return undefined
  return { ...common, bot, dataKey, oauthConnection, operatorTenantId: tenantId(operator), mail: { smtpUrl, from } }
}

function readCommon(read: Reader, faults: string[], host: string, publicUrl: string | undefined): Common {
  const port = read('PORT', PORT) ?? 3978
  return {
    host: read('HOST', TEXT) ?? host,
    port,
    publicUrl: publicUrl ?? `http://localhost:${port}`,
    store: readStore(read, faults),
    logLevel: read('LOG_LEVEL', LOG_LEVEL) ?? 'info',
  }
}

function readStore(read: Reader, faults: string[]): StoreConfig {
  const file = read('DATABASE_FILE', TEXT) ?? 'data/partner-bot.db'
  const endpoint = read('COSMOS_ENDPOINT', COSMOS_ENDPOINT)
  const key = read('COSMOS_KEY', COSMOS_KEY)
  const database = read('COSMOS_DATABASE', COSMOS_NAME) ?? 'partner-bot'
  const container = read('COSMOS_CONTAINER', COSMOS_NAME) ?? 'documents'
  if (endpoint !== undefined)
    return { kind: 'cosmos', endpoint, database, container, ...(key === undefined ? {} : { key }) }
  for (const name of ['COSMOS_DATABASE', 'COSMOS_CONTAINER', 'COSMOS_KEY']) {
    if (read.isSet(name) && !read.isSet('COSMOS_ENDPOINT')) {
      faults.push(
        `${name} is set without COSMOS_ENDPOINT. Set COSMOS_ENDPOINT, or take ${name} away to use the embedded store.`,
      )
    }
  }
  return { kind: 'sqlite', file }
}

function readBot(read: Reader, faults: string[]): LiveConfig['bot'] | undefined {
  const why = 'without it nobody could be authenticated'
  const appId = read.required('MicrosoftAppId', GUID, why)
  const type = read.required('MicrosoftAppType', APP_TYPE, why)
  const tenant = read.required('MicrosoftAppTenantId', GUID, why)
  const password = read('MicrosoftAppPassword', SECRET)
  if (type === 'UserAssignedMSI' && password !== undefined) {
    faults.push('MicrosoftAppPassword is set beside MicrosoftAppType UserAssignedMSI, which has none. Take it away.')
  }
  if (type === 'SingleTenant' && password === undefined && !read.isSet('MicrosoftAppPassword')) {
    faults.push('MicrosoftAppPassword is missing: SingleTenant needs it. Set it to the secret of the app registration.')
  }
  if (appId === undefined || tenant === undefined) return undefined
  if (type === 'UserAssignedMSI') return { type, appId, tenantId: tenant }
  return type === undefined || password === undefined ? undefined : { type, appId, tenantId: tenant, password }
}

/** One of these makes the SDK forget all the others, and with them who may sign (reliability.md 4.6). */
const OVERRIDES = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'BotOpenIdMetadata',
  'OAuthUrl',
  'OAuthApiEndpoint',
  'CallerId',
  'ChannelService',
  'ValidateAuthority',
  'CertificateThumbprint',
  'CertificatePrivateKey',
]

function refuseOverrides(read: Reader, faults: string[]): void {
  for (const name of OVERRIDES) {
    if (read.isSet(name)) faults.push(`${name} is set: the Bot Framework's overrides are not supported. Take it away.`)
  }
}

const text = z.string().trim().min(1)
const TEXT: Kind<string> = { schema: text, must: 'some text' }
const CONNECTION: Kind<string> = { schema: text, must: 'the name of the OAuth connection in the bot registration' }
const SECRET: Kind<string> = { schema: text, must: 'the secret itself', isSecret: true }
const SWITCH: Kind<boolean> = {
  schema: z.enum(['0', '1']).transform((value) => value === '1'),
  must: '1, or left away',
}
const PORT: Kind<number> = {
  schema: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port < 65_536),
  must: 'a port number from 0 to 65535',
}
const LOG_LEVEL: Kind<LogLevel> = { schema: z.enum(LOG_LEVELS), must: `one of ${LOG_LEVELS.join(', ')}` }
const GUID: Kind<string> = {
  schema: text.refine(isGuid).transform((value) => value.toLowerCase()),
  must: 'a GUID',
}
const APP_TYPE: Kind<'SingleTenant' | 'UserAssignedMSI'> = {
  schema: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['singletenant', 'userassignedmsi']))
    .transform((type) => (type === 'singletenant' ? 'SingleTenant' : 'UserAssignedMSI')),
  must: 'SingleTenant or UserAssignedMSI',
}
const DATA_KEY: Kind<Buffer> = {
  schema: z
    .base64()
    .transform((value) => Buffer.from(value, 'base64'))
    .refine(({ length }) => length === 32),
  must: '32 bytes in base64, as `openssl rand -base64 32` makes them',
  isSecret: true,
}

const url = (isFit: (url: URL) => boolean): z.ZodType<string> =>
  text
    .refine((value) => {
      const parsed = URL.parse(value)
      return parsed !== null && isFit(parsed)
    })
    .transform((value) => value.replace(/\/+$/, ''))
const isBase = ({ search, hash, username, password }: URL): boolean => `${search}${hash}${username}${password}` === ''

const ANY_URL: Kind<string> = {
  schema: url((parsed) => /^https?:$/.test(parsed.protocol) && isBase(parsed)),
  must: 'an http or https address without a query',
}
const HTTPS_URL: Kind<string> = {
  schema: url((parsed) => parsed.protocol === 'https:' && isBase(parsed)),
  must: 'an https address without a query, such as https://bot.example.com',
}
const LOOPBACK_URL: Kind<string> = {
  schema: text.refine((value) => isPinned(value, 'loopback')),
  must: 'an http address of this machine, such as http://127.0.0.1:3999/.well-known/openidconfiguration',
}
const COSMOS_ENDPOINT: Kind<string> = {
  schema: url(({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && isNear(hostname))),
  must: 'an https address, or an http address of this machine or its network for an emulator',
}
const COSMOS_NAME: Kind<string> = { schema: text.regex(/^[^/\\#?]{1,255}$/), must: 'a name without / \\ # ?' }
const COSMOS_KEY: Kind<string> = { schema: z.base64().min(1), must: 'the key of the account in base64', isSecret: true }
const SMTP_URL: Kind<string> = {
  schema: text.refine(
    (value) => /^smtps?:$/.test(URL.parse(value)?.protocol ?? '') && URL.parse(value)?.hostname !== '',
  ),
  must: 'smtp://user:password@host:port, or the same with smtps',
  isSecret: true,
}
const MAIL_FROM: Kind<string> = {
  schema: text.refine((value) => z.email().safeParse(/^[^<>]*<([^<>]+)>$/.exec(value)?.[1] ?? value).success),
  must: 'a mail address, with or without a name: Partner bot <bot@example.com>',
}

/** Loopback, or a name without a dot: a neighbour in a container network. */
const isNear = (hostname: string): boolean => isPinned(`http://${hostname}`, 'loopback') || !hostname.includes('.')
