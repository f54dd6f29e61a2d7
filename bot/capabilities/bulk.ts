import { type BulkStart, bulkCard, bulkStartCard, noUploadCard } from '../../cards/bulk/bulk.ts'
import { bulkProgressCard } from '../../cards/bulk/bulk-progress.ts'
import type { Card } from '../../cards/drawing/render.ts'
import type { BulkFault } from '../../cards/words/bulk-en.ts'
import { words as wordsFor } from '../../cards/words/words.ts'
import { by } from '../../domain/actor.ts'
import {
  BULK_KINDS,
  type BulkColumn,
  type BulkKind,
  COLUMNS,
  columnsFor,
  hasRows,
  isOptional,
  mayBulk,
  type Sheet,
} from '../../domain/bulk/bulk.ts'
import { confirmBulk, ownJob, sentMails, stopBulk } from '../../domain/bulk/confirm.ts'
import { giveRows } from '../../domain/bulk/give-rows.ts'
import { jobs, listBulk } from '../../domain/bulk/list.ts'
import { readSheet, SheetRefused } from '../../domain/bulk/sheet.ts'
import { isOverdue, sweepForgotten, tickBulk } from '../../domain/bulk/sweep.ts'
import { MOST_CUSTOMERS_IN_BULK } from '../../domain/customer/submit.ts'
import { CsvRefused, readCsv } from '../../domain/files/csv.ts'
import { takeUpload } from '../../domain/files/take-upload.ts'
import { type FileRequest, type Holder, issueTicket } from '../../domain/files/ticket.ts'
import { MOST_IN_BULK } from '../../domain/invitation/invite.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { nameKey } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { usualZone } from '../identity/usual-zone.ts'
import { refused } from '../refused.ts'

const MOST = { pasted: 500, uploaded: 10_000 }
/** What is decided row by row, told before anybody prepares a list (P20, P27). */
const MOST_DAILY: Partial<Record<BulkKind, number>> = {
  invitations: MOST_IN_BULK,
  newCustomers: MOST_CUSTOMERS_IN_BULK,
}
const MOST_JOBS = 8

/** What can be done to many at once, by whoever may do it to one. */
export const bulk: CompanyCapability<'bulk'> = async (_, turn, house) => {
  const { organization, words } = turn
  const kinds = kindsFor(turn)
  if (kinds.length === 0) return refused(mayAny(turn), turn, house)
  await sweepForgotten(house, organization.tenantId)
  const { items } = await jobs(house.store, organization.tenantId, MOST_JOBS)
  const known = items.map(({ body }) => body).filter(({ kind }) => kinds.includes(kind))
  return bulkCard({ company: organization.displayName, kinds, jobs: known }, words)
}

