import { OutsideRefused, OutsideUnavailable } from '../../domain/ports.ts'
import { ConnectorAnswer } from './connectors.ts'

/** Errors of a connection that was never made: nothing can have been sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])
const LONGEST_WAIT_MS = 60 * 60 * 1000

/**
 * What a failed send means for whoever ordered it. 429 and 412 were not carried out; 403, 404 and a message that Teams
 * will not take are final; after anything else the message may have arrived.
 */
export function outsideFault(error: unknown): OutsideUnavailable | OutsideRefused {
  const status = numberAt(error, 'statusCode')
  if (status === 429) {
    const retryAfterMs = retryAfter(error)
    return new OutsideUnavailable('connector', 'notExecuted', {
      cause: error,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  }
  if (status === 401 || status === 412) return new OutsideUnavailable('connector', 'notExecuted', { cause: error })
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) {
    return new OutsideRefused('connector', reasonOf(error) ?? String(status))
  }
  const sent = !NEVER_SENT.has(String(at(error, 'code') ?? at(at(error, 'cause'), 'code')))
  return new OutsideUnavailable('connector', sent ? 'unknown' : 'notExecuted', { cause: error })
}

/** `BotNotInConversationRoster` and its like, from the body `{error:{code}}`. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof ConnectorAnswer) || error.body.length > 10_000) return undefined
  return /"code"\s*:\s*"([A-Za-z]{1,64})"/.exec(error.body)?.[1]
}

function retryAfter(error: unknown): number | undefined {
  const text = error instanceof ConnectorAnswer ? error.retryAfter : undefined
  if (text === undefined || text === '') return undefined
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS)
}

function at(value: unknown, property: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, property) : undefined
}

function numberAt(value: unknown, property: string): number | undefined {
  const found = at(value, property)
  return typeof found === 'number' ? found : undefined
}
