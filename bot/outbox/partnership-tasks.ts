import { listInvitation } from '../../domain/invitation/lists.ts'
import { finishAcceptance, releasePair } from '../../domain/partnership/acceptance.ts'
import { listPartnership, listReseller } from '../../domain/partnership/lists.ts'
import { listPairInvitations } from '../../domain/partnership/received.ts'
import { relateInvited, relatePartners } from '../../domain/partnership/related.ts'
import { supersedeListed, supersedeOthers } from '../../domain/partnership/supersede.ts'
import type { Directory } from '../../domain/ports.ts'
import type { Task, TaskOf } from '../../domain/store/outbox.ts'
import type { House } from '../capability.ts'

type Row = { correlationId: string }
type Deps = Pick<House, 'store' | 'organizations' | 'invitations' | 'partnerships' | 'customers' | 'clock'> & {
  directory: Pick<Directory, 'tenant' | 'lookUp'>
}

/** The outbox tasks of invitations and partnerships; each may run more than once. */
export function partnershipTasks(house: Deps) {
  return {
    async finishAcceptance({ provider, invitation }: TaskOf<'finishAcceptance'>, { correlationId }: Row) {
      await finishAcceptance(house, provider, invitation, correlationId)
    },
    async listInvitation({ provider, invitation }: TaskOf<'listInvitation'>, { correlationId }: Row) {
      await listInvitation(house, provider, invitation)
      await listPairInvitations(house, provider, invitation)
      await relateInvited(house, provider, invitation)
      await supersedeListed(house, provider, invitation, correlationId)
    },
    async listPartnership({ provider, reseller }: TaskOf<'listPartnership'>) {
      await listPartnership(house, provider, reseller)
      await relatePartners(house, provider, reseller)
    },
    async listReseller(task: TaskOf<'listReseller'>): Promise<readonly Task[]> {
      const after = await listReseller(house, task.tenantId, task.after)
      return after === undefined ? [] : [{ ...task, after }]
    },
    async supersedeInvitations(task: TaskOf<'supersedeInvitations'>, { correlationId }: Row): Promise<readonly Task[]> {
      const after = await supersedeOthers(house, task, correlationId)
      return after === undefined ? [] : [{ ...task, after }]
    },
    async releasePair({ provider, reseller, invitation }: TaskOf<'releasePair'>) {
      await releasePair(house, provider, reseller, invitation)
    },
  }
}
