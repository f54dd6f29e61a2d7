import { mpaTicked } from '../agreement/accept-mpa.ts'
import { withinLimits } from '../invitation/invite.ts'
import { oneGlobalAdminRemains } from '../organization/employees.ts'
import {
  bothFactsConfirmed,
  companyMailbox,
  contactConfirmed,
  cspOffered,
  draftComplete,
  fieldsGiven,
  mayActForCompany,
  newcomersEnrollAsResellers,
  oneBusinessDayBetweenMails,
  personalMailbox,
  registrationIdGiven,
  workAccount,
} from './enrollment.ts'
import {
  mpnIdGiven,
  mpnIdKnown,
  mpnIdLocation,
  mpnIdOwn,
  mpnIdUnused,
  mpnIdWellFormed,
  mpnMigrated,
  mpnProfileActive,
  mpnSameCountry,
} from './mpn.ts'
import {
  adminAgentConfirmed,
  enrolledAsReseller,
  mpaSigned,
  notSuspended,
  passwordChanged,
  readyToTransact,
} from './organization.ts'
import {
  allDeclared,
  authorizationTicked,
  invitationOpen,
  linkInText,
  notCustomerOfProvider,
  notPartneredYet,
  partnershipExists,
  resellerEmailGiven,
} from './partnership.ts'
import { samePartnerRegion } from './region.ts'

/** Every rule that is a value, by the name it is used under; the rule table of the README is made from this. */
export const RULES = {
  mpnIdGiven,
  mpnIdWellFormed,
  mpnIdKnown,
  mpnIdUnused,
  mpnIdOwn,
  mpnIdLocation,
  mpnProfileActive,
  mpnSameCountry,
  mpnMigrated,
  fieldsGiven,
  draftComplete,
  newcomersEnrollAsResellers,
  workAccount,
  companyMailbox,
  personalMailbox,
  bothFactsConfirmed,
  contactConfirmed,
  mayActForCompany,
  registrationIdGiven,
  cspOffered,
  oneBusinessDayBetweenMails,
  passwordChanged,
  enrolledAsReseller,
  adminAgentConfirmed,
  notSuspended,
  mpaSigned,
  mpaTicked,
  readyToTransact,
  oneGlobalAdminRemains,
  linkInText,
  resellerEmailGiven,
  withinLimits,
  invitationOpen,
  authorizationTicked,
  notPartneredYet,
  notCustomerOfProvider,
  samePartnerRegion,
  partnershipExists,
  allDeclared,
} as const

/** A rule that a card, a machine or the permission matrix keeps: what it promises, and the spec that proves it. */
export type Behaviour = { id: string; source: string; promise: string; spec: string }

