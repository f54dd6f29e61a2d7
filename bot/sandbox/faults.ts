import { OutsideRefused, OutsideUnavailable, type Port } from '../../domain/ports.ts'
import { wrapped } from './wrapped.ts'

/** The operations that can be made to fail, port by port; the connector's are the Messenger's. */
export const OPERATIONS = {
  partnerCenter: [
    'registration',
    'mpnAccount',
    'mpnAccountsOf',
    'providers',
    'offers',
    'isDomainFree',
    'correctedAddress',
    'createCustomer',
    'placeOrder',
    'changeSubscription',
    'setSupportContact',
    'removeRelation',
    'customerOf',
  ],
  directory: [
    'person',
    'tenant',
    'lookUp',
    'tenants',
    'people',
    'operators',
    'grant',
    'revoke',
    'createUser',
    'disableUser',
  ],
  mailer: ['send'],
  connector: ['send', 'update'],
} as const satisfies Record<Port, readonly string[]>

/** `lostReply`: done, but the answer is lost. The other two are not executed. */
export const OUTCOMES = ['refused', 'unavailable', 'lostReply'] as const
type Outcome = (typeof OUTCOMES)[number]

/** The next `times` calls of an operation (`*`: any of the port) end like this; `reason` is what a refusal says. */
type Fault = { port: Port; operation: string; times: number; outcome: Outcome; reason?: string | undefined }

/** The faults that are still to happen, in this process; the oldest that fits a call happens first. */
export type Faults = {
  add(fault: Fault): void
  /** Consumes one fault that fits the call, and tells how that ends. */
  take(port: Port, operation: string): Pick<Fault, 'outcome' | 'reason'> | undefined
  list(): readonly Fault[]
}

export function newFaults(): Faults {
  let pending: readonly Fault[] = []
  return {
    add: (fault) => {
      pending = [...pending, fault]
    },
    take: (port, operation) => {
      const at = pending.findIndex((fault) => fault.port === port && ['*', operation].includes(fault.operation))
      const fault = pending[at]
      if (!fault) return undefined
      pending = pending.with(at, { ...fault, times: fault.times - 1 }).filter(({ times }) => times > 0)
      return fault
    },
    list: () => pending,
  }
}

/** A port whose operations fail as `faults` says, and otherwise do what they always do. */
export function withFaults<P extends object>(port: P, name: Port, faults: Faults): P {
  const known: readonly string[] = OPERATIONS[name]
  return wrapped(port, (method, operation) => {
    if (!known.includes(operation)) return method
    return async (...given) => {
      const { outcome, reason = 'a fault of the sandbox' } = faults.take(name, operation) ?? {}
      if (outcome === 'refused') throw new OutsideRefused(name, reason)
      if (outcome === 'unavailable') throw new OutsideUnavailable(name, 'notExecuted')
      const answer = await method(...given)
      if (outcome === 'lostReply') throw new OutsideUnavailable(name, 'unknown')
      return answer
    }
  })
}
