import './toast.css'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { Tone } from './tone.ts'

const signs: Record<Tone, IconName> = {
  good: 'recorded',
  waiting: 'clock',
  quiet: 'information',
  urgent: 'warning',
}

/** Long enough to read twice and to reach the button (WCAG 2.2.1 asks that nothing depends on being quick). */
const undoMs = 10_000

type Toast = { tone: Tone; text: string; close: string; undo?: { word: string; run: () => void } }

function show({ tone, text, close, undo }: Toast) {
  const id = notifications.show({
    message: (
      <span className="ec-toast">
        <span>{text}</span>
        {undo && (
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(id)
              undo.run()
            }}
          >
            {undo.word}
          </Button>
        )}
      </span>
    ),
    icon: <Icon name={signs[tone]} size={24} />,
    className: `ec-toast-box ec-tone-${tone}`,
    withBorder: true,
    closeButtonProps: { 'aria-label': close },
    autoClose: undo ? undoMs : tone === 'urgent' ? false : 5000,
  })
}

/** Short messages at the foot of the screen; what must not be missed is said in the page instead. */
export function useToast() {
  const { t } = useWords()
  return {
    say: (tone: Tone, text: string) => show({ tone, text, close: t('interface.close') }),
    /** Says what was done and offers to undo it for ten seconds. */
    offerUndo: (text: string, run: () => void) =>
      show({ tone: 'good', text, close: t('interface.close'), undo: { word: t('interface.undo'), run } }),
  }
}
