import { z } from 'zod'
import type { DirectoryRole, PARTNER_ROLES, PartnerRole } from '../../domain/actor.ts'
import { isDomainPrefix, normalDomainPrefix } from '../../domain/customer/domain-prefix.ts'
import { isGuid, tenantId, userId } from '../../domain/ids.ts'
import { FACETS } from '../../domain/organization/organization.ts'
import { countries, regionOf } from '../../domain/regions.ts'
import { asciiDomain, cleanName, normalEmail, textFault } from '../../domain/text.ts'

const DIRECTORY_ROLES = { globalAdmin: 'GA', userAdmin: 'UMA', billingAdmin: 'BA' } as const
const GROUPS = { adminAgents: 'AA', salesAgents: 'SA', helpdeskAgents: 'HA' } as const
const PARTNER_ROLE_NAMES = {
  mpnAdmin: 'MPNA',
  accountAdmin: 'ACA',
  businessProfileAdmin: 'BPA',
  referralAdmin: 'RFA',
  incentivesAdmin: 'IA',
} as const satisfies Record<string, (typeof PARTNER_ROLES)[number]>

const guid = z.string().refine(isGuid, 'is no GUID')
const text = (max: number) =>
  z
    .string()
    .transform(cleanName)
    .refine((value) => value !== '', 'is empty')
    .refine((value) => textFault(value, max) === undefined, `has control characters or more than ${max} characters`)
const email = z.string().transform((value, context) => normalEmail(value) ?? wrong(context, 'is no mail address'))
const domain = z.string().transform((value, context) => asciiDomain(value) ?? wrong(context, 'is no domain name'))
const country = z
  .string()
  .refine((code) => code !== 'UK', 'is no country code; the United Kingdom is GB')
  .refine((code) => /^[A-Z]{2}$/.test(code), 'is no country code of two capital letters')
const instant = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}(T.+Z)?$/.test(value) && !Number.isNaN(Date.parse(value)), 'is no date')
  .transform((value) => new Date(value).toISOString())
const mpnId = z.string().regex(/^[1-9]\d{3,9}$/, 'is no MPN ID: 4 to 10 digits, as a string')

/** A list of names from a table, as the role codes that the product uses. */
const named = <T extends Record<string, string>>(table: T) =>
  z
    .array(z.enum(Object.keys(table) as [keyof T & string]))
    .default([])
    .transform((names) => [...new Set(names.map((name) => table[name] as T[keyof T & string]))])

