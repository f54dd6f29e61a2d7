import type { ActionData } from '../../cards/actions.ts'
import type { Values } from '../../cards/drawing/fields.ts'
import type { Conflict } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { authorityValues } from '../../cards/enrollment/authority-form.ts'
import { contactValues } from '../../cards/enrollment/contact-form.ts'
import { legalValues } from '../../cards/enrollment/legal-form.ts'
import { mpnValues } from '../../cards/enrollment/mpn-form.ts'
import { supportValues } from '../../cards/enrollment/support-form.ts'
import { by } from '../../domain/actor.ts'
import type { SavedStep, Step, StepValue } from '../../domain/enrollment/enrollment.ts'
import { readMpnFacts } from '../../domain/enrollment/mpn-facts.ts'
import { readAuthority, readContact, readLegal, readMpnId, readSupport } from '../../domain/enrollment/read-form.ts'
import { openDraft, saveStep } from '../../domain/enrollment/save-step.ts'
import { mpnRefusals } from '../../domain/enrollment/submit.ts'
import type { OperationKey } from '../../domain/ids.ts'
import { permit } from '../../domain/permissions.ts'
import { FIELDS, type Field, type Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { guard } from '../../domain/rules/rule.ts'
import { type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { nextForm, stepForm } from './enrollment-form.ts'
import { currentCard, refusedOrCurrent } from './status.ts'

const savedContact = ({ organization: { enrollment } }: CompanyTurn) =>
  enrollment.state === 'draft' ? enrollment.draft.contact?.value : undefined

type Tapped = { op: OperationKey; rev: number }
type Typed<S extends Step> = ActionData<`enroll-save-${S}`> & Tapped
type Read<S extends Step> = Result<StepValue[S], readonly Refusal[]>

export const saveMpn: CompanyCapability<'enroll-save-mpn'> = (typed, turn, house) =>
  save('mpn', typed, turn, house, async () => {
    const read = readMpnId(typed.mpnId)
    if (!read.ok) return read
    const refusals = mpnRefusals(await readMpnFacts(house, turn.organization, read.value))
    return refusals.length > 0 ? { ok: false, error: refusals } : { ok: true, value: { mpnId: read.value } }
  })

export const saveLegal: CompanyCapability<'enroll-save-legal'> = (typed, turn, house) =>
  save('legal', typed, turn, house, async () => readLegal(typed, turn.organization.country))

export const saveContact: CompanyCapability<'enroll-save-contact'> = (typed, turn, house) =>
  save('contact', typed, turn, house, async () =>
    readContact(typed, turn.actor, turn.organization.country, savedContact(turn)),
  )

export const saveSupport: CompanyCapability<'enroll-save-support'> = (typed, turn, house) =>
  save('support', typed, turn, house, async () => readSupport(typed, turn.organization.country))

export const saveAuthority: CompanyCapability<'enroll-save-authority'> = (typed, turn, house) =>
  save('authority', typed, turn, house, async () => {
    const read = readAuthority(typed)
    if (!read.ok) return read
    return { ok: true, value: { ...read.value, confirmedBy: by(turn.actor), confirmedAt: turn.now } }
  })

/** One step: all faults of the form at once with what was typed; then saved; a colleague's newer value is shown beside. */
async function save<S extends Step>(
  step: S,
  typed: Typed<S>,
  turn: CompanyTurn,
  house: House,
  read: () => Promise<Read<S>>,
): Promise<Card> {
  const { organization, actor } = turn
  const closed = guard(permit('P01', actor, organization), openDraft(organization))
  if (closed.length > 0) return refusedOrCurrent(closed, turn, house)
  const value = await read()
  if (!value.ok) return stepForm(step, organization, turn, { typed: shown(typed), faults: value.error })
  const { op, rev }: Tapped = typed
  const result = await command(turn, house, op, (state) =>
    saveStep(state, { type: 'SaveStep', ...given(turn), step, value: value.value, seen: rev }),
  )
  if (result.ok)
    return result.value.state.enrollment.state === 'draft'
      ? nextForm(result.value.state, turn)
      : currentCard({ ...turn, organization: result.value.state }, house)
  return result.error[0]?.code === 'STALE'
    ? bothValues(step, typed, turn, house, result.error)
    : refusedOrCurrent(result.error, turn, house)
}

/** A colleague saved this step meanwhile: the form keeps what was typed and names the colleague's values. */
async function bothValues<S extends Step>(
  step: S,
  typed: Typed<S>,
  turn: CompanyTurn,
  house: House,
  faults: readonly Refusal[],
): Promise<Card> {
  const now = (await house.organizations.find(turn.organization.tenantId)) ?? turn.organization
  if (now.enrollment.state !== 'draft') return currentCard({ ...turn, organization: now }, house)
  // The draft keeps each step under its own name, which the union of all steps forgets.
  const saved = now.enrollment.draft[step] as SavedStep<S> | undefined
  const conflicts = saved ? differences(step, typed, saved, turn) : []
  return stepForm(step, now, turn, { typed: shown(typed), faults, conflicts })
}

function differences<S extends Step>(
  step: S,
  typed: Typed<S>,
  saved: SavedStep<S>,
  { actor, words }: CompanyTurn,
): readonly Conflict[] {
  const theirs: Record<string, unknown> = { ...SAVED_VALUES[step](saved.value, actor) }
  const mine: Record<string, unknown> = { ...typed }
  const who = saved.by.kind === 'person' ? saved.by.name : words.terms.system
  return Object.keys(theirs)
    .filter((name): name is Field => FIELDS.some((field) => field === name))
    .filter((name) => String(theirs[name] ?? '') !== String(mine[name] ?? ''))
    .map((field) => ({ field, theirs: String(theirs[field] ?? ''), by: who, at: saved.at }))
}

type SavedValues = { [S in Step]: (value: StepValue[S], me: CompanyTurn['actor']) => object }

const SAVED_VALUES: SavedValues = {
  mpn: mpnValues,
  legal: legalValues,
  contact: contactValues,
  support: supportValues,
  authority: authorityValues,
}

/** Without the tap's own data, what remains are the inputs. */
function shown<S extends Step>(typed: Typed<S>): Values<`enroll-save-${S}`> {
  const { op: _op, rev: _rev, ...inputs } = typed
  // The inputs of exactly this step's verb, which the generic spread forgets.
  return inputs as unknown as Values<`enroll-save-${S}`>
}
