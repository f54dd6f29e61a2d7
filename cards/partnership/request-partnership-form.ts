import { newOperationKey } from '../../domain/ids.ts'
import type { RegionKey } from '../../domain/regions.ts'
import { tap } from '../drawing/buttons.ts'
import { emailField, type Values } from '../drawing/fields.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type RequestPartnershipView = FormState & {
  company: string
  /** The provider's CSP region: partners are in one (R50), whoever it is that an address belongs to. */
  region?: RegionKey | undefined
  values?: Values<'draft-invitation'>
}

/** *Request a partnership*: whom to invite and in which language the mail is drafted (P20, R39). */
export function requestPartnershipForm(
  { company, region, values, faults = [] }: RequestPartnershipView,
  words: Words,
): Card {
  const { buttons, requestPartnership: say, terms } = words
  return formCard(
    {
      place: company,
      title: buttons.requestPartnership,
      intro: [say.intro, ...(region === undefined ? [] : [say.region(terms.region(region))])],
      fields: [
        { ...emailField('email', values?.email, { required: true, hint: say.emailHint }, words), label: say.email },
        {
          kind: 'choice',
          id: 'locale',
          label: say.language,
          value: values?.locale ?? words.locale,
          choices: (['en-US', 'ja-JP'] as const).map((value) => ({ title: terms.languages[value], value })),
          expanded: true,
          hint: say.languageHint,
        },
      ],
      faults,
      buttons: [
        tap(buttons.next, 'draft-invitation', { op: newOperationKey() }, { style: 'positive' }),
        tap(buttons.cancel, 'home', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}
