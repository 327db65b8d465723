import type { ActKind } from '../domain/act.ts'
import type { Event } from '../domain/event.ts'
import { type Entry, entryEvents } from '../protocol/leaf.ts'
import type { Matter } from './bundle.ts'

/** Whether a value names the matter as its own. */
export const namesMatter = (value: object, matter: Matter): boolean =>
  'ballot' in matter
    ? 'ballot' in value && value.ballot === matter.ballot
    : 'meeting' in value && value.meeting === matter.meeting

/** What names a matter without a part in how it was decided: who reads whose notes, a task that came of it, what two texts differ in. */
const besideIt: ReadonlySet<ActKind | Event['kind']> = new Set([
  'share-layer',
  'layer-shared',
  'share-item-layer',
  'item-layer-shared',
  'draft-task',
  'document-compared',
])

/**
 * Whether a ledger entry is about how a ballot or a meeting was decided: by what was asked, whatever the verdict, or by what
 * followed.
 */
export function isOfMatter(entry: Entry, matter: Matter): boolean {
  if (entry.kind === 'act') {
    const { kind, body } = entry.act
    if (besideIt.has(kind)) return false
    if (namesMatter(body, matter) || (kind === 'propose' && namesMatter(body.proposal, matter))) return true
  }
  return entryEvents(entry).some(
    (event) =>
      (namesMatter(event, matter) && !besideIt.has(event.kind)) ||
      (event.kind === 'confirmed' && namesMatter(event.body, matter)),
  )
}
