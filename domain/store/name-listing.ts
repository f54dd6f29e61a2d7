import { newId, type TenantId } from '../ids.ts'
import { type Doc, type DocumentStore, type Json, key, type Op, prefix, StoreUnavailable } from './document-store.ts'
import { entryOf, listedId, marksOf, ownNames } from './name-entries.ts'
import type { Named, NameScope } from './names.ts'

/** What is listed of a company; while `settling`, entries of marks may be missing or not yet gone. */
type Listed = { t: 'named'; v: 1; version: number; named: Named; marks: string[]; settling?: boolean; token: string }

type Entry = Named & { t: 'name'; v: 1; version: number; token: string }

const TRIES = 8

/**
 * Lets a company be found by its names, among all or among those related to one, and no longer by former ones. Idempotent
 * and whatever order the news arrive in: `version` is that of the company's truth, 0 before its first change.
 * @throws StoreUnavailable when others kept coming first.
 */
export async function listCompany(
  store: DocumentStore,
  scope: NameScope,
  { tenantId, name, legalName, country }: Named,
  version: number,
): Promise<void> {
  const named = { tenantId, name, legalName, country }
  const list = scope === 'all' ? listForAll : listForOne(scope)
  for (let tries = 0; tries < TRIES; tries++) if (await list(store, named, version)) return
  throw new StoreUnavailable('notExecuted')
}

/**
 * Notes that `other` is about to be listed for `own`, so that a later change of its name reaches that list. Noted before
 * the name is read: a change in between is then seen by one or the other.
 */
export async function noteScope(store: DocumentStore, own: TenantId, other: TenantId): Promise<void> {
  const id = key(`in:${own}`)
  const token = newId()
  // A conflict says that it stands there already.
  await store.batch(ownNames(other), [{ op: 'create', id, body: { t: 'scope', v: 1, token } }], { id, token })
}

/** A page of the companies for whom this one is listed. */
export async function scopesOf(
  store: DocumentStore,
  tenant: TenantId,
  { limit, after }: { limit: number; after?: string },
): Promise<{ scopes: readonly TenantId[]; next?: string }> {
  const page = await store.range(ownNames(tenant), { ...prefix('in:'), limit, ...(after ? { after } : {}) })
  const scopes = page.items.map(({ id }) => id.slice('in:'.length) as TenantId)
  return { scopes, ...(page.next ? { next: page.next } : {}) }
}

/**
 * The entries lie in many partitions. What is to be written and removed is on record before, and entries carry the
 * version that wrote them: whoever finds newer news on record takes back what it wrote itself.
 */
async function listForAll(store: DocumentStore, named: Named, version: number): Promise<boolean> {
  const pk = `nl:${named.tenantId}`
  const id = listedId(named.tenantId)
  const before = await store.read<Listed>(pk, id)
  const marks = [...marksOf(named)]
  if (before && before.body.version > version) {
    const stale = marks.filter((mark) => !before.body.marks.includes(mark))
    await Promise.all(stale.map((mark) => takeOff(store, mark, named, version)))
    return true
  }
  const isListed = before && !before.body.settling && same(before.body.named, named)
  if (isListed && before.body.version === version) return true

  const all = [...new Set([...marks, ...(before?.body.marks ?? [])])]
  const next = { t: 'named', v: 1, version, named, marks: all, settling: true, token: newId() } satisfies Listed
  const first: Listed = isListed ? { ...next, marks, settling: false } : next
  const noted = await store.batch(pk, [put(id, before, first)], { id, token: first.token })
  if (!noted.ok) return false
  if (isListed) return true

  await Promise.all(
    all.map((mark) =>
      marks.includes(mark) ? putUp(store, mark, named, version) : takeOff(store, mark, named, version),
    ),
  )
  const settling = await store.read<Listed>(pk, id)
  if (settling?.body.token !== first.token) return false
  const settled: Listed = { ...next, marks, settling: false, token: newId() }
  return (await store.batch(pk, [put(id, settling, settled)], { id, token: settled.token })).ok
}

async function putUp(store: DocumentStore, mark: string, named: Named, version: number): Promise<void> {
  const { pk, id } = entryOf('all', mark, named.tenantId)
  let stands: Doc<Entry> | undefined
  for (let tries = 0; tries < TRIES; tries++) {
    const body: Entry = { t: 'name', v: 1, version, ...named, token: newId() }
    if ((await store.batch(pk, [put(id, stands, body)], { id, token: body.token })).ok) return
    stands = await store.read<Entry>(pk, id)
    if (stands && stands.body.version > version) return
  }
  throw new StoreUnavailable('notExecuted')
}

async function takeOff(store: DocumentStore, mark: string, { tenantId }: Named, version: number): Promise<void> {
  const { pk, id } = entryOf('all', mark, tenantId)
  for (let tries = 0; tries < TRIES; tries++) {
    const stands = await store.read<Entry>(pk, id)
    if (!stands || stands.body.version > version) return
    const op: Op = { op: 'delete', id, etag: stands.etag }
    if ((await store.batch(pk, [op], { id, token: stands.body.token })).ok) return
  }
  throw new StoreUnavailable('notExecuted')
}

/** Everything of one company's index lies in one partition: one batch. */
const listForOne =
  (own: TenantId) =>
  async (store: DocumentStore, named: Named, version: number): Promise<boolean> => {
    const pk = ownNames(own)
    const id = listedId(named.tenantId)
    const before = await store.read<Listed>(pk, id)
    if (before && before.body.version > version) return true
    const isListed = before !== undefined && same(before.body.named, named)
    if (isListed && before.body.version === version) return true

    const marks = isListed ? before.body.marks : [...marksOf(named)]
    const body: Listed = { t: 'named', v: 1, version, named, marks, token: newId() }
    const ops: Op[] = [put(id, before, body)]
    if (!isListed) {
      const entry: Entry = { t: 'name', v: 1, version, ...named, token: body.token }
      const at = (mark: string) => entryOf(own, mark, named.tenantId).id
      const stand = await Promise.all((before?.body.marks ?? []).map((mark) => store.read(pk, at(mark))))
      const standing = new Map(stand.flatMap((doc) => (doc ? [[doc.id, doc] as const] : [])))
      const wanted = new Set(marks.map(at))
      for (const one of wanted) ops.push(put(one, standing.get(one), entry))
      for (const [one, { etag }] of standing) if (!wanted.has(one)) ops.push({ op: 'delete', id: one, etag })
    }
    return (await store.batch(pk, ops, { id, token: body.token })).ok
  }

const put = (id: string, stands: Doc<unknown> | undefined, body: Listed | Entry): Op =>
  // Both are plain data, which their types say and TypeScript cannot see.
  stands
    ? { op: 'replace', id, etag: stands.etag, body: body as unknown as Json }
    : { op: 'create', id, body: body as unknown as Json }

const same = (one: Named, other: Named): boolean =>
  one.name === other.name && one.legalName === other.legalName && one.country === other.country
