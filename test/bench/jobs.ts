import { DatabaseSync } from 'node:sqlite'
import { bulkPk } from '../../domain/bulk/rows.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from './activities.ts'
import { dataOf } from './customer-turns.ts'
import type { Wholesale } from './customers.ts'
import { load } from './load.ts'
import type { Running } from './processes.ts'
import { settle } from './set-up.ts'

/** What one pass over all rows took. The heap is what is left of it after a collection, at each quarter of the rows. */
export type Pass = {
  rows: number
  seconds: number
  cpuMs: number
  heapBytes: readonly number[]
  /** The most that the process took in the first and in the second half of the rows. */
  peakRssBytes: readonly [first: number, second: number]
  /** Of the store; `written` are the documents of all batches. */
  operations: Record<'read' | 'range' | 'batch' | 'written', number>
}

/** A job: its rows tried without changing anything, and then done. */
export type Job = { dryRun: Pass; run: Pass }

/**
 * Hands in a file with a row for every subscription, and confirms what the dry run found.
 * @throws Error when a row is refused, or fails
 */
export async function measureJob(server: Running, file: string, { by, outlet, rows }: Wholesale): Promise<Job> {
  const lines = rows.map(({ tenant, subscription }) => `${tenant},${subscription},${outlet}\n`)
  const started = await answer(server, by, 'bulk-start', { kind: 'reseller' })
  const uploaded = dataOf(started, 'bulk-uploaded')
  await handIn(/"url":"([^"]+)"/.exec(started)?.[1] ?? '', lines.join(''))
  const watched = { server, file, id: String(uploaded.bulk), rows: rows.length }
  const dryRun = await pass(watched, () => answer(server, by, 'bulk-uploaded', uploaded))
  const checked = await answer(server, by, 'bulk-progress', { bulk: uploaded.bulk })
  const run = await pass(watched, () => answer(server, by, 'bulk-confirm', dataOf(checked, 'bulk-confirm')))
  await settle(server.url)
  const { state, done } = look(file, watched.id)
  if (state !== 'done' || done?.good !== rows.length) throw new Error(`not all are done: ${JSON.stringify(done)}`)
  return { dryRun, run }
}

type Watched = { server: Running; file: string; id: string; rows: number }

const EVERY_MS = 50

/** From the tap that begins it until its last document is written down. */
async function pass({ server, file, id, rows }: Watched, begin: () => Promise<unknown>): Promise<Pass> {
  const heapBytes: number[] = []
  const peaks: [number, number] = [0, 0]
  const before = await server.ask<Pass['operations']>('counts')
  // What a collection takes of the process is not the job's.
  const collecting = { cpuMs: 0, ms: 0 }
  const cpu = server.cpuMs()
  const began = performance.now()
  await begin()
  for (let isOver = false; !isOver; ) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    const { state, at, of } = look(file, id)
    isOver = state === 'checked' || state === 'done'
    const half = isOver || at * 2 >= of ? 1 : 0
    peaks[half] = Math.max(peaks[half], server.rssBytes())
    if (heapBytes.length < Math.floor(((isOver ? of : at) * QUARTERS) / of)) {
      const [asked, was] = [performance.now(), server.cpuMs()]
      const { heapUsed } = await server.ask<{ heapUsed: number }>('memory')
      heapBytes.push(heapUsed)
      collecting.cpuMs += server.cpuMs() - was
      collecting.ms += performance.now() - asked
    }
  }
  const seconds = (performance.now() - began - collecting.ms) / 1000
  const after = await server.ask<Pass['operations']>('counts')
  const spent = (name: keyof Pass['operations']) => after[name] - before[name]
  return {
    rows,
    seconds,
    cpuMs: server.cpuMs() - cpu - collecting.cpuMs,
    heapBytes,
    peakRssBytes: peaks,
    operations: { read: spent('read'), range: spent('range'), batch: spent('batch'), written: spent('written') },
  }
}

const QUARTERS = 4

type Progress = { state: string; at: number; of: number; done?: { good: number } }

/** Where the job stands, as it lies in the store: nobody is asked for it. */
function look(file: string, id: string): Progress {
  const db = new DatabaseSync(file, { readOnly: true })
  const row = db.prepare("SELECT body FROM docs WHERE pk = ? AND id = 'root'").get(bulkPk(id))
  db.close()
  const { bulk } = JSON.parse(String(row?.body ?? '{"state":{}}')).state
  return { state: bulk?.state ?? 'none', at: bulk?.at ?? 0, of: bulk?.sheet?.documents ?? 1, done: bulk?.done }
}

async function answer({ url }: Running, by: Wholesale['by'], verb: string, data: object): Promise<string> {
  let told = ''
  const activity = tap(by, verb, 'op' in data ? { ...data, op: newOperationKey() } : data)
  const answered = (body: string) => {
    told = body
    return undefined
  }
  const next = () => ({ activity, answered })
  await load({ url, connections: 1, turns: 1, next })
  return told
}

async function handIn(url: string, lines: string): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([lines]), 'rows.csv')
  const response = await fetch(url, { method: 'POST', body: form, headers: { origin: new URL(url).origin } })
  if (!response.ok) throw new Error(`the file was answered ${response.status}: ${await response.text()}`)
}
