import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type Clock, later } from '../clock.ts'
import { newId, type TenantId, type UserId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Doc, type DocumentStore, type Json, type Op, StoreUnavailable } from '../store/document-store.ts'

/** What a one-time credential is kept with; `dataKey` is DATA_KEY. */
export type Vault = { store: DocumentStore; clock: Clock; dataKey: Uint8Array }

/** Whoever submitted the new customer, and nobody else, may see the password. */
export type Submitter = { tenantId: TenantId; userId: UserId }

export type Credential = {
  customer: TenantId
  submitter: Submitter
  adminUserName: string
  temporaryPassword: string
  /** For which time the tenant was asked for: only the password of the last asking works. */
  attempt?: number
}

/** SM14; only `created` holds the password, sealed. */
export type CredentialState = 'created' | 'revealed' | 'acknowledged' | 'expired'

/** How long a password waits to be looked at (domain.md 2.17). */
export const CREDENTIAL_HOURS = 24

/**
 * Keeps the password of a new customer's first admin for one look. A fresh one under a repeated creation takes the place
 * of one that nobody has seen, and what an older asking brings comes too late; after a look nothing changes any more.
 * @throws StoreUnavailable
 */
export async function keepCredential(vault: Vault, credential: Credential): Promise<void> {
  const { customer, attempt = 0 } = credential
  await change(vault, customer, (stored) => {
    const isOpen = stored === undefined || stored.state === 'created' || stored.state === 'expired'
    return ok(isOpen && attempt >= (stored?.attempt ?? 0) ? created(vault, credential) : undefined)
  })
}

/** The credential's state for its submitter, without the password; undefined for everybody else. */
export async function credentialState(
  { store, clock }: Vault,
  customer: TenantId,
  person: Submitter,
): Promise<CredentialState | undefined> {
  const stored = (await store.read<Stored>(credentialPk(customer), CREDENTIAL))?.body
  if (!stored || !isSubmitter(stored, person)) return undefined
  return isOver(stored, clock.now()) ? 'expired' : stored.state
}

/** What became of a password, without the password; `until` of one that waits, `at` of what happened to any other. */
export type CredentialStanding = { submitter: Submitter; adminUserName: string } & (
  | { state: 'created'; until: string }
  | { state: Exclude<CredentialState, 'created'>; at: string }
)

/** For answers about a customer (Q22): one point read, whoever asks. */
export async function credentialStanding(
  store: DocumentStore,
  customer: TenantId,
  now: string,
): Promise<CredentialStanding | undefined> {
  const stored = (await store.read<Stored>(credentialPk(customer), CREDENTIAL))?.body
  if (!stored) return undefined
  const { submitter, adminUserName } = stored
  if (stored.state !== 'created') return { submitter, adminUserName, state: stored.state, at: stored.at }
  const { expiresAt } = stored
  return isOver(stored, now)
    ? { submitter, adminUserName, state: 'expired', at: expiresAt }
    : { submitter, adminUserName, state: 'created', until: expiresAt }
}

/**
 * Shows the password, to its submitter alone and once: the sealed password is removed in the batch that marks it
 * revealed, before anything is answered. Of looks at the same moment one succeeds at most.
 * @throws StoreUnavailable; Error when the sealed password was altered or belongs to another DATA_KEY
 */
export async function reveal(
  vault: Vault,
  customer: TenantId,
  person: Submitter,
): Promise<Result<{ adminUserName: string; temporaryPassword: string }, readonly Refusal[]>> {
  let shown: { adminUserName: string; temporaryPassword: string } | undefined
  const done = await change(vault, customer, (stored) => {
    shown = undefined
    if (!stored || !isSubmitter(stored, person)) return fail(NOT_FOUND)
    if (stored.state !== 'created' || isOver(stored, vault.clock.now())) return fail(ALREADY_SHOWN)
    const { sealed, expiresAt, state, ...rest } = stored
    shown = { adminUserName: stored.adminUserName, temporaryPassword: open(vault, stored) }
    return ok({ ...rest, state: 'revealed', at: vault.clock.now() })
  })
  if (!done.ok) return done
  return shown ? ok(shown) : fail(ALREADY_SHOWN)
}

/** The submitter has noted the password. Repeated, and after a day, it changes nothing. */
export async function acknowledge(
  vault: Vault,
  customer: TenantId,
  person: Submitter,
): Promise<Result<undefined, readonly Refusal[]>> {
  return change(vault, customer, (stored) => {
    if (!stored || !isSubmitter(stored, person)) return fail(NOT_FOUND)
    // Before a look there is nothing that could have been noted.
    if (stored.state !== 'revealed') return ok(undefined)
    return ok({ ...stored, state: 'acknowledged', at: vault.clock.now() })
  })
}

