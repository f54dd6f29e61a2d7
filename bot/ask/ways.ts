import type { Concept } from './concepts.ts'

/** How much of what a text holds besides its words. */
export type Shape = { companies: number; countries: number; subjects: number; days: boolean; code: boolean }

/**
 * One way to ask: what a text has to say, how strongly that speaks for the answer, and what else speaks for it.
 * `needs` joins by `+` what is needed, by `|` what will do; `!` forbids. Of a text's shape: `c2` two companies or more,
 * `c=1` exactly one, `k1` a country, `subject`, `days`, `code`.
 */
export type Way<Id extends string> = readonly [id: Id, worth: number, needs: string, likes?: string]

/** What was taken, why, and how far ahead of the next. */
export type Choice<Id extends string> = { id: Id; score: number; because: string }

type Said = ReadonlySet<Concept>
type Test = (said: Said, shape: Shape) => boolean

/** The ways in a form that is quick to try. */
export function chooserOf<Id extends string>(ways: readonly Way<Id>[]): (said: Said, shape: Shape) => Choice<Id>[] {
  const compiled = ways.map(([id, worth, needs, likes = '']) => ({
    id,
    worth,
    needs,
    tests: needs.split('+').map((part) => testOf(part.trim())),
    likes: likes.split(' ').filter((like) => like !== '') as Concept[],
  }))
  return (said, shape) => {
    const choices: Choice<Id>[] = []
    for (const { id, worth, needs, tests, likes } of compiled) {
      if (!tests.every((test) => test(said, shape))) continue
      let score = worth
      for (const like of likes) if (said.has(like)) score++
      choices.push({ id, score, because: needs })
    }
    return choices.sort((one, other) => other.score - one.score)
  }
}

function testOf(part: string): Test {
  if (part.startsWith('!')) {
    const forbidden = anyOf(part.slice(1))
    return (said, shape) => !forbidden(said, shape)
  }
  return anyOf(part)
}

function anyOf(part: string): Test {
  const tests = part.split('|').map((one) => single(one.trim()))
  const [first] = tests
  return tests.length === 1 && first ? first : (said, shape) => tests.some((test) => test(said, shape))
}

function single(one: string): Test {
  const count = /^([ck])(=?)(\d)$/.exec(one)
  if (count) {
    const wanted = Number(count[3])
    const of = count[1] === 'c' ? 'companies' : 'countries'
    return count[2] === '=' ? (_, shape) => shape[of] === wanted : (_, shape) => shape[of] >= wanted
  }
  if (one === 'subject') return (_, shape) => shape.subjects > 0
  if (one === 'days') return (_, shape) => shape.days
  if (one === 'code') return (_, shape) => shape.code
  return (said) => said.has(one as Concept)
}
