// A process of its own for the kill tests: store, file of what was sent, time, and where it dies (or none).
import { appendFileSync } from 'node:fs'
import { createLogger } from '../../bot/log.ts'
import type { Performers } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker } from '../../bot/outbox/outbox-worker.ts'
import { tenantId } from '../../domain/ids.ts'
import type { Json } from '../../domain/store/document-store.ts'
import type { OutboxRow } from '../../domain/store/outbox.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'

const [file = '', sent = '', now = '', failpoint] = process.argv.slice(2)
const store = openSqliteStore(file)
const pk = 'org:1'
const notice = {
  tenantId: tenantId('11111111-1111-4111-8111-111111111111'),
  company: 'K',
  name: 'enrollment.approved',
} as const

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}
const perform: Partial<Performers> = {
  notify: async () =>
    ['a', 'b', 'c'].map((name) => ({ kind: 'mail', address: `${name}@b.example`, locale: 'ja-JP', notice })),
  mail: async ({ address }) => {
    if (failpoint === 'afterClaim') die()
    appendFileSync(sent, `${address}\n`)
    if (failpoint === 'afterSend') die()
  },
}

if (failpoint !== undefined) {
  const row: OutboxRow & { token: string } = {
    t: 'outbox',
    v: 1,
    task: { kind: 'notify', audience: { to: 'reviewers' }, notice },
    at: now,
    correlationId: 'c',
    attempts: 0,
    token: 'x',
  }
  const body = row as unknown as Json
  await store.batch(pk, [{ op: 'create', id: 'ob:0000000001:0', body, due: now }], {
    id: 'ob:0000000001:0',
    token: 'x',
  })
  if (failpoint === 'afterCommit') die()
}
const worker = createOutboxWorker({
  store,
  clock: { now: () => now },
  log: createLogger('warn'),
  perform: perform as Performers,
})
await worker.settle()
await worker.stop()
await store.close()
