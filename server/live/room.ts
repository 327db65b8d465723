/**
 * One room: its members, its queue, its document. Invariant: the document is shown only while everything in it is on disk.
 * A commit takes the whole queue, and until it has settled nobody is answered from the document; if it fails, the room with
 * its document is thrown away and everybody is sent to connect anew (O2).
 */
import { type CloseCode, closeCode } from '../../shared/protocol/close-code.ts'
import type { OutboxDelivery, RoomRow } from '../app/room-port.ts'
import { type Contribution, findOffenders } from './find-offenders.ts'
import { type Frame, presenceFrame, stateAnswer, stateRequest, storedFrame, updateFrame } from './frame.ts'
import type { CommitMember, GroupCommit } from './group-commit.ts'
import type { LiveLimits } from './limits.ts'
import { createPresence, type Speaker } from './presence.ts'
import { createRoomDocument, type RoomDocument } from './room-document.ts'
import type { RoomKind } from './room-kind.ts'

export interface RoomMember {
  readonly speaker: Speaker
  readonly canWrite: boolean
  /** `asked`: the gate is deciding again, so nothing of theirs is stored meanwhile. */
  readonly standing: 'in' | 'asked' | 'out'
  send(frame: Uint8Array): void
  close(code: CloseCode): void
}

export interface RoomOptions {
  name: string
  kind: RoomKind
  rows: readonly RoomRow[]
  limits: LiveLimits
  commit: GroupCommit<OutboxDelivery>
  load(after: number): Promise<RoomRow[]>
  onSettled(): void
  onEmpty(): void
  onFailed(error: unknown): void
  onHealed(offenders: number): void
}

export interface Room {
  readonly document: RoomDocument
  join(member: RoomMember): void
  leave(member: RoomMember): void
  receive(member: RoomMember, frame: Frame): void
  /** A member's standing has changed. */
  wake(): void
  /** Another server has stored something. */
  catchUp(): void
  isEmpty(): boolean
  /** Nothing waits and nothing runs. */
  isQuiet(): boolean
  /** What runs beside the commits: reading anew after a broken update or another server's write. */
  rested(): Promise<unknown>
}

/** An `update` of no bytes: nothing to store, but counted and acknowledged in its turn. */
type Item = Contribution<RoomMember>

const isReady = (item: Item) => item.member.standing !== 'asked'

