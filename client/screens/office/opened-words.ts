import type { TFunction } from 'i18next'
import type { DocumentOpenings } from '../../app/document-openings.ts'
import { openedOf } from '../../app/watch-stage.ts'

/** How many of a ballot's documents a member has opened: as they are, and only as they were. */
export function openedWords(t: TFunction, openings: DocumentOpenings): string {
  const { opened, former, count } = openedOf(openings)
  const words = t('desk.watch.openedOf', { opened, count })
  return former === 0 ? words : `${words}; ${t('desk.watch.openedFormer', { count: former })}`
}
