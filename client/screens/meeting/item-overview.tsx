import type { ReactNode } from 'react'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { MatterTrail } from '../matter-trail.tsx'
import { useDirectory } from '../use-directory.ts'
import { ItemNotices } from './item-notices.tsx'

/** Letters; longer titles are cut in the head, and stand here in full. */
const shownTitle = 130

type ItemOverviewProps = {
  meeting: MeetingView['meeting']
  view: ItemView
  /** The list of papers, where there is no pane beside for it. */
  papers: ReactNode
}

/** An item in its own words: what became of it, who presents it, its summary. */
export function ItemOverview({ meeting, view, papers }: ItemOverviewProps) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const { item, content } = view
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ec-overview" tabIndex={0} aria-label={t('meeting.itemOverview')}>
      {content.title.length > shownTitle && <p className="ec-overview-title">{content.title}</p>}
      <ItemNotices meeting={meeting} view={view} />
      <DefinitionList
        items={[
          { term: t('meeting.presenterTerm'), value: content.presenter },
          { term: t('meeting.lead'), value: agencyOf(item.leadAgency) },
          { term: t('meeting.time'), value: t('meeting.minutes', { count: item.plannedMinutes }) },
        ]}
      />
      {content.summary !== '' && (
        <div className="ec-overview-part">
          <h2>{t('meeting.summary')}</h2>
          <p className="ec-item-summary">{content.summary}</p>
        </div>
      )}
      <MatterTrail of={{ kind: 'item', meeting: item.meeting, item: item.id }} />
      {papers !== null && (
        <div className="ec-overview-part">
          <h2>{t('meeting.documents')}</h2>
          {papers}
        </div>
      )}
    </section>
  )
}
