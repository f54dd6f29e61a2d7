import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { stepView } from '../home.ts'
import type { Words } from '../words/words.ts'

/** What an employee with a temporary password does first (R9). */
export function changePasswordCard(company: string, words: Words): Card {
  const { title, paragraphs, buttons } = stepView({ kind: 'changePassword' }, words)
  return messageCard({ tone: 'attention', place: company, title, paragraphs, buttons }, words)
}
