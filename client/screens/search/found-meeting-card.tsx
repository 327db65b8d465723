import { useNavigate } from 'react-router'
import type { FoundMeeting } from '../../app/search.ts'
import { Card } from '../../ui/card.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { FoundLines, otherThan } from '../found-lines.tsx'
import { MeetingStateSign } from '../meeting-state-sign.tsx'
import { paths } from '../paths.ts'

/** A meeting whose own words were found; its items have cards of their own. */
export function FoundMeetingCard({ found: { view, words } }: { found: FoundMeeting }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { meeting, content } = view
  const lines = otherThan(words, ['title'])
  return (
    <Card
      over={`${t(`meeting.type.${meeting.type}`)} · ${dateAndHour(meeting.startsAt)}`}
      title={content.title}
      sign={<MeetingStateSign state={meeting.phase.state} />}
      onOpen={() => void navigate(paths.meeting(meeting.id))}
    >
      {lines.length > 0 && <FoundLines words={lines} />}
    </Card>
  )
}
