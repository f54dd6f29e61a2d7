/** Loaded into a measured process before its program: tells its memory, after a full collection, when the bench asks. */
import { memoryUsage } from 'node:process'

process.on('message', (asked) => {
  if (asked !== 'memory') return
  global.gc?.()
  global.gc?.()
  const { rss, heapUsed } = memoryUsage()
  process.send?.({ rss, heapUsed })
})
process.channel?.unref()
