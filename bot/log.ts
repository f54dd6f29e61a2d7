import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * Everything a log line may carry; what is not here is not written, so that no name, address, card or token reaches the
 * log by accident. Of an error (`err`, `fault`) the class, the code and the places remain, never its message.
 */
const FIELDS: ReadonlySet<string> = new Set([
  'event',
  'activityType',
  'attempts',
  'code',
  'correlationId',
  'count',
  'durationMs',
  'enrollmentId',
  'id',
  'invoke',
  'kind',
  'ms',
  'notice',
  'operation',
  'ordered',
  'outcome',
  'pid',
  'pk',
  'port',
  'reason',
  'retryAfterMs',
  'row',
  'rule',
  'said',
  'sandbox',
  'scope',
  'state',
  'status',
  'store',
  'tenantId',
  'userId',
  'verb',
  'version',
])

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Log = Logger

/** One JSON line an event, to standard output unless `destination` says otherwise. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: allowed },
    // Pino takes an error's message as the text of the line, and fills `%s` with whatever follows: neither is ours.
    errorKey: 'error',
    hooks: { logMethod: plainly },
  }
  const log: Logger = destination === undefined ? pino(options) : pino(options, destination)
  const { child } = log
  // Pino does not ask `allowed` about what is bound to a child.
  Reflect.set(log, 'child', function modestChild(this: Logger, bindings: object) {
    return child.call(this, allowed(bindings))
  })
  return log
}

/**
 * Turns what libraries say through `console` into events without their text, which may quote a token. Answers with what
 * puts the console back.
 */
export function captureConsole(log: Pick<Logger, 'debug' | 'warn'>): () => void {
  const kept = { ...console }
  const hear = (...said: readonly unknown[]): void => {
    const err = said.find((part) => part instanceof Error)
    // Anybody can make the SDK complain as often as they like; what has no error in it says nothing that helps.
    if (err === undefined) log.debug({ event: 'library' })
    else log.warn({ event: 'library', err })
  }
  Object.assign(console, { debug: hear, log: hear, info: hear, trace: hear, dir: hear, warn: hear, error: hear })
  return () => Object.assign(console, kept)
}

const LONGEST = 200

function plainly(this: Logger, [first, text]: unknown[], write: (...line: [object, string?]) => void): void {
  const line = first instanceof Error ? { err: first } : (first as object)
  if (typeof first === 'string') write.call(this, { event: first })
  else if (typeof text === 'string') write.call(this, line, text)
  else write.call(this, line)
}

function allowed(fields: object): Record<string, unknown> {
  const line: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (FIELDS.has(field)) {
      if (typeof value === 'string') line[field] = value.slice(0, LONGEST)
      else if (typeof value === 'number' || typeof value === 'boolean') line[field] = value
    } else if (field === 'err') Object.assign(line, traceOf(value))
    else if (field === 'fault' && typeof value === 'string') line.fault = value.split(':', 1)[0]?.slice(0, LONGEST)
  }
  return line
}

function traceOf(error: unknown): { fault: string; faultCode?: string; cause?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { fault: typeof error }
  const code = codeOf(error)
  const cause = error.cause instanceof Error ? (codeOf(error.cause) ?? error.cause.constructor.name) : undefined
  return {
    fault: error.constructor.name,
    ...(code === undefined ? {} : { faultCode: code }),
    ...(cause === undefined ? {} : { cause }),
    at: placesOf(error),
  }
}

/** The frames of the stack; what stands before them quotes the message. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  const quoted = stack.indexOf(message)
  return stack
    .slice(quoted < 0 ? 0 : quoted + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .*[):\d]$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
}

function codeOf(error: Error): string | undefined {
  const code = Reflect.get(error, 'code') ?? Reflect.get(error, 'statusCode')
  return typeof code === 'string' || typeof code === 'number' ? String(code).slice(0, 64) : undefined
}
