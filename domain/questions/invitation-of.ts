import type { TenantId } from '../ids.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { companyOfMail } from '../invitation/invited-company.ts'
import { type InvitationEntry, invitationsNamed, invitationsThat } from '../invitation/lists.ts'
import type { Organization } from '../organization/organization.ts'
import { receivedInvitations } from '../partnership/received.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow, Verdict } from './answer.ts'
import { CUSTOMER_RULES, neverInvited } from './customer-accepting.ts'
import { invitationRow, momentsOf, reminderOf } from './invitation-moments.ts'
import {
  ask,
  asPair,
  invitationBetween,
  invitedName,
  isNamedIn,
  isPending,
  isTheirs,
  pairAsked,
  readInvitation,
} from './pair-facts.ts'
import { neverFound } from './partnered.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import { partsAfter, sentThenReceived } from './sent-and-received.ts'
import type { Sight } from './sight.ts'

const R36 = { id: 'R36', source: 'S1 Connect 3; S0 4' }
const R40 = { id: 'R40', source: 'S1 Connect 2-3' }
const R42 = { id: 'R42', source: 'S2 Connect 1-3' }
const RULES = [R36, R40, R42]
const PAGE = 15
const MAIL_PAGE = 100

/** Q9: whether an invitation arrived, was opened and answered: its way so far, for a pair, an address or one company. */
export async function answerInvitation(question: Question, sight: Sight): Promise<Answer> {
  const { subject, companies } = question
  if (subject?.includes('@')) return answerByMail(question, subject, sight)
  const [x, y] = pairAsked(question, sight)
  if (companies.length < 2 && (sight.own === undefined || sight.own.tenantId === x))
    return answerOfCompany({ ...question, companies: [x] }, x, sight)
  const [one, other, invitation] = await Promise.all([
    sight.company(x),
    sight.company(y),
    invitationBetween(sight, x, y, { customers: true }),
  ])
  if (!one || !other || !(isTheirs(sight, x, y) || isNamedIn(invitation, sight))) return notFound(question)
  const about = { question: { ...question, companies: [x, y] }, names: namesOf(one, other), isPrivate: true }
  if (invitation) {
    const invited = one.tenantId === invitation.provider ? other : one
    return { ...about, ...timeline(invitation, sight, invited) }
  }
  const two = asPair(one, other)
  const [partner, customer] = one.kind === 'customer' ? [other, one] : [one, other]
  if (customer.kind === 'customer' && partner.kind !== 'customer')
    return { ...about, ...neverInvited(partner, customer) }
  const names = two && { provider: two.provider.displayName, reseller: two.reseller.displayName }
  return {
    ...about,
    verdict: 'no',
    ...(names
      ? { headline: { code: 'partners.noInvitation', ...names }, findings: [{ code: 'partners.howItBegins' }] }
      : neverFound(one, other)),
    rules: RULES,
    related: two ? [ask('Q1', two.provider.tenantId, two.reseller.tenantId)] : [],
  }
}

/** One invitation by its address: of the own company, or for support of a provider that is named or the address's company. */
async function answerByMail(question: Question, subject: string, sight: Sight): Promise<Answer> {
  const { store, own } = sight
  const email = subject.trim().toLowerCase()
  const companies = own
    ? [own]
    : (await Promise.all(question.companies.map((tenant) => sight.company(tenant)))).flatMap((one) => one ?? [])
  const owner = own ? undefined : (await companyOfMail(sight, email))?.tenantId
  const senders = companies.filter(sends)
  const invited = new Set([...companies.filter((one) => !isProvider(one)).map(tenantOf), ...(owner ? [owner] : [])])
  const pages = await Promise.all([
    ...senders.map((one) => invitationsNamed(store, one.tenantId, { name: email, show: 'all', limit: PAGE })),
    ...[...invited].map((tenant) => receivedInvitations(store, tenant, { limit: MAIL_PAGE })),
  ])
  const lines = pages.flatMap(({ items }) => items.map(({ body }) => body))
  const [line] = lines.filter((one) => one.email.toLowerCase() === email && mayKnow(one))
  const invitation = await readInvitation(sight, line)
  if (!invitation) return notFound(question)
  return { question, names: namesOf(...companies), ...timeline(invitation, sight), isPrivate: true }

  function mayKnow({ provider, sentAt }: InvitationEntry): boolean {
    return own === undefined || own.tenantId === provider || sentAt !== undefined
  }
}

const tenantOf = ({ tenantId }: Organization): TenantId => tenantId
const isProvider = ({ kind }: Organization): boolean => kind === 'indirectProvider' || kind === 'directBill'
/** Resellers invite customers, and are invited by providers. */
const sends = ({ kind }: Organization): boolean => kind !== 'customer' && kind !== 'prospect'

