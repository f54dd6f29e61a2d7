import { Server } from 'node:net'

// Loaded into each chat window: its program would listen on every network of the machine, without asking who calls.

type Listen = (this: Server, ...given: unknown[]) => Server

const listen = Server.prototype.listen as Listen

const onLoopback: Listen = function (...given) {
  const [port, host, ...rest] = given
  const open = typeof port === 'number' && typeof host !== 'string'
  return listen.apply(this, open ? [port, '127.0.0.1', host, ...rest] : given)
}

Server.prototype.listen = onLoopback as Server['listen']
