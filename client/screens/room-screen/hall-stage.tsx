import type { RoomStage, RoomView } from '../../../shared/domain/room-view.ts'
import { dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { HallItem } from './hall-item.tsx'
import { HallResult } from './hall-result.tsx'
import { HallVote } from './hall-vote.tsx'

/** One thing at a time: a vote before its item, an item before the calm of the meeting. */
export function HallStage({ view, now }: { view: RoomView; now: Instant }) {
  const { t } = useWords()
  const { stage } = view
  switch (stage.kind) {
    case 'before':
      return <Before view={view} stage={stage} />
    case 'item':
      if (stage.vote?.state === 'closed') return <HallResult no={stage.no} vote={stage.vote} now={now} />
      return stage.vote ? (
        <HallVote no={stage.no} vote={stage.vote} now={now} />
      ) : (
        <HallItem item={stage} now={now} />
      )
    case 'hidden':
      return <Calm title={t('room.hidden')} />
    case 'between':
      return <Calm title={t('room.between')} text={view.place} />
    case 'paused':
      return <Calm title={t('room.paused')} text={t('room.pausedSince', { at: formatHour(stage.since) })} />
    case 'ended':
      return <Calm title={t('room.ended')} text={t('room.endedAt', { at: formatHour(stage.at) })} />
  }
}

const Calm = ({ title, text }: { title: string; text?: string }) => (
  <section className="ec-hall-calm">
    <h1>{title}</h1>
    {text !== undefined && <p className="ec-hall-quiet">{text}</p>}
  </section>
)

function Before({ view, stage }: { view: RoomView; stage: Extract<RoomStage, { kind: 'before' }> }) {
  const { t } = useWords()
  const { quorum, startsAt } = stage
  const isQuorate = quorum.present >= quorum.needed
  const starts = { hour: formatHour(startsAt), day: formatDay(dayOf(startsAt)) }
  return (
    <section className="ec-hall-before">
      <h1>{view.title}</h1>
      <p className="ec-hall-large">{t('room.startsAt', starts)}</p>
      <p className="ec-hall-quiet">{view.place}</p>
      <div className="ec-hall-quorum">
        <span className="ec-hall-quiet">{t('room.present')}</span>
        <strong className="ec-hall-count">{t('room.ofMembers', quorum)}</strong>
        <span className={isQuorate ? 'ec-hall-good' : 'ec-hall-waiting'}>
          {t(isQuorate ? 'room.quorate' : 'room.notQuorate', quorum)}
        </span>
      </div>
    </section>
  )
}
