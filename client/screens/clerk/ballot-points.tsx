import { Button } from '@mantine/core'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { networkWords } from '../authority-problem.ts'
import { PointDesk } from '../point-desk.tsx'
import type { AskedPoints } from './use-asked-points.ts'

/** What other opinions say to a closed ballot that the agency leads, to be responded to (B15). */
export function BallotPoints({ view, asked }: { view: OfficeBallotView; asked: AskedPoints }) {
  const { t } = useWords()
  const { ballot, content } = view
  if (asked.kind === 'asking') return <p className="ec-quiet">{t('points.asking')}</p>
  if (asked.kind === 'away') {
    return (
      <Notice tone="waiting" sign="offline" title={t('points.notAsked')}>
        <p>{networkWords(t, asked.fault)}</p>
        <Button variant="default" onClick={asked.again}>
          {t('points.again')}
        </Button>
      </Notice>
    )
  }
  const points = asked.points.filter((point) => point.ballot === ballot.id)
  return <PointDesk {...{ ballot, points }} issues={content?.issues ?? []} under={t('points.forDesk')} />
}
