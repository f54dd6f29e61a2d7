import { describe, expect, it } from 'vitest'
import { formatFor, oneLine } from '../../../cards/words/format.ts'

const AT = '2025-12-05T06:03:00.000Z'

describe('a date', () => {
  it('is written in the language and the time zone of its reader', () => {
    expect(formatFor('en-US', 'Asia/Tokyo').dateTime(AT)).toBe('December 5, 2025 at 3:03 PM GMT+9')
    expect(formatFor('ja-JP', 'Asia/Tokyo').dateTime(AT)).toBe('2025年12月5日 15:03 JST')
    expect(formatFor('en-US', 'America/Los_Angeles').date('2025-12-05T06:03:00.000Z')).toBe('December 4, 2025')
    expect(formatFor('ja-JP', 'UTC').date(AT)).toBe('2025年12月5日')
  })

  it.each([
    ['Asia/Kathmandu', '2025-12-05T18:14:59.999Z', '2025-12-05T18:15:00.000Z'],
    ['Australia/Adelaide', '2025-12-05T13:29:59.999Z', '2025-12-05T13:30:00.000Z'],
    ['America/St_Johns', '2025-07-06T02:29:59.999Z', '2025-07-06T02:30:00.000Z'],
    ['UTC', '2025-12-05T23:59:59.999Z', '2025-12-06T00:00:00.000Z'],
  ])('is another one from midnight on in %s, whichever was written before', (zone, before, after) => {
    const { date, dateTime } = formatFor('ja-JP', zone)
    for (const write of [date, dateTime, date, dateTime]) expect(write(before)).not.toBe(write(after))
    expect(dateTime(after)).toContain(' 0:00 ')
    expect(date(after)).toMatch(/^2025年\d+月6日$/)
  })

  it.each(['', 'Nowhere/Land', '__proto__', 'x'.repeat(10_000)])(
    'reads in UTC when the client sends %j as its zone',
    (zone) => {
      expect(formatFor('ja-JP', zone).dateTime(AT)).toBe('2025年12月5日 6:03 UTC')
    },
  )

  it('keeps one format for every spelling of a zone', () => {
    expect(formatFor('en-US', 'asia/tokyo')).toBe(formatFor('en-US', 'Asia/Tokyo'))
    expect(formatFor('en-US', '+09:00')).toBe(formatFor('en-US', 'UTC'))
  })
})

describe('a list', () => {
  it('has the marks of its language', () => {
    expect(formatFor('en-US', 'UTC').all(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(formatFor('en-US', 'UTC').any(['a', 'b'])).toBe('a or b')
    expect(formatFor('ja-JP', 'UTC').all(['東京', '大阪', '京都'])).toBe('東京、大阪、京都')
    expect(formatFor('ja-JP', 'UTC').any(['東京', '大阪'])).toBe('東京または大阪')
    expect(formatFor('ja-JP', 'UTC').any(['東京', 'A社', 'B'])).toBe('東京、A社、または B')
  })

  it('of one or none is that one or nothing', () => {
    expect(formatFor('ja-JP', 'UTC').any(['A'])).toBe('A')
    expect(formatFor('en-US', 'UTC').all([])).toBe('')
  })
})

describe('one line of somebody else’s text', () => {
  it('has no breaks, no direction marks and no invisible characters', () => {
    expect(oneLine('Contoso\r\nBcc: all@example.com', 100)).toBe('Contoso Bcc: all@example.com')
    expect(oneLine('a\u2028b\u202ec\u200bd\u0000e\ud800f', 100)).toBe('a b c d e f')
  })

  it('keeps Japanese and its variants as they are', () => {
    expect(oneLine('辻\u{e0100}商事 株式会社', 100)).toBe('辻\u{e0100}商事 株式会社')
  })

  it('ends in an ellipsis when it is longer than there is room, and never inside a character', () => {
    expect(oneLine('あ'.repeat(20), 5)).toBe('ああああ…')
    expect(oneLine('😀'.repeat(20), 3)).toBe('😀😀…')
  })
})
