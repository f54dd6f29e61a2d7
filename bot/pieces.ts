import type { IncomingMessage } from 'node:http'

/** Why a body ended before its end: 413 too long, 408 too slow, 400 broken off. */
export class BodyBroken extends Error {
  readonly status: 400 | 408 | 413
  constructor(status: 400 | 408 | 413) {
    super(`body broken: ${status}`)
    this.status = status
  }
}

/** After `graceMs` the body has to come at `bytesPerSecond` on average at least, whole within `timeoutMs`, and never pause for `idleMs`. */
type PieceLimits = {
  maxBytes: number
  idleMs: number
  timeoutMs: number
  graceMs: number
  bytesPerSecond: number
}

/**
 * A body piece by piece, no faster than it is taken; nothing is read before the first piece is asked for.
 * @throws BodyBroken
 */
export async function* piecesOf(
  req: IncomingMessage,
  { maxBytes, idleMs, timeoutMs, graceMs, bytesPerSecond }: PieceLimits,
): AsyncGenerator<Uint8Array> {
  if (req.headers['content-encoding'] !== undefined) throw new BodyBroken(400)
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw new BodyBroken(413)
  const began = performance.now()
  // The connection is still needed for the answer.
  const source = req.iterator({ destroyOnReturn: false })
  for (let length = 0; ; ) {
    const next = source.next() as Promise<IteratorResult<Buffer>>
    const since = performance.now() - began
    const behind = graceMs + (length / bytesPerSecond) * 1_000
    const { value, done } = await inTime(next, Math.min(idleMs, timeoutMs - since, behind - since))
    if (done) return
    length += value.length
    if (length > maxBytes) throw new BodyBroken(413)
    yield value
  }
}

async function inTime(next: Promise<IteratorResult<Buffer>>, ms: number): Promise<IteratorResult<Buffer>> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new BodyBroken(408)), Math.max(ms, 0))
  try {
    return await Promise.race([next, promise])
  } catch (error) {
    // What was asked for may still fail when the connection is cut off.
    next.catch(() => undefined)
    throw error instanceof BodyBroken ? error : new BodyBroken(400)
  } finally {
    clearTimeout(timer)
  }
}
