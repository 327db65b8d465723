import { testRoomStore } from '../../app/testing/room-store-contract.ts'
import { createMemoryRoomStore } from './memory-room-store.ts'

testRoomStore('memory', async () => {
  const store = createMemoryRoomStore()
  return { store, reopen: async () => store, close: async () => {} }
})
