import type { Directive } from '../../shared/domain/directive.ts'
import type { DirectiveId } from '../../shared/domain/id.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Which directives' files a device has without being asked (D4): of the whole library those in force that tasks under way come
 * from and the newest of the others, so many at most. Every other one comes when it is opened, and stays.
 */
const mostKept = 100
const newestKept = 40

function keptDirectives(
  directives: readonly Directive[],
  tasks: readonly Pick<Task, 'source' | 'phase'>[],
): Directive[] {
  const open = new Set<DirectiveId>()
  for (const { source, phase } of tasks) {
    const isOver = phase.state === 'confirmed' || phase.state === 'cancelled'
    if (source.directive !== undefined && !isOver) open.add(source.directive)
  }
  const newest = newestFirst(directives.filter(({ phase }) => phase.state === 'published'))
  const kept = newest.filter((one, i) => i < newestKept || open.has(one.id))
  return kept.slice(0, mostKept)
}

export const newestFirst = (directives: readonly Directive[]): Directive[] =>
  [...directives].sort((a, b) => {
    const [one, other] = [a.date ?? '9999', b.date ?? '9999']
    return one === other ? b.phase.at - a.phase.at : one < other ? 1 : -1
  })

/** Thousands of tasks, asked for with every look at a dossier. */
export function createKeptDirectives(copy: Pick<WorkingCopy, 'reader' | 'changesOf'>): () => Directive[] {
  let made: { of: number; kept: Directive[] } | null = null
  return () => {
    const of = copy.changesOf(['directive', 'task'])
    if (made?.of !== of) {
      const kept = keptDirectives(
        copy.reader.list('directive', 'directive/'),
        copy.reader.list('task', 'task/'),
      )
      made = { of, kept }
    }
    return made.kept
  }
}
