import type { TFunction } from 'i18next'
import { useNavigate } from 'react-router'
import { parseKept, sheetName } from '../../app/meeting-sheet.ts'
import type { MeetingTask } from '../../app/meeting-work.ts'
import { Card } from '../../ui/card.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { type Directory, useDirectory } from '../use-directory.ts'

const looks: Readonly<Record<MeetingTask['kind'], { tone: Tone; sign: IconName }>> = {
  approve: { tone: 'urgent', sign: 'stamp' },
  returned: { tone: 'urgent', sign: 'undo' },
  absence: { tone: 'urgent', sign: 'people' },
  conclude: { tone: 'urgent', sign: 'stamp' },
  'sign-minutes': { tone: 'urgent', sign: 'stamp' },
  'write-minutes': { tone: 'waiting', sign: 'document' },
  invite: { tone: 'waiting', sign: 'send' },
  'finish-draft': { tone: 'quiet', sign: 'edit' },
  begun: { tone: 'quiet', sign: 'edit' },
}

/** One meeting that waits: what, why, and one tap to where it is dealt with. */
export function MeetingTaskCard({ task }: { task: MeetingTask }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const directory = useDirectory()
  const { tone, sign } = looks[task.kind]
  const begun = task.kind === 'begun' ? parseKept(app.drafts.of(sheetName(task.meeting))) : null
  const title = 'view' in task ? task.view.content?.title : begun?.meeting?.title
  return (
    <Card
      tone={tone}
      level={3}
      title={title?.trim() || t('officeMeeting.untitled')}
      over={t('officeMeeting.place')}
      sign={<StatusSign tone={tone} sign={sign} word={wordOf(t, task)} />}
      onOpen={() => void navigate(addressOf(task))}
    >
      <p>{textOf(t, task, directory)}</p>
      {'view' in task && <p className="ec-figures">{dateAndHour(task.view.meeting.startsAt)}</p>}
    </Card>
  )
}

function wordOf(t: TFunction, { kind }: MeetingTask): string {
  switch (kind) {
    case 'conclude':
      return t('afterMeeting.task')
    case 'sign-minutes':
      return t('minutes.taskSign')
    case 'write-minutes':
      return t('minutes.taskWrite')
    default:
      return t(`officeMeeting.task.${kind}`)
  }
}

function addressOf(task: MeetingTask): string {
  switch (task.kind) {
    case 'begun':
      return paths.deskMeetingEdit(task.meeting)
    case 'finish-draft':
    case 'returned':
      return paths.deskMeetingEdit(task.view.meeting.id)
    case 'sign-minutes':
    case 'write-minutes':
      return paths.minutes(task.view.meeting.id)
    case 'absence':
      return `${paths.deskMeeting(task.view.meeting.id)}?tab=people&show=absent`
    default:
      return paths.deskMeeting(task.view.meeting.id)
  }
}

function textOf(t: TFunction, task: MeetingTask, { nameOf }: Directory): string {
  switch (task.kind) {
    case 'approve':
      return t('officeMeeting.submittedBy', { name: nameOf(task.by), when: dateAndHour(task.at) })
    case 'invite':
      return t('officeMeeting.approvedBy', { name: nameOf(task.by), when: dateAndHour(task.at) })
    case 'returned':
      return t('office.text.returned', { reason: task.reason })
    case 'absence':
      return t('officeMeeting.task.absenceText', { count: task.count })
    case 'sign-minutes':
    case 'write-minutes':
      return t('minutes.taskText')
    case 'conclude':
      return t('afterMeeting.ended', { when: dateAndHour(task.at) })
    case 'finish-draft':
      return t('office.text.draft')
    case 'begun':
      return t('office.text.begun')
  }
}
