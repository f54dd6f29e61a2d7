import { describe, expect, it } from 'vitest'
import { fittingRows } from '../../cards/drawing/button-rows.ts'
import { tap } from '../../cards/drawing/buttons.ts'

const titles = (...sets: readonly (readonly string[])[]) =>
  fittingRows(...sets.map((set) => set.map((title) => tap(title, 'home', {})))).map(({ actions }) =>
    actions.map(({ title }) => title),
  )

describe('rows of buttons', () => {
  it('stay as they are where the card has room for them', () => {
    expect(titles(['Submit', 'Change', 'Cancel'], ['Home'])).toEqual([['Submit', 'Change', 'Cancel'], ['Home']])
    expect(titles([], ['Home'])).toEqual([['Home']])
  })

  it('break before the button that would be cut off, in both languages', () => {
    expect(titles(['View customers', 'Open the Microsoft 365 admin center', 'Ask Microsoft to end it'])).toEqual([
      ['View customers', 'Open the Microsoft 365 admin center'],
      ['Ask Microsoft to end it'],
    ])
    expect(titles(['顧客の詳細を変更する', 'サブスクリプションを変更する', 'ホーム'])).toEqual([
      ['顧客の詳細を変更する', 'サブスクリプションを変更する'],
      ['ホーム'],
    ])
  })

  it('give a button that is wider than the card a row of its own', () => {
    const long = 'Readiness: '.padEnd(90, 'x')
    expect(titles([long, 'Home'])).toEqual([[long], ['Home']])
  })
})
