import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const names = globSync('cards/**/*.json')
const SPOKEN = [
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'speak',
  'altText',
  'fallbackText',
  'value',
  'url',
]

type Found = { property: string; value: string }
function strings(node: unknown, property = ''): readonly Found[] {
  if (typeof node === 'string') return [{ property, value: node }]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => strings(value, Array.isArray(node) ? property : key))
}

describe.each(names)('the drawing %s', (name) => {
  const source = readFileSync(name, 'utf8')
  const found = strings(JSON.parse(source))

  it('holds no human word', () => {
    for (const { property, value } of found) {
      if (SPOKEN.includes(property)) expect(value, property).toMatch(/^\$\{[$\w.]+\}$/)
      expect(value).not.toMatch(/[^\x20-\x7e]/)
    }
  })

  it('holds whole expressions only, and no conditions', () => {
    for (const { value } of found) if (value.includes('${')) expect(value).toMatch(/^\$\{[$\w.]+\}$/)
    expect(source).not.toContain('$when')
  })

  it('holds no colours but semantic ones', () => {
    expect(source).not.toMatch(/#[0-9a-f]{3,8}\b/i)
  })
})

it('there are drawings', () => expect(names.length).toBeGreaterThan(8))
