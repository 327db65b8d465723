import { Button, Modal } from '@mantine/core'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { Person } from '../../../shared/domain/people.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { useDirectory } from '../use-directory.ts'

type ReminderListProps = {
  ballot: Ballot
  silent: readonly Person[]
  /** Who answered a former version: not silent, but asked to confirm (B5). */
  former: readonly Person[]
  onClose: () => void
}

/** Who has yet to answer or to confirm, as text to be sent or read out (B16). */
export function ReminderList({ ballot, silent, former, onClose }: ReminderListProps) {
  const { t } = useWords()
  const toast = useToast()
  const { postOf } = useDirectory()
  const facts = { number: ballot.number ?? '', deadline: dateAndHour(ballot.deadlineAt) }
  const part = (head: string, members: readonly Person[]): string[] => {
    if (members.length === 0) return []
    const lines = members.map((member, i) => {
      const post = postOf(member)
      return `${i + 1}. ${member.name}${post === '' ? '' : `, ${post}`}`
    })
    return [[head, ...lines].join('\n')]
  }
  const parts = [
    ...part(t('desk.watch.remindHead', facts), silent),
    ...part(t('desk.watch.confirmHead', facts), former),
  ]
  const text = parts.join('\n\n')
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
      title={
        silent.length > 0
          ? t('desk.watch.remindTitle', { count: silent.length })
          : t('desk.watch.confirmTitle', { count: former.length })
      }
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
