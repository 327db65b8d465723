import type { AgendaItemId, DeviceId, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { itemSessionKey } from '../../shared/domain/item-session.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import type { LiveRoom, OpenLiveRoom, ShownPage } from './live-port.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Following who presents (M5): the chair, or who has the floor, shows the page that they read; who follows is led there. The
 * server lets into the room who reads the item, and says who shows what; that the chair and the speaker alone lead is decided
 * here, by the rows of the meeting.
 */

export type PresentingState = {
  /** Whether there is a line to the others. */
  isUp: boolean
  mayPresent: boolean
  isPresenting: boolean
  /** Who leads, and where; null while nobody does, or this device. Who has the floor goes before the chair. */
  leader: (ShownPage & { person: PersonId }) | null
}

export type Presenting = {
  /** The same object as long as nothing has changed. */
  state(): PresentingState
  present(isOn: boolean): void
  /** What stands on this device now. */
  at(page: ShownPage | null): void
  subscribe(listener: () => void): () => void
  close(): void
}

export type OpenPresenting = (meeting: MeetingId, item: AgendaItemId) => Presenting

export const createOpenPresenting =
  (deps: {
    copy: Pick<WorkingCopy, 'reader' | 'subscribe'>
    me: { person: PersonId; device: DeviceId }
    openLiveRoom: OpenLiveRoom
  }): OpenPresenting =>
  (meeting, item) => {
    const { copy, me } = deps
    const room = deps.openLiveRoom(meeting, item)
    const listeners = new Set<() => void>()
    let wants = false
    let here: ShownPage | null = null
    let told: PresentingState | null = null

    /** In the order in which they lead. */
    const leaders = (): PersonId[] => {
      const queue = copy.reader.get('item-session', itemSessionKey(meeting, item))?.queue ?? []
      const speaking = queue.flatMap(({ state, person }) => (state === 'speaking' ? [person] : []))
      const chair = copy.reader.get('meeting', meetingKey(meeting))?.chair
      return [...speaking, ...(chair === undefined ? [] : [chair])]
    }

    const look = (): PresentingState => {
      const order = leaders()
      const mayPresent = order.includes(me.person)
      const isPresenting = wants && mayPresent
      return {
        isUp: room.isUp(),
        mayPresent,
        isPresenting,
        leader: isPresenting ? null : leaderOf(order, room),
      }
    }

    const refresh = () => {
      const next = look()
      // The floor that was taken away does not come back to this page by itself.
      if (!next.mayPresent) wants = false
      room.show(next.isPresenting ? here : null)
      if (told !== null && JSON.stringify(told) === JSON.stringify(next)) return
      told = next
      for (const listener of [...listeners]) listener()
    }

    const unsubscribe = [copy.subscribe(refresh), room.subscribe(refresh)]
    refresh()

    return {
      state: () => told ?? look(),
      present: (isOn) => {
        wants = isOn
        refresh()
      },
      at: (page) => {
        here = page
        refresh()
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => {
        for (const end of unsubscribe) end()
        room.close()
      },
    }
  }

function leaderOf(order: readonly PersonId[], room: LiveRoom): PresentingState['leader'] {
  for (const person of order) {
    const found = room.shown().find((one) => one.person === person)
    if (found) return { person, file: found.file, page: found.page }
  }
  return null
}
