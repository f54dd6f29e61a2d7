import type { ReminderAbout, Verdict } from '../../domain/questions/answer.ts'
import type { QuestionId } from '../../domain/questions/question.ts'
import { withArticle } from './terms-en.ts'

type Names = readonly string[]

/** What a name stands for where none was given: the asker's own company is always among the names. */
const n = (names: Names, at: number): string => names[at] ?? '…'

const place = (countries: Names, at: number): string => withArticle(n(countries, at))

/** The question as it was understood; `countries` by name. */
const asked: Record<QuestionId, (names: Names, countries: Names, detail: string) => string> = {
  Q1: (names) => `Is ${n(names, 0)} partnered with ${n(names, 1)}?`,
  Q2: (names, countries) => {
    const buyer = names[1] ?? (countries.length > 0 ? place(countries, 0) : undefined)
    return `Can ${n(names, 0)} sell${buyer === undefined ? '' : ` to ${buyer}`}, and if not, why?`
  },
  Q3: (names, _, detail) =>
    detail === '' && names[0]
      ? `Who supports the subscriptions of ${names[0]}?`
      : `Who supports subscription ${detail || '…'}?`,
  Q4: (names) => `Which customers do ${n(names, 0)} and ${n(names, 1)} share?`,
  Q5: (names) => `Where is the enrollment of ${n(names, 0)}?`,
  Q6: (names) => `Has ${n(names, 0)} signed the MPA?`,
  Q7: (names) => `Is ${n(names, 0)} ready to transact?`,
  Q8: (names) => `Why can’t ${n(names, 0)} accept the invitation${names[1] ? ` of ${names[1]}` : ''}?`,
  Q9: (names, _, detail) => `What became of the invitation to ${detail || n(names, 0)}?`,
  Q10: (names, _, detail) =>
    `Which invitations${names[0] ? ` of ${names[0]}` : ''} are pending${detail ? ` (older than ${detail === '1' ? 'one day' : `${detail} days`})` : ''}?`,
  Q11: (_, countries) => `Can a partner in ${place(countries, 0)} work with one in ${place(countries, 1)}?`,
  Q12: (names, countries) => `Which CSP region is ${countries.length > 0 ? place(countries, 0) : n(names, 0)} in?`,
  Q13: (names, _, detail) =>
    detail === ''
      ? `Who are the partners of ${n(names, 0)}?`
      : `Which ${detail === 'providers' ? 'providers' : 'resellers'} does ${n(names, 0)} have?`,
  Q14: (names, _, detail) => `Which reseller is on record for ${detail || n(names, names.length - 1)}?`,
  Q15: (names) => `Which MPN ID does ${n(names, 0)} use?`,
  Q16: (names) => `What happened when ${n(names, 0)} and ${n(names, 1)} ended their partnership?`,
  Q17: (names) => `Does ${n(names, 0)} still have administrator access to the work account of ${n(names, 1)}?`,
  Q18: (names) => `Why can’t ${n(names, 0)} add a customer?`,
  Q19: (names) => `Is ${names[1] ?? n(names, 0)} a direct or an indirect customer?`,
  Q20: (names) => `Can ${n(names, 0)} undo becoming an indirect reseller?`,
  Q21: (names) => `Where is the incentive invitation of ${n(names, 0)}?`,
  Q22: (names) => `Can the first password${names[0] ? ` of ${names[0]}` : ''} be shown again?`,
  Q23: (names) => `Can ${n(names, 0)} become an indirect reseller on its direct-bill tenant?`,
  Q24: (names) => `Can ${n(names, 0)} and ${n(names, 1)} be customer and reseller of each other?`,
  Q25: (names) => `Where does ${n(names, 0)} get licenses for its own use?`,
  Q26: (names, _, detail) => `Who at ${n(names, 0)} can do this${detail ? `: ${detail}` : ''}?`,
  Q27: (names, _, detail) =>
    `Who did what${names[1] ? ` between ${names[0]} and ${names[1]}` : names[0] ? ` at ${names[0]}` : ''}, and when${detail ? ` (${detail})` : ''}?`,
  Q28: (names) => `Can two partners serve ${names[0] ?? 'one customer'}?`,
  Q29: (names, _, detail) =>
    `Why was the order${names[0] ? ` for ${names[0]}` : ''} refused${detail ? ` (code ${detail})` : ''}?`,
  Q30: (names, countries) =>
    names[0]
      ? `Is ${names[0]} an official provider${countries[0] ? ` for ${withArticle(countries[0])}` : ''}?`
      : `Who are the official providers${countries[0] ? ` for ${withArticle(countries[0])}` : ''}?`,
}

