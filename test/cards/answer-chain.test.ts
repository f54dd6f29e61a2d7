import { describe, expect, it } from 'vitest'
import { answerCard } from '../../cards/questions/answer.ts'
import { words } from '../../cards/words/words.ts'
import type { Chain } from '../../domain/questions/answer.ts'
import { nodesOf, textsOf } from '../support/card-walk.ts'

const en = words('en-US', 'UTC')
const { chain: say } = en.ask

describe('the chain of sale on an answer', () => {
  it('is a row of boxes that goes on below, and between two of them stands the mark of their link with its words', () => {
    const chain = chainOf([
      { as: 'microsoft', name: '', link: 'holds' },
      { as: 'indirectProvider', name: 'Toto Distribution', link: 'pending' },
      { as: 'indirectReseller', name: 'Aozora Soft', link: 'missing' },
      { as: 'customer', name: 'Sakura Foods' },
    ])
    expect(chain.layouts).toMatchObject([{ type: 'Layout.Flow' }])
    expect(chain.items).toEqual([
      { isBox: true, texts: ['Microsoft'] },
      { isBox: false, texts: ['→'] },
      { isBox: true, texts: ['Toto Distribution', 'Indirect provider'] },
      { isBox: false, texts: [say.links.pending] },
      { isBox: true, texts: ['Aozora Soft', 'Indirect reseller'] },
      { isBox: false, texts: ['✕ Stops here'] },
      { isBox: true, texts: ['Sakura Foods', 'Customer'] },
    ])
  })

  it('says once where it stops', () => {
    const { items } = chainOf([
      { as: 'microsoft', name: '', link: 'missing' },
      { as: 'indirectProvider', name: '', link: 'missing' },
      { as: 'customer', name: 'Sakura Foods' },
    ])
    expect([items[1], items[3]]).toEqual([
      { isBox: false, texts: ['✕ Stops here'] },
      { isBox: false, texts: ['✕'] },
    ])
  })

  it('has a box for whom nobody is known to be yet', () => {
    const { items } = chainOf([
      { as: 'microsoft', name: '', link: 'missing' },
      { as: 'directBill', name: '', link: 'unknown' },
      { as: 'customer', name: 'Sakura Foods' },
    ])
    expect(items[2]).toEqual({ isBox: true, texts: [say.nobody, 'Direct-bill partner'] })
  })

  it('shows names as they were typed', () => {
    const { items } = chainOf([{ as: 'customer', name: '_Sakura_ *Foods*' }])
    expect(items).toEqual([{ isBox: true, texts: ['\\_Sakura\\_ \\*Foods\\*', 'Customer'] }])
  })
})

function chainOf(chain: Chain) {
  const card = answerCard(
    {
      answer: {
        question: { id: 'Q2', companies: [], countries: [] },
        names: {},
        headline: { code: 'company.notFound' },
        chain,
        rules: [],
        isPrivate: false,
      },
    },
    en,
  )
  const drawn = nodesOf(card).find(({ layouts }) => layouts !== undefined)
  const items = drawn?.items as readonly { style?: string }[]
  return {
    layouts: drawn?.layouts,
    items: items.map((item) => ({ isBox: item.style === 'emphasis', texts: textsOf(item) })),
  }
}
