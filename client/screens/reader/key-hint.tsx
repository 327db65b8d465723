import { useWords } from '../../ui/i18n.ts'
import type { ToolKind } from '../mark-choices.ts'

export const keyHintId = 'ec-key-hint'

/** What the keys do with what the hand holds; seen by those who come to the pages by keyboard, and read aloud there. */
export function KeyHint({ tool }: { tool: ToolKind | null }) {
  const { t } = useWords()
  const word = tool === null ? null : wordOf[tool]
  if (word === null) return null
  return (
    <p id={keyHintId} className="ec-key-hint ec-no-print">
      {t(`notes.keys.${word}`)}
    </p>
  )
}

const wordOf = {
  ink: 'pointer',
  eraser: 'pointer',
  highlight: 'words',
  underline: 'words',
  strike: 'words',
  text: 'place',
  note: 'place',
  select: 'move',
} as const satisfies Record<ToolKind, string>
