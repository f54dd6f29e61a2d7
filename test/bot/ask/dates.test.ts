import { describe, expect, it } from 'vitest'
import { daysNamed } from '../../../bot/ask/dates.ts'

/** A Saturday. */
const TODAY = '2026-11-21'

describe('The days that a text names', () => {
  it.each([
    ['who changed it yesterday', '2026-11-20', '2026-11-20'],
    ['what happened 3 days ago', '2026-11-18', '2026-11-18'],
    ['this week', '2026-11-16', '2026-11-22'],
    ['who was added last week?', '2026-11-09', '2026-11-15'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['in the past 14 days', '2026-11-08', '2026-11-21'],
    ['on december 3', '2025-12-03', '2025-12-03'],
    ['on the 3rd of march 2024', '2024-03-03', '2024-03-03'],
    ['since 3 march', '2026-03-03', undefined],
    ['after 3 march', '2026-03-04', undefined],
    ['before 2026-03-03', undefined, '2026-03-02'],
    ['until march', undefined, '2026-03-31'],
    ['between 1 may and 5 may', '2026-05-01', '2026-05-05'],
    ['from 2026-11-01 to 2026-11-05', '2026-11-01', '2026-11-05'],
    ['last friday', '2026-11-20', '2026-11-20'],
    ['昨日誰が変更しましたか', '2026-11-20', '2026-11-20'],
    ['先月の履歴', '2026-10-01', '2026-10-31'],
    ['直近2週間', '2026-11-08', '2026-11-21'],
    ['12月3日から', '2025-12-03', undefined],
    ['11月1日から11月5日まで', '2026-11-01', '2026-11-05'],
    ['2020年12月30日から1月5日まで', '2020-12-30', '2021-01-05'],
    ['11月1日以前', undefined, '2026-10-31'],
    ['2025年12月', '2025-12-01', '2025-12-31'],
    ['月曜日に', '2026-11-16', '2026-11-16'],
  ])('%s', (text, since, until) => {
    const found = daysNamed(text, TODAY)
    expect([found?.since, found?.until]).toEqual([since, until])
  })

  it.each(['what may change', 'who may sign', '3か月以上', 'the february 31', '13月', '2026-02-30', 'over 30 days'])(
    'none: %s',
    (text) => {
      expect(daysNamed(text, TODAY)).toBeUndefined()
    },
  )
})
