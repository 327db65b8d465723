import type { AnnotationHandle } from '../../app/annotation-handle.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

/** O1: whether what was written is safe on this tablet, and whether it has left it. */
export function MarkState({ handle }: { handle: AnnotationHandle }) {
  const { t } = useWords()
  const state = stateOf(handle)
  const word = t(`notes.state.${state}`)
  const isGrave = state === 'notSaved' || state === 'tooLarge' || state === 'refused'
  return (
    <span className="ec-mark-state" data-grave={isGrave || undefined} role="status" title={word}>
      <Icon name={signs[state]} size={20} />
      <span className={isGrave ? undefined : 'ec-unseen'}>{word}</span>
    </span>
  )
}

type State = 'saving' | 'saved' | 'synced' | 'waiting' | 'notSaved' | 'tooLarge' | 'refused'

const signs: Readonly<Record<State, IconName>> = {
  saving: 'sync',
  saved: 'check',
  synced: 'synced',
  waiting: 'offline',
  notSaved: 'warning',
  tooLarge: 'warning',
  refused: 'warning',
}

function stateOf(handle: AnnotationHandle): State {
  const saved = handle.saved()
  if (saved.kind === 'saving') return 'saving'
  if (saved.kind === 'not-saved') return 'notSaved'
  const sync = handle.sync()
  switch (sync.kind) {
    case 'too-large':
      return 'tooLarge'
    case 'refused':
      return 'refused'
    case 'offline':
      return sync.isSent ? 'saved' : 'waiting'
    case 'sending':
      return 'saved'
    case 'synced':
      return 'synced'
  }
}
