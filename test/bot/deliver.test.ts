import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../bot/log.ts'
import { type Delivery, deliver } from '../../bot/outbox/deliver.ts'
import type { Performers } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker } from '../../bot/outbox/outbox-worker.ts'
import type { ConversationRef } from '../../bot/turn.ts'
import type { Card } from '../../cards/drawing/render.ts'
import type { DirectoryRole, Locale, PartnerRole, Role } from '../../domain/actor.ts'
import { confirmationOf } from '../../domain/enrollment/confirmation-link.ts'
import { type TenantId, tenantId, userId } from '../../domain/ids.ts'
import type { Audience, Notice } from '../../domain/notices.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { OutsideRefused, OutsideUnavailable, type Person } from '../../domain/ports.ts'
import { type DocumentStore, type Json, prefix } from '../../domain/store/document-store.ts'
import { type OutboxRow, outboxId, type Task } from '../../domain/store/outbox.ts'
import { met, remember, setLocale } from '../../domain/store/people-met.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'

const NOW = '2026-01-05T09:00:00.000Z'
const kaede = tenantId('11111111-1111-4111-8111-111111111111')
const operator = tenantId('99999999-9999-4999-8999-999999999999')
const dataKey = Buffer.alloc(32, 3)
const approved: Notice = { tenantId: kaede, company: 'カエデ', name: 'enrollment.approved' }
const confirm: Notice = {
  tenantId: kaede,
  company: 'カエデ',
  enrollmentId: 'e1',
  name: 'verification.confirm',
  contactName: 'カエデ 花子',
  generation: 2,
  expiresAt: '2026-01-19T09:00:00.000Z',
}

type Some = {
  directoryRoles?: DirectoryRole[]
  partnerRoles?: PartnerRole[]
  locale?: Locale
  appRoles?: Person['appRoles']
}
const person = (n: number, some: Some = {}, tenant = kaede): Person => ({
  tenantId: tenant,
  userId: userId(`22222222-2222-4222-8222-${String(n).padStart(12, '0')}`),
  name: `Person ${n}`,
  email: `person${n}@kaede.example`,
  directoryRoles: [],
  partnerRoles: [],
  appRoles: [],
  ...some,
})

