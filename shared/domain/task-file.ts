import { z } from 'zod'
import { utf8 } from '../lib/bytes.ts'
import { createSha256 } from '../lib/sha256.ts'
import { Hash, type TaskId } from './id.ts'

/**
 * A file that an agency's desk sends with what it says (T5). The act names it, and is recorded without waiting for it: a report
 * is never lost because its file is not there. The task holds the file, for all who read the task, once the server has its bytes.
 */
export const TaskFile = z.strictObject({
  hash: Hash,
  size: z.int().min(1),
  /** Opens to the file's name. */
  nameCommit: Hash,
  /** Shows that who names the file has it: knowing the hash of somebody else's document must not open it (D2). */
  proof: Hash,
})
export type TaskFile = z.infer<typeof TaskFile>

export const TaskFiles = z.array(TaskFile).min(1).max(10)

/** Letters of a file's name. */
export const longestFileName = 200

/** To be fed with all of the file's bytes. */
export function beginProof(task: TaskId) {
  const digest = createSha256()
  digest.update(utf8(`${task}\n`))
  return digest
}
