import type { AgencyId } from './id.ts'
import type { Task } from './task.ts'

/** Who leads and who supports a task once its agency has become another. */
export function passedTask<T extends Pick<Task, 'leadAgency' | 'supporting'>>(
  task: T,
  from: AgencyId,
  to: AgencyId,
): T {
  const leadAgency = task.leadAgency === from ? to : task.leadAgency
  const supporting = task.supporting.map((one) => (one === from ? to : one))
  return { ...task, leadAgency, supporting: [...new Set(supporting)].filter((one) => one !== leadAgency) }
}
