import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions as Configured,
} from 'botbuilder'
import { ClaimsIdentity, type ConnectorFactory, PasswordServiceClientCredentialFactory } from 'botframework-connector'

/** Who the bot is towards the Bot Framework. `sandbox` judges tokens made on this machine and sends a made-up one. */
export type BotIdentity = { readonly appId: string } & (
  | { readonly type: 'SingleTenant'; readonly tenantId: string; readonly password: string }
  | { readonly type: 'UserAssignedMSI'; readonly tenantId: string }
  | { readonly type: 'sandbox'; readonly metadataUrl: string }
)

/** Makes connector clients that sign with the bot's own token; without an identity they do not sign. */
export const connectorFactory = (bot: BotIdentity | undefined): ConnectorFactory =>
  new ConfigurationBotFrameworkAuthentication({}, credentialsOf(bot)).createConnectorFactory(
    new ClaimsIdentity(bot === undefined ? [] : [{ type: 'aud', value: bot.appId }]),
  )

type Credentials = Awaited<ReturnType<PasswordServiceClientCredentialFactory['createCredentials']>>

function credentialsOf(bot: BotIdentity | undefined): PasswordServiceClientCredentialFactory {
  if (bot === undefined) return new PasswordServiceClientCredentialFactory('', '')
  if (bot.type === 'sandbox') return sandboxCredentials(bot.appId)
  const configured: Configured = {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.type,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.type === 'SingleTenant' ? { MicrosoftAppPassword: bot.password } : {}),
  }
  return new ConfigurationServiceClientCredentialFactory(configured)
}

/** The SDK's factory with one thing exchanged: no login server is asked, every request says `Bearer sandbox`. */
function sandboxCredentials(appId: string): PasswordServiceClientCredentialFactory {
  const signed: Credentials = {
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer sandbox')
      return request
    },
  }
  return Object.assign(new PasswordServiceClientCredentialFactory(appId, ''), { createCredentials: async () => signed })
}
