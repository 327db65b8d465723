import * as Y from 'yjs'
import type { ActId } from '../../shared/domain/id.ts'
import { outboxMapName } from '../../shared/protocol/room.ts'
import { healthyDesks } from './heal.ts'
import type { World } from './world.ts'

/** Every act in a stored room has been decided by the transaction that stored it; and rooms empty as acts are settled. */
export async function checkRooms(world: World): Promise<void> {
  const { fleet, witness } = world
  const healthy = new Set<string | undefined>(
    (await healthyDesks(world)).map(({ browser }) => browser.profile.owner()?.device),
  )
  for (const [room, device] of outboxRooms(world)) {
    const ids = await actsIn(world, room)
    for (const id of ids) {
      if (!(await fleet.reader.ledger.read.leafOfAct(id))) {
        witness.blame('O2 a room holds an act that was not decided', { room, id })
      }
    }
    const isLast = world.lastRoomOf.get(device) === room
    if (isLast && healthy.has(device) && ids.length > 0 && !world.restored) {
      witness.blame('O2 a room is not emptied', { room, ids })
    }
  }
}

const outboxRooms = ({ rooms }: World): [room: string, device: string][] =>
  [...rooms].flatMap((room): [string, string][] => {
    const [kind, device = ''] = room.split('/')
    return kind === 'acts' ? [[room, device]] : []
  })

async function actsIn({ fleet }: World, room: string): Promise<ActId[]> {
  const rows = await fleet.reader.rooms.load(room, 0)
  const doc = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(doc, update)
  const ids = [...doc.getMap(outboxMapName).keys()] as ActId[]
  doc.destroy()
  return ids
}
