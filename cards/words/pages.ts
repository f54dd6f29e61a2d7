import type { Terms } from './terms.ts'

export type Outcome = { heading: string; text: string }

/** Whose application the page is about. `by` is the admin who applied, '' when unknown. */
export type VerifyFacts = { company: string; by: string; contactName: string }

/** The words of the page on which the primary contact confirms the address (R19). */
export type VerifyWords = {
  title: string
  heading: (company: string) => string
  intro: (facts: VerifyFacts) => string
  facts: { company: string; by: string; contact: string; email: string; validUntil: string }
  /** Above the two check boxes. */
  instruction: string
  statements: Terms['statements']
  confirm: string
  /** What confirming does, and what the page never asks for. */
  afterwards: string
  denial: { heading: string; text: string; button: string }
  /** Beside the check boxes when one of them is not selected (VER_BOTH_FACTS). */
  bothFacts: string
  outcomes: Record<'confirmed' | 'alreadyConfirmed' | 'denied' | 'expired' | 'invalid', Outcome>
  /** When the store gave no answer: surely nothing changed, or unknown (architecture.md 7.2). */
  trouble: Record<'notExecuted' | 'unknown', Outcome>
}

/** Who invites on the invitation page; `country` is its name in the reader's language. */
export type InviteFacts = { provider: string; country: string; region: string }

/** The words of the page behind an invitation link; it changes nothing, and is one and the same for every dead link. */
export type InviteWords = {
  title: string
  heading: (provider: string) => string
  intro: (facts: InviteFacts) => string
  facts: { provider: string; country: string; region: string; validUntil: string }
  /** What accepting means (R48, R49). */
  consequences: { heading: string; points: (provider: string) => readonly string[] }
  how: { heading: string; steps: readonly string[]; code: string }
  openInTeams: string
  /** What opening the page does not do. */
  afterwards: string
  /** Every link that is not live: unknown, used, revoked, expired, mistyped. */
  dead: Outcome
}

/** Who asks a customer: the owner of the invitation, and of `both` its provider. */
type Asking = { owner: string; provider?: string | undefined }

/** What the page says of a customer's invitation instead. */
export type CustomerInviteWords = {
  title: string
  heading: (asking: Asking) => string
  intro: (facts: Asking & { country: string }) => string
  facts: { owner: string; through: string }
  points: (asking: Asking, dap: boolean) => readonly string[]
  steps: readonly string[]
}

/** The words of the web pages. */
export type PageWords = { verify: VerifyWords; invite: InviteWords; customerInvite: CustomerInviteWords }
