// The echo agent as the Microsoft 365 Agents SDK's own quickstart has it, with a card's tap echoed as well. Without a client id
// the SDK authenticates nobody. It listens where PORT says.
import { AgentApplication, MemoryStorage } from '@microsoft/agents-hosting'
import { startServer } from '@microsoft/agents-hosting-express'

class EchoAgent extends AgentApplication {
  constructor(storage) {
    super({ storage })
    this.onMessage('/help', this.help)
    this.onActivity('message', this.echo)
    this.adaptiveCards.actionExecute('echo', async (_context, _state, { verb }) => `Echo: ${verb}`)
  }

  help = async (context) => {
    await context.sendActivity('Type /help for help or send a message to see the echo feature in action.')
  }

  echo = async (context, state) => {
    const counter = state.getValue('conversation.counter') || 0
    await context.sendActivity(`[${counter}] You said: ${context.activity.text}`)
    state.setValue('conversation.counter', counter + 1)
  }
}

startServer(new EchoAgent(new MemoryStorage()))
