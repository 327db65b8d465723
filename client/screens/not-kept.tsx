import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'

/** Says in a sheet that what is being written in it is on the screen alone (O1). */
export function NotKept({ isKept }: { isKept: boolean }) {
  const { t } = useWords()
  if (isKept) return null
  return (
    <Notice tone="urgent" title={t('interface.notKept')}>
      {t('interface.notKeptText')}
    </Notice>
  )
}