const PERSON = {
  aadObjectId: guid.transform(userId),
  name: text(100),
  email: email.optional(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag such as ja-JP')
    .optional(),
  window: z.boolean().default(false),
}

const OPERATOR_USER = z.strictObject({ ...PERSON, appRoles: z.array(z.enum(['support', 'reviewer'])).default([]) })

const USER = z
  .strictObject({
    ...PERSON,
    directoryRoles: named(DIRECTORY_ROLES),
    groups: named(GROUPS),
    partnerRoles: named(PARTNER_ROLE_NAMES),
  })
  .transform(({ directoryRoles, groups, partnerRoles, ...person }) => ({
    ...person,
    directoryRoles: [...directoryRoles, ...groups] as readonly DirectoryRole[],
    partnerRoles: partnerRoles as readonly PartnerRole[],
  }))

const ADDRESS = z.strictObject({
  line1: text(200),
  line2: text(200).optional(),
  city: text(100),
  state: text(100).optional(),
  postalCode: text(20).optional(),
  country,
})

const CONTACT = z.strictObject({
  firstName: text(50),
  lastName: text(50),
  email,
  phone: text(50).optional(),
  isEnrollingUser: z.boolean().default(false),
})

/** Complete where it is given: a company that has one needs no more than the support contact (R23, C-12). */
const LEGAL_PROFILE = z.strictObject({
  companyName: text(100),
  registrationId: text(50).optional(),
  address: ADDRESS,
  mpnId: mpnId.optional(),
  primaryContact: CONTACT.optional(),
  support: z.strictObject({ email, phone: text(50).optional(), website: text(2000).optional() }).optional(),
})

/** `"MPA"` alone, or without a region, is for the tenant's own region. */
const AGREEMENT = z.preprocess(
  (value) => (typeof value === 'string' ? { type: value } : value),
  z.strictObject({
    type: z.enum(['MPA', 'MCA']),
    region: z
      .string()
      .refine((key) => REGIONS.has(key), 'is no CSP region')
      .optional(),
    at: instant.optional(),
  }),
)

const MPN_ACCOUNT = z.strictObject({
  mpnId,
  type: z.enum(['location', 'global']).default('location'),
  globalMpnId: mpnId.optional(),
  country: country.optional(),
  profileStatus: z.enum(['active', 'pending', 'rejected', 'declined']).default('active'),
  email: email.optional(),
  migrated: z.boolean().default(true),
})

const TENANT = z
  .strictObject({
    tenantId: guid.transform(tenantId),
    displayName: text(100),
    legalName: text(100).optional(),
    country,
    verifiedDomains: z.array(domain).default([]),
    registrationId: text(50).optional(),
    kind: z.enum(['indirectProvider', 'directBill', 'prospect', 'customer']),
    cspTenant: z.boolean().optional(),
    legalProfile: LEGAL_PROFILE.optional(),
    suspended: z.boolean().default(false),
    affiliateGroupId: text(100).optional(),
    directBill: z
      .strictObject({ identifiedForOffboarding: z.boolean().default(false), restricted: z.boolean().default(false) })
      .optional(),
    agreements: z.array(AGREEMENT).default([]),
    mpnAccounts: z.array(MPN_ACCOUNT).default([]),
    provider: z
      .strictObject({ services: z.array(z.enum(FACETS)).default([]), contact: z.string().default('') })
      .optional(),
    users: z.array(USER).default([]),
  })
  .transform((tenant) => {
    const users = tenant.users.map((user) => ({ ...user, email: user.email ?? mailboxOf(user, tenant) }))
    return {
      ...tenant,
      legalName: tenant.legalName ?? tenant.displayName,
      // Providers and direct-bill partners transact with Microsoft from this very tenant.
      cspTenant: tenant.cspTenant ?? (tenant.kind === 'indirectProvider' || tenant.kind === 'directBill'),
      users,
      mpnAccounts: tenant.mpnAccounts.map((account) => ({
        ...account,
        country: account.country ?? tenant.country,
        email: account.email ?? users[0]?.email ?? `mpn@${tenant.verifiedDomains[0] ?? `${tenant.tenantId}.example`}`,
      })),
    }
  })

const OFFER = z.strictObject({
  offerId: text(100),
  name: text(200),
  min: z.int().min(1).default(1),
  max: z.int().min(1).default(300),
  azure: z.boolean().default(false),
})

/** The world file, key by key; whatever may be left out is filled in. */
export const WORLD = z.strictObject({
  operator: z
    .strictObject({ tenantId: guid.transform(tenantId), users: z.array(OPERATOR_USER).default([]) })
    .transform(({ users, ...operator }) => ({
      ...operator,
      users: users.map((user) => ({ ...user, email: user.email ?? mailboxOf(user, operator) })),
    }))
    .optional(),
  tenants: z.array(TENANT).default([]),
  offers: z.array(OFFER).default([]),
  takenDomains: z
    .array(
      z.string().transform(normalDomainPrefix).refine(isDomainPrefix, 'is no domain prefix: 1 to 27 letters or digits'),
    )
    .default([]),
})

const REGIONS: ReadonlySet<string | undefined> = new Set(countries().map(regionOf))

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

const mailboxOf = (user: { aadObjectId: string }, tenant: { tenantId: string; verifiedDomains?: readonly string[] }) =>
  `user-${user.aadObjectId}@${tenant.verifiedDomains?.[0] ?? `${tenant.tenantId}.example`}`
