import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../domain/actor.ts'
import type { OrganizationKind } from '../../domain/organization/organization.ts'
import { type Operation, PERMISSIONS, type Permission, permit } from '../../domain/permissions.ts'
import { sakura } from '../support/people.ts'

/**
 * domain.md 1.4 with F25–F29, row by row: number | Org | GA UMA AA SA HA BPA | others. `y` is ✔ or (✔), `r` read only.
 * In the last column stand other roles, or who else it is for.
 */
const MATRIX = `
P01 | prospect                | y - - - - - |
P02 | prospect                | - - - - - - | nobody
P03 | prospect, IR, BOTH      | y - - - - - | MPNA y
P04 | all                     | y y r r r - |
P05 | all                     | - - - - - - | contact
P06 | prospect, IR, DB        | y - - - - - | MPNA y
P07 | prospect, IR, DB        | y - - - - - | MPNA y
P08 | all                     | - - - - - - | reviewer
P09 | IP, IR, DB, BOTH        | y - - - - - |
P10 | DB                      | y - - - - - |
P11 | all                     | y r y y r - |
P12 | IP                      | y y y y r - |
P13 | IP, IR, DB, BOTH        | y y y - - - | ACA y
P14 | IR, BOTH                | y - - - - - |
P15 | all                     | y - - - - - |
P16 | all                     | y - - - - - |
P17 | IR, BOTH                | - - - - - y | RFA y
P18 | IP                      | y y y y - - |
P19 | all                     | - - - - - - | anyone
P20 | IP                      | y y y y - - |
P21 | IP                      | y y y y - - |
P22 | IR, BOTH                | y - - - - - |
P23 | IP, IR, BOTH            | y y y y r - |
P24 | IP                      | y y y y - - |
P25 | IR, BOTH                | y - y - - - |
P26 | IR, BOTH                | y - - - - - |
P27 | IP                      | y y y y - - |
P28 | IR                      | - - - - - - | nobody
P29 | DB                      | y y y y - - |
P30 | IP, DB, BOTH            | - - y y - - |
P31 | IP, DB, BOTH            | y y y y - - |
P32 | IP                      | y y y y - - |
P33 | IP                      | y y y y y - |
P34 | IP, IR, DB, BOTH        | y y y y y - |
P35 | IR, BOTH                | y - y y - - |
P36 | IP, DB                  | y - y y - - |
P37 | all                     | - - - - - - | customerGlobalAdmin
P38 | IR, DB, BOTH            | y - y y y - |
P39 | IR, DB, BOTH            | y - y y - - |
P40 | IP                      | y - - - - - |
P41 | IP, DB, BOTH            | y - - - - - |
P42 | DB                      | y - - - - - |
P43 | BOTH                    | - - y - - - |
P44 | BOTH                    | - - y - - - |
P45 | IP                      | - - y y - - |
P46 | IR, BOTH                | - - - - - - | IA y
P47 | IP, DB, BOTH            | y y y y - - |
P48 | all                     | y y y y y - | BA y
P49 | all                     | y y y y y - |
P50 | all                     | - - - - - - | support
P51 | all                     | - - - - - - | anyone
P52 | all                     | - - - - - - | anyone
P53 | all                     | - - - - - - | reviewer
P54 | IR, BOTH                | y - y y - - |
P55 | all                     | - - - - - - | customerGlobalAdmin
`

/** Where the product says more than the table does. */
const DECIDED: { [O in Operation]?: (row: Row) => Row } = {
  // Who may resend the mail and mend the application (F26) also sees how it stands.
  P04: (row) => ({ ...row, readers: [...row.readers, 'MPNA'] }),
  // A profile is set up after enrolling (S4, F3): neither prospects nor customers have one.
  P16: (row) => ({ ...row, kinds: ['indirectProvider', 'indirectReseller', 'directBill', 'both'] }),
}

type Row = { kinds: readonly string[]; roles: readonly string[]; readers: readonly string[]; who?: string }

const KINDS: Readonly<Record<string, OrganizationKind>> = {
  prospect: 'prospect',
  IP: 'indirectProvider',
  IR: 'indirectReseller',
  DB: 'directBill',
  BOTH: 'both',
  customer: 'customer',
}
const ALL_KINDS = Object.values(KINDS)
const COLUMNS = ['GA', 'UMA', 'AA', 'SA', 'HA', 'BPA']

