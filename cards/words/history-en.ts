import type { HistoryWords } from './history.ts'

export const historyEn: HistoryWords = {
  everybody: 'All companies',
  since: (day) => `from ${day}`,
  until: (day) => `to ${day}`,
  filter: 'Filter',
  apply: 'Show',
  clear: 'Show everything',
  labels: {
    company: 'Company',
    person: 'Person',
    operation: 'Operation',
    from: 'From',
    to: 'To',
    show: 'Content',
  },
  show: { changes: 'What was done', looks: 'What our staff looked at' },
  anyOperation: 'Any operation',
  none: 'Nothing was found.',
  noneBackTo: (at) => `Looked back to ${at}. Select Older entries to go on.`,
  noCompany: (typed) => `No company was found for “${typed}”.`,
  several: (typed) => `Which company is “${typed}”?`,
  file: 'CSV file',
  ready: {
    title: 'The history as a CSV file',
    text: 'Open the page, and download the file there. The link is for you alone, works once, and ends after ten minutes.',
    open: 'Open the download page',
  },
  fileName: { changes: 'history.csv', looks: 'looks.csv' },
  columns: { at: 'Time (UTC)', companies: 'Companies', by: 'Who', what: 'What' },
  cut: (rows) => `Only the newest ${rows} rows are in this file. Choose a shorter period for the others.`,
}
