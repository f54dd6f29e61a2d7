/**
 * Loaded into a measured process before its program: tells its memory, after a full collection, and what understanding takes
 * there, when the bench asks, and puts a store that can be watched in the place of the embedded one.
 */
import { registerHooks } from 'node:module'
import { memoryUsage } from 'node:process'

process.on('message', (asked) => {
  if (asked !== 'memory') return
  global.gc?.()
  global.gc?.()
  const { rss, heapUsed } = memoryUsage()
  process.send?.({ rss, heapUsed })
})
process.on('message', async (asked) => {
  if (asked !== 'understanding') return
  const { timeUnderstanding } = await import('./understanding.ts')
  process.send?.(await timeUnderstanding())
})
process.channel?.unref()

const STORE = new URL('../../domain/store/sqlite-store.ts', import.meta.url).href
const TRACED = new URL('traced-store.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url === STORE && context.parentURL !== TRACED ? { ...found, url: TRACED } : found
  },
})
