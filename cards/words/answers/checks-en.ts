import type { Check } from '../../../domain/questions/answer.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Format } from '../format.ts'
import type { Terms } from '../terms.ts'
import { withArticle } from '../terms-en.ts'
import { type CheckWords, checkLine, type ThirdPersonWords } from './checks.ts'

/** @param refusal the sentence that a refusal has for whoever meets it himself */
export function checksEn(
  format: Format,
  terms: Terms,
  refusal: (refusal: Refusal) => string,
): (check: Check) => string {
  const others = thirdPersonEn(format, terms)
  return (check) => checkLine(check, CHECKS_EN, others, refusal, ' ')
}

/** The company, or “the company” where none is named; in front of a sentence with a capital. */
const the = (company: string): string => company || 'the company'
const The = (company: string): string => company || 'The company'

const CHECKS_EN: CheckWords = {
  partnerKind: {
    holds: (company) => `${The(company)} is the right kind of company for this.`,
    unknown: (company) => `What kind of company ${the(company)} is isn't recorded yet.`,
  },
  enrolled: {
    holds: (company) => `${The(company)} is enrolled as an indirect reseller.`,
    unknown: (company) => `Whether ${the(company)} is enrolled isn't recorded yet.`,
  },
  mpa: {
    holds: (company) => `${The(company)} has signed the Microsoft Partner Agreement.`,
    unknown: (company) => `Whether ${the(company)} has signed the Microsoft Partner Agreement isn't recorded yet.`,
  },
  resellerMpa: {
    holds: (company) =>
      `${The(company)} has signed the Microsoft Partner Agreement, as a reseller must before new business.`,
    unknown: (company) => `Whether ${the(company)} has signed the Microsoft Partner Agreement isn't recorded yet.`,
  },
  notSuspended: {
    holds: (company) => `The account of ${the(company)} isn't suspended.`,
    unknown: (company) => `Whether the account of ${the(company)} is suspended isn't recorded yet.`,
  },
  role: {
    holds: () => 'The role that this needs is there.',
    unknown: (company) => `Who holds the role that this needs at ${the(company)} isn't recorded yet.`,
  },
  invitationOpen: {
    holds: () => 'The invitation is open.',
    unknown: () => "Whether the invitation is open isn't recorded yet.",
  },
  notPartnered: {
    holds: () => 'The two have no partnership yet.',
    unknown: () => "Whether the two have a partnership isn't recorded yet.",
  },
  partnership: {
    holds: (company) => `The partnership with ${the(company)} is active.`,
    unknown: (company) => `Whether there is a partnership with ${the(company)} isn't recorded yet.`,
  },
  notCustomer: {
    holds: () => 'The reseller is no customer of the provider.',
    unknown: () => "Whether the reseller is a customer of the provider isn't recorded yet.",
  },
  notReseller: {
    holds: (company) => `The customer is no indirect reseller of ${the(company)}.`,
    unknown: (company) => `Whether the customer is an indirect reseller of ${the(company)} can't be seen here.`,
  },
  notAffiliate: {
    holds: (company) => `The customer is neither ${the(company)} itself nor an affiliate.`,
    unknown: (company) => `Whether the customer is an affiliate of ${the(company)} isn't recorded yet.`,
  },
  notCspTenant: {
    holds: (company) => `The tenant of ${the(company)} isn't used for CSP.`,
    unknown: (company) => `Whether the tenant of ${the(company)} is used for CSP isn't recorded yet.`,
  },
  sameRegion: {
    holds: () => 'Both partners are in one CSP region.',
    unknown: () => "The CSP regions of the two partners aren't recorded yet.",
  },
  customerRegion: {
    holds: (company) => `The customer is in the CSP region of ${the(company)}.`,
    unknown: () => "The customer's CSP region isn't recorded yet.",
  },
  providerRelation: {
    holds: (company) => `${The(company)} has its own reseller relationship with the customer.`,
    unknown: (company) =>
      `Whether ${the(company)} has its own reseller relationship with the customer isn't recorded yet. Orders need one.`,
  },
  customerAgreement: {
    holds: () => 'The customer has accepted the Microsoft Customer Agreement.',
    unknown: () =>
      "Whether the customer has accepted the Microsoft Customer Agreement isn't recorded yet. Orders need it.",
  },
  newDirectAllowed: {
    holds: (company) => `${The(company)} can add direct customers.`,
    unknown: (company) => `Whether ${the(company)} can add direct customers isn't recorded yet.`,
  },
  notRestricted: {
    holds: (company) => `${The(company)} isn't a restricted direct-bill partner.`,
    unknown: (company) => `Whether ${the(company)} is a restricted direct-bill partner isn't recorded yet.`,
  },
  createsCustomers: {
    holds: (company) => `${The(company)} creates customers itself.`,
    unknown: (company) => `Whether ${the(company)} creates customers itself isn't recorded yet.`,
  },
  account: {
    holds: (company) => `${The(company)} has a Partner Center account.`,
    unknown: (company) => `Whether ${the(company)} has a Partner Center account isn't recorded yet.`,
  },
  identified: {
    holds: (company) => `The tenant of ${the(company)} is identified for direct-bill offboarding.`,
    unknown: (company) => `Whether the tenant of ${the(company)} is identified for offboarding isn't recorded yet.`,
  },
  profile: {
    holds: (company) => `The profile and the MPN ID of ${the(company)} are up to date.`,
    unknown: (company) => `Whether the profile of ${the(company)} is up to date isn't recorded yet.`,
  },
  mpnId: {
    holds: (company) => `The MPN ID of ${the(company)} is active, and in the country of the tenant.`,
    unknown: (company) => `The MPN ID of ${the(company)} isn't recorded yet.`,
  },
  applicationState: {
    holds: () => 'The application is in a state that allows it.',
    unknown: () => "The state of the application isn't recorded yet.",
  },
  agreementOffered: {
    holds: (company) => `The Microsoft Partner Agreement is open for ${the(company)}.`,
    unknown: (company) => `Whether the Microsoft Partner Agreement is open for ${the(company)} isn't recorded yet.`,
  },
  adminAgent: {
    holds: (company) => `The set-up of ${the(company)} has its admin agent.`,
    unknown: (company) => `Whether ${the(company)} has finished its set-up isn't recorded yet.`,
  },
  form: {
    holds: () => 'What has to be given is given.',
    unknown: () => "What has to be given isn't known before it's filled in.",
  },
  wait: {
    holds: () => 'There is nothing to wait for.',
    unknown: () => "How long there is to wait isn't recorded yet.",
  },
  newest: {
    holds: () => 'Nobody has changed it meanwhile.',
    unknown: () => "Whether somebody has changed it meanwhile isn't recorded yet.",
  },
}

