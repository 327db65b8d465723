import { Textarea } from '@mantine/core'
import { type BallotEditing, textLimits } from '../../app/ballot-editing.ts'
import { useWords } from '../../ui/i18n.ts'
import { type EditorGap, gapWords } from './gap-words.ts'

type EditorPartProps = {
  editing: BallotEditing
  /** Empty until somebody asked to store. */
  gaps: readonly EditorGap[]
  onChange: (part: Partial<BallotEditing>) => void
}

/** Subject, why, summary, advice. */
export function EditorTexts({ editing, gaps, onChange }: EditorPartProps) {
  const { t } = useWords()
  const field = (name: 'title' | 'reason' | 'summary' | 'advice', minRows: number) => {
    const gap = gaps.find(
      (each) =>
        (each.kind === 'too-long' && each.field === name) ||
        (each.kind === 'title-missing' && name === 'title'),
    )
    const left = textLimits[name] - editing[name].length
    const hint = name === 'title' || name === 'summary' ? t(`editor.${name}Hint`) : undefined
    return (
      <Textarea
        label={t(`editor.${name}`)}
        required={name === 'title'}
        // How much is left is news only near the end.
        description={left < textLimits[name] / 5 ? t('editor.left', { count: Math.max(0, left) }) : hint}
        autosize
        minRows={minRows}
        maxRows={18}
        value={editing[name]}
        error={gap && gapWords(t, gap)}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    )
  }
  return (
    <section className="ec-editor-part" aria-label={t('editor.texts')}>
      <h2>{t('editor.texts')}</h2>
      {field('title', 2)}
      {field('reason', 2)}
      {field('summary', 5)}
      {field('advice', 3)}
    </section>
  )
}