function readRow(line: string): [Operation, Row] {
  const [number = '', org = '', marks = '', others = ''] = line.split('|').map((cell) => cell.trim())
  const cells = marks.split(' ').map((mark, at) => [COLUMNS[at] ?? '', mark] as const)
  const [who, mark] = others.split(' ')
  const all = mark === undefined ? cells : [...cells, [who ?? '', mark] as const]
  const having = (wanted: string) => all.flatMap(([role, given]) => (given === wanted ? [role] : []))
  return [
    number as Operation,
    {
      kinds: org === 'all' ? ALL_KINDS : org.split(', ').map((short) => KINDS[short] ?? short),
      roles: having('y'),
      readers: having('r'),
      ...(mark === undefined && who ? { who } : {}),
    },
  ]
}

const ROWS = MATRIX.trim().split('\n').map(readRow)
const TABLE = ROWS.map(([operation, row]): [Operation, Row] => [operation, DECIDED[operation]?.(row) ?? row])

const sorted = ({ kinds, roles, readers = [], who }: Partial<Row> & Pick<Row, 'kinds' | 'roles'>) => ({
  kinds: [...kinds].sort(),
  roles: [...roles].sort(),
  readers: [...readers].sort(),
  who,
})

describe('the permission matrix (domain.md 1.4, F25–F29)', () => {
  it('has a row for each operation, and no other', () => {
    expect(Object.keys(PERMISSIONS)).toEqual(ROWS.map(([operation]) => operation))
    expect(ROWS).toHaveLength(55)
  })

  it.each(TABLE)('%s', (operation, row) => {
    const permission: Permission = PERMISSIONS[operation]
    expect(sorted(permission)).toEqual(sorted(row))
  })
})

describe('asking the matrix', () => {
  const people: readonly (readonly Role[])[] = [[], ...ROLES.map((role) => [role])]

  it.each(TABLE.filter(([, { who }]) => who === undefined))(
    '%s: kind before role, nobody outside the row, readers only to read',
    (operation, { kinds, roles, readers }) => {
      for (const kind of ALL_KINDS)
        for (const held of people) {
          const actor = { roles: held, appRoles: [] }
          const may = held.some((role) => roles.includes(role))
          const mayRead = may || held.some((role) => readers.includes(role))
          const wrongKind = [{ code: 'AUTH_ORG_KIND', kinds: PERMISSIONS[operation].kinds, kind }]
          const wrongRole = [{ code: 'AUTH_ROLE', roles: PERMISSIONS[operation].roles }]
          const ours = kinds.includes(kind)
          expect(permit(operation, actor, { kind })).toEqual(ours ? (may ? [] : wrongRole) : wrongKind)
          expect(permit(operation, actor, { kind }, { read: true })).toEqual(
            ours ? (mayRead ? [] : wrongRole) : wrongKind,
          )
        }
    },
  )

  it('lets support read what people of a company may read, and do nothing', () => {
    const sam = { roles: [], appRoles: ['support'] as const }
    for (const [operation, { who }] of TABLE.filter(([, row]) => row.who === undefined)) {
      expect(who).toBeUndefined()
      expect(permit(operation, sam, sakura, { read: true })).toEqual([])
      expect(permit(operation, sam, sakura)).not.toEqual([])
    }
  })

  it.each(['P08', 'P53'] as const)('%s is a reviewer’s, whatever else somebody is', (operation) => {
    for (const roles of [[], ROLES])
      for (const kind of ALL_KINDS) {
        expect(permit(operation, { roles, appRoles: ['reviewer'] }, { kind })).toEqual([])
        expect(permit(operation, { roles, appRoles: ['support'] }, { kind })).toEqual([{ code: 'AUTH_REVIEWER' }])
        expect(permit(operation, { roles, appRoles: [] }, { kind })).toEqual([{ code: 'AUTH_REVIEWER' }])
      }
  })

  it.each(['P19', 'P51', 'P52'] as const)('%s is for anybody', (operation) => {
    expect(permit(operation, { roles: [], appRoles: [] }, sakura)).toEqual([])
  })

  it.each(['P02', 'P05', 'P28', 'P37', 'P50', 'P55'] as const)(
    '%s is no command of a company’s people',
    (operation) => {
      for (const kind of ALL_KINDS)
        for (const roles of people) expect(permit(operation, { roles, appRoles: [] }, { kind })).not.toEqual([])
    },
  )
})
