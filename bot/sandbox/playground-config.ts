import type { ChatWindow } from './windows.ts'
import type { World } from './world.ts'
import { type Resident, residents } from './world-people.ts'

/**
 * What one Microsoft 365 Agents Playground reads: who sits at it, in which tenant, with which colleagues. JSON is YAML.
 * Every id is the person's or the tenant's own, so that windows side by side do not answer for one another.
 */
export function playgroundConfig(world: World, { person, company }: ChatWindow): string {
  const colleagues = residents(world).filter(
    ({ tenantId, userId }) => tenantId === person.tenantId && userId !== person.userId,
  )
  return JSON.stringify({
    version: '0.1.1',
    tenantId: person.tenantId,
    bot: { id: BOT_ID, name: 'Partner Bot' },
    currentUser: account(person),
    users: [...colleagues.map(account), ...GUESTS].slice(0, GUESTS.length),
    personalChat: { id: `a:${person.userId}` },
    groupChat: { id: `19:chat-${person.userId}@thread.v2`, name: company },
    team: {
      id: `19:team-${person.userId}@thread.tacv2`,
      name: company,
      aadGroupId: person.tenantId,
      channels: [{ id: `19:announcements-${person.userId}@thread.tacv2`, name: 'Announcements' }],
    },
  })
}

const BOT_ID = '28:00000000-0000-4000-8000-000000000001'

/** It wants exactly five other people, more than most companies of the world have. */
const GUESTS = [1, 2, 3, 4, 5].map((n) => {
  const userId = `00000000-0000-4000-8000-00000000010${n}`
  const email = `guest${n}@guests.example`
  return { ...names(`Guest ${n}`), id: `29:${userId}`, userPrincipleName: email, aadObjectId: userId, email }
})

function account({ userId, name, email, locale }: Resident) {
  return { ...names(name, locale), id: `29:${userId}`, userPrincipleName: email, aadObjectId: userId, email }
}

/** A Japanese name begins with the family name. */
function names(name: string, locale?: Resident['locale']) {
  const [first = name, ...others] = name.split(' ')
  const rest = others.join(' ')
  return locale === 'ja-JP' ? { name, givenName: rest, surname: first } : { name, givenName: first, surname: rest }
}
