import type { Logger } from 'pino'
import type { Card } from '../../cards/drawing/render.ts'
import { composeMail } from '../../cards/words/mails.ts'
import type { Locale, Role } from '../../domain/actor.ts'
import type { Clock } from '../../domain/clock.ts'
import { confirmationToken } from '../../domain/enrollment/confirmation-link.ts'
import type { TenantId, UserId } from '../../domain/ids.ts'
import type { Invitations } from '../../domain/invitation/invitations.ts'
import type { Audience, Notice, NoticeOf } from '../../domain/notices.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organizations } from '../../domain/organization/organizations.ts'
import { type Directory, type Mailer, OutsideRefused, type Person } from '../../domain/ports.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import type { Task } from '../../domain/store/outbox.ts'
import { met, unreachable } from '../../domain/store/people-met.ts'
import { languageFor } from '../identity/actor.ts'
import { usualZone } from '../identity/usual-zone.ts'
import { personalChat } from '../personal-chat.ts'
import type { ConversationRef, Messenger } from '../turn.ts'
import type { Performers } from './outbox-run.ts'

export type Delivery = {
  store: DocumentStore
  clock: Clock
  directory: Pick<Directory, 'person' | 'people' | 'operators'>
  organizations: Pick<Organizations, 'find'>
  invitations: Pick<Invitations, 'find' | 'token'>
  messenger: Pick<Messenger, 'send'>
  mailer: Mailer
  log: Pick<Logger, 'warn'>
  dataKey: Buffer
  publicUrl: string
  /** The card of a notice, for a person. */
  draw: (notice: Notice, locale: Locale, timeZone: string, code: string | undefined) => Card
  /** Told where a notice stands now; answers with what is to be done about that. */
  stands: (
    notice: Notice,
    to: { tenantId: TenantId; userId: UserId },
    at: { conversation: ConversationRef; messageId: string },
  ) => Promise<readonly Task[]>
  /** The mail that asks for confirmation was refused for good (SM2 bounced). */
  onBounce: (notice: NoticeOf<'verification.confirm'>, correlationId: string) => Promise<void>
}

/**
 * The outbox tasks by which people are told something. After a lost reply a notice may arrive twice: it says what is so
 * and what to do, and repeats nothing by being read again.
 */
export function deliver(delivery: Delivery): Pick<Performers, 'notify' | 'tell' | 'mail'> {
  const { store, clock, directory, messenger, mailer, log, draw, stands, onBounce } = delivery
  return {
    /** Looks the audience up now, and orders one task for each recipient. */
    async notify({ audience, notice }, { correlationId }) {
      if (audience.to === 'contact') {
        return [{ kind: 'mail', address: audience.address, locale: audience.locale, notice }]
      }
      if (audience.to === 'person') {
        return [{ kind: 'tell', tenantId: audience.tenantId, userId: audience.userId, notice }]
      }
      const people = await recipients(audience, delivery)
      const mayBeNobody = audience.to === 'roles' && audience.inTeams
      if (people.length === 0 && !mayBeNobody) {
        log.warn({ event: 'notice', notice: notice.name, outcome: 'nobody', tenantId: notice.tenantId, correlationId })
      }
      return people.map(({ tenantId, userId }): Task => ({ kind: 'tell', tenantId, userId, notice }))
    },

    /**
     * Where the person was last met; by mail at their directory address where they never were, or where messages are
     * refused (architecture.md 7.10). Who has left the directory is told nothing.
     */
    async tell({ tenantId, userId, notice }, { correlationId }) {
      const [person, known] = await Promise.all([directory.person(tenantId, userId), met(store, tenantId, userId)])
      if (person === undefined) {
        log.warn({ event: 'notice', notice: notice.name, outcome: 'gone', tenantId, userId, correlationId })
        return []
      }
      const locale = languageFor(person, known)
      const byMail: Task = { kind: 'mail', address: person.email, locale, notice }
      const conversation = known.unreachableSince === undefined ? personalChat(known.conversation) : undefined
      if (conversation === undefined) return [byMail]
      let messageId: string
      try {
        const code = await codeOf(notice, delivery)
        const card = draw(notice, locale, known.timeZone ?? usualZone(locale), code)
        messageId = (await messenger.send(conversation, card)).messageId
      } catch (error) {
        if (!(error instanceof OutsideRefused)) throw error
        log.warn({ event: 'notice', outcome: 'unreachable', reason: error.reason, tenantId, userId, correlationId })
        await unreachable(store, known, clock.now())
        return [byMail]
      }
      try {
        return await stands(notice, { tenantId, userId }, { conversation, messageId })
      } catch (error) {
        // The person has been told: not remembering where is no reason to tell them twice.
        log.warn({ event: 'stands', notice: notice.name, tenantId, userId, correlationId, err: error })
        return []
      }
    },

    /** The personal link is made here, so that no row ever holds it (architecture.md 7.1). */
    async mail({ address, locale, notice }, { key, correlationId }) {
      try {
        const link = await linkOf(notice, delivery)
        const options = { locale, both: true, timeZone: usualZone(locale), ...(link !== undefined && { link }) }
        await mailer.send({ to: address, ...composeMail(notice, options) }, key)
      } catch (error) {
        if (!(error instanceof OutsideRefused) || notice.name !== 'verification.confirm') throw error
        await onBounce(notice, correlationId)
      }
      return []
    },
  }
}

