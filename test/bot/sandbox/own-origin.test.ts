import { describe, expect, it } from 'vitest'
import { ownOrigin } from '../../../bot/sandbox/own-origin.ts'

const page = ownOrigin(
  { method: 'GET', path: '/', answer: async () => ({ status: 200, body: 'here' }) },
  'https://bot.aozora.example:8443',
)
const status = async (headers: Record<string, string>) =>
  (await page.answer({ params: {}, query: new URLSearchParams(), headers, body: '' })).status

describe('a page for its own origin alone', () => {
  it.each([
    {},
    { host: '' },
    { host: 'localhost@evil.example' },
    { host: 'evil.example#localhost' },
    { host: 'localhost/evil' },
    { host: '127.0.0.1.evil.example' },
    { host: '192.0.2.1' },
    { host: 'bot.aozora.example' },
    { host: 'localhost:3978', origin: 'http://localhost:3979' },
    { host: 'localhost:3978', origin: 'http://127.0.0.1:3978' },
    { host: 'localhost:3978', origin: 'file://localhost:3978' },
    { host: 'localhost:3978', origin: '' },
  ])('is closed to %j', async (headers) => {
    expect(await status(headers)).toBe(403)
  })

  it.each([
    { host: 'LOCALHOST:3978' },
    { host: 'localhost:3978', origin: 'http://localhost:3978' },
    { host: 'bot.aozora.example:8443', origin: 'https://bot.aozora.example:8443' },
  ])('is open to %j', async (headers) => {
    expect(await status(headers)).toBe(200)
  })
})
