import { type Directive, directiveKey } from './directive.ts'
import type { DirectiveEvent } from './directive-event.ts'
import type { Entity, EntityKey } from './entity.ts'
import type { Standpoint } from './event.ts'

/** The row that an event about a directive changes. */
export const keysTouchedByDirective = (event: DirectiveEvent): EntityKey[] => [directiveKey(event.directive)]

/** One row after one event; see apply.ts. @throws where the row that the event speaks of is missing */
export function applyDirectiveEvent(
  entity: Entity | undefined,
  event: DirectiveEvent,
  { n, at, act }: Standpoint,
): Directive {
  const row = entity?.kind === 'directive' ? entity : undefined
  if (event.kind === 'directive-drafted') {
    const { kind: _, directive: id, by, ...facts } = event
    return {
      kind: 'directive',
      id,
      ...facts,
      phase: { state: 'draft', at, by },
      versions: [],
      agencies: [],
      withdrawn: null,
    }
  }
  if (!row) throw new Error(`no directive for ${event.kind}`)
  if (event.kind === 'directive-opened') return { ...row, agencies: [...row.agencies, ...event.agencies] }
  const { by } = event
  const said = { act, n, at, by }
  switch (event.kind) {
    case 'directive-published': {
      const versions = [{ ...said, hash: row.contentHash, noteCommit: null }]
      return { ...row, versions, phase: { state: 'published', at, by } }
    }
    case 'directive-amended': {
      const { kind: _, directive: _id, by: _by, noteCommit, files, ...facts } = event
      const versions = [...row.versions, { ...said, hash: facts.contentHash, noteCommit }]
      return { ...row, ...facts, versions, files: [...new Set([...row.files, ...files])] }
    }
    case 'directive-withdrawn': {
      const { replacedBy, noteCommit } = event
      const withdrawn = { ...said, replacedBy, noteCommit }
      return { ...row, withdrawn, phase: { state: 'withdrawn', at, by } }
    }
  }
}
