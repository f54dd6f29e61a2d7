import { describe, expect, it } from 'vitest'
import { understand } from '../../../bot/ask/understand.ts'
import { names, shortOf, support } from './companies.ts'

const meant = async (text: string): Promise<readonly string[]> => {
  const understanding = await understand(text, names, support)
  if (understanding.kind === 'question') return understanding.question.companies.map(shortOf)
  if (understanding.kind !== 'open') return []
  return understanding.draft.companies.map((one) =>
    one.kind === 'known' ? shortOf(one.tenant) : one.kind === 'unknown' ? `unknown:${one.typed}` : one.kind,
  )
}

describe('a name written in katakana', () => {
  it.each([
    ['ファブリカムとコントソは提携していますか', ['fa', 'co']],
    ['ノースウィンドとテイルスピンの共通の顧客は？', ['no', 'ta']],
    ['リットウェア宛の招待は届いていますか', ['li']],
    ['ルミエールの登録状況', ['lu']],
    ['アドベンチャーワークスの登録状況', ['ad']],
    ['プロズウェアとウィングチップは提携していますか', ['pr', 'wi']],
    ['ｺﾝﾄｿﾊﾟｰﾄﾅｰ一覧', ['co']],
    ['ファブリカムソフトの登録状況', ['fa']],
    ['ミナトシステムズとヒカリ商事は提携していますか', ['mi', 'hi']],
    ['サクラ食品様の登録状況', ['sa']],
    ['コントソディストリビューションはMPAに署名済みですか', ['co']],
  ])('%s means whom it sounds like', async (text, companies) => {
    expect(await meant(text)).toEqual(companies)
  })

  it.each(['カンタス', 'コンテスタ', 'スカイラーク', 'ノースゲート', 'アドバンテスト'])(
    '%s sounds like nobody we know, and stays unknown',
    async (name) => {
      expect(await meant(`${name}の登録状況`)).toEqual([`unknown:${name}`])
    },
  )
})
