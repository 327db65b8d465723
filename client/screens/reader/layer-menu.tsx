import { Menu } from '@mantine/core'
import { ballotOf } from '../../../shared/domain/dossier.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Marks } from './use-marks.ts'

/** Where the next mark is written to, and who may read the shared layer. */
export function LayerMenu({ marks, onShare }: { marks: Marks; onShare: () => void }) {
  const { t } = useWords()
  const { layer } = marks
  // Layers are shared with whoever reads the same ballot: on an item of an agenda there are private notes alone.
  if (ballotOf(marks.document.dossier) === null) {
    return (
      <span className="ec-mark-layer">
        <Icon name="lock" size={20} />
        {t('notes.layer.private')}
      </span>
    )
  }
  return (
    <Menu position="bottom-end" width={260} shadow="md" withinPortal={false}>
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
