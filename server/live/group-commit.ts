/**
 * One commit for many rooms. Members say that they have something; what it is they are asked only when the commit starts,
 * so everything that arrives while the window is open or another commit runs shares the next one. One commit runs at a time:
 * the slower the disk, the larger the batch.
 */
import type { RoomTimers } from '../app/room-port.ts'

export interface CommitMember<Part> {
  /** What to store now; nothing if it has come to nothing. Must not throw. */
  prepare(): Part[]
  /** All of it is on disk. @param seqs number of each part. */
  settle(seqs: number[], parts: readonly Part[]): void
  /** Nothing of it is known to be on disk. */
  fail(error: unknown): void
}

export interface GroupCommit<Part> {
  enlist(member: CommitMember<Part>): void
  /** Resolves when nobody waits and nothing runs. */
  drained(): Promise<void>
}

export interface GroupCommitOptions<Part> {
  windowMs: number
  timers: RoomTimers
  write(parts: Part[]): Promise<number[]>
}

function settle<Part>(member: CommitMember<Part>, seqs: number[], parts: readonly Part[]): void {
  try {
    member.settle(seqs, parts)
  } catch (error) {
    // One room's bug must not take the others' answers with it.
    member.fail(error)
  }
}

export function createGroupCommit<Part>(options: GroupCommitOptions<Part>): GroupCommit<Part> {
  let waiting = new Set<CommitMember<Part>>()
  let scheduled = false
  let running = false
  let onDrained: (() => void)[] = []

  async function commitOnce(): Promise<void> {
    const members = waiting
    waiting = new Set()
    const shares: { member: CommitMember<Part>; parts: Part[] }[] = []
    for (const member of members) {
      const parts = member.prepare()
      if (parts.length > 0) shares.push({ member, parts })
    }
    if (shares.length === 0) return
    const outcome = await options.write(shares.flatMap((share) => share.parts)).then(
      (seqs) => ({ seqs, error: null }),
      (error: unknown) => ({ seqs: null, error }),
    )
    let from = 0
    for (const { member, parts } of shares) {
      if (outcome.seqs === null) member.fail(outcome.error)
      else settle(member, outcome.seqs.slice(from, from + parts.length), parts)
      from += parts.length
    }
  }

  async function run(): Promise<void> {
    scheduled = false
    running = true
    while (waiting.size > 0) await commitOnce()
    running = false
    const resolvers = onDrained
    onDrained = []
    for (const resolve of resolvers) resolve()
  }

  return {
    enlist(member) {
      waiting.add(member)
      if (running || scheduled) return
      scheduled = true
      options.timers.after(options.windowMs, () => void run())
    },
    drained() {
      if (!running && !scheduled) return Promise.resolve()
      return new Promise((resolve) => onDrained.push(resolve))
    },
  }
}
