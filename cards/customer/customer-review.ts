import type { CountryRule } from '../../domain/countries.ts'
import type { NewCustomer } from '../../domain/customer/new-customer.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { tap } from '../drawing/buttons.ts'
import type { Fact } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import { type Section, summaryCard } from '../drawing/summary.ts'
import { addressLines, personName } from '../enrollment/enrollment-facts.ts'
import type { Words } from '../words/words.ts'

export type Reviewing = Extract<NewCustomer, { state: 'reviewing' }>
export type CustomerReviewView = {
  customer: Reviewing
  company: string
  /** Of the customer's country. */
  rule: Pick<CountryRule, 'states'>
  faults?: readonly Refusal[]
}

/** Everything read back before *Submit*, with what naming the reseller means (S1 Add new customers 5, R55, R58, R95, R96). */
export function customerReview({ customer, company, rule, faults }: CustomerReviewView, words: Words): Card {
  const { id: draft, rev, reseller, failure } = customer
  const { buttons } = words
  const { buttons: own, review: say, step } = words.customer
  const refused = faults ?? failure?.refusals ?? []
  return summaryCard(
    {
      tone: refused.length > 0 ? 'warning' : 'emphasis',
      place: `${company} · ${step(say.title)}`,
      title: say.title,
      intro: [say.intro],
      alerts: [
        ...(failure && !faults ? [say.failed] : []),
        ...refused.map(words.refusal),
        ...(reseller ? [say.warning(reseller.name)] : []),
      ],
      sections: sections(customer, rule, words),
      notes: notes(customer, words),
      buttons: [
        tap(buttons.submit, 'submit-customer', { op: newOperationKey(), draft, rev }, { style: 'positive' }),
        tap(buttons.cancel, 'cancel-customer', { op: newOperationKey(), draft }, { style: 'destructive' }),
      ],
      more: [
        tap(own.changeDetails, 'new-customer', { draft, step: 'details' }),
        tap(own.changeSubscriptions, 'new-customer', { draft, step: 'lines' }),
        tap(buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

function sections(
  { details, lines, reseller, direct }: Reviewing,
  rule: CustomerReviewView['rule'],
  words: Words,
): readonly Section[] {
  const { review: say, details: parts, lines: order } = words.customer
  const { fields } = words.terms
  const { companyName, domainPrefix, registrationId, address, contact, agreement } = details
  return [
    {
      heading: parts.headings.company,
      facts: [
        { title: say.reseller, value: direct ? say.isDirect : (reseller?.name ?? say.noReseller) },
        { title: fields.companyName, value: companyName },
        { title: order.domain, value: `${domainPrefix}.onmicrosoft.com` },
        ...(registrationId ? [{ title: fields.registrationId, value: registrationId }] : []),
        { title: words.enroll.address, value: addressLines(address, rule, words) },
        { title: fields.country, value: words.terms.country(address.country) },
      ],
    },
    {
      heading: parts.headings.contact,
      facts: [
        { title: say.contact, value: personName({ ...contact, isEnrollingUser: false }) },
        { title: parts.email, value: contact.email },
        ...(contact.phone ? [{ title: fields.phone, value: contact.phone }] : []),
      ],
    },
    {
      heading: parts.headings.agreement,
      facts: [
        {
          title: say.agreedBy,
          value: say.agreed(
            personName({ ...agreement.contact, isEnrollingUser: false }),
            words.day(agreement.agreedOn),
          ),
        },
      ],
    },
    { heading: say.order, facts: orderFacts({ lines, reseller, direct }, words) },
  ]
}

type Ordered = { reseller?: Reviewing['reseller'] | undefined; direct?: true | undefined }

/** The subscriptions, each with who is credited for it (R93). */
export function orderFacts(
  { lines, reseller, direct }: Pick<Reviewing, 'lines'> & Ordered,
  words: Words,
): readonly Fact[] {
  const { review: say, lines: order } = words.customer
  return lines.map((line) => {
    const licenses = order.licenses(words.number(line.licenses), line.licenses === 1)
    const credited = line.reseller ?? reseller
    const name = credited && line.resellerMpnId ? say.credited(credited.name, line.resellerMpnId) : say.nobody
    return { title: line.offerName, value: direct ? licenses : say.line(licenses, name) }
  })
}

function notes({ lines, reseller, direct }: Reviewing, words: Words): readonly string[] {
  const { review: say } = words.customer
  const alone = direct ? [] : lines.filter((line) => !line.resellerMpnId).map(({ offerName }) => offerName)
  return [
    ...(reseller ? [say.difference(reseller.name)] : []),
    ...(alone.length === 0
      ? []
      : [alone.length === lines.length ? say.noCredit : say.noCreditFor(words.all([...new Set(alone)]))]),
    ...(reseller && lines.some(({ azure }) => azure) ? [say.azure(reseller.name)] : []),
  ]
}
