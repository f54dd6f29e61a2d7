import { CosmosClient } from '@azure/cosmos'
import { newId } from '../../../domain/ids.ts'
import { openCosmosStore } from '../../../domain/store/cosmos-store.ts'
import { type FakeOptions, startCosmosFake } from '../../support/cosmos-fake.ts'
import { type Opened, storeContract } from './contract.ts'

const onFake = async (options: FakeOptions): Promise<Opened> => {
  const fake = await startCosmosFake(options)
  const settings = {
    endpoint: fake.endpoint,
    key: fake.key,
    database: 'test',
    container: 'documents',
    attemptMs: 10_000,
    deadlineMs: 15_000,
  }
  const [store, other] = [await openCosmosStore(settings), await openCosmosStore(settings)]
  return {
    store,
    other,
    close: async () => {
      await Promise.all([store.close(), other.close()])
      await fake.close()
    },
  }
}

storeContract('Cosmos DB', () => onFake({}))
storeContract('Cosmos DB with short pages, the first one empty', () => onFake({ pageSize: 3, emptyFirstPage: true }))

/** A real account, where one is named: in a container of its own, which is deleted afterwards. */
const { COSMOS_TEST_ENDPOINT: endpoint, COSMOS_TEST_KEY: key = '' } = process.env
if (endpoint) {
  storeContract(`the account ${endpoint}`, async () => {
    const settings = { endpoint, key, database: 'contract', container: newId(), deadlineMs: 15_000 }
    const [store, other] = [await openCosmosStore(settings), await openCosmosStore(settings)]
    return {
      store,
      other,
      close: async () => {
        await new CosmosClient({ endpoint, key }).database('contract').container(settings.container).delete()
        await Promise.all([store.close(), other.close()])
      },
    }
  })
}
