import type { CredentialState } from '../../domain/customer/credential.ts'
import type { NewCustomer } from '../../domain/customer/new-customer.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Button, link, tap } from '../drawing/buttons.ts'
import { living } from '../drawing/living.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { summaryCard } from '../drawing/summary.ts'
import { type TimelineRow, timelineCard } from '../drawing/timeline.ts'
import { byName } from '../enrollment/enrollment-facts.ts'
import type { Words } from '../words/words.ts'
import { orderFacts } from './customer-review.ts'

const AZURE_USER_SETTINGS =
  'https://aad.portal.azure.com/#blade/Microsoft_AAD_IAM/UsersManagementMenuBlade/UserSettings'

export type BeingMade = Extract<NewCustomer, { state: 'provisioning' }>
export type Made = Extract<NewCustomer, { state: 'active' }>

/** Where a submitted customer stands, step by step; it asks for itself until it is done (SM7). */
export const customerProgress = (customer: BeingMade, words: Words, { isSlow = false } = {}): Card =>
  living(drawProgress(customer, isSlow, words), words.buttons.refresh, 'new-customer', { draft: customer.id })

function drawProgress(customer: BeingMade, isSlow: boolean, words: Words): Card {
  const { progress: say } = words.customer
  const { stage, details, providerName, submittedAt, submittedBy, id: draft } = customer
  const at = STAGES.indexOf(stage)
  return timelineCard(
    {
      tone: 'accent',
      place: `${providerName} · ${words.customer.place}`,
      title: say.title(details.companyName),
      intro: [say.intro],
      rows: [
        {
          title: say.steps.submitted,
          state: 'done',
          lines: [say.by(byName(submittedBy, words), words.dateTime(submittedAt))],
        },
        ...STAGES.map(
          (one, n): TimelineRow => ({
            title: say.steps[one],
            state: n < at ? 'done' : n === at ? 'waiting' : 'open',
            ...(n === at && isSlow ? { lines: [say.slow] } : {}),
          }),
        ),
      ],
      buttons: [tap(words.buttons.refresh, 'new-customer', { draft }), tap(words.buttons.home, 'home', {})],
    },
    words,
  )
}

const STAGES = ['tenant', 'record', 'order'] as const

export type CustomerMadeView = {
  customer: Made
  /** Of its submitter alone: where the one look at the password stands. */
  credential?: CredentialState | undefined
  /** The submitter, where somebody else looks. */
  submitter?: string
  /** What became of an order that Partner Center refused at first. */
  order?: { state: 'failed'; why: Refusal } | { state: 'again' | 'confirmed' }
  mayOrder?: boolean
}

/** *Confirmation*: what there is now, and the way to the one look at the password (S1 Add new customers 6, 7). */
export function customerMade(view: CustomerMadeView, words: Words): Card {
  const { customer, credential, order } = view
  const { buttons: own, done: say } = words.customer
  const { id: draft, details, reseller, direct, lines, customer: tenant, adminUserName } = customer
  const failed = order?.state === 'failed'
  const isWaiting = credential === 'created'
  const show = tap(own.showPassword, 'reveal-password', { op: newOperationKey(), draft }, { style: 'positive' })
  return summaryCard(
    {
      tone: failed ? 'warning' : 'good',
      place: `${customer.providerName} · ${words.customer.place}`,
      title: failed ? say.titleNoOrder(details.companyName) : say.title(details.companyName),
      intro: [
        reseller ? say.inList(reseller.name) : direct ? say.inListDirect : say.inListAlone,
        ...(order?.state === 'again' ? [words.customer.progress.orderAgain] : []),
      ],
      alerts: refusedOrder(view, words),
      sections: [
        {
          heading: say.setup,
          bullets: setUp(view, words).map((text) => ({ text })),
          facts: [
            ...(credential ? [{ title: say.userName, value: adminUserName }] : []),
            { title: say.customerId, value: tenant },
          ],
        },
        { heading: say.order, facts: orderFacts({ lines, reseller, direct }, words) },
      ],
      notes: reseller && lines.some(({ azure }) => azure) ? [say.azure(reseller.name)] : [],
      buttons: [
        ...(isWaiting ? [show] : []),
        ...(failed && view.mayOrder ? [tap(own.retryOrder, 'retry-order', { op: newOperationKey(), draft })] : []),
      ],
      more: [
        ...(reseller && lines.some(({ azure }) => azure) ? [link(own.azure, AZURE_USER_SETTINGS)] : []),
        ...(order?.state === 'again' ? [tap(words.buttons.refresh, 'new-customer', { draft })] : []),
        tap(words.buttons.details, 'customer', { tenant }),
        tap(own.addCustomer, 'add-customer', reseller ? { reseller: reseller.tenantId } : {}),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

function refusedOrder({ order, mayOrder }: CustomerMadeView, words: Words): readonly string[] {
  const { progress: say } = words.customer
  if (order?.state !== 'failed') return []
  return [say.orderFailed(words.refusal(order.why)), ...(mayOrder ? [say.orderWhat] : [])]
}

function setUp({ credential, submitter }: CustomerMadeView, words: Words): readonly string[] {
  const { done: say, password } = words.customer
  if (credential === 'created') return [say.waitingPlain]
  if (credential) return [words.refusal({ code: 'SEC_ALREADY_SHOWN' }), password.reset]
  return [say.otherSubmitter(submitter ?? words.terms.system), password.reset]
}

export type PasswordView = { draft: string; customer: string; adminUserName: string; temporaryPassword: string }

/** The one look (R59). It is the answer to a tap: this card never stands in a message. */
export function customerPassword(
  { draft, customer, adminUserName, temporaryPassword }: PasswordView,
  words: Words,
): Card {
  const { buttons, password: say } = words.customer
  return messageCard(
    {
      tone: 'warning',
      place: customer,
      title: say.title,
      paragraphs: [say.warning],
      codes: [
        { title: say.userName, value: adminUserName },
        { title: say.password, value: temporaryPassword },
      ],
      buttons: [tap(buttons.done, 'password-noted', { op: newOperationKey(), draft }, { style: 'positive' })],
    },
    words,
  )
}

/** After *Done*, and to whoever looks a second time. */
export function passwordGone(
  { draft, customer, isNoted = false }: { draft: string; customer: string; isNoted?: boolean },
  words: Words,
): Card {
  const { password: say } = words.customer
  const home: Button = tap(words.buttons.home, 'home', {})
  return messageCard(
    {
      tone: isNoted ? 'good' : 'warning',
      place: customer,
      title: isNoted ? `✓ ${say.noted}` : words.refused.title,
      paragraphs: [...(isNoted ? [say.notedText] : []), words.refusal({ code: 'SEC_ALREADY_SHOWN' }), say.reset],
      buttons: [tap(words.buttons.details, 'new-customer', { draft }), home],
    },
    words,
  )
}

/** It can only be shown by an answer that no message holds. */
export const passwordOnlyByTap = ({ draft, customer }: { draft: string; customer: string }, words: Words): Card =>
  messageCard(
    {
      tone: 'warning',
      place: customer,
      title: words.refused.title,
      paragraphs: [words.customer.password.onlyTap],
      buttons: [tap(words.buttons.details, 'new-customer', { draft }), tap(words.buttons.home, 'home', {})],
    },
    words,
  )
