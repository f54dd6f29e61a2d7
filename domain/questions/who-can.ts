import { isDirectoryRole, isPartnerRole, type Role } from '../actor.ts'
import { PERMISSIONS, type Permission } from '../permissions.ts'
import { notForOthers, notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Q26: who at a company may do an operation, by name and role, from the matrix that guards it (domain.md 1.4). */
export async function answerWho(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  if (!subject.isOpen) return notForOthers(question, subject.company)
  const { company } = subject
  const { displayName, kind } = company
  const { operation } = question
  const known = { question, names: namesOf(company), isPrivate: true }
  if (operation === undefined)
    return { ...known, headline: { code: 'company.whichOperation', company: displayName }, rules: [] }
  const permission: Permission = PERMISSIONS[operation]
  const rules = [{ id: operation, source: 'domain.md 1.4' }]
  if (permission.who !== undefined)
    return { ...known, headline: { code: 'company.doneBy', operation, who: permission.who }, rules }
  if (!permission.kinds.includes(kind))
    return {
      ...known,
      verdict: 'no',
      headline: { code: 'company.notItsOperation', company: displayName, operation, kind, kinds: permission.kinds },
      rules,
    }
  const staff = await sight.staff(company)
  const able = staff.flatMap(({ name, held }) => {
    const roles = held.filter((role): role is Role => isRole(role) && permission.roles.includes(role))
    return roles.length > 0 ? [{ name, roles }] : []
  })
  return {
    ...known,
    headline:
      able.length > 0
        ? { code: 'company.mayDo', company: displayName, operation, people: able.length }
        : { code: 'company.nobodyMay', company: displayName, operation },
    findings: [{ code: 'company.rolesThatMay', roles: permission.roles }],
    rows: able.slice(0, MOST).map(({ name, roles }) => ({ title: name, findings: [{ code: 'company.holds', roles }] })),
    rules,
  }
}

const MOST = 20

const isRole = (text: string): text is Role => isDirectoryRole(text as Role) || isPartnerRole(text as Role)
