import { Modal } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { DocumentOpening } from '../../app/document-openings.ts'
import type { WatchLine } from '../../app/office-ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'

/** Which documents a member has opened, of which version, and when the Office learnt of it (B8, D1). */
export function OpenedList({ line, onClose }: { line: WatchLine; onClose: () => void }) {
  const { t } = useWords()
  const { documents, gone } = line.openings
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
        items={documents.map(({ title, opened }) => ({ term: title, value: openedWords(t, opened) }))}
      />
      {gone.length > 0 && (
        <>
          <h3 className="ec-office-gone">{t('desk.watch.gone')}</h3>
          <DefinitionList
            stacked
            items={gone.map(({ title, no, at }) => ({
              term: t('desk.watch.goneDocument', { title, no }),
              value:
                at === null
                  ? t('desk.watch.openedNever')
                  : t('desk.watch.openedThis', { when: dateAndHour(at) }),
            }))}
          />
        </>
      )}
    </Modal>
  )
}

function openedWords(t: TFunction, opened: DocumentOpening['opened']): string {
  switch (opened.kind) {
    case 'this':
      return t('desk.watch.openedThis', { when: dateAndHour(opened.at) })
    case 'former':
      return t('desk.watch.openedOld', { no: opened.no, when: dateAndHour(opened.at) })
    case 'never':
      return t('desk.watch.openedNever')
  }
}
