import { describe, expect, it } from 'vitest'
import { beginsAlike, heardKana, soundsOf } from '../../domain/sounds.ts'

const whole = (name: string): readonly string[] => soundsOf(name).map((sound) => sound.whole)

describe('What is heard of a name', () => {
  it.each([
    ['Contoso', 'コントソ'],
    ['CONTOSO Ltd.', 'コントソ'],
    ['Fabrikam', 'ファブリカム'],
    ['Northwind', 'ノースウィンド'],
    ['Adventure Works', 'アドベンチャーワークス'],
    ['Lumière', 'ルミエール'],
    ['Proseware', 'プロズウェア'],
    ['Fuji システム', 'フジシステム'],
    ['株式会社みなと', 'ミナト'],
    ['Contoso Distribution', 'コントソディストリビューション'],
  ])('%s is what is heard of %s', (name, kana) => {
    expect(whole(name)).toContain(heardKana(kana))
  })

  it.each([
    ['Contoso', 'カンタス'],
    ['Litware', 'レトワール'],
  ])('%s does not begin as %s does', (name, kana) => {
    expect(beginsAlike(name, kana)).toBe(false)
  })

  it.each([
    ['Proseware', 'プロズウェア'],
    ['Tailspin', 'テイルスピン'],
    ['Wingtip', 'ウィングチップ'],
    ['Skyline', 'スカイライン'],
  ])('%s begins as %s does', (name, kana) => {
    expect(beginsAlike(name, kana)).toBe(true)
  })

  it('is nothing of kanji, and of a name that begins with kana what stands before them', () => {
    expect([whole('東都商事'), whole('さくら食品'), whole('A')]).toEqual([[], ['skr'], []])
  })
})
