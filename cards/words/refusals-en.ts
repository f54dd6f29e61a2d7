import type { Role } from '../../domain/actor.ts'
import type { RemovalBlock } from '../../domain/refusals.ts'
import { FIRST_AGREEMENT_DAY } from '../../domain/text.ts'
import type { Format } from './format.ts'
import type { MendWords, RefusalWords } from './refusals.ts'
import { invitationState, stateName } from './terms.ts'
import { termsEn as terms, withArticle } from './terms-en.ts'

const MOST_NAMES = 10
const RESTORE_LINK = 'Restore the link'

const removalBlocks: Record<RemovalBlock['kind'], (name: string) => string> = {
  subscription: (name) => `suspend ${name}`,
  reservation: (name) => `cancel the reservation ${name}`,
  software: (name) => `cancel the software ${name}`,
}

/** @param format dates and lists of the reader's own time zone. */
export function refusalsEn(format: Format): RefusalWords {
  const field = (name: keyof typeof terms.fields): string => terms.fields[name]
  const country = (code: string): string => withArticle(terms.country(code))
  const region = (key: string): string => withArticle(terms.region(key))
  const roles = (codes: readonly Role[]): string => format.any(codes.map((code) => terms.roles[code]))
  const states = (names: readonly string[]): string =>
    format.any(names.map((name) => `“${stateName(terms, name) ?? name}”`))
  const some = (names: readonly string[]): string =>
    names.length <= MOST_NAMES
      ? format.all(names)
      : format.all([...names.slice(0, MOST_NAMES), `${format.number(names.length - MOST_NAMES)} more`])

  return {
    AUTH_ROLE: ({ roles: needed, names = [] }) =>
      names.length > 0
        ? `You need the ${roles(needed)} role for this. People who have it: ${some(names)}.`
        : `You need the ${roles(needed)} role for this. Ask a global admin of your company.`,
    AUTH_REVIEWER: () => 'Only reviewers can do this.',
    AUTH_ORG_KIND: ({ kinds, kind }) =>
      `Only ${format.all(kinds.map((each) => terms.kinds[each].many))} can do this. Your company is ${terms.kinds[kind].one}.`,
    NOT_FOUND: ({ query }) =>
      query === ''
        ? "We couldn't find what you asked for."
        : `We couldn't find ${query}. Check the spelling, or try the domain or the MPN ID.`,
    ENR_MPN_REQUIRED: () =>
      'Enter your MPN ID first. If you have none, join the Microsoft Partner Network to get one; what you have entered is kept.',
    ENR_FIELD_MISSING: ({ field: name }) => `${field(name)} is required.`,
    ENR_DIRECT_CLOSED: () =>
      "New partners enroll as indirect resellers. Applications for direct-bill partners aren't open.",
    ENR_WORK_ACCOUNT: () => 'Sign in with a work account that is global admin. If you have none, you can create one.',
    ENR_WEBMAIL: ({ domain }) => `${domain} is a web-based email service. Use your company's address.`,
    ENR_MAIL_SHARED: ({ mail }) => `${mail} looks like a shared mailbox. Use the person's own company address.`,
    ENR_AUTHORITY: () => 'Confirm that you may act for your company.',
    ENR_STEPS_MISSING: ({ steps }) =>
      `These steps aren't complete yet: ${format.all(steps.map((step) => terms.steps[step]))}. Fill them in, and then enroll.`,
    ENR_ROUNDS: ({ rounds }) =>
      `This application has already gone back to the company ${format.number(rounds)} times. Approve it, or decline it.`,
    MPN_FORMAT: () => "An MPN ID has 4 to 10 digits and doesn't begin with 0.",
    MPN_UNKNOWN: ({ id }) => `MPN ID ${id} doesn't exist. Check the number.`,
    MPN_IN_USE: ({ id }) =>
      `MPN ID ${id} is linked to another tenant. Use another location MPN ID of your company, or enroll from that tenant.`,
    MPN_OTHER_COMPANY: ({ id }) => `MPN ID ${id} belongs to another company. Use an MPN ID of your own company.`,
    MPN_NOT_ACTIVE: ({ id }) =>
      `The company profile of MPN ID ${id} isn't active. Check the profile in Partner Center, and then try again.`,
    MPN_COUNTRY_MISMATCH: ({ id, mpnCountry, tenantCountry }) =>
      `MPN ID ${id} is in ${country(mpnCountry)}, your tenant in ${country(tenantCountry)}. Add a location in ${country(tenantCountry)}.`,
    MPN_NOT_MIGRATED: ({ id }) => `Move MPN ID ${id} to Partner Center first. The migration guide shows how.`,
    MPN_NOT_LOCATION: ({ locations }) =>
      locations.length > 0
        ? `Use the location MPN ID ${format.any(locations)}, not the global one.`
        : 'Use a location MPN ID, not the global one. You can add a location in Partner Center.',
    VER_BOTH_FACTS: () => 'Confirm both statements.',
    VER_CONTACT_PENDING: ({ mail }) => `Waiting for ${mail} to confirm the address. The review continues after that.`,
    VER_RESEND_WAIT: ({ from }) =>
      `You can resend the email from ${format.dateTime(from)}. Until then, ask the primary contact to look in the spam folder.`,
    VER_LINK_EXPIRED: () => 'This link has expired. Ask for a new email.',
    USR_CHANGE_PASSWORD: () => `Change your temporary password first. Then select “${mendsEn.USR_CHANGE_PASSWORD}”.`,
    USR_EMAIL_TAKEN: ({ mail }) =>
      `${mail} already has an account in your company. To change its roles, open that person in the list of users.`,
    USR_EMAIL_DOMAIN: ({ domains }) => `Use an address in a domain of your company: ${some(domains)}.`,
    USR_ROLE_MISSING: () => 'Choose at least one role.',
    USR_LAST_GLOBAL_ADMIN: () =>
      'This is the last global admin of your company. Give somebody else the global admin role first.',
    USR_TOO_MANY: () => 'No more users can be managed here. Manage further users in the Microsoft 365 admin center.',
    SETUP_ADMIN_AGENT: ({ names }) =>
      names === undefined
        ? 'Add yourself to Admin agent to finish set-up.'
        : `The set-up isn't finished: a global admin has to be added to Admin agent first. Global admins: ${some(names)}.`,
    MPA_REQUIRED_SELF: ({ region: key }) =>
      `Your company hasn't signed the Microsoft Partner Agreement for ${region(key)}. A global admin can sign it here.`,
    MPA_REQUIRED_RESELLER: ({ reseller, region: key }) =>
      `${reseller} hasn't signed the Microsoft Partner Agreement for ${region(key)}. A global admin of that company can sign it here.`,
    MPA_NOT_OFFERED: () =>
      "The Microsoft Partner Agreement isn't open for your company yet. It can be signed once the enrollment is approved.",
    MPA_NOT_TICKED: () => 'Select the check box to accept the Microsoft Partner Agreement.',
    MCA_NOT_TICKED: () => 'Select the check box to accept the Microsoft Customer Agreement.',
    CUS_NOT_CONFIRMED: () => 'Select the check box to authorize the partners that ask.',
    PAR_NOT_ENROLLED: ({ organization }) =>
      `${organization} isn't enrolled as an indirect reseller. A global admin of that company can enroll it here.`,
    PAR_NOT_READY: ({ organization, steps }) =>
      `${organization} is missing: ${format.all(steps.map((step) => terms.readiness[step].missing))}.`,
    PAR_NONE: ({ a, b }) => `No partnership between ${a} and ${b}. An indirect provider can request one.`,
    PAR_EXISTS: ({ since }) => `You already have this partnership (since ${format.date(since)}).`,
    PAR_SELF: () =>
      'This address belongs to your own company. Enter the address of the reseller that you want to work with.',
    PAR_DECLARATION: () => 'Confirm every statement to remove the partnership.',
    PAR_END_VIA_SUPPORT: () => 'Only the provider can remove it here. We can open a Microsoft support request.',
    INV_LINK_MISSING: () => `Keep the personalized link in the message. “${RESTORE_LINK}” puts it back.`,
    INV_NOT_CONFIRMED: () => 'Tick the box to authorize the provider.',
    INV_CLOSED: ({ state, at }) => {
      const name = invitationState(terms, state).toLowerCase()
      const closed = `This invitation is closed: ${name}, ${format.date(at)}.`
      return state === 'accepted' || state === 'superseded'
        ? closed
        : `${closed} The indirect provider can send a new one.`
    },
    INV_IN_TEAMS: ({ from }) =>
      `This invitation was sent in Teams less than a day ago. It can be sent there again from ${format.dateTime(from)}. You can resend it by email at any time.`,
    INV_LIMIT: ({ per, most, from }) =>
      per === 'bulk'
        ? `Your company can draft at most ${format.number(most)} invitations in bulk within 24 hours. The next can be drafted from ${format.dateTime(from)}.`
        : `${per === 'day' ? 'Your company can send' : 'You can send'} at most ${format.number(most)} invitations ${per === 'day' ? 'a day' : 'an hour'}. The next can go out from ${format.dateTime(from)}.`,
    CUS_LIMIT: ({ most, from }) =>
      `Your company can create at most ${format.number(most)} customers in bulk within 24 hours. The next can be created from ${format.dateTime(from)}.`,
    REMINDED: ({ company, at }) =>
      `${company} was reminded on ${format.dateTime(at)}. You can remind them again a day later.`,
    REGION_PARTNER: ({ a, b, regionA, regionB }) =>
      `${a} is in ${region(regionA)}, ${b} in ${region(regionB)}. Partners must be in one CSP region. To work in another region, a company enrolls an account there.`,
    REL_ALREADY_CUSTOMER: ({ reseller, provider }) =>
      `${reseller} is already a customer of ${provider}, so it can't be its reseller. Choose another indirect provider, or end the customer relationship first.`,
    REGION_CUSTOMER: ({ customer, country: code, regionPartner, regionCustomer }) =>
      `${customer ?? terms.country(code)} is in ${region(regionCustomer)}; you can sell in ${region(regionPartner)} only. To sell in another region, a company enrolls an account there.`,
    REL_ALREADY_RESELLER: ({ customer }) =>
      `${customer} is already your indirect reseller, so it can't be your customer. It can buy with another tenant, or from somebody else.`,
    CUS_IS_CSP_TENANT: ({ customer }) =>
      `${customer} uses this tenant for CSP. Sell to a separate customer tenant that isn't used for CSP.`,
    CUS_SELF_OR_AFFILIATE: () => "You can't sell to your own company or an affiliate.",
    CUS_NO_PROVIDER_REL: ({ provider, customer }) =>
      `${provider} has no reseller relationship with ${customer}. It can ask the customer for one.`,
    CUS_IR_CANNOT_CREATE: () => 'Your provider creates the customer and names you as reseller.',
    CUS_IR_NOT_ALLOWED: () => 'Not available for indirect-reseller customers. The indirect provider can do this.',
    CUS_DOMAIN_TAKEN: ({ prefix, suggestions }) =>
      suggestions.length > 0
        ? `${prefix}.onmicrosoft.com is taken. Try: ${format.any(suggestions)}.`
        : `${prefix}.onmicrosoft.com is taken. Choose another domain prefix.`,
    CUS_DOMAIN_FORMAT: () => '1-27 letters or digits.',
    CUS_MCA: () => 'The customer must accept the Microsoft Customer Agreement first.',
    CUS_MCA_DATE: () =>
      `Enter the day the customer accepted the agreement, from ${format.day(FIRST_AGREEMENT_DAY)} to today.`,
    ORD_EMPTY: () => 'Choose at least one subscription.',
    ORD_QUANTITY: ({ min, max }) => `Enter a whole number of licenses, ${format.number(min)}-${format.number(max)}.`,
    SUB_CONTACT_INVALID: ({ contact }) =>
      `${contact} has no relationship with this customer. Choose one of the partners in the list.`,
    REL_REMOVE_BLOCKED: ({ items }) =>
      `Finish these first: ${some(items.map(({ kind, name }) => removalBlocks[kind](name)))}.`,
    SEC_ALREADY_SHOWN: () =>
      "The temporary password can't be shown again. Reset the customer admin's password if needed.",
    PC_REFUSED: ({ reason }) =>
      reason === undefined
        ? "Partner Center didn't accept this. If it happens again, contact Microsoft Support."
        : `Partner Center didn't accept this (code ${reason}). If it happens again, give Microsoft Support this code.`,
    TRN_NOT_IDENTIFIED: () => "Your tenant isn't identified for direct-bill offboarding.",
    TRN_PROFILE: () => 'Update profile and MPN ID first. You can do this in Partner Center.',
    TRN_NO_ROLLBACK: () => "Indirect reseller capability can't be removed.",
    TRN_NO_NEW_DIRECT: () =>
      "Your company is also an indirect reseller, so it can't add new direct customers. New customers come through an indirect provider.",
    DB_RESTRICTED: () =>
      'Your company is a restricted direct-bill partner. You can manage the customers and subscriptions you have, but not add customers or order new subscriptions.',
    FIELD_EMAIL: () => 'Enter a valid email address.',
    FIELD_LENGTH: ({ field: name, max }) => `${field(name)}: use at most ${format.number(max)} characters.`,
    FIELD_TEXT: ({ field: name }) =>
      `${field(name)}: some characters can't be used here, for example invisible ones. Type the text again.`,
    FIELD_CHOICE: ({ field: name }) => `${field(name)}: choose from the list.`,
    FIELD_PHONE: () => 'Enter a valid phone number, for example +81 3-1234-5678.',
    FIELD_LINK: ({ field: name }) => `${field(name)}: enter a complete web address that begins with https.`,
    FIELD_REASON: () => 'Give a reason.',
    CUS_ADDRESS: ({ field: name, rule }) =>
      rule === 'list'
        ? `${field(name)}: expected a value from the list. Choose one.`
        : `${field(name)}: expected ${rule}. Write it in this form.`,
    ADDRESS_COUNTRY: ({ country: code }) =>
      `The address must be in ${country(code)}, where your tenant and your MPN ID are.`,
    REGION_UNKNOWN: ({ country: code }) => `CSP isn't offered in ${country(code)} here.`,
    ORG_SUSPENDED: () =>
      'Account suspended: existing business only. Contact Microsoft Support about lifting the suspension.',
    STALE: () => 'Someone changed this meanwhile. Here is the current state.',
    WRONG_STATE: ({ is, needs }) =>
      needs.length === 0
        ? `The current state is ${states([is])}. This isn't possible now.`
        : `The current state is ${states([is])}. This is possible only in ${states(needs)}.`,
    NOTHING_CHANGED: () => 'Nothing has changed yet. Correct the profile or add a document, and then send it again.',
  }
}

export const mendsEn: MendWords = {
  ENR_MPN_REQUIRED: 'Join the Microsoft Partner Network',
  MPN_NOT_ACTIVE: 'Open the Partner profile',
  MPN_NOT_MIGRATED: 'Guide to migrating to Partner Center',
  VER_CONTACT_PENDING: 'Enrollment status',
  ENR_DIRECT_CLOSED: 'Enroll as an indirect reseller',
  SETUP_ADMIN_AGENT: 'Add me',
  USR_CHANGE_PASSWORD: 'I have changed my password',
  MPA_REQUIRED_SELF: 'Sign the MPA',
}
