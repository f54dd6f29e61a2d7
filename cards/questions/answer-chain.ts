import type { Chain } from '../../domain/questions/answer.ts'
import type { Words } from '../words/words.ts'

/** A box for each company, and between two of them the mark of their link. */
export type ChainView = { links: readonly { style: string; lines: readonly Line[] }[] }

type Line = { text: string; size: string; weight: string; color: string; isSubtle: true | '' }

/** They stand in a row, which goes on below where it has no more room, so that names stay whole on a telephone too. */
export const drawnChain = (chain: Chain, words: Words): ChainView => ({
  links: chain.flatMap(({ as, name, link }, at) => [
    { style: 'emphasis', lines: companyLines(as, name, words) },
    ...(link === undefined ? [] : [{ style: '', lines: [bold(markOf(chain, at, link, words), COLORS[link])] }]),
  ]),
})

/** A chain stops once; where it has no link further on, a mark is enough. */
const markOf = (chain: Chain, at: number, link: keyof typeof COLORS, { ask }: Words): string =>
  link === 'missing' && chain.findIndex((one) => one.link === 'missing') < at
    ? ask.chain.brokenAsWell
    : ask.chain.links[link]

export const spokenChain = (chain: Chain, words: Words): string =>
  chain
    .flatMap(({ as, name, link }) => [
      nameOf(as, name, words),
      ...(link === undefined ? [] : [words.ask.chain.spoken[link]]),
    ])
    .join(' ')

function companyLines(as: Chain[number]['as'], name: string, words: Words): readonly Line[] {
  const line = bold(nameOf(as, name, words))
  if (as === 'microsoft') return [line]
  const role: Line = { text: words.terms.kinds[as].label, size: 'Small', weight: '', color: '', isSubtle: true }
  return [name === '' ? { ...line, isSubtle: true } : line, role]
}

const bold = (text: string, color = ''): Line => ({ text, size: '', weight: 'Bolder', color, isSubtle: '' })

const nameOf = (as: Chain[number]['as'], name: string, { ask }: Words): string =>
  as === 'microsoft' ? ask.chain.microsoft : name || ask.chain.nobody

const COLORS: Record<NonNullable<Chain[number]['link']>, string> = {
  holds: 'Good',
  missing: 'Attention',
  pending: 'Default',
  unknown: 'Default',
}
