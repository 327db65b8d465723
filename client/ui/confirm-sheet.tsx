import './confirm-sheet.css'
import { Button, Drawer, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from './i18n.ts'
import { passToast } from './toast-store.ts'
import { useFocusBack } from './use-focus-back.ts'
import { usePortrait } from './use-portrait.ts'

type ConfirmSheetProps = {
  opened: boolean
  /** The thing itself: "Gửi 'Không đồng ý' cho Phiếu 0123/PLYK/2026, Vấn đề 2". Never "are you sure". */
  title: string
  children?: ReactNode
  /** A plain warning where it cannot be undone. */
  warning?: string
  /** The act as a verb: "Ký và gửi". */
  confirm: string
  /** Null where there is nothing to give up: one button is enough. */
  cancel?: string | null
  busy?: boolean
  disabled?: boolean
  /** Holds what has to be seen large. */
  wide?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Says what will be done and asks for it: a sheet from below where the tablet is upright, a dialog elsewhere. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { opened, title, children, warning, confirm, cancel, busy = false, disabled = false, wide } = props
  const { t } = useWords()
  const portrait = usePortrait()
  useFocusBack(opened)
  useEffect(() => {
    if (opened) passToast()
  }, [opened])
  const [isWritten, setWritten] = useState(false)
  useEffect(() => {
    if (!opened) setWritten(false)
  }, [opened])
  const close = () => {
    if (!busy) props.onClose()
  }
  const inside = (
    <div className="ec-confirm" onInput={() => setWritten(true)}>
      {children}
      {warning !== undefined && <p className="ec-confirm-warning">{warning}</p>}
      <div className="ec-confirm-actions">
        {cancel !== null && (
          <Button variant="default" size="lg" onClick={close} disabled={busy}>
            {cancel ?? t('interface.cancel')}
          </Button>
        )}
        <Button size="lg" loading={busy} disabled={disabled} onClick={props.onConfirm} data-autofocus>
          {confirm}
        </Button>
      </div>
    </div>
  )
  const shared = {
    opened,
    onClose: close,
    title,
    withCloseButton: false,
    // Where somebody has written, the sheet goes by its button alone, and not by a hand that came down beside it.
    closeOnClickOutside: !isWritten,
    closeOnEscape: !isWritten,
    classNames: {
      title: 'ec-confirm-title',
      content: `ec-confirm-content${portrait ? ' ec-confirm-sheet' : ''}`,
    },
  }
  if (portrait)
    return (
      <Drawer {...shared} position="bottom">
        {inside}
      </Drawer>
    )
  return (
    <Modal {...shared} size={wide ? 960 : 640}>
      {inside}
    </Modal>
  )
}
