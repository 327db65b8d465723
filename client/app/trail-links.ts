import { directiveKey, isSamePaper } from '../../shared/domain/directive.ts'
import type { EntityReader } from '../../shared/domain/entity.ts'
import type { DirectiveId, TaskId } from '../../shared/domain/id.ts'
import { type MatterSource, sourceKey } from '../../shared/domain/matter-source.ts'
import { type Task, taskKey } from '../../shared/domain/task.ts'
import { isLinked, type TaskOrigin } from '../../shared/domain/task-origin.ts'

/** What leads from a task or a paper of the library to where it comes from: pairs of keys of rows that this device holds. */
type TrailLink = [from: string, source: string]

/** Where one may stand in a trail. */
export type TrailPlace =
  | MatterSource
  | { kind: 'task'; task: TaskId }
  | { kind: 'directive'; directive: DirectiveId }

export function placeKey(place: TrailPlace): string {
  if (place.kind === 'task') return taskKey(place.task)
  return place.kind === 'directive' ? directiveKey(place.directive) : sourceKey(place)
}

export const isOfTask = (key: string): boolean => key.startsWith('task/')
export const isOfDirective = (key: string): boolean => key.startsWith('directive/')

/** Who stands at one task looks back at where it comes from, and not at all the others from there. */
export function taskLinks(here: TrailPlace, reader: EntityReader): TrailLink[] {
  const links = new Map<string, TrailLink>()
  const link = (task: string, source: string) => links.set(`${task} ${source}`, [task, source])
  const linkPaper = ({ id, source }: Task) => {
    if (source.directive !== undefined) link(taskKey(id), directiveKey(source.directive))
  }
  for (const origin of reader.list('task-origin', 'task-origin/')) {
    if ((here.kind === 'task' && here.task !== origin.task) || !isLinked(origin)) continue
    link(taskKey(origin.task), keyOfOrigin(origin))
    const task = reader.get('task', taskKey(origin.task))
    if (task) linkPaper(task)
  }
  if (here.kind === 'task') {
    const task = reader.get('task', taskKey(here.task))
    if (task) linkPaper(task)
  } else if (here.kind === 'directive') {
    for (const task of reader.list('task', 'task/'))
      if (task.source.directive === here.directive) linkPaper(task)
  }
  return [...links.values()]
}

function keyOfOrigin(origin: TaskOrigin): string {
  if ('directive' in origin) return directiveKey(origin.directive)
  if ('ballot' in origin) return sourceKey({ kind: 'ballot', ballot: origin.ballot })
  return sourceKey({ kind: 'item', meeting: origin.meeting, item: origin.item })
}

/** The library holds what a ballot became (B4), where its number says so: whoever entered the paper need not say it again. */
export function resolutionLinks(reader: EntityReader): TrailLink[] {
  const resolved = reader
    .list('ballot')
    .flatMap(({ id, outcome }) => (outcome?.kind === 'resolved' ? [{ id, outcome }] : []))
  if (resolved.length === 0) return []
  return reader
    .list('directive', 'directive/')
    .filter(({ phase }) => phase.state !== 'withdrawn')
    .flatMap((directive) =>
      resolved
        .filter(({ outcome }) => isSamePaper(outcome, directive))
        .map(({ id }): TrailLink => [directiveKey(directive.id), sourceKey({ kind: 'ballot', ballot: id })]),
    )
}
