import { Button, Modal } from '@mantine/core'
import { useBlocker } from 'react-router'
import { useWords } from '../../ui/i18n.ts'
import type { DraftInHand } from '../use-answer-draft.ts'

/** Holds back, kindly, who leaves with an answer chosen and not signed: it is kept, but the Office has nothing. */
export function LeaveGuard({ hand, isDone }: { hand: DraftInHand; isDone: boolean }) {
  const { t } = useWords()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !hand.isEmpty && !isDone && currentLocation.pathname !== nextLocation.pathname,
  )
  const isHeld = blocker.state === 'blocked'
  return (
    <Modal
      opened={isHeld}
      onClose={() => blocker.reset?.()}
      title={t('ballot.leave.title')}
      size={560}
      classNames={{ title: 'ec-confirm-title', content: 'ec-confirm-content' }}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      <div className="ec-leave">
        <p>{t('ballot.leave.text')}</p>
        <div className="ec-leave-actions">
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            {t('ballot.leave.stay')}
          </Button>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('ballot.leave.go')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              hand.drop()
              blocker.proceed?.()
            }}
          >
            {t('ballot.leave.drop')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
