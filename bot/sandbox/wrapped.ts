/** An operation of a port, whatever it takes and gives. */
export type Method = (...given: readonly unknown[]) => unknown

/** The same port with another method in the place of each of its own. A port is a plain object of methods that need no `this`. */
export const wrapped = <P extends object>(port: P, wrap: (method: Method, operation: string) => Method): P =>
  Object.fromEntries(
    Object.entries(port).map(([name, own]) => [name, typeof own === 'function' ? wrap(own as Method, name) : own]),
  ) as P
