import type { AddressInput } from '../enrollment/read-form.ts'
import {
  finish,
  mailFault,
  mailOf,
  missingFields,
  phoneFault,
  phoneOf,
  readAddress,
  texts,
} from '../enrollment/read-form.ts'
import type { Field, FieldRefusal } from '../refusals.ts'
import { normalCountry } from '../regions.ts'
import type { Result } from '../result.ts'
import { clean, cleanName } from '../text.ts'
import type { AgreementContact } from './customer.ts'
import { isDomainPrefix, normalDomainPrefix } from './domain-prefix.ts'
import type { CustomerDetails } from './new-customer.ts'

export type DetailsInput = AddressInput & {
  companyName: string
  domainPrefix: string
  registrationId: string
  firstName: string
  lastName: string
  email: string
  phone: string
  /** Who agreed for the customer; left blank, the contact did. */
  agreementFirstName: string
  agreementLastName: string
  agreementEmail: string
  agreementPhone: string
  agreedOn: string
}

/** Reads the form of a new customer (2.13); any mail address will do, web mail too (F14). */
export function readDetails(typed: DetailsInput): Result<CustomerDetails, readonly FieldRefusal[]> {
  const country = normalCountry(typed.country)
  const [{ companyName, registrationId }, faults] = texts({
    companyName: typed.companyName,
    registrationId: typed.registrationId,
  })
  const domainPrefix = normalDomainPrefix(typed.domainPrefix)
  const agreedOn = clean(typed.agreedOn).replace(/\//g, '-')
  const address = readAddress({ ...typed, country }, country)
  const [contact, wrong] = readPerson(CONTACT, typed, country)
  const isOther = Object.values(SIGNER).some((field) => clean(typed[field]) !== '')
  const [signer, wrongSigner] = isOther ? readPerson(SIGNER, typed, country) : [contact, []]
  return finish(
    {
      companyName,
      domainPrefix,
      ...(registrationId ? { registrationId } : {}),
      address: address.ok ? address.value : { line1: '', city: '', country },
      contact,
      agreement: { contact: signer, agreedOn },
    },
    [
      ...missingFields({ companyName, domainPrefix, country, agreedOn }),
      ...(domainPrefix === '' || isDomainPrefix(domainPrefix)
        ? []
        : [{ code: 'CUS_DOMAIN_FORMAT', field: 'domainPrefix' } as const]),
      ...faults,
      ...(address.ok ? [] : address.error),
      ...wrong,
      ...wrongSigner,
    ],
  )
}

type PersonFields = { firstName: PersonField; lastName: PersonField; email: PersonField; phone: PersonField }
type PersonField = Field & keyof DetailsInput

const CONTACT: PersonFields = { firstName: 'firstName', lastName: 'lastName', email: 'email', phone: 'phone' }
const SIGNER: PersonFields = {
  firstName: 'agreementFirstName',
  lastName: 'agreementLastName',
  email: 'agreementEmail',
  phone: 'agreementPhone',
}

function readPerson(
  fields: PersonFields,
  typed: DetailsInput,
  country: string,
): [AgreementContact, readonly FieldRefusal[]] {
  const given = { [fields.firstName]: typed[fields.firstName], [fields.lastName]: typed[fields.lastName] }
  const [, faults] = texts(given)
  const [firstName, lastName] = [cleanName(typed[fields.firstName]), cleanName(typed[fields.lastName])]
  const email = mailOf(typed[fields.email])
  const phone = phoneOf(typed[fields.phone])
  return [
    { firstName, lastName, email, ...(phone ? { phone } : {}) },
    [
      ...missingFields({ [fields.firstName]: firstName, [fields.lastName]: lastName, [fields.email]: email }),
      ...faults,
      ...mailFault(fields.email, email),
      ...phoneFault(fields.phone, phone, country),
    ],
  ]
}
