import { enableCompileCache } from 'node:module'

enableCompileCache()
const { readConfig, faultsMessage } = await import('./config.ts')
const { createLogger, captureConsole } = await import('./log.ts')

const config = readConfig(process.env)
if (!config.ok) {
  process.stderr.write(faultsMessage(config.error))
  process.exit(1)
}

const log = createLogger(config.value.logLevel)
captureConsole(log)
const { compose } = await import('./compose.ts')
const bot = await compose(config.value, log).catch((fault: unknown) => {
  process.stderr.write(`The bot cannot start: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
})
const { port } = await bot.listen().catch((fault: unknown) => {
  process.stderr.write(
    `Cannot listen on port ${config.value.port}: ${fault instanceof Error ? fault.message : fault}\n`,
  )
  process.exit(1)
})
log.info({ event: 'ready', port, store: config.value.store.kind, sandbox: config.value.sandbox !== undefined })

let closing = false
const close = (signal: string) => {
  if (closing) return
  closing = true
  log.info({ event: 'closing', reason: signal })
  bot.close().then(
    () => process.exit(process.exitCode ?? 0),
    (err: unknown) => {
      log.fatal({ event: 'close', err })
      process.exit(1)
    },
  )
}
process.on('SIGTERM', close)
process.on('SIGINT', close)
process.on('unhandledRejection', (err) => log.error({ event: 'unhandledRejection', err }))
process.on('uncaughtException', (err) => {
  log.fatal({ event: 'uncaughtException', err })
  process.exitCode = 1
  close('uncaughtException')
})
