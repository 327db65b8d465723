import './toast.css'
import { Button, CloseButton } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { hideToast, type ShownToast, shownToast, showToast, subscribeToToast } from './toast-store.ts'
import type { Tone } from './tone.ts'

const signs: Record<Tone, IconName> = {
  good: 'recorded',
  waiting: 'clock',
  quiet: 'information',
  urgent: 'warning',
}

/** Long enough to read twice and to reach the button (WCAG 2.2.1 asks that nothing depends on being quick). */
const undoMs = 10_000
const usualMs = 5000

/** Short messages in the line at the top; what must not be missed is said in the page instead. */
export function useToast() {
  const { t } = useWords()
  return {
    say: (tone: Tone, text: string): ShownToast =>
      showToast({ tone, text }, tone === 'urgent' ? null : usualMs),
    /** Says what was done and offers to undo it for ten seconds. */
    offerUndo: (text: string, run: () => void): ShownToast =>
      showToast({ tone: 'good', text, undo: { word: t('interface.undo'), run } }, undoMs),
  }
}

/** Where they appear: a place of its own, so that none ever lies over what is read or tapped. */
export function ToastPlace() {
  const { t } = useWords()
  const toast = useSyncExternalStore(subscribeToToast, shownToast)
  return (
    <div className="ec-toast-place">
      <div role={toast?.tone === 'urgent' ? 'alert' : 'status'} className="ec-toast-said">
        {toast && (
          <span className={`ec-toast ec-tone-${toast.tone}`}>
            <Icon name={signs[toast.tone]} size={20} />
            <span className="ec-toast-text">{toast.text}</span>
          </span>
        )}
      </div>
      {toast?.undo && (
        <Button
          variant="default"
          onClick={() => {
            hideToast()
            toast.undo?.run()
          }}
        >
          {toast.undo.word}
        </Button>
      )}
      {toast && <CloseButton size={44} aria-label={t('interface.close')} onClick={hideToast} />}
    </div>
  )
}