/** Every invitation of one company, those it sent or those it got; the only one in full. */
async function answerOfCompany(question: Question, tenant: TenantId, sight: Sight): Promise<Answer> {
  const company = await sight.company(tenant)
  if (!company) return notFound(question)
  const { tenantId, displayName } = company
  const { after } = question
  const from = partsAfter(after)
  const received = (start: string | undefined) =>
    receivedInvitations(sight.store, tenantId, { after: start, limit: PAGE })
  const sent = (start: string | undefined) =>
    invitationsThat(sight.store, tenantId, {
      show: 'all',
      limit: PAGE,
      ...(start === undefined ? {} : { after: start }),
    })
  const { items, next } = isProvider(company)
    ? await sent(after)
    : sends(company)
      ? sentThenReceived(tenantId, after, await sent(from.sent), await received(from.received))
      : await received(after)
  const lines = items.flatMap(({ body }) =>
    body.provider === tenantId || body.sentAt || sight.own === undefined ? [body] : [],
  )
  const [only] = lines
  const about = { question, names: namesOf(company), isPrivate: true }
  if (only && lines.length === 1 && next === undefined && after === undefined) {
    const invitation = await readInvitation(sight, only)
    if (invitation)
      return { ...about, ...timeline(invitation, sight, invitation.provider === tenantId ? undefined : company) }
  }
  return {
    ...about,
    headline:
      lines.length === 0
        ? { code: 'partners.noInvitations', company: displayName }
        : { code: 'partners.invitationsOf', company: displayName, count: lines.length, more: next !== undefined },
    rows: lines.map((line) => lineOf(line, company, sight)),
    ...(next === undefined ? {} : { next }),
    rules: RULES,
  }
}

/** One invitation in a list of a company: the other side, its state, and the way to it. */
export function lineOf(line: InvitationEntry, company: Organization, { own }: Sight): AnswerRow {
  const { provider, providerName, id, email, state, at, sentAt, expiresAt, other, kind } = line
  const isSenders = company.tenantId === provider
  const open =
    own?.tenantId === provider
      ? { open: { verb: 'invitation' as const, invitation: id } }
      : own?.tenantId === company.tenantId
        ? { open: { verb: 'received-invitation' as const, provider, invitation: id } }
        : {}
  const question: Question = isSenders
    ? { id: 'Q9', companies: [provider], countries: [], subject: email }
    : ask('Q9', company.tenantId, provider)
  return {
    title: isSenders || own?.tenantId === provider ? email : providerName,
    findings: [
      {
        code: 'partners.line',
        state,
        at: sentAt ?? at,
        ...(kind === undefined ? {} : { kind }),
        ...(expiresAt ? { expiresAt } : {}),
        ...(isSenders && other ? { with: other } : {}),
      },
    ],
    tone: state === 'accepted' ? 'good' : state === 'declined' || state === 'expired' ? 'attention' : 'default',
    ...('open' in open ? open : { question }),
  }
}

/** The way of one invitation, with what it waits for and where it can be sent again. */
function timeline(
  invitation: Invitation,
  sight: Sight,
  invited?: Organization,
): Pick<Answer, 'verdict' | 'headline' | 'findings' | 'moments' | 'rows' | 'rules' | 'related' | 'fix'> {
  const { providerName, state, generation } = invitation
  const reseller = invited?.tenantId ?? ('reseller' in invitation ? invitation.reseller : undefined)
  const findings: readonly PartnerFinding[] = [
    ...(generation > 1 ? [{ code: 'partners.renewed' as const, times: generation - 1 }] : []),
    ...sendingAgain(invitation),
  ]
  const fix = reminderOf(invitation, sight)
  return {
    verdict: verdictOf(invitation),
    headline: {
      code: 'partners.invitation',
      provider: providerName,
      invited: invited?.displayName ?? invitedName(invitation),
      state,
    },
    ...(findings.length > 0 ? { findings } : {}),
    moments: momentsOf(invitation, sight),
    rows: invitationRow(invitation, sight, invited),
    ...(fix ? { fix } : {}),
    rules: invitation.request ? CUSTOMER_RULES : RULES,
    related: relatedTo(invitation, reseller),
  }
}

/** Resending is the sender's (P21), and so is a new one. */
function sendingAgain({ state, providerName: provider }: Invitation): readonly PartnerFinding[] {
  if (state === 'sent' || state === 'opened' || state === 'expired')
    return [{ code: 'partners.sendAgain', provider, isClosed: false }]
  return state === 'draft' || state === 'accepting' || state === 'accepted'
    ? []
    : [{ code: 'partners.sendAgain', provider, isClosed: true }]
}

function relatedTo(invitation: Invitation, invited: TenantId | undefined): readonly Question[] {
  const { provider, request } = invitation
  if (invited === undefined) return []
  const whyNot = isPending(invitation) ? [ask('Q8', invited, provider)] : []
  if (request) return [...whyNot, ask('Q19', provider, invited), ask('Q28', invited)]
  return [...whyNot, ask('Q1', provider, invited)]
}

function verdictOf(invitation: Invitation): Verdict {
  if (isPending(invitation)) return 'pending'
  return invitation.state === 'accepted' ? 'yes' : 'no'
}
