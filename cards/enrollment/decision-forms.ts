import type { VerificationKind } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { ActionData } from '../actions.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { choiceField, reasonField, textField } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type DocumentValues, documentFields } from './document-fields.ts'

/** An application as a reviewer decides on it. */
export type DecisionForm<Values> = FormState & {
  company: string
  tenant: TenantId
  enrollment: string
  values?: Values
}

/** Not as it stands: why, and what the applicant has to mend (SM2). */
export function rejectForm(form: DecisionForm<{ reason?: string; fixes?: string }>, words: Words): Card {
  const { tenant, enrollment, values = {} } = form
  const kinds = Object.entries(words.terms.verificationKinds) as readonly [VerificationKind, string][]
  return decisionCard(
    form,
    {
      title: words.decide.reject,
      fields: [
        reasonField(values.reason, words),
        choiceField(
          'fixes',
          values.fixes,
          kinds.map(([value, title]) => ({ title, value })),
          { multiple: true, expanded: true, required: true, hint: words.hints.fixes },
          words,
        ),
      ],
      button: tap(
        words.buttons.reject,
        'reject-enrollment',
        { op: newOperationKey(), tenant, enrollment },
        { style: 'positive' },
      ),
    },
    words,
  )
}

/** Asks the applicant for one document. */
export function documentsForm(form: DecisionForm<DocumentValues>, words: Words): Card {
  const { tenant, enrollment, values = {} } = form
  const hints = { documentLink: words.hints.sampleLink, documentNote: words.hints.optional }
  return decisionCard(
    form,
    {
      title: words.decide.documents,
      fields: documentFields(values, { required: true, hints }, words),
      button: tap(
        words.buttons.askForDocuments,
        'request-documents',
        { op: newOperationKey(), tenant, enrollment },
        { style: 'positive' },
      ),
    },
    words,
  )
}

/** Final: the application ends. */
export function declineForm(form: DecisionForm<{ reason?: string }>, words: Words): Card {
  const { tenant, enrollment, values } = form
  return decisionCard(
    form,
    {
      title: words.decide.decline,
      intro: words.decide.declineIntro,
      fields: [reasonField(values?.reason, words)],
      button: tap(
        words.buttons.decline,
        'decline-enrollment',
        { op: newOperationKey(), tenant, enrollment },
        { style: 'destructive' },
      ),
    },
    words,
  )
}

/** Suspends a company, or takes the suspension back when it is suspended; both say why (C-13). */
export function suspendForm(form: DecisionForm<{ reason?: string }> & { suspended: boolean }, words: Words): Card {
  const { tenant, enrollment, suspended, values } = form
  const data = { op: newOperationKey(), tenant, enrollment }
  return decisionCard(
    form,
    {
      title: suspended ? words.decide.reinstate : words.decide.suspend,
      intro: suspended ? words.decide.reinstateIntro : words.decide.suspendIntro,
      fields: [reasonField(values?.reason, words)],
      button: suspended
        ? tap(words.buttons.reinstate, 'reinstate', data, { style: 'positive' })
        : tap(words.buttons.suspend, 'suspend', data, { style: 'destructive' }),
    },
    words,
  )
}

type Drawn = { title: string; intro?: string; fields: readonly FormField[]; button: Button }

function decisionCard(form: DecisionForm<unknown>, { title, intro, fields, button }: Drawn, words: Words): Card {
  const { company, tenant, enrollment, faults = [] } = form
  return formCard(
    {
      place: company,
      title,
      intro: intro === undefined ? [] : [intro],
      fields,
      faults,
      buttons: [button, tap(words.buttons.cancel, 'review', { tenant, enrollment }, { inputs: 'none' })],
    },
    words,
  )
}

export type RegisterForm = FormState & { as: ActionData<'register'>['as']; values?: { company?: string } }

/** Registers a provider or a direct-bill partner, or marks one for offboarding: kinds that do not enroll themselves (F29). */
export function registerForm({ as, values, faults = [] }: RegisterForm, words: Words): Card {
  const { buttons, register } = words
  return formCard(
    {
      title: register[as].title,
      intro: [register[as].intro],
      fields: [textField('company', values?.company, { required: true, hint: words.hints.company }, words)],
      faults,
      buttons: [
        tap(
          register[as].button(buttons.register, buttons.confirm),
          'register',
          { op: newOperationKey(), as },
          { style: 'positive' },
        ),
        tap(buttons.cancel, 'home', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}
