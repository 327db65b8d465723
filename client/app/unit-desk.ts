import { permit, subjectOn } from '../../shared/domain/access.ts'
import type { BodyOf } from '../../shared/domain/act.ts'
import {
  type ActId,
  type AgencyId,
  type Hash,
  type PersonId,
  type TaskId,
  UnitId,
} from '../../shared/domain/id.ts'
import type { Task } from '../../shared/domain/task.ts'
import { factsOfTask } from '../../shared/domain/task-access.ts'
import { agencyUnitsKey, type PartStanding, type PartState, standingOf } from '../../shared/domain/unit.ts'
import { hex } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import type { Day, Instant } from '../../shared/lib/time.ts'
import { commitOpening } from './make-act.ts'
import type { Clock, Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import type { tabletContext } from './tablet-context.ts'
import { splitOf, type Units, unitsHere } from './task-splits.ts'
import type { WorkingCopy } from './working-copy.ts'

/** An agency's units, and what each has to do of a task: kept by its desk, offline too (O9, decision 0036). */

type UnitView = { id: UnitId; name: string; isRetired: boolean; isWaiting: boolean }

type StepView = {
  act: ActId
  at: Instant
  by: PersonId
  note: string
  state: PartState | 'given'
  due: Day | null
  /** On this device alone so far (O1). */
  isWaiting: boolean
}
export type PartView = Omit<PartStanding, 'given'> & {
  unit: UnitId
  name: string | null
  /** What it has to do; null: noted, and never given. */
  text: string | null
  /** The last one first. */
  steps: readonly StepView[]
}

export type SplitView = {
  agency: AgencyId
  /** Units that have a part first, then those from which it was withdrawn. */
  parts: readonly PartView[]
  mayGive: boolean
}

type Stored = Promise<Result<ActId, StoreFault>>

export type UnitDesk = {
  /** Whose units whoever is here keeps; null: nobody's. */
  keeps(): AgencyId | null
  /** In the order of their names, those in use first. */
  units(agency: AgencyId): readonly UnitView[]
  /** Of a unit of any agency that may be known here. */
  nameOf(unit: UnitId): string | null
  /** Of each agency of the task whose units may be known here. */
  splits(task: Task): readonly SplitView[]
  /** `id` null: a new one. */
  setUnit(agency: AgencyId, id: UnitId | null, name: string, isRetired: boolean): Stored
  givePart(of: PartOf, text: string, due: Day | null): Stored
  notePart(of: PartOf, state: PartState, text: string): Stored
}
type PartOf = { agency: AgencyId; task: TaskId; unit: UnitId }

const collator = new Intl.Collator('vi', { numeric: true })

export function createUnitDesk(deps: {
  copy: WorkingCopy
  me: Parameters<typeof tabletContext>[1]
  clock: Clock
  queue: QueueAct
  random: Random
}): UnitDesk {
  const { copy, me, clock, queue, random } = deps
  let made: { version: number; units: Units } | null = null

  const here = (): Units => {
    const version = copy.version()
    if (made?.version !== version) made = { version, units: unitsHere(deps) }
    return made.units
  }
  const subject = () => {
    const person = copy.reader.get('person', `person/${me.person}`)
    return person ? subjectOn(person, me.device, clock.now()) : null
  }
  const waiting = () => new Set<ActId>(copy.outbox().map(({ id }) => id))
  const told = <K extends 'set-unit' | 'give-part' | 'note-part'>(
    kind: K,
    text: string,
    body: (commit: Hash) => BodyOf<K>,
  ): Stored => {
    const words = commitOpening(random, cleanText(text).trim())
    return queue({ kind, body: body(words.commit), openings: [words] })
  }

  const nameOf = (unit: UnitId): string | null => {
    for (const { units } of here().agencies.values()) {
      const found = units.find(({ id }) => id === unit)
      if (found) return copy.opened(found.nameCommit) ?? null
    }
    return null
  }
  const partsIn = (agency: AgencyId, task: TaskId): PartView[] => {
    const split = splitOf(here(), agency, task)
    const onTheWay = waiting()
    const parts = (split?.parts ?? []).map((part): PartView => {
      const { given, state, due } = standingOf(part)
      const steps = part.steps.map(({ n: _, noteCommit, state: noted, ...step }) => ({
        ...step,
        note: copy.opened(noteCommit) ?? '',
        state: noted ?? ('given' as const),
        isWaiting: onTheWay.has(step.act),
      }))
      const text = given && (copy.opened(given.noteCommit) ?? '')
      return { unit: part.unit, name: nameOf(part.unit), state, due, text, steps: steps.reverse() }
    })
    return parts.sort((a, b) => Number(a.state === 'withdrawn') - Number(b.state === 'withdrawn'))
  }

  return {
    keeps: () => {
      const own = subject()?.agencies ?? []
      // One that became another is given nothing more.
      const isLiving = (id: AgencyId) => !copy.reader.get('agency', `agency/${id}`)?.successor
      return own.find(isLiving) ?? own[0] ?? null
    },
    units: (agency) => {
      const onTheWay = waiting()
      return (here().agencies.get(agencyUnitsKey(agency))?.units ?? [])
        .map(({ id, nameCommit, isRetired, set }) => {
          return { id, name: copy.opened(nameCommit) ?? id, isRetired, isWaiting: onTheWay.has(set.act) }
        })
        .sort((a, b) => Number(a.isRetired) - Number(b.isRetired) || collator.compare(a.name, b.name))
    },
    nameOf,
    splits: (task) => {
      const self = subject()
      if (!self) return []
      const ofTask = factsOfTask(task)
      const now = [task.leadAgency, ...task.supporting]
      return [...new Set([...now, ...ofTask.supporting])].flatMap((agency) => {
        if (ofTask.isDraft || !permit(self, { action: 'read-units', unitsOf: agency }).allow) return []
        const parts = partsIn(agency, task.id)
        // Where it passed to another agency, what units of the former one were given is still theirs.
        if (!now.includes(agency) && parts.length === 0) return []
        const mayGive = permit(self, { action: 'give-part', unitsOf: agency, ofTask }).allow
        return [{ agency, parts, mayGive }]
      })
    },
    setUnit: (agency, id, name, isRetired) =>
      told('set-unit', name, (nameCommit) => {
        const unit = id ?? UnitId.parse(hex(random(16)))
        return { agency, unit, nameCommit, isRetired }
      }),
    givePart: (of, text, due) => told('give-part', text, (noteCommit) => ({ ...of, noteCommit, due })),
    notePart: (of, state, text) => told('note-part', text, (noteCommit) => ({ ...of, noteCommit, state })),
  }
}
