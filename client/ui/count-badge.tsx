import './count-badge.css'
import { VisuallyHidden } from '@mantine/core'

type CountBadgeProps = {
  count: number
  /** What is counted, said by screen readers: "2 phiếu đang chờ". */
  word: string
  urgent?: boolean
}

/** A small number beside a word; nothing at zero. */
export function CountBadge({ count, word, urgent = false }: CountBadgeProps) {
  if (count <= 0) return null
  return (
    <span className={`ec-count${urgent ? ' ec-count-urgent' : ''}`}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  )
}
