import { outcomeCells } from '../cards/bulk/bulk-outcome.ts'
import { withLink } from '../cards/words/invitation-mail.ts'
import type { Words } from '../cards/words/words.ts'
import { COLUMNS, columnsFor, hasRows, isBegun, type Outcome, type WithRows } from '../domain/bulk/bulk.ts'
import { ownJob } from '../domain/bulk/confirm.ts'
import { idOf, ROWS_PER_DOCUMENT, readRows, rowKey } from '../domain/bulk/rows.ts'
import { newId } from '../domain/ids.ts'
import { isOpen } from '../domain/invitation/invitation.ts'
import type { Organization } from '../domain/organization/organization.ts'
import { linkOf } from './capabilities/own-invitation.ts'
import type { House } from './capability.ts'
import type { Producers } from './hand-over.ts'
import { lookAs } from './look.ts'

/** What became of each row as a file, or would become of it before the job is confirmed; read while it is sent. */
export const bulkFile =
  (house: House): Producers['bulk'] =>
  async ({ bulk: id }, { tenantId, userId, locale, timeZone }) => {
    const turn = await lookAs({ tenantId, userId }, { locale, timeZone, correlationId: newId() }, house)
    const bulk = await house.bulks.find(id)
    if (!turn?.organization || !bulk || !hasRows(bulk) || bulk.sweptAt !== undefined) return undefined
    if (ownJob(bulk, turn.actor, turn.organization).length > 0) return undefined
    return rowsOf(bulk, turn.organization, house, turn.words)
  }

/** The headings alone, as they are read. */
export const bulkTemplate =
  (house: House): Producers['bulkTemplate'] =>
  async ({ of }, { tenantId, userId, locale, timeZone }) => {
    const turn = await lookAs({ tenantId, userId }, { locale, timeZone, correlationId: newId() }, house)
    if (!turn?.organization) return undefined
    return headings(columnsFor(of, turn.organization.kind).map((column) => turn.words.bulk.columns[column]))
  }

async function* headings(row: readonly string[]): AsyncGenerator<readonly string[]> {
  yield row
}

async function* rowsOf(
  bulk: WithRows,
  { kind: company }: Organization,
  house: House,
  words: Words,
): AsyncGenerator<readonly string[]> {
  const { columns, results } = words.bulk
  const { id, kind, sheet } = bulk
  const asked = columnsFor(kind, company)
  const places = asked.map((column) => (COLUMNS[kind] as readonly string[]).indexOf(column))
  const begun = isBegun(bulk)
  yield [
    results.row,
    ...asked.map((column) => columns[column]),
    results.outcome,
    results.explanation,
    ...(begun ? madeHeadings(bulk, words) : []),
  ]
  for (let document = 0; document < sheet.documents; document++) {
    const found = await readRows(house.store, id, sheet, document)
    for (const [n, { cells, check, done }] of (found?.body.rows ?? []).entries()) {
      const row = document * ROWS_PER_DOCUMENT + n + 1
      yield [
        String(row),
        ...places.map((at) => cells[at] ?? ''),
        ...outcomeCells(kind, begun ? { done } : { check }, words),
        ...(begun ? await made(bulk, row, done, house, words) : []),
      ]
    }
  }
}

function madeHeadings({ kind }: WithRows, { bulk: { results } }: Words): readonly string[] {
  if (kind === 'invitations') return [results.mail.to, results.mail.subject, results.mail.text]
  return kind === 'newCustomers' ? [results.made.tenant, results.made.domain, results.made.password] : []
}

/** What a row has made: a mail with its personal link, which is put together only here; or a tenant, never its password. */
async function made(
  { id, kind, owner }: WithRows,
  row: number,
  done: Outcome | undefined,
  house: House,
  words: Words,
): Promise<readonly string[]> {
  if (kind !== 'invitations' && kind !== 'newCustomers') return []
  const { mail, made: say } = words.bulk.results
  const nothing = ['', '', '']
  const name = idOf(rowKey(id, row))
  if (kind === 'invitations') {
    const invitation = done?.is === 'good' ? await house.invitations.find(owner, name) : undefined
    if (!invitation) return nothing
    const { email, draft } = invitation
    if (!isOpen(invitation)) return [email, draft.subject, mail.over]
    return [email, draft.subject, withLink(draft.body, await linkOf(invitation, house))]
  }
  const customer = done?.is === 'good' || done?.is === 'failed' ? await house.newCustomers.find(owner, name) : undefined
  if (customer?.state === 'active')
    return [customer.customer, `${customer.details.domainPrefix}.onmicrosoft.com`, say.look]
  return customer && done?.is === 'failed' && customer.state !== 'discarded' ? ['', '', say.draft] : nothing
}
