import { useWords } from '../../ui/i18n.ts'
import type { Reach } from './use-found-directives.ts'

/** Whether all of the library was searched or what is on this device: nobody is to take the one for the other. */
export function SoughtWhere({ reach }: { reach: Reach }) {
  const { t } = useWords()
  return (
    <p className="ec-quiet" role="status">
      {soughtWords(t, reach)}
    </p>
  )
}

function soughtWords(t: ReturnType<typeof useWords>['t'], reach: Reach): string {
  if (reach.kind === 'asking') return t('directives.sought.asking')
  const { kind, missing: count } = reach
  if (kind === 'library') {
    return count === 0 ? t('directives.sought.library') : t('directives.sought.libraryMissing', { count })
  }
  return count === 0 ? t('directives.sought.here') : t('directives.sought.hereMissing', { count })
}
