import type { By } from '../../../domain/actor.ts'
import type { CompanyFinding } from '../../../domain/questions/company.ts'
import { eventText } from '../events.ts'
import { eventsEn } from '../events-en.ts'
import { operationsEn } from '../operations-en.ts'
import { capital, withArticle } from '../terms-en.ts'
import { pastLine, type ThemeWords } from './answers.ts'

export const companyEn: ThemeWords<CompanyFinding> = (format, terms) => {
  const who = (by: By | undefined): string => {
    if (by === undefined || by.kind === 'system') return terms.system
    return by.kind === 'person' ? by.name : terms.contact(by.email)
  }
  const roles = (held: readonly (keyof typeof terms.roles)[]): string =>
    format.all(held.map((role) => terms.roles[role]))
  const people = (names: readonly string[]): string => (names.length > 0 ? format.any(names) : 'a global admin')
  return {
    'company.notFound': () => 'Check the spelling, or try the domain or the MPN ID.',
    'company.enrollment': ({ company, state }) =>
      `The enrollment of ${company}: ${state === 'none' ? 'not started' : terms.enrollmentStates[state]}.`,
    'company.neverApplied': ({ company }) =>
      `${company} has no application under way. A global admin of the company starts it.`,
    'company.noEnrollment': ({ company, kind }) =>
      `${company} is ${terms.kinds[kind].one} and doesn't enroll as an indirect reseller.`,
    'company.kindIs': ({ company, kind }) => `${company} is ${terms.kinds[kind].one}.`,
    'company.enrolled': ({ company }) => `${company} is enrolled as an indirect reseller.`,
    'company.notEnrolled': ({ company }) => `${company} isn't enrolled as an indirect reseller.`,
    'company.waitsForContact': ({ email, until }) =>
      until === undefined
        ? `The email that asks ${email} to confirm the address is on its way.`
        : `Waiting for the primary contact (${email}) to confirm the address. The link is valid until ${format.dateTime(until)}.`,
    'company.contactMissed': ({ email, state, at }) =>
      state === 'bounced'
        ? `The email to the primary contact (${email}) came back on ${format.date(at)}.`
        : `The primary contact (${email}) didn't confirm in time: the link expired on ${format.date(at)}.`,
    'company.canResend': ({ from }) =>
      `${from === undefined ? 'A global admin of the company can send the email again now' : `From ${format.dateTime(from)}, a global admin of the company can send the email again`}, or name another primary contact, under Enrollment status.`,
    'company.waitsForReview': ({ since, dueAt }) =>
      `With Microsoft for review since ${format.date(since)}; the decision is due by ${format.date(dueAt)}.`,
    'company.overdue': ({ dueAt }) => `Overdue since ${format.date(dueAt)}. Open a ticket with Microsoft Support.`,
    'company.waitsForCompany': ({ names }) => `The next step is the company's: ${people(names)} can do it.`,
    'company.rejectedFor': ({ reason }) => `Reason: ${reason}`,
    'company.mayApplyAgain': () => 'A global admin of the company can start a new application.',
    'company.waitsForAdminAgent': ({ names }) =>
      `To finish the set-up, a global admin is added to Admin agent. ${capital(people(names))} can do that.`,
    'company.waitsForMpa': ({ region, names }) =>
      `Approved. The MPA for ${withArticle(terms.region(region))} is not signed yet: ${people(names)} can sign it.`,
    'company.mpaSigned': ({ company, region, at, by }) =>
      `${company} has signed the MPA for ${withArticle(terms.region(region))}${at ? `, on ${format.date(at)}` : ''}${by ? `, by ${by}` : ''}.`,
    'company.mpaNotSigned': ({ company, region }) =>
      region === undefined
        ? `${company} hasn't signed the MPA, and CSP isn't offered in its country.`
        : `${company} hasn't signed the MPA for ${withArticle(terms.region(region))}.`,
    'company.mpaOtherRegion': ({ region, at }) =>
      `Signed for ${withArticle(terms.region(region))}${at ? ` on ${format.date(at)}` : ''}: a signature counts for its own region alone.`,
    'company.mpaPerpetual': () => 'A signed MPA never ends and needs no renewal.',
    'company.mpaNotOffered': ({ state, kind }) =>
      kind === 'customer'
        ? 'Customers sign no MPA.'
        : `It isn't offered yet: the company gets it when its enrollment is approved (now: ${state === 'none' ? 'not started' : terms.enrollmentStates[state]}).`,
    'company.mpaOffered': ({ at }) => `Offered since ${format.date(at)}.`,
    'company.mpaSigners': ({ names }) => `Global admins of the company, who can sign it: ${format.all(names)}.`,
    'company.ready': ({ company }) => `${company} is ready to transact.`,
    'company.notReady': ({ company, missing }) =>
      `${company} isn't ready to transact: ${missing === 1 ? 'one step is' : `${format.number(missing)} steps are`} missing.`,
    'company.onlyBuys': ({ company }) =>
      `${company} is a customer: it buys through partners and sells nothing in CSP itself.`,
    'company.mpnId': ({ company, mpnId }) => `The MPN ID of ${company} is ${mpnId}.`,
    'company.noMpnId': ({ company, kind }) =>
      kind === 'prospect'
        ? `No MPN ID is recorded for ${company}: it is chosen during enrollment.`
        : `No MPN ID is recorded for ${company}: only indirect resellers are onboarded with one here.`,
    'company.locations': ({ mpnIds }) => `Location accounts of the company: ${format.all(mpnIds)}.`,
    'company.onlyThisMpnId': ({ mpnId }) =>
      `Put ${mpnId} as Reseller (MPN ID): it is the location account that the company was onboarded with.`,
    'company.globalMpnId': ({ mpnId }) =>
      `Don't use ${mpnId}: it is the global account, which can't be put on a subscription.`,
    'company.otherLocations': ({ mpnIds }) => `Other locations of the company: ${format.all(mpnIds)}.`,
    'company.mayDo': ({ company, operation, people: count }) =>
      `${count === 1 ? 'One person' : `${format.number(count)} people`} at ${company} can ${operationsEn[operation]}.`,
    'company.nobodyMay': ({ company, operation }) => `Nobody at ${company} can ${operationsEn[operation]} now.`,
    'company.notItsOperation': ({ company, operation, kind, kinds }) =>
      `${company} is ${terms.kinds[kind].one}. Only ${format.any(kinds.map((one) => terms.kinds[one].many))} can ${operationsEn[operation]}.`,
    'company.doneBy': ({ operation, who: by }) => `Who can ${operationsEn[operation]}: ${DONE_BY[by]}.`,
    'company.whichOperation': ({ company }) =>
      `Say what is to be done at ${company}, for example “who can remove a partnership?”`,
    'company.rolesThatMay': ({ roles: held }) => `Roles that allow it: ${roles(held)}.`,
    'company.notForOthers': ({ company }) =>
      `The people of ${company} and what they did are shown to ${company} itself and to Microsoft Support alone.`,
    'company.holds': ({ roles: held }) => capital(roles(held)),
    'company.history': ({ company, other, count, more }) =>
      more
        ? `The latest ${format.number(count)} entries in the history of ${both(company, other)}.`
        : count === 1
          ? `The history of ${both(company, other)} has one entry.`
          : `The history of ${both(company, other)} has ${format.number(count)} entries.`,
    'company.noHistory': ({ company, other, operation, isNarrowed = false }) =>
      isNarrowed
        ? `The history of ${both(company, other)} has no such entry.`
        : operation === undefined
          ? `Nothing has been recorded for ${both(company, other)} yet.`
          : `The history of ${both(company, other)} has no entry for this: ${operationsEn[operation]}.`,
    'company.event': ({ event, by, others = [] }) => pastLine(eventText(event, eventsEn), others, who(by)),
  }
}

const both = (company: string, other: string | undefined): string =>
  other === undefined ? company : `${company} and ${other}`

const DONE_BY = {
  contact: 'the primary contact, by the link in the email',
  reviewer: 'the reviewers who record the decisions of Microsoft',
  support: 'the support staff',
  anyone: 'everybody',
  nobody: 'nobody, here',
  customerGlobalAdmin: "the customer's global admin",
} as const
