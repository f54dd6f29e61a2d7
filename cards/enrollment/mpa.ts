import type { Agreement } from '../../domain/agreement/agreement.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { ReadinessStep } from '../../domain/refusals.ts'
import { link, tap } from '../drawing/buttons.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { type NextStep, peopleWhoCan, stepView } from '../home.ts'
import type { Words } from '../words/words.ts'
import { byName } from './enrollment-facts.ts'

type Offered = Extract<Agreement, { status: 'offered' }>
type Accepted = Extract<Agreement, { status: 'accepted' }>

export type MpaView = FormState & {
  company: string
  agreement: Offered
  /** The text on offer: its version and where it stands. */
  document: { version: string; url: string }
  /** Only a global admin may accept (R34); the others see who could. */
  signer: { may: true } | { may: false; globalAdmins: readonly string[] }
}

/** The offered Microsoft Partner Agreement: read, tick, *Accept and continue* (SM3); in Japanese with the notice of D3. */
export function mpaCard({ company, agreement, document, signer, faults = [] }: MpaView, words: Words): Card {
  const { buttons, mpa, terms } = words
  const region = terms.region(agreement.region)
  const facts = [
    { title: mpa.company, value: company },
    { title: mpa.region, value: region },
    { title: mpa.version, value: document.version },
    { title: mpa.language, value: mpa.englishOnly },
  ]
  const read = link(buttons.readMpa, document.url)
  if (!signer.may)
    return messageCard(
      {
        tone: 'accent',
        place: company,
        title: words.home.next.askToSignMpa.title,
        paragraphs: [words.home.next.askToSignMpa.text(region), peopleWhoCan(signer.globalAdmins, words)],
        facts,
        buttons: [read, tap(buttons.home, 'home', {})],
      },
      words,
    )
  return formCard(
    {
      place: company,
      title: mpa.title,
      intro: [mpa.intro(region), ...mpa.languageNotice],
      facts,
      fields: [
        {
          kind: 'toggle',
          id: 'mpaAccepted',
          label: terms.fields.mpaAccepted,
          on: false,
          required: true,
          error: words.refusal({ code: 'MPA_NOT_TICKED', field: 'mpaAccepted' }),
        },
      ],
      notes: [mpa.perpetual],
      faults,
      buttons: [
        tap(
          buttons.acceptAndContinue,
          'accept-mpa',
          { op: newOperationKey(), region: agreement.region },
          { style: 'positive' },
        ),
        read,
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}

export type MpaAcceptedView = {
  company: string
  agreement: Accepted
  /** The ticks of R33. */
  readiness: readonly { step: ReadinessStep; done: boolean }[]
  next: readonly NextStep[]
}

/** The green banner: signed when and by whom (R35), what now makes the company ready (R33), what comes next. */
export function mpaAcceptedCard({ company, agreement, readiness, next }: MpaAcceptedView, words: Words): Card {
  const { buttons, mpa, terms } = words
  return messageCard(
    {
      tone: 'good',
      place: company,
      title: `✓ ${mpa.acceptedTitle}`,
      facts: [
        { title: mpa.region, value: terms.region(agreement.region) },
        { title: mpa.acceptedOn, value: words.date(agreement.acceptedAt) },
        ...(agreement.acceptedBy === undefined
          ? []
          : [{ title: mpa.acceptedBy, value: byName(agreement.acceptedBy, words) }]),
        { title: mpa.version, value: agreement.version },
      ],
      bullets: readiness.map(({ step, done }) => ({
        text: terms.readiness[step].done,
        mark: done ? 'done' : 'open',
      })),
      ...(next[0] === undefined ? {} : { next: stepView(next[0], words) }),
      buttons: [tap(buttons.home, 'home', {})],
    },
    words,
  )
}
