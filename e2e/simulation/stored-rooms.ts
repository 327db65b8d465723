import * as Y from 'yjs'
import { ActId } from '../../shared/domain/id.ts'
import { outboxMapName } from '../../shared/protocol/room.ts'
import type { Fleet } from './fleet.ts'
import type { Witness } from './witness.ts'

/** Outbox rooms as they lie in the database. */
export type StoredRooms = { fleet: Pick<Fleet, 'reader'>; rooms: ReadonlySet<string> }

/** Every act in a stored room has been decided by the transaction that stored it: at any moment, so whenever a server dies. */
export async function checkDecided(stored: StoredRooms, witness: Pick<Witness, 'blame'>): Promise<void> {
  for (const [room] of outboxRooms(stored)) {
    for (const id of await actsIn(stored, room)) {
      if (!(await stored.fleet.reader.ledger.read.leafOfAct(id))) {
        witness.blame('O2 a room holds an act that was not decided', { room, id })
      }
    }
  }
}

const outboxRooms = ({ rooms }: StoredRooms): [room: string, device: string][] =>
  [...rooms].flatMap((room): [string, string][] => {
    const [kind, device = ''] = room.split('/')
    return kind === 'acts' ? [[room, device]] : []
  })

export async function actsIn({ fleet }: StoredRooms, room: string): Promise<ActId[]> {
  const rows = await fleet.reader.rooms.load(room, 0)
  if (rows.length === 0) return []
  const doc = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(doc, update)
  const ids = [...doc.getMap(outboxMapName).keys()].map((id) => ActId.parse(id))
  doc.destroy()
  return ids
}
