import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { partners } from '../partnership/lists.ts'
import { permit } from '../permissions.ts'
import type { Fix } from './answer.ts'
import { nextStep, reminder } from './reminding.ts'
import type { Fixes, Party } from './sale.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

/** As many providers of one reseller are looked at. */
const MOST_PROVIDERS = 10

/** A company that may be seen, with the registration ID of its tenant; the same reads whether there is one or not. */
export async function party(sight: Sight, tenant: TenantId | undefined): Promise<Party | undefined> {
  const id = tenant ?? NO_COMPANY
  const [organization, known] = await Promise.all([sight.company(id), sight.directory.tenant(id)])
  return organization && { organization, registrationId: known?.registrationId }
}

/**
 * The providers that a reseller may be supplied by, as far as the asker may know of them: the reseller itself and support
 * know its list, a provider knows only of its own.
 */
export async function suppliersOf(sight: Sight, reseller: TenantId | undefined): Promise<readonly TenantId[]> {
  const { own, store } = sight
  const id = reseller ?? NO_COMPANY
  if (own !== undefined && own.tenantId !== id) return own.kind === 'indirectProvider' ? [own.tenantId] : []
  const { items } = await partners(store, 'reseller', id, { limit: MOST_PROVIDERS })
  return items.map(({ body }) => body.tenantId)
}

/** The names of those of `providers` that are a reseller's partners now. */
export async function partnersAmong(
  sight: Sight,
  { tenantId }: Organization,
  providers: readonly TenantId[],
): Promise<readonly string[]> {
  const all = await Promise.all(providers.map((provider) => sight.partnership(provider, tenantId)))
  return all.flatMap((one) => (one.status === 'active' ? [one.providerName] : []))
}

/** The names of those who hold one of `roles` at a company that the asker may know the people of. */
export async function holders(
  sight: Sight,
  organization: Organization,
  roles: readonly string[],
): Promise<readonly string[]> {
  const people = await sight.staff(organization)
  return people.filter(({ held }) => held.some((role) => roles.includes(role))).map(({ name }) => name)
}

/** What the asker can do about what is missing: sign, enroll or look for a provider himself, or remind whoever can. */
export async function fixes(sight: Sight): Promise<Fixes> {
  const { own, actor } = sight
  const admins = own && !actor.roles.includes('GA') ? await holders(sight, own, ['GA']) : []
  return (organization, about) => {
    const { tenantId: tenant, displayName: company, kind } = organization
    const isOwn = tenant === own?.tenantId
    if (about === 'customer') return isOwn && mayInvite(sight) ? { kind: 'do', verb: 'invite-customer' } : undefined
    if (about === 'provider') return isOwn && kind !== 'prospect' ? { kind: 'do', verb: 'find-provider' } : undefined
    if (!isOwn) return reminder(organization, about)
    const next = nextStep(organization, about)
    if (next === undefined) return undefined
    if (actor.roles.includes('GA')) return { kind: 'do', verb: next === 'mpa' ? 'sign-mpa' : formOf(organization) }
    return admins.length > 0 ? { kind: 'people', company, names: admins } : undefined
  }
}

/** A reseller invites a customer with its provider, a provider one of its own (P35, P36). */
const mayInvite = ({ own, actor }: Sight): boolean =>
  own !== undefined && [permit('P35', actor, own), permit('P36', actor, own)].some((refusals) => refusals.length === 0)

/** Where an enrollment goes on: its form, or once that was submitted its status. */
const formOf = ({ enrollment }: Organization): 'enroll' | 'status' =>
  IN_FORM.includes(enrollment.state) ? 'enroll' : 'status'

const IN_FORM: readonly string[] = ['none', 'draft', 'withdrawn', 'declined']

type Named = Pick<Organization, 'tenantId' | 'displayName'>

/** The names that an answer needs for its companies: a plain table, since an object of its own shape for each answer costs ten times as much. */
export function namesOf(...found: readonly (Named | undefined)[]): Readonly<Record<string, string>> {
  const names: Record<string, string> = Object.create(null)
  for (const one of found) if (one) names[one.tenantId] = one.displayName
  return names
}

/** For a role that nobody on the asker's side holds: who does, where the asker may know. */
export const peopleFix = (company: string, names: readonly string[]): Fix | undefined =>
  names.length > 0 ? { kind: 'people', company, names } : undefined
