import { describe, expect, it } from 'vitest'
import { captureConsole, createLogger } from '../../bot/log.ts'

const CANARY = 'anna.schmidt@example.de'

function written(level: Parameters<typeof createLogger>[0], write: (log: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = []
  write(createLogger(level, { write: (line) => void lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('is one line of JSON an event, with its time and level', () => {
    expect(
      written('info', (log) => log.info({ event: 'turn', durationMs: 12, verb: 'status' }, 'turn answered')),
    ).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: 'turn',
        durationMs: 12,
        verb: 'status',
        msg: 'turn answered',
      },
    ])
  })

  it('leaves out everything that is not on its list', () => {
    const lines = written('debug', (log) => {
      log.info({ event: 'turn', text: CANARY, name: CANARY, card: { body: CANARY }, authorization: CANARY })
      log.info({ event: 'turn', verb: { nested: CANARY }, tenantId: [CANARY] })
      log.child({ email: CANARY, pk: 'org:1' }).child({ id: 'a', to: CANARY }).info({ event: 'turn' })
    })
    expect(lines).toHaveLength(3)
    expect(JSON.stringify(lines)).not.toContain(CANARY)
    expect(lines[2]).toMatchObject({ event: 'turn', pk: 'org:1', id: 'a' })
  })

  it('keeps the class, code and places of an error, and never its words', () => {
    const error = Object.assign(new TypeError(`no mail for ${CANARY}\n    at ${CANARY} again (x:1:1)`), {
      code: 'EFAIL',
    })
    const lines = written('info', (log) => {
      log.error({ event: 'turn', err: error }, 'turn failed')
      log.error(error)
      log.error(error, 'turn failed')
      log.error({ event: 'outbox', fault: `Error: no mail for ${CANARY}` })
      log.info('turn %s', CANARY)
      log.error({ event: 'turn', err: new Error('x', { cause: new Error(CANARY) }) })
    })
    expect(lines).toHaveLength(6)
    expect(JSON.stringify(lines)).not.toContain(CANARY)
    expect(lines[0]).toMatchObject({ fault: 'TypeError', faultCode: 'EFAIL', msg: 'turn failed' })
    expect(lines[0]?.at).toContainEqual(expect.stringContaining('log.test.ts'))
  })

  it('says nothing below its level', () => {
    expect(written('warn', (log) => log.info({ event: 'turn' }))).toEqual([])
    expect(written('silent', (log) => log.error({ event: 'turn' }))).toEqual([])
  })

  it('does not write out what is endless', () => {
    const [line] = written('info', (log) => log.info({ event: 'x'.repeat(10_000) }))
    expect(String(line?.event)).toHaveLength(200)
  })

  it('hears what libraries say to the console, without their words', () => {
    const lines = written('debug', (log) => {
      const giveBack = captureConsole(log)
      // biome-ignore lint/suspicious/noConsole: this is what an SDK does
      console.error(`Bearer ${CANARY}`, new RangeError(CANARY))
      // biome-ignore lint/suspicious/noConsole: this is what an SDK does
      console.log(CANARY)
      giveBack()
    })
    expect(lines).toMatchObject([
      { level: 'warn', event: 'library', fault: 'RangeError' },
      { level: 'debug', event: 'library' },
    ])
    expect(JSON.stringify(lines)).not.toContain(CANARY)
  })
})
