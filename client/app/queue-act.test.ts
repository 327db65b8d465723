import { expect, test } from 'vitest'
import { DeviceId, PersonId, TaskId } from '../../shared/domain/id.ts'
import { instant } from '../../shared/lib/time.ts'
import { createMakeAct, noAnchor } from './make-act.ts'
import { createQueueAct } from './queue-act.ts'
import { storeFault } from './store-fault.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

function tablet(canRead: boolean) {
  const { life, ...stores } = createMemoryStores(createMemoryDisk())
  const all = () =>
    canRead ? stores.outbox.all() : Promise.reject(storeFault({ kind: 'storage-refused', detail: 'read' }))
  const outbox = { ...stores.outbox, all }
  const makeAct = createMakeAct({
    ...{ person: PersonId.parse('clk'), device: DeviceId.parse('clk-1') },
    sign: async () => new Uint8Array(64),
    seal: async () => new Uint8Array(8),
    random: (length) => new Uint8Array(length).fill(7),
    clock: { now: () => instant(0) },
    anchor: () => noAnchor,
  })
  let kicks = 0
  const copy = createWorkingCopy({ ...stores, outbox })
  const queue = createQueueAct({ copy, makeAct, outbox, onQueued: () => (kicks += 1) })
  const receive = async () => {
    const done = await queue({ kind: 'receive-task', body: { task: TaskId.parse('task') } })
    return { isSaved: done.ok, stored: (await stores.outbox.sealed()).length, kicks }
  }
  return { receive, life }
}

test('[O1] [O2] an act that is stored is told as saved and goes out, though the storage cannot be read at that moment', async () => {
  expect(await tablet(true).receive()).toEqual({ isSaved: true, stored: 1, kicks: 1 })
  expect(await tablet(false).receive()).toEqual({ isSaved: true, stored: 1, kicks: 1 })
})

test('[O1] an act that could not be stored is told as not saved, and nothing goes out', async () => {
  const { receive, life } = tablet(true)
  life.failNextWrite({ kind: 'storage-full' })
  expect(await receive()).toEqual({ isSaved: false, stored: 0, kicks: 0 })
})