/** The page for a file is made with the card; the template only when it is asked for. */
export const startBulk: CompanyCapability<'bulk-start'> = async ({ kind, template }, turn, house) => {
  const refusals = mayBulk(kind, turn.actor, turn.organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const url = template ? await filePage({ kind: 'bulkTemplate', of: kind }, kind, turn, house) : undefined
  return drawStart(kind, turn, house, url === undefined ? {} : { template: url })
}

export const pasteBulk: CompanyCapability<'bulk-paste'> = async ({ kind, bulk: id, rows }, turn, house) => {
  const refusals = mayBulk(kind, turn.actor, turn.organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  if (await house.bulks.find(id)) return progressOf(id, turn, house)
  const fault = await keepGiven(id, kind, 'pasted', readCsv(once(rows)), turn, house)
  return fault ? drawStart(kind, turn, house, { fault, typed: withinCard(rows) }) : progressOf(id, turn, house)
}

export const bulkUploaded: CompanyCapability<'bulk-uploaded'> = async ({ kind, bulk: id, upload }, turn, house) => {
  const { actor, organization, now, words } = turn
  const refusals = mayBulk(kind, actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  if (await house.bulks.find(id)) return progressOf(id, turn, house)
  const { tenantId, userId } = actor
  const taken = await takeUpload(house.store, { hash: upload, purpose: 'bulk', tenantId, userId, now })
  if (taken.state !== 'ready') {
    const fault: BulkFault = { code: taken.state === 'waiting' ? 'waiting' : 'noFile' }
    return noUploadCard({ kind, bulk: id, upload, fault }, words)
  }
  const fault = await keepGiven(id, kind, 'uploaded', taken.lines(), turn, house)
  await taken.done()
  return fault ? drawStart(kind, turn, house, { fault }) : progressOf(id, turn, house)
}

export const confirmJob: CompanyCapability<'bulk-confirm'> = ({ bulk: id, op }, turn, house) =>
  press(id, op, confirmBulk, turn, house)

export const stopJob: CompanyCapability<'bulk-stop'> = ({ bulk: id, op }, turn, house) =>
  press(id, op, stopBulk, turn, house)

export const mailsSent: CompanyCapability<'bulk-sent'> = ({ bulk: id, op }, turn, house) =>
  press(id, op, sentMails, turn, house)

export const bulkProgress: CompanyCapability<'bulk-progress'> = ({ bulk: id }, turn, house) =>
  progressOf(id, turn, house)

/** All rows with what became of them, as a page for this person alone. */
export const bulkResults: CompanyCapability<'bulk-results'> = async ({ bulk: id }, turn, house) => {
  const refusals = await withJob(id, turn, house)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const job = await house.bulks.find(id)
  const isKept = job && hasRows(job) && job.sweptAt === undefined
  const file = isKept ? await filePage({ kind: 'bulk', bulk: id }, job.kind, turn, house) : undefined
  return progressOf(id, turn, house, file)
}

const kindsFor = ({ actor, organization }: CompanyTurn): readonly BulkKind[] =>
  BULK_KINDS.filter((kind) => mayBulk(kind, actor, organization).length === 0)

/** What keeps this person from doing anything in bulk: by what their company could do. */
function mayAny({ actor, organization }: CompanyTurn): readonly Refusal[] {
  const each = BULK_KINDS.map((kind) => mayBulk(kind, actor, organization))
  const nearest = each.filter((refusals) => !refusals.some(({ code }) => FOR_OTHERS.includes(code)))
  return each.find((refusals) => refusals.length === 0) ?? nearest[0] ?? each[0] ?? []
}

/** These say that it is nothing for this kind of company. */
const FOR_OTHERS: readonly Refusal['code'][] = ['AUTH_ORG_KIND', 'CUS_IR_CANNOT_CREATE', 'TRN_NO_NEW_DIRECT']

/** A job of the own company whose time is over is swept before anything is done with it, whether or not a timer found it. */
async function withJob(id: string, turn: CompanyTurn, house: House): Promise<readonly Refusal[]> {
  const job = await house.bulks.find(id)
  const any = mayAny(turn)
  const refusals = any.length > 0 ? any : ownJob(job, turn.actor, turn.organization)
  if (refusals.length === 0 && job && isOverdue(job, turn.now)) await tickBulk(house, id)
  return refusals
}

async function press(
  id: string,
  op: Parameters<House['bulks']['execute']>[1]['op'] & string,
  decide: typeof confirmBulk,
  turn: CompanyTurn,
  house: House,
): Promise<Card> {
  const refusals = await withJob(id, turn, house)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const { actor, organization, correlationId } = turn
  const result = await house.bulks.execute(id, {
    by: by(actor),
    correlationId,
    op,
    decide: (state) => decide(state, { ...given(turn), organization }),
  })
  return result.ok ? progressOf(id, turn, house) : refused(result.error, turn, house)
}

async function progressOf(id: string, turn: CompanyTurn, house: House, file?: string): Promise<Card> {
  const refusals = await withJob(id, turn, house)
  const job = refusals.length > 0 ? undefined : await house.bulks.find(id)
  return job && hasRows(job) ? bulkProgressCard(job, turn.words, file) : refused(refusals, turn, house)
}

/** What is wrong with the table as a whole, if anything; its rows are judged one by one afterwards. */
async function keepGiven(
  id: string,
  kind: BulkKind,
  source: Sheet['source'],
  lines: AsyncIterable<readonly string[]>,
  turn: CompanyTurn,
  house: House,
): Promise<BulkFault | undefined> {
  const asked = columnsFor(kind, turn.organization.kind)
  const rows = readSheet(lines, kind, { columnOf: (heading) => columnOf(kind, heading), most: MOST[source], asked })
  try {
    const { organization, correlationId } = turn
    await giveRows(house, { ...given(turn), id, kind, organization, source, rows, correlationId })
    await listBulk(house, id)
    return undefined
  } catch (error) {
    if (error instanceof SheetRefused || error instanceof CsvRefused) return error.fault
    throw error
  }
}

const MOST_TYPED_BYTES = 12_000

/** What was pasted, as long as a message with it in it can be shown; it still stands where it was copied from. */
const withinCard = (rows: string): string => (Buffer.byteLength(JSON.stringify(rows)) <= MOST_TYPED_BYTES ? rows : '')

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** A heading in either language, or a column's own name; spaces do not count. */
const headingKey = (heading: string): string => nameKey(heading).replace(/\s/g, '')

const HEADINGS = new Map(
  BULK_KINDS.map((kind) => [
    kind,
    new Map(
      COLUMNS[kind].flatMap((column: BulkColumn) =>
        (['en-US', 'ja-JP'] as const)
          .map((locale): string => wordsFor(locale, 'UTC').bulk.columns[column])
          .concat(column)
          .map((heading) => [headingKey(heading), column] as const),
      ),
    ),
  ]),
)
const columnOf = (kind: BulkKind, heading: string): BulkColumn | undefined =>
  HEADINGS.get(kind)?.get(headingKey(heading))

async function drawStart(
  kind: BulkKind,
  turn: CompanyTurn,
  house: House,
  more: Pick<BulkStart, 'fault' | 'typed' | 'template'>,
): Promise<Card> {
  const { organization, words, now } = turn
  const { token, hash } = await issueTicket(
    house.store,
    { way: 'upload', holder: holderOf(turn), purpose: 'bulk' },
    now,
  )
  const upload = { url: `${house.publicUrl}/upload/${token}`, hash }
  const columns = columnsFor(kind, organization.kind)
  const optional = columns.filter((column) => isOptional(kind, column))
  return bulkStartCard(
    {
      company: organization.displayName,
      kind,
      columns,
      optional,
      most: { ...MOST, daily: MOST_DAILY[kind] },
      upload,
      ...more,
    },
    words,
  )
}

async function filePage(request: FileRequest, kind: BulkKind, turn: CompanyTurn, house: House): Promise<string> {
  const fileName = `bulk-${kind}${request.kind === 'bulk' ? '' : '-template'}.csv`
  const { token } = await issueTicket(
    house.store,
    { way: 'download', holder: holderOf(turn), fileName, request },
    turn.now,
  )
  return `${house.publicUrl}/download/${token}`
}

const holderOf = ({ actor, met }: CompanyTurn): Holder => {
  const { tenantId, userId, name, locale } = actor
  return { tenantId, userId, name, locale, timeZone: met.timeZone ?? usualZone(locale) }
}
