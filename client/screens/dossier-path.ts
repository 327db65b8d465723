import { ballotOf, type DossierId, itemOf } from '../../shared/domain/dossier.ts'
import { paths } from './paths.ts'

/** Where a dossier's documents are read. */
export function dossierPath(dossier: DossierId): string {
  const item = itemOf(dossier)
  if (item) return paths.meetingItem(item.meeting, item.item)
  const ballot = ballotOf(dossier)
  return ballot ? paths.ballot(ballot) : paths.home
}
