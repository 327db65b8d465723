import './meeting-card.css'
import type { ReactNode } from 'react'
import { meetingToRead } from '../app/item-standing.ts'
import type { MeetingView } from '../app/meeting.ts'
import { Card } from '../ui/card.tsx'
import { When } from '../ui/date-text.tsx'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { MeetingStateSign } from './meeting-state-sign.tsx'
import { ReadySign } from './ready-sign.tsx'
import { replyWord } from './reply-word.ts'
import { useDirectory } from './use-directory.ts'
import { WordSign } from './word-sign.tsx'

type MeetingCardProps = { view: MeetingView; onOpen: () => void; level?: 2 | 3; foot?: ReactNode }

/** One meeting with enough to know whether it needs one: its hour, what is unread, whether one has replied. */
export function MeetingCard({ view, onOpen, level = 3, foot }: MeetingCardProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { meeting, content, items, reply, as } = view
  const isAsked = meeting.phase.state === 'invited'
  const mine = app.sessions.get(meeting.id)?.mine ?? null
  const isHere = mine !== null && mine.state !== 'left'
  const open = items.filter(({ isOver }) => !isOver)
  const asked = open.filter(({ speaksFor }) => speaksFor !== null)
  const done = asked.filter(({ position }) => position.kind !== 'none' && position.kind !== 'refused')
  const read = meetingToRead(view, app)
  return (
    <Card
      level={level}
      over={t(`meeting.type.${meeting.type}`)}
      title={content.title}
      sign={<MeetingStateSign state={meeting.phase.state} />}
      onOpen={onOpen}
      {...(foot !== undefined && { foot })}
    >
      <div className="ec-meeting-facts">
        <span>
          <Icon name="clock" size={20} /> <When at={meeting.startsAt} weekday />
        </span>
        <span>
          <Icon name="meeting" size={20} /> {content.place}
        </span>
      </div>
      <div className="ec-meeting-facts">
        {as === 'member' && isAsked && !isHere && reply.kind === 'none' && (
          <StatusSign bare tone="waiting" sign="question" word={t('meeting.reply.none')} />
        )}
        {'said' in reply && (
          <span className="ec-meeting-said">
            {replyWord(t, reply.said, nameOf)} <WordSign word={reply} />
          </span>
        )}
        {isAsked && read.of > 0 && (
          <StatusSign
            bare
            tone={read.changed > 0 ? 'waiting' : read.unread > 0 ? 'quiet' : 'good'}
            sign="eye"
            word={
              read.unread + read.changed === 0
                ? t('meeting.next.read', { count: read.of })
                : [
                    ...(read.unread > 0
                      ? [t('meeting.next.unread', { count: read.unread, of: read.of })]
                      : []),
                    ...(read.changed > 0 ? [t('meeting.next.changed', { count: read.changed })] : []),
                  ].join(' · ')
            }
          />
        )}
        {isAsked && asked.length > 0 && (
          <StatusSign
            bare
            tone={done.length === asked.length ? 'good' : 'quiet'}
            sign="opinion"
            word={t('meeting.next.positions', { done: done.length, of: asked.length })}
          />
        )}
        <ReadySign dossiers={open.map(({ dossier }) => dossier)} />
      </div>
    </Card>
  )
}
