import type { Question } from '../../shared/domain/access.ts'
import { factsOfDirective } from '../../shared/domain/directive-access.ts'
import { mayPass } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { factsOfTask } from '../../shared/domain/task-access.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'
import { type DerivedStore, type IntakeJobs, mostAttempts } from './document-intake-port.ts'
import { holdersWithMeetings } from './document-scopes.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { BlobStore } from './ports.ts'

type DocumentQuestion = Question & {
  action: 'read-document' | 'read-agenda-item' | 'read-paper-vote' | 'read-directive' | 'read-task'
}

export type Documents = {
  /** One question for each ballot and agenda item that holds the file or held it: any that is allowed opens it (D2). */
  questionsFor(hash: Hash): Promise<DocumentQuestion[]>
  /** Null where intake has not passed the file, and there is none that was made of one. */
  fileOf(hash: Hash): Promise<{ size: number; isOriginal: boolean; isPdf: boolean } | null>
  /** Bytes [from, to). */
  read(hash: Hash, from: number, to: number, isOriginal: boolean): AsyncIterable<Uint8Array>
  /** How far intake is with a file that has passed. */
  intakeOf(hash: Hash): Promise<IntakeProgress | null>
  /** Tries once more what failed for a reason that may have passed, and nothing else. @returns how far it is now */
  processAgain(hash: Hash): Promise<IntakeProgress | null>
}

type Deps = {
  ledger: Pick<LedgerReads, 'holdersOfFiles' | 'rows'>
  blobs: Pick<BlobStore, 'state' | 'read'>
  derived: Pick<DerivedStore, 'size' | 'read'>
  intakeJobs: Pick<IntakeJobs, 'state' | 'again'>
}

export const createDocuments = (deps: Deps): Documents => ({
  questionsFor: async (hash) => {
    const holders = await holdersWithMeetings([hash], deps.ledger)
    return holders.flatMap(({ ballot, item, paper, meeting, directive, task }): DocumentQuestion[] => {
      if (directive) return [{ action: 'read-directive', directive: factsOfDirective(directive) }]
      if (task) return [{ action: 'read-task', task: factsOfTask(task) }]
      if (ballot) return [{ action: 'read-document', ballot: factsOf(ballot) }]
      if (paper && meeting) return [{ action: 'read-paper-vote', meeting: factsOfMeeting(meeting) }]
      if (!item || !meeting) return []
      return [{ action: 'read-agenda-item', meeting: factsOfMeeting(meeting), item: factsOfItem(item) }]
    })
  },
  fileOf: async (hash) => {
    const state = await deps.blobs.state(hash)
    if (state?.kind === 'ready') return { size: state.size, isOriginal: true, isPdf: state.pages > 0 }
    const size = await deps.derived.size(hash)
    return size === null ? null : { size, isOriginal: false, isPdf: false }
  },
  read: (hash, from, to, isOriginal) => (isOriginal ? deps.blobs : deps.derived).read(hash, from, to),
  intakeOf: async (hash) => (await deps.intakeJobs.state(hash)) ?? null,
  processAgain: async (hash) => {
    const found = await deps.intakeJobs.state(hash)
    if (found?.state !== 'failed' || !mayPass(found.fault)) return found ?? null
    // One more try: what ends a server each time is not to end three more.
    await deps.intakeJobs.again(hash, mostAttempts - 1)
    return (await deps.intakeJobs.state(hash)) ?? null
  },
})