/** Rules that are no single check. `spec` is the title of the test under `test/` that proves it. */
export const BEHAVIOURS: readonly Behaviour[] = [
  {
    id: 'R3',
    source: 'S4 Get started',
    promise: 'The checklist offers the model choice; direct-bill explains itself',
    spec: 'R3 R10 R28: a newcomer who asks for direct-bill is told why not',
  },
  {
    id: 'R4',
    source: 'S4; S2 Before you begin',
    promise: 'The status shows the due date, and the outcome is mailed',
    spec: 'R4 R21: every decision is mailed to the primary contact',
  },
  {
    id: 'R7',
    source: 'S4 Indirect reseller 1; S2; S0',
    promise: 'An enrolled reseller is led to the providers of its region',
    spec: 'R7: an enrolled reseller is told to find a provider of its region',
  },
  {
    id: 'R8',
    source: 'S4 Indirect reseller 2',
    promise: 'Set-up belongs to the global admin (P13, P15, P16)',
    spec: 'R8: the organisation profile is the global admin’s',
  },
  {
    id: 'R11',
    source: 'S4 Indirect reseller 4',
    promise: 'The business profile admin is reminded; with none, the global admin',
    spec: 'R11: with no business profile admin the global admin sets the profile up',
  },
  {
    id: 'R21',
    source: 'S2 step 4; S0 NOTE',
    promise: 'The primary contact is mailed every update',
    spec: 'R4 R21: every decision is mailed to the primary contact',
  },
  {
    id: 'R22',
    source: 'S2 step 4',
    promise: '“That’s me” fills in the enrolling person',
    spec: 'R22: “That’s me” takes name and address from the account',
  },
  {
    id: 'R23',
    source: 'S2 Enroll NOTE',
    promise: 'A company already in CSP is asked for support contact and authority alone',
    spec: 'R23: a company already in CSP takes the short form',
  },
  {
    id: 'R25',
    source: 'S2 Get started 1-2',
    promise: 'The checklist comes before the first form',
    spec: 'R25: the checklist comes first',
  },
  {
    id: 'R27',
    source: 'S2 All indirect resellers 2; S0 NOTE',
    promise: 'The status shows account type and program state',
    spec: 'R27: the status shows what is done, waited for, by whom and until when',
  },
  {
    id: 'R28',
    source: 'S3 Types',
    promise: 'What a direct-bill partner must meet is shown when asked',
    spec: 'R3 R10 R28: a newcomer who asks for direct-bill is told why not',
  },
  {
    id: 'R34',
    source: 'S2 All indirect resellers 3',
    promise: 'Only a global admin signs the MPA; others see who can (P09)',
    spec: 'R34: only a global admin signs the MPA',
  },
  {
    id: 'R35',
    source: 'S2 All indirect resellers 3',
    promise: 'A banner confirms date and signer',
    spec: 'R35: the banner names date and signer',
  },
  {
    id: 'R37',
    source: 'S1 tasks IMPORTANT; F30',
    promise: 'An unenrolled reseller may be invited; accepting waits for the enrollment, which starts on the card',
    spec: 'R37 R51: whoever cannot accept sees everything that is missing and who can',
  },
  {
    id: 'R43',
    source: 'S1 Remove 1-2',
    promise: 'Removing takes two steps: the consequences, then Yes',
    spec: 'R43 R44 R45 R47: removal takes two steps, leaves customers and access, and tells nobody',
  },
  {
    id: 'R44',
    source: 'S1 Remove IMPORTANT',
    promise: 'Customers and delegated admin stay as they are, and the card says so',
    spec: 'R43 R44 R45 R47: removal takes two steps, leaves customers and access, and tells nobody',
  },
  {
    id: 'R45',
    source: 'S1 Remove IMPORTANT',
    promise: 'Nobody is told of a removal; the actor gets a draft to send',
    spec: 'R43 R44 R45 R47: removal takes two steps, leaves customers and access, and tells nobody',
  },
  {
    id: 'R47',
    source: 'S1 Remove 3; F20',
    promise: 'The removed partner is gone from both lists',
    spec: 'R43 R44 R45 R47: removal takes two steps, leaves customers and access, and tells nobody',
  },
  {
    id: 'R48',
    source: 'S2 Connect 3 NOTE',
    promise: 'What the acceptance authorizes stands above the button',
    spec: 'R48: the card says what accepting authorizes',
  },
  {
    id: 'R49',
    source: 'S2 Connect 3 NOTE',
    promise: 'The reseller records that the admin access was removed; the partnership stays',
    spec: 'R49: the reseller records that the admin access is removed, and stays a partner',
  },
  {
    id: 'R51',
    source: 'S0 Accept',
    promise: 'Only a global admin of the reseller accepts; others see who can (P22)',
    spec: 'R37 R51: whoever cannot accept sees everything that is missing and who can',
  },
  {
    id: 'R52',
    source: 'S0 Find; S2 Connect; F2',
    promise: 'The directory shows what each provider offers and its contact; there is nothing to apply for',
    spec: 'R52 R79: an enrolled reseller finds the providers of its region, with nothing to apply for',
  },
  {
    id: 'R79',
    source: 'S0 Find',
    promise: 'Indirect providers stand among what can be opened, once enrolled',
    spec: 'R52 R79: an enrolled reseller finds the providers of its region, with nothing to apply for',
  },
  {
    id: 'R110',
    source: 'S3 scenario 6 NOTE; S1 Remove',
    promise: 'The reseller’s wish to end it goes to Microsoft support',
    spec: 'R110: the reseller’s wish to end it goes to support, and the partnership stays',
  },
  {
    id: 'R112',
    source: 'S3 scenario 8',
    promise: 'A reseller of another region is told both regions (the same check as R50)',
    spec: 'R112: a reseller of another region is told both regions',
  },
  {
    id: 'D1',
    source: 'D:microsoft-partner-agreement',
    promise: 'The MPA is kept for each region',
    spec: 'D1 D2: one signature a region, for good',
  },
  {
    id: 'D2',
    source: 'D:mpa-faq',
    promise: 'An accepted MPA never ends',
    spec: 'D1 D2: one signature a region, for good',
  },
  {
    id: 'D3',
    source: 'D:mpa-faq',
    promise: 'The Japanese card says that the text is in English',
    spec: 'D3: the Japanese card says that the agreement is in English',
  },
  {
    id: 'D8',
    source: 'D:mpa-faq',
    promise: 'Five working days without a decision: both sides are told',
    spec: 'D8: an overdue review is told to both sides',
  },
]

const range = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `${letter}${from + n}`)

/** Rules of capabilities that are not built yet; this list only shrinks (architecture.md 7.13). */
export const LATER: readonly string[] = [
  'R5',
  'R6',
  'R29',
  'R31',
  'R32',
  'R41',
  ...range('R', 53, 78),
  ...range('R', 80, 105),
  ...range('R', 107, 109),
  'R111',
  'R114',
  'R115',
  'R116',
  'D4',
  'D6',
  ...range('D', 10, 20),
  'D22',
  'D23',
]
