import type { CredentialState } from '../customer/credential.ts'

type Whose = { customer: string; admin: string; who: string; company: string }

/** What answers about a customer's first password say (Q22). `who` is empty where the directory knows the person no more. */
export type PasswordFinding =
  | ({ code: 'password.waits'; until: string } & Whose)
  | ({ code: 'password.over'; state: Exclude<CredentialState, 'created'>; at: string } & Whose)
  | { code: 'password.look' }
  | { code: 'password.onlySubmitter'; who: string; company: string }
  | { code: 'password.after' }
  | { code: 'password.once' }
  | { code: 'password.reset' }
  | { code: 'password.nameCustomer' }
  | { code: 'password.ofOther'; customer: string; company: string }
  | { code: 'password.gone'; customer: string }
  | { code: 'password.notMade'; customer: string }
