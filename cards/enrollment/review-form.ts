import type { Draft, Step } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import type { Fact } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import { summaryCard } from '../drawing/summary.ts'
import type { Words } from '../words/words.ts'
import { authorityFacts, contactFacts, legalFacts, mpnFacts, supportFacts } from './enrollment-facts.ts'
import { ALL_STEPS } from './enrollment-step.ts'
import type { Place } from './legal-form.ts'

export type ReviewForm = Pick<Place, 'rule'> & {
  draft: Draft
  /** Which application: an older one’s button does not submit a newer one. */
  enrollment?: string
  company: string
  steps?: readonly Step[]
  faults?: readonly Refusal[]
}

/** Everything that was entered, read back before “Enroll now” (R17, R70): each part can be changed, each fault stands at its part. */
export function reviewForm(
  { draft, enrollment, rule, company, steps = ALL_STEPS, faults = [] }: ReviewForm,
  words: Words,
): Card {
  const { buttons, enroll, terms } = words
  const facts: Record<Step, readonly Fact[]> = {
    mpn: mpnFacts(draft.mpn?.value, words),
    legal: legalFacts(draft.legal?.value, rule, words),
    contact: contactFacts(draft.contact?.value, words),
    support: supportFacts(draft.support?.value, words),
    authority: authorityFacts(draft.authority?.value, words),
  }
  const change = (step: Step): Button => tap(buttons.change, 'enroll-step', { step })
  const last = steps.at(-1)
  return summaryCard(
    {
      place: company,
      title: enroll.reviewTitle,
      intro: [enroll.review],
      alerts: faults.filter((refusal) => stepOf(refusal) === undefined).map(words.refusal),
      sections: steps.map((step) => ({
        heading: terms.steps[step],
        button: change(step),
        facts: facts[step],
        faults: faults.filter((refusal) => stepOf(refusal) === step).map(words.refusal),
      })),
      notes: [enroll.afterSubmit],
      buttons: [
        tap(
          buttons.enrollNow,
          'enroll-submit',
          { op: newOperationKey(), rev: draft.rev, ...(enrollment === undefined ? {} : { enrollment }) },
          { style: 'positive' },
        ),
        ...(last === undefined ? [] : [tap(buttons.back, 'enroll-step', { step: last })]),
        tap(buttons.withdraw, 'enroll-withdraw', {}),
      ],
    },
    words,
  )
}

const FIELD_STEPS: Readonly<Record<string, Step>> = {
  mpnId: 'mpn',
  companyName: 'legal',
  registrationId: 'legal',
  addressLine1: 'legal',
  addressLine2: 'legal',
  city: 'legal',
  state: 'legal',
  postalCode: 'legal',
  country: 'legal',
  firstName: 'contact',
  lastName: 'contact',
  email: 'contact',
  phone: 'contact',
  supportEmail: 'support',
  supportPhone: 'support',
  supportWebsite: 'support',
  adminWorkEmail: 'authority',
  authority: 'authority',
}

const stepOf = (refusal: Refusal): Step | undefined => ('field' in refusal ? FIELD_STEPS[refusal.field] : undefined)
