import type { OrganizationKind } from '../organization/organization.ts'
import type { RegionKey } from '../regions.ts'
import { answerAdding } from './adding-customers.ts'
import type { Answer } from './answer.ts'
import { answerReseller, answerUndo } from './becoming-reseller.ts'
import { answerPair } from './customer-and-reseller.ts'
import { answerOwnUse } from './own-use.ts'
import type { Question, QuestionId } from './question.ts'
import { answerSelling } from './selling-to.ts'
import type { Sight } from './sight.ts'

/** Whom something is sold to: a company, or whoever is in a country. */
export type BuyerName = { company: string } | { country: string }

/** What answers about selling say (Q2, Q18, Q20, Q23–Q25). */
export type SellingFinding =
  | { code: 'selling.can'; seller: string; buyer?: BuyerName; way: 'directly' | 'asProvider' }
  | { code: 'selling.canThrough'; seller: string; buyer?: BuyerName; providers: readonly string[] }
  | { code: 'selling.cannot'; seller: string; buyer?: BuyerName; reasons: number }
  | { code: 'selling.providerCreates'; reseller: string; providers: readonly string[] }
  /** A provider may sell without naming a reseller (F12, R93). */
  | { code: 'selling.resellerOptional'; provider: string }
  | { code: 'selling.existingDirect'; company: string }
  | { code: 'selling.supplierReady' }
  | { code: 'selling.supplierBlocked'; reasons: number }
  | { code: 'selling.canAdd'; company: string; as: 'indirectProvider' | 'directBill' }
  | { code: 'selling.cannotAdd'; company: string; reasons: number }
  | { code: 'selling.addThroughProvider'; company: string; providers: readonly string[] }
  | { code: 'selling.noRollback'; company: string }
  | { code: 'selling.notBoth'; company: string; kind: OrganizationKind }
  | { code: 'selling.withdrawable'; company: string }
  | { code: 'selling.endPartnership'; company: string }
  | { code: 'selling.canTransition'; company: string }
  | { code: 'selling.cannotTransition'; company: string; reasons: number }
  | { code: 'selling.alreadyReseller'; company: string; kind: 'indirectReseller' | 'both' }
  | { code: 'selling.enrollInstead'; company: string }
  | { code: 'selling.transitionSteps' }
  | { code: 'selling.pairPartners'; provider: string; reseller: string; since: string }
  | { code: 'selling.pairCustomer'; reseller: string; provider: string }
  /** `inCsp`: the tenant of the first is used for CSP, so that it can't be a customer with it (R5). */
  | { code: 'selling.pairFree'; reseller: string; provider: string; inCsp?: true }
  | { code: 'selling.pairApart'; reseller: string; provider: string }
  | { code: 'selling.pairUnrecorded'; reseller: string; provider: string }
  /** `present`: what the tenant that it has now is: used for CSP, a customer of the provider, both, or neither. */
  | {
      code: 'selling.optionOtherTenant'
      reseller: string
      provider: string
      present: 'csp' | 'customer' | 'both' | 'neither'
    }
  | { code: 'selling.optionOtherProvider'; reseller: string; provider: string }
  | { code: 'selling.optionKeepCustomer'; reseller: string; provider: string }
  /** Of two without a relation, those that keep to one of the two. */
  | { code: 'selling.optionResellerOnly'; reseller: string; provider: string }
  | { code: 'selling.optionCustomerOnly'; reseller: string; provider: string }
  /** Once nothing is left of it (D14), the other relation is open to the pair. */
  | { code: 'selling.optionEndCustomer'; reseller: string; provider: string }
  | { code: 'selling.buyOnOtherTenant'; company: string }
  | { code: 'selling.buyFromAnyone'; company: string }
  | { code: 'selling.buyFrom'; region?: RegionKey }
  | { code: 'selling.buyNotOnCspTenant' }
  | { code: 'selling.buyNotFromSelf'; company: string }
  | { code: 'selling.buyNotFromPartner'; company: string; providers: readonly string[] }
  | { code: 'selling.buyFromProvider' }

/** The questions about selling, each with what answers it. */
export const SELLING = {
  Q2: answerSelling,
  Q18: answerAdding,
  Q20: answerUndo,
  Q23: answerReseller,
  Q24: answerPair,
  Q25: answerOwnUse,
} satisfies Partial<Record<QuestionId, (question: Question, sight: Sight) => Promise<Answer>>>
