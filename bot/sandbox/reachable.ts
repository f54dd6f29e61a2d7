import { OutsideUnavailable, type Port } from '../../domain/ports.ts'
import { StoreUnavailable } from '../../domain/store/document-store.ts'
import { wrapped } from './wrapped.ts'

/** A port that lies in the store: its own failures in place of the store's. */
export const reachable = <P extends object>(name: Port, port: P): P =>
  wrapped(port, (method) => async (...given) => {
    try {
      return await method(...given)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw new OutsideUnavailable(name, error.outcome, { cause: error })
      throw error
    }
  })
