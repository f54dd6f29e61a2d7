/** The words of histories and of their files. */
export type HistoryWords = {
  /** In the place of a company's name. */
  everybody: string
  /** What was looked for, from a day, until a day. */
  since: (day: string) => string
  until: (day: string) => string
  filter: string
  apply: string
  clear: string
  labels: { company: string; person: string; operation: string; from: string; to: string; show: string }
  show: { changes: string; looks: string }
  anyOperation: string
  /** Nothing fits; or nothing on this page, though there may be more before that time. */
  none: string
  noneBackTo: (at: string) => string
  noCompany: (typed: string) => string
  several: (typed: string) => string
  file: string
  ready: { title: string; text: string; open: string }
  fileName: { changes: string; looks: string }
  columns: { at: string; companies: string; by: string; what: string }
  /** The last row of a file that could not hold everything. */
  cut: (rows: string) => string
}
