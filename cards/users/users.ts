import type { Role } from '../../domain/actor.ts'
import type { UserId } from '../../domain/ids.ts'
import type { EmployeeState } from '../../domain/organization/employee.ts'
import { tap } from '../drawing/buttons.ts'
import { type ListRow, listCard } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** A person of the company: from the directory, or one that we added (`state`), who has no account yet without `userId`. */
export type UserRow = {
  userId?: UserId
  name: string
  email: string
  roles: readonly Role[]
  state?: EmployeeState
}

export type UsersView = {
  company: string
  /** One page; `next` asks for the one after it. */
  users: readonly UserRow[]
  next?: string
  /** Whether this person may add and change users (P13). */
  mayManage: boolean
  note?: string
}

/** The people of the company with their roles; each can be opened (R8). */
export function usersCard({ company, users, next, mayManage, note }: UsersView, words: Words): Card {
  const { buttons, users: say } = words
  return listCard(
    {
      place: company,
      title: say.title,
      intro: note === undefined ? [] : [note],
      rows: users.map((user) => userRow(user, mayManage, words)),
      buttons: [
        ...(mayManage ? [tap(buttons.newUser, 'new-user', {}, { style: 'positive' })] : []),
        ...(next === undefined ? [] : [tap(buttons.more, 'users', { after: next })]),
        tap(buttons.refresh, 'users', {}),
        tap(buttons.home, 'home', {}),
      ],
    },
    words.locale,
  )
}

function userRow({ userId, name, email, roles, state }: UserRow, mayManage: boolean, words: Words): ListRow {
  const { terms, users } = words
  const named = roles.map((role) => terms.roles[role])
  return {
    title: name,
    lines: [email, named.length > 0 ? terms.atStart(words.all(named)) : users.noRoles],
    ...(state === undefined || state === 'active'
      ? {}
      : { badge: { text: terms.employeeStates[state], color: COLORS[state] } }),
    ...(mayManage && userId !== undefined ? { button: tap(words.buttons.details, 'user', { user: userId }) } : {}),
  }
}

const COLORS = {
  adding: 'Accent',
  failed: 'Attention',
  invited: 'Accent',
  mustChangePassword: 'Warning',
  disabled: 'Default',
} as const
