import { describe, expect, it } from 'vitest'
import { type Card, drawing, escapeText, refreshing, spoken, textOf } from '../../cards/drawing/render.ts'

type View = { text: string; value: string; rows: readonly string[]; facts: readonly { title: string; value: string }[] }

const draw = drawing<View>({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '${text}' },
    { type: 'Input.Text', id: 'value', value: '${value}', placeholder: '${text}' },
    { $data: '${rows}', type: 'TextBlock', text: '${$data}' },
    { type: 'FactSet', facts: '${facts}' },
  ],
})
const drawn = (view: Partial<View>) => body(draw({ text: 'x', value: 'x', rows: [], facts: [], ...view }))
const body = (card: Card) => card.body as readonly Readonly<Record<string, unknown>>[]

describe('drawing a card', () => {
  const AWKWARD = [
    '0600',
    '1e3',
    '1.0',
    '9007199254740993',
    'true',
    'null',
    '${evil}',
    '{"a":1}',
    '2024-01-01',
    '😀',
    '`',
  ]

  it.each(AWKWARD)('keeps %s in an input exactly as it was typed', (value) => {
    expect(drawn({ value })[1]?.value).toBe(value)
  })

  it('keeps what looks like a number a text', () => {
    expect(drawn({ text: '007', rows: ['12'], facts: [{ title: '1', value: '2' }] })).toEqual([
      { type: 'TextBlock', text: '007' },
      { type: 'Input.Text', id: 'value', value: 'x', placeholder: '007' },
      { type: 'TextBlock', text: '12' },
      { type: 'FactSet', facts: [{ title: '1', value: '2' }] },
    ])
  })

  it('never reads a view as a template', () => {
    expect(drawn({ text: '${rows}', rows: ['${text}'] }).map(({ text }) => text)).toEqual([
      '$\\{rows}',
      undefined,
      '$\\{text}',
      undefined,
    ])
  })

  it('repeats for each row and leaves away what has none', () => {
    expect(drawn({ rows: ['a', 'b'] })).toHaveLength(5)
    expect(drawn({ rows: [] })).toHaveLength(3)
  })

  it('leaves away an empty property', () => {
    expect(drawn({ value: '' })[1]).toEqual({ type: 'Input.Text', id: 'value', placeholder: 'x' })
  })

  it('hands an action’s data on as it is', () => {
    const data = { op: 'AAAAAAAAAAAAAAAA', empty: '', text: '**b**', rev: 3 }
    const button = drawing<{ data: object }>({
      type: 'AdaptiveCard',
      body: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', data: '${data}' }] }],
    })
    expect(body(button({ data }))).toEqual([{ type: 'ActionSet', actions: [{ type: 'Action.Submit', data }] }])
  })

  it('is a fault when the view lacks what the drawing names', () => {
    const incomplete = { text: 'x' } as unknown as View
    expect(() => draw(incomplete)).toThrow('the view has no value')
  })

  it('reads more than a name in the language of Adaptive Card templates', () => {
    const column = { type: 'Column', items: [{ type: 'TextBlock', text: '${who.first} _${who.last}_' }] }
    const draw = drawing<{ people: readonly { who: { first: string; last?: string } }[] }>({
      type: 'AdaptiveCard',
      body: [{ $data: '${people}', ...column }],
    })
    const card = draw({
      people: [{ who: { first: 'Ann', last: '*' } }, { who: { first: '${x}', last: 'Lee' } }],
    })
    expect(body(card)).toEqual([
      { type: 'Column', items: [{ type: 'TextBlock', text: 'Ann \\_\\*\\_' }] },
      { type: 'Column', items: [{ type: 'TextBlock', text: '$\\{x} \\_Lee\\_' }] },
    ])
  })

  it('is a fault when a part of a path is missing', () => {
    const draw = drawing<{ who: object }>({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '${who.first}' }] })
    expect(() => draw({ who: {} })).toThrow('who.first')
  })

  it.each([
    { type: 'AdaptiveCard', body: { $data: '${rows}', type: 'TextBlock', text: 'x' } },
    { type: 'AdaptiveCard', body: [{ $when: '${shown}', type: 'TextBlock', text: 'x' }] },
  ])('is no drawing when it repeats or hides what stands in no list', (template) => {
    expect(() => drawing(template)).toThrow('only what stands in an array is repeated')
  })

  it('writes the card that whoever looks inside sees', () => {
    const view = { text: 'a "b"\n\\ \ud800 😀', value: '\u0000"', rows: ['', 'c'], facts: [{ title: '*', value: '"' }] }
    const card = draw(view)
    expect(textOf(card)).toBe(JSON.stringify(card))
    expect(body(card).map(({ text, value }) => text ?? value)).toEqual([
      'a "b"\n\n\\\\ \ud800 😀',
      view.value,
      undefined,
      'c',
      undefined,
    ])
  })

  it('writes a copy as the copy is', () => {
    const card = draw({ text: 'x', value: 'x', rows: [], facts: [] })
    expect(JSON.parse(textOf({ ...card, lang: 'ja-JP' }))).toEqual({ ...card, lang: 'ja-JP' })
  })

  it('lets a card ask for itself anew, and again in another way', () => {
    const card = draw({ text: 'x', value: 'x', rows: [], facts: [] })
    const asking = refreshing(card, { action: 'a' })
    const other = refreshing(asking, { action: 'b' })
    expect([asking, other]).toEqual([
      { ...card, refresh: { action: 'a' } },
      { ...card, refresh: { action: 'b' } },
    ])
    expect([asking, other].map(textOf)).toEqual([asking, other].map((one) => JSON.stringify({ ...one })))
    expect(card).not.toHaveProperty('refresh')
  })

  it('gives each call a card of its own', () => {
    const first = drawn({ text: 'first' })
    drawn({ text: 'second' })
    expect(first[0]?.text).toBe('first')
  })
})

