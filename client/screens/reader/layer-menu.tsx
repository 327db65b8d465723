import { Menu } from '@mantine/core'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import type { Marks } from './use-marks.ts'
import { namesOf } from './use-sharing.ts'

/** Where the next mark is written to, and who may read the shared layer. */
export function LayerMenu({ marks, onShare }: { marks: Marks; onShare: () => void }) {
  const { t } = useWords()
  const app = useApp()
  const { layer } = marks
  const readers = app.annotations.readers(marks.document.dossier, marks.document.document)
  // Whoever writes there is read at once: by whom stands beside it.
  const under = {
    private: t('notes.layer.privateUnder'),
    shared:
      readers.length === 0
        ? t('notes.share.nobody')
        : t('notes.share.with', { names: namesOf(app, readers) }),
  }
  return (
    <Menu position="bottom-end" width={340} shadow="md" withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className="ec-plain-button ec-mark-layer"
          aria-label={`${t('notes.layer.label')}: ${t(`notes.layer.${layer}`)}`}
        >
          <Icon name={layer === 'private' ? 'lock' : 'people'} size={20} />
          {t(`notes.layer.${layer}`)}
          <Icon name="down" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('notes.layer.label')}</Menu.Label>
        {(['private', 'shared'] as const).map((each) => (
          <Menu.Item
            key={each}
            leftSection={<Icon name={each === 'private' ? 'lock' : 'people'} size={20} />}
            rightSection={layer === each ? <Icon name="check" size={20} /> : null}
            onClick={() => marks.setLayer(each)}
          >
            {t(`notes.layer.${each}`)}
            <span className="ec-layer-under">{under[each]}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="send" size={20} />} onClick={onShare}>
          {t('notes.layer.share')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
