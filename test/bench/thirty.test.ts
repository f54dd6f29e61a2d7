import { describe, expect, it } from 'vitest'
import { understand } from '../../bot/ask/understand.ts'
import { names, support } from '../bot/ask/companies.ts'
import { THIRTY } from './thirty.ts'

describe('the thirty questions that are measured', () => {
  const asked = Object.entries(THIRTY).flatMap(([id, { 'en-US': en, 'ja-JP': ja }]) =>
    [en, ja].map((asking) => [id, asking('Fabrikam', 'Contoso', 'Litware')] as const),
  )

  it.each(asked)('%s is heard in: %s', async (id, text) => {
    expect(await understand(text, names, support)).toMatchObject({ kind: 'question', question: { id } })
  })
})
