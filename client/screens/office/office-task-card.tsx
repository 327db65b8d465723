import type { TFunction } from 'i18next'
import { useNavigate } from 'react-router'
import { unreachable } from '../../../shared/lib/unreachable.ts'
import { editingName, parseEditing } from '../../app/ballot-editing.ts'
import type { OfficeTask } from '../../app/office-work.ts'
import { Card } from '../../ui/card.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { useCalendar } from '../use-calendar.ts'
import { type Directory, useDirectory } from '../use-directory.ts'
import { proposalWords } from './proposal-words.ts'

const looks: Readonly<Record<OfficeTask['kind'], { tone: Tone; sign: IconName }>> = {
  'decide-closing': { tone: 'urgent', sign: 'held' },
  approve: { tone: 'urgent', sign: 'stamp' },
  confirm: { tone: 'urgent', sign: 'people' },
  device: { tone: 'waiting', sign: 'device' },
  returned: { tone: 'urgent', sign: 'undo' },
  remind: { tone: 'waiting', sign: 'clock' },
  rule: { tone: 'waiting', sign: 'question' },
  'finish-draft': { tone: 'quiet', sign: 'edit' },
  begun: { tone: 'quiet', sign: 'edit' },
}

/** One thing that waits: what, why, and one tap to where it is dealt with. */
export function OfficeTaskCard({ task }: { task: OfficeTask }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const directory = useDirectory()
  const { leftUntil } = useCalendar()
  const { tone, sign } = looks[task.kind]
  const ballot = 'view' in task ? task.view.ballot : null
  const begun = task.kind === 'begun' ? parseEditing(app.drafts.of(editingName(task.ballot))) : null
  const title =
    task.kind === 'device'
      ? directory.nameOf(task.device.device.person)
      : (begun?.title ?? ('view' in task ? task.view.content?.title : undefined))
  return (
    <Card
      tone={tone}
      level={3}
      title={title || t('office.untitled')}
      {...(ballot?.number && { over: <span className="ec-figures">{ballot.number}</span> })}
      sign={<StatusSign tone={tone} sign={sign} word={t(`office.task.${task.kind}`)} />}
      onOpen={() => void navigate(addressOf(task))}
    >
      <p>{textOf(t, task, directory)}</p>
      {ballot && showsDeadline.has(task.kind) && (
        <Deadline at={ballot.deadlineAt} left={leftUntil(ballot.deadlineAt)} />
      )}
    </Card>
  )
}

const showsDeadline: ReadonlySet<OfficeTask['kind']> = new Set([
  'approve',
  'remind',
  'finish-draft',
  'returned',
])

function addressOf(task: OfficeTask): string {
  switch (task.kind) {
    case 'device':
      return `${paths.devices}?show=pending`
    case 'begun':
      return paths.deskEdit(task.ballot)
    case 'finish-draft':
    case 'returned':
      return paths.deskEdit(task.view.ballot.id)
    case 'rule':
    case 'confirm':
      return `${paths.deskBallot(task.view.ballot.id)}?tab=rulings`
    default:
      return paths.deskBallot(task.view.ballot.id)
  }
}

function textOf(t: TFunction, task: OfficeTask, { nameOf }: Directory): string {
  switch (task.kind) {
    case 'decide-closing': {
      const facts = { from: dateAndHour(task.downFrom), to: dateAndHour(task.downTo) }
      return t('office.text.decide-closing', facts)
    }
    case 'approve':
      return t('office.text.approve', { name: nameOf(task.by), when: dateAndHour(task.at) })
    case 'confirm': {
      if (task.count > 1) return t('office.text.confirmMany', { count: task.count })
      const what = proposalWords(t, task.proposal.body, nameOf)
      return t('office.text.confirm', { name: nameOf(task.proposal.by), what })
    }
    case 'device': {
      const { proposal, device } = task.device
      if (!proposal) return t('office.text.deviceNew', { label: device.label })
      return task.isMine
        ? t('office.text.deviceMine')
        : t('office.text.deviceOther', { name: nameOf(proposal.by) })
    }
    case 'returned':
      return t('office.text.returned', { reason: task.reason })
    case 'remind':
      return [
        task.silent > 0 ? t('office.text.remind', { count: task.silent, members: task.members }) : '',
        task.former > 0 ? t('office.text.remindFormer', { count: task.former }) : '',
      ]
        .join(' ')
        .trim()
    case 'rule':
      return t('office.text.rule', { count: task.open })
    case 'finish-draft':
      return t('office.text.draft')
    case 'begun':
      return t('office.text.begun')
    default:
      return unreachable(task)
  }
}
