import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

type ToolButtonProps = {
  icon: IconName
  word: string
  off?: boolean
  /** For what stays on or off. */
  pressed?: boolean
  onTap: () => void
}

/** One sign in the reader's bar; its word is its name and its hint. */
export function ToolButton({ icon, word, off = false, pressed, onTap }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="ec-plain-button ec-square"
      aria-label={word}
      aria-pressed={pressed}
      title={word}
      disabled={off}
      onClick={onTap}
    >
      <Icon name={icon} />
    </button>
  )
}
