import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Run } from './world.ts'

/** The bot as a process of its own, ready; it ends by `kill -9`. */
export const killable: Run = async (env) => {
  const child = spawn(process.execPath, ['bot/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}`)
    const ready = await fetch(`${env.PUBLIC_URL}/readyz`).catch(() => undefined)
    if (ready?.status === 200) break
    await sleep(20)
  }
  return {
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}
