import type { DocumentKind } from '../../domain/enrollment/enrollment.ts'
import { choiceField, linkField, textField } from '../drawing/fields.ts'
import type { FormField } from '../drawing/form.ts'
import type { Words } from '../words/words.ts'

export type DocumentValues = {
  documentName?: string
  documentKind?: string
  documentNote?: string
  documentLink?: string
}

type Options = { heading?: string; required: boolean; hints: { documentLink: string; documentNote: string } }

/** A supporting document, asked for or given: name, kind, note, link. */
export function documentFields(values: DocumentValues, options: Options, words: Words): readonly FormField[] {
  const { heading, required, hints } = options
  const kinds = Object.entries(words.terms.documentKinds) as readonly [DocumentKind, string][]
  return [
    textField('documentName', values.documentName, { required, ...(heading === undefined ? {} : { heading }) }, words),
    choiceField(
      'documentKind',
      values.documentKind,
      kinds.map(([value, title]) => ({ title, value })),
      { required },
      words,
    ),
    textField('documentNote', values.documentNote, { multiline: true, hint: hints.documentNote }, words),
    linkField('documentLink', values.documentLink, { hint: hints.documentLink }, words),
  ]
}
