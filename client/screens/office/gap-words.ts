import type { TFunction } from 'i18next'
import type { EditingGap } from '../../app/ballot-editing.ts'
import type { UploadGap } from '../shared/upload-gaps.ts'

/** What is missing before a ballot can be stored, submitted or sent out, in a sentence. */
export type EditorGap =
  | EditingGap
  | { kind: 'window-reason-missing' | 'deadline-passed' | 'deadline-too-soon' | 'deadline-earlier' }
  /** A draft may be stored so, but goes no further. */
  | { kind: 'summary-missing' | 'summary-too-long' }
  | UploadGap

export function gapWords(t: TFunction, gap: EditorGap): string {
  if (gap.kind === 'too-long') {
    const field = t(`editor.${gap.field}`)
    return t('editor.gap.too-long', { field, over: gap.over })
  }
  const facts = { no: 0, over: 0, alternative: 0, name: '', ...gap }
  return t(`editor.gap.${gap.kind}`, facts)
}
