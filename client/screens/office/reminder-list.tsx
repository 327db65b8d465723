import { Button, Modal } from '@mantine/core'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { Person } from '../../../shared/domain/people.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { useDirectory } from '../use-directory.ts'

type ReminderListProps = { ballot: Ballot; members: readonly Person[]; onClose: () => void }

/** Who has yet to answer, as text to be sent or read out (B16). */
export function ReminderList({ ballot, members, onClose }: ReminderListProps) {
  const { t } = useWords()
  const toast = useToast()
  const { postOf } = useDirectory()
  const head = t('desk.watch.remindHead', {
    number: ballot.number ?? '',
    deadline: dateAndHour(ballot.deadlineAt),
  })
  const lines = members.map((member, i) => {
    const post = postOf(member)
    return `${i + 1}. ${member.name}${post === '' ? '' : `, ${post}`}`
  })
  const text = [head, ...lines].join('\n')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast.say('good', t('desk.watch.copied'))
    } catch {
      toast.say('urgent', t('desk.watch.notCopied'))
    }
  }
  return (
    <Modal
      opened
      size={680}
      onClose={onClose}
      title={t('desk.watch.remindTitle', { count: members.length })}
      classNames={{ title: 'ec-confirm-title', content: 'ec-confirm-content' }}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      <p className="ec-quiet">{t('desk.watch.remindText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className="ec-office-reminder" tabIndex={0}>
        {text}
      </pre>
      <Button onClick={() => void copy()}>{t('desk.watch.copy')}</Button>
    </Modal>
  )
}
