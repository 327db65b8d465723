import { testLedgerStore } from './ledger-contract.ts'
import { testMeetings } from './meeting-contract.ts'
import { createMemoryDatabase } from './memory-database.ts'
import { testOutboxRooms } from './outbox-rooms-contract.ts'
import { testReminders } from './reminder-contract.ts'
import { testRoomScreens } from './room-screen-contract.ts'
import { testRoomStore } from './room-store-contract.ts'
import { testSessions } from './session-contract.ts'
import { testSessionRecords } from './session-record-contract.ts'
import { testSmallStores } from './stores-contract.ts'
import { testTasks } from './task-contract.ts'
import { testTaskImports } from './task-import-contract.ts'

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

testSmallStores('memory database', async () => {
  const database = createMemoryDatabase()
  return {
    database: database.connect(),
    other: async () => database.connect(),
    close: async () => {},
  }
})

testOutboxRooms('memory database', async () => {
  const { rooms, outboxRooms: outboxes } = createMemoryDatabase().connect()
  return { rooms, outboxes, close: async () => {} }
})

const fresh = async () => ({ database: createMemoryDatabase().connect(), close: async () => {} })

testMeetings('memory database', fresh)
testSessions('memory database', fresh)
testSessionRecords('memory database', fresh)
testTasks('memory database', fresh)
testReminders('memory database', fresh)
testTaskImports('memory database', fresh)
testRoomScreens('memory database', fresh)
