import { Button } from '@mantine/core'
import type { Meeting, MeetingContent } from '../../shared/domain/meeting.ts'
import { meetingCalendar } from '../app/meeting-calendar.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { saveFile } from './save-file.ts'

/** The invitation as a file for a calendar outside; nothing before it has been sent. */
export function CalendarButton({ meeting, content }: { meeting: Meeting; content: MeetingContent }) {
  const { t } = useWords()
  const text = meetingCalendar(meeting, content)
  if (text === null) return null
  return (
    <Button
      className="ec-no-print"
      variant="default"
      leftSection={<Icon name="download" size={20} />}
      onClick={() => saveFile('giay-moi-hop.ics', new Blob([text], { type: 'text/calendar;charset=utf-8' }))}
    >
      {t('officeMeeting.act.calendar')}
    </Button>
  )
}
