/**
 * The sockets' side of the server: authorise by the room's name, read the room, then listen. Free of any network library:
 * `web-socket.ts` binds it to `ws`, a simulation to arrays. What it promises: nobody is shown, and nobody is told `stored`,
 * what is not on disk; no frame makes it throw; whoever loses a right loses the socket (O2, O3, O6).
 */
import { closeCode, closeReason } from '../../shared/protocol/close-code.ts'
import type {
  OutboxIntake,
  RoomAccess,
  RoomClock,
  RoomGate,
  RoomLog,
  RoomRequest,
  RoomStore,
  RoomTimers,
} from '../app/room-port.ts'
import type { Connection, Peer } from './connection.ts'
import { aliveFrame, aliveRoomFrame, parseFrame } from './frame.ts'
import { defaultLimits, type LiveLimits } from './limits.ts'
import { createLine } from './line.ts'
import { createNewsDesk } from './news-desk.ts'
import { createOutboxAllowance } from './outbox-allowance.ts'
import type { Room } from './room.ts'
import { roomKindOf } from './room-kind.ts'
import { createRoomRegistry } from './room-registry.ts'
import { createSession, type Session } from './session.ts'
import { createSocketCount } from './socket-count.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'

export interface LiveServerOptions {
  gate: RoomGate
  store: RoomStore
  intake: OutboxIntake
  clock: RoomClock
  timers: RoomTimers
  log: RoomLog
  limits?: Partial<LiveLimits>
}

export interface LiveServer {
  /** A socket asks for a room. Never throws; says no by closing with a code of `close-code.ts`. */
  connect(name: string, request: RoomRequest, connection: Connection): Peer
  /** This person's rights have changed: every socket of theirs is judged again. Resolves when all are. */
  recheck(person: string): Promise<void>
  /** Another server stored something in this room; null: in any. */
  onRemoteUpdate(room: string | null): void
  /** "There is news up to this ledger number", to the news sockets of these persons. */
  poke(persons: Iterable<string> | 'everyone', ledgerNumber: number): void
  counts(): { sockets: number; rooms: number }
  /** Names of the rooms in memory. */
  openRooms(): string[]
  /** Takes nothing more, stores what was received, sends everybody away to come back. */
  stop(): Promise<void>
}

const stillborn: Peer = {
  receive: () => undefined,
  receiveText: () => undefined,
  pong: () => undefined,
  closed: () => undefined,
}

