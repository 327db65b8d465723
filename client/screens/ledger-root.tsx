import './archive.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { useApp, useAppVersion } from './app-context.tsx'

/** The root of the ledger as this device has verified it, to be compared and put on paper: the cheapest witness (O4). */
export function LedgerRoot() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  const { tree } = app.copy.cursor()
  if (tree === null) return null
  const { root, size } = tree
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${size} ${root}`)
      setCopied(root)
    } catch {
      setCopied(null)
    }
  }
  return (
    <div className="ec-archive-root">
      <span>
        {t('archive.root')}:{' '}
        <code title={root}>
          {root.slice(0, 8)}…{root.slice(-8)}
        </code>{' '}
        <span className="ec-quiet">{t('archive.entries', { count: size })}</span>
      </span>
      <Button variant="subtle" size="compact-md" className="ec-no-print" onClick={() => void copy()}>
        {t(copied === root ? 'archive.copied' : 'archive.copy')}
      </Button>
    </div>
  )
}
