// Long, since home is one card: every next step that anybody may have, side by side.
import type { Actor, Locale } from '../domain/actor.ts'
import type { DocumentRequest, EnrollmentState, Step } from '../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../domain/ids.ts'
import type { OrganizationKind } from '../domain/organization/organization.ts'
import type { ReadinessStep } from '../domain/refusals.ts'
import type { RegionKey } from '../domain/regions.ts'
import { fittingRows } from './drawing/button-rows.ts'
import { type Button, type ButtonRow, rows, tap } from './drawing/buttons.ts'
import { type BulletView, bulletView, type Highlight } from './drawing/notice.ts'
import { type Card, drawing, spoken } from './drawing/render.ts'
import template from './home.json' with { type: 'json' }
import type { Words } from './words/words.ts'

/** What is to do next, or what is waited for. One union for every kind of person; the first one a home shows stands out. */
export type NextStep =
  /** `inCsp`: the company is in CSP already, and little is asked of it (R23). */
  | { kind: 'enroll'; inCsp: boolean }
  /** CSP does not exist in the company's country (R113). */
  | { kind: 'notOffered'; country: string }
  /** Not for this person: `globalAdmins` can. `begun` when one of them has started. */
  | { kind: 'askToEnroll'; begun: boolean; globalAdmins: readonly string[] }
  /** `step` is the first part that is missing; `done` counts the parts filled in, out of `of`. */
  | { kind: 'continueEnrollment'; step: Step | 'review'; done: number; of: number }
  | { kind: 'preparingMail'; email: string }
  | { kind: 'waitForContact'; email: string; expiresAt: string }
  | { kind: 'contactUnreachable'; why: 'bounced' | 'expired'; email: string; canAct: boolean }
  | { kind: 'replaceContact'; email: string; canAct: boolean }
  | { kind: 'waitForReview'; dueAt: string; overdue: boolean }
  | { kind: 'provideDocument'; request: DocumentRequest; canAct: boolean }
  | { kind: 'fixAndResubmit'; reason: string; canAct: boolean }
  | { kind: 'enrollAgain'; after: 'declined' | 'withdrawn'; reason?: string; canAct: boolean }
  | { kind: 'addMe' }
  | { kind: 'askForAdminAgent'; globalAdmins: readonly string[] }
  | { kind: 'signMpa'; region: RegionKey }
  | { kind: 'askToSignMpa'; region: RegionKey; globalAdmins: readonly string[] }
  /** `ready`: nothing else stands before its business. */
  | { kind: 'findProvider'; region: RegionKey; ready: boolean }
  /** A reseller that has found its provider: the first of them by name, and whether there are more. */
  | { kind: 'ownProviders'; names: readonly string[]; more: boolean; ready: boolean }
  /** A provider that has resellers already. */
  | { kind: 'ownResellers'; names: readonly string[]; more: boolean }
  /** Invitations of these providers wait for an answer, which a global admin of an enrolled company can give. */
  | { kind: 'received'; names: readonly string[]; more: boolean; enrolled: boolean; canAct: boolean }
  /** A provider that can transact looks for resellers. */
  | { kind: 'requestPartnership' }
  | { kind: 'ready' }
  | { kind: 'offboarding' }
  | { kind: 'setOrganizationProfile' }
  | { kind: 'setBusinessProfile' }
  | { kind: 'addEmployees' }
  | { kind: 'changePassword' }
  | { kind: 'reviews'; waiting: number; overdue: number }
  | { kind: 'supportDesk' }
  /** On the operator's staff, but neither reviewer nor support agent. */
  | { kind: 'noDuty' }
  | { kind: 'customer' }
  | { kind: 'suspended'; reason?: string }

/** Further things this person may open from home. */
export const HOME_ACTIONS = [
  'status',
  'reviews',
  'users',
  'organization-profile',
  'business-profile',
  'request-partnership',
  'add-customer',
  'invite-customer',
  'customers',
  'own-partners',
  'bulk',
  'resellers',
  'providers',
  'find-provider',
  'invitations',
  'history',
] as const
export type HomeAction = (typeof HOME_ACTIONS)[number]

