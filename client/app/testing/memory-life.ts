import type { Damage, StoreFault } from '../ports.ts'
import { storeFault } from '../store-fault.ts'

export type LifeOptions = {
  /** Awaited before and after every commit and before every read: where a simulation kills, reorders or lets time pass. */
  turn?: () => Promise<void>
  onDamage?: (damage: Damage) => void
  /** Rows and settled acts are handed out frozen and not copied: for schedules, which read them all day. */
  isFrozen?: boolean
}

/**
 * One run of the program over a disk. After `kill` nothing commits any more and no promise settles, as in a process that
 * is gone: what was not committed is lost, and what was committed but not answered stays.
 */
export type MemoryLife = {
  kill(): void
  lock(): void
  unlock(): void
  isLocked(): boolean
  /** The next write rejects with this and leaves nothing; several queue up. */
  failNextWrite(fault: StoreFault): void
  read<T>(look: () => T, needs?: Needs): Promise<T>
  /** A value that is stored frozen where nothing is copied. */
  keep<T>(value: T): T
  /** Reads what was kept so. */
  show<T>(look: () => T): Promise<T>
  commit<T>(change: () => T, needs?: Needs): Promise<T>
  report(damage: Damage): void
}

type Needs = 'keys' | 'nothing'

export function createMemoryLife(options: LifeOptions): MemoryLife {
  const { turn = async () => {}, onDamage = () => {}, isFrozen = false } = options
  let isDead = false
  let isLocked = false
  const faults: StoreFault[] = []

  async function pause(): Promise<void> {
    await turn()
    if (isDead) await new Promise<never>(() => {})
  }
  function demand(needs: Needs): void {
    if (needs === 'keys' && isLocked) throw storeFault({ kind: 'locked' })
  }
  return {
    kill: () => {
      isDead = true
    },
    lock: () => {
      isLocked = true
    },
    unlock: () => {
      isLocked = false
    },
    isLocked: () => isLocked,
    failNextWrite: (fault) => {
      faults.push(fault)
    },
    async read(look, needs = 'keys') {
      await pause()
      demand(needs)
      return structuredClone(look())
    },
    async show(look) {
      await pause()
      demand('keys')
      return isFrozen ? look() : structuredClone(look())
    },
    keep: (value) => (isFrozen ? frozen(value) : value),
    async commit(change, needs = 'keys') {
      await pause()
      demand(needs)
      const fault = faults.shift()
      if (fault) throw storeFault(fault)
      const result = change()
      await pause()
      return result
    },
    report: onDamage,
  }
}

/** Whoever changes it in place is told at once. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
