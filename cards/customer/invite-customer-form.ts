import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { CustomerKind } from '../../domain/invitation/invitation.ts'
import { tap } from '../drawing/buttons.ts'
import { emailField, type Values } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type InviteCustomerView = FormState & {
  company: string
  kind: CustomerKind
  /** Of `both`: the own active providers, one of which orders for the customer. */
  providers: readonly { tenant: TenantId; name: string }[]
  values?: Values<'draft-customer-invitation'>
}

/** *Invite new customers*: the customer's address, which provider, in which language, and delegated admin of a single one (R62, R63, D12). */
export function inviteCustomerForm(view: InviteCustomerView, words: Words): Card {
  const { company, kind, providers, values, faults = [] } = view
  const { buttons, customerInvitation: say, terms } = words
  const isBoth = kind === 'both'
  const nobody = isBoth && providers.length === 0
  const through: FormField = {
    kind: 'choice',
    id: 'through',
    label: say.form.through,
    value: values?.through ?? (providers.length === 1 ? (providers[0]?.tenant ?? '') : ''),
    choices: providers.map(({ tenant, name }) => ({ title: name, value: tenant })),
    placeholder: words.form.choose,
    required: true,
    hint: say.form.throughHint,
    error: words.refusal({ code: 'FIELD_CHOICE', field: 'through' }),
  }
  const dap: FormField = {
    kind: 'toggle',
    id: 'includeDap',
    label: say.form.dap,
    on: values?.includeDap === undefined || String(values.includeDap) === 'true',
    hint: say.form.dapHint,
  }
  return formCard(
    {
      place: company,
      title: say.buttons.invite,
      intro: [isBoth ? say.form.intro.both : say.form.intro.single, ...(nobody ? [say.form.noProvider] : [])],
      fields: nobody
        ? []
        : [
            {
              ...emailField('email', values?.email, { required: true, hint: say.form.emailHint }, words),
              label: say.form.email,
            },
            ...(isBoth ? [through] : []),
            {
              kind: 'choice',
              id: 'locale',
              label: say.form.language,
              value: values?.locale ?? words.locale,
              choices: (['en-US', 'ja-JP'] as const).map((value) => ({ title: terms.languages[value], value })),
              expanded: true,
              hint: say.form.languageHint,
            },
            ...(isBoth ? [] : [dap]),
          ],
      faults,
      buttons: nobody
        ? [tap(buttons.findProvider, 'find-provider', {}, { style: 'positive' }), tap(buttons.home, 'home', {})]
        : [
            tap(buttons.next, 'draft-customer-invitation', { op: newOperationKey(), kind }, { style: 'positive' }),
            tap(words.bulk.buttons.bulk, 'bulk-start', { kind: 'invitations' }, { inputs: 'none' }),
            tap(buttons.cancel, 'home', {}, { inputs: 'none' }),
          ],
    },
    words,
  )
}
