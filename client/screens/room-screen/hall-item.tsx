import type { RoomStage } from '../../../shared/domain/room-view.ts'
import { type Instant, minuteMs } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { clockWords } from '../clock-words.ts'

type Item = Extract<RoomStage, { kind: 'item' }>

/** A title is as large as its length allows. */
const sizeOf = ({ length }: string) => (length > 170 ? 'long' : length > 80 ? 'middle' : 'short')

/** Two lines at most, whatever the name. */
const nameSizeOf = ({ length }: string) => (length > 40 ? 'long' : length > 24 ? 'middle' : 'short')

/** What is discussed, who speaks, and the time of both. */
export function HallItem({ item, now }: { item: Item; now: Instant }) {
  const { t } = useWords()
  const { speaker } = item
  return (
    <section className={speaker ? 'ec-hall-item ec-hall-item-small' : 'ec-hall-item'}>
      <p className="ec-hall-no">{t('room.item', { no: item.no })}</p>
      <h1 className={`ec-hall-title ec-hall-title-${sizeOf(item.title)}`}>{item.title}</h1>
      {!speaker && <p className="ec-hall-quiet">{t('room.presenter', { who: item.presenter })}</p>}
      {speaker && <Speaker speaker={speaker} now={now} />}
      <ItemTime item={item} now={now} />
    </section>
  )
}

function Speaker({ speaker, now }: { speaker: NonNullable<Item['speaker']>; now: Instant }) {
  const { t } = useWords()
  const leftMs = speaker.calledAt + speaker.minutes * minuteMs - now
  const isOver = leftMs < 0
  return (
    <div className="ec-hall-speaker">
      <div>
        <p className="ec-hall-label">{t(speaker.what === 'order' ? 'room.order' : 'room.speaking')}</p>
        <p className={`ec-hall-name ec-hall-name-${nameSizeOf(speaker.who.name)}`}>{speaker.who.name}</p>
        <p className="ec-hall-quiet">{speaker.who.post}</p>
      </div>
      <div className={isOver ? 'ec-hall-time ec-hall-over' : 'ec-hall-time'}>
        <p className="ec-hall-label">{t(isOver ? 'room.overTime' : 'room.left')}</p>
        <p className="ec-hall-digits">{clockWords(Math.abs(leftMs), isOver ? 'down' : 'up')}</p>
      </div>
    </div>
  )
}

function ItemTime({ item, now }: { item: Item; now: Instant }) {
  const { t } = useWords()
  const usedMs = item.usedMs + Math.max(0, now - item.since)
  const plannedMs = item.plannedMinutes * minuteMs
  const isOver = usedMs > plannedMs
  return (
    <div className="ec-hall-used">
      <p>
        {t('room.used', { used: clockWords(usedMs), planned: item.plannedMinutes })}
        {isOver && (
          <strong className="ec-hall-waiting">
            {' '}
            {t('room.over', { time: clockWords(usedMs - plannedMs) })}
          </strong>
        )}
      </p>
      <div className="ec-hall-meter" aria-hidden>
        <div
          className={isOver ? 'ec-hall-meter-over' : undefined}
          style={{ width: `${Math.min(100, (usedMs / plannedMs) * 100)}%` }}
        />
      </div>
    </div>
  )
}
