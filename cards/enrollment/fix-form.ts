import type { InState } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { link, tap } from '../drawing/buttons.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type DocumentValues, documentFields } from './document-fields.ts'
import { type LegalValues, legalFields, legalValues, type Place } from './legal-form.ts'
import { concernsContact } from './status.ts'

export type FixForm = FormState &
  Place & {
    enrollment: InState<'rejected' | 'actionRequired'>
    company: string
    values?: LegalValues & DocumentValues
  }

/** Answers a rejection or a request for documents: what is wrong and how to mend it, the legal profile, a document (SM1, SM2). */
export function fixForm(form: FixForm, words: Words): Card {
  const { enrollment, company, values, faults = [] } = form
  const { buttons, fix } = words
  const request =
    enrollment.state === 'actionRequired' && enrollment.ask.kind === 'documents' ? enrollment.ask.request : undefined
  const typed = values ?? {
    ...legalValues(enrollment.application.legal),
    documentName: request?.name ?? '',
    documentKind: request?.kind ?? '',
  }
  const legal = legalFields(typed, form, words, words.terms.steps.legal)
  const document = documentFields(
    typed,
    {
      heading: fix.documentHeading,
      required: false,
      hints: { documentLink: words.hints.documentLink, documentNote: words.hints.optional },
    },
    words,
  )
  return formCard(
    {
      place: company,
      title: request === undefined ? fix.title : fix.documentTitle,
      intro:
        request === undefined
          ? [
              ...(enrollment.state === 'rejected' ? [words.home.next.fixAndResubmit.text(enrollment.reason)] : []),
              ...(enrollment.state === 'rejected'
                ? enrollment.fixes.map(
                    (kind) => `${words.terms.verificationKinds[kind]}: ${words.terms.verificationFixes[kind]}`,
                  )
                : []),
              fix.intro,
            ]
          : [
              words.home.next.provideDocument.text(request.name, words.terms.documentKinds[request.kind]),
              ...(request.note === undefined ? [] : [request.note]),
              fix.documentIntro,
            ],
      fields: request === undefined ? [...legal, ...document] : [...document, ...legal],
      faults,
      buttons: [
        tap(
          buttons.submit,
          'enroll-resubmit',
          { op: newOperationKey(), enrollment: enrollment.id },
          { style: 'positive' },
        ),
        ...(enrollment.state === 'rejected' && concernsContact(enrollment.fixes)
          ? [tap(buttons.changeContact, 'enroll-contact', {}, { inputs: 'none' })]
          : []),
        tap(buttons.back, 'status', {}, { inputs: 'none' }),
        ...(request?.link === undefined ? [] : [link(fix.sample, request.link)]),
      ],
    },
    words,
  )
}
