import { type By, system } from '../../domain/actor.ts'
import { customers } from '../../domain/customer/customers.ts'
import { newId, type TenantId, tenantId, userId } from '../../domain/ids.ts'
import type { InvitationEvent } from '../../domain/invitation/invitation.ts'
import { invitationId, invitations } from '../../domain/invitation/invitations.ts'
import { sentNow } from '../../domain/invitation/invite.ts'
import { listInvitation } from '../../domain/invitation/lists.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import {
  newOrganization,
  ORGANIZATION,
  type Organizations,
  organizationPk,
} from '../../domain/organization/organizations.ts'
import { finishAcceptance } from '../../domain/partnership/acceptance.ts'
import { listPartnership } from '../../domain/partnership/lists.ts'
import { partnerships } from '../../domain/partnership/partnerships.ts'
import { ok } from '../../domain/result.ts'
import { searchKey } from '../../domain/search-key.ts'
import type { DocumentStore, Json } from '../../domain/store/document-store.ts'
import { entryOf, listedId, ownNames } from '../../domain/store/name-entries.ts'
import { type AuditRecord, auditId, ROOT, type RootRecord } from '../../domain/store/records.ts'
import { HISTORIES } from '../support/lifecycle.ts'
import { sakuraTenant } from '../support/people.ts'
import { DATA_KEY } from './programs.ts'
import { createScratch, type Document } from './scratch.ts'

/** Somebody who acts in a record. */
export type Acting = { tenantId: string; aadObjectId: string; name: string }

type Company = { tenantId: string; displayName: string; legalName?: string }

/** A provider in Japan, ready to invite. */
export const provider = ({ tenantId: id, displayName }: Company, now: string): Organization =>
  newOrganization(
    { ...sakuraTenant, tenantId: tenantId(id), displayName, legalName: displayName },
    {
      kind: 'indirectProvider',
      cspTenant: true,
      suspended: false,
      agreements: [{ type: 'MPA', region: 'japan', version: '1', acceptedAt: now }],
    },
    now,
  )

/** How a company becomes a reseller; whoever has not signed is not active yet. */
const STORIES = { signed: story(HISTORIES.active), unsigned: story(HISTORIES.qualified) }

type Story = { before: Organization; last: OrganizationEvent }

function story(events: readonly OrganizationEvent[]): Story {
  const last = events.at(-1)
  if (!last) throw new RangeError('a story without an end')
  const prospect = newOrganization(sakuraTenant, undefined, '2026-03-02T01:00:00.000Z')
  return { before: events.slice(0, -1).reduce(ORGANIZATION.evolve, prospect), last }
}

/** A reseller in Japan as its enrollment left it; whoever has not `signed` waits for its MPA. */
export function reseller({ tenantId: id, displayName, legalName = displayName }: Company, signed = true): Organization {
  const { before, last } = STORIES[signed ? 'signed' : 'unsigned']
  return ORGANIZATION.evolve({ ...before, tenantId: tenantId(id), displayName, legalName }, last)
}

/** The root that the company's commands would have left, with the last of its audit. */
export function organizationRecords(state: Organization): readonly Document[] {
  const { t, v, due } = ORGANIZATION
  const pk = organizationPk(state.tenantId)
  const dueAt = due(state)
  const last = HISTORIES.active.slice(-1)
  const root: RootRecord<Organization> = { t, v, version: VERSION, ops: [], state }
  const audit: AuditRecord<OrganizationEvent> = {
    t: 'audit',
    v: 1,
    token: newId(),
    at: last[0]?.at ?? '',
    by: system,
    correlationId: 'bench',
    events: last,
  }
  return [
    // Records hold plain data only.
    { pk, id: ROOT, body: root as unknown as Json, ...(dueAt ? { due: dueAt } : {}) },
    { pk, id: auditId(ROOT, VERSION), body: audit as unknown as Json },
  ]
}

/** On record with `own`: that it is related to this company, and how it is found by. */
export const listedRecord = (company: Company, own: TenantId): Document => ({
  pk: ownNames(own),
  id: listedId(tenantId(company.tenantId)),
  body: { t: 'named', v: 1, version: VERSION, named: namedOf(company), marks: [...marksOf(company)], token: newId() },
})

/**
 * What a company is found by under its name, among all and among those related to `own`, as `name-listing.ts` lists it.
 * Mistyped, or written as it sounds, it is not found: either listing has some ten entries more for that, which no question
 * here reads.
 */
