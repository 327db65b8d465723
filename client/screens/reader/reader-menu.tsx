import { Menu } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import type { ReaderState } from './use-reader.ts'

/** What is chosen once and kept: the mode, the turn of the pages, dark pages; and what leaves the tablet: paper and files. */
export function ReaderMenu({ viewer, reader }: { viewer: PdfViewer; reader: ReaderState }) {
  const { t } = useWords()
  const mode = useSyncExternalStore(viewer.subscribe, viewer.mode)
  const other = mode === 'single' ? 'continuous' : 'single'
  return (
    <Menu position="bottom-end" width={300} shadow="md" withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className="ec-plain-button ec-square"
          aria-label={t('viewer.more.open')}
          title={t('viewer.more.open')}
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Item
          icon={other === 'single' ? 'document' : 'pages'}
          word={t(`viewer.more.${other}`)}
          onTap={() => viewer.setMode(other)}
        />
        <Item icon="rotateRight" word={t('viewer.more.rotateRight')} onTap={() => viewer.rotate(1)} />
        <Item icon="rotateLeft" word={t('viewer.more.rotateLeft')} onTap={() => viewer.rotate(-1)} />
        <Menu.CheckboxItem checked={reader.night} onChange={reader.setNight} closeMenuOnClick>
          {t('viewer.more.night')}
          <span className="ec-reader-hint">{t('viewer.more.nightHint')}</span>
        </Menu.CheckboxItem>
        {reader.onPrint && (
          <Item icon="print" word={t('viewer.more.print')} onTap={() => reader.onPrint?.()} />
        )}
        {reader.onExport && (
          <>
            <Item
              icon="download"
              word={t('notes.export.document')}
              onTap={() => reader.onExport?.('document')}
            />
            <Item icon="folder" word={t('notes.export.dossier')} onTap={() => reader.onExport?.('dossier')} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Item({ icon, word, onTap }: { icon: IconName; word: string; onTap: () => void }) {
  return (
    <Menu.Item leftSection={<Icon name={icon} size={20} />} onClick={onTap}>
      {word}
    </Menu.Item>
  )
}
