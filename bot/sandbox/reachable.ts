import { OutsideUnavailable, type Port } from '../../domain/ports.ts'
import { StoreUnavailable } from '../../domain/store/document-store.ts'

/** A port that lies in the store: its own failures in place of the store's. */
export const reachable = <P extends object>(name: Port, port: P): P =>
  new Proxy(port, {
    get(target, operation, receiver) {
      const method: unknown = Reflect.get(target, operation, receiver)
      if (typeof method !== 'function') return method
      return async (...given: unknown[]): Promise<unknown> => {
        try {
          return await method.apply(target, given)
        } catch (error) {
          if (error instanceof StoreUnavailable) throw new OutsideUnavailable(name, error.outcome, { cause: error })
          throw error
        }
      }
    },
  })