/** Words about asking and answering; what was found out is said in `answers/`. */
export const askEn = {
  verdicts: {
    yes: 'Yes',
    no: 'No',
    pending: 'Pending',
    notFound: 'Not found',
    notRecorded: 'Not recorded yet',
  } satisfies Record<Verdict, string>,
  asked,
  /** On the button that asks it. */
  related: {
    Q1: 'Partnered?',
    Q2: 'Can it sell?',
    Q3: 'Support contact',
    Q4: 'Shared customers',
    Q5: 'Enrollment',
    Q6: 'MPA',
    Q7: 'Readiness',
    Q8: 'Why not accepted?',
    Q9: 'The invitation',
    Q10: 'Pending invitations',
    Q11: 'Work together?',
    Q12: 'Region',
    Q13: 'Partners',
    Q14: 'Reseller of record',
    Q15: 'MPN ID',
    Q16: 'The end of the partnership',
    Q17: 'Administrator access',
    Q18: 'Adding customers',
    Q19: 'Direct or indirect?',
    Q20: 'Undo?',
    Q21: 'Incentive invitation',
    Q22: 'First password',
    Q23: 'Become a reseller?',
    Q24: 'Customer and reseller?',
    Q25: 'Own licenses',
    Q26: 'Who can do it?',
    Q27: 'History',
    Q28: 'Two partners?',
    Q29: 'Refused order',
    Q30: 'Official providers',
  } satisfies Record<QuestionId, string>,
  of: (topic: string, name: string): string => (topic.endsWith('?') ? `${topic} ${name}` : `${topic}: ${name}`),
  chain: {
    microsoft: 'Microsoft',
    nobody: 'nobody yet',
    links: { holds: '→', missing: '✕ Stops here', pending: '… Pending', unknown: '? Not recorded yet' },
    brokenAsWell: '✕',
    spoken: { holds: 'sells through', missing: 'has no link to', pending: 'is waiting for', unknown: 'may sell to' },
  },
  headings: {
    failing: 'What stands in the way',
    unknown: 'Not recorded yet',
    checks: 'What was checked',
    findings: 'What is known',
    moments: 'What happened',
  },
  /** Unfolds the checks that hold. */
  holding: (count: number): string => (count === 1 ? 'One check holds' : `${count} checks hold`),
  rule: (id: string, section: string): string => (section === '' ? id : `${id} (${section})`),
  rules: (rules: string): string => `Rules: ${rules}`,
  ruleOf: (rule: string, company: string): string => (company === '' ? rule : `${company} · ${rule}`),
  fixes: {
    'sign-mpa': 'Sign the MPA',
    enroll: 'Start the enrollment',
    'add-me': 'Add me',
    'request-partnership': 'Request a partnership',
    'find-provider': 'Find a provider',
    status: 'Enrollment status',
    'add-customer': 'Add new customer',
    'invite-customer': 'Invite new customers',
  },
  remind: {
    mpa: 'Remind to sign the MPA',
    enrollment: 'Remind about the enrollment',
    invitation: 'Remind about the invitation',
    adminAgent: 'Remind about Admin agent',
  } satisfies Record<ReminderAbout, string>,
  remindedTitle: 'Reminder sent',
  reminded: (company: string): string => `Reminder sent to those at ${company} who can do it.`,
  taken: (typed: string, company: string): string =>
    `“${typed}” was read as ${company}${company.endsWith('.') ? '' : '.'}`,
  several: (typed: string): string => `Which “${typed}” do you mean?`,
  severalText: 'Several companies have this name. Pick one and your question goes on.',
  unknown: (typed: string): string => `No company that you can ask about is called “${typed}”.`,
  select: 'Select',
  nearest: 'Did you mean one of these?',
  noneNear: 'Check the name, or ask with the domain, the tenant ID or the MPN ID.',
  together: {
    title: (count: number): string => (count === 2 ? 'You asked two things' : `You asked ${count} things`),
    more: 'This was asked as well:',
  },
  missing: 'Which company do you mean?',
  missingText: 'Ask again with the name, the domain, the tenant ID or the MPN ID of the company.',
  whatTitle: 'You can ask me',
  commands: 'Or type a command',
  whatText: 'Ask in your own words, in English or Japanese.',
  examples: {
    support: [
      'Is Contoso partnered with Fabrikam?',
      'Why can’t Fabrikam sell to Wingtip?',
      'Where is the enrollment of Contoso?',
      'Has Fabrikam signed the MPA?',
      'Which invitations are pending for Contoso?',
      'Can Japan work with Germany?',
    ],
    company: [
      'Are we partnered with Contoso?',
      'Why can’t we sell to Wingtip?',
      'Are we ready to transact?',
      'Which MPN ID do we use?',
      'Who can remove a partnership?',
      'Which currency is used in Germany?',
    ],
  },
  sentPrivately: {
    title: 'I replied in your chat with me',
    text: 'Company matters are not for a shared conversation.',
  },
  askPrivately: {
    title: 'Ask me in our own chat',
    text: 'Company matters are not for a shared conversation. Open a chat with me and ask there.',
  },
}

export type AskWords = typeof askEn
