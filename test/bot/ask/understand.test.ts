import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOf, type Phrase, phraseOf } from './measure.ts'
import { CHAT_EN } from './phrases-chat-en.ts'
import { CHAT_JA } from './phrases-chat-ja.ts'
import { PHRASES_EN } from './phrases-en.ts'
import { PHRASES_JA } from './phrases-ja.ts'

const tuned = { en: [PHRASES_EN, CHAT_EN], ja: [PHRASES_JA, CHAT_JA] }
/**
 * Of a hundred phrases that others wrote, how many are understood. Nobody tuned with `unseen` and `fresh`. When `third` was
 * new, 96.0 in English and 96.7 in Japanese were understood; what it asks in words that were not known then is known now.
 */
const FLOOR = { unseen: { en: 96.6, ja: 97.3 }, fresh: { en: 98.6, ja: 98.6 }, third: { en: 100, ja: 100 } }

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

  it.each(['unseen', 'fresh', 'third'] as const)('is understood in phrases that others wrote: %s', async (set) => {
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
    expect(sum('of')).toBe(150)
    expect(percent).toBeGreaterThanOrEqual(FLOOR[set][language])
  })
})
