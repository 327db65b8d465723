import { foldText } from '../../lib/text.ts'
import type { Subject } from '../access.ts'
import { type AgencyId, DeviceId, TaskId } from '../id.ts'
import { type ListedTask, listedOn, paperKey, type TaskLine } from '../task-line.ts'
import { isShown, selectFields, type TaskFilter } from '../task-select.ts'
import { agency, at, day, person } from './cabinet.ts'

/** Lines of tasks for tests: only what a test says is particular. */

type Given = Partial<Omit<TaskLine, 'id' | 'lead' | 'supporting' | 'assigner' | 'words'>> & {
  lead?: string
  supporting?: readonly string[]
  assigner?: string
  text?: string
}

let made = 0

export function line(given: Given = {}): TaskLine {
  made += 1
  const { lead = 'health', supporting = [], assigner = 'pm', text = `Nhiệm vụ ${made}`, ...facts } = given
  const source = given.source ?? { kind: 'directive', number: '12/CT-TTg', date: day('2026-02-20') }
  const deadline = given.deadline === undefined ? day('2026-03-13') : given.deadline
  return {
    id: TaskId.parse(`line-${made}`),
    state: 'assigned',
    since: at('2026-02-24', 8),
    lead: agency(lead),
    supporting: supporting.map((one) => agency(one)),
    source,
    paper: paperKey(source),
    assigner: person(assigner),
    original: deadline,
    assignedOn: day('2026-02-24'),
    ...{ doneOn: null, reportedOn: null, lastReport: null, extension: 'none' },
    words: () => foldText(`${text} ${source.number}`),
    ...facts,
    deadline,
  }
}

export const done = (on: string, given: Given = {}): TaskLine =>
  line({ state: 'confirmed', doneOn: day(on), ...given })

export const listed = (lines: readonly TaskLine[], today: string): ListedTask[] =>
  lines.map((one) => listedOn(one, day(today)))

export const reader = (given: Partial<Subject> & { of?: readonly AgencyId[] } = {}): Subject => {
  const { of = [], ...subject } = given
  return {
    person: person('pm'),
    device: DeviceId.parse('device-pm'),
    roles: ['prime-minister'],
    agencies: [],
    ministries: of,
    isMember: true,
    at: at('2026-03-02', 8),
    ...subject,
  }
}

/** As a screen shows them: fields first, which the counts on its chips are taken over, then what is chosen of these. */
export const selectTasks = <L extends ListedTask>(
  listed: readonly L[],
  filter: TaskFilter,
  subject: Subject,
): L[] => selectFields(listed, filter, subject).filter((one) => isShown(one, filter.show, filter.basis))