/** Destroys a password that nobody looked at within a day; for `due` documents of `sec:` partitions. */
export async function expireCredential(vault: Vault, customer: TenantId): Promise<void> {
  await change(vault, customer, (stored) => {
    if (stored?.state !== 'created' || !isOver(stored, vault.clock.now())) return ok(undefined)
    const { sealed, expiresAt, state, ...rest } = stored
    return ok({ ...rest, state: 'expired', at: expiresAt })
  })
}

export const credentialPk = (customer: TenantId): string => `sec:${customer}`

type Facts = {
  t: 'credential'
  v: 1
  customer: TenantId
  submitter: Submitter
  adminUserName: string
  attempt?: number
}
type Created = Facts & { state: 'created'; sealed: string; expiresAt: string }
type Stored = Created | (Facts & { state: 'revealed' | 'acknowledged' | 'expired'; at: string })

const CREDENTIAL = 'root'
const ATTEMPTS = 20
const NOT_FOUND: readonly Refusal[] = [{ code: 'NOT_FOUND', query: '' }]
const ALREADY_SHOWN: readonly Refusal[] = [{ code: 'SEC_ALREADY_SHOWN' }]

const isSubmitter = ({ submitter }: Facts, { tenantId, userId }: Submitter): boolean =>
  submitter.tenantId === tenantId && submitter.userId === userId

const isOver = (stored: Stored, now: string): boolean => stored.state === 'created' && stored.expiresAt <= now

function created({ clock, dataKey }: Vault, credential: Credential): Created {
  const { customer, submitter, adminUserName, temporaryPassword, attempt } = credential
  const expiresAt = later(clock.now(), CREDENTIAL_HOURS * 3_600_000)
  const number = attempt === undefined ? {} : { attempt }
  const facts: Facts = { t: 'credential', v: 1, customer, submitter, adminUserName, ...number }
  return { ...facts, state: 'created', sealed: seal(dataKey, facts, temporaryPassword), expiresAt }
}

/** Reads, decides and writes as one; `decide` runs again when somebody else came between. Nothing to write is `undefined`. */
async function change(
  { store }: Vault,
  customer: TenantId,
  decide: (stored: Stored | undefined) => Result<Stored | undefined, readonly Refusal[]>,
): Promise<Result<undefined, readonly Refusal[]>> {
  const pk = credentialPk(customer)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await store.read<Stored & { version: number }>(pk, CREDENTIAL)
    const decided = decide(stored?.body)
    if (!decided.ok) return decided
    if (!decided.value) return ok(undefined)
    const written = await write(store, pk, stored, decided.value)
    if (written) return ok(undefined)
  }
  throw new StoreUnavailable('notExecuted')
}

/** The state and a trace of who it passed through, which is also the marker; neither holds more than names and times. */
async function write(
  store: DocumentStore,
  pk: string,
  before: Doc<Stored & { version: number }> | undefined,
  next: Stored,
): Promise<boolean> {
  const token = newId()
  const version = (before?.body.version ?? 0) + 1
  const trace = `trace:${String(version).padStart(10, '0')}`
  // Records hold plain data only.
  const body = { ...next, version } as unknown as Json
  const due = next.state === 'created' ? { due: next.expiresAt } : {}
  const root: Op = before
    ? { op: 'replace', id: CREDENTIAL, etag: before.etag, body, ...due }
    : { op: 'create', id: CREDENTIAL, body, ...due }
  const traced: Op = { op: 'create', id: trace, body: { t: 'credentialTrace', v: 1, token, state: next.state } }
  const written = await store.batch(pk, [root, traced], { id: trace, token })
  return written.ok
}

// The customer and the submitter are sealed in: moved to another record, a password does not open.
const bound = ({ customer, submitter }: Facts): Buffer =>
  Buffer.from(`${customer}|${submitter.tenantId}/${submitter.userId}`)

const keyOf = (dataKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(), 'one-time credential 1', 32))

function seal(dataKey: Uint8Array, facts: Facts, password: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(dataKey), nonce).setAAD(bound(facts))
  const sealed = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

function open({ dataKey }: Vault, stored: Created): string {
  try {
    const bytes = Buffer.from(stored.sealed, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(dataKey), bytes.subarray(0, 12), { authTagLength: 16 })
      .setAuthTag(bytes.subarray(12, 28))
      .setAAD(bound(stored))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    // Without its cause, which is about the secret.
    throw new Error('a one-time credential cannot be opened')
  }
}
