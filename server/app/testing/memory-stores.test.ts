import { testLedgerStore } from './ledger-contract.ts'
import { createMemoryDatabase } from './memory-database.ts'
import { testRoomStore } from './room-store-contract.ts'

testRoomStore('memory database', async () => {
  const database = createMemoryDatabase()
  return {
    store: database.connect().rooms,
    reopen: async () => database.connect().rooms,
    close: async () => {},
  }
})

testLedgerStore('memory database', async () => {
  const database = createMemoryDatabase()
  return {
    store: database.connect().ledger,
    other: async () => database.connect().ledger,
    close: async () => {},
  }
})