export type HomeView = {
  actor: Pick<Actor, 'name'>
  company: string
  /** `operator` for the operator's own staff. */
  kind: OrganizationKind | 'operator'
  state?: EnrollmentState
  /** A prospect that is in CSP already, though not as a reseller (R23). */
  inCsp?: boolean
  /** The ticks of R33; left out before there is anything to tick. */
  readiness?: readonly { step: ReadinessStep; done: boolean }[]
  next: readonly NextStep[]
  actions: readonly HomeAction[]
  /** What just happened, e.g. after a button of another card. */
  note?: string
}

/** The card everything starts from: who you are to us, what is so, what comes next and who can do it, what else there is. */
export function homeCard(
  { actor, company, kind, state, inCsp = false, readiness, next, actions, note }: HomeView,
  words: Words,
): Card {
  const { home, terms, buttons } = words
  const kindName =
    kind === 'operator'
      ? home.operator
      : kind !== 'prospect'
        ? terms.kinds[kind].label
        : inCsp
          ? home.inCsp
          : home.notEnrolled
  const stateName = state === undefined || state === 'none' ? undefined : terms.enrollmentStates[state]
  // That all is in order is said only where there is nothing else to say.
  const steps = next.filter(({ kind }, at) => at === 0 || kind !== 'ready')
  const [first, ...others] = steps.map((step) => stepView(step, words))
  const offered = new Set([first, ...others].flatMap((step) => (step?.buttons ?? []).map(({ title }) => title)))
  const other: Locale = words.locale === 'en-US' ? 'ja-JP' : 'en-US'
  const titles: Record<HomeAction, string> = {
    status: buttons.status,
    reviews: buttons.reviews,
    users: buttons.users,
    'organization-profile': buttons.organizationProfile,
    'business-profile': buttons.businessProfile,
    'request-partnership': buttons.requestPartnership,
    'add-customer': words.customer.buttons.addCustomer,
    'invite-customer': words.customerInvitation.buttons.invite,
    customers: words.customers.buttons.customers,
    'own-partners': words.customers.buttons.ourPartners,
    bulk: words.bulk.buttons.bulk,
    resellers: buttons.resellers,
    providers: buttons.providers,
    'find-provider': buttons.findProvider,
    invitations: buttons.invitations,
    history: buttons.history,
  }
  const offer = (action: HomeAction): readonly Button[] =>
    offered.has(titles[action]) ? [] : [tap(titles[action], action, {})]
  return draw({
    lang: words.locale,
    speak: spoken(note ?? '', ...(first ? [home.speakNext, first.title, ...first.paragraphs] : [])),
    greeting: home.greeting(actor.name),
    standing: [home.standing(company, kindName, stateName)],
    notes: note === undefined ? [] : [note],
    ticks: (readiness ?? [])
      .filter(({ step }) => step !== 'notSuspended')
      .map(({ step, done }) => bulletView({ text: terms.readiness[step].done, mark: done ? 'done' : 'open' })),
    next: first ? [{ ...first, buttons: fittingRows(first.buttons) }] : [],
    alsoToDo: others.length > 0 ? [home.alsoToDo] : [],
    tasks: others.map(({ title, paragraphs, buttons }) => ({ title, paragraphs, buttons: rows(buttons) })),
    buttons: fittingRows(actions.filter(isOfPartners).flatMap(offer), [
      ...actions.filter((action) => !isOfPartners(action)).flatMap(offer),
      tap(terms.languages[other], 'language', { locale: other }),
    ]),
  })
}

const MOST_NAMES = 10

/** Who in the company can do it, by name: the first few, for large companies have many. */
export function peopleWhoCan(names: readonly string[], { all, home, number }: Words): string {
  if (names.length === 0) return home.nobodyCan
  const others = names.length - MOST_NAMES
  return home.whoCan(all(others > 0 ? [...names.slice(0, MOST_NAMES), home.othersCan(number(others))] : names))
}

/** These stand in a row of their own: Teams shows six buttons in one. */
const isOfPartners = (action: HomeAction): boolean => (PARTNER_ACTIONS as readonly HomeAction[]).includes(action)

const PARTNER_ACTIONS = [
  'request-partnership',
  'add-customer',
  'invite-customer',
  'customers',
  'resellers',
  'providers',
  'find-provider',
  'invitations',
] as const

