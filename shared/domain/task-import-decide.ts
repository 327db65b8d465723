import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { dayOf } from '../lib/time.ts'
import type { ActOf } from './act.ts'
import type { ServerEntry } from './closing.ts'
import type { DecideContext } from './decide-context.ts'
import { type ActId, type AgencyId, Hash, type PersonId } from './id.ts'
import { memberAppointmentOn } from './people.ts'
import type { ImportWrite } from './task-import.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** T8: all that was seen and signed, or nothing. */
export function decideImport(act: ActOf<'import-tasks'>, { importPlan, reader, at }: DecideContext): Verdict {
  const { file, planHash, rows, assign, assigner, withoutProblems } = act.body
  const plan = importPlan ?? null
  if (plan === null) return refused({ kind: 'file-missing', hash: file })
  if (plan.hash !== planHash || plan.writes.length !== rows) return refused({ kind: 'plan-changed' })
  const count = plan.rows.filter(({ outcome }) => outcome === 'problem').length
  if (count > 0 && !withoutProblems) return refused({ kind: 'rows-with-problems', count })
  const person = reader.get('person', `person/${assigner}`)
  if (!person || !memberAppointmentOn(person, dayOf(at))) return refused({ kind: 'assigner-not-member' })
  return accepted({ kind: 'tasks-imported', import: act.id, by: act.person, file, planHash, rows, assign })
}

/** No entry tells of another agency's tasks, and none is too large to be read. */
const tasksInEntry = 100

/** What an import puts into the register, in the server's own entries: their names follow from the act, so they are made once. */
export function importEntries(
  { act, by, file }: { act: ActId; by: PersonId; file: Hash },
  writes: readonly ImportWrite[],
): ServerEntry[] {
  const ofAgency = new Map<AgencyId, ImportWrite[]>()
  for (const write of writes) {
    const { leadAgency } = write.facts
    const all = ofAgency.get(leadAgency)
    if (all) all.push(write)
    else ofAgency.set(leadAgency, [write])
  }
  return [...ofAgency].flatMap(([agency, all]) =>
    Array.from({ length: Math.ceil(all.length / tasksInEntry) }, (_, i) => {
      const part = all.slice(i * tasksInEntry, (i + 1) * tasksInEntry)
      return {
        id: `task-import/${act}/${agency}/${i}`,
        events: part.map(({ task, row, facts, given }) => ({
          kind: 'task-imported' as const,
          task,
          by,
          import: act,
          file,
          row,
          ...facts,
          given,
        })),
        words: part.map(({ content }) => {
          const text = canonicalJson(content)
          return { hash: Hash.parse(sha256Hex(utf8(text))), text }
        }),
      }
    }),
  )
}
