import type { NamedReseller } from '../../domain/customer/new-customer.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { tap } from '../drawing/buttons.ts'
import { choiceField, textField } from '../drawing/fields.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type AskProviderView = FormState & {
  company: string
  /** The active indirect providers of the company. */
  providers: readonly NamedReseller[]
  /** Why the company cannot do it itself. */
  refusals: readonly Refusal[]
  values?: { provider?: TenantId | undefined; companyName?: string }
}

/** A reseller cannot create customers: its provider does, and is asked here (R65, P54). */
export function askProviderForm(
  { company, providers, refusals, values = {}, faults = [] }: AskProviderView,
  words: Words,
): Card {
  const { buttons, ask: say } = words.customer
  const home = tap(words.buttons.home, 'home', {}, { inputs: 'none' })
  const [first] = providers
  if (!first)
    return messageCard(
      {
        tone: 'warning',
        place: company,
        title: words.refused.title,
        paragraphs: [...refusals.map(words.refusal), say.none],
        buttons: [tap(words.buttons.findProvider, 'find-provider', {}, { style: 'positive' }), home],
      },
      words,
    )
  return formCard(
    {
      place: company,
      title: say.title,
      intro: [...refusals.map(words.refusal), say.intro],
      fields: [
        {
          ...choiceField(
            'company',
            values.provider ?? first.tenantId,
            providers.map(({ name, tenantId }) => ({ title: name, value: tenantId })),
            { required: true },
            words,
          ),
          label: say.provider,
        },
        { ...textField('companyName', values.companyName, { hint: say.companyHint }, words), label: say.company },
      ],
      faults,
      buttons: [tap(buttons.askProvider, 'ask-provider', { op: newOperationKey() }, { style: 'positive' }), home],
    },
    words,
  )
}

/** The provider's agents have been told. */
export const providerAsked = ({ company, provider }: { company: string; provider: string }, words: Words): Card =>
  messageCard(
    {
      tone: 'good',
      place: company,
      title: `✓ ${words.customer.ask.sent}`,
      paragraphs: [words.customer.ask.sentText(provider)],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
