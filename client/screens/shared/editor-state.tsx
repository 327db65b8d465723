import { Button } from '@mantine/core'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'

type EditorStateProps = {
  hand: {
    isChanged: boolean
    /** False once this device could not write it down. */
    isKept: boolean
    /** Somebody else stored another text since this one was begun. */
    isOvertaken: boolean
    /** Back to what the Office holds. */
    discard(): void
  }
  isStored: boolean
  isSaving: boolean
}

/** Where the text is: at the Office, on this device alone, or nowhere but on the screen. */
export function EditorState({ hand, isStored, isSaving }: EditorStateProps) {
  const { t } = useWords()
  if (hand.isChanged && !hand.isKept) {
    return (
      <Notice tone="urgent" title={t('editor.state.notKept')}>
        {t('editor.state.notKeptText')}
      </Notice>
    )
  }
  const state = isSaving ? 'saving' : isStored ? 'stored' : hand.isChanged ? 'kept' : 'untouched'
  return (
    <>
      <div className="ec-editor-state" aria-live="polite">
        <StatusSign
          tone={state === 'stored' ? 'good' : state === 'untouched' ? 'quiet' : 'waiting'}
          word={t(`editor.state.${state}`)}
        />
        {(state === 'stored' || state === 'kept') && (
          <span className="ec-quiet">{t(`editor.state.${state}Text`)}</span>
        )}
      </div>
      {hand.isOvertaken && !isSaving && (
        <Notice
          tone="urgent"
          title={t('editor.other.title')}
          action={
            <Button variant="default" size="sm" onClick={hand.discard}>
              {t('editor.other.take')}
            </Button>
          }
        >
          {t('editor.other.text')}
        </Notice>
      )}
    </>
  )
}