/** One step in words, with the button that does it. */
export function stepView(step: NextStep, words: Words): Highlight {
  const { buttons } = words
  const say = words.home.next
  const whoCan = (names: readonly string[]): string => peopleWhoCan(names, words)
  const status = tap(buttons.status, 'status', {})
  switch (step.kind) {
    case 'enroll':
      return step.inCsp
        ? todo(say.enroll.inCspTitle, [say.enroll.inCsp], primary(buttons.start, 'enroll'))
        : todo(say.enroll.title, [say.enroll.text], primary(buttons.start, 'enroll'))
    case 'notOffered':
      return info(words.refusal({ code: 'REGION_UNKNOWN', country: step.country }), [])
    case 'askToEnroll':
      return info(say.askToEnroll.title, [
        step.begun ? say.askToEnroll.begun : say.askToEnroll.text,
        whoCan(step.globalAdmins),
      ])
    case 'continueEnrollment': {
      const text =
        step.step === 'review'
          ? say.continueEnrollment.ready
          : say.continueEnrollment.text(words.number(step.done), words.number(step.of), words.terms.steps[step.step])
      return todo(
        say.continueEnrollment.title,
        [text],
        tap(buttons.resume, 'enroll-step', { step: step.step }, { style: 'positive' }),
      )
    }
    case 'preparingMail':
      return info(say.preparingMail.title, [say.preparingMail.text(step.email)], status)
    case 'waitForContact':
      return waiting(
        say.waitForContact.title,
        [say.waitForContact.text(step.email, words.date(step.expiresAt))],
        status,
      )
    case 'contactUnreachable':
      return problem(
        say.contactUnreachable.title,
        [say.contactUnreachable[step.why](step.email)],
        ...(step.canAct ? [primary(buttons.changeContact, 'enroll-contact')] : []),
        status,
      )
    case 'replaceContact':
      return problem(
        say.replaceContact.title,
        [say.replaceContact.text(step.email)],
        ...(step.canAct ? [primary(buttons.changeContact, 'enroll-contact')] : [status]),
      )
    case 'waitForReview':
      return step.overdue
        ? waiting(say.waitForReview.overdueTitle, [say.waitForReview.overdue(words.date(step.dueAt))], status)
        : info(say.waitForReview.title, [say.waitForReview.text(words.date(step.dueAt))], status)
    case 'provideDocument': {
      const { name, kind, note } = step.request
      return problem(
        say.provideDocument.title,
        [say.provideDocument.text(name, words.terms.documentKinds[kind]), ...(note === undefined ? [] : [note])],
        ...(step.canAct ? [primary(buttons.provide, 'enroll-fix')] : [status]),
      )
    }
    case 'fixAndResubmit':
      return problem(
        say.fixAndResubmit.title,
        [say.fixAndResubmit.text(step.reason), say.fixAndResubmit.appeal],
        ...(step.canAct ? [primary(buttons.fix, 'enroll-fix')] : []),
        status,
      )
    case 'enrollAgain':
      return info(
        step.after === 'declined' ? say.enrollAgain.declinedTitle : say.enrollAgain.withdrawnTitle,
        [...(step.reason === undefined ? [] : [say.enrollAgain.reason(step.reason)]), say.enrollAgain.text],
        ...(step.canAct ? [primary(buttons.start, 'enroll')] : []),
      )
    case 'addMe':
      return todo(
        say.addMe.title,
        [say.addMe.text],
        tap(buttons.addMe, 'add-me', { op: newOperationKey() }, { style: 'positive' }),
      )
    case 'askForAdminAgent':
      return info(say.askForAdminAgent.title, [say.askForAdminAgent.text, whoCan(step.globalAdmins)])
    case 'signMpa':
      return todo(
        say.signMpa.title,
        [say.signMpa.text(words.terms.region(step.region))],
        primary(buttons.signMpa, 'sign-mpa'),
      )
    case 'askToSignMpa':
      return info(say.askToSignMpa.title, [
        say.askToSignMpa.text(words.terms.region(step.region)),
        whoCan(step.globalAdmins),
      ])
    case 'findProvider':
      return (step.ready ? good : todo)(
        say.findProvider.title,
        [...(step.ready ? [say.findProvider.ready] : []), say.findProvider.text(words.terms.region(step.region))],
        primary(buttons.findProvider, 'find-provider'),
      )
    case 'ownProviders': {
      const names = words.all([...step.names, ...(step.more ? [say.ownProviders.others] : [])])
      return (step.ready ? good : info)(
        say.ownProviders.title(names),
        [step.ready ? say.ownProviders.ready : say.ownProviders.text],
        tap(buttons.providers, 'providers', { name: '' }, { style: 'positive' }),
      )
    }
    case 'ownResellers': {
      const names = words.all([...step.names, ...(step.more ? [say.ownResellers.others] : [])])
      return good(
        say.ownResellers.title(names),
        [say.ownResellers.text],
        tap(buttons.resellers, 'resellers', { name: '' }, { style: 'positive' }),
      )
    }
    case 'received': {
      const names = words.all([...step.names, ...(step.more ? [say.received.others] : [])])
      const { text, forAdmins, enrollFirst } = say.received
      return todo(
        say.received.title(names),
        [!step.enrolled ? enrollFirst : step.canAct ? text : forAdmins],
        tap(buttons.invitations, 'invitations', {}, { style: 'positive' }),
      )
    }
    case 'requestPartnership':
      return good(
        say.requestPartnership.title,
        [say.requestPartnership.text],
        primary(buttons.requestPartnership, 'request-partnership'),
      )
    case 'ready':
      return good(say.ready.title, [say.ready.text])
    case 'offboarding':
      return waiting(say.offboarding.title, [say.offboarding.text])
    case 'setOrganizationProfile':
      return todo(
        say.setOrganizationProfile.title,
        [say.setOrganizationProfile.text],
        tap(buttons.organizationProfile, 'organization-profile', {}),
      )
    case 'setBusinessProfile':
      return todo(
        say.setBusinessProfile.title,
        [say.setBusinessProfile.text],
        tap(buttons.businessProfile, 'business-profile', {}),
      )
    case 'addEmployees':
      return todo(say.addEmployees.title, [say.addEmployees.text], tap(buttons.newUser, 'new-user', {}))
    case 'changePassword':
      return problem(
        say.changePassword.title,
        [say.changePassword.text],
        tap(buttons.passwordChanged, 'password-changed', { op: newOperationKey() }, { style: 'positive' }),
      )
    case 'reviews':
      return step.waiting === 0
        ? good(say.reviews.none, [])
        : {
            title: say.reviews.title(step.waiting),
            paragraphs: [step.overdue > 0 ? say.reviews.overdue(step.overdue) : say.reviews.onTime],
            tone: step.overdue > 0 ? 'attention' : 'accent',
            buttons: [primary(buttons.reviews, 'reviews')],
          }
    case 'supportDesk':
      return info(
        say.supportDesk.title,
        [say.supportDesk.text],
        tap(words.search.form.title, 'ask-form', {}, { style: 'positive' }),
      )
    case 'noDuty':
      return info(say.noDuty.title, [say.noDuty.text])
    case 'customer':
      return info(say.customer.title, [say.customer.text])
    case 'suspended':
      return problem(say.suspended.title, [
        ...(step.reason === undefined ? [] : [say.suspended.reason(step.reason)]),
        say.suspended.text,
      ])
  }
}

const primary = (
  title: string,
  verb: 'enroll' | 'enroll-contact' | 'enroll-fix' | 'sign-mpa' | 'reviews' | 'find-provider' | 'request-partnership',
): Button => tap(title, verb, {}, { style: 'positive' })

const toned =
  (tone: Highlight['tone']) =>
  (title: string, paragraphs: readonly string[], ...buttons: readonly Button[]): Highlight => ({
    title,
    paragraphs,
    tone,
    buttons,
  })
const todo = toned('accent')
const info = toned('default')
const waiting = toned('warning')
const problem = toned('attention')
const good = toned('good')

type View = {
  lang: Locale
  speak: string
  greeting: string
  standing: readonly string[]
  notes: readonly string[]
  ticks: readonly BulletView[]
  next: readonly (Pick<Highlight, 'title' | 'paragraphs' | 'tone'> & { buttons: readonly ButtonRow[] })[]
  alsoToDo: readonly string[]
  tasks: readonly (Pick<Highlight, 'title' | 'paragraphs'> & { buttons: readonly ButtonRow[] })[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
