import { finishAcceptance, releasePair, supersede } from '../domain/partnership/acceptance.ts'
import { invitationList, listInvitation, listPartnership } from '../domain/partnership/lists.ts'
import type { TaskOf } from '../domain/store/outbox.ts'
import type { House } from './capability.ts'

type Row = { correlationId: string }

/** The outbox tasks of invitations and partnerships; each may run more than once. */
export function partnershipTasks(house: House) {
  return {
    async finishAcceptance({ provider, invitation }: TaskOf<'finishAcceptance'>, { correlationId }: Row) {
      await finishAcceptance(house, provider, invitation, correlationId)
    },
    async listInvitation({ provider, invitation }: TaskOf<'listInvitation'>) {
      await listInvitation(house, provider, invitation)
    },
    async listPartnership({ provider, reseller }: TaskOf<'listPartnership'>) {
      await listPartnership(house, provider, reseller)
    },
    async supersedeInvitations(task: TaskOf<'supersedeInvitations'>, { correlationId }: Row) {
      const { items } = await invitationList(house.store, task.reseller, { open: true, limit: 100 })
      for (const { body } of items) {
        if (body.provider !== task.provider || body.id === task.accepted) continue
        const other = await house.invitations.find(body.provider, body.id)
        if (other) await supersede(house, other, correlationId)
      }
    },
    async releasePair({ provider, reseller }: TaskOf<'releasePair'>) {
      await releasePair(house, provider, reseller)
    },
  }
}
