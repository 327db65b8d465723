import { filesHeldBy } from '../../shared/domain/file-holder.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { isReadOnly } from '../../shared/domain/restore.ts'
import { dayMs, type Instant, instant } from '../../shared/lib/time.ts'
import type { LedgerStore } from './ledger-port.ts'
import type { Clock, Log } from './ports.ts'
import { storedPhase } from './restore.ts'

/** What lies in the store and is of no use to anybody. */
export type UnusedFiles = {
  /** Files that have passed, were last begun before the hour, do not wait for intake and are held by no ballot or agenda item. */
  uploads(before: Instant, limit: number): Promise<Hash[]>
  /** Those of them that nobody has begun again since. @returns which */
  removeUploads(hashes: readonly Hash[], before: Instant): Promise<Hash[]>
  /** Made before the hour, and named by no row whose own file is there. @returns how many went */
  removeDerived(before: Instant, limit: number): Promise<number>
}

/** For a job. @returns how many files went */
export type FileSweep = () => Promise<number>

/** Between making a file and naming it in the ledger there are moments, not hours. */
const derivedUnnamedMs = dayMs
/** Under the lock of the ledger: a moment, so a few at a time. */
const uploadsAtOnce = 20
const derivedAtOnce = 200

/**
 * Forgets files that nobody put into a dossier, or that a draft let go of, and what was made of them. Whether a ballot or an
 * agenda item holds one is asked under the lock of the ledger: an act that names it came before, and the file stays, or comes after, and is
 * told that it is missing.
 */
export function createFileSweep(deps: {
  ledger: LedgerStore
  unusedFiles: UnusedFiles
  /** Files that have passed are kept so long for somebody to use them. */
  keptDays: number
  clock: Clock
  log: Log
}): FileSweep {
  const { ledger, unusedFiles, clock, log } = deps

  const removeUploads = async (): Promise<number> => {
    const before = instant(Math.max(0, clock.now() - deps.keptDays * dayMs))
    let removed = 0
    for (;;) {
      const unused = await unusedFiles.uploads(before, uploadsAtOnce)
      if (unused.length === 0) return removed
      const gone = await ledger.write(async (locked) => {
        const rows = await locked.holdersOfFiles(unused)
        const held = new Set(rows.flatMap(({ entity }) => filesHeldBy(entity)))
        return await unusedFiles.removeUploads(
          unused.filter((hash) => !held.has(hash)),
          before,
        )
      })
      for (const hash of gone) log('info', 'upload-unused', { hash })
      removed += gone.length
      // All that is left has come into use this moment.
      if (gone.length === 0) return removed
    }
  }

  return async () => {
    // A restored ledger does not know yet which ballots its devices will hand in.
    if (isReadOnly(await storedPhase(ledger.read))) return 0
    const uploads = await removeUploads()
    const before = instant(Math.max(0, clock.now() - derivedUnnamedMs))
    let derived = 0
    for (;;) {
      const removed = await unusedFiles.removeDerived(before, derivedAtOnce)
      derived += removed
      if (removed < derivedAtOnce) break
    }
    if (uploads + derived > 0) log('info', 'files-swept', { uploads, derived })
    return uploads + derived
  }
}
