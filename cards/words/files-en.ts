import type { FileWords } from './files.ts'
import type { Format } from './format.ts'

export const filesEn = ({ number }: Format): FileWords => ({
  facts: { file: 'File', holder: 'For', format: 'Format', most: 'At most', validUntil: 'Link valid until' },
  csv: 'CSV (UTF-8), opens in Excel',
  limits: (megabytes, rows) => `${megabytes} MB, ${rows} rows`,
  download: {
    title: 'Download',
    heading: 'Your file is ready',
    intro: 'It is put together when you download it, and holds what you may see at that moment.',
    button: 'Download',
    afterwards: 'The link works once. To get the file again, ask for it again in Teams.',
  },
  upload: {
    title: 'Upload',
    heading: 'Upload a list',
    intro: 'Choose a CSV file: one row for each entry, with a heading row at the top.',
    label: 'File',
    button: 'Upload',
    afterwards: 'Nothing is carried out by the upload alone. You check the content in Teams first.',
  },
  received: (name, rows) => ({
    heading: 'The file has arrived',
    text: `${name}: ${rows} lines, a heading among them if there is one. Go back to Teams to continue. You can close this page.`,
  }),
  faults: {
    encoding: () => 'The file is not a text that can be read. Save it as “CSV UTF-8”, and upload it again.',
    empty: () => 'The file is empty. Choose another one.',
    tooManyRows: ({ most }) =>
      `The file has more than ${number(most)} rows. Split it, and upload the parts one by one.`,
    tooWide: ({ line }) => `Row ${number(line)} is too long. Check the separators and quotation marks there.`,
    quotes: ({ line }) =>
      `The quotation marks in row ${number(line)} do not match. Save the file as CSV again from your spreadsheet.`,
    malformed: () => 'The file did not arrive whole. Upload it again.',
    noFile: () => 'Choose a file first.',
    tooLarge: () => 'The file is larger than 5 MB. Split it, and upload the parts one by one.',
    tooSlow: () => 'The upload took too long. Check your connection, and upload the file again.',
  },
  dead: {
    heading: 'This link does not work',
    text: 'It may have been used already, or more than ten minutes have passed. Ask for a new one in Teams.',
  },
  trouble: {
    notExecuted: { heading: "This didn't work", text: 'Nothing was changed. Try again in a moment.' },
    unknown: { heading: "We couldn't confirm the result", text: 'Ask for the file again in Teams.' },
  },
})
