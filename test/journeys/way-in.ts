import type { Shown } from '../support/shown.ts'
import type { Mail, Person, Sandbox, Typed } from '../support/world.ts'
import { mpnIdOf } from './companies.ts'

/** What a company types on its way in, part by part, by label; in English. */
export type Entry = { mpnId: string; legal?: Typed; contact?: Typed; support?: Typed; authority?: Typed }

export const ADDRESS: Typed = {
  'Address line 1': '12 Alder Street',
  City: 'Seattle',
  'State or prefecture': 'Washington',
  'Postal code': '98101',
}

/** Somebody outside the company's verified domains: an application with this contact is left to the reviewers. */
export const OUTSIDER = 'kim@kim-consulting.example'

export const outsider = (address = OUTSIDER): Typed => ({ 'First name': 'Kim', 'Last name': 'Lee', Email: address })

/** From `enroll` to the card on which everything is read back. */
export async function fillIn(admin: Person, { mpnId, legal, contact, support, authority }: Entry): Promise<Shown> {
  await admin.says('enroll')
  await admin.presses('Next')
  await admin.presses('Next', { 'MPN ID': mpnId })
  await admin.presses('Next', { ...ADDRESS, ...legal })
  await admin.presses('Next', contact ?? { "That's me": true })
  await admin.presses('Next', { 'Support email': 'help@support.example', ...support })
  return admin.presses('Next', { 'I may act for my company': true, ...authority })
}

/** To *Enroll now* and beyond: the confirmation mail has gone out. */
export async function apply(world: Sandbox, admin: Person, entry: Entry): Promise<Shown> {
  await fillIn(admin, entry)
  const shown = await admin.presses('Enroll now')
  await world.settle()
  return shown
}

/** Confirmed, and left to the reviewers, as the contact's domain is not the company's. */
export async function toReview(world: Sandbox, admin: Person, entry: Entry): Promise<void> {
  await apply(world, admin, { contact: outsider(), ...entry })
  await confirm(world, entry.contact ? addressIn(entry.contact) : OUTSIDER)
  await world.settle()
}

/** Confirmed, checked and approved without anybody's help. */
export async function toApproval(world: Sandbox, admin: Person, entry: Entry): Promise<void> {
  await apply(world, admin, entry)
  await confirm(world, admin.email)
  await world.settle()
}

/** The admins of the companies that stand first in the world, by name and in this order, each approved. */
export async function allToApproval(world: Sandbox, names: readonly string[]): Promise<void> {
  for (const [at, name] of names.entries())
    await toApproval(world, await world.person(`ann@${name}.example`), { mpnId: mpnIdOf(at) })
}

/** The MPA is signed: the company may transact. */
export async function toActive(world: Sandbox, admin: Person, entry: Entry): Promise<void> {
  await toApproval(world, admin, entry)
  await admin.says('sign mpa')
  await admin.presses('Accept and continue', {
    'I have read the Microsoft Partner Agreement and accept it for my company': true,
  })
  await world.settle()
}

const addressIn = ({ Email }: Typed): string => String(Email)

/** The path of the newest confirmation link that reached this address. */
export async function linkTo(world: Sandbox, address: string): Promise<string> {
  const links = (await world.mails(address)).flatMap((mail) => pathsIn(mail, world))
  const [newest] = links
  if (newest === undefined) throw new Error(`no link for ${address}`)
  return newest
}

const pathsIn = ({ links }: Mail, { url }: Sandbox): readonly string[] =>
  links.filter((link) => link.startsWith(`${url}/verify/`)).map((link) => link.slice(url.length))

type Answer = { signedUp?: boolean; belongsToCompany?: boolean; denies?: boolean }

/** What the contact sends from the linked page. */
export function answer(world: Sandbox, link: string, { signedUp, belongsToCompany, denies }: Answer) {
  const form = new URLSearchParams()
  if (signedUp) form.set('signedUp', 'yes')
  if (belongsToCompany) form.set('belongsToCompany', 'yes')
  form.set('answer', denies ? 'deny' : 'confirm')
  return world.post(link, form.toString(), { origin: world.url })
}

/** The contact opens the newest mail, ticks both statements and confirms. */
export async function confirm(world: Sandbox, address: string) {
  return answer(world, await linkTo(world, address), { signedUp: true, belongsToCompany: true })
}

/** What a page says, without its style and tags. */
export const readable = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\n\s*/g, '\n')
    .trim()

/** The value beside or below the name of a fact. */
export const factOf = ({ text }: Shown, name: string): string | undefined => {
  const lines = text.split('\n')
  const below = lines[lines.indexOf(name) + 1]
  return lines.includes(name) ? below : lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
}

export const titlesOf = ({ buttons }: Shown): readonly string[] => buttons.map(({ title }) => title)

/** Moves the clock of the world to this time. */
export async function until(world: Sandbox, time: string): Promise<void> {
  const { text } = await world.post('/sandbox/clock', { advance: 'PT1S' })
  const { now } = JSON.parse(text) as { now: string }
  await world.advance(`PT${Math.round((Date.parse(time) - Date.parse(now)) / 1000)}S`)
}
