import './write-cards-table.ts'
import { writeRuleTable } from './write-rule-table.ts'

/** Brings every generated table of the READMEs up to date. */
writeRuleTable()
