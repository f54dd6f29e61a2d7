/** The connector that all three bots answer through: a process of its own that takes every message and counts. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let count = 0
let last = ''

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = request.method === 'GET' ? JSON.stringify({ count, last }) : '{"id":"1"}'
    if (request.method !== 'GET') {
      count += 1
      last = Buffer.concat(chunks).toString()
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})
server.keepAliveTimeout = 65_000
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
