import { expect, it } from 'vitest'
import { createLiveWorld } from '../../server/live/testing/live-world.ts'
import { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { hashOf } from '../../shared/domain/testing/cabinet.ts'
import { createOpenLiveRoom } from './live-room.ts'
import { createMemorySockets } from './testing/memory-sockets.ts'
import { createNetworkSwitch } from './testing/network-switch.ts'
import { createSeededRandom } from './testing/seeded-random.ts'

const file = hashOf('paper')

function tablets() {
  const world = createLiveWorld()
  const { live, time } = world
  const enter = (who: string, seed: number) => {
    const sockets = createMemorySockets({ live, timers: time, query: `person=${who}&device=${who}-1` })
    const open = createOpenLiveRoom({
      serverUrl: sockets.url,
      WebSocket: sockets.WebSocket,
      random: createSeededRandom(seed),
      timers: time,
      network: createNetworkSwitch(),
    })
    return { room: open(MeetingId.parse('m1'), AgendaItemId.parse('a')), sockets }
  }
  return { ...world, enter }
}

it('[M5] what one shows the others see, under the name that the server gives; nothing is stored', async () => {
  const { enter, time, live } = tablets()
  const [chair, member] = [enter('an', 1), enter('binh', 2)]
  await time.advance(100)
  expect([chair.room.isUp(), member.room.isUp()]).toEqual([true, true])
  chair.room.show({ file, page: 3 })
  await time.advance(100)
  expect(member.room.shown()).toEqual([{ person: 'an', device: 'an-1', file, page: 3 }])
  expect(chair.room.shown()).toEqual([])
  chair.room.show(null)
  await time.advance(100)
  expect(member.room.shown()).toEqual([])
  chair.room.close()
  member.room.close()
  await time.advance(100)
  expect(live.counts().sockets).toBe(0)
})

it('[M8] after a cut it comes back by itself, and what is shown is said again', async () => {
  const { enter, time } = tablets()
  const [chair, member] = [enter('an', 1), enter('binh', 2)]
  await time.advance(100)
  chair.room.show({ file, page: 3 })
  await time.advance(100)
  member.sockets.cut()
  chair.sockets.cut()
  await time.advance(10)
  expect([member.room.isUp(), member.room.shown()]).toEqual([false, []])
  chair.room.show({ file, page: 4 })
  await time.advance(60_000)
  expect(member.room.isUp()).toBe(true)
  expect(member.room.shown()).toEqual([{ person: 'an', device: 'an-1', file, page: 4 }])
  chair.room.close()
  member.room.close()
})

it('[O3] a room that is not one’s own is dialled seldom, and shows nothing', async () => {
  const { enter, time, gate } = tablets()
  gate.deny('binh')
  const member = enter('binh', 2)
  await time.advance(10_000)
  expect([member.room.isUp(), member.room.shown()]).toEqual([false, []])
  expect(member.sockets.dialled.length).toBeLessThan(4)
  member.room.close()
})
