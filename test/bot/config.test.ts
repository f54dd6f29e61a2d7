import { describe, expect, it } from 'vitest'
import { faultsMessage, readConfig } from '../../bot/config.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const APP = '99999999-9999-4999-8999-999999999999'
const TENANT = '11111111-1111-4111-8111-111111111111'

const LIVE = {
  PUBLIC_URL: 'https://bot.example.com/',
  DATA_KEY: KEY,
  MicrosoftAppId: APP,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: 'a secret',
  OAUTH_CONNECTION: 'teams-sso',
  OPERATOR_TENANT_ID: TENANT,
  SMTP_URL: 'smtps://bot:hidden@mail.example.com:465',
  MAIL_FROM: 'Partner bot <bot@example.com>',
}

const configOf = (env: Record<string, string>) => {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

const faultsOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env)
  return read.ok ? [] : read.error
}

/** The faults beyond those of the adapters that do not exist yet. */
const liveFaults = (change: Record<string, string>): readonly string[] =>
  faultsOf({ ...LIVE, ...change }).filter((fault) => !fault.includes('not available yet'))

describe('the sandbox', () => {
  it('needs nothing but its switch', () => {
    expect(configOf({ SANDBOX: '1' })).toEqual({
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://localhost:3978',
      store: { kind: 'sqlite', file: 'data/partner-bot.db' },
      logLevel: 'info',
      sandbox: { world: expect.stringMatching(/bot[/\\]sandbox[/\\]world\.json$/) },
    })
  })

  it('takes every setting of its own', () => {
    const env = {
      SANDBOX: '1',
      PORT: '4000',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'http://host.example:4000/bot/',
      DATA_KEY: KEY,
      SANDBOX_WORLD: '/tmp/world.json',
      DATABASE_FILE: '/tmp/bot.db',
      LOG_LEVEL: 'debug',
    }
    expect(configOf(env)).toEqual({
      host: '0.0.0.0',
      port: 4000,
      publicUrl: 'http://host.example:4000/bot',
      dataKey: Buffer.alloc(32, 7),
      store: { kind: 'sqlite', file: '/tmp/bot.db' },
      logLevel: 'debug',
      sandbox: { world: '/tmp/world.json' },
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(configOf({ SANDBOX: '1', PORT: '', MicrosoftAppId: '' }).port).toBe(3978)
  })

  it('follows the port with its public address', () => {
    expect(configOf({ SANDBOX: '1', PORT: '4001' }).publicUrl).toBe('http://localhost:4001')
  })

  it('refuses to stand beside an app id, for it would let everybody in', () => {
    expect(faultsOf({ SANDBOX: '1', MicrosoftAppId: APP })).toEqual([
      expect.stringMatching(/^SANDBOX is 1 beside MicrosoftAppId/),
    ])
  })

  it('authenticates with a metadata address of this machine', () => {
    const metadataUrl = 'http://127.0.0.1:3999/.well-known/openidconfiguration'
    const env = { SANDBOX: '1', SANDBOX_AUTH: metadataUrl, MicrosoftAppId: APP.toUpperCase() }
    expect(configOf(env)).toMatchObject({ bot: { type: 'sandbox', appId: APP, metadataUrl } })
  })

  it.each([
    ['another machine', 'http://login.example.com/'],
    ['https', 'https://127.0.0.1:3999/'],
    ['a disguised host', 'http://127.0.0.1@login.example.com/'],
    ['no address', 'yes'],
  ])('refuses a metadata address that is %s', (_, SANDBOX_AUTH) => {
    expect(faultsOf({ SANDBOX: '1', SANDBOX_AUTH, MicrosoftAppId: APP })).toEqual([
      expect.stringMatching(/^SANDBOX_AUTH is/),
    ])
  })

  it('refuses a metadata address without an app id', () => {
    const SANDBOX_AUTH = 'http://127.0.0.1:3999/'
    expect(faultsOf({ SANDBOX: '1', SANDBOX_AUTH })).toEqual([expect.stringContaining('MicrosoftAppId')])
  })

  it('is not entered by a misspelt switch, and does not ask for what only the real world needs', () => {
    expect(faultsOf({ SANDBOX: 'true' })).toEqual(['SANDBOX is "true": it must be 1, or left away.'])
  })
})

describe('the store', () => {
  it('is Cosmos DB where an endpoint is set, without a key by managed identity', () => {
    const env = { SANDBOX: '1', COSMOS_ENDPOINT: 'https://acc.documents.azure.com:443/' }
    expect(configOf(env).store).toEqual({
      kind: 'cosmos',
      endpoint: 'https://acc.documents.azure.com:443',
      database: 'partner-bot',
      container: 'documents',
    })
  })

  it('takes names and a key', () => {
    const names = { COSMOS_DATABASE: 'a', COSMOS_CONTAINER: 'b', COSMOS_KEY: KEY }
    const env = { SANDBOX: '1', COSMOS_ENDPOINT: 'http://localhost:8081', ...names }
    expect(configOf(env).store).toMatchObject({ database: 'a', container: 'b', key: KEY })
  })

  it('refuses plain http to a far machine', () => {
    const env = { SANDBOX: '1', COSMOS_ENDPOINT: 'http://acc.documents.azure.com' }
    expect(faultsOf(env)).toEqual([expect.stringMatching(/^COSMOS_ENDPOINT is/)])
  })

  it.each(['COSMOS_DATABASE', 'COSMOS_CONTAINER', 'COSMOS_KEY'])('refuses %s without an endpoint', (name) => {
    expect(faultsOf({ SANDBOX: '1', [name]: KEY })).toContainEqual(
      expect.stringMatching(`^${name} is set without COSMOS_ENDPOINT`),
    )
  })
})

describe('the real world', () => {
  it('names everything that is missing at once, and the adapters that do not exist yet', () => {
    const faults = faultsOf({})
    const names = [
      ...['PUBLIC_URL', 'MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'DATA_KEY', 'OAUTH_CONNECTION'],
      ...['OPERATOR_TENANT_ID', 'SMTP_URL', 'MAIL_FROM'],
    ]
    for (const name of names) expect(faults).toContainEqual(expect.stringMatching(`^${name} is missing`))
    expect(faults).toContainEqual(expect.stringMatching(/^The directory .* not available yet/))
    expect(faults).toContainEqual(expect.stringMatching(/^Partner Center .* not available yet/))
    expect(faults).toHaveLength(names.length + 2)
  })

  it('has no fault of its own when all is set', () => {
    expect(liveFaults({})).toEqual([])
  })

  it('does without a password as a managed identity', () => {
    expect(liveFaults({ MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' })).toEqual([])
  })

  it.each([
    ['a type that is misspelt', { MicrosoftAppType: 'SingelTenant' }, /^MicrosoftAppType is "SingelTenant"/],
    ['a type that is no longer given out', { MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppType/],
    ['a managed identity with a password', { MicrosoftAppType: 'UserAssignedMSI' }, /^MicrosoftAppPassword is set/],
    ['a single tenant without a password', { MicrosoftAppPassword: '' }, /^MicrosoftAppPassword is missing/],
    ['an app id that is no GUID', { MicrosoftAppId: 'bot' }, /^MicrosoftAppId is "bot"/],
    [
      'a key of 31 bytes',
      { DATA_KEY: Buffer.alloc(31).toString('base64') },
      /^DATA_KEY is set but it must be 32 bytes/,
    ],
    ['a key that is not base64', { DATA_KEY: 'z'.repeat(43) }, /^DATA_KEY/],
    ['a public address without TLS', { PUBLIC_URL: 'http://bot.example.com' }, /^PUBLIC_URL is/],
    ['a public address with a query', { PUBLIC_URL: 'https://bot.example.com/?a=1' }, /^PUBLIC_URL is/],
    ['mail over http', { SMTP_URL: 'https://mail.example.com' }, /^SMTP_URL is set but/],
    ['mail to nowhere', { SMTP_URL: 'smtp://' }, /^SMTP_URL is set but/],
    ['a sender that is no address', { MAIL_FROM: 'the bot' }, /^MAIL_FROM is/],
    ['a port out of range', { PORT: '65536' }, /^PORT is "65536"/],
    ['a port that is a word', { PORT: 'http' }, /^PORT is/],
    ['a log level that pino does not know', { LOG_LEVEL: 'verbose' }, /^LOG_LEVEL is "verbose"/],
    ['a world file', { SANDBOX_WORLD: 'world.json' }, /^SANDBOX_WORLD is set without SANDBOX=1/],
    ['a sandbox login', { SANDBOX_AUTH: 'http://127.0.0.1:1/' }, /^SANDBOX_AUTH is set without SANDBOX=1/],
    [
      'another issuer of tokens',
      { ToBotFromChannelTokenIssuer: 'https://evil.example' },
      /^ToBotFromChannelTokenIssuer/,
    ],
    ['other keys', { BotOpenIdMetadata: 'https://evil.example' }, /^BotOpenIdMetadata/],
    ['another cloud', { ChannelService: 'https://botframework.azure.us' }, /^ChannelService/],
  ])('refuses %s', (_, change, fault) => {
    expect(liveFaults(change)).toEqual([expect.stringMatching(fault)])
  })

  it('never quotes a secret', () => {
    const secret = 'hunter2-hunter2'
    const env = {
      ...LIVE,
      DATA_KEY: secret,
      SMTP_URL: secret,
      COSMOS_KEY: `${secret}!`,
      MicrosoftAppType: 'UserAssignedMSI',
    }
    expect(faultsMessage(faultsOf({ ...env, MicrosoftAppPassword: secret }))).not.toContain('hunter2')
  })
})

describe('the message', () => {
  it('gives each fault a line', () => {
    expect(faultsMessage(['One is missing.', 'Two is wrong.'])).toBe(
      'The bot cannot start with this configuration:\n  - One is missing.\n  - Two is wrong.\n',
    )
  })
})
