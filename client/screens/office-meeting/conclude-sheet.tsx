import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { type ConcludedItem, type ConcludingGap, concludingOf } from '../../app/concluding.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { AssignmentList } from '../assignment-list.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { OutstandingPapers } from '../outstanding-papers.tsx'
import { resultOf } from '../tally-words.ts'
import { useDirectory } from '../use-directory.ts'

/** The end of the chair's work on the conclusions: from then on they stand, and the notice goes to who may read it (M1, M9). */
export function ConcludeSheet({ view, onClose }: { view: OfficeMeetingView; onClose: () => void }) {
  const session = useApp().sessions.get(view.meeting.id)
  return session && <Sheet session={session} onClose={onClose} />
}

function Sheet({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { meeting, content } = session
  const { items, gaps, attended, hash } = concludingOf(session, app.copy)
  const [seen, setSeen] = useState(hash)
  return (
    <AuthoritySheet
      wide
      title={t('afterMeeting.conclude.title', { title: content.title })}
      confirm={t('afterMeeting.conclude.confirm')}
      done={t('afterMeeting.conclude.done')}
      warning={t('afterMeeting.conclude.warning')}
      disabled={seen !== hash}
      perform={() => app.conduct.conclude(meeting.id, seen)}
      onClose={onClose}
    >
      {seen !== hash && (
        <Notice
          tone="urgent"
          title={t('afterMeeting.conclude.changed')}
          action={
            <Button variant="default" onClick={() => setSeen(hash)}>
              {t('afterMeeting.conclude.seen')}
            </Button>
          }
        >
          {t('afterMeeting.conclude.changedText')}
        </Notice>
      )}
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
      <p>{t('afterMeeting.conclude.attended', attended)}</p>
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

function Conclusion({ item: { conclusion, isAdopted, votes } }: { item: ConcludedItem }) {
  const { t } = useWords()
  return (
    <>
      {votes.map(({ vote, content: { issue }, tally }) => (
        <p key={vote.id}>
          {t('afterMeeting.conclude.vote', { question: issue.question })}{' '}
          {tally && <StatusSign bare {...resultOf(t, issue, tally.tally)} />}
          {tally && ` (${tally.tally.inFavour}/${tally.members})`}
        </p>
      ))}
      {conclusion === null ? (
        <p className="ec-quiet">{t(`afterMeeting.conclude.${isAdopted ? 'adopted' : 'none'}`)}</p>
      ) : (
        <>
          <p className="ec-conclude-text">{conclusion.text}</p>
          <AssignmentList assignments={conclusion.assignments} />
        </>
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
