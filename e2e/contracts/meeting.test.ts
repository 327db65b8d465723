import { afterAll, beforeAll } from 'vitest'
import { testMeetings } from '../../server/app/testing/meeting-contract.ts'
import { testReminders } from '../../server/app/testing/reminder-contract.ts'
import { testRoomScreens } from '../../server/app/testing/room-screen-contract.ts'
import { testSessions } from '../../server/app/testing/session-contract.ts'
import { testSessionRecords } from '../../server/app/testing/session-record-contract.ts'
import { testTasks } from '../../server/app/testing/task-contract.ts'
import { testTaskImports } from '../../server/app/testing/task-import-contract.ts'
import { opened, startCluster } from './postgres-cluster.ts'

let cluster: Awaited<ReturnType<typeof startCluster>>
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())

const fresh = async () => {
  const database = await opened(await cluster.freshUrl())
  return { database, close: () => database.close() }
}

testMeetings('PostgreSQL', fresh)
testSessions('PostgreSQL', fresh)
testSessionRecords('PostgreSQL', fresh)
testTasks('PostgreSQL', fresh)
testReminders('PostgreSQL', fresh)
testTaskImports('PostgreSQL', fresh)
testRoomScreens('PostgreSQL', fresh)
