import type { BuyerName, SellingFinding } from '../../../domain/questions/selling.ts'
import { withArticle } from '../terms-en.ts'
import type { ThemeWords } from './answers.ts'

export const sellingEn: ThemeWords<SellingFinding> = (format, terms) => {
  const sellTo = (buyer: BuyerName | undefined): string => {
    if (buyer === undefined) return 'sell'
    return 'company' in buyer
      ? `sell to ${buyer.company}`
      : `sell to customers in ${withArticle(terms.country(buyer.country))}`
  }
  const count = (reasons: number): string =>
    reasons === 1 ? 'One thing stands' : `${format.number(reasons)} things stand`
  const aProvider = (providers: readonly string[]): string =>
    providers.length > 0 ? format.any(providers) : 'an indirect provider'

  return {
    'selling.can': ({ seller, buyer, way }) =>
      way === 'asProvider'
        ? `${seller} can ${sellTo(buyer)}, as an indirect provider.`
        : `${seller} can ${sellTo(buyer)} directly.`,
    'selling.canThrough': ({ seller, buyer, providers }) =>
      `${seller} can ${sellTo(buyer)}, supplied by ${aProvider(providers)}.`,
    'selling.cannot': ({ seller, buyer, reasons }) =>
      `${seller} can't ${sellTo(buyer)} now. ${count(reasons)} in the way.`,
    'selling.providerCreates': ({ reseller, providers }) =>
      `${providers.length === 1 ? providers[0] : 'The indirect provider'} creates the customer and names ${reseller} as the reseller.`,
    'selling.resellerOptional': ({ provider }) =>
      `${provider} doesn't have to name a reseller. Without one, nobody gets the reseller's incentives for the subscription.`,
    'selling.existingDirect': ({ company }) =>
      `${company} keeps its existing direct customers, with their billing. Only new ones come through a provider.`,
    'selling.supplierReady': () => 'Nothing stands in the way.',
    'selling.supplierBlocked': ({ reasons }) => `${count(reasons)} in the way.`,
    'selling.canAdd': ({ company, as }) =>
      as === 'indirectProvider'
        ? `${company} can add customers, and name one of its indirect resellers when it does.`
        : `${company} can add customers of its own.`,
    'selling.cannotAdd': ({ company, reasons }) =>
      `${company} can't add customers itself. ${count(reasons)} in the way.`,
    'selling.addThroughProvider': ({ company, providers }) =>
      providers.length > 0
        ? `${company} can ask ${format.any(providers)} to create the customer, or invite an existing customer to work with both companies.`
        : `${company} needs an indirect provider first: the provider creates the customer and names ${company} as the reseller.`,
    'selling.noRollback': ({ company }) =>
      `${company} can't undo it: the indirect reseller capability can't be removed from a tenant. Its direct customers stay.`,
    'selling.notBoth': ({ company, kind }) =>
      `There's nothing to undo at ${company}. This concerns direct-bill partners that have also become indirect resellers, and ${company} is ${terms.kinds[kind].one}.`,
    'selling.withdrawable': ({ company }) =>
      `${company} has an application under way. A global admin can withdraw it until it's decided.`,
    'selling.endPartnership': ({ company }) =>
      `${company} can end its partnerships: the provider removes them, or Microsoft Support does when asked. The enrollment stays.`,
    'selling.canTransition': ({ company }) => `${company} can become an indirect reseller on its direct-bill tenant.`,
    'selling.cannotTransition': ({ company, reasons }) =>
      `${company} can't become an indirect reseller on a direct-bill tenant now. ${count(reasons)} in the way.`,
    'selling.alreadyReseller': ({ company, kind }) => `It already has: ${company} is ${terms.kinds[kind].one}.`,
    'selling.enrollInstead': ({ company }) =>
      `${company} isn't in CSP yet. It becomes an indirect reseller by enrolling.`,
    'selling.transitionSteps': () =>
      'A global admin starts it in Partner Center: Overview, then “Become an indirect reseller”. It can never be undone.',
    'selling.pairPartners': ({ provider, reseller, since }) =>
      `${reseller} has been an indirect reseller of ${provider} since ${format.date(since)}, so it can't also be a customer of ${provider}.`,
    'selling.pairCustomer': ({ provider, reseller }) =>
      `${reseller} is a customer of ${provider}, so it can't also be its indirect reseller.`,
    'selling.pairFree': ({ provider, reseller, inCsp }) =>
      inCsp
        ? `${reseller} and ${provider} have no relation now. ${reseller} can become an indirect reseller of ${provider}, but not its customer with the same tenant, which is used for CSP.`
        : `${reseller} and ${provider} have no relation now. ${reseller} can become an indirect reseller or a customer of ${provider}, but never both.`,
    'selling.pairApart': ({ provider, reseller }) =>
      `${reseller} and ${provider} have no relation now. They are in different CSP regions, so ${reseller} can become neither an indirect reseller nor a customer of ${provider}.`,
    'selling.pairUnrecorded': ({ provider, reseller }) =>
      `How ${reseller} and ${provider} stand to each other isn't recorded here for you. A company can't be an indirect reseller and a customer of the same provider.`,
    'selling.optionOtherTenant': ({ provider, reseller, present }) => {
      const noReseller = `without naming ${reseller} as the reseller`
      switch (present) {
        case 'csp':
          return `With another tenant: ${reseller} sets one up as a separate environment that isn't used for CSP, and buys for that one. ${provider} then sells to it ${noReseller}.`
        case 'customer':
          return `With another tenant: ${reseller} enrolls in CSP with a separate tenant, and becomes an indirect reseller of ${provider} there. ${provider} goes on selling to the present tenant, ${noReseller}.`
        case 'both':
          return `With another tenant: ${reseller} sets one up as a separate environment that isn't used for CSP, and buys for that one. Once the customer relationship of its present tenant is removed, it can become an indirect reseller of ${provider} with that one, and ${provider} sells to the other tenant ${noReseller}.`
        case 'neither':
          return `With two tenants: ${reseller} uses one of them for CSP, and buys for the other as a separate environment. ${provider} sells to that one ${noReseller}.`
      }
    },
    'selling.optionOtherProvider': ({ provider, reseller }) =>
      `With another provider: ${reseller} ends the partnership with ${provider} and works with another indirect provider. It can then buy licenses for its own use from a direct-bill partner, or from another CSP partner.`,
    'selling.optionKeepCustomer': ({ provider, reseller }) =>
      `As a customer only: ${reseller} stays a customer of ${provider} and becomes an indirect reseller of another provider. Nothing new is provisioned in its CSP tenant.`,
    'selling.optionResellerOnly': ({ provider, reseller }) =>
      `As a reseller only: ${reseller} becomes an indirect reseller of ${provider}. It buys licenses for its own use from a direct-bill partner, or from another CSP partner, on another tenant.`,
    'selling.optionCustomerOnly': ({ provider, reseller }) =>
      `As a customer only: ${reseller} becomes a customer of ${provider}, and an indirect reseller of another provider. Once its tenant is used for CSP, nothing new is provisioned there.`,
    'selling.optionEndCustomer': ({ provider, reseller }) =>
      `As a reseller only: ${provider} suspends the subscriptions, cancels reservations and software, and removes the customer relationship. ${reseller} can then become its indirect reseller. It buys licenses for its own use from another CSP partner, on another tenant.`,
    'selling.buyOnOtherTenant': ({ company }) =>
      `${company} can buy licenses for its own use from another CSP partner, on a tenant that isn't used for CSP.`,
    'selling.buyFromAnyone': ({ company }) => `${company} isn't in CSP: any CSP partner of its region can sell to it.`,
    'selling.buyFrom': ({ region }) =>
      region === undefined
        ? 'Sellers: an indirect reseller or a direct-bill partner.'
        : `Sellers: an indirect reseller or a direct-bill partner in ${withArticle(terms.region(region))}.`,
    'selling.buyNotOnCspTenant': () =>
      'The services are provisioned in the other tenant, which is for internal use only. They can never be provisioned in the CSP tenant.',
    'selling.buyNotFromSelf': ({ company }) => `Not from ${company} itself, and not from an affiliate.`,
    'selling.buyNotFromPartner': ({ company, providers }) =>
      `As an indirect reseller of ${format.all(providers)}, ${company} can't be a customer there with the same tenant.`,
    'selling.buyFromProvider': () =>
      'An indirect provider is possible too, but only one that the company is no reseller of, and only for the other tenant. Microsoft names only resellers and direct-bill partners as sellers.',
  }
}
