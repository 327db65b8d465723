import type { Directive } from '../../shared/domain/directive.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'

type DirectiveStateSignProps = { state: Directive['phase']['state']; isCalling?: boolean }

/** Whether a paper of the library is in force; `isCalling`: one that is not asks to be noticed. */
export function DirectiveStateSign({ state, isCalling = false }: DirectiveStateSignProps) {
  const { t } = useWords()
  return (
    <StatusSign
      bare
      tone={isCalling && state === 'withdrawn' ? 'waiting' : 'quiet'}
      sign={state === 'withdrawn' ? 'undo' : 'edit'}
      word={t(`directives.state.${state}`)}
    />
  )
}
