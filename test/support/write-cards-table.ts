import { readFileSync, writeFileSync } from 'node:fs'
import { withTable } from './cards-table.ts'

/** Brings the table of cards/README.md up to date. */
const README = 'cards/README.md'
writeFileSync(README, withTable(readFileSync(README, 'utf8')))