export function createLiveServer(options: LiveServerOptions): LiveServer {
  const { gate, clock, timers, log } = options
  const limits: LiveLimits = { ...defaultLimits, ...options.limits }
  const registry = createRoomRegistry({ ...options, limits })
  const news = createNewsDesk()
  const allowance = createOutboxAllowance(options.store, limits.deviceOutboxBytes)
  const sessions = new Set<Session>()
  const roomBySession = new Map<Session, Room>()
  const byAddress = createSocketCount()
  const byPerson = createSocketCount()
  /** Kept when the last socket has gone: coming anew earns nothing. As many as there are people. */
  const budgetByPerson = new Map<string, TokenBucket>()
  let rightsChanges = 0
  let isStopping = false
  let cancelBeat: (() => void) | null = null

  function beat(): void {
    cancelBeat = timers.after(limits.heartbeatMs, beat)
    for (const session of [...sessions]) {
      session.line.beat(session.kind === 'news' ? aliveFrame : aliveRoomFrame)
    }
  }

  function forget(session: Session, code: number | null): void {
    const { name, request, speaker } = session
    sessions.delete(session)
    byAddress.remove(request.address)
    if (speaker.person !== '') byPerson.remove(speaker.person)
    roomBySession.get(session)?.leave(session)
    roomBySession.delete(session)
    news.remove(session)
    if (sessions.size === 0) {
      cancelBeat?.()
      cancelBeat = null
    }
    log({ kind: 'room-closed', room: name, person: speaker.person || null, code })
  }

  function budgetOf(person: string): TokenBucket {
    const { personBytesPerSecond, personBurstBytes } = limits
    const budget =
      budgetByPerson.get(person) ?? createTokenBucket(clock, personBytesPerSecond, personBurstBytes)
    budgetByPerson.set(person, budget)
    return budget
  }

  function listen(session: Session): void {
    if (isStopping) return
    const room = roomBySession.get(session)
    const budget = budgetOf(session.speaker.person)
    session.line.attach((bytes) => {
      if (!budget.take(bytes.length)) return session.close(closeCode.tooFast)
      if (session.isUnproven && !allowance.take(session.speaker.device, bytes.length)) {
        return session.close(closeCode.tooLarge)
      }
      const frame = parseFrame(bytes)
      if (!frame.ok || !room) session.close(closeCode.malformed)
      else room.receive(session, frame.value)
    })
  }

  /** Rights that change while the gate is thinking make its answer worthless. */
  async function ask(session: Session): Promise<RoomAccess | null> {
    for (;;) {
      const asked = rightsChanges
      try {
        const access = await gate.open(session.name, session.request)
        if (asked === rightsChanges) return access
      } catch (error) {
        log({ kind: 'room-failed', room: session.name, error })
        return null
      }
    }
  }

  function seat(session: Session, access: Extract<RoomAccess, { allow: true }>): void {
    const { person } = session.speaker
    if (person === access.person) session.grant(access)
    else if (person !== '') session.expel(closeCode.notAllowed)
    else if (byPerson.count(access.person) >= limits.socketsPerPerson) session.close(closeCode.tooMany)
    else {
      byPerson.add(access.person)
      session.grant(access)
    }
  }

  /** @returns whether the session may go on. */
  async function judge(session: Session): Promise<boolean> {
    const access = await ask(session)
    if (session.isClosed()) return false
    if (access === null) session.expel(closeCode.unavailable)
    else if (!access.allow) {
      log({ kind: 'room-refused', room: session.name, code: access.code })
      session.expel(access.code)
    } else seat(session, access)
    return !session.isClosed()
  }

  async function admit(session: Session): Promise<void> {
    if (!(await judge(session))) return
    const { name, kind, speaker } = session
    log({ kind: 'room-opened', room: name, ...speaker })
    if (kind === 'news') {
      news.add(session)
      // From here on it is told: what there was before, it asks for now.
      session.send(aliveFrame)
    } else {
      try {
        if (session.isUnproven) await allowance.measure(session.speaker.device)
        const room = await registry.enter(name, kind, session)
        if (session.isClosed()) {
          room.leave(session)
          return
        }
        roomBySession.set(session, room)
      } catch (error) {
        log({ kind: 'room-failed', room: name, error })
        session.close(closeCode.unavailable)
        return
      }
    }
    if (session.standing === 'in') listen(session)
  }

  async function rejudge(session: Session): Promise<void> {
    session.suspend()
    if (!(await judge(session))) {
      roomBySession.get(session)?.wake()
      return
    }
    if (session.kind === 'news' || roomBySession.has(session)) listen(session)
    roomBySession.get(session)?.wake()
  }

  return {
    connect(name, request, connection) {
      const kind = roomKindOf(name)
      const isFull =
        sessions.size >= limits.sockets || byAddress.count(request.address) >= limits.socketsPerAddress
      const refusal = isStopping
        ? closeCode.restarting
        : isFull
          ? closeCode.tooMany
          : kind === null
            ? closeCode.notAllowed
            : null
      if (refusal !== null || kind === null) {
        const code = refusal ?? closeCode.notAllowed
        connection.close(code, closeReason[code])
        return stillborn
      }
      const line = createLine({ connection, clock, limits, onClosed: (code) => forget(session, code) })
      const session = createSession({ name, kind, request, line })
      sessions.add(session)
      byAddress.add(request.address)
      cancelBeat ??= timers.after(limits.heartbeatMs, beat)
      void admit(session)
      return line
    },
    async recheck(person) {
      rightsChanges++
      const theirs = [...sessions].filter((session) => session.speaker.person === person)
      await Promise.all(theirs.map(rejudge))
    },
    onRemoteUpdate: (room) => registry.onRemoteUpdate(room),
    poke: (persons, ledgerNumber) => news.poke(persons, ledgerNumber),
    counts: () => ({ sockets: sessions.size, rooms: registry.roomCount() }),
    openRooms: registry.openRooms,
    async stop() {
      isStopping = true
      for (const session of sessions) session.line.hold()
      await registry.drained()
      for (const session of [...sessions]) session.close(closeCode.restarting)
    },
  }
}
