import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signingKeys } from '../../../bot/teams/signing-keys.ts'
import { APP } from '../../support/door.ts'
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts'

let issuer: TokenIssuer

beforeEach(async () => {
  issuer = await startTokenIssuer(APP)
})
afterEach(() => issuer.close())

describe('the signing keys', () => {
  it('stay in use when they should be read again and cannot be', async () => {
    const keys = signingKeys({ url: issuer.metadataUrl, freshMs: 0, pauseMs: 0 })
    expect(await keys.getKey('key-1')).not.toBeNull()
    issuer.answerWith('error')
    const readsAfterAsking = async (): Promise<number> => {
      expect(await keys.getKey('key-1')).not.toBeNull()
      return issuer.reads
    }
    await expect.poll(readsAfterAsking).toBeGreaterThan(4)
  })

  it('keep nobody waiting who has one, while the issuer hangs', async () => {
    const keys = signingKeys({ url: issuer.metadataUrl, freshMs: 0, pauseMs: 0, timeoutMs: 100 })
    expect(await keys.getKey('key-1')).not.toBeNull()
    issuer.answerWith('nothing')
    expect(await keys.getKey('key-1')).not.toBeNull()
    expect(await keys.getKey('another')).toBeNull()
  })

  it('are read again for a key that is new', async () => {
    const keys = signingKeys({ url: issuer.metadataUrl, pauseMs: 0 })
    expect(await keys.getKey('key-1')).not.toBeNull()
    await issuer.rotate()
    expect(await keys.getKey('key-1-next')).not.toBeNull()
    expect(await keys.getKey('key-1')).toBeNull()
  })

  it('are not read again and again for keys that nobody has', async () => {
    const keys = signingKeys({ url: issuer.metadataUrl })
    await keys.getKey('key-1')
    for (let n = 0; n < 20; n++) expect(await keys.getKey(`made-up-${n}`)).toBeNull()
    expect(issuer.reads).toBe(2)
  })
})
