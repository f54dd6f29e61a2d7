import type { Person, Sandbox } from './world.ts'

/** The people with these addresses, whom the bot has met. */
export async function met<const Emails extends readonly string[]>(world: Sandbox, ...emails: Emails) {
  const people = await Promise.all(emails.map(world.person))
  for (const one of people) await one.says('help')
  // One person for each address, which TypeScript cannot see.
  return people as { [Each in keyof Emails]: Person }
}