const stores: DocumentStore[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

/** A company with its people, a connector and a mailbox that keep what reaches them, and a worker between. */
function company(
  people: readonly Person[],
  { partnerRoles = {} }: { partnerRoles?: Record<string, PartnerRole[]> } = {},
) {
  const store = openSqliteStore(':memory:')
  stores.push(store)
  const cards: { to: string; card: Card }[] = []
  const mails: { to: string; subject: string; text: string; key: string }[] = []
  const bounced: Notice[] = []
  const faults = { connector: undefined as Error | undefined, mailer: undefined as Error | undefined }
  const delivery: Delivery = {
    store,
    clock: { now: () => NOW },
    log: createLogger('silent'),
    dataKey,
    publicUrl: 'https://bot.example',
    directory: {
      person: async (tenant, user) => people.find((one) => one.tenantId === tenant && one.userId === user),
      people: async (tenant) => people.filter((one) => one.tenantId === tenant),
      operators: async (role) => people.filter((one) => one.appRoles.includes(role)),
    },
    // Only the partner roles are read of a company here.
    organizations: {
      find: async (tenant: TenantId) => ({ tenantId: tenant, employees: [], partnerRoles }) as unknown as Organization,
    },
    // No card here carries the code of an invitation.
    invitations: { find: async () => undefined, token: async () => '' },
    messenger: {
      send: async (to, card) => {
        if (faults.connector) throw faults.connector
        cards.push({ to: to.conversationId, card })
        return { messageId: '1' }
      },
    },
    mailer: {
      send: async (mail, key) => {
        if (faults.mailer) throw faults.mailer
        mails.push({ ...mail, key })
      },
    },
    draw: (notice, locale, timeZone) => ({
      type: 'AdaptiveCard',
      version: '1.5',
      said: [notice.name, locale, timeZone],
    }),
    stands: async () => [],
    onBounce: async (notice) => void bounced.push(notice),
  }
  // The other kinds of task are not ordered here.
  const perform = deliver(delivery) as Performers
  const worker = createOutboxWorker({ ...delivery, log: createLogger('silent'), perform })
  let version = 0
  const told = async (task: Task) => {
    const id = outboxId(++version, 0)
    const row: OutboxRow = { t: 'outbox', v: 1, task, at: NOW, correlationId: 'c', attempts: 0 }
    const body = { ...row, token: 'x' } as unknown as Json
    await store.batch(`org:${kaede}`, [{ op: 'create', id, body, due: NOW }], { id, token: 'x' })
    await worker.settle()
  }
  const notify = (audience: Audience, notice = approved) => told({ kind: 'notify', audience, notice })
  const left = async () => (await store.range<OutboxRow>(`org:${kaede}`, { ...prefix('ob:'), limit: 100 })).items
  return { store, cards, mails, bounced, faults, notify, told, left }
}

const chatOf = (who: Person, scope: ConversationRef['scope'] = 'personal'): ConversationRef => ({
  v: 1,
  serviceUrl: 'https://smba.example/jp/',
  conversationId: `chat of ${who.name}`,
  scope,
  botId: '28:bot',
  accountId: `29:${who.userId}`,
  tenantId: who.tenantId,
})

const meet = async (store: DocumentStore, who: Person, { scope = 'personal', timeZone = 'Europe/Paris' } = {}) =>
  remember(store, await met(store, who.tenantId, who.userId), {
    conversation: chatOf(who, scope as ConversationRef['scope']) as unknown as Json,
    timeZone,
  })

const admins = (roles: readonly Role[] = ['GA']): Audience => ({ to: 'roles', tenantId: kaede, roles })

describe('whom a notice reaches', () => {
  it('reaches everybody who holds one of the roles, the directory’s and ours', async () => {
    const people = [
      person(1, { directoryRoles: ['GA'] }),
      person(2, { directoryRoles: ['AA'], partnerRoles: ['BPA'] }),
      person(3, { partnerRoles: ['MPNA'] }),
      person(4, { directoryRoles: ['HA'] }),
    ]
    // Ours replace what the directory started with.
    const roles = { [people[3]?.userId ?? '']: ['BPA' as const], [people[1]?.userId ?? '']: [] }
    const { mails, notify } = company(people, { partnerRoles: roles })
    await notify(admins(['GA', 'BPA']))
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['person1@kaede.example', 'person4@kaede.example'])
  })

  it('falls back to the global admins where nobody holds the role', async () => {
    const { mails, notify } = company([person(1, { directoryRoles: ['GA'] }), person(2, { directoryRoles: ['SA'] })])
    await notify(admins(['BPA']))
    expect(mails.map(({ to }) => to)).toEqual(['person1@kaede.example'])
  })

  it('leaves out who did it, and then falls back to nobody', async () => {
    const [ga, second] = [person(1, { directoryRoles: ['GA'] }), person(2, { directoryRoles: ['GA'] })]
    const two = company([ga, second])
    await two.notify({ to: 'roles', tenantId: kaede, roles: ['GA'], except: ga.userId })
    expect(two.mails.map(({ to }) => to)).toEqual(['person2@kaede.example'])
    const alone = company([ga])
    await alone.notify({ to: 'roles', tenantId: kaede, roles: ['GA'], except: ga.userId })
    expect(alone.mails).toEqual([])
    expect(await alone.left()).toEqual([])
  })

  it('reaches reviewers and support in the operator’s tenant, and no colleague of theirs', async () => {
    const staff = [
      person(5, { appRoles: ['reviewer'] }, operator),
      person(6, { appRoles: ['support'] }, operator),
      person(7, {}, operator),
    ]
    const { mails, notify } = company([person(1, { directoryRoles: ['GA'] }), ...staff])
    await notify({ to: 'reviewers' })
    await notify({ to: 'support' })
    expect(mails.map(({ to }) => to)).toEqual(['person5@kaede.example', 'person6@kaede.example'])
  })

  it('tells nothing to somebody who left the directory, even where the bot met them', async () => {
    const { store, cards, mails, notify, left } = company([])
    await meet(store, person(1))
    await notify({ to: 'person', tenantId: kaede, userId: person(1).userId })
    expect([cards, mails, await left()]).toEqual([[], [], []])
  })
})

