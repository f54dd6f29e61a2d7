import { describe, expect, it } from 'vitest'
import { ACTIONS, readTap, type Verb } from '../../cards/actions.ts'
import { words } from '../../cards/words/words.ts'
import type { Locale } from '../../domain/actor.ts'
import { cardSchema } from '../support/card-schema.ts'
import { inputsOf, nodesOf, tapsOf, textsOf } from '../support/card-walk.ts'
import { sampleCards } from '../support/sample-cards.ts'
import { type Cast, HOSTILE, typical, worst } from '../support/sample-cast.ts'

const LOCALES = ['en-US', 'ja-JP'] as const satisfies readonly Locale[]
const LIMIT = 24 * 1024

const cases = LOCALES.flatMap((locale) =>
  (
    [
      ['as usual', typical[locale]],
      ['at its worst', worst],
    ] as readonly [string, Cast][]
  ).map(([how, cast]) => ({ locale, how, cards: Object.entries(sampleCards(cast, words(locale, 'Asia/Tokyo'))) })),
)

describe.each(cases)('every card in $locale, $how', ({ locale, cards }) => {
  it.each(cards)('%s is a valid card of the reader’s language, small enough to be sent', (_, card) => {
    const read = cardSchema.safeParse(card)
    expect(read.error?.issues ?? []).toEqual([])
    expect(card.lang).toBe(locale)
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(LIMIT)
  })

  it.each(cards)('%s leaves no expression and no markdown to the client', (_, card) => {
    for (const text of [...textsOf(card), String(card.speak)]) expect(text).not.toContain('${')
    for (const text of textsOf(card)) {
      expect(text.replace(/\\[\\`*_{}[\]<>~&]/g, '')).not.toMatch(/[`*~[\]<]|\{\{|(?<![\p{L}\p{N}])_|&#?\w+;/u)
    }
  })

  it.each(cards)('%s names every input and says what is wrong with it', (_, card) => {
    const ids = inputsOf(card).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const input of inputsOf(card)) {
      if (input.isRequired || input.regex) expect(input.errorMessage, String(input.id)).toBeTruthy()
      if (input.regex) expect(() => new RegExp(String(input.regex))).not.toThrow()
    }
  })

  it.each(cards)('%s asks only for what the bot knows, and falls back to the same', (_, card) => {
    const typed = Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), value ?? '']))
    for (const { verb, data, fallback, associatedInputs } of tapsOf(card)) {
      const inputs = associatedInputs === 'none' ? {} : typed
      expect(readTap(String(verb), { ...(data as object), ...inputs }), String(verb)).toBeDefined()
      expect(fallback).toMatchObject({ type: 'Action.Submit', data: { ...(data as object), verb } })
    }
  })

  it.each(cards)('%s sends each input to a button that takes it', (_, card) => {
    const takers = tapsOf(card)
      .filter(({ associatedInputs }) => associatedInputs !== 'none')
      .flatMap(({ verb }) => Object.keys(ACTIONS[verb as Verb].shape))
    for (const { id } of inputsOf(card)) expect(takers).toContain(id)
  })

  it.each(cards)('%s lets every sentence wrap', (_, card) => {
    for (const { type, text, wrap } of nodesOf(card)) {
      if (type === 'TextBlock' && !wrap) expect(String(text).length).toBeLessThanOrEqual(12)
    }
  })
})

describe('the sample cards', () => {
  it('carry a fresh operation key each time they are drawn', () => {
    const draw = () =>
      Object.values(sampleCards(typical['en-US'], words('en-US', 'UTC')))
        .flatMap(tapsOf)
        .flatMap(({ data }) => (data as { op?: string }).op ?? [])
    const keys = [...draw(), ...draw()]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(50)
  })

  it('reach every verb by a button', () => {
    const reached = Object.values(sampleCards(typical['en-US'], words('en-US', 'UTC'))).flatMap((card) =>
      tapsOf(card).map(({ verb }) => verb),
    )
    // Typed only (interface.md 4): a question in free words, and the reviewers' three commands.
    expect(Object.keys(ACTIONS).filter((verb) => !reached.includes(verb))).toEqual(['ask-text', 'register-form'])
  })

  it('include what people type to break them', () => {
    const all = JSON.stringify(sampleCards(worst, words('en-US', 'UTC')))
    expect(all).toContain(JSON.stringify(HOSTILE.slice(0, 40)).slice(1, -1))
    expect(all).toContain('😀')
  })
})
