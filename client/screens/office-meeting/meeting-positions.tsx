import { useState } from 'react'
import type { Stance } from '../../../shared/domain/position.ts'
import type { ItemPicture, MeetingPicture, MemberOnItem } from '../../app/meeting-picture.ts'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useDirectory } from '../use-directory.ts'

const looks: Readonly<Record<Stance | 'silent', { tone: Tone; sign: IconName }>> = {
  'no-objection': { tone: 'good', sign: 'recorded' },
  objection: { tone: 'urgent', sign: 'warning' },
  'wishes-to-speak': { tone: 'waiting', sign: 'opinion' },
  silent: { tone: 'quiet', sign: 'clock' },
}
const stances = ['objection', 'wishes-to-speak', 'no-objection', 'silent'] as const

/** Where members stand on each item before the session; what nobody objects to is proposed as a block (M4). */
export function MeetingPositions({ picture: { items } }: { picture: MeetingPicture }) {
  const { t } = useWords()
  const block = items.filter(({ isInBlock }) => isInBlock)
  const others = items.filter(({ isInBlock }) => !isInBlock)
  return (
    <div className="ec-meeting-positions">
      <p className="ec-quiet">{t('officeMeeting.positions.binding')}</p>
      <section aria-label={t('officeMeeting.positions.block')}>
        <h2>{t('officeMeeting.positions.block')}</h2>
        <p className="ec-quiet">
          {block.length === 0
            ? t('officeMeeting.positions.blockNone')
            : t('officeMeeting.positions.blockText', { count: block.length })}
        </p>
        <Items items={block} />
      </section>
      {others.length > 0 && (
        <section aria-label={t('officeMeeting.positions.debate')}>
          <h2>{t('officeMeeting.positions.debate')}</h2>
          <Items items={others} />
        </section>
      )}
    </div>
  )
}

function Items({ items }: { items: readonly ItemPicture[] }) {
  return (
    <ol className="ec-meeting-items">
      {items.map((item) => (
        <li key={item.item.id}>
          <Positions item={item} />
        </li>
      ))}
    </ol>
  )
}

function Positions({ item: { item, content, no, members } }: { item: ItemPicture }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const count = (stance: Stance | null) => members.filter((line) => line.stance === stance).length
  const total = members.length
  const delivered = members.filter(({ deliveredAt }) => deliveredAt !== null).length
  const opened = members.filter(({ openedAt }) => openedAt !== null).length
  const speaking = members.filter(({ stance }) => stance === 'objection' || stance === 'wishes-to-speak')
  return (
    <article className="ec-meeting-item" aria-labelledby={`position-${item.id}`}>
      <span className="ec-agenda-no ec-figures">{no}</span>
      <div className="ec-meeting-item-words">
        <h3 id={`position-${item.id}`}>{content?.title ?? t('officeMeeting.notHere')}</h3>
        <div className="ec-meeting-counts">
          {stances.map((stance) => {
            const found = count(stance === 'silent' ? null : stance)
            return found === 0 ? null : (
              <StatusSign
                key={stance}
                bare
                {...looks[stance]}
                word={`${t(`officeMeeting.positions.${stance}`)}: ${found}`}
              />
            )
          })}
          <span className="ec-quiet ec-figures">
            {t('officeMeeting.positions.delivered', { done: delivered, total })} ·{' '}
            {t('officeMeeting.positions.opened', { done: opened, total })}
          </span>
        </div>
        {speaking.length > 0 && !isOpen && <Lines lines={speaking} />}
        {isOpen && <Lines lines={members} />}
        <button
          type="button"
          className="ec-plain-button ec-meeting-names ec-no-print"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'officeMeeting.positions.hideNames' : 'officeMeeting.positions.names')}
        </button>
      </div>
    </article>
  )
}

function Lines({ lines }: { lines: readonly MemberOnItem[] }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  return (
    <ul className="ec-meeting-lines">
      {lines.map(({ member, stance, note, isFormer, by }) => (
        <li key={member.id}>
          <StatusSign
            bare
            {...looks[stance ?? 'silent']}
            word={t(`officeMeeting.positions.${stance ?? 'silent'}`)}
          />
          <span>
            <strong>{member.name}</strong>
            {by !== null && ` (${t('officeMeeting.positions.by', { name: nameOf(by) })})`}
            {isFormer && <span className="ec-quiet"> · {t('officeMeeting.positions.former')}</span>}
            {note !== null && <span className="ec-meeting-note">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
