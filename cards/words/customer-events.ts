import type { CustomerRequested } from '../../domain/customer/ask-provider.ts'
import type { CustomerEvent } from '../../domain/customer/customer.ts'
import type { NewCustomerEvent } from '../../domain/customer/new-customer.ts'
import type { ReminderEvent } from '../../domain/questions/remind.ts'

/** What a history can tell of customers, and of what companies ask each other for. */
export type CustomerHistoryEvent = CustomerEvent | NewCustomerEvent | CustomerRequested | ReminderEvent

export type CustomerEventWords = {
  [T in CustomerHistoryEvent['type']]: (event: Extract<CustomerHistoryEvent, { type: T }>) => string
}
