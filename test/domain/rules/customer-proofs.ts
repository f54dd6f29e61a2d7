import { askProvider } from '../../../domain/customer/ask-provider.ts'
import { attestAgreement } from '../../../domain/customer/attest-agreement.ts'
import { associateReseller, setSupportContact } from '../../../domain/customer/edit-subscription.ts'
import { removeRelation } from '../../../domain/customer/relation.ts'
import { saveDetails } from '../../../domain/customer/save-details.ts'
import { submitNewCustomer } from '../../../domain/customer/submit.ts'
import { type SubmitOrder, submitOrder } from '../../../domain/customer/submit-order.ts'
import type { Decision } from '../../../domain/decision.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import { remind } from '../../../domain/questions/remind.ts'
import {
  customer,
  DETAILS,
  EVERY_CUSTOMER_EVENT as E,
  facts,
  grown,
  named,
  newCustomer,
  newSale,
  signed,
} from '../../support/customers.ts'
import { tomo, toto, reseller as unsigned } from '../../support/partners.ts'
import { days, hana, hanaDid, holding, otherTenant } from '../../support/people.ts'
import type { Proof, RuleName } from './proofs.ts'

const at = days(8)
const given = { actor: tomo, at }
const provider = { organization: toto }
const contact = DETAILS.contact

const codes = (decision: Decision<unknown>): readonly string[] =>
  decision.ok ? [] : decision.error.map(({ code }) => code)

const ordered = (over: Partial<SubmitOrder>, state = customer()) =>
  codes(
    submitOrder(state, {
      ...given,
      id: 'o2',
      key: 'k2',
      facts: facts(),
      lines: [{ action: 'new', offerId: 'o-premium', licenses: 5 }],
      ...over,
    }),
  )

const associated = (organization: Organization, mpnId?: string) =>
  codes(
    associateReseller(customer(E.ResellerRemoved), {
      ...given,
      subscription: 's1',
      key: 'e1',
      facts: { ...facts(), reseller: { ...named, organization } },
      mpnId,
    }),
  )

type CustomerRule = Extract<
  RuleName,
  | 'resellerMpaBeforeAssociation'
  | 'resellerNotSuspended'
  | 'onboardedLocation'
  | 'licensesInRange'
  | 'supportContactRelated'
  | 'directCustomersOnly'
  | 'notRestricted'
  | 'customerAgreed'
  | 'agreedOnPossibleDay'
  | 'notCustomerYet'
  | 'nothingLeft'
  | 'withinBulkCustomers'
  | 'providerNotPestered'
  | 'remindedADayAgo'
>

/** The stories of rules about customers, their orders and subscriptions. */
export const CUSTOMER_PROOFS: Record<CustomerRule, Proof> = {
  resellerMpaBeforeAssociation: {
    story: 'refuses to credit a reseller that has not signed',
    tell: () => associated({ ...unsigned, mpnId: '4567890' }),
    refuses: 'MPA_REQUIRED_RESELLER',
  },
  withinBulkCustomers: {
    story: 'refuses the new customer of a job after two hundred within a day',
    tell: () =>
      codes(
        submitNewCustomer(newCustomer('reviewing'), {
          ...given,
          facts: newSale(),
          isDomainFree: true,
          suggestions: [],
          keys: { tenant: 't', order: 'o' },
          seen: 9,
          made: { day: 200, dayEnds: days(9) },
        }),
      ),
    refuses: 'CUS_LIMIT',
  },
  providerNotPestered: {
    story: 'refuses to ask a provider for the same customer twice within a day',
    tell: () =>
      codes(
        askProvider(
          { recent: [{ at, customer: 'Kaede' }] },
          {
            actor: holding(hana, 'GA'),
            at,
            reseller: signed,
            provider: toto,
            partnership: named.partnership,
            customer: 'Kaede',
          },
        ),
      ),
    refuses: 'REMINDED',
  },
  remindedADayAgo: {
    story: 'refuses to remind a company of the same twice within a day',
    tell: () =>
      codes(
        remind(
          { last: { at, by: hanaDid } },
          { ...given, own: toto, company: signed, about: 'mpa', from: toto.displayName },
        ),
      ),
    refuses: 'REMINDED',
  },
  resellerNotSuspended: {
    story: 'refuses an order in the name of a suspended reseller',
    tell: () => ordered({ facts: facts({ reseller: { ...named, organization: { ...signed, suspended: true } } }) }),
    refuses: 'PAR_NOT_READY',
  },
  onboardedLocation: {
    story: 'refuses a global MPN ID on a subscription',
    tell: () => associated(signed, '1111111'),
    refuses: 'MPN_NOT_LOCATION',
  },
  licensesInRange: {
    story: 'refuses more licenses than the offer has',
    tell: () => ordered({ lines: [{ action: 'new', offerId: 'o-premium', licenses: 301 }] }),
    refuses: 'ORD_QUANTITY',
  },
  supportContactRelated: {
    story: 'refuses a support contact without a relationship',
    tell: () =>
      codes(
        setSupportContact(customer(), {
          ...given,
          provider,
          contact: { organization: { ...signed, tenantId: otherTenant } },
          subscription: 's1',
          key: 'e2',
        }),
      ),
    refuses: 'SUB_CONTACT_INVALID',
  },
  directCustomersOnly: {
    story: 'refuses an order of a partner that is both for a customer it serves as a reseller',
    tell: () => {
      const both = { organization: { ...signed, kind: 'both' as const } }
      return ordered({ facts: facts({ provider: both, reseller: undefined }) })
    },
    refuses: 'CUS_IR_NOT_ALLOWED',
    without: ['CUS_NO_PROVIDER_REL'],
  },
  notRestricted: {
    story: 'refuses a new subscription of a restricted direct-bill partner',
    tell: () => {
      const restricted = {
        organization: { ...toto, kind: 'directBill' as const, directBillStatus: 'restricted' as const },
      }
      return ordered({ facts: facts({ provider: restricted, reseller: undefined }) })
    },
    refuses: 'DB_RESTRICTED',
  },
  customerAgreed: {
    story: 'refuses an order before the customer agreed',
    tell: () => ordered({}, grown(undefined, E.RelationsEstablished)),
    refuses: 'CUS_MCA',
  },
  agreedOnPossibleDay: {
    story: 'refuses to attest what is agreed tomorrow',
    tell: () =>
      codes(
        attestAgreement(customer(), {
          actor: holding(tomo, 'AA'),
          at,
          provider,
          contact,
          agreedOn: '2026-03-11',
        }),
      ),
    refuses: 'CUS_MCA_DATE',
  },
  notCustomerYet: {
    story: 'refuses a new customer whose domain somebody has',
    tell: () =>
      codes(
        saveDetails(newCustomer('draft'), {
          ...given,
          facts: newSale(),
          details: DETAILS,
          isDomainFree: false,
          suggestions: [],
          seen: 0,
        }),
      ),
    refuses: 'CUS_DOMAIN_TAKEN',
  },
  nothingLeft: {
    story: 'refuses to end a relationship with a subscription that is not suspended',
    tell: () =>
      codes(
        removeRelation(customer(), {
          actor: holding(tomo, 'GA'),
          at,
          provider,
          holdings: { subscriptions: [], reservations: [], software: [] },
          key: 'r1',
        }),
      ),
    refuses: 'REL_REMOVE_BLOCKED',
  },
}
