import type { ActionData, Verb } from '../cards/actions.ts'
import type { Card } from '../cards/drawing/render.ts'
import type { Words } from '../cards/words/words.ts'
import { type Actor, by } from '../domain/actor.ts'
import type { Bulks } from '../domain/bulk/bulks.ts'
import type { Clock } from '../domain/clock.ts'
import type { Credentials } from '../domain/customer/credentials.ts'
import type { Customers } from '../domain/customer/customers.ts'
import type { NewCustomers } from '../domain/customer/new-customers.ts'
import type { OperationKey } from '../domain/ids.ts'
import type { Invitations } from '../domain/invitation/invitations.ts'
import type { Organization } from '../domain/organization/organization.ts'
import type { OrganizationOrder, Organizations } from '../domain/organization/organizations.ts'
import type { Partnerships } from '../domain/partnership/partnerships.ts'
import type { Directory, PartnerCenter } from '../domain/ports.ts'
import type { DocumentStore } from '../domain/store/document-store.ts'
import type { PersonMet } from '../domain/store/people-met.ts'

/** What capabilities work with; made once, in compose. */
export type House = {
  store: DocumentStore
  organizations: Organizations
  invitations: Invitations
  partnerships: Partnerships
  customers: Customers
  newCustomers: NewCustomers
  bulks: Bulks
  directory: Directory
  partnerCenter: PartnerCenter
  clock: Clock
  /** Tells the outbox that a partition has something for it. */
  committed(pk: string): void
  credentials: Credentials
  /** The base of the links in invitations. */
  publicUrl: string
}

/** One turn of a known person. `organization` is undefined for the operator's own staff. */
export type Turn = {
  actor: Actor
  organization: Organization | undefined
  met: PersonMet
  words: Words
  /** Where their clocks stand, for the days that they name. */
  timeZone: string
  now: string
  correlationId: string
  /** The answer goes back in the body of the tap and stands in no message. */
  inBody?: true
  /** The message whose button was pressed; the answer takes its place. */
  tapped?: string
}

/** A turn of somebody who belongs to a company. */
export type CompanyTurn = Turn & { organization: Organization }

/** One Action: its data in, a command or a question down, a card up. */
export type Capability<V extends Verb> = (data: ActionData<V>, turn: Turn, house: House) => Promise<Card>

export type CompanyCapability<V extends Verb> = (data: ActionData<V>, turn: CompanyTurn, house: House) => Promise<Card>

/** What every command of a person carries. */
export const given = ({ actor, now }: Turn) => ({ actor, at: now })

/** A command of this person to their own company; `op` is consumed when it changes something. */
export const command = (
  { organization, actor, correlationId }: CompanyTurn,
  { organizations }: House,
  op: OperationKey | undefined,
  decide: OrganizationOrder['decide'],
): ReturnType<Organizations['execute']> =>
  organizations.execute(organization.tenantId, { by: by(actor), correlationId, decide, ...(op ? { op } : {}) })
