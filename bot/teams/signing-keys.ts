import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/** A key that may sign for Teams, in the shape the SDK asks for. */
type SigningKey = { key: KeyObject; endorsements: string[] }

/** What the SDK calls `OpenIdMetadata`. */
export type SigningKeys = { getKey(keyId: string): Promise<SigningKey | null> }

type Options = {
  url: string
  /** How old keys may become before they are read again. */
  freshMs?: number
  /** How soon an unknown key id, or a failure, may make us read again; a second at most while there are no keys. */
  pauseMs?: number
  timeoutMs?: number
}

const DAY = 24 * 60 * 60 * 1000
const METADATA = z.object({ jwks_uri: z.url() })
const KEYS = z.object({
  keys: z.array(
    z.looseObject({ kty: z.string().optional(), kid: z.string(), n: z.string().optional(), e: z.string().optional() }),
  ),
})

/**
 * The channel's public keys. One reading at a time however many requests wait; a reading that fails or hangs leaves the
 * keys we have in use for another day (reliability.md 4.3: the SDK's own provider refuses everybody then). Keys that are
 * not endorsed for Teams do not exist here.
 */
export function signingKeys({ url, freshMs = DAY, pauseMs = 60_000, timeoutMs = 3_000 }: Options): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map()
  let readAt = Number.NEGATIVE_INFINITY
  let triedAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  const read = (): Promise<void> => {
    triedAt = Date.now()
    reading ??= load(url, timeoutMs)
      .then((loaded) => {
        keys = loaded
        readAt = Date.now()
      })
      .catch(() => {
        if (Date.now() - readAt > freshMs + DAY) keys = new Map()
      })
      .finally(() => {
        reading = undefined
      })
    return reading
  }

  return {
    async getKey(keyId) {
      const known = keys.get(keyId)
      const age = Date.now() - readAt
      const pause = keys.size === 0 ? Math.min(pauseMs, 1_000) : pauseMs
      if (reading !== undefined && known === undefined) await reading
      else if (Date.now() - triedAt >= pause && (age > freshMs || known === undefined)) {
        const done = read()
        // Keys in hand are used while newer ones are read; only who has none waits.
        if (known === undefined) await done
      }
      return keys.get(keyId) ?? null
    },
  }
}

async function load(url: string, timeoutMs: number): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(timeoutMs)
  const metadata = METADATA.parse(await json(url, signal))
  const { keys } = KEYS.parse(await json(metadata.jwks_uri, signal))
  const loaded = new Map<string, SigningKey>()
  for (const jwk of keys) {
    const endorsements = Array.isArray(jwk.endorsements) ? jwk.endorsements.map(String) : []
    if (jwk.n === undefined || jwk.e === undefined || !endorsements.includes('msteams')) continue
    const key = createPublicKey({ key: { kty: 'RSA', n: jwk.n, e: jwk.e }, format: 'jwk' })
    loaded.set(jwk.kid, { key, endorsements })
  }
  return loaded
}

async function json(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error' })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.json()
}
