import { ballotOf, type DossierId, directiveOf, itemOf } from '../../shared/domain/dossier.ts'
import { paths } from './paths.ts'

/** Where a dossier's documents are read. */
export function dossierPath(dossier: DossierId): string {
  const item = itemOf(dossier)
  if (item) return paths.meetingItem(item.meeting, item.item)
  const directive = directiveOf(dossier)
  if (directive) return paths.directive(directive)
  const ballot = ballotOf(dossier)
  return ballot ? paths.ballot(ballot) : paths.home
}
