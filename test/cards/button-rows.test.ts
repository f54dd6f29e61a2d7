import { describe, expect, it } from 'vitest'
import { fittingRows } from '../../cards/drawing/button-rows.ts'
import { tap } from '../../cards/drawing/buttons.ts'

const rowsOf = (...sets: readonly (readonly string[])[]) =>
  fittingRows(...sets.map((set) => set.map((title) => tap(title, 'home', {}))))

const titles = (...sets: readonly (readonly string[])[]) =>
  rowsOf(...sets).map(({ actions }) => actions.map(({ title }) => title))

describe('rows of buttons', () => {
  it('stay as they are where a telephone has room for them', () => {
    expect(titles(['Submit', 'Change', 'Cancel'], ['Home'])).toEqual([['Submit', 'Change', 'Cancel'], ['Home']])
    expect(titles([], ['Home'])).toEqual([['Home']])
  })

  it('break before the button that would be cut off there, in both languages', () => {
    expect(titles(['View customers', 'Open', 'Open the Microsoft 365 admin center', 'Home'])).toEqual([
      ['View customers', 'Open'],
      ['Open the Microsoft 365 admin center'],
      ['Home'],
    ])
    expect(titles(['顧客の詳細を変更する', 'ホーム', 'サブスクリプションを変更する'])).toEqual([
      ['顧客の詳細を変更する', 'ホーム'],
      ['サブスクリプションを変更する'],
    ])
  })

  it('stand closer where they go on with the one above', () => {
    const rows = rowsOf(['顧客の詳細を変更する', 'サブスクリプションを変更する'], ['ホーム'])
    expect(rows.map(({ isFirst, spacing }) => [isFirst, spacing])).toEqual([
      [true, 'Medium'],
      [false, 'Small'],
      [true, 'Medium'],
    ])
  })

  it('give a button that is wider than the card a row of its own', () => {
    const long = 'Readiness: '.padEnd(90, 'x')
    expect(titles([long, 'Home'])).toEqual([[long], ['Home']])
  })
})
