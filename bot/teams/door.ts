import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { type SigningKeys, signingKeys } from './signing-keys.ts'

/** What a valid token proves: the channel sent this, and which service URL it speaks for. */
type Caller = { readonly serviceUrl: string }

/** Judges the `Authorization` header of one request, without its body. */
export type Door = {
  /** Whether it is worth a signature check: shape, algorithm, issuer, audience and times. Costs no cryptography. */
  looksRight(authorization: string | undefined): boolean
  /** The SDK's check of the signature and everything else; undefined for whatever it does not accept. */
  admit(authorization: string): Promise<Caller | undefined>
}

const ISSUER = 'https://api.botframework.com'
const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const CHANNEL = 'msteams'
const SKEW_S = 5 * 60
const LONGEST_LIFE_S = 25 * 60 * 60
const LONGEST_TOKEN = 8 * 1024

const HEADER = z.object({ alg: z.literal('RS256'), kid: z.string().min(1).max(256) })
const CLAIMS = z.object({
  iss: z.literal(ISSUER),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1).max(2048),
})

/**
 * Only the channel's own tokens pass. The SDK's extractor is asked directly, so that its emulator, skill and government
 * paths (teams.md 3, findings 2 to 4) do not exist here; the channel id it is told is always Teams, which `readActivity`
 * demands of the body as well.
 */
export function createDoor(bot: { appId: string; metadataUrl?: string }, keys?: SigningKeys): Door {
  const metadataUrl = bot.metadataUrl ?? METADATA_URL
  const rules = { issuer: [ISSUER], audience: bot.appId, clockTolerance: SKEW_S, ignoreExpiration: false }
  const extractor = new JwtTokenExtractor(rules as never, metadataUrl, ['RS256'])
  Object.assign(extractor, { openIdMetadata: keys ?? signingKeys({ url: metadataUrl }) })
  return {
    looksRight: (authorization) => claimsIn(authorization, bot.appId) !== undefined,
    async admit(authorization) {
      try {
        const identity = await extractor.getIdentityFromAuthHeader(authorization, CHANNEL, [CHANNEL])
        const serviceUrl = identity?.isAuthenticated === true ? identity.getClaimValue('serviceurl') : null
        return serviceUrl === null ? undefined : { serviceUrl }
      } catch {
        return undefined
      }
    },
  }
}

const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/

function claimsIn(authorization: string | undefined, appId: string): z.output<typeof CLAIMS> | undefined {
  if (authorization === undefined || authorization.length > LONGEST_TOKEN) return undefined
  const token = BEARER.exec(authorization)?.[1]
  if (token === undefined) return undefined
  try {
    if (!HEADER.safeParse(decodeProtectedHeader(token)).success) return undefined
    const { data: claims } = CLAIMS.safeParse(decodeJwt(token))
    return claims !== undefined && claims.aud === appId && isTimely(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

function isTimely({ exp, nbf }: { exp: number; nbf?: number | undefined }): boolean {
  const now = Date.now() / 1000
  return exp > now - SKEW_S && exp < now + LONGEST_LIFE_S && (nbf === undefined || nbf < now + SKEW_S)
}
