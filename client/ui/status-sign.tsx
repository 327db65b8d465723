import './status-sign.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { Tone } from './tone.ts'

const signs: Record<Tone, IconName> = {
  good: 'recorded',
  waiting: 'clock',
  quiet: 'information',
  urgent: 'warning',
}

type StatusSignProps = {
  tone: Tone
  word: string
  /** Instead of the tone's own sign. */
  sign?: IconName
  /** Word and sign without the ground, for rows of a table. */
  bare?: boolean
}

/** A state as word, sign and colour; never a colour alone. */
export function StatusSign({ tone, word, sign, bare = false }: StatusSignProps) {
  return (
    <span className={`ec-status ec-tone-${tone}${bare ? ' ec-status-bare' : ''}`}>
      <Icon name={sign ?? signs[tone]} size={20} />
      <span>{word}</span>
    </span>
  )
}