describe('how a notice reaches a person', () => {
  const hanako = person(1, { directoryRoles: ['GA'], locale: 'ja-JP' })
  const audience: Audience = { to: 'person', tenantId: kaede, userId: hanako.userId }

  it('is a card where the bot met them, in their language and time zone', async () => {
    const { store, cards, mails, notify } = company([hanako])
    const known = await meet(store, hanako)
    await notify(audience)
    await setLocale(store, known, 'en-US')
    await notify(audience)
    expect(cards.map(({ to, card }) => [to, card.said])).toEqual([
      ['chat of Person 1', ['enrollment.approved', 'ja-JP', 'Europe/Paris']],
      ['chat of Person 1', ['enrollment.approved', 'en-US', 'Europe/Paris']],
    ])
    expect(mails).toEqual([])
  })

  it('takes the language of the Teams client before English', async () => {
    const { store, cards, notify } = company([person(1)])
    await remember(store, await meet(store, person(1)), {
      conversation: chatOf(person(1)) as unknown as Json,
      clientLocale: 'ja-JP',
    })
    await notify(audience)
    expect(cards[0]?.card.said).toEqual(['enrollment.approved', 'ja-JP', 'Europe/Paris'])
  })

  it('is a mail where the bot never met them, or only among others', async () => {
    const { store, cards, mails, notify } = company([hanako])
    await notify(audience)
    await meet(store, hanako, { scope: 'channel' })
    await notify(audience)
    expect(cards).toEqual([])
    expect(mails.map(({ to }) => to)).toEqual(['person1@kaede.example', 'person1@kaede.example'])
    expect(mails[0]?.text.indexOf('カエデ')).toBeLessThan(mails[0]?.text.indexOf('enrollment') ?? 0)
  })

  it('is a mail once the conversation refuses for good, until they come back', async () => {
    const { store, cards, mails, faults, notify } = company([hanako])
    await meet(store, hanako)
    faults.connector = new OutsideRefused('connector', 'BotNotInConversationRoster')
    await notify(audience)
    expect(mails).toHaveLength(1)
    expect((await met(store, kaede, hanako.userId)).unreachableSince).toBe(NOW)
    faults.connector = undefined
    await notify(audience)
    expect([cards.length, mails.length]).toEqual([0, 2])
    await meet(store, hanako)
    await notify(audience)
    expect([cards.length, mails.length]).toEqual([1, 2])
  })

  it('waits while the connector is away, and mails nothing', async () => {
    const { store, cards, mails, faults, notify, left } = company([hanako])
    await meet(store, hanako)
    faults.connector = new OutsideUnavailable('connector', 'notExecuted', { retryAfterMs: 30_000 })
    await notify(audience)
    const rows = await left()
    expect(rows.map(({ body }) => [body.task.kind, body.attempts])).toEqual([['tell', 1]])
    expect(rows[0]?.due).toBe('2026-01-05T09:00:30.000Z')
    expect([cards, mails]).toEqual([[], []])
  })
})

describe('mail to the primary contact', () => {
  const contact: Audience = { to: 'contact', address: 'contact@kaede.example', locale: 'ja-JP' }

  it('carries the personal link, which is in no row of the outbox', async () => {
    const { store, mails, faults, notify } = company([])
    faults.mailer = new OutsideUnavailable('mailer', 'notExecuted', { retryAfterMs: 60_000 })
    await notify(contact, confirm)
    const waiting = await store.range(`org:${kaede}`, { ...prefix('ob:'), limit: 10 })
    expect(waiting.items).toHaveLength(1)
    faults.mailer = undefined
    await notify(contact, confirm)
    expect(mails.map(({ to, key }) => [to, key])).toEqual([['contact@kaede.example', `org:${kaede}|ob:0000000002:0.0`]])
    const links = [...(mails[0]?.text ?? '').matchAll(/https:\/\/bot\.example\/verify\/([\w-]{43})(?=\s)/g)]
    expect(links).toHaveLength(2)
    const token = links[0]?.[1] ?? ''
    expect(links[1]?.[1]).toBe(token)
    expect(mails[0]?.text).not.toContain('{link}')
    expect(await confirmationOf(store, token)).toEqual({ tenantId: kaede, enrollmentId: 'e1', generation: 2 })
    expect(JSON.stringify(waiting)).not.toContain(token)
  })

  it('reports a confirmation mail that is refused for good, and is done with it', async () => {
    const { bounced, faults, notify, left } = company([])
    faults.mailer = new OutsideRefused('mailer', '550 5.1.1')
    await notify(contact, confirm)
    expect(bounced).toEqual([confirm])
    expect(await left()).toEqual([])
  })

  it('keeps any other refused mail as a dead letter', async () => {
    const { bounced, faults, notify, left } = company([])
    faults.mailer = new OutsideRefused('mailer', '550 5.1.1')
    await notify(contact)
    expect(bounced).toEqual([])
    expect((await left()).map(({ body, due }) => [body.deadAt, due])).toEqual([[NOW, undefined]])
  })
})
