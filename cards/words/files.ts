import type { CsvFault } from '../../domain/files/csv.ts'
import type { Outcome } from './pages.ts'

/** Everything that can be wrong with a file that is handed in. */
export type FileFault =
  | CsvFault
  | { code: 'malformed' }
  | { code: 'noFile' }
  | { code: 'tooLarge' }
  | { code: 'tooSlow' }

/** The words of the pages for files. */
export type FileWords = {
  facts: { file: string; holder: string; format: string; most: string; validUntil: string }
  /** UTF-8 CSV, as the fact says it. */
  csv: string
  /** As the fact says how large a file may be. */
  limits: (megabytes: string, rows: string) => string
  download: { title: string; heading: string; intro: string; button: string; afterwards: string }
  upload: { title: string; heading: string; intro: string; label: string; button: string; afterwards: string }
  received: (name: string, rows: string) => Outcome
  faults: { [C in FileFault['code']]: (fault: Extract<FileFault, { code: C }>) => string }
  /** Every link that cannot be used: used, expired, unknown, mistyped. */
  dead: Outcome
  /** When the store gave no answer (architecture.md 7.2). */
  trouble: Record<'notExecuted' | 'unknown', Outcome>
}
