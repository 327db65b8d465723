import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { permit } from '../../shared/domain/access.ts'
import type { Meeting, MeetingState } from '../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { useApp } from './app-context.tsx'
import { paths } from './paths.ts'

const wasHeld: ReadonlySet<MeetingState> = new Set(['in-session', 'ended', 'concluded'])

/** To the minutes, for who reads every item: the Office, and the chair. */
export function MinutesButton({ meeting }: { meeting: Meeting }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const question = { action: 'read-minutes', meeting: factsOfMeeting(meeting) } as const
  if (!wasHeld.has(meeting.phase.state) || !permit(app.me().subject, question).allow) return null
  return (
    <Button
      variant="default"
      leftSection={<Icon name="document" size={20} />}
      onClick={() => void navigate(paths.minutes(meeting.id))}
    >
      {t('minutes.open')}
    </Button>
  )
}
