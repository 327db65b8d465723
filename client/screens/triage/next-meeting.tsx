import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { MeetingView } from '../../app/meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { MeetingCard } from '../meeting-card.tsx'
import { paths } from '../paths.ts'

/** The next meeting with what is not yet read, confirmed or said of it. */
export function NextMeeting({ view }: { view: MeetingView }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const open = () => void navigate(paths.meeting(view.meeting.id))
  return (
    <section className="ec-triage-part" aria-labelledby="next-meeting">
      <h2 id="next-meeting">{t('meeting.next.title')}</h2>
      <MeetingCard
        view={view}
        onOpen={open}
        foot={
          <Button variant="default" leftSection={<Icon name="meeting" size={20} />} onClick={open}>
            {t('meeting.next.open')}
          </Button>
        }
      />
    </section>
  )
}
