import type { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector'

/** Who the bot is towards the Bot Framework. `sandbox` judges tokens made on this machine and sends a made-up one. */
export type BotIdentity = { readonly appId: string } & (
  | { readonly type: 'SingleTenant'; readonly tenantId: string; readonly password: string }
  | { readonly type: 'UserAssignedMSI'; readonly tenantId: string }
  | { readonly type: 'sandbox'; readonly metadataUrl: string }
)

/** What a request to the connector says of who sends it: the value of `Authorization`, or nothing. */
export type Signature = () => Promise<string | undefined>

const LOGIN = 'https://login.microsoftonline.com/'
const AUDIENCE = 'https://api.botframework.com'

/**
 * Signs with the bot's own token, which the SDK buys, keeps and renews; without an identity nothing is signed, and the
 * sandbox asks no login server.
 */
export function signatureOf(bot: BotIdentity | undefined): Signature {
  if (bot === undefined) return async () => undefined
  if (bot.type === 'sandbox') return async () => 'Bearer sandbox'
  let credentials: Promise<AppCredentials> | undefined
  return async () => {
    credentials ??= credentialsOf(bot)
    return `Bearer ${await (await credentials).getToken()}`
  }
}

type RealIdentity = Exclude<BotIdentity, { type: 'sandbox' }>

async function credentialsOf(bot: RealIdentity): Promise<AppCredentials> {
  const factory = await factoryOf(bot)
  // Both factories make this kind, of which their common type says less.
  return (await factory.createCredentials(bot.appId, AUDIENCE, LOGIN, true)) as AppCredentials
}

/** Loads only the part of the SDK that the identity needs: all of it costs 40 MB. */
async function factoryOf(bot: RealIdentity): Promise<ServiceClientCredentialsFactory> {
  if (bot.type === 'SingleTenant') {
    const { PasswordServiceClientCredentialFactory } = await import(
      'botframework-connector/lib/auth/passwordServiceClientCredentialFactory.js'
    )
    return new PasswordServiceClientCredentialFactory(bot.appId, bot.password, bot.tenantId)
  }
  const { ManagedIdentityServiceClientCredentialsFactory } = await import(
    'botframework-connector/lib/auth/managedIdentityServiceClientCredentialsFactory.js'
  )
  const { JwtTokenProviderFactory } = await import('botframework-connector/lib/auth/jwtTokenProviderFactory.js')
  return new ManagedIdentityServiceClientCredentialsFactory(bot.appId, new JwtTokenProviderFactory())
}
