import { createHmac } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { listenOnLoopback } from './loopback.ts'

export type Claims = Readonly<Record<string, unknown>>

/** `undefined` takes a claim away. Times are seconds from now. */
export type TokenOptions = {
  claims?: Claims
  expiresIn?: number | undefined
  notBefore?: number | undefined
  kid?: string
  signedBy?: 'issuer' | 'stranger'
}

export type TokenIssuer = {
  /** For `SANDBOX_AUTH`. */
  metadataUrl: string
  appId: string
  /** A token as the channel makes it, for a service URL; options make it wrong in one way. */
  token(serviceUrl: string, options?: TokenOptions): Promise<string>
  /** A token without a signature, and one that takes the public key for a shared secret. */
  unsigned(serviceUrl: string): string
  signedWithPublicKey(serviceUrl: string): Promise<string>
  /** How often metadata and keys were read. */
  readonly reads: number
  /** What happens to the next readings. */
  answerWith(mode: 'keys' | 'error' | 'nothing'): void
  /** Exchanges the key; tokens are signed with the new one from now on. */
  rotate(): Promise<void>
  /** Which channels the key may speak for; Teams at first. */
  endorse(channels: readonly string[] | undefined): void
  close(): Promise<void>
}

/** The channel's token service on this machine: OpenID metadata, a key set, and tokens made with its own key. */
export async function startTokenIssuer(appId: string): Promise<TokenIssuer> {
  let key = await newKey()
  let kid = 'key-1'
  let endorsements: readonly string[] | undefined = ['msteams']
  const stranger = await newKey()
  let reads = 0
  let mode: 'keys' | 'error' | 'nothing' = 'keys'

  const server = await listenOnLoopback(async (request, response) => {
    reads += 1
    if (mode === 'nothing') return
    if (mode === 'error') {
      response.statusCode = 500
      return void response.end()
    }
    const body =
      request.url === '/keys'
        ? { keys: [{ ...(await exportJWK(key.publicKey)), kid, use: 'sig', ...(endorsements && { endorsements }) }] }
        : {
            issuer: 'https://api.botframework.com',
            jwks_uri: `${server.url}/keys`,
            id_token_signing_alg_values_supported: ['RS256'],
          }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })

  const claimsFor = (serviceUrl: string, { claims, expiresIn, notBefore }: Times): Claims => {
    const now = Math.floor(Date.now() / 1000)
    const all = {
      iss: 'https://api.botframework.com',
      aud: appId,
      serviceurl: serviceUrl,
      nbf: notBefore === undefined ? undefined : now + notBefore,
      exp: expiresIn === undefined ? undefined : now + expiresIn,
      ...claims,
    }
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  }

  return {
    metadataUrl: `${server.url}/.well-known/openidconfiguration`,
    appId,
    get reads() {
      return reads
    },
    token(serviceUrl, options = {}) {
      const times = { expiresIn: 3600, notBefore: -60, ...options }
      return new SignJWT(claimsFor(serviceUrl, times))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: options.kid ?? kid })
        .sign((options.signedBy === 'stranger' ? stranger : key).privateKey)
    },
    unsigned: (serviceUrl) =>
      `${part({ alg: 'none', kid })}.${part(claimsFor(serviceUrl, { expiresIn: 3600, notBefore: -60 }))}.`,
    async signedWithPublicKey(serviceUrl) {
      const text = `${part({ alg: 'HS256', kid })}.${part(claimsFor(serviceUrl, { expiresIn: 3600, notBefore: -60 }))}`
      const secret = await exportSPKI(key.publicKey)
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    },
    answerWith(next) {
      mode = next
    },
    async rotate() {
      key = await newKey()
      kid = `${kid}-next`
    },
    endorse(channels) {
      endorsements = channels
    },
    close: server.close,
  }
}

type Times = { claims?: Claims; expiresIn?: number | undefined; notBefore?: number | undefined }

const newKey = () => generateKeyPair('RS256', { extractable: true })

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
