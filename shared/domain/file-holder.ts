import type { Entity } from './entity.ts'
import type { Hash } from './id.ts'

/** Files that a ballot, an agenda item, a vote on paper or a directive holds or held: who reads the holder reads these. */
export const filesHeldBy = (entity: Entity): readonly Hash[] =>
  entity.kind === 'ballot' ||
  entity.kind === 'agenda-item' ||
  entity.kind === 'paper-vote' ||
  entity.kind === 'directive'
    ? entity.files
    : []