describe('escaping a text', () => {
  it.each([
    ['_em_', '\\_em\\_'],
    ['**bold**', '\\*\\*bold\\*\\*'],
    ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
    ['<at>Bob</at>', '\\<at>Bob\\</at>'],
    ['&lt;b&gt; &#39;', '\\&lt;b\\&gt; \\&#39;'],
    ['`code` ~~gone~~', '\\`code\\` \\~\\~gone\\~\\~'],
    ['C:\\dir', 'C:\\\\dir'],
    ['{{DATE(2024-01-01T00:00:00Z)}}', '{\\{DATE(2024-01-01T00:00:00Z)}}'],
    ['${evil}', '$\\{evil}'],
    ['1. FC Köln', '1\\. FC Köln'],
    ['- a\n# b\n> c\n2) d', '\\- a\n\n\\# b\n\n\\> c\n\n2\\) d'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  it.each([
    'first_last@contoso.co.jp',
    'R&D, AT&T & co (Japan) 1.5',
    '+81 3-1234-5678',
    '2024-03-01',
    '株式会社コントソ・「第一」部 #1',
    'a > b, 3 - 2 = 1!',
  ])('leaves %j bare, since nothing in it begins markdown', (text) => {
    expect(escapeText(text)).toBe(text)
  })

  it('speaks without tags and empty parts', () => {
    expect(spoken('a', '', '<speak>b</speak> & ${c}')).toBe('a.  speak b /speak    $ c .')
  })

  it('pauses after each part, as the language writes it', () => {
    expect(spoken('Partners', 'Two of 5 are ready.', 'Who is next?')).toBe('Partners. Two of 5 are ready. Who is next?')
    expect(spoken('パートナー一覧', '5 社中 2 社が準備できています。', '株式会社（東京）')).toBe(
      'パートナー一覧。 5 社中 2 社が準備できています。 株式会社（東京）。',
    )
  })
})
