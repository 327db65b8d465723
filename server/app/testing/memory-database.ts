import type { Database } from '../database.ts'
import {
  createMemoryAccounts,
  createMemoryAttempts,
  createMemoryCodes,
  createMemorySessions,
} from './memory-accounts.ts'
import { createMemoryBlobs } from './memory-blobs.ts'
import { createMemoryDerived, createMemoryIntakeJobs } from './memory-intake.ts'
import { createMemoryLedger } from './memory-ledger.ts'
import { createMemoryMail } from './memory-mail.ts'
import { createMemoryOutboxRooms } from './memory-outbox-rooms.ts'
import { createMemoryRooms } from './memory-rooms.ts'
import { createMemoryState } from './memory-state.ts'
import { createMemoryUnusedFiles } from './memory-unused-files.ts'
import { createMemoryUptime } from './memory-uptime.ts'
import { createWriteLock } from './write-lock.ts'

/** What one server process holds of the database. */
export type MemoryConnection = Database & {
  /**
   * The process is no more (kill -9): its transaction is undone, its locks are free, and what it was waiting for never
   * comes, neither as a result nor as an error.
   */
  kill(): void
  /** The next `count` writes reject and leave nothing; `afterCommit`: they are kept, but the answer is lost. */
  failWrites(count: number, when?: keyof typeof stepsByMoment): void
}

/** The disk: it outlives every connection. */
export type MemoryDatabase = {
  /** @param pause awaited at every step of every operation, under its name: where a schedule puts delays and kills. */
  connect(pause?: (step: string) => Promise<void>): MemoryConnection
  /** A backup. @returns a function that restores it; kill all connections before. */
  snapshot(): () => void
}

const stepsByMoment = {
  'before-commit':
    /^commit$|\.(append|replace|remove(OfDevice|OfPerson|Expired|Abandoned)?|put|use|add|clear|begin|write|markReady|beat)$/,
  'after-commit': /^committed$|^rooms\.appended$/,
} as const

export function createMemoryDatabase(): MemoryDatabase {
  const state = createMemoryState()
  const locks = createWriteLock()
  const listeners = new Set<(upTo: number) => void>()
  const roomListeners = new Set<(room: string | null) => void>()

  const connect: MemoryDatabase['connect'] = (pause = async () => {}) => {
    let isAlive = true
    let failing = 0
    let failingAt: keyof typeof stepsByMoment = 'before-commit'
    const own = new Set<(upTo: number) => void>()
    const lock = locks.join(() => state.rollback())

    const step = async (name: string): Promise<void> => {
      await pause(name)
      // Each its own: one that all shared would hold whatever waits for it for ever.
      if (!isAlive) return await new Promise<never>(() => {})
      if (failing === 0 || !stepsByMoment[failingAt].test(name)) return
      failing -= 1
      throw new Error(`the database failed at ${name}`)
    }

    const ownRoomListeners = new Set<(room: string | null) => void>()
    const rooms = createMemoryRooms(state, lock, step)
    const tellOthers = (room: string) => {
      for (const listener of roomListeners) {
        if (!ownRoomListeners.has(listener))
          queueMicrotask(() => roomListeners.has(listener) && listener(room))
      }
    }
    const leave = () => {
      for (const listener of own) listeners.delete(listener)
      for (const listener of ownRoomListeners) roomListeners.delete(listener)
    }

    return {
      ledger: createMemoryLedger(state, lock, step),
      rooms: {
        ...rooms,
        append: async (batch) => {
          const numbers = await rooms.append(batch)
          for (const room of new Set(batch.map((update) => update.room))) tellOthers(room)
          return numbers
        },
      },
      outboxRooms: createMemoryOutboxRooms(state.rooms.committed),
      roomNews: {
        subscribe: (listener) => {
          const entry = (room: string | null) => listener(room)
          ownRoomListeners.add(entry)
          roomListeners.add(entry)
          return () => {
            ownRoomListeners.delete(entry)
            roomListeners.delete(entry)
          }
        },
      },
      accounts: createMemoryAccounts(state, step),
      sessions: createMemorySessions(state, step),
      codes: createMemoryCodes(state, step),
      attempts: createMemoryAttempts(state, step),
      blobs: createMemoryBlobs(state, step),
      derived: createMemoryDerived(state, step),
      intakeJobs: createMemoryIntakeJobs(state, step),
      unusedFiles: createMemoryUnusedFiles(state, step),
      mail: createMemoryMail(state, step),
      uptime: createMemoryUptime(state, step),
      signals: {
        publish: async (upTo) => {
          await step('signals.publish')
          for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(upTo))
        },
        subscribe: (listener) => {
          const entry = (upTo: number) => listener(upTo)
          own.add(entry)
          listeners.add(entry)
          return () => {
            own.delete(entry)
            listeners.delete(entry)
          }
        },
      },
      close: async () => leave(),
      kill: () => {
        isAlive = false
        leave()
        lock.die()
      },
      failWrites: (count, when = 'before-commit') => {
        failing = count
        failingAt = when
      },
    }
  }
  return { connect, snapshot: state.snapshot }
}