function thirdPersonEn(format: Format, terms: Terms): ThirdPersonWords {
  const region = (key: string): string => withArticle(terms.region(key))
  const country = (code: string): string => withArticle(terms.country(code))
  return {
    AUTH_ROLE: ({ roles }) =>
      `Only people with the ${format.any(roles.map((role) => terms.roles[role]))} role can do this.`,
    AUTH_ORG_KIND: ({ kinds, kind }, company) =>
      `Only ${format.all(kinds.map((each) => terms.kinds[each].many))} can do this. ${The(company)} is ${terms.kinds[kind].one}.`,
    SETUP_ADMIN_AGENT: (_, company) =>
      `A global admin of ${the(company)} has to be added to Admin agent before the set-up is finished.`,
    MPA_REQUIRED_SELF: ({ region: key }, company) =>
      `${The(company)} hasn't signed the Microsoft Partner Agreement for ${region(key)}.`,
    MPA_NOT_OFFERED: (_, company) =>
      `The Microsoft Partner Agreement isn't open for ${the(company)} yet. It can be signed once the enrollment is approved.`,
    ORG_SUSPENDED: (_, company) =>
      `The account of ${the(company)} is suspended: existing business only. Microsoft Support can say how it's lifted.`,
    PAR_NONE: ({ a, b }) =>
      b === ''
        ? `${a} has no indirect provider. One of its region can request a partnership, once the two agree.`
        : `No partnership between ${a} and ${b}. An indirect provider can request one.`,
    PAR_EXISTS: ({ since }) => `The two already have a partnership (since ${format.date(since)}).`,
    REGION_CUSTOMER: ({ partner, customer, country: code, regionPartner, regionCustomer }) =>
      `${customer ?? terms.country(code)} is in ${region(regionCustomer)}; ${partner} can sell in ${region(regionPartner)} only. To sell in another region, a company enrolls an account there.`,
    REL_ALREADY_RESELLER: ({ customer, provider }) =>
      `${customer} is already an indirect reseller of ${provider}, so it can't be its customer.`,
    CUS_IS_CSP_TENANT: ({ customer }) =>
      `${customer} uses this tenant for CSP. A separate customer tenant that isn't used for CSP can be sold to.`,
    CUS_SELF_OR_AFFILIATE: (_, company) => `${The(company)} can't sell to itself or to an affiliate.`,
    CUS_IR_CANNOT_CREATE: (_, company) =>
      `${The(company)} doesn't create customers: its indirect provider does, and names it as the reseller.`,
    TRN_NOT_IDENTIFIED: (_, company) => `The tenant of ${the(company)} isn't identified for direct-bill offboarding.`,
    TRN_PROFILE: (_, company) => `The profile and the MPN ID of ${the(company)} have to be brought up to date first.`,
    TRN_NO_ROLLBACK: (_, company) => `The indirect reseller capability of ${the(company)} can't be removed.`,
    TRN_NO_NEW_DIRECT: (_, company) =>
      `${The(company)} is also an indirect reseller, so it can't add new direct customers.`,
    DB_RESTRICTED: (_, company) =>
      `${The(company)} is a restricted direct-bill partner: it can't add customers or order new subscriptions.`,
    MPN_NOT_ACTIVE: ({ id }) => `The company profile of MPN ID ${id} isn't active.`,
    MPN_COUNTRY_MISMATCH: ({ id, mpnCountry, tenantCountry }) =>
      `MPN ID ${id} is in ${country(mpnCountry)}, the tenant in ${country(tenantCountry)}. A location in ${country(tenantCountry)} can be added.`,
  }
}
