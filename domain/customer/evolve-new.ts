import { isOpen, type NewCustomer, type NewCustomerEvent } from './new-customer.ts'

/** The new customer after `event` (SM7). Throws on an event that cannot follow: the history would be corrupt. */
export function evolveNewCustomer(state: NewCustomer | undefined, event: NewCustomerEvent): NewCustomer {
  if (event.type === 'NewCustomerStarted') {
    if (state) throw new Error('a new customer is started once')
    const { id, provider, providerName, reseller, direct, at, by } = event
    const named = { ...(reseller ? { reseller } : {}), ...(direct ? { direct } : {}) }
    return { state: 'draft', id, provider, providerName, ...named, startedAt: at, startedBy: by, rev: 0 }
  }
  if (!state) throw new Error(`${event.type} cannot be the first`)
  switch (event.type) {
    case 'CustomerDetailsSaved': {
      if (!isOpen(state)) return impossible(state, event)
      const { details, reseller } = event
      // What a reseller was to be credited with goes with it.
      const stays = state.reseller?.tenantId === reseller?.tenantId
      const lines = stays && 'lines' in state && state.lines ? { lines: state.lines } : {}
      const { reseller: before, ...facts } = factsOf(state)
      const rev = state.rev + 1
      return { ...facts, ...(reseller ? { reseller } : {}), rev, state: 'selecting', details, ...lines }
    }
    case 'CustomerLinesSaved':
      if (state.state !== 'selecting' && state.state !== 'reviewing') return impossible(state, event)
      return {
        ...factsOf(state),
        rev: state.rev + 1,
        state: 'reviewing',
        details: state.details,
        lines: event.lines,
      }
    case 'NewCustomerSubmitted': {
      if (state.state !== 'reviewing') return impossible(state, event)
      const { failure, ...reviewed } = state
      const { keys, at: submittedAt, by: submittedBy, bulk } = event
      const job = bulk === undefined ? {} : { bulk }
      return { ...reviewed, state: 'provisioning', stage: 'tenant', submittedAt, submittedBy, keys, ...job }
    }
    case 'CustomerTenantRequested':
      if (state.state !== 'provisioning' || state.stage !== 'tenant') return impossible(state, event)
      return { ...state, attempt: event.attempt }
    case 'CustomerTenantCreated': {
      if (state.state !== 'provisioning' || state.stage !== 'tenant') return impossible(state, event)
      const { attempt, ...submitted } = state
      const { customer, adminUserName } = event
      return { ...submitted, stage: 'record', customer, adminUserName }
    }
    case 'CustomerRecorded':
      if (state.state !== 'provisioning' || state.stage !== 'record') return impossible(state, event)
      return { ...state, stage: 'order' }
    case 'NewCustomerFailed': {
      if (state.state !== 'provisioning' || state.stage === 'order') return impossible(state, event)
      const { details, lines } = state
      const { at, refusals } = event
      return { ...factsOf(state), rev: state.rev + 1, state: 'reviewing', details, lines, failure: { at, refusals } }
    }
    case 'NewCustomerDone': {
      if (state.state !== 'provisioning' || state.stage !== 'order') return impossible(state, event)
      const { stage, ...submitted } = state
      const failed = event.orderFailure === undefined ? {} : { orderFailure: event.orderFailure }
      return { ...submitted, state: 'active', at: event.at, ...failed }
    }
    case 'NewCustomerDiscarded':
      if (!isOpen(state)) return impossible(state, event)
      return { ...factsOf(state), rev: state.rev + 1, state: 'discarded', at: event.at, by: event.by }
  }
}

function impossible(state: NewCustomer, event: NewCustomerEvent): never {
  throw new Error(`${event.type} cannot follow ${state.state}`)
}

/** What is true of it in every state; the details of a discarded one are kept nowhere else (R58). */
const factsOf = ({ id, provider, providerName, reseller, direct, startedAt, startedBy, rev }: NewCustomer) => ({
  id,
  provider,
  providerName,
  ...(reseller ? { reseller } : {}),
  ...(direct ? { direct } : {}),
  startedAt,
  startedBy,
  rev,
})
