import { Button, Modal } from '@mantine/core'
import { useBlocker } from 'react-router'
import { useWords } from '../../ui/i18n.ts'

/** Who leaves while papers are on their way is told what that means. */
export function UploadLeaveGuard({ isRunning }: { isRunning: boolean }) {
  const { t } = useWords()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isRunning && currentLocation.pathname !== nextLocation.pathname,
  )
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('editor.leaveTitle')}
      size={560}
      classNames={{ title: 'ec-confirm-title', content: 'ec-confirm-content' }}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      <p>{t('editor.leaveText')}</p>
      <div className="ec-editor-leave">
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          {t('editor.leaveStay')}
        </Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('editor.leaveGo')}
        </Button>
      </div>
    </Modal>
  )
}
