import type { Chain } from '../../domain/questions/answer.ts'
import type { Words } from '../words/words.ts'

/** One company of the chain: a box, and before it the mark of the link that leads to it. */
export type LinkView = {
  spacing: string
  marks: readonly { text: string; color: string }[]
  name: string
  isSubtle: boolean
  roles: readonly string[]
}

/** Each company has a line of its own, so that its name stays whole on a telephone too. */
export const drawnChain = (chain: Chain, words: Words): readonly LinkView[] =>
  chain.map(({ as, name }, at) => {
    const link = chain[at - 1]?.link
    return {
      spacing: at === 0 ? 'Medium' : 'None',
      marks: link === undefined ? [] : [{ text: words.ask.chain.links[link], color: COLORS[link] }],
      name: nameOf(as, name, words),
      isSubtle: as !== 'microsoft' && name === '',
      roles: as === 'microsoft' ? [] : [words.terms.kinds[as].label],
    }
  })

export const spokenChain = (chain: Chain, words: Words): string =>
  chain
    .flatMap(({ as, name, link }) => [
      nameOf(as, name, words),
      ...(link === undefined ? [] : [words.ask.chain.spoken[link]]),
    ])
    .join(' ')

const nameOf = (as: Chain[number]['as'], name: string, { ask }: Words): string =>
  as === 'microsoft' ? ask.chain.microsoft : name || ask.chain.nobody

const COLORS: Record<NonNullable<Chain[number]['link']>, string> = {
  holds: 'Good',
  missing: 'Attention',
  pending: 'Default',
  unknown: 'Default',
}
