import { permit } from '../../shared/domain/access.ts'
import type { DeviceId, PersonId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import type { Clock } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { itemContentIn, tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Evidence for the Office that an item's papers have reached somebody who is to read them. */
export type MarkItems = {
  /** Made once for each version of each item, on each device. */
  markDelivered(): Promise<void>
}

export function createMarkItems(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  queue: QueueAct
  clock: Clock
}): MarkItems {
  const { copy, me, clock, queue } = deps
  const isMarked = (meeting: string, item: string, hash: string): boolean =>
    [...copy.outbox(), ...copy.settled()].some(
      ({ act }) =>
        act.kind === 'mark-item-delivered' &&
        act.device === me.device &&
        act.body.meeting === meeting &&
        act.body.item === item &&
        act.body.contentHash === hash,
    )
  return {
    markDelivered: async () => {
      for (const item of copy.reader.list('agenda-item')) {
        const { meeting: of, id, contentHash, withdrawn } = item
        const meeting = copy.reader.get('meeting', meetingKey(of))
        const state = meeting?.phase.state
        if (!meeting || withdrawn !== null || (state !== 'invited' && state !== 'in-session')) continue
        if (!itemContentIn(copy, contentHash) || isMarked(of, id, contentHash)) continue
        const { subject } = tabletContext(copy, me, clock)
        const facts = { meeting: factsOfMeeting(meeting), item: factsOfItem(item) }
        const question = { action: 'mark-item-delivered', person: me.person, ...facts } as const
        if (!permit(subject, question).allow) continue
        await queue({ kind: 'mark-item-delivered', body: { meeting: of, item: id, contentHash } })
      }
    },
  }
}
