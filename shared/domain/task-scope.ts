import type { Task } from './task.ts'
import { factsOfTask, type TaskQuestion } from './task-access.ts'

/** Who finds the rows of tasks, and what each asks of `permit`; see scope.ts. */
export function scopesOfTask(task: Task): string[] {
  const facts = factsOfTask(task)
  const { assigner, leadAgency, supporting } = facts
  const known = ['desk', `member/${assigner}`]
  if (facts.isDraft) return known
  const agencies = [...new Set([leadAgency, ...supporting])]
  return [...known, 'prime-minister', ...agencies.flatMap((one) => [`agency/${one}`, `ministry/${one}`])]
}

export const questionOfTaskRow = (task: Task): TaskQuestion => ({
  action: 'read-task',
  task: factsOfTask(task),
})
