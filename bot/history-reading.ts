import type { HistoryAsked, HistoryRow } from '../cards/history.ts'
import { allChanges, changesPage, type Past } from '../domain/history/changes.ts'
import { spanOf } from '../domain/history/days.ts'
import { allLooks, type PastLook } from '../domain/history/looks.ts'
import type { HistoryQuery } from '../domain/history/query.ts'
import type { TenantId } from '../domain/ids.ts'
import type { Organization } from '../domain/organization/organization.ts'
import { permit } from '../domain/permissions.ts'
import type { Person } from '../domain/ports.ts'
import { keepAsked, lastAsked } from '../domain/questions/asked.ts'
import type { Refusal } from '../domain/refusals.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { House, Turn } from './capability.ts'

type RowsPage = { rows: readonly HistoryRow[]; next?: string; lookedBackTo?: string }

/** A history that this person may read now. */
export type Readable = {
  /** Whose; undefined for everybody's. */
  company: Organization | undefined
  page(place: { limit: number; after?: string }): Promise<RowsPage>
  all(): AsyncGenerator<HistoryRow>
}

/**
 * Company people read their own history alone, the operator's staff everybody's; what these staff looked at is for
 * reviewers. Whatever of other companies is read is on record before (P50).
 */
export async function readableHistory(
  show: HistoryAsked['show'],
  query: HistoryQuery,
  turn: Turn,
  house: House,
): Promise<Result<Readable, readonly Refusal[]>> {
  const { organization, actor, timeZone } = turn
  const isOperator = organization === undefined
  const refusals = isOperator ? operatorMay(show, turn) : permit('P48', actor, organization, { read: true })
  if (refusals.length > 0) return fail(refusals)
  const company = organization ?? (query.company && (await house.organizations.find(query.company)))
  if (query.company && !company) return fail([{ code: 'NOT_FOUND', query: query.company }])
  const span = spanOf(query.from, query.to, timeZone)
  if (isOperator && show === 'changes') await keepLook(query, turn, house)
  if (isOperator && show === 'looks') {
    const people = await operators(house)
    const names = namer(house)
    const looked = (after?: string) => allLooks(house.store, people, query, span, after)
    return ok({
      company,
      page: async ({ limit, after }) => looksPage(looked(after), limit, names),
      all: async function* () {
        for await (const look of looked()) yield await lookRow(look, names)
      },
    })
  }
  const reading = { store: house.store, span, query, isOperator }
  return ok({
    company,
    page: async (place) => {
      const { items, ...rest } = await changesPage(reading, company, place)
      return { rows: items.map(rowOf), ...rest }
    },
    all: async function* () {
      for await (const past of allChanges(reading, company)) yield rowOf(past)
    },
  })
}

function operatorMay(show: HistoryAsked['show'], { actor }: Turn): readonly Refusal[] {
  if (actor.appRoles.length === 0) return [{ code: 'AUTH_ROLE', roles: [] }]
  return show === 'looks' && !actor.appRoles.includes('reviewer') ? [{ code: 'AUTH_REVIEWER' }] : []
}

const rowOf = ({ at, by, companies, events }: Past): HistoryRow => ({ at, by, companies, events })

async function keepLook({ company, operation }: HistoryQuery, { actor, now }: Turn, { store }: House): Promise<void> {
  const before = await lastAsked(store, actor, now)
  const question = {
    id: 'Q27' as const,
    companies: company ? [company] : [],
    countries: [],
    ...(operation ? { operation } : {}),
  }
  await keepAsked(store, actor, { question, at: now, before, isLook: true })
}

/** Everybody of the operator's staff once, whatever they may do. */
async function operators({ directory }: House): Promise<readonly Person[]> {
  const [support, reviewers] = await Promise.all([directory.operators('support'), directory.operators('reviewer')])
  return [...new Map([...support, ...reviewers].map((one) => [one.userId, one])).values()]
}

type Namer = (tenant: TenantId) => Promise<string>

/** Each company is looked up once. */
function namer({ organizations }: House): Namer {
  const known = new Map<TenantId, Promise<string>>()
  return (tenant) => {
    const name = known.get(tenant) ?? organizations.find(tenant).then((found) => found?.displayName ?? tenant)
    known.set(tenant, name)
    return name
  }
}

async function looksPage(looks: AsyncGenerator<PastLook>, limit: number, names: Namer): Promise<RowsPage> {
  const found: PastLook[] = []
  for await (const look of looks) {
    if (found.length === limit) {
      const next = found.at(-1)?.place
      return { rows: await Promise.all(found.map((one) => lookRow(one, names))), ...(next ? { next } : {}) }
    }
    found.push(look)
  }
  return { rows: await Promise.all(found.map((one) => lookRow(one, names))) }
}

const lookRow = async ({ at, by, question }: PastLook, names: Namer): Promise<HistoryRow> => ({
  at,
  by,
  question,
  names: await Promise.all(question.companies.map(names)),
})
