import { beforeEach, describe, expect, it } from 'vitest'
import { type Faults, newFaults, withFaults } from '../../../bot/sandbox/faults.ts'
import { type Mailer, OutsideRefused, OutsideUnavailable } from '../../../domain/ports.ts'

const mail = { to: 'taro@aozora.example', subject: 's', text: 't' }
let sent: string[]
let faults: Faults
let mailer: Mailer & { mailbox(): string[] }

beforeEach(() => {
  sent = []
  faults = newFaults()
  const real = {
    send: async (_: typeof mail, key: string) => {
      sent.push(key)
    },
    mailbox: () => sent,
  }
  mailer = withFaults(real, 'mailer', faults)
})

describe('faults of the sandbox', () => {
  it('leave a port alone when there are none', async () => {
    await mailer.send(mail, 'one')
    expect(mailer.mailbox()).toEqual(['one'])
  })

  it('refuse or fail without doing anything', async () => {
    faults.add({ port: 'mailer', operation: 'send', times: 1, outcome: 'refused' })
    faults.add({ port: 'mailer', operation: '*', times: 1, outcome: 'unavailable' })
    await expect(mailer.send(mail, 'one')).rejects.toThrow(OutsideRefused)
    await expect(mailer.send(mail, 'two')).rejects.toMatchObject({ port: 'mailer', outcome: 'notExecuted' })
    await mailer.send(mail, 'three')
    expect(sent).toEqual(['three'])
    expect(faults.list()).toEqual([])
  })

  it('lose the answer of what was done', async () => {
    faults.add({ port: 'mailer', operation: 'send', times: 2, outcome: 'lostReply' })
    const lost = mailer.send(mail, 'one')
    await expect(lost).rejects.toThrow(OutsideUnavailable)
    await expect(mailer.send(mail, 'two')).rejects.toMatchObject({ outcome: 'unknown' })
    await mailer.send(mail, 'three')
    expect(sent).toEqual(['one', 'two', 'three'])
  })

  it('touch the named port and operation alone', async () => {
    faults.add({ port: 'connector', operation: '*', times: 1, outcome: 'refused' })
    faults.add({ port: 'mailer', operation: 'other', times: 1, outcome: 'refused' })
    await mailer.send(mail, 'one')
    expect(sent).toEqual(['one'])
    expect(faults.list()).toHaveLength(2)
  })
})
