import type { RoomVote } from '../../../shared/domain/room-vote.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { clockWords } from '../clock-words.ts'

type Running = Exclude<RoomVote, { state: 'closed' }>

/** A vote under way: how many have voted, never what, and the time that is left (M6). */
export function HallVote({ no, vote, now }: { no: number; vote: Running; now: Instant }) {
  const { t } = useWords()
  const { question, cast, members } = vote
  return (
    <section className="ec-hall-vote">
      <p className="ec-hall-no">
        {t('room.item', { no })} <strong className="ec-hall-waiting">{t('room.voting')}</strong>
      </p>
      <h1 className={`ec-hall-question ${question.length > 200 ? 'ec-hall-question-long' : ''}`}>
        {question}
      </h1>
      <div className="ec-hall-vote-facts">
        <div>
          <p className="ec-hall-digits">
            {cast}
            <span className="ec-hall-of">/{members}</span>
          </p>
          <p className="ec-hall-label">{t('room.cast')}</p>
        </div>
        {vote.state === 'open' ? (
          <div className="ec-hall-time">
            <p className="ec-hall-digits">{clockWords(vote.closesAt - now, 'up')}</p>
            <p className="ec-hall-label">{t('room.left')}</p>
          </div>
        ) : (
          <p className="ec-hall-waiting ec-hall-large">{t('room.waits')}</p>
        )}
      </div>
      <div className="ec-hall-meter" aria-hidden>
        <div style={{ width: `${members === 0 ? 0 : (cast / members) * 100}%` }} />
      </div>
    </section>
  )
}
