import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { linksIn, sandboxMailer } from '../../../bot/sandbox/mailer.ts'
import { OutsideRefused } from '../../../domain/ports.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const KEY = randomBytes(32)
const clock = { now: () => '2026-04-01T00:00:00.000Z' }
const mail = (subject: string, text = 'こんにちは') => ({ to: 'taro@aozora.example', subject, text })

describe('the sandbox mailbox', () => {
  it('keeps each mail once under its key, newest first, also when opened again', async () => {
    const store = openSqliteStore(':memory:')
    const mailer = sandboxMailer(store, clock, KEY)
    for (const subject of ['one', 'two', 'one', 'three']) await mailer.send(mail(subject), subject)
    const again = sandboxMailer(store, clock, KEY)
    expect((await again.mailbox()).map(({ subject }) => subject)).toEqual(['three', 'two', 'one'])
    expect((await again.mailbox())[0]).toEqual({ ...mail('three'), links: [], at: clock.now() })
  })

  it('holds more than a page of mails', async () => {
    const mailer = sandboxMailer(openSqliteStore(':memory:'), clock, KEY)
    for (let n = 1; n <= 250; n += 1) await mailer.send(mail(`mail ${n}`), `${n}`)
    const subjects = (await mailer.mailbox()).map(({ subject }) => subject)
    expect(subjects).toHaveLength(250)
    expect(subjects.at(0)).toBe('mail 250')
    expect(subjects.at(-1)).toBe('mail 1')
  })

  it('keeps no text in clear', async () => {
    const store = openSqliteStore(':memory:')
    const text = 'Open http://localhost:3978/verify/secret-token please'
    await sandboxMailer(store, clock, KEY).send(mail('hello', text), 'one')
    const kept = JSON.stringify(await store.range('sbx:mail', { from: '!', to: '~', limit: 100 }))
    expect(kept).toContain('hello')
    expect(kept).not.toContain('secret-token')
    expect((await sandboxMailer(store, clock, KEY).mailbox())[0]?.links).toEqual([
      'http://localhost:3978/verify/secret-token',
    ])
    expect((await sandboxMailer(store, clock, randomBytes(32)).mailbox())[0]?.text).toContain('DATA_KEY')
  })

  it('bounces what has no mailbox', async () => {
    const mailer = sandboxMailer(openSqliteStore(':memory:'), clock, KEY)
    await expect(mailer.send({ ...mail('x'), to: 'taro@aozora.invalid' }, 'one')).rejects.toThrow(OutsideRefused)
    await expect(mailer.send({ ...mail('x'), to: 'not an address' }, 'two')).rejects.toThrow(OutsideRefused)
    expect(await mailer.mailbox()).toEqual([])
  })

  it('finds the links of a text without the punctuation around them', () => {
    expect(linksIn('(https://a.example/x?y=1) と「http://b.example/確認」。 https://c.example/d.')).toEqual([
      'https://a.example/x?y=1',
      'http://b.example/確認',
      'https://c.example/d',
    ])
  })
})
