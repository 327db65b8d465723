import type { Hash, TaskId } from '../../shared/domain/id.ts'
import { filesNamedIn, type Task, taskKey } from '../../shared/domain/task.ts'
import { beginProof } from '../../shared/domain/task-file.ts'
import type { ActIntake } from './act-intake.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { BlobStore, Log } from './ports.ts'
import { createTurnstile } from './turnstile.ts'

/**
 * The bytes of a file that a desk's act names are here, and whoever named it had them: from now on the task holds it. Asked by
 * the tablet, which has the file until the task says so; it may ask any number of times.
 */
export type TaskFileArrival = {
  taskOf(id: TaskId): Promise<Task | null>
  /** `not-yet`: the task does not name it yet, or its bytes are not all here. */
  arrive(task: TaskId, file: Hash): Promise<'here' | 'not-yet' | 'not-proven'>
}

const atOnce = 2

export function createTaskFileArrival(deps: {
  ledger: Pick<LedgerReads, 'rows'>
  blobs: Pick<BlobStore, 'state' | 'read'>
  appendServer: ActIntake['appendServer']
  log: Log
}): TaskFileArrival {
  const { ledger, blobs, appendServer, log } = deps
  const turnstile = createTurnstile(atOnce)

  const taskOf = async (id: TaskId): Promise<Task | null> => {
    const [row] = await ledger.rows([taskKey(id)])
    return row?.entity.kind === 'task' ? row.entity : null
  }
  const proofOf = async (task: TaskId, file: Hash, size: number): Promise<string> => {
    const digest = beginProof(task)
    for await (const piece of blobs.read(file, 0, size)) digest.update(piece)
    return digest.digestHex()
  }

  return {
    taskOf,
    arrive: async (id, file) => {
      const task = await taskOf(id)
      if (!task) return 'not-yet'
      if (task.files?.includes(file)) return 'here'
      const named = filesNamedIn(task).filter(({ hash }) => hash === file)
      const state = await blobs.state(file)
      if (named.length === 0 || state?.kind !== 'ready') return 'not-yet'
      const proof = await turnstile(() => proofOf(id, file, state.size))
      if (!named.some((one) => one.proof === proof)) {
        log('warn', 'task-file-not-proven', { task: id, file })
        return 'not-proven'
      }
      const entry = `task-file-arrived/${id}/${file}`
      await appendServer(
        () => [{ id: entry, events: [{ kind: 'task-file-arrived', task: id, file }] }],
        [taskKey(id)],
      )
      return 'here'
    },
  }
}
