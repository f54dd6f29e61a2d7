import { createLogger } from '../../bot/log.ts'
import { claim, finish, readRow } from '../../bot/outbox/outbox-row.ts'
import { type Performers, perform } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker } from '../../bot/outbox/outbox-worker.ts'
import { partnershipTasks } from '../../bot/outbox/partnership-tasks.ts'
import { tenantId } from '../../domain/ids.ts'
import type { NoticeName } from '../../domain/notices.ts'
import { tickInvitation } from '../../domain/partnership/acceptance.ts'
import type { partnerHouse } from './partner-house.ts'

type House = ReturnType<typeof partnerHouse>

/** The outbox of a house: what is told is kept instead of delivered. */
export function partnerWorker(house: House) {
  const told: NoticeName[] = []
  const performers = {
    ...partnershipTasks(house),
    updateCards: async () => [],
    showCards: async () => [],
    listAudit: async () => [],
    listCompany: async () => [],
    listCustomer: async () => [],
    notify: async ({ notice }: { notice: { name: NoticeName } }) => {
      told.push(notice.name)
      return []
    },
  } as unknown as Performers
  return {
    told,
    /** Everything that is due, by the real worker. */
    async settles() {
      const { store, clock } = house
      const onDueTruth = (pk: string, id: string) =>
        tickInvitation(house, tenantId(pk.slice('org:'.length)), id.slice('inv:'.length))
      const worker = createOutboxWorker({ store, clock, log: createLogger('silent'), perform: performers, onDueTruth })
      await worker.settle()
      await worker.stop()
    },
    /** Row by row as the worker does it, of these partitions, until nothing is due; whatever fails ends it, as a process dies. */
    async runsUntilItDies(of = '') {
      const { store, clock } = house
      for (;;) {
        const [next] = (await store.due(clock.now(), 100)).flatMap(({ pk, id, etag, body }) => {
          const row = readRow(body)
          return row && pk.startsWith(of) ? [{ pk, id, etag, row }] : []
        })
        if (!next) return
        const held = await claim(store, next, new Date(Date.parse(clock.now()) + 30_000).toISOString())
        if (!held) throw new Error('somebody else works here')
        const facts = { ...held.row, pk: held.pk, id: held.id, key: `${held.pk}|${held.id}` }
        await finish(store, held, await perform(held.row.task, facts, performers), clock.now())
      }
    },
  }
}
