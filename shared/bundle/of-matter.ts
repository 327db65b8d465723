import { type Entry, entryEvents } from '../protocol/leaf.ts'
import type { Matter } from './bundle.ts'

/** Whether a value names the matter as its own. */
export const namesMatter = (value: object, matter: Matter): boolean =>
  'ballot' in matter
    ? 'ballot' in value && value.ballot === matter.ballot
    : 'meeting' in value && value.meeting === matter.meeting

/** Whether a ledger entry is about a ballot or a meeting: by what was asked, whatever the verdict, or by what followed. */
export function isOfMatter(entry: Entry, matter: Matter): boolean {
  if (entry.kind === 'act') {
    const { kind, body } = entry.act
    if (namesMatter(body, matter) || (kind === 'propose' && namesMatter(body.proposal, matter))) return true
  }
  return entryEvents(entry).some(
    (event) => namesMatter(event, matter) || (event.kind === 'confirmed' && namesMatter(event.body, matter)),
  )
}
