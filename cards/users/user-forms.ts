import type { Role } from '../../domain/actor.ts'
import { newOperationKey, type UserId } from '../../domain/ids.ts'
import type { EmployeeState } from '../../domain/organization/employee.ts'
import { ask, tap } from '../drawing/buttons.ts'
import { choiceField, emailField, textField, type Values } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type NewUserForm = FormState & {
  company: string
  /** Only a global admin may give the global admin role (P15). */
  assignable: readonly Role[]
  values?: Values<'add-user'>
}

/** A new employee: name, address, roles by work (R8, S4 Indirect reseller 2–3). */
export function newUserForm({ company, assignable, values = {}, faults = [] }: NewUserForm, words: Words): Card {
  const { buttons, users } = words
  return formCard(
    {
      place: company,
      title: buttons.newUser,
      intro: [users.newIntro],
      fields: [
        textField('name', values.name, { required: true, hint: words.hints.name }, words),
        emailField('email', values.email, { required: true, hint: words.hints.newUserEmail }, words),
        rolesField(values.roles, assignable, words),
      ],
      faults,
      buttons: [
        tap(buttons.newUser, 'add-user', { op: newOperationKey() }, { style: 'positive' }),
        tap(buttons.cancel, 'users', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}

export type RolesForm = FormState & {
  company: string
  person: { userId: UserId; name: string; email: string; roles: readonly Role[]; state?: EmployeeState }
  assignable: readonly Role[]
  /** Whether this account was added here and can be ended here. */
  mayDisable: boolean
  values?: Values<'set-roles'>
}

/** One person of the company: their roles, and the end of the account. */
export function rolesForm(form: RolesForm, words: Words): Card {
  const { company, person, assignable, mayDisable, values, faults = [] } = form
  const { buttons, terms, users } = words
  const { userId: user, state } = person
  // What the reader may not assign stays as it is, so it is offered as long as the person holds it.
  const offered = [...assignable, ...person.roles.filter((role) => !assignable.includes(role))]
  return formCard(
    {
      place: company,
      title: person.name,
      facts: [
        { title: terms.fields.email, value: person.email },
        ...(state === undefined ? [] : [{ title: users.state, value: terms.employeeStates[state] }]),
      ],
      fields: [rolesField(values?.roles ?? person.roles.join(','), offered, words)],
      faults,
      buttons: [
        tap(
          buttons.save,
          'set-roles',
          { op: newOperationKey(), user, was: person.roles.join(',') },
          { style: 'positive' },
        ),
        tap(buttons.cancel, 'users', {}, { inputs: 'none' }),
        ...(mayDisable && state !== 'disabled'
          ? [
              ask(
                buttons.disableUser,
                users.disable(person.name),
                tap(buttons.yes, 'disable-user', { op: newOperationKey(), user }, DESTROYS),
              ),
            ]
          : []),
      ],
    },
    words,
  )
}

const DESTROYS = { style: 'destructive', inputs: 'none' } as const

const rolesField = (value: string | undefined, roles: readonly Role[], words: Words): FormField =>
  choiceField(
    'roles',
    value,
    roles.map((role) => ({
      title: words.users.role(words.terms.roles[role], words.users.purposes[role]),
      value: role,
    })),
    {
      multiple: true,
      expanded: true,
      required: true,
      hint: words.hints.roles,
      refusal: { code: 'USR_ROLE_MISSING', field: 'roles' },
    },
    words,
  )
