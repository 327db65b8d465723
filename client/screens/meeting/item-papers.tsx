import { itemStandings } from '../../app/item-standing.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { PaperEntry, type PapersInHand } from '../paper-entry.tsx'
import { PastPapers, usePastPapers } from '../past-papers.tsx'
import { SecretPapers } from './secret-papers.tsx'

type ItemPapersProps = { meeting: MeetingView['meeting']; view: ItemView; hand: PapersInHand }

/** An item's papers in their order, and what is on no device. */
export function ItemPapers({ meeting, view, hand }: ItemPapersProps) {
  const app = useApp()
  const { t } = useWords()
  const standings = itemStandings(view, meeting, app)
  const { documents, secrets } = view.content
  const past = usePastPapers({ meeting: meeting.id, item: view.item.id })
  return (
    <>
      {documents.map((document) => {
        const standing = standings.get(document.id)
        const late = standing?.late
        const lateWord = standing?.isTooLate
          ? 'meeting.late'
          : late?.isNew
            ? 'meeting.supplement'
            : 'meeting.replaced'
        return (
          <PaperEntry
            key={document.id}
            document={document}
            standing={standing}
            late={late ? t(lateWord, { when: dateAndHour(late.at) }) : null}
            hand={hand}
          />
        )
      })}
      <SecretPapers item={view.item} secrets={secrets} />
      {past && <PastPapers counted={past} />}
      {documents.length + secrets.length === 0 && !past && (
        <li className="ec-quiet ec-paper-none">{t('meeting.noDocuments')}</li>
      )}
    </>
  )
}
