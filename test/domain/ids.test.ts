import { expect, it } from 'vitest'
import { isOperationKey, newOperationKey } from '../../domain/ids.ts'

it('no operation key is made twice', () => {
  const keys = Array.from({ length: 10_000 }, newOperationKey)
  expect(keys.filter((key) => !isOperationKey(key))).toEqual([])
  expect(new Set(keys).size).toBe(keys.length)
})
