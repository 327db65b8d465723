import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { createMemoryDisk } from '../../client/app/testing/memory-disk.ts'
import { createMemoryStores } from '../../client/app/testing/memory-stores.ts'
import { random } from '../../client/store/webcrypto.ts'
import { createNoteHub } from '../../client/sync/notes.ts'
import { coreOf } from '../../client/sync/testing/notes-world.ts'
import { systemClock, systemTimers } from '../../client/system-time.ts'
import { BallotId, DocumentId, PersonId } from '../../shared/domain/id.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import { notesRoom, sharedRoom } from '../../shared/protocol/room.ts'
import { actOf, sealAct } from './testing/act-forge.ts'
import { type Account, createHostileWorld, type HostileWorld } from './testing/hostile-world.ts'

/** Notes over real sockets to the real server on PostgreSQL: two tablets, colleagues, a right that ends. */

let world: HostileWorld
const hubs: ReturnType<typeof createNoteHub>[] = []
beforeAll(async () => {
  world = await createHostileWorld()
})
afterAll(async () => {
  for (const hub of hubs) hub.stop()
  await world.destroy()
})

/** A tablet of somebody enrolled: their session, a storage of its own. */
function tabletOf(account: Account) {
  const { cookie } = world.people[account]
  const disk = createMemoryDisk()
  class SignedInSocket extends NodeSocket {
    constructor(address: string) {
      super(address, { headers: { Cookie: cookie } })
    }
  }
  const hub = createNoteHub({
    store: createMemoryStores(disk).notes,
    clock: systemClock,
    timers: systemTimers,
    random,
    network: { subscribe: () => () => {} },
    serverUrl: `ws://127.0.0.1:${world.server.port}/rooms`,
    WebSocket: SignedInSocket as unknown as typeof WebSocket,
  })
  hubs.push(hub)
  const open = (name: string, isWritable: boolean) => {
    hub.exchange([{ name, isWritable }])
    return hub.open(name, isWritable).room
  }
  return { open, disk }
}

/** The machine may be busy; what is promised comes all the same. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 })

const document = DocumentId.parse('d1')
const named = () => logicalDocument(BallotId.parse(world.ballot.id), document)
const personOf = (account: Account) => PersonId.parse(world.people[account].person)
const share = async (author: Account, readers: Account[]) => {
  const { person, device } = world.people[author]
  const body = { ballot: world.ballot.id, document, readers: readers.map(personOf) }
  return await world.verdicts(
    await sealAct(world.people[author], actOf({ person, device }, 'share-layer', body)),
  )
}

it('[A3] two tablets of one member have the same, at once and after one was away', async () => {
  const name = notesRoom(personOf('botruong'), named())
  const one = tabletOf('botruong').open(name, true)
  const two = tabletOf('botruong').open(name, true)
  const id = one.add(coreOf(), { text: 'Xem lại' })
  await soon(() => two.read().annotations.map((each) => each.id)).toEqual([id])
  two.text(id)?.edit(7, 0, ' khoản 2')
  await soon(() => one.read().annotations[0]?.text).toBe('Xem lại khoản 2')
  await soon(() => [one.sync().kind, two.sync().kind]).toEqual(['synced', 'synced'])
  const late = tabletOf('botruong').open(name, true)
  await soon(() => late.read()).toEqual(one.read())
  const stranger = tabletOf('thutuong').open(name, true)
  await soon(() => stranger.sync().kind).toBe('refused')
})

it('[A2] a shared layer: granted by an act, read by who is named, closed when it is taken back', async () => {
  const name = sharedRoom(named(), personOf('botruong'))
  const mine = tabletOf('botruong').open(name, true)
  const id = mine.add(coreOf(), { text: 'chung' })
  expect(await share('botruong', ['thutuong'])).toEqual(['accepted'])
  const theirs = tabletOf('thutuong').open(name, false)
  await soon(() => theirs.read().annotations.map((each) => each.id)).toEqual([id])
  const head = tabletOf('lanhdao').open(name, false)
  await soon(() => head.sync().kind).toBe('refused')
  expect(await share('botruong', ['thutuong', 'quantri'])).toEqual(['not-allowed'])
  expect(await share('botruong', [])).toEqual(['accepted'])
  await soon(() => theirs.sync().kind).toBe('refused')
  mine.add(coreOf(), { text: 'nữa' })
  await soon(() => mine.sync().kind).toBe('synced')
  expect([theirs.read().annotations.length, head.read().annotations.length]).toEqual([1, 0])
})
