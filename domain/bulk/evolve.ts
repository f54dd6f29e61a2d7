import {
  type Bulk,
  type BulkEvent,
  hasRows,
  isBegun,
  MOST_FAULTY,
  NONE,
  type RewrittenRows,
  sum,
  type WithRows,
} from './bulk.ts'

/** The job after `event`. Throws on an event that cannot follow: the history would be corrupt. */
export function evolveBulk(state: Bulk | undefined, event: BulkEvent): Bulk {
  if (event.type === 'BulkStarted') {
    const { type: _, at, ...facts } = event
    return { ...facts, startedAt: at, state: 'draft' }
  }
  if (!state) throw new Error(`${event.type} cannot be the first`)
  switch (event.type) {
    case 'BulkRowsGiven': {
      const { id, kind, owner, ownerName, person, startedAt } = state
      const facts = { id, kind, owner, ownerName, person, startedAt }
      return { ...facts, state: 'checking', sheet: event.sheet, at: 0, check: NONE, faulty: [] }
    }
    case 'BulkChecked': {
      if (state.state !== 'checking') throw new Error('only what is being checked is checked')
      const at = event.part ? event.document : event.document + 1
      const looked = {
        ...state,
        check: sum(state.check, event.tally),
        faulty: [...state.faulty, ...event.faulty].slice(0, MOST_FAULTY),
        ...(event.rewritten ? { rewritten: together(state.rewritten, event.rewritten) } : {}),
      }
      return at < state.sheet.documents ? { ...looked, at } : { ...looked, at: 0, state: 'checked' }
    }
    case 'BulkConfirmed': {
      if (!hasRows(state)) throw new Error('only what has rows is confirmed')
      const begun = isBegun(state)
        ? { done: state.done, failures: state.failures }
        : { done: NONE, failures: state.faulty, at: 0 }
      const { id, kind, owner, ownerName, startedAt, sheet, at, check, faulty } = state
      const { person } = event
      const facts = { id, kind, owner, ownerName, person, startedAt, sheet, at, check, faulty }
      return { ...facts, ...begun, confirmedAt: event.at, state: 'running' }
    }
    case 'BulkAdvanced': {
      if (!isBegun(state)) throw new Error('only what was confirmed goes on')
      const at = event.whole ? event.document + 1 : event.document
      return {
        ...state,
        at,
        done: sum(state.done, event.tally),
        failures: [...state.failures, ...event.faulty].slice(0, MOST_FAULTY),
      }
    }
    case 'BulkDone':
      if (!isBegun(state)) throw new Error('only what was confirmed is done')
      return { ...state, state: 'done', doneAt: event.at }
    case 'BulkStopped':
      if (state.state !== 'running') throw new Error('only what runs is stopped')
      return { ...state, state: 'stopped', why: event.why, stoppedAt: event.at }
    case 'BulkMailsSent': {
      if (state.state !== 'done') throw new Error('only what is done was sent')
      const { at: since, person } = event
      return { ...state, mails: { person, since, at: 0, marked: 0, isOver: false } }
    }
    case 'BulkMailsMarked': {
      if (state.state !== 'done' || !state.mails) throw new Error('only what was sent is marked')
      const at = event.document + 1
      const marked = state.mails.marked + event.marked
      return { ...state, mails: { ...state.mails, at, marked, isOver: at >= state.sheet.documents } }
    }
    case 'BulkMailsDropped': {
      if (state.state !== 'done') throw new Error('only what is done was sent')
      const { mails, ...done } = state
      return done
    }
    case 'BulkSwept':
      if (!hasRows(state)) throw new Error('only what has rows is swept')
      return {
        ...withoutRewritten(state),
        faulty: [],
        ...(isBegun(state) ? { failures: [] } : {}),
        sweptAt: event.at,
      } as Bulk
  }
}

const together = (a: RewrittenRows | undefined, b: RewrittenRows): RewrittenRows => ({
  rows: (a?.rows ?? 0) + b.rows,
  first: [...(a?.first ?? []), ...b.first].toSorted((one, other) => one.row - other.row).slice(0, MOST_FAULTY),
})

function withoutRewritten(state: WithRows): WithRows {
  const { rewritten, ...rest } = state
  return rest as WithRows
}