/** @throws where a stored row does not apply. */
export function createRoom(options: RoomOptions): Room {
  const { limits, kind } = options
  const maxBytes = kind === 'outbox' ? limits.outboxBytes : limits.roomBytes
  const members = new Set<RoomMember>()
  const storedCount = new WeakMap<RoomMember, number>()
  const presence = createPresence<RoomMember>(limits)
  const awaitingState = new Map<RoomMember, Uint8Array>()
  let phase: 'open' | 'enlisted' | 'committing' | 'healing' | 'failed' = 'open'
  let inbox: Item[] = []
  let inboxBytes = 0
  let inCommit: Item[] = []
  let commitBytes = 0
  let healing: Promise<void> | null = null
  let reading: Promise<void> | null = null
  let newsTold = 0
  let newsRead = 0
  let document = documentOf(options.rows)

  function documentOf(rows: readonly RoomRow[]): RoomDocument {
    const fresh = createRoomDocument(kind, limits.pendingBytes)
    fresh.load(rows)
    return fresh
  }

  function broadcast(frame: Uint8Array, except: RoomMember | null): void {
    for (const member of [...members]) if (member !== except) member.send(frame)
  }

  function acknowledge(items: readonly Item[]): void {
    const authors = new Set<RoomMember>()
    for (const { member } of items) {
      storedCount.set(member, (storedCount.get(member) ?? 0) + 1)
      authors.add(member)
    }
    for (const author of authors) {
      if (members.has(author)) author.send(storedFrame(storedCount.get(author) ?? 0))
    }
  }

  function answerState(member: RoomMember, vector: Uint8Array): void {
    member.send(stateAnswer(document.diff(vector)))
  }

  function reopen(): void {
    phase = 'open'
    for (const [member, vector] of awaitingState) answerState(member, vector)
    awaitingState.clear()
    wake()
  }

  function wake(): void {
    if (phase !== 'open' || !inbox.some(isReady)) return
    phase = 'enlisted'
    options.commit.enlist(commitMember)
  }

  function fail(error: unknown): void {
    if (phase === 'failed') return
    phase = 'failed'
    options.onFailed(error)
    for (const member of [...members]) member.close(closeCode.unavailable)
    document.destroy()
  }

  /** Takes what may be stored now off the queue; the rest stays or falls. */
  function takeItems(): Item[] {
    const items: Item[] = []
    const left: Item[] = []
    let bytes = document.size().bytes
    for (const item of inbox) {
      const { standing } = item.member
      if (standing === 'asked') left.push(item)
      else if (standing === 'in' && item.update.length > 0 && !item.member.canWrite) {
        item.member.close(closeCode.notAllowed)
      } else if (standing === 'in') {
        bytes += item.update.length
        if (item.update.length > 0 && bytes > maxBytes) item.member.close(closeCode.tooLarge)
        else items.push(item)
      }
    }
    inbox = left
    inboxBytes = left.reduce((sum, item) => sum + item.update.length, 0)
    return items
  }

  const contents = (items: readonly Item[]) =>
    items.map((item) => item.update).filter((update) => update.length > 0)

  async function heal(items: readonly Item[]): Promise<void> {
    phase = 'healing'
    document.destroy()
    const rows = await options.load(0)
    const offenders = findOffenders(items, () => documentOf(rows))
    document = documentOf(rows)
    inbox = [...items, ...inbox].filter((item) => !offenders.has(item.member))
    for (const offender of offenders) offender.close(closeCode.malformed)
    options.onHealed(offenders.size)
    reopen()
  }

  const commitMember: CommitMember<OutboxDelivery> = {
    prepare() {
      if (phase !== 'enlisted') return []
      const items = takeItems()
      const author = items[0]?.member
      if (!author) {
        phase = 'open'
        return []
      }
      try {
        const { updates, entries } = document.apply(contents(items))
        if (updates.length === 0) {
          acknowledge(items)
          phase = 'open'
          return []
        }
        phase = 'committing'
        inCommit = items
        commitBytes = updates.reduce((sum, update) => sum + update.length, 0)
        return updates.map((update, index) => ({
          room: options.name,
          update,
          ...author.speaker,
          entries: index === 0 ? entries : [],
        }))
      } catch {
        healing = heal(items)
          .catch(fail)
          .finally(() => {
            healing = null
          })
        return []
      }
    },
    settle(seqs, parts) {
      if (phase !== 'committing') return
      const isCurrent = document.committed(seqs, commitBytes)
      const authors = new Set(inCommit.map((item) => item.member))
      const [author] = authors
      for (const { update } of parts) {
        broadcast(updateFrame(update), authors.size === 1 && author ? author : null)
      }
      acknowledge(inCommit)
      inCommit = []
      reopen()
      if (!isCurrent) catchUp()
      options.onSettled()
    },
    fail,
  }

  async function readNews(): Promise<void> {
    while (newsRead < newsTold) {
      newsRead = newsTold
      const target = document
      const rows = await options.load(target.seq())
      if (phase === 'failed') return
      // Healed meanwhile: the new document may have been read before the news.
      if (target !== document) newsTold++
      else for (const row of target.load(rows)) broadcast(updateFrame(row.update), null)
    }
  }

  function catchUp(): void {
    newsTold++
    reading ??= readNews()
      .catch(fail)
      .finally(() => {
        reading = null
      })
  }

  function receiveUpdate(member: RoomMember, update: Uint8Array, empty: boolean): void {
    if (!empty && (kind === 'live' || !member.canWrite)) {
      member.close(closeCode.notAllowed)
      return
    }
    if (inboxBytes + update.length > limits.inboxBytes) {
      member.close(closeCode.tooFast)
      return
    }
    inbox.push({ member, update: empty ? new Uint8Array() : update })
    inboxBytes += update.length
    wake()
  }

  return {
    get document() {
      return document
    },
    join(member) {
      if (phase === 'failed') {
        member.close(closeCode.unavailable)
        return
      }
      members.add(member)
      if (kind !== 'live' && member.canWrite) member.send(stateRequest(document.vector()))
      const present = presence.everyone()
      if (present.length > 0) member.send(presenceFrame(present))
    },
    leave(member) {
      if (!members.delete(member)) return
      awaitingState.delete(member)
      const left = presence.leave(member)
      if (left.length > 0) broadcast(presenceFrame(left), null)
      if (members.size === 0) options.onEmpty()
    },
    receive(member, frame) {
      if (phase === 'failed') return
      if (frame.kind === 'update') receiveUpdate(member, frame.update, frame.empty)
      else if (frame.kind === 'state') {
        if (phase === 'committing' || phase === 'healing') awaitingState.set(member, frame.vector)
        else answerState(member, frame.vector)
      } else if (kind === 'live') {
        if (frame.kind === 'presence-query') member.send(presenceFrame(presence.everyone()))
        else {
          const news = presence.hear(member, member.speaker, frame.entries)
          if (news === null) member.close(closeCode.malformed)
          else if (news.length > 0) broadcast(presenceFrame(news), member)
        }
      }
    },
    wake,
    catchUp,
    isEmpty: () => members.size === 0,
    isQuiet: () => phase === 'open' && !inbox.some(isReady) && reading === null,
    rested: () => Promise.all([healing, reading]),
  }
}
