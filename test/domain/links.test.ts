import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isToken, linkToken, tokenHash } from '../../domain/links.ts'
import { key } from '../../domain/store/document-store.ts'

const dataKey = Buffer.alloc(32, 7)
const id = 'b2c3d4e5-0000-4000-8000-000000000001'

describe('link tokens', () => {
  it('are an HMAC of kind, id and generation under the data key', () => {
    const expected = createHmac('sha256', dataKey).update(`verify|${id}|1`).digest('base64url')
    expect(linkToken(dataKey, 'verify', id, 1)).toBe(expected)
    expect(isToken(expected)).toBe(true)
  })

  it('differ for every kind, id, generation and key', () => {
    const tokens = [
      linkToken(dataKey, 'verify', id, 1),
      linkToken(dataKey, 'invite', id, 1),
      linkToken(dataKey, 'verify', id, 2),
      linkToken(dataKey, 'verify', `${id}1`, 1),
      linkToken(Buffer.alloc(32, 8), 'verify', id, 1),
    ]
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  it('are kept as a hash that names a document and does not give the token away', () => {
    const token = linkToken(dataKey, 'verify', id, 1)
    expect(key(`uq:tok:${tokenHash(token)}`)).not.toContain(token)
    expect(tokenHash(token)).not.toBe(tokenHash(linkToken(dataKey, 'verify', id, 2)))
  })

  it('refuse a short key, and an id that could be read as another link', () => {
    expect(() => linkToken(Buffer.alloc(16), 'verify', id, 1)).toThrow(TypeError)
    expect(() => linkToken(dataKey, 'verify', `${id}|1`, 1)).toThrow(TypeError)
    expect(() => linkToken(dataKey, 'verify', id, 1.5)).toThrow(TypeError)
  })

  it('are told from other text', () => {
    for (const text of ['', 'abc', `${'a'.repeat(42)}=`, 'a'.repeat(44), `${'a'.repeat(42)}/`, ` ${'a'.repeat(42)}`]) {
      expect(isToken(text), text).toBe(false)
    }
  })
})
