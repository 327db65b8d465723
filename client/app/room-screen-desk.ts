import { z } from 'zod'
import type { DeviceId, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { hasRoomScreen, type RoomScreen, roomScreenKey } from '../../shared/domain/room-screen.ts'
import { type RoomStage, roomView } from '../../shared/domain/room-view.ts'
import { sessionKey } from '../../shared/domain/session.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { hex } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import { tokenHashOf } from '../../shared/protocol/room-screen.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import type { Clock, Random } from './ports.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * The link of the display in the hall, for who conducts the meeting. The ledger holds the hash of its token; the token itself
 * only the device that made it, sealed: elsewhere another link can be made, which ends this one.
 */

export type RoomScreenState = {
  /** The link that is alive. */
  link: RoomScreen['link']
  /** Where this device made it. */
  token: string | null
  /** Whether a link may be made now. */
  mayOpen: boolean
  /** What the hall is shown, as far as this device knows. */
  stage: RoomStage | null
}

type Done = Promise<Result<Verdict, OfficeFault>>

export type RoomScreenDesk = {
  get(meeting: MeetingId): RoomScreenState
  open(meeting: MeetingId): Done
  close(meeting: MeetingId): Done
}

const Tokens = z.array(z.tuple([z.string(), z.string()]))
const localName = 'room-links'
const mostKept = 20

export function createRoomScreenDesk(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  clock: Clock
  perform: Perform
  random: Random
}): RoomScreenDesk {
  const { copy, me, clock, perform, random } = deps
  const { reader } = copy
  /** By the hashes of the tokens. */
  const tokens = () => Tokens.safeParse(copy.local(localName)).data ?? []

  return {
    get: (id) => {
      const meeting = reader.get('meeting', meetingKey(id))
      const stored = reader.get('room-screen', roomScreenKey(id))?.link ?? null
      const mayOpen =
        meeting !== undefined && hasRoomScreen(meeting, reader.get('session', sessionKey(id)), clock.now())
      const link = mayOpen ? stored : null
      const context = tabletContext(copy, me, clock)
      return {
        link,
        token: tokens().find(([hash]) => hash === link?.tokenHash)?.[1] ?? null,
        mayOpen,
        stage: (meeting && roomView(meeting, context)?.stage) ?? null,
      }
    },
    open: async (meeting) => {
      const token = hex(random(32))
      const tokenHash = tokenHashOf(token)
      // Kept first: a link that the Office has recorded and nobody has would be of no use.
      await copy.setLocal(localName, [...tokens(), [tokenHash, token]].slice(-mostKept))
      return await perform({ kind: 'open-room-screen', body: { meeting, tokenHash } })
    },
    close: (meeting) => perform({ kind: 'close-room-screen', body: { meeting } }),
  }
}
