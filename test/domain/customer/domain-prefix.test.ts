import { describe, expect, it } from 'vitest'
import {
  freePrefixes,
  isDomainPrefix,
  likePrefixes,
  normalDomainPrefix,
} from '../../../domain/customer/domain-prefix.ts'

describe('a domain prefix', () => {
  it.each(['a', '1', 'sakura', '2026sakura', 'a'.repeat(27)])('may be %s', (prefix) => {
    expect(isDomainPrefix(prefix)).toBe(true)
  })

  it.each(['', 'a'.repeat(28), 'saku ra', 'saku-ra', 'さくら', 'sakura.jp', 'sakura_', 'sakurá', 'sakura\n'])(
    'may not be %j',
    (prefix) => {
      expect(isDomainPrefix(prefix)).toBe(false)
    },
  )

  it.each([
    [' Sakura ', 'sakura'],
    ['ＳＡＫＵＲＡ１', 'sakura1'],
    ['sakura.onmicrosoft.com', 'sakura'],
    ['Sakura.OnMicrosoft.com.', 'sakura'],
    ['saku ra', 'saku ra'],
  ])('typed as %j is meant as %j', (typed, meant) => {
    expect(normalDomainPrefix(typed)).toBe(meant)
  })
})

describe('suggestions for a taken prefix', () => {
  it.each(['contoso', 'a'.repeat(27), 'contoso-shop', 'さくら', 'contosojp', ''])(
    'are well formed for %j',
    (wanted) => {
      const like = likePrefixes(wanted, 'JP')
      expect(like.length).toBeGreaterThan(5)
      expect(like.filter((prefix) => !isDomainPrefix(prefix))).toEqual([])
      expect(new Set(like).size).toBe(like.length)
      expect(like).not.toContain(wanted)
    },
  )

  it('are the three nearest that are free', async () => {
    const asked: string[] = []
    const taken = new Set(['contosojp', 'contoso1'])
    const isDomainFree = async (prefix: string) => {
      asked.push(prefix)
      return !taken.has(prefix)
    }
    expect(await freePrefixes({ isDomainFree }, 'contoso', 'JP')).toEqual(['contosogroup', 'contosoonline', 'contoso2'])
    expect(asked).toHaveLength(5)
  })

  it('are fewer when nothing like it is free', async () => {
    expect(await freePrefixes({ isDomainFree: async () => false }, 'contoso', 'JP')).toEqual([])
    expect(await freePrefixes({ isDomainFree: async (prefix) => prefix === 'contoso8' }, 'contoso', 'JP')).toEqual([
      'contoso8',
    ])
  })
})
