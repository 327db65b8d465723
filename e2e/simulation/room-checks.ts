import type { ActId } from '../../shared/domain/id.ts'
import { healthyDesks } from './healthy-desks.ts'
import { actsIn, checkDecided } from './stored-rooms.ts'
import type { World } from './world.ts'

/** Rooms empty as their acts are settled. */
export async function checkRooms(world: World): Promise<void> {
  await checkDecided(world, world.witness)
  if (world.restored) return
  for (const left of await roomsNotEmptied(world)) world.witness.blame('O2 a room is not emptied', left)
}

/** Of tablets that are well, the rooms that they work with and in which acts still lie. */
export async function roomsNotEmptied(world: World): Promise<{ room: string; ids: ActId[] }[]> {
  const found: { room: string; ids: ActId[] }[] = []
  for (const { browser } of await healthyDesks(world)) {
    const room = world.lastRoomOf.get(browser.profile.owner()?.device ?? '')
    const ids = room === undefined ? [] : await actsIn(world, room)
    if (room !== undefined && ids.length > 0) found.push({ room, ids })
  }
  return found
}
