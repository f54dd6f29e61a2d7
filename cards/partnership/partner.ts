import type { Locale } from '../../domain/actor.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Side } from '../../domain/partnership/lists.ts'
import type { Active, Partnership } from '../../domain/partnership/partnership.ts'
import type { ReadinessStep, Refusal } from '../../domain/refusals.ts'
import { ask, type Button, link, reveal, tap } from '../drawing/buttons.ts'
import { choiceField, textField, type Values } from '../drawing/fields.ts'
import { type Fact, type FormState, formCard } from '../drawing/form.ts'
import { type Bullet, messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { type Section, summaryCard } from '../drawing/summary.ts'
import { byName } from '../enrollment/enrollment-facts.ts'
import { removalDraft } from '../words/invitation-mail.ts'
import type { Words } from '../words/words.ts'

const OFFICE_365 = 'https://admin.microsoft.com/'

export type PartnerView = {
  side: Side
  /** The other company. */
  tenant: TenantId
  name: string
  country: string
  partnership: Partnership
  readiness: readonly { step: ReadinessStep; done: boolean }[]
  may: {
    viewCustomers: boolean
    addCustomer: boolean
    remove: boolean
    askToEnd: boolean
    recordAccess: boolean
    invite: boolean
    /** A reseller, together with this provider (R62). */
    inviteCustomer?: boolean
  }
  /** Why somebody who may only look can do nothing here. */
  denied?: readonly Refusal[]
  note?: string
}

/** One partnership as it stands, with what this person may do about it. */
export function partnerCard(view: PartnerView, words: Words): Card {
  const { side, tenant, name, partnership, note, denied = [] } = view
  const { buttons, partner: say, terms } = words
  return summaryCard(
    {
      tone: partnership.status === 'active' ? 'good' : 'emphasis',
      place: side === 'provider' ? terms.kinds.indirectReseller.label : terms.kinds.indirectProvider.label,
      title: name,
      intro: [...(note === undefined ? [] : [note]), say.status[partnership.status]],
      sections: [
        { heading: say.heading, facts: partnershipFacts(view, words) },
        ...(partnership.status === 'active' ? accessSection(partnership, view, words) : []),
        ...(partnership.status === 'active' ? [...readinessSection(view, words), allowedSection(view, words)] : []),
        ...(partnership.status === 'removed'
          ? [{ heading: say.stayed.heading, bullets: points(say.stayed.points) }]
          : []),
      ],
      notes: [
        ...(partnership.status === 'active' && side === 'provider' ? businessNotes(view, words) : []),
        ...(partnership.status === 'active' && view.may.askToEnd && !partnership.endRequest ? [say.endingIt] : []),
        ...(partnership.status === 'active' && denied.length > 0 ? [say.lookOnly, ...denied.map(words.refusal)] : []),
      ],
      buttons: actions(view, words),
      more: [
        tap(buttons.history, 'partnership-history', { tenant }),
        side === 'provider'
          ? tap(buttons.resellers, 'resellers', { name: '' })
          : tap(buttons.providers, 'providers', { name: '' }),
        tap(buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

const points = (texts: readonly string[]): readonly Bullet[] => texts.map((text) => ({ text }))

const readinessSection = ({ readiness }: PartnerView, { partners, terms }: Words): readonly Section[] =>
  readiness.length === 0
    ? []
    : [
        {
          heading: partners.readiness,
          bullets: readiness.map(({ step, done }) => ({
            text: terms.readiness[step].done,
            mark: done ? ('done' as const) : ('open' as const),
          })),
        },
      ]

/** What a partnership lets the provider do (R41, F8). */
const allowedSection = ({ side }: PartnerView, { partner: say }: Words): Section => ({
  heading: say.allowed.heading[side],
  bullets: points(say.allowed.points[side]),
})

/** New business waits for the reseller's agreement (R31, R32); each of its steps has its place (F8). */
const businessNotes = ({ readiness }: PartnerView, { partner: say }: Words): readonly string[] => [
  ...(readiness.some(({ step, done }) => step === 'mpa' && !done) ? [say.allowed.needsMpa] : []),
  say.allowed.where,
]

function partnershipFacts({ country, partnership }: PartnerView, words: Words): readonly Fact[] {
  const { partner: say, terms } = words
  return [
    { title: words.acceptance.country, value: terms.country(country) },
    ...(partnership.status === 'none' ? [] : [{ title: say.since, value: words.dateTime(partnership.since) }]),
    ...(partnership.status === 'active' ? [{ title: say.authorizedBy, value: byName(partnership.by, words) }] : []),
    ...(partnership.status === 'removed'
      ? [
          { title: say.endedOn, value: words.dateTime(partnership.removedAt) },
          {
            title: say.endedBy,
            value:
              partnership.how === 'microsoft'
                ? say.endedByMicrosoft
                : say.endedByProvider(partnership.providerName, byName(partnership.by, words)),
          },
        ]
      : []),
  ]
}

function accessSection(
  { adminAccess, endRequest }: Active,
  { side, may }: PartnerView,
  words: Words,
): readonly Section[] {
  const { partner: say, terms } = words
  return [
    {
      heading: say.access,
      facts: [
        {
          title: say.accessState,
          value:
            adminAccess.state === 'granted'
              ? say.accessGranted
              : say.accessRemoved(byName(adminAccess.by, words), words.dateTime(adminAccess.at)),
        },
      ],
      ...(adminAccess.state === 'removed'
        ? { bullets: points([say.accessGone[side]]) }
        : may.recordAccess
          ? { bullets: points([say.removeAccess]) }
          : {}),
    },
    // The wish goes to Microsoft support alone: the provider is not told of it (R45, R110).
    ...(endRequest && side === 'reseller'
      ? [
          {
            heading: say.endRequest,
            facts: [
              { title: say.requestedBy, value: `${byName(endRequest.by, words)} · ${words.dateTime(endRequest.at)}` },
              { title: terms.fields.reason, value: endRequest.reason },
            ],
          },
        ]
      : []),
  ]
}

function actions(
  { tenant, name, partnership, may }: PartnerView,
  { buttons, partner: say, customer, customers, customerInvitation }: Words,
): readonly Button[] {
  const { addCustomer } = customer.buttons
  const view = may.viewCustomers ? [tap(customers.buttons.view, 'customers', { partner: tenant })] : []
  if (partnership.status !== 'active')
    return [
      ...(may.invite ? [tap(buttons.requestPartnership, 'request-partnership', {}, { style: 'positive' })] : []),
      ...view,
    ]
  return [
    ...(may.addCustomer ? [tap(addCustomer, 'add-customer', { reseller: tenant }, { style: 'positive' })] : []),
    ...view,
    ...(may.inviteCustomer
      ? [tap(customerInvitation.buttons.invite, 'invite-customer', { tenant }, { style: 'positive' })]
      : []),
    ...(may.recordAccess && partnership.adminAccess.state === 'granted'
      ? [
          link(buttons.office365, OFFICE_365),
          ask(
            buttons.recordAccessRemoved,
            say.askAccessRemoved(name),
            tap(buttons.record, 'admin-access-removed', { op: newOperationKey(), tenant }),
            'default',
          ),
        ]
      : []),
    ...(may.remove ? [tap(buttons.removePartnership, 'remove-partnership', { tenant }, { style: 'destructive' })] : []),
    ...(may.askToEnd && !partnership.endRequest ? [tap(buttons.endPartnership, 'end-form', { tenant })] : []),
  ]
}

export type RemoveView = FormState & {
  tenant: TenantId
  reseller: string
  /** Customers of the provider that have this reseller; they stay (R44). */
  customersThatStay: number
  /** There are more of them than were counted. */
  more?: boolean
  values?: Values<'confirm-removal'>
}

/** *Remove partnership*, first step: what it does, what stays, and what is declared before *Yes* (R43, R44, R46). */
export function removeCard(
  { tenant, reseller, customersThatStay, more = false, values, faults = [] }: RemoveView,
  words: Words,
): Card {
  const { buttons, removal: say, terms } = words
  return formCard(
    {
      place: reseller,
      title: say.title(reseller),
      intro: say.consequences(reseller, words.number(customersThatStay), customersThatStay, more),
      fields: [
        choiceField(
          'declarations',
          values?.declarations,
          Object.entries(terms.declarations).map(([value, title]) => ({ title, value })),
          {
            multiple: true,
            expanded: true,
            required: true,
            hint: say.recorded,
            refusal: { code: 'PAR_DECLARATION', field: 'declarations' },
          },
          words,
        ),
      ],
      faults,
      buttons: [
        tap(buttons.yes, 'confirm-removal', { op: newOperationKey(), tenant }, { style: 'destructive' }),
        tap(buttons.cancel, 'partner', { tenant }, { inputs: 'none' }),
      ],
    },
    words,
  )
}

export type RemovedView = { provider: string; reseller: string; admin: string }

/** Done, and told to nobody (R45): with a text that the person may send themselves (R47), in the language of the reseller too. */
export function removedCard({ provider, reseller, admin }: RemovedView, words: Words): Card {
  const { buttons, removal: say } = words
  const other = words.locale === 'en-US' ? 'ja-JP' : 'en-US'
  const copy = (locale: Locale): Button => {
    const { subject, body } = removalDraft({ provider, reseller, admin, locale })
    return reveal(say.copyIn(words.terms.languages[locale]), [words.draftInvitation.copy, subject, body])
  }
  return messageCard(
    {
      tone: 'emphasis',
      place: provider,
      title: `✓ ${say.removedTitle(reseller)}`,
      paragraphs: [say.removed, say.tellThem],
      buttons: [
        copy(words.locale),
        copy(other),
        tap(buttons.resellers, 'resellers', { name: '' }),
        tap(buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

export type EndRequestView = FormState & { tenant: TenantId; provider: string; values?: Values<'request-end'> }

/** The reseller cannot remove it here; its wish goes to Microsoft support with a reason (R110). */
export function endRequestForm({ tenant, provider, values, faults = [] }: EndRequestView, words: Words): Card {
  const { buttons, endRequest: say } = words
  return formCard(
    {
      place: provider,
      title: say.title,
      intro: [words.refusal({ code: 'PAR_END_VIA_SUPPORT' }), say.intro],
      fields: [
        textField(
          'reason',
          values?.reason,
          {
            required: true,
            multiline: true,
            hint: say.hint,
            refusal: { code: 'FIELD_REASON', field: 'reason' },
          },
          words,
        ),
      ],
      faults,
      buttons: [
        tap(buttons.submit, 'request-end', { op: newOperationKey(), tenant }, { style: 'positive' }),
        tap(buttons.cancel, 'partner', { tenant }, { inputs: 'none' }),
      ],
    },
    words,
  )
}
