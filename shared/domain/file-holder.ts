import type { Entity } from './entity.ts'
import type { Hash } from './id.ts'

/** Files that a ballot, an agenda item, a vote on paper, a directive or a task holds or held: who reads the holder reads these. */
export const filesHeldBy = (entity: Entity): readonly Hash[] => {
  if (entity.kind === 'task') return entity.files ?? []
  return entity.kind === 'ballot' ||
    entity.kind === 'agenda-item' ||
    entity.kind === 'paper-vote' ||
    entity.kind === 'directive'
    ? entity.files
    : []
}