type Group = Exclude<Audience, { to: 'contact' | 'person' }>

async function recipients(audience: Group, { directory, organizations, store }: Delivery): Promise<readonly Person[]> {
  if (audience.to === 'reviewers') return directory.operators('reviewer')
  if (audience.to === 'support') return directory.operators('support')
  const { tenantId, roles, except, inTeams = false } = audience
  const [people, organization] = await Promise.all([directory.people(tenantId), organizations.find(tenantId)])
  const holders = (wanted: readonly Role[]): readonly Person[] =>
    people.filter((person) => {
      const held = organization === undefined ? person.directoryRoles : rolesOf(organization, person)
      return held.some((role) => wanted.includes(role))
    })
  const wanted = holders(roles)
  // Where nobody has the role, it is for the global admins, who can give it.
  const told = wanted.length > 0 ? wanted : holders(['GA'])
  const others = told.filter(({ userId }) => userId !== except)
  if (!inTeams) return others
  const known = await Promise.all(others.map(({ userId }) => met(store, tenantId, userId)))
  return others.filter((_, n) => known[n]?.conversation !== undefined && known[n]?.unreachableSince === undefined)
}

/** The personal link of a notice that carries one; from now on its token leads to the application (architecture.md 7.1). */
async function linkOf(notice: Notice, delivery: Delivery): Promise<string | undefined> {
  const { store, dataKey, publicUrl } = delivery
  if (notice.name === 'partnership.requested' || notice.name === 'customerInvite.requested') {
    const code = await codeOf(notice, delivery)
    return code && `${publicUrl}/i/${code}`
  }
  if (notice.name !== 'verification.confirm') return undefined
  const { tenantId, enrollmentId, generation } = notice
  if (enrollmentId === undefined) throw new TypeError('a confirmation without an application')
  const token = await confirmationToken(store, dataKey, { tenantId, enrollmentId, generation })
  return `${publicUrl}/verify/${token}`
}

/** The code of an invitation whose link is still the one that was meant; a renewed one has another. */
async function codeOf(notice: Notice, { invitations }: Delivery): Promise<string | undefined> {
  if (notice.name !== 'partnership.requested' && notice.name !== 'customerInvite.requested') return undefined
  const invitation = await invitations.find(notice.tenantId, notice.invitation)
  return invitation?.generation === notice.generation ? invitations.token(invitation) : undefined
}
