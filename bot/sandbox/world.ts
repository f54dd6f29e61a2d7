import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../domain/result.ts'
import { findDoubles } from './world-doubles.ts'
import { WORLD } from './world-schema.ts'

/** What exists outside: companies, people, MPN accounts (interface.md 6). What is done with them is kept in the store. */
export type World = z.output<typeof WORLD>
export type WorldTenant = World['tenants'][number]
export type WorldMpnAccount = WorldTenant['mpnAccounts'][number]

/** One thing wrong with a world file, and where: `tenants[2].users[0].email`. */
export type WorldFault = { path: string; message: string }

/** @throws Error that names every fault with its path, or why the file cannot be read. */
export function readWorld(file: string): World {
  const read = parseWorld(json(file))
  if (read.ok) return read.value
  const lines = read.error.map(({ path, message }) => `  ${path || '(the whole file)'}: ${message}`)
  throw new Error(`The sandbox world ${file} cannot be used:\n${lines.join('\n')}`)
}

/** The world, or what is wrong with it. */
export function parseWorld(input: unknown): Result<World, readonly WorldFault[]> {
  const read = WORLD.safeParse(input)
  if (!read.success) return fail(read.error.issues.flatMap(fault))
  const faults = findDoubles(read.data)
  return faults.length === 0 ? ok(read.data) : fail(faults)
}

function fault(issue: z.core.$ZodIssue): WorldFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is no key of the world file' }))
  return [{ path: pathOf(issue.path), message: issue.message }]
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Error(`The sandbox world ${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}
