import { describe, expect, it } from 'vitest'
import { textField } from '../../cards/drawing/fields.ts'
import { type Form, formCard } from '../../cards/drawing/form.ts'
import { words } from '../../cards/words/words.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type CardNode, inputOf, textsOf } from '../support/card-walk.ts'

const say = words('en-US', 'Asia/Tokyo')
const form = (more: Partial<Form>) =>
  formCard(
    {
      title: 'Form',
      fields: [textField('city', 'Kōbe', { required: true }, say), textField('phone', '123', {}, say)],
      buttons: [],
      ...more,
    },
    say,
  )

/** What stands in the same container as the input. */
function beside(card: ReturnType<typeof form>, id: string): readonly string[] {
  const containers = (card.body as readonly CardNode[]).filter(({ type }) => type === 'Container')
  const holder = containers.find(({ items }) => (items as readonly CardNode[]).some((item) => item.id === id))
  return textsOf(holder)
}

describe('a form', () => {
  const cityMissing: Refusal = { code: 'ENR_FIELD_MISSING', field: 'city' }

  it('shows a fault beside the field it names, and what was typed', () => {
    const card = form({ faults: [cityMissing] })
    expect(beside(card, 'city')).toContain('City is required.')
    expect(beside(card, 'phone')).toEqual([])
    expect(inputOf(card, 'city').value).toBe('Kōbe')
  })

  it('shows every fault of a field', () => {
    const faults: readonly Refusal[] = [cityMissing, { code: 'FIELD_TEXT', field: 'city' }]
    expect(beside(form({ faults }), 'city')).toHaveLength(2)
  })

  it('says on top that something is marked below, once', () => {
    expect(textsOf(form({ faults: [cityMissing] })).filter((text) => text === say.form.checkBelow)).toHaveLength(1)
    expect(textsOf(form({}))).not.toContain(say.form.checkBelow)
  })

  it('shows on top what belongs to no field of the form', () => {
    const texts = textsOf(form({ faults: [{ code: 'NOTHING_CHANGED' }, { code: 'MPN_FORMAT', field: 'mpnId' }] }))
    expect(texts).toContain(say.refusal({ code: 'NOTHING_CHANGED' }))
    expect(texts).toContain(say.refusal({ code: 'MPN_FORMAT', field: 'mpnId' }))
    expect(texts).not.toContain(say.form.checkBelow)
  })

  it('shows what somebody else saved beside what was typed', () => {
    const conflicts = [{ field: 'city', theirs: 'Ōsaka', by: 'Hanako', at: '2025-11-17T01:12:00.000Z' }] as const
    const card = form({ conflicts, faults: [{ code: 'STALE' }] })
    expect(beside(card, 'city').join()).toMatch(/Hanako saved “Ōsaka” on November 17, 2025/)
    expect(inputOf(card, 'city').value).toBe('Kōbe')
    expect(textsOf(card)).toContain(say.form.conflict)
    expect(textsOf(card)).not.toContain(say.refusal({ code: 'STALE' }))
  })

  it('lets the client require and say the same sentence as the server', () => {
    expect(inputOf(form({}), 'city')).toMatchObject({ isRequired: true, errorMessage: 'City is required.' })
    expect(inputOf(form({}), 'phone')).toMatchObject({ isRequired: false })
  })
})
