import './progress-bar.css'
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useWords } from './i18n.ts'

type ProgressBarProps = {
  /** What is being done: "Đang tải lên 3 tài liệu". */
  word: string
  done: number
  total: number
  /** How far, in words; "done / total" unless told. */
  share?: string
  stopWord?: string
  onStop?: () => void
}

/** A long piece of work: what, how far, and a way to stop it. */
export function ProgressBar({ word, done, total, share, stopWord, onStop }: ProgressBarProps) {
  const { t } = useWords()
  const label = useId()
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0
  const shown = share ?? t('interface.progress.share', { done, total })
  return (
    <div>
      <div className="ec-progress-words">
        <span id={label}>{word}</span>
        <span className="ec-figures ec-quiet">{shown}</span>
      </div>
      <div className="ec-progress-line">
        <div
          className="ec-progress-track"
          role="progressbar"
          aria-labelledby={label}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={shown}
        >
          <div className="ec-progress-fill" style={{ width: `${percent}%` }} />
        </div>
        {onStop && (
          <Button variant="default" size="sm" onClick={onStop}>
            {stopWord ?? t('interface.stop')}
          </Button>
        )}
      </div>
    </div>
  )
}
