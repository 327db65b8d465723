import { ActionIcon } from '@mantine/core'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

type OrderButtonsProps = {
  /** What is moved: "Vấn đề 2". */
  what: string
  at: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

/** Up, down, away: order without dragging, so that keyboard and finger can. */
export function OrderButtons({ what, at, count, onMove, onRemove }: OrderButtonsProps) {
  const { t } = useWords()
  return (
    <span className="ec-editor-order">
      <ActionIcon
        aria-label={t('editor.moveUp', { what })}
        disabled={at === 0}
        onClick={() => onMove(at - 1)}
      >
        <Icon name="up" size={20} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('editor.moveDown', { what })}
        disabled={at === count - 1}
        onClick={() => onMove(at + 1)}
      >
        <Icon name="down" size={20} />
      </ActionIcon>
      <ActionIcon aria-label={t('editor.remove', { what })} onClick={onRemove}>
        <Icon name="remove" size={20} />
      </ActionIcon>
    </span>
  )
}
