import type { AgendaItemId } from '../../../shared/domain/id.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { type Dossiers, useDossiers } from '../shared/use-dossiers.ts'
import type { SheetInHand } from './use-meeting-sheet.ts'

export type ItemDossiers = Dossiers<AgendaItemId>

/** The papers of an agenda being written. Files go on arriving while their item is folded. */
export function useItemDossiers(
  { base, patchItem }: Pick<SheetInHand, 'base' | 'patchItem'>,
  view: OfficeMeetingView | null,
): ItemDossiers {
  const isSent = ({ item }: OfficeMeetingView['items'][number]) => item.versions.length > 0
  return useDossiers<AgendaItemId>({
    change: (id, change) =>
      patchItem(id, ({ documents }) => {
        const next = change(documents)
        return next === documents ? {} : { documents: [...next] }
      }),
    former: (id) => base.items.find((item) => item.id === id)?.documents ?? [],
    wasSent: (id) => view?.items.some((each) => each.item.id === id && isSent(each)) ?? false,
  })
}
