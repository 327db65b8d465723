import { describe, expect, test } from 'vitest'
import { readerOver } from '../../shared/domain/entity.ts'
import { DeviceId } from '../../shared/domain/id.ts'
import { hashOf, person } from '../../shared/domain/testing/cabinet.ts'
import { itemId, meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice } from '../../shared/domain/testing/session-office.ts'
import type { LiveRoom, ShownPage } from './live-port.ts'
import { createOpenPresenting } from './presenting.ts'

const page = (no: number): ShownPage => ({ file: hashOf('paper'), page: no })

/** Everybody in one room; what somebody shows is seen by all others at once. */
function hall() {
  const office = new SessionOffice().started()
  const shows = new Map<string, ShownPage>()
  const listeners = new Set<() => void>()
  const rowListeners = new Set<() => void>()
  const tell = (all: Set<() => void>) => {
    for (const listener of [...all]) listener()
  }
  let isUp = true
  const enter = (who: string) => {
    const openLiveRoom = (): LiveRoom => ({
      show: (shown) => {
        const before = JSON.stringify(shows.get(who) ?? null)
        if (before === JSON.stringify(shown)) return
        if (shown) shows.set(who, shown)
        else shows.delete(who)
        tell(listeners)
      },
      shown: () =>
        [...shows]
          .filter(([other]) => other !== who)
          .map(([other, shown]) => ({ ...shown, person: person(other), device: DeviceId.parse(other) })),
      isUp: () => isUp,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => shows.delete(who),
    })
    const copy = {
      reader: readerOver(office.rows),
      subscribe: (listener: () => void) => {
        rowListeners.add(listener)
        return () => rowListeners.delete(listener)
      },
    }
    const me = { person: person(who), device: DeviceId.parse(who) }
    return createOpenPresenting({ copy, me, openLiveRoom })(meetingId, itemId('a'))
  }
  const take = (act: Parameters<SessionOffice['mustTake']>[0]) => {
    office.mustTake(act)
    tell(rowListeners)
  }
  return {
    ...{ office, enter, take, shows },
    cut: () => {
      isUp = false
      tell(listeners)
    },
  }
}

describe('following who presents', () => {
  test('[M5] the chair shows a page, and who follows is told where', () => {
    const { enter } = hall()
    const [chair, member] = [enter('pm'), enter('m2')]
    expect([chair.state().mayPresent, member.state().mayPresent]).toEqual([true, false])
    chair.at(page(3))
    expect(member.state().leader).toBeNull()
    chair.present(true)
    expect(member.state().leader).toEqual({ person: 'pm', ...page(3) })
    chair.at(page(4))
    expect(member.state().leader?.page).toBe(4)
    chair.present(false)
    expect(member.state().leader).toBeNull()
  })

  test('[M5] whoever has the floor leads before the chair, and no longer than they have it', () => {
    const { office, enter, take, shows } = hall()
    const [chair, speaker, member] = [enter('pm'), enter('m3'), enter('m2')]
    chair.at(page(1))
    chair.present(true)
    take(office.call(null, { person: 'm3' }))
    speaker.at(page(7))
    speaker.present(true)
    expect(member.state().leader).toEqual({ person: 'm3', ...page(7) })
    take(office.ofItem('finish-speaker', 'pm'))
    expect(member.state().leader).toEqual({ person: 'pm', ...page(1) })
    expect([...shows.keys()]).toEqual(['pm'])
    take(office.call(null, { person: 'm3' }))
    expect(speaker.state().isPresenting).toBe(false)
  })

  test('[O3] whoever neither chairs nor speaks leads nobody, whatever their tablet says', () => {
    const { enter, shows } = hall()
    const [other, member] = [enter('m4'), enter('m2')]
    other.at(page(2))
    other.present(true)
    expect([other.state().isPresenting, [...shows]]).toEqual([false, []])
    shows.set('m4', page(9))
    expect(member.state().leader).toBeNull()
  })

  test('[M8] without a line that is said, and the page stays', () => {
    const { enter, cut } = hall()
    const chair = enter('pm')
    expect(chair.state().isUp).toBe(true)
    cut()
    expect(chair.state().isUp).toBe(false)
  })
})
