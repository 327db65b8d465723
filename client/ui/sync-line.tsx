import './sync-line.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { Tone } from './tone.ts'

export type SyncLineProps = {
  tone: Tone
  text: string
  sign?: IconName
  /** Opens the page on storage and sync; without it the line is only read. */
  onTap?: () => void
}

const signs: Record<Tone, IconName> = { good: 'synced', waiting: 'sync', quiet: 'offline', urgent: 'warning' }

/** The one line at the top that says where things stand. A change is also said aloud. */
export function SyncLine({ tone, text, sign, onTap }: SyncLineProps) {
  const inside = (
    <>
      <Icon name={sign ?? signs[tone]} size={20} />
      <span className="ec-sync-text">{text}</span>
    </>
  )
  const look = `ec-sync ec-tone-${tone}`
  // Around the button: within it a status would take away the button's name.
  return (
    <div role="status">
      {onTap ? (
        <button type="button" className={`ec-plain-button ${look}`} onClick={onTap}>
          {inside}
          <Icon name="right" size={18} />
        </button>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </div>
  )
}
