import type { Origin } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { link, tap } from '../drawing/buttons.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type Checklist = {
  company: string
  country: string
  origin: Origin
  /** Where the country demands a registration ID (D7). */
  registrationId: boolean
}

/** What to have ready before the form begins (R25, F4); a company already in CSP is asked for less (R23). */
export function checklistCard({ company, country, origin, registrationId }: Checklist, words: Words): Card {
  const { buttons, checklist } = words
  const place = words.terms.country(country)
  const items =
    origin === 'existingCsp'
      ? [checklist.support]
      : [
          checklist.mpn(place),
          checklist.membershipCenter,
          registrationId ? checklist.legalWithRegistration : checklist.legal,
          checklist.contact,
          checklist.support,
          checklist.admin,
        ]
  const begin = tap(buttons.next, 'enroll-begin', { op: newOperationKey() }, { style: 'positive' })
  return messageCard(
    {
      place: company,
      title: checklist.title,
      paragraphs: [origin === 'existingCsp' ? checklist.existingCsp : checklist.intro],
      bullets: items.map((text) => ({ text })),
      notes: [checklist.after],
      buttons: [begin, tap(buttons.home, 'home', {})],
      more:
        origin === 'existingCsp'
          ? []
          : [
              tap(buttons.noMpn, 'enroll-no-mpn', { op: newOperationKey() }),
              tap(buttons.directBill, 'enroll-direct', {}),
            ],
    },
    words,
  )
}

/** “I have no MPN ID”: where to get one; what was entered is kept (R1). */
export function noMpnCard(words: Words): Card {
  const { buttons, noMpn } = words
  return messageCard(
    {
      title: noMpn.title,
      paragraphs: noMpn.paragraphs,
      buttons: [link(buttons.joinMpn, JOIN_MPN)],
      more: [tap(buttons.haveMpn, 'enroll', {}, { style: 'positive' }), tap(buttons.home, 'home', {})],
    },
    words,
  )
}

/** Why newcomers cannot enroll as direct-bill partners, and what such a partner must meet (R10, R28, D22). */
export function directClosedCard(words: Words): Card {
  const { buttons, directClosed } = words
  return messageCard(
    {
      title: directClosed.title,
      paragraphs: [words.refusal({ code: 'ENR_DIRECT_CLOSED' }), directClosed.intro],
      bullets: directClosed.requirements.map((text) => ({ text })),
      notes: [directClosed.note],
      buttons: [tap(buttons.start, 'enroll', {}, { style: 'positive' }), tap(buttons.home, 'home', {})],
    },
    words,
  )
}

const JOIN_MPN = 'https://partner.microsoft.com/'
