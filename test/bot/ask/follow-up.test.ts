import { describe, expect, it } from 'vitest'
import { understand, understandBecause } from '../../../bot/ask/understand.ts'
import type { Context } from '../../../bot/ask/understanding.ts'
import { tenantId } from '../../../domain/ids.ts'
import type { Question } from '../../../domain/questions/question.ts'
import { companyOf, names, support } from './companies.ts'

const of = (...shorts: readonly string[]) => shorts.map((short) => tenantId(companyOf(short) ?? ''))
const partner = (short: string): Context => ({ ...support, own: of(short)[0] })
const following = (before: Question): Context => ({ ...support, before })
const asked = async (text: string, context: Context) => {
  const understanding = await understand(text, names, context)
  return understanding.kind === 'question' ? understanding.question : understanding
}

const partnered: Question = { id: 'Q1', companies: of('co', 'fa'), countries: [] }
const region: Question = { id: 'Q11', companies: [], countries: ['JP', 'FR'] }

describe('a question after another', () => {
  it.each(['and with Litware?', 'what about Litware?', 'では Litware とは？', 'Litware は？'])(
    'asks the same of another company: %s',
    async (text) => {
      expect(await asked(text, following(partnered))).toMatchObject({ id: 'Q1', companies: of('co', 'li') })
    },
  )

  it.each(['and for Germany?', 'ドイツの場合は？'])('asks the same of another country: %s', async (text) => {
    expect(await asked(text, following(region))).toMatchObject({ id: 'Q11', countries: ['JP', 'DE'] })
  })

  it.each(['why?', 'なぜですか'])('asks why an invitation was not accepted: %s', async (text) => {
    const before: Question = { id: 'Q9', companies: of('fa', 'co'), countries: [] }
    expect(await asked(text, following(before))).toMatchObject({ id: 'Q8', companies: of('fa', 'co') })
  })

  it('knows of whom was spoken', async () => {
    const before: Question = { id: 'Q5', companies: of('ad'), countries: [] }
    expect(await asked('have they signed the MPA?', following(before))).toMatchObject({ id: 'Q6', companies: of('ad') })
    expect(await asked('同社は MPA に署名済みですか', following(before))).toMatchObject({
      id: 'Q6',
      companies: of('ad'),
    })
  })

  it('is a question of its own when it says so', async () => {
    expect(await asked('Is Litware ready to transact?', following(partnered))).toMatchObject({
      id: 'Q7',
      companies: of('li'),
    })
  })
})

describe('a partner who asks', () => {
  it.each([
    ['Are we partnered with Contoso?', 'Q1', ['fa', 'co']],
    ["why can't we accept the invitation from Contoso", 'Q8', ['fa', 'co']],
    ['Did Litware open our invitation?', 'Q9', ['li', 'fa']],
    ['Which MPN ID must we put for Litware?', 'Q15', ['li']],
    ['Which providers do we have?', 'Q13', ['fa']],
    ['弊社は東都ディストリビューションと提携していますか', 'Q1', ['fa', 'to']],
    ['MPA に署名済みですか', 'Q6', ['fa']],
  ] as const)('is meant where a company is left out: %s', async (text, id, companies) => {
    expect(await asked(text, partner('fa'))).toMatchObject({ id, companies: of(...companies) })
  })
})

describe('a name', () => {
  it('that nobody has stays open, with what was typed', async () => {
    const understanding = await understand('Is Fabrikam partnered with Trey Research?', names, support)
    expect(understanding).toMatchObject({ kind: 'open', draft: { id: 'Q1' } })
    const companies = understanding.kind === 'open' ? understanding.draft.companies : []
    expect(companies.map(({ kind }) => kind)).toEqual(['known', 'unknown'])
  })

  it('that is missing stays open for support', async () => {
    expect(await understand('Has anybody signed the MPA?', names, support)).toMatchObject({
      kind: 'open',
      draft: { id: 'Q6', companies: [{ kind: 'missing' }] },
    })
  })

  it('that is mistyped is said back', async () => {
    expect(await understand('Is Nortwind enrolled?', names, support)).toMatchObject({
      kind: 'question',
      taken: [{ typed: 'Nortwind', company: { name: 'Northwind Traders' } }],
    })
  })
})

describe('a text', () => {
  it.each(['What is the weather like?', 'lunch at noon?', '今日の天気は？', 'ありがとうございました', ''])(
    'that asks nothing of ours is nothing: %s',
    async (text) => {
      expect(await understand(text, names, support)).toEqual({ kind: 'nothing' })
    },
  )

  it('is explained by meanings, not by its words', async () => {
    const { because } = await understandBecause('Has Fabrikam signed the MPA?', names, support)
    expect(because.way).toBe('mpa + !mpn')
    expect(JSON.stringify(because)).not.toContain('Fabrikam')
  })
})
