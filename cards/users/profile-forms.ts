import type { Address } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { BusinessProfile, OrganizationProfile } from '../../domain/organization/organization.ts'
import { tap } from '../drawing/buttons.ts'
import { emailField, linkField, textField, type Values } from '../drawing/fields.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import { addressFields, addressValues } from '../enrollment/address-fields.ts'
import type { Place } from '../enrollment/legal-form.ts'
import type { Words } from '../words/words.ts'

type OrganizationProfileForm = FormState & Place & { company: string; values: Values<'save-organization-profile'> }

/** How partners see the company (P16, S4 Indirect reseller 2). */
export function organizationProfileForm(form: OrganizationProfileForm, words: Words): Card {
  const { company, country, rule, values, faults = [] } = form
  const { buttons, home } = words
  return formCard(
    {
      place: company,
      title: buttons.organizationProfile,
      intro: [home.next.setOrganizationProfile.text],
      fields: [
        textField('displayName', values.displayName, { required: true, hint: words.hints.displayName }, words),
        emailField('email', values.email, { required: true }, words),
        linkField('website', values.website, { hint: words.hints.website }, words),
        ...addressFields(values, country, rule, words),
      ],
      faults,
      buttons: [
        tap(buttons.save, 'save-organization-profile', { op: newOperationKey() }, { style: 'positive' }),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}

/** What is saved; before that, the name of the company and the address that it enrolled with. */
export const organizationProfileValues = (
  saved: OrganizationProfile | undefined,
  company: string,
  legal?: Address,
): Values<'save-organization-profile'> => ({
  displayName: saved?.displayName ?? company,
  email: saved?.email ?? '',
  website: saved?.website ?? '',
  ...addressValues(saved?.address ?? legal),
})

type BusinessProfileForm = FormState & { company: string; values: Values<'save-business-profile'> }

/** What customers are told, so that referrals arrive (R11, P17). */
export function businessProfileForm({ company, values, faults = [] }: BusinessProfileForm, words: Words): Card {
  const { buttons, home } = words
  return formCard(
    {
      place: company,
      title: buttons.businessProfile,
      intro: [home.next.setBusinessProfile.text],
      fields: [
        textField('about', values.about, { required: true, multiline: true, hint: words.hints.about }, words),
        textField('specialties', values.specialties, { required: true, hint: words.hints.specialties }, words),
        emailField('email', values.email, { required: true, hint: words.hints.referralEmail }, words),
      ],
      faults,
      buttons: [
        tap(buttons.save, 'save-business-profile', { op: newOperationKey() }, { style: 'positive' }),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}

export const businessProfileValues = (saved: BusinessProfile | undefined): Values<'save-business-profile'> => ({
  about: saved?.about ?? '',
  specialties: saved?.specialties ?? '',
  email: saved?.contactEmail ?? '',
})
