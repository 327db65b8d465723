import { ActionIcon } from '@mantine/core'
import { useEffect, useRef } from 'react'
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
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const pressed = useRef(false)
  // At either end the button that was pressed rests, and its focus would be lost: its neighbour takes it.
  useEffect(() => {
    if (!pressed.current) return
    pressed.current = false
    if (at === 0) down.current?.focus({ preventScroll: true })
    else if (at === count - 1) up.current?.focus({ preventScroll: true })
  }, [at, count])
  const move = (to: number) => {
    pressed.current = true
    onMove(to)
  }
  return (
    <span className="ec-editor-order">
      <ActionIcon
        ref={up}
        aria-label={t('editor.moveUp', { what })}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      >
        <Icon name="up" size={20} />
      </ActionIcon>
      <ActionIcon
        ref={down}
        aria-label={t('editor.moveDown', { what })}
        disabled={at === count - 1}
        onClick={() => move(at + 1)}
      >
        <Icon name="down" size={20} />
      </ActionIcon>
      <ActionIcon aria-label={t('editor.remove', { what })} onClick={onRemove}>
        <Icon name="remove" size={20} />
      </ActionIcon>
    </span>
  )
}
