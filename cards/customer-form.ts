import { countryRule } from '../domain/countries.ts'
import type { Address } from '../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../domain/ids.ts'
import { type Button, tap } from './buttons.ts'
import { type CustomerPlaces, type CustomerResellers, type CustomerValues, customerFields } from './customer-fields.ts'
import { addressLines } from './enrollment-facts.ts'
import { type FormState, formCard } from './form.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

export type CustomerFormView = FormState &
  CustomerPlaces & {
    company: string
    draft: string
    rev: number
    values: CustomerValues
    resellers: CustomerResellers
    /** As Partner Center writes what was typed (2.6, code 2007). */
    corrected?: Address
    /** There are new customers that were begun and not finished. */
    unfinished?: boolean
    /** Something of it is stored, so that there is something to cancel. */
    isStored?: boolean
  }

/** *Add new customer*, first step: the customer's details (S1 Add new customers 2). */
export function customerForm(view: CustomerFormView, words: Words): Card {
  const { company, draft, rev, values, countries, resellers, faults = [], conflicts = [] } = view
  const { buttons } = words
  const { buttons: own, details: say, step } = words.customer
  const data = {
    op: newOperationKey(),
    draft,
    rev,
    ...(resellers.fixed ? { reseller: resellers.fixed.tenantId, fixed: 'true' as const } : {}),
  }
  return formCard(
    {
      place: `${company} · ${step(say.title)}`,
      step: { is: 1, of: 3 },
      title: say.title,
      intro: [...correction(view, words), say.intro],
      fields: customerFields(values, { countries }, resellers, words),
      faults,
      conflicts,
      buttons: [
        ...choices(view, data, words),
        tap(own.nextSubscriptions, 'save-customer', data, { style: 'positive' }),
        view.isStored
          ? tap(buttons.cancel, 'cancel-customer', { op: newOperationKey(), draft }, { inputs: 'none' })
          : tap(buttons.cancel, 'home', {}, { inputs: 'none' }),
      ],
      more: view.unfinished ? [tap(words.customer.drafts.title, 'new-customers', {}, { inputs: 'none' })] : [],
    },
    words,
  )
}

/** What Partner Center would write instead. */
function correction({ corrected }: CustomerFormView, words: Words): readonly string[] {
  const { details: say } = words.customer
  return corrected
    ? [say.corrected(addressLines(corrected, countryRule(corrected.country), words)), say.nothingCreated]
    : []
}

/** One tap instead of typing: a free domain, the corrected address. */
function choices(
  { faults = [], corrected }: CustomerFormView,
  data: { op: ReturnType<typeof newOperationKey>; draft: string; rev: number },
  { customer: { buttons } }: Words,
): readonly Button[] {
  const free = faults.flatMap((refusal) => (refusal.code === 'CUS_DOMAIN_TAKEN' ? refusal.suggestions : []))
  return [
    ...free.map((domain) =>
      tap(buttons.takeDomain(`${domain}.onmicrosoft.com`), 'save-customer', {
        ...data,
        op: newOperationKey(),
        useDomain: domain,
      }),
    ),
    ...(corrected
      ? [
          tap(buttons.takeAddress, 'correct-address', { ...data, op: newOperationKey() }),
          tap(buttons.keepAddress, 'save-customer', { ...data, op: newOperationKey(), keepAddress: 'true' }),
        ]
      : []),
  ]
}