export function nameRecords(company: Company, own: TenantId): readonly Document[] {
  const body = { t: 'name', v: 1, version: VERSION, ...namedOf(company), token: newId() }
  return (['all', own] as const).flatMap((scope) =>
    marksOf(company).map((mark) => ({ ...entryOf(scope, mark, tenantId(company.tenantId)), body })),
  )
}

const VERSION = HISTORIES.active.length

const namedOf = ({ tenantId: id, displayName, legalName = displayName }: Company) => ({
  tenantId: tenantId(id),
  name: displayName,
  legalName,
  country: sakuraTenant.country,
})

/** One for each of its names. */
const marksOf = ({ displayName, legalName = displayName }: Company): readonly string[] => [
  ...new Set([displayName, legalName].map((name) => `k ${searchKey(name)}`)),
]

type Parties = { provider: Organization; reseller: Organization; requester: Acting; acceptor: Acting; id: string }

/**
 * Everything that remains of an acceptance when its outbox has run: the partnership with its audit, the reservation of the
 * pair, an entry and a pointer in the lists of both sides. Written by the domain itself into a store of its own.
 */
export async function partnershipRecords(parties: Parties, at: string): Promise<readonly Document[]> {
  const { scratch, house, invite } = houseOf(parties, at)
  const { provider: one, reseller: other, acceptor, id } = parties
  const did = { at, by: acting(acceptor), company: other.displayName }
  await invite(...invitation(parties, at), {
    type: 'AcceptanceClaimed',
    ...did,
    reseller: other.tenantId,
    key: `press-${id}`,
  })
  await finishAcceptance(house, one.tenantId, id, 'bench')
  await listPartnership(house, one.tenantId, other.tenantId)
  return scratch.left().filter(({ pk }) => pk !== organizationPk(one.tenantId))
}

/** An invitation that was opened and not answered yet, with its audit, its entries in the lists of both sides, and its code. */
export async function invitationRecords(
  parties: Parties,
  at: string,
): Promise<{ code: string; documents: readonly Document[] }> {
  const { scratch, house, invite } = houseOf(parties, at)
  const { provider: one, id } = parties
  for (const event of invitation(parties, at)) await invite(event)
  const made = await house.invitations.find(one.tenantId, id)
  if (!made) throw new Error(`no ${invitationId(id)}`)
  const code = await house.invitations.token(made)
  await listInvitation(house, one.tenantId, id)
  return { code, documents: scratch.left() }
}

function houseOf({ provider: one, reseller: other, requester, id }: Parties, at: string) {
  const scratch = createScratch()
  const store: DocumentStore = scratch.store
  const clock = { now: () => at }
  const committed = () => undefined
  const organizations: Organizations = {
    find: async (tenant) => (tenant === one.tenantId ? one : tenant === other.tenantId ? other : undefined),
    version: async () => 0,
    execute: () => Promise.reject(new Error('companies stay as they are')),
  }
  const house = {
    store,
    clock,
    organizations,
    invitations: invitations({ store, clock, dataKey: DATA_KEY, committed }),
    partnerships: partnerships({ store, clock, committed }),
    customers: customers({ store, clock, committed }),
    directory: { tenant: async () => undefined },
  }
  const invite = (...events: readonly InvitationEvent[]) =>
    house.invitations.execute(one.tenantId, id, {
      by: acting(requester),
      correlationId: 'bench',
      decide: () => ok(events),
    })
  return { scratch, house, invite }
}

function invitation(
  { provider: one, reseller: other, requester, acceptor, id }: Parties,
  at: string,
): readonly InvitationEvent[] {
  return [
    {
      type: 'InvitationDrafted',
      at,
      by: acting(requester),
      id,
      provider: one.tenantId,
      providerName: one.displayName,
      // No company has verified this domain, so that whoever has the link may accept.
      email: `${id}@invited.example`,
      locale: 'en-US',
      draft: { subject: 'Partnership', body: 'Work with us: {link}' },
    },
    sentNow(at, acting(requester), 'mail'),
    { type: 'InvitationOpened', at, by: acting(acceptor), company: other.displayName, tenant: other.tenantId },
  ]
}

const acting = ({ tenantId: tenant, aadObjectId, name }: Acting): Extract<By, { kind: 'person' }> => ({
  kind: 'person',
  tenantId: tenantId(tenant),
  userId: userId(aadObjectId),
  name,
})
