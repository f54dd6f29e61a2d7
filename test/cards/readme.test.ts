import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withTable } from '../support/cards-table.ts'

it('the table of cards in the README is current (`node test/support/write-cards-table.ts` writes it)', () => {
  const readme = readFileSync('cards/README.md', 'utf8')
  expect(readme).toBe(withTable(readme))
})
