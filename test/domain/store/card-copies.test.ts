import { afterAll, describe, expect, it } from 'vitest'
import { tenantId, userId } from '../../../domain/ids.ts'
import { copiesOf, dropCopy, keepCopy, MOST_COPIES, type Reader, readersOf } from '../../../domain/store/card-copies.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const store = openSqliteStore(':memory:')
afterAll(() => store.close())

const nth = (n: number): Reader => ({
  tenantId: tenantId('00000003-0000-4000-8000-000000000001'),
  userId: userId(`${String(n).padStart(8, '0')}-0000-4000-8000-000000000002`),
})
const copy = (messageId: string) => ({ conversation: { at: 'a:chat' }, messageId, shows: {} })
const messages = async (subject: string, reader: Reader): Promise<readonly string[]> =>
  (await copiesOf(store, subject, reader)).map(({ messageId }) => messageId)

describe('copies of a card', () => {
  it('are found again of everybody, however many have one', async () => {
    for (let n = 0; n < 250; n++) await keepCopy(store, 'many', nth(n), copy('m'))
    expect(await readersOf(store, 'many')).toEqual(Array.from({ length: 250 }, (_, n) => nth(n)))
    expect(await readersOf(store, 'none')).toEqual([])
  })

  it('stand once a message, the newest last, and no more than are promised', async () => {
    for (let n = 0; n < MOST_COPIES + 5; n++) await keepCopy(store, 'one', nth(1), copy(`m${n}`))
    await keepCopy(store, 'one', nth(1), copy('m10'))
    const kept = await messages('one', nth(1))
    expect([kept.length, kept.at(-1), kept.includes('m4'), kept.includes('m5')]).toEqual([
      MOST_COPIES,
      'm10',
      false,
      true,
    ])
  })

  it('of one reader are all remembered when they come at once', async () => {
    const all = Array.from({ length: 6 }, (_, n) => `m${n}`)
    await Promise.all(all.map((id) => keepCopy(store, 'crowd', nth(2), copy(id))))
    expect((await messages('crowd', nth(2))).toSorted()).toEqual(all)
  })

  it('are forgotten one by one, and with the last of them the reader', async () => {
    await keepCopy(store, 'gone', nth(3), copy('m1'))
    await keepCopy(store, 'gone', nth(3), copy('m2'))
    await dropCopy(store, 'gone', nth(3), copy('m1'))
    expect(await messages('gone', nth(3))).toEqual(['m2'])
    await dropCopy(store, 'gone', nth(3), copy('m2'))
    await dropCopy(store, 'gone', nth(3), copy('m2'))
    expect(await readersOf(store, 'gone')).toEqual([])
  })
})
