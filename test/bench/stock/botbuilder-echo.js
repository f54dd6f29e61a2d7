// The echo bot as Microsoft's samples have it (BotBuilder-Samples, javascript_nodejs/02.echo-bot), with a card's tap echoed
// as well. Without an app id the SDK authenticates nobody.
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationServiceClientCredentialFactory,
  createBotFrameworkAuthenticationFromConfiguration,
  MessageFactory,
} from 'botbuilder'
import restify from 'restify'

class EchoBot extends ActivityHandler {
  constructor() {
    super()
    this.onMessage(async (context, next) => {
      const replyText = `Echo: ${context.activity.text}`
      await context.sendActivity(MessageFactory.text(replyText, replyText))
      await next()
    })
  }

  async onAdaptiveCardInvoke(_context, { action }) {
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: `Echo: ${action.verb}` }
  }
}

const credentials = new ConfigurationServiceClientCredentialFactory({
  MicrosoftAppId: process.env.MicrosoftAppId,
  MicrosoftAppPassword: process.env.MicrosoftAppPassword,
  MicrosoftAppType: process.env.MicrosoftAppType,
  MicrosoftAppTenantId: process.env.MicrosoftAppTenantId,
})
const adapter = new CloudAdapter(createBotFrameworkAuthenticationFromConfiguration(null, credentials))
adapter.onTurnError = async (context, error) => {
  process.stderr.write(`${error.stack}\n`)
  await context.sendActivity('The bot encountered an error or bug.')
}

const bot = new EchoBot()
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context))
})
server.listen(process.env.PORT, '127.0.0.1')
