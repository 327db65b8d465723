import { useNavigate } from 'react-router'
import type { FoundItem } from '../../app/search.ts'
import { Card } from '../../ui/card.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { FoundLines, otherThan } from '../found-lines.tsx'
import { paths } from '../paths.ts'
import { FoundDocumentPart } from './found-document.tsx'

/** One item of a meeting with what was found in its own words, conclusion and votes among them, and in its documents. */
export function FoundItemCard({ found, query }: { found: FoundItem; query: string }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { meeting, content } = found.meeting
  const { dossier, item, no } = found.view
  const open = (target: Parameters<typeof app.search.setTarget>[0]) => {
    app.search.setTarget(target)
    void navigate(paths.meetingItem(meeting.id, item.id))
  }
  return (
    <Card
      over={`${t('meeting.item', { no })} · ${content.title} · ${dateAndHour(meeting.startsAt)}`}
      title={found.view.content.title}
      onOpen={() => open(null)}
    >
      <div className="ec-search-parts">
        <FoundLines words={otherThan(found.words, ['item'])} />
        {found.documents.map((each) => (
          <FoundDocumentPart
            key={each.document.hash}
            found={each}
            onOpen={(page) => open({ dossier, document: each.document.hash, page, query, note: null })}
          />
        ))}
      </div>
    </Card>
  )
}
