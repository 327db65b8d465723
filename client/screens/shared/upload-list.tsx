import { Button } from '@mantine/core'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { fileSize } from '../file-size.ts'
import { mayTryAgain, uploadFaultWords } from './upload-fault-words.ts'
import type { UploadItem, Uploads } from './use-uploads.ts'

/** Files under way with how far each is, and those that were not taken with the reason. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  if (uploads.items.length === 0) return null
  return (
    <ul className="ec-editor-uploads">
      {uploads.items.map((item) => (
        <li key={item.id}>
          <UploadRow item={item} uploads={uploads} />
        </li>
      ))}
    </ul>
  )
}

type UploadRowProps = { item: UploadItem; uploads: Uploads; isReplacement?: boolean }

/** One file under way, or why it was not taken; `isReplacement`: meant for the place of another, which stays. */
export function UploadRow({ item, uploads, isReplacement = false }: UploadRowProps) {
  const { t, language } = useWords()
  const { id, name, size, state } = item
  if (state.kind === 'failed') {
    const notTaken = state.fault.kind === 'duplicate' ? 'already' : 'notTaken'
    return (
      <div role="alert">
        <Notice
          tone={state.fault.kind === 'stopped' ? 'quiet' : 'urgent'}
          title={t(`editor.upload.${isReplacement ? 'notReplaced' : notTaken}`, { name })}
          action={
            <span className="ec-editor-upload-actions">
              {mayTryAgain(state.fault) && (
                <Button variant="default" size="sm" onClick={() => uploads.again(id)}>
                  {t('editor.upload.retry')}
                </Button>
              )}
              <Button variant="default" size="sm" onClick={() => uploads.drop(id)}>
                {t('editor.upload.dismiss')}
              </Button>
            </span>
          }
        >
          {uploadFaultWords(t, state.fault, { size, language })}
        </Notice>
      </div>
    )
  }
  const progress = state.kind === 'running' ? state.progress : null
  const phase = progress ? progress.phase : state.kind === 'queued' ? 'waitingTurn' : 'hashing'
  return (
    <ProgressBar
      word={`${name}: ${t(`editor.upload.${phase}`)}`}
      done={progress?.phase === 'hashing' ? 0 : (progress?.done ?? 0)}
      total={size}
      share={t('editor.upload.share', {
        done: fileSize(progress?.done ?? 0, language),
        total: fileSize(size, language),
      })}
      onStop={() => (state.kind === 'queued' ? uploads.drop(id) : uploads.stop(id))}
    />
  )
}
