import { temporaryPasswordMail } from '../../cards/words/mails.ts'
import { type By, type DirectoryRole, type Locale, system } from '../../domain/actor.ts'
import { tickBulk } from '../../domain/bulk/sweep.ts'
import { expireCredential } from '../../domain/customer/credential.ts'
import { mpnUnknown, readMpnFacts, releaseMpn } from '../../domain/enrollment/mpn-facts.ts'
import { ownershipMailBounced, sendOwnershipMail } from '../../domain/enrollment/ownership.ts'
import { checkApplication } from '../../domain/enrollment/review.ts'
import { listForReview } from '../../domain/enrollment/review-list.ts'
import { tick } from '../../domain/enrollment/tick.ts'
import { sweepFile } from '../../domain/files/ticket.ts'
import { tenantId as asTenant, type TenantId, type UserId } from '../../domain/ids.ts'
import type { NoticeOf } from '../../domain/notices.ts'
import {
  employeeFailed,
  employeeInvited,
  isUnderWay,
  roleChangeRefused,
  roleGranted,
  roleRevoked,
} from '../../domain/organization/employees.ts'
import { listEverywhere } from '../../domain/organization/listed-company.ts'
import type { OrganizationOrder } from '../../domain/organization/organizations.ts'
import { tickInvitation } from '../../domain/partnership/acceptance.ts'
import { type Mailer, OutsideRefused } from '../../domain/ports.ts'
import { ok } from '../../domain/result.ts'
import { listAudit } from '../../domain/store/audit-list.ts'
import type { Task, TaskOf } from '../../domain/store/outbox.ts'
import { met } from '../../domain/store/people-met.ts'
import type { House } from '../capability.ts'
import { languageFor } from '../identity/actor.ts'
import { tickCustomer } from './customer-tasks.ts'
import type { RowFacts } from './outbox-run.ts'

type Deps = House & { mailer: Mailer }
type Row = Omit<RowFacts, 'id'>
type RoleChange = { tenantId: TenantId; userId: UserId; role: DirectoryRole; key: string }

