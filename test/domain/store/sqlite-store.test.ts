import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { storeContract } from './contract.ts'

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const file = join(folder, 'new', 'bot.db')
  const store = openSqliteStore(file)
  const other = openSqliteStore(file)
  return {
    store,
    other,
    close: async () => {
      await Promise.all([store.close(), other.close()])
      await rm(folder, { recursive: true })
    },
  }
})
