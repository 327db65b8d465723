import type { TFunction } from 'i18next'
import { type ConcludedItem, type ConcludingGap, concludingOf } from '../../app/concluding.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { OutstandingPapers } from '../outstanding-papers.tsx'
import { useDirectory } from '../use-directory.ts'

/** The end of the chair's work on the conclusions: from then on they stand, and the notice goes to who may read it (M1, M9). */
export function ConcludeSheet({ view, onClose }: { view: OfficeMeetingView; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { meeting, content } = view
  const { items, gaps } = concludingOf(app.sessions.get(meeting.id)?.items ?? [], app.copy)
  return (
    <AuthoritySheet
      title={t('afterMeeting.conclude.title', { title: content?.title ?? '' })}
      confirm={t('afterMeeting.conclude.confirm')}
      done={t('afterMeeting.conclude.done')}
      warning={t('afterMeeting.conclude.warning')}
      perform={() => app.conduct.conclude(meeting.id)}
      onClose={onClose}
    >
      {gaps.length > 0 && (
        <Notice tone="urgent" title={t('afterMeeting.conclude.missing', { count: gaps.length })}>
          <ul className="ec-conclude-gaps">
            {gaps.map((gap) => (
              <li key={`${gap.kind} ${gap.no} ${'person' in gap ? gap.person : ''}`}>
                {gapWords(t, gap, nameOf)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <OutstandingPapers meeting={meeting.id} />
      <p>{t('afterMeeting.conclude.text')}</p>
      <ol className="ec-conclude-items">
        {items.map((item) => (
          <li key={item.no}>
            <strong>{item.title}</strong>
            <Conclusion item={item} />
          </li>
        ))}
      </ol>
    </AuthoritySheet>
  )
}

function Conclusion({ item: { conclusion, isAdopted } }: { item: ConcludedItem }) {
  const { t } = useWords()
  if (conclusion === null) {
    return <p className="ec-quiet">{t(`afterMeeting.conclude.${isAdopted ? 'adopted' : 'none'}`)}</p>
  }
  return (
    <>
      <p className="ec-conclude-text">{conclusion.text}</p>
      {conclusion.assignments.length > 0 && (
        <p className="ec-quiet">
          {t('afterMeeting.conclude.assignments', { count: conclusion.assignments.length })}
        </p>
      )}
    </>
  )
}

function gapWords(t: TFunction, gap: ConcludingGap, nameOf: ReturnType<typeof useDirectory>['nameOf']) {
  const { no } = gap
  return gap.kind === 'paper-waits'
    ? t('afterMeeting.gap.paper-waits', { no, name: nameOf(gap.person) })
    : t(`afterMeeting.gap.${gap.kind}`, { no })
}
