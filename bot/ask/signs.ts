import type { Concept, Signs } from './concepts.ts'
import { SIGNS_EN } from './lexicon-en.ts'
import { SIGNS_JA } from './lexicon-ja.ts'

/** Adds to what the words of a masked text say what only several of them say together. */
export function addSigns(said: Set<Concept>, masked: string): void {
  for (const [written, groups] of SIGNS)
    if (written.test(masked))
      for (const [needs, signs] of groups)
        if (needs.test(masked))
          for (const [concept, sign] of signs) if (!said.has(concept) && sign.test(masked)) said.add(concept)
}

const compiled = (groups: Signs) =>
  groups.map(
    ([needs, signs]) =>
      [needs, signs.map(([concept, pattern]) => [concept, new RegExp(pattern, 'u')] as const)] as const,
  )
/** With what a text has to hold before it is searched for what a language says in several words. */
const SIGNS = [
  [/[a-z]{3}/, compiled(SIGNS_EN)],
  [/[\u3041-\u30ff\u4e00-\u9fff]/, compiled(SIGNS_JA)],
] as const
