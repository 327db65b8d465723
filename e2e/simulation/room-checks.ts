import { healthyDesks } from './heal.ts'
import { actsIn, checkDecided, outboxRooms } from './stored-rooms.ts'
import type { World } from './world.ts'

/** Rooms empty as their acts are settled. */
export async function checkRooms(world: World): Promise<void> {
  const { witness, lastRoomOf, restored } = world
  await checkDecided(world, witness)
  if (restored) return
  for (const { browser } of await healthyDesks(world)) {
    const device = browser.profile.owner()?.device ?? ''
    for (const [room] of outboxRooms(world)) {
      if (lastRoomOf.get(device) !== room) continue
      const ids = await actsIn(world, room)
      if (ids.length > 0) witness.blame('O2 a room is not emptied', { room, ids })
    }
  }
}
