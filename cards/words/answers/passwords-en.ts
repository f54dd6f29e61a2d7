import type { PasswordFinding } from '../../../domain/questions/passwords.ts'
import type { ThemeWords } from './answers.ts'

export const passwordsEn: ThemeWords<PasswordFinding> = (format) => {
  const person = (who: string, company: string): string =>
    who === '' ? `Somebody at ${company}` : `${who} of ${company}`
  return {
    'password.waits': ({ customer, admin, who, company, until }) =>
      `The first password of ${customer} (${admin}) has not been looked at yet. ${person(who, company)} can look at it once, until ${format.dateTime(until)}.`,
    'password.over': ({ customer, admin, who, company, at, state }) =>
      ({
        revealed: `${person(who, company)} looked at the first password of ${customer} (${admin}) on ${format.dateTime(at)}. It was destroyed then, and nobody can show it again.`,
        acknowledged: `${person(who, company)} looked at the first password of ${customer} (${admin}) and confirmed on ${format.dateTime(at)} that it is noted. Nobody can show it again.`,
        expired: `Nobody looked at the first password of ${customer} (${admin}). It was destroyed on ${format.dateTime(at)}, and nobody can show it any more.`,
      })[state],
    'password.look': () => 'Open the confirmation and select Show the temporary password.',
    'password.onlySubmitter': ({ who, company }) =>
      `Nobody else can look at it, Microsoft Support included: ${person(who, company)} opens the confirmation of the new customer in their own chat.`,
    'password.after': () =>
      'After that one look, or after 24 hours, it is destroyed. Then it can only be reset: under Users › Active users › Reset password in the Microsoft 365 admin center.',
    'password.once': () =>
      "The first password of a customer's administrator is shown once, to whoever created the customer. Nobody can show it again: it isn't kept.",
    'password.reset': () =>
      'A new password can be set: a global admin of the customer, or a partner with delegated admin privileges, resets it in the Microsoft 365 admin center under Users › Active users › Reset password.',
    'password.nameCustomer': () =>
      'Ask with the name of the customer, and you learn whether the first password was looked at, when and by whom.',
    'password.ofOther': ({ customer, company }) =>
      `The first password of ${customer} was for ${company} alone, which created the customer. It can't be shown to anybody else.`,
    'password.gone': ({ customer }) => `No first password of ${customer} is kept here any more.`,
    'password.notMade': ({ customer }) =>
      `The tenant of ${customer} wasn't created here, so no first password of it was ever kept here.`,
  }
}
