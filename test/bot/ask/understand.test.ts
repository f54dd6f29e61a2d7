import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOf, type Phrase, phraseOf } from './measure.ts'
import { CHAT_EN } from './phrases-chat-en.ts'
import { CHAT_JA } from './phrases-chat-ja.ts'
import { PHRASES_EN } from './phrases-en.ts'
import { PHRASES_JA } from './phrases-ja.ts'

const tuned = { en: [PHRASES_EN, CHAT_EN], ja: [PHRASES_JA, CHAT_JA] }
/**
 * Of a hundred phrases that others wrote, how many are understood. Nobody tuned with `unseen`, `fresh` and `kept`. The
 * others are tuned with now: what they ask in words that were not known when they were new is known today. New, these were
 * understood: `third` 96.0 in English and 96.7 in Japanese, `fourth` 91.3 and 91.3, `fifth` (chatty and polite) 91.0 and
 * 84.0, `sixth` (telegrams and long polite sentences) 83.7 and 80.0; `seventh`, written while these were being tuned with,
 * 95.3 and 89.0 (in English nobody tuned with it); `eighth` (support staff) 96.7 and 94.0, `ninth` (partners, on phones, in
 * English that is not their own) 94.7 and 94.0.
 */
const FLOOR = {
  unseen: { of: 150, en: 98.6, ja: 98.6 },
  fresh: { of: 150, en: 100, ja: 99.3 },
  kept: { of: 150, en: 96, ja: 97.3 },
  third: { of: 150, en: 100, ja: 100 },
  fourth: { of: 150, en: 100, ja: 100 },
  fifth: { of: 300, en: 100, ja: 99.3 },
  sixth: { of: 300, en: 100, ja: 99.3 },
  seventh: { of: 300, en: 97.3, ja: 99.6 },
  eighth: { of: 150, en: 100, ja: 99.3 },
  ninth: { of: 150, en: 100, ja: 99.3 },
}
const SETS = ['unseen', 'fresh', 'kept', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'] as const

const ofOthers = (set: keyof typeof FLOOR, language: 'en' | 'ja'): readonly Phrase[] =>
  JSON.parse(readFileSync(`test/bot/ask/${set}-${language}.json`, 'utf8'))

describe.each(['en', 'ja'] as const)('a question in %s', (language) => {
  it('is understood in every phrase that was tuned with', async () => {
    const wrong: string[] = []
    for (const [question, lines] of tuned[language].flatMap((list) => Object.entries(list)))
      for (const line of lines)
        for (const fault of await faultsOf(phraseOf(question, line))) wrong.push(`${line} → ${fault}`)
    expect(wrong).toEqual([])
  })

  it.each(SETS)('is understood in phrases that others wrote: %s', async (set) => {
    const right = new Map<string, { right: number; of: number }>()
    for (const phrase of ofOthers(set, language)) {
      const tally = right.get(phrase.question) ?? { right: 0, of: 0 }
      const faults = await faultsOf(phrase)
      right.set(phrase.question, { right: tally.right + (faults.length === 0 ? 1 : 0), of: tally.of + 1 })
    }
    const all = [...right.values()]
    const sum = (key: 'right' | 'of'): number => all.reduce((total, one) => total + one[key], 0)
    const percent = (100 * sum('right')) / sum('of')
    const byQuestion = [...right].map(([question, tally]) => `${question} ${tally.right}/${tally.of}`)
    // biome-ignore lint/suspicious/noConsole: who tunes the lexicon reads which questions are still misheard
    console.info(`${set} ${language}: ${percent.toFixed(1)} % of ${sum('of')} right; ${byQuestion.join(', ')}`)
    expect(sum('of')).toBe(FLOOR[set].of)
    expect(percent).toBeGreaterThanOrEqual(FLOOR[set][language])
  })
})
