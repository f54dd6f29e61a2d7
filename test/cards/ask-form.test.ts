import { describe, expect, it } from 'vitest'
import { questionOnForm } from '../../bot/ask/form-question.ts'
import { tap } from '../../cards/drawing/buttons.ts'
import { ASK_INPUTS, askFormCard, FORM_QUESTIONS } from '../../cards/questions/ask-form.ts'
import { words } from '../../cards/words/words.ts'
import { tenantId } from '../../domain/ids.ts'
import { cardSchema } from '../support/card-schema.ts'
import { inputOf, inputsOf, textsOf } from '../support/card-walk.ts'
import { hostile } from '../support/sample-cast.ts'

const OWN = tenantId('0b1c2d3e-0000-4000-8000-000000000001')
const OTHER = tenantId('0b1c2d3e-0000-4000-8000-000000000002')

describe.each(['en-US', 'ja-JP'] as const)('The form of a question in %s', (locale) => {
  const say = words(locale, 'UTC')
  const recent = Array.from({ length: 15 }, (_, n) => ({ title: hostile(100 - n), value: OTHER }))
  const draw = (isPartner: boolean, choices = recent) =>
    askFormCard({ recent: choices, isPartner, ask: tap(say.search.form.ask, 'ask-text', {}) }, say)

  it('is a small, valid card that brings what it says it brings', () => {
    for (const card of [draw(true), draw(false), draw(true, [])]) {
      expect(cardSchema.safeParse(card).error?.issues ?? []).toEqual([])
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(24 * 1024)
      expect(inputsOf(card).map(({ id }) => id)).toEqual(ASK_INPUTS)
    }
  })

  it('finds companies while they are typed, and lets them be typed where a client cannot', () => {
    for (const id of ['company1', 'company2'])
      expect(inputOf(draw(true), id)).toMatchObject({
        style: 'filtered',
        choices: recent,
        'choices.data': { type: 'Data.Query', dataset: 'companies' },
      })
    for (const id of ['typed1', 'typed2']) expect(inputOf(draw(true), id)).toMatchObject({ maxLength: 200 })
  })

  it('asks every question in words, and says to partners alone that theirs is the other company', () => {
    const choices = inputOf(draw(true), 'question').choices as readonly { title: string; value: string }[]
    expect(choices.map(({ value }) => value)).toEqual(FORM_QUESTIONS)
    expect(new Set(choices.map(({ title }) => title)).size).toBe(FORM_QUESTIONS.length)
    expect(textsOf(draw(true))).toContain(say.search.form.hint)
    expect(textsOf(draw(false))).not.toContain(say.search.form.hint)
  })
})

describe('What is put into the form of a question', () => {
  const on = (inputs: object, own?: typeof OWN) => questionOnForm(inputs, own)?.companies

  it('is that question; without one it is none', () => {
    expect(questionOnForm({ question: 'Q7', company1: OTHER }, undefined)).toEqual({
      question: 'Q7',
      companies: [{ tenant: OTHER }],
      countries: [],
    })
    for (const question of [undefined, '', 'Q99', 'Q3']) expect(questionOnForm({ question }, OWN)).toBeUndefined()
  })

  it('takes what is picked before what is typed, and what is typed where nothing is picked', () => {
    expect(on({ question: 'Q5', company1: OTHER, typed1: 'Contoso' })).toEqual([{ tenant: OTHER }])
    expect(on({ question: 'Q5', company1: '', typed1: ' Ｃｏｎｔｏｓｏ ' })).toEqual([{ typed: 'Contoso' }])
    expect(on({ question: 'Q5', company1: 'Contoso' })).toEqual([{ typed: 'Contoso' }])
    expect(on({ question: 'Q1', typed1: 'A', company2: OTHER })).toEqual([{ typed: 'A' }, { tenant: OTHER }])
    expect(on({ question: 'Q5', typed1: 'A', typed2: 'B' })).toEqual([{ typed: 'A' }])
  })

  it('names the asker’s own company where one is missing, in its place', () => {
    expect(on({ question: 'Q1', typed1: 'A' }, OWN)).toEqual([{ tenant: OWN }, { typed: 'A' }])
    expect(on({ question: 'Q17', typed1: 'A' }, OWN)).toEqual([{ typed: 'A' }, { tenant: OWN }])
    expect(on({ question: 'Q7' }, OWN)).toEqual([{ tenant: OWN }])
    expect(on({ question: 'Q7', typed2: 'A' }, OWN)).toEqual([{ typed: 'A' }])
    expect(on({ question: 'Q1', typed1: 'A' })).toEqual([{ typed: 'A' }])
  })
})
