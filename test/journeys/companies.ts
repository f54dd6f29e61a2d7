import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A company of a test's own world: what differs from an ordinary prospect in the United States. */
export type Sketch = {
  /** In lower case: the company is `<name>.example`, its people are `ann@<name>.example` and so on. */
  name: string
  country?: string
  locale?: string
  kind?: 'indirectProvider' | 'directBill' | 'prospect' | 'customer'
  legalName?: string
  /** The MPN ID of its location account; another company may name the same. */
  mpnId?: string
  /** Whatever else the world file has for a tenant. */
  more?: object
}

/** The staff of every company: two global admins, and one person for each role that may do less. */
const STAFF = [
  { who: 'ann', name: 'Ann', directoryRoles: ['globalAdmin'] },
  { who: 'bob', name: 'Bob', directoryRoles: ['globalAdmin'] },
  { who: 'uma', name: 'Uma', directoryRoles: ['userAdmin'] },
  { who: 'ada', name: 'Ada', groups: ['adminAgents'] },
  { who: 'sal', name: 'Sal', groups: ['salesAgents'] },
  { who: 'hal', name: 'Hal', groups: ['helpdeskAgents'] },
  { who: 'mia', name: 'Mia', partnerRoles: ['mpnAdmin'] },
  { who: 'bea', name: 'Bea', partnerRoles: ['businessProfileAdmin'] },
  { who: 'nil', name: 'Nil' },
] as const

export type Who = (typeof STAFF)[number]['who']

export const OPERATOR = {
  grace: 'grace@desk.example',
  gen: 'gen@desk.example',
  sam: 'sam@desk.example',
  otto: 'otto@desk.example',
}

/** Writes a world file of these companies, with two reviewers, a support agent and somebody without a task, and gives its path: the same for the same world. */
export function worldOf(...sketches: readonly Sketch[]): string {
  return worldFile({ operator, tenants: sketches.map(tenant) })
}

/** The path of the file with this world, the same for the same one: whoever reads it while others write it reads it whole. */
export function worldFile(world: object): string {
  const text = JSON.stringify(world)
  const folder = join(tmpdir(), 'partner-bot-worlds')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${createHash('sha256').update(text).digest('hex')}.json`)
  const own = `${file}.${randomUUID()}`
  writeFileSync(own, text)
  renameSync(own, file)
  return file
}

const operator = {
  tenantId: guid(1, 0),
  users: [
    {
      aadObjectId: guid(2, 1),
      name: 'Grace',
      email: OPERATOR.grace,
      locale: 'en-US',
      appRoles: ['support', 'reviewer'],
    },
    { aadObjectId: guid(2, 2), name: '源 弦', email: OPERATOR.gen, locale: 'ja-JP', appRoles: ['reviewer'] },
    { aadObjectId: guid(2, 4), name: 'Otto', email: OPERATOR.otto, locale: 'en-US' },
    { aadObjectId: guid(2, 3), name: 'Sam', email: OPERATOR.sam, locale: 'en-US', appRoles: ['support'] },
  ],
}

function tenant(
  { name, country = 'US', locale = 'en-US', kind = 'prospect', mpnId, more, ...rest }: Sketch,
  at: number,
) {
  const displayName = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return {
    tenantId: guid(3, at),
    displayName,
    legalName: `${displayName} Ltd.`,
    country,
    verifiedDomains: [`${name}.example`],
    kind,
    mpnAccounts: [{ mpnId: mpnId ?? mpnIdOf(at), type: 'location' }],
    users: STAFF.map(({ who, name: first, ...roles }, n) => ({
      aadObjectId: guid(4 + at, n),
      name: `${first} ${displayName}`,
      email: `${who}@${name}.example`,
      locale,
      ...roles,
    })),
    ...rest,
    ...more,
  }
}

/** The location account of the company that stands at this place of the world. */
export const mpnIdOf = (at: number): string => String(7_000_001 + at)

export const tenantIdOf = (at: number): string => guid(3, at)

function guid(group: number, n: number): string {
  return `${String(group).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`
}
