import type { Values } from '../../cards/drawing/fields.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { authorityForm, authorityValues } from '../../cards/enrollment/authority-form.ts'
import { contactForm, contactValues } from '../../cards/enrollment/contact-form.ts'
import { legalForm, legalValues } from '../../cards/enrollment/legal-form.ts'
import { mpnForm, mpnValues } from '../../cards/enrollment/mpn-form.ts'
import { reviewForm } from '../../cards/enrollment/review-form.ts'
import { supportForm, supportValues } from '../../cards/enrollment/support-form.ts'
import { countryRule } from '../../domain/countries.ts'
import { type InState, STEPS, type Step } from '../../domain/enrollment/enrollment.ts'
import { nextStep } from '../../domain/enrollment/save-step.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Turn } from '../capability.ts'

type DraftState = InState<'draft'>

/** What the forms of the draft show instead of what is saved: the input just typed, and what is wrong with it. */
type Redraw<S extends Step> = FormState & { typed?: Values<`enroll-save-${S}`> }

/** The form of one step, as saved, or again with what was typed and its faults. */
export function stepForm<S extends Step>(step: S, at: Organization, turn: Turn, redraw: Redraw<S> = {}): Card {
  return FORMS[step](at, draftOf(at), turn, redraw)
}

/** Where the draft goes on: the first step that is still open, or everything read back. */
export function nextForm(at: Organization, turn: Turn): Card {
  const next = nextStep(draftOf(at).draft)
  return next === 'review' ? draftReview(at, turn) : stepForm(next, at, turn)
}

export function draftReview(at: Organization, { words }: Turn, state: Pick<FormState, 'faults'> = {}): Card {
  const { draft, id: enrollment } = draftOf(at)
  const company = { rule: countryRule(at.country), company: at.displayName }
  return reviewForm({ draft, enrollment, ...company, ...state }, words)
}

type Forms = { [S in Step]: (at: Organization, enrollment: DraftState, turn: Turn, redraw: Redraw<S>) => Card }

const FORMS: Forms = {
  mpn: (_, enrollment, { words }, { typed, ...state }) =>
    mpnForm({ values: typed ?? mpnValues(enrollment.draft.mpn?.value), ...common(enrollment), ...state }, words),
  legal: (at, enrollment, { words }, { typed, ...state }) =>
    legalForm(
      {
        values: typed ?? knownLegal(at, enrollment),
        country: at.country,
        rule: countryRule(at.country),
        ...common(enrollment),
        ...state,
      },
      words,
    ),
  contact: (_, enrollment, { words, actor }, { typed, ...state }) =>
    contactForm(
      { values: typed ?? contactValues(enrollment.draft.contact?.value), me: actor, ...common(enrollment), ...state },
      words,
    ),
  support: (_, enrollment, { words }, { typed, ...state }) =>
    supportForm(
      { values: typed ?? supportValues(enrollment.draft.support?.value), ...common(enrollment), ...state },
      words,
    ),
  authority: (_, enrollment, { words, actor }, { typed, ...state }) =>
    authorityForm(
      { values: typed ?? authorityValues(enrollment.draft.authority?.value, actor), ...common(enrollment), ...state },
      words,
    ),
}

/** The name the directory has is offered until another is saved. */
function knownLegal({ legalName }: Organization, { draft }: DraftState) {
  const values = legalValues(draft.legal?.value)
  return draft.legal ? values : { ...values, companyName: legalName }
}

const common = (enrollment: DraftState) => ({ rev: enrollment.draft.rev, steps: askedSteps(enrollment) })

/** A company already in CSP is asked only for what Partner Center did not know when the draft began (R23). */
const askedSteps = ({ draft, origin, startedAt }: DraftState): readonly Step[] =>
  origin === 'newcomer' ? STEPS : STEPS.filter((step) => draft[step]?.at !== startedAt)

function draftOf({ enrollment }: Organization): DraftState {
  if (enrollment.state !== 'draft') throw new Error('no draft')
  return enrollment
}
