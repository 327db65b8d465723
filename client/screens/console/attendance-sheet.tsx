import { Button, Drawer } from '@mantine/core'
import type { PresenceState } from '../../../shared/domain/session-presence.ts'
import type { PresenceLine, SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'

/** Who is there, since when and how; marked by who sees them, where their own tablet has not said it. */
export function AttendanceSheet({ view, onClose }: { view: SessionView; onClose: () => void }) {
  const { t } = useWords()
  const { people, quorum } = view
  const others = people.filter(({ isMember }) => !isMember)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={620}
      title={`${t('session.console.attendanceTitle')}: ${t('session.console.quorum', quorum)}`}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      <ul className="ec-attendance">
        {people
          .filter(({ isMember }) => isMember)
          .map((line) => (
            <Line key={line.person.id} view={view} line={line} />
          ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className="ec-attendance-others">{t('session.console.attendanceOthers')}</h3>
          <ul className="ec-attendance">
            {others.map((line) => (
              <Line key={line.person.id} view={view} line={line} />
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}

const marks = { 'in-room': 'attendanceIn', remote: 'attendanceRemote', left: 'attendanceLeft' } as const

function Line({ view, line }: { view: SessionView; line: PresenceLine }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const { meeting } = view
  const { person, spans, isHere } = line
  const last = spans.at(-1)
  const isOpen = meeting.phase.state === 'invited' || meeting.phase.state === 'in-session'
  const now: PresenceState | null = isHere && last ? last.how : last ? 'left' : null
  const words = last
    ? t('session.console.attendanceSince', {
        how: t(`session.console.${marks[now ?? 'left']}`),
        when: hourWords(t, last.to ?? last.from, view.now),
      })
    : t('session.console.attendanceNone')
  return (
    <li>
      <div className="ec-attendance-who">
        <strong>{person.name}</strong>
        <StatusSign bare tone={isHere ? 'good' : 'quiet'} word={words} />
      </div>
      {isOpen && (
        <div className="ec-attendance-marks">
          {(['in-room', 'remote', 'left'] as const)
            .filter((mark) => mark !== now && (mark !== 'left' || isHere))
            .map((mark) => (
              <Button
                key={mark}
                variant="default"
                loading={isBusy}
                disabled={!canReach}
                onClick={() =>
                  void run(
                    () => app.conduct.markPresence(meeting.id, person.id, mark),
                    `${person.name}: ${t(`session.console.${marks[mark]}`)}`,
                  )
                }
              >
                {t(`session.console.${marks[mark]}`)}
              </Button>
            ))}
        </div>
      )}
    </li>
  )
}
