/** Who sits at a line: what the gate said, and whether it still stands. */
import type { CloseCode } from '../../shared/protocol/close-code.ts'
import type { RoomAccess, RoomRequest } from '../app/room-port.ts'
import type { Line } from './line.ts'
import type { RoomMember } from './room.ts'
import type { RoomKind } from './room-kind.ts'

type Granted = Extract<RoomAccess, { allow: true }>

export interface Session extends RoomMember {
  readonly name: string
  readonly kind: RoomKind
  readonly request: RoomRequest
  readonly line: Line
  /** Let in by the name of the device alone. */
  readonly isUnproven: boolean
  isClosed(): boolean
  grant(access: Granted): void
  /** The gate is asked again: nothing more of theirs is read, and nothing that waits is stored. */
  suspend(): void
  /** The gate said no: what waits falls. */
  expel(code: CloseCode): void
}

export interface SessionOptions {
  name: string
  kind: RoomKind
  request: RoomRequest
  line: Line
}

const nobody = { person: '', device: '' }

export function createSession({ name, kind, request, line }: SessionOptions): Session {
  let access: Granted | null = null
  let standing: RoomMember['standing'] = 'asked'
  let speaker = nobody
  return {
    name,
    kind,
    request,
    line,
    get speaker() {
      return speaker
    },
    get canWrite() {
      return access?.canWrite ?? false
    },
    get isUnproven() {
      return access?.withoutSession === true
    },
    get standing() {
      return standing
    },
    send: (frame) => line.send(frame),
    close: (code) => line.close(code),
    isClosed: () => line.isClosed(),
    grant(next) {
      access = next
      speaker = { person: next.person, device: next.device }
      standing = 'in'
    },
    suspend() {
      standing = 'asked'
      line.hold()
    },
    expel(code) {
      standing = 'out'
      line.close(code)
    },
  }
}
