import { Modal } from '@mantine/core'
import type { WatchLine } from '../../app/office-ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'

/** Which documents of the version in force a member has opened, and when the Office learnt of it (B8). */
export function OpenedList({ line, onClose }: { line: WatchLine; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      size={680}
      onClose={onClose}
      title={t('desk.watch.openedTitle', { name: line.member.name })}
      classNames={{ title: 'ec-confirm-title', content: 'ec-confirm-content' }}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      <p className="ec-quiet">{t('desk.watch.openedText')}</p>
      <DefinitionList
        stacked
        items={line.documents.map(({ title, openedAt }) => ({
          term: title,
          value: openedAt === null ? t('desk.said.notOpened') : dateAndHour(openedAt),
        }))}
      />
    </Modal>
  )
}
