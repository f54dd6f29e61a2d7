import { setTimeout } from 'node:timers/promises'
import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline'
import { StoreUnavailable } from './document-store.ts'

/** What may have become of a request that went wrong; after `refused` waiting is no use. */
type Verdict = 'notExecuted' | 'unknown' | 'refused'

/** One request to the account went wrong. */
export class CosmosFailure extends Error {
  readonly verdict: Verdict
  readonly retryAfterMs: number
  constructor(verdict: Verdict, message: string, retryAfterMs = 0) {
    super(message)
    this.verdict = verdict
    this.retryAfterMs = retryAfterMs
  }
}

/**
 * Lets only answers through to the SDK. All else becomes a `CosmosFailure`, which the SDK neither retries nor parses,
 * and which `items.batch` keeps as `cause`. (A 410 that says that a partition was split would make a query of
 * @azure/cosmos 4.10.1 spin for ever.)
 */
export const answersOnly = (client: HttpClient): HttpClient => ({
  async sendRequest(request) {
    if (request.abortSignal?.aborted) throw new CosmosFailure('notExecuted', 'no time left to ask Cosmos DB')
    try {
      const response = await client.sendRequest(request)
      if (code(response) !== '404/1002') return judged(response)
      // No replica has caught up with the session token: read as another session would.
      request.headers.delete('x-ms-session-token')
      return judged(await client.sendRequest(request))
    } catch (error) {
      throw error instanceof CosmosFailure ? error : unanswered(error)
    }
  },
})

/**
 * The one retry layer: attempts until there is an answer or a refusal, with growing, jittered pauses, at least as long
 * as the account asks for. `signal` ends the last attempt at the deadline.
 * @throws StoreUnavailable with `inDoubt` as outcome when an attempt may have been carried out; CosmosFailure when refused.
 */
export async function untilAnswered<T>(
  deadlineMs: number,
  inDoubt: StoreUnavailable['outcome'],
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(deadlineMs)
  const end = performance.now() + deadlineMs
  let outcome: StoreUnavailable['outcome'] = 'notExecuted'
  for (let pause = 20; ; pause = Math.min(2 * pause, 500)) {
    try {
      return await attempt(signal)
    } catch (error) {
      const failure = failureIn(error)
      if (failure.verdict === 'unknown') outcome = inDoubt
      if (failure.verdict === 'refused' && outcome === 'notExecuted') throw failure
      const wait = failure.retryAfterMs + pause * (0.5 + Math.random())
      const last = failure.verdict === 'refused' || performance.now() + wait > end
      if (last) throw new StoreUnavailable(outcome, failure)
      await setTimeout(wait)
    }
  }
}

/**
 * The failure behind what the SDK threw; an answer it could not read leaves the outcome unknown. `instead` is the verdict
 * where the failure does not decide what became of the whole; a refusal stays one.
 */
export function failureIn(error: unknown, instead?: Verdict): CosmosFailure {
  const cause = error instanceof Error && !(error instanceof CosmosFailure) ? error.cause : error
  if (!(cause instanceof CosmosFailure))
    return new CosmosFailure(instead ?? 'unknown', `Cosmos DB was not understood: ${error}`)
  const keep = instead === undefined || cause.verdict === 'refused'
  return keep ? cause : new CosmosFailure(instead, cause.message, cause.retryAfterMs)
}

/** What a status says about the request; `1008` and `3` after 403 mean that the account is failing over. */
export function verdictOn(status: number, substatus = '0'): Verdict {
  if (status === 408 || status === 410 || status >= 500) return 'unknown'
  if (status === 404 || status === 429 || status === 449) return 'notExecuted'
  return status === 403 && ['3', '1008'].includes(substatus) ? 'notExecuted' : 'refused'
}

/** 404 speaks of the document, unless the session (1002) or the container (1003) is what was not found. */
function judged(response: PipelineResponse): PipelineResponse {
  const { status, headers, bodyAsText } = response
  const absent = status === 404 && !['404/1002', '404/1003'].includes(code(response))
  if (status < 400 || absent || status === 409 || status === 412) return response
  const verdict = verdictOn(status, headers.get('x-ms-substatus'))
  const why = verdict === 'refused' ? `: ${bodyAsText?.slice(0, 300)}` : ''
  throw new CosmosFailure(
    verdict,
    `Cosmos DB answered ${code(response)}${why}`,
    Number(headers.get('x-ms-retry-after-ms')) || 0,
  )
}

const code = ({ status, headers }: PipelineResponse): string => `${status}/${headers.get('x-ms-substatus') ?? '0'}`

/** Where no connection came about, nothing was sent. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

function unanswered(error: unknown): CosmosFailure {
  const why = error instanceof Error && 'code' in error ? String(error.code) : 'no answer in time'
  return new CosmosFailure(NEVER_SENT.includes(why) ? 'notExecuted' : 'unknown', `Cosmos DB did not answer (${why})`)
}
