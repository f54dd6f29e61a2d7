import { Agent, request } from 'node:http'

/**
 * What is sent on a connection, and what becomes of its answer; `answered` throws when the answer is not the right one, and
 * may give what is sent next. All of it counts as one turn.
 */
export type Turn = { activity: object; answered?(body: string): Turn | undefined }

/** The next turn of this connection: everything that belongs to one person or company stays on one connection. */
export type Next = (connection: number) => Turn

/** How long all turns together took, and each of them. */
export type Measured = { seconds: number; latencies: readonly number[] }

type Load = { url: string; connections: number; turns: number; next: Next }

/**
 * So many turns over so many connections, each with one turn in hand at a time.
 * @throws Error when an activity is not answered with 200, or its answer is not the right one
 */
export async function load({ url, connections, turns, next }: Load): Promise<Measured> {
  const latencies: number[] = []
  let left = turns
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      while (left-- > 0) {
        let took = 0
        for (let turn: Turn | undefined = next(connection); turn; ) {
          const payload = Buffer.from(JSON.stringify(turn.activity))
          const sent = performance.now()
          const { status, body } = await post(`${url}/api/messages`, payload, agent)
          took += performance.now() - sent
          if (status !== 200) throw new Error(`a turn was answered ${status}: ${body.slice(0, 500)}`)
          turn = turn.answered?.(body)
        }
        latencies.push(took)
      }
      agent.destroy()
    }),
  )
  return { seconds: (performance.now() - began) / 1000, latencies }
}

function post(url: string, payload: Buffer, agent: Agent): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  const headers = { 'content-type': 'application/json', 'content-length': payload.length }
  request(url, { method: 'POST', agent, headers }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    response.on('error', reject)
  })
    .on('error', reject)
    .end(payload)
  return promise
}
