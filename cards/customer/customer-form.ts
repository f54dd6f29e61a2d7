import type { Address } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey, type OperationKey } from '../../domain/ids.ts'
import type { TapData } from '../actions.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import { addressLines } from '../enrollment/enrollment-facts.ts'
import type { Words } from '../words/words.ts'
import { type CustomerPlaces, type CustomerResellers, type CustomerValues, customerFields } from './customer-fields.ts'

export type CustomerFormView = FormState & {
  places: CustomerPlaces
  company: string
  draft: string
  rev: number
  values: CustomerValues
  /** Absent of a direct customer, who has none (P29). */
  resellers?: CustomerResellers | undefined
  /** No later day can be picked for the agreement; the server judges where the customer is. */
  now?: string
  /** As Partner Center writes what was typed (2.6, code 2007). */
  corrected?: Address
  /** There are new customers that were begun and not finished. */
  unfinished?: boolean
  /** Something of it is stored, so that there is something to cancel. */
  isStored?: boolean
}

/** *Add new customer*, first step: the customer's details (S1 Add new customers 2). */
export function customerForm(view: CustomerFormView, words: Words): Card {
  const { company, draft, rev, values, places, resellers, now, faults = [], conflicts = [] } = view
  const { details: say, step } = words.customer
  const data = {
    op: newOperationKey(),
    draft,
    rev,
    ...(resellers?.fixed ? { reseller: resellers.fixed.tenantId, fixed: 'true' as const } : {}),
  }
  return formCard(
    {
      place: `${company} · ${step(say.title)}`,
      step: { is: 1, of: 3 },
      title: say.title,
      intro: [...correction(view, words), say.intro, ...(resellers ? [] : [say.direct])],
      fields: customerFields(values, places, resellers, { now, offers: freeDomains(view, data, words) }, words),
      faults,
      conflicts,
      ...buttonRows(view, data, words),
    },
    words,
  )
}

/** What Partner Center would write instead. */
function correction({ corrected, places }: CustomerFormView, words: Words): readonly string[] {
  const { details: say } = words.customer
  if (!corrected) return []
  const rule = places.find(({ country }) => country === corrected.country)?.rule ?? {}
  return [say.corrected(addressLines(corrected, rule, words)), say.nothingCreated]
}

type Carried = { op: OperationKey; draft: string; rev: number }

const save = (
  title: string,
  data: Carried,
  more: Partial<TapData<'save-customer'>>,
  look: { style?: 'positive' } = {},
): Button => tap(title, 'save-customer', { ...data, ...more, op: newOperationKey() }, look)

/** Each free domain by one tap, beside the one that is taken. */
const freeDomains = ({ faults = [] }: CustomerFormView, data: Carried, { customer: { buttons } }: Words) =>
  faults
    .flatMap((refusal) => (refusal.code === 'CUS_DOMAIN_TAKEN' ? refusal.suggestions : []))
    .map((domain) => save(buttons.takeDomain(domain), data, { useDomain: domain }))

/** The corrected address by one tap has a row of its own; many at once is the other way on, until this one is begun. */
function buttonRows(
  { corrected, draft, isStored = false, unfinished = false }: CustomerFormView,
  data: Carried,
  words: Words,
): { buttons: readonly Button[]; more: readonly Button[] } {
  const { buttons, drafts } = words.customer
  const next = save(buttons.nextSubscriptions, data, {}, corrected ? {} : { style: 'positive' })
  const cancel = isStored
    ? tap(words.buttons.cancel, 'cancel-customer', { op: newOperationKey(), draft }, { inputs: 'none' })
    : tap(words.buttons.cancel, 'home', {}, { inputs: 'none' })
  if (corrected)
    return {
      buttons: [
        tap(buttons.takeAddress, 'correct-address', { ...data, op: newOperationKey() }, { style: 'positive' }),
        save(buttons.keepAddress, data, { keepAddress: 'true' }),
      ],
      more: [next, cancel],
    }
  const others = [
    ...(unfinished ? [tap(drafts.title, 'new-customers', {}, { inputs: 'none' })] : []),
    ...(isStored ? [] : [tap(words.bulk.buttons.bulk, 'bulk-start', { kind: 'newCustomers' }, { inputs: 'none' })]),
  ]
  // Two buttons make a row; one alone stands beside the way on.
  return others.length > 1
    ? { buttons: [next, cancel], more: others }
    : { buttons: [next, ...others, cancel], more: [] }
}
