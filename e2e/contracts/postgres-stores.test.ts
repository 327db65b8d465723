import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../../server/app/database.ts'
import { testLedgerStore } from '../../server/app/testing/ledger-contract.ts'
import { testOutboxRooms } from '../../server/app/testing/outbox-rooms-contract.ts'
import { testRoomStore } from '../../server/app/testing/room-store-contract.ts'
import { testSmallStores } from '../../server/app/testing/stores-contract.ts'
import { opened, startCluster } from './postgres-cluster.ts'

let cluster: Awaited<ReturnType<typeof startCluster>>
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())

async function fresh() {
  const url = await cluster.freshUrl()
  const all: Database[] = []
  const connect = async () => {
    const database = await opened(url)
    all.push(database)
    return database
  }
  const close = async () => {
    await Promise.all(all.map((database) => database.close()))
  }
  return { database: await connect(), connect, close }
}

testLedgerStore('PostgreSQL', async () => {
  const { database, connect, close } = await fresh()
  return { store: database.ledger, other: async () => (await connect()).ledger, close }
})

testRoomStore('PostgreSQL', async () => {
  const { database, connect, close } = await fresh()
  return { store: database.rooms, reopen: async () => (await connect()).rooms, close }
})

testSmallStores('PostgreSQL', async () => {
  const { database, connect, close } = await fresh()
  return { database, other: connect, close }
})

testOutboxRooms('PostgreSQL', async () => {
  const { database, close } = await fresh()
  return { rooms: database.rooms, outboxes: database.outboxRooms, close }
})