/** The outbox tasks that are commands of the system or orders to other systems. Each may run more than once. */
export function outsideTasks(house: Deps) {
  const { organizations, directory, partnerCenter, store, mailer, clock } = house
  const execute = (tenant: TenantId, { correlationId }: Row, decide: OrganizationOrder['decide']) =>
    organizations.execute(tenant, { by: system, correlationId, decide })

  /** Whether the directory did it. An order that was taken back is forgotten; what the directory refuses, the admins are told. */
  const ordered = async (change: 'grant' | 'revoke', order: RoleChange, row: Row): Promise<boolean> => {
    const organization = await organizations.find(order.tenantId)
    if (!organization || !isUnderWay(organization, order.key)) return false
    try {
      await directory[change](order)
      return true
    } catch (fault) {
      if (!(fault instanceof OutsideRefused)) throw fault
      const { tenantId, ...role } = order
      const name = (await directory.person(tenantId, order.userId))?.name ?? order.userId
      const refused = { ...role, change, at: clock.now(), name, reason: fault.reason }
      await execute(tenantId, row, (state) => roleChangeRefused(state, refused))
      return false
    }
  }

  return {
    async sendOwnershipMail({ tenantId, enrollmentId }: TaskOf<'sendOwnershipMail'>, row: Row) {
      await execute(tenantId, row, (state) => sendOwnershipMail(state, { at: clock.now(), enrollmentId }))
    },
    async checkApplication({ tenantId, enrollmentId }: TaskOf<'checkApplication'>, row: Row) {
      await execute(tenantId, row, async (state) => {
        const { enrollment } = state
        const tenant = await directory.tenant(tenantId)
        if (enrollment.state !== 'inReview' || !tenant) return ok([])
        const { mpnId } = enrollment.application
        const mpn = await readMpnFacts({ store, partnerCenter }, state, mpnId).catch((fault: unknown) => {
          if (!(fault instanceof OutsideRefused)) throw fault
          return mpnUnknown(state, mpnId)
        })
        return checkApplication(state, { at: clock.now(), enrollmentId, tenant, mpn })
      })
    },
    async grantRole({ tenantId, userId, role, key }: TaskOf<'grantRole'>, row: Row) {
      if (!(await ordered('grant', { tenantId, userId, role, key }, row))) return
      const person = await directory.person(tenantId, userId)
      await execute(tenantId, row, (state) => roleGranted(state, { at: clock.now(), userId, role, key, person }))
    },
    async revokeRole({ tenantId, userId, role, key }: TaskOf<'revokeRole'>, row: Row) {
      if (!(await ordered('revoke', { tenantId, userId, role, key }, row))) return
      await execute(tenantId, row, (state) => roleRevoked(state, { at: clock.now(), userId, role, key }))
    },
    async createUser({ tenantId, key, name, email }: TaskOf<'createUser'>, row: Row) {
      let made: UserId | undefined
      try {
        const { userId, temporaryPassword } = await directory.createUser({ tenantId, key, name, email })
        made = userId
        const organization = await organizations.find(tenantId)
        const addedBy = organization?.employees.find((one) => one.key === key)?.addedBy
        const mail = temporaryPasswordMail({
          company: organization?.displayName ?? '',
          name,
          email,
          password: temporaryPassword,
          locale: await localeOf(addedBy, house),
        })
        // Each attempt has made a password of its own: its mail is no repeat of an earlier one.
        await mailer.send({ to: email, ...mail }, `${row.key}|${row.attempts}`)
        await execute(tenantId, row, (state) => employeeInvited(state, { at: clock.now(), key, userId }))
      } catch (fault) {
        if (!(fault instanceof OutsideRefused)) throw fault
        const failure = { at: clock.now(), key, reason: fault.reason, userId: made }
        await execute(tenantId, row, (state) => employeeFailed(state, failure))
      }
    },
    async disableUser({ tenantId, userId, key }: TaskOf<'disableUser'>) {
      await directory.disableUser({ tenantId, userId, key })
    },
    async listForReview({ tenantId }: TaskOf<'listForReview'>) {
      await listForReview(store, tenantId)
    },
    async listCompany(task: TaskOf<'listCompany'>): Promise<readonly Task[]> {
      const after = await listEverywhere(house, task.tenantId, task.after)
      return after === undefined ? [] : [{ ...task, after }]
    },
    async listAudit(task: TaskOf<'listAudit'>, { pk }: Row) {
      await listAudit(store, pk, task)
    },
    async releaseMpn({ tenantId, mpnId }: TaskOf<'releaseMpn'>) {
      await releaseMpn(store, tenantId, mpnId)
    },
  }
}

/** What a new employee reads is not known yet: the language of whoever added them. */
async function localeOf(who: By | undefined, { directory, store }: House): Promise<Locale> {
  if (who?.kind !== 'person') return 'en-US'
  const [person, known] = await Promise.all([
    directory.person(who.tenantId, who.userId),
    met(store, who.tenantId, who.userId),
  ])
  return languageFor(person, known)
}

/** The mail that asks for confirmation came back: the admins are told and can name another address (SM2). */
export async function markBounced(house: House, notice: NoticeOf<'verification.confirm'>, correlationId: string) {
  const { organizations, clock } = house
  const { tenantId, generation } = notice
  await organizations.execute(tenantId, {
    by: system,
    correlationId,
    decide: (state) => ownershipMailBounced(state, { at: clock.now(), generation }),
  })
}

/** What fell due by a timer: a company's expired link or overdue review, an invitation's end, the end of a file or of a job. */
export async function tickTruth(house: House & { dataKey: Uint8Array }, pk: string, id: string): Promise<void> {
  const [kind, tenant] = pk.split(':')
  if (kind === 'fil') return sweepFile(house.store, pk)
  if (kind === 'blk' && tenant !== undefined) return tickBulk(house, tenant)
  if (kind === 'sec' && tenant !== undefined) return expireCredential(house, asTenant(tenant))
  if (kind === 'cus' || id.startsWith('new:')) return tickCustomer(house, pk, id)
  if (kind !== 'org' || tenant === undefined) throw new TypeError('nothing with a timer')
  if (id.startsWith('inv:')) return tickInvitation(house, asTenant(tenant), id.slice('inv:'.length))
  const { organizations, clock } = house
  await organizations.execute(asTenant(tenant), {
    by: system,
    correlationId: `timer:${tenant}`,
    decide: (state) => ok(tick(state, clock.now())),
  })
}
