import type { Locale } from '../../domain/actor.ts'
import type { Draft } from '../../domain/invitation/invitation.ts'
import { type Asking, customerDraftEn } from './customer-invitation-en.ts'
import { customerDraftJa } from './customer-invitation-ja.ts'
import { oneLine } from './format.ts'

/** The mail with which partners ask a customer to authorize them, in the customer's language; the link has its place as `{link}`. */
export function customerDraft({
  owner,
  provider,
  admin,
  dap,
  locale,
}: Asking & { admin: string; dap: boolean; locale: Locale }): Draft {
  const facts = {
    owner: plainName(owner),
    provider: provider === undefined ? undefined : plainName(provider),
    admin: plainName(admin),
    dap,
  }
  return locale === 'ja-JP' ? customerDraftJa(facts) : customerDraftEn(facts)
}

const plainName = (text: string): string => oneLine(text.replaceAll('{', '('), 100)
